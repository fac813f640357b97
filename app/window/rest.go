package window

import (
	"context"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// restEvery is how often memory that lies idle is looked for; spare is how much of it may.
const (
	restEvery = 15 * time.Second
	spare     = 6 << 20
)

// giveBack returns memory that nothing uses any more to the system, until ctx ends: the runtime by itself keeps what one
// search took for a long while, and a window stands open all day.
func giveBack(ctx context.Context) {
	tick := time.NewTicker(restEvery)
	defer tick.Stop()
	idle := []metrics.Sample{{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		metrics.Read(idle)
		garbage := int64(idle[3].Value.Uint64()) - int64(idle[2].Value.Uint64())
		if int64(idle[0].Value.Uint64()+idle[1].Value.Uint64())+max(garbage, 0) > spare {
			debug.FreeOSMemory()
		}
	}
}
