package reply

import (
	"math/rand/v2"
	"strings"
	"testing"

	"relais/backend/reply/dress"
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
			if len(o.lines) == 0 {
				break // then nothing is looked for
			}
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

// swiftPages are pieces of pages, among them whatever a page may trip over.
var swiftPages = []string{"<div>", "</div>", "<p class=MsoNormal>", "</p>", "<br>", "<br/>", "<BR />", "<o:p>", "</o:p>", "<hr style='x'>", "<blockquote type=\"cite\">", "</blockquote>", `<div class="gmail_quote x">`, `<a href="https://x.com/?a=1&amp;b=2">`,
	"</a>", `<a href="?a=1&copy=2">`, `<div class="" class="gmail_quote">`, "text", " ", "&nbsp;", "&amp;lt;", "&#8217;", "&", "<", ">", "=", "\"", "'", "/", "<!-- x -->", "<!doctype html>", "<style>", "</style>", "<title>", "</title>", "<td>", "</td >",
	"<div", "</div", "</>", "<3", "<_a>", "<a.b>", "<p a=/>", "<p a= b>", "<p a>", "<p disabled/>", "<p id=a\"b>", "\r", "\n", "\x00", "é", "\u00a0", "<div style=\"display:none\">", "<img src=x>", "<h1>", "<x:y-1 z:w='v'w=\"u\">", "<DIV ID=appendonsend>"}

// swiftAsTokenized fails where the swift way writes a page otherwise than the tokenizer does, and tells whether it took it.
func swiftAsTokenized(t *testing.T, page string) bool {
	t.Helper()
	got, want := newHTMLWriter(page, false), newHTMLWriter(page, false)
	if !got.swiftly(page) {
		return false
	}
	want.tokenized(page)
	if got.out.String() != want.out.String() || got.structural != want.structural {
		t.Fatalf("%q: %q, want %q", page, got.out.String(), want.out.String())
	}
	return true
}

func TestSwiftPageReadsAsTheTokenizer(t *testing.T) {
	r, taken := rand.New(rand.NewPCG(17, 18)), 0
	for range 20000 {
		page := ""
		for range 1 + r.IntN(8) {
			page += swiftPages[r.IntN(len(swiftPages))]
		}
		if swiftAsTokenized(t, page) {
			taken++
		}
	}
	if taken < 2000 {
		t.Errorf("only %d were taken: the test shows little", taken)
	}
}

func FuzzSwiftPage(f *testing.F) {
	for _, piece := range swiftPages {
		f.Add(piece + "x" + piece)
	}
	f.Fuzz(func(t *testing.T, page string) { swiftAsTokenized(t, page) })
}

// Every mail program that the reader knows writes pages that are read swiftly.
func TestSwiftTakesThePagesOfMailPrograms(t *testing.T) {
	for _, style := range dress.Styles() {
		mail := Decode(style.Write(dressed(labelled{ID: "page", Lang: "fr", Text: "Fait : https://x.com/?a=1&b=2"})))
		if !swiftAsTokenized(t, mail.HTML) {
			t.Errorf("%s: %q", style.Name, mail.HTML)
		}
	}
}
