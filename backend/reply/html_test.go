package reply

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestTheEndOfAQuoteChangesNothing reads pages whose quotes are left out but for their beginning as it reads them whole.
func TestTheEndOfAQuoteChangesNothing(t *testing.T) {
	pieces := []string{"<div>", "</div>", "<p>", "</p>", "<br>", "<blockquote>", "</blockquote>", `<div class="gmail_quote">`, `<div id="divRplyFwdMsg">`, "<head>", "</head>", "<style>", "</style>",
		"fait", " ", "On 3 May 2026, A &lt;a@b.example&gt; wrote:", "-----Original Message-----", "From: a@b.example", "Sent: 3 May", "To: c", "Subject: d", "> x", "--", "Sent from my iPhone", "________________",
		`<a href="https://x.com/a/status/1">`, "</a>", "This message is confidential", "one of our own lines, which is long enough", strings.Repeat("<p>x</p>", 12), strings.Repeat("y<br>", 9)}
	own, r, shortened := linesOf("one of our own lines, which is long enough\nx\ny"), rand.New(rand.NewPCG(11, 12)), 0
	for range 5000 {
		page := ""
		for range 2 + r.IntN(12) {
			page += pieces[r.IntN(len(pieces))]
		}
		text, structural := quoteHTML(page)
		want, got := own.trim(text), Trimmed{}
		if short, _, ok := beforeQuote(page); ok {
			if got = own.trim(short); isBlank(got.Fresh) {
				continue
			}
			if got != want {
				t.Fatalf("%q:\n%+v\n%+v", page, got, want)
			}
			if structural && len(short) < len(text) {
				shortened++
			}
		}
	}
	if shortened < 100 {
		t.Errorf("only %d were shortened: the test shows little", shortened)
	}
}

// TestOwnLinesInTheirRow compares with the plain way of looking for them.
func TestOwnLinesInTheirRow(t *testing.T) {
	long := strings.Repeat("long ", 6)
	pieces := []string{"a", "b", " a ", "", "> a", long, "> " + long, "c"}
	lines := func(r *rand.Rand, n int) []string {
		all := make([]string, r.IntN(n))
		for i := range all {
			all[i] = pieces[r.IntN(len(pieces))]
		}
		return all
	}
	r := rand.New(rand.NewPCG(13, 14))
	for range 20000 {
		own, text := lines(r, 6), lines(r, 9)
		o := linesOf(strings.Join(own, "\n"))
		for i := range text {
			end, ours := o.row(text, i)
			if wantEnd, want := plainRow(own, text, i); end != wantEnd || ours != want {
				t.Fatalf("%q in %q from %d: %d %v, want %d %v", own, text, i, end, ours, wantEnd, want)
			}
		}
	}
}

func plainRow(own, text []string, i int) (end int, long bool) {
	end, last := i, -1
	for ; i < len(text); i++ {
		line := strings.TrimSpace(text[i])
		if line == "" {
			continue
		}
		next := -1
		for at := len(own) - 1; at > last; at-- {
			if strings.TrimSpace(own[at]) == line {
				next = at
			}
		}
		if next < 0 {
			break
		}
		end, last, long = i+1, next, long || len(line) >= ownLine
	}
	return end, long
}
