// Package torture kills the program at random moments while it sends and reads mail through a real Dovecot and Postfix,
// and then counts: nothing sent twice, everything delivered or known to be unknown, no reply lost, the ledger equal to
// what people said, one letter of thanks for each share and one reminder for each 'later'.
package torture

import (
	"bufio"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"relais/build/mailrig"
)

// checkEvery is after how many runs everything is counted, so that a torture that is cut short has shown something.
const checkEvery = 25

// perRun is how far the clock goes on with each run: reminders become due while others are still being answered.
const perRun = 2 * time.Hour

// runs gives how many runs there are, and the time after which no more are begun. Without being asked it is a short
// slice, a minute at most.
func runs(t *testing.T) (n int, limit time.Duration) {
	limit, _ = time.ParseDuration(os.Getenv("RELAIS_TORTURE_TIME"))
	n, err := strconv.Atoi(os.Getenv("RELAIS_TORTURE_RUNS"))
	if err != nil && limit == 0 {
		n, limit = 25, time.Minute
	} else if err != nil {
		n = 1 << 20
	}
	if testing.Short() {
		t.Skip("a torture is never short")
	}
	return n, limit
}

func TestKilledAtRandomMoments(t *testing.T) {
	n, limit := runs(t)
	w := newWorld(t, mailrig.Start(t))
	began := time.Now()
	for w.done < n && (limit == 0 || time.Since(began) < limit) && !t.Failed() {
		w.feed()
		w.once()
		if w.done++; w.done%checkEvery == 0 && w.done < n {
			w.count()
		}
	}
	w.count()                 // reads what the last kill left unread: an answer is put off from when it is read
	w.ahead += 72 * time.Hour // whatever was put off is due now
	w.count()
	w.checkReminders()
}

// once starts a sync in a process of its own and kills it somewhere between its start and its usual end.
func (w *world) once() {
	w.ahead += perRun
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+w.dir, clockEnv+"="+w.ahead.String())
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	w.must(err)
	w.must(cmd.Start())
	line, _ := bufio.NewReader(out).ReadString('\n')
	ready := time.Now()
	done := make(chan error, 1)
	go func() { _, _ = io.Copy(io.Discard, out); done <- cmd.Wait() }()
	if line != "ready\n" {
		w.t.Fatalf("the child did not start: %q %v %s", line, <-done, said.String())
	}
	patience := time.Duration(rand.Int64N(int64(w.span)))
	if rand.IntN(8) == 0 {
		patience = time.Minute // one in eight may end, which tells how long a sync takes on this machine
	}
	select {
	case err := <-done:
		if err != nil {
			w.t.Errorf("the child failed: %v %s", err, said.String())
		}
		w.span = (w.span*3 + time.Since(ready)) / 4
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		<-done
		w.killed++
	}
}
