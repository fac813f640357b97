package app

import (
	"runtime/debug"
	"runtime/metrics"
)

const (
	// muchMail is from how many new messages on a reading is worth room of its own.
	muchMail = 200
	// roomBytes is how much garbage may lie about while much mail is read.
	roomBytes = 64 << 20
	// aliveBytes is what is alive at least while mail is read: the words of six languages, the models and a chunk of mail.
	aliveBytes = 32 << 20
)

// Room lets garbage lie about until the returned function is called: roomBytes of it at most, or as much as was allowed
// before. Reading much mail makes garbage faster than anything else here, and a sixth of its time went into collecting
// that every few megabytes. One at a time may be in use.
func Room() (leave func()) {
	alive := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(alive)
	basis := uint64(aliveBytes)
	if alive[0].Value.Kind() == metrics.KindUint64 {
		basis = max(basis, alive[0].Value.Uint64())
	}
	percent := int(100 * roomBytes / basis) //nolint:gosec // at most 200
	before := debug.SetGCPercent(percent)
	if before < 0 || before > percent { // off, or roomier
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}
