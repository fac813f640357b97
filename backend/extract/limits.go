package extract

const (
	// MaxBytes is the largest page that is read; longer ones are cut there.
	MaxBytes = 8 << 20
	// maxDepth bounds recursion over the tree. The HTML parser itself refuses
	// more than 512 open elements.
	maxDepth = 600
)
