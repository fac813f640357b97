package reply

import "sync"

// Load makes ready what Read works with, on several processors at once, and returns when it is. Read does the same when
// it is first called; who fetches mail meanwhile has those tens of milliseconds for nothing.
func Load() {
	var group sync.WaitGroup
	group.Go(func() { _, _ = loadModels() }) // an error comes back from Read
	group.Go(func() { _, _ = loadLexicons() })
	group.Go(func() { _, _ = loadConcepts() })
	group.Go(func() { languagesOfWords() })
	group.Wait()
}
