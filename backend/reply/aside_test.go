package reply

import (
	"os"
	"strings"
	"testing"
)

// TestAside reads the replies that neither rules nor model have seen.
func TestAside(t *testing.T) {
	text, err := os.ReadFile("testdata/aside.txt")
	if err != nil {
		t.Fatal(err)
	}
	var n, right, calls, recorded, wrong int
	for _, line := range strings.Split(string(text), "\n") {
		parts := strings.SplitN(line, "\t", 3)
		if len(parts) < 3 {
			continue
		}
		m, err := Understand(parts[2], "")
		if err != nil {
			t.Fatal(err)
		}
		want := State(parts[1])
		n++
		if m.State == want {
			right++
		} else {
			t.Logf("%v want %s got %s %q %v %v", m.Sure, want, m.State, parts[2], marked(parts[2], m), m.Doubts)
		}
		if want.Recordable() {
			calls++
		}
		if m.Sure {
			recorded++
			if m.State != want {
				wrong++
			}
		}
	}
	t.Logf("state %d of %d, recorded %d of %d that call for it, wrong %d", right, n, recorded-wrong, calls, wrong)
	if wrong > 0 || right*100 < n*90 {
		t.Errorf("state %d of %d, wrong %d of %d", right, n, wrong, recorded)
	}
}
