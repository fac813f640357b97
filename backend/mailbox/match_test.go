package mailbox

import (
	"fmt"
	"strings"
	"testing"
)

// A message of thousands of parts within parts, each of which would read every line again, is not decoded.
func TestPartsWithoutEndAreNotDecoded(t *testing.T) {
	nested := func(deep int) string {
		var out strings.Builder
		out.WriteString("From: a@b.example\r\nMIME-Version: 1.0\r\n")
		for i := range deep {
			fmt.Fprintf(&out, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
		}
		return out.String() + "Content-Type: text/plain\r\n\r\nShared\r\n"
	}
	if got := decoded([]byte(nested(4))); !strings.Contains(got, "Shared") {
		t.Errorf("four levels: %q", got)
	}
	if got := decoded([]byte(nested(5000))); got != "" {
		t.Errorf("5,000 levels: %q", got)
	}
}
