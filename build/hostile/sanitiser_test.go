package hostile

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"relais/backend/extract"
)

var kept = strings.Fields(`p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite pre code kbd samp var em strong b i u s del ins mark small
	sub sup abbr figure figcaption table caption thead tbody tfoot tr td th time div section article span ruby rt rp bdi bdo a img html head body`)

var attributes = strings.Fields("href src alt title width height colspan rowspan dir lang datetime rel")

// Whatever comes in, what the sanitiser lets through holds no element, attribute or address but those that it names: as a
// parser of HTML sees it, and as it sees it again when it is written and read once more.
func TestTheSanitiserContainsEveryPayload(t *testing.T) {
	published, err := Published(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	s := extract.NewSanitizer()
	all := append(Payloads(), published...)
	wrapped := []string{"%s", "<p>%s</p>", "<div title=\"%s\">x</div>", "<table><tr><td>%s</table>", "<ul><li>%s"}
	n := 0
	for _, payload := range all {
		for _, around := range wrapped {
			n++
			raw := strings.Replace(around, "%s", payload, 1)
			out := s.Clean(raw)
			for range 2 {
				for _, wrong := range foreign(t, out) {
					t.Errorf("%q gives %q: %s", raw, out, wrong)
				}
				out = again(t, out)
			}
		}
		if t.Failed() {
			break
		}
	}
	t.Logf("%d payloads of our own, %d published, %d cases", len(all)-len(published), len(published), n)
}

// foreign names what should not be in a piece of HTML.
func foreign(t *testing.T, text string) (wrong []string) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if n.Namespace != "" || !slices.Contains(kept, n.Data) {
				wrong = append(wrong, "element "+n.Data)
			}
		case html.CommentNode, html.RawNode, html.DoctypeNode:
			wrong = append(wrong, "a comment or declaration")
		}
		for _, a := range n.Attr {
			if a.Namespace != "" || !slices.Contains(attributes, a.Key) {
				wrong = append(wrong, "attribute "+a.Key)
			}
			if a.Key == "href" || a.Key == "src" {
				if u, err := url.Parse(a.Val); err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
					wrong = append(wrong, "address "+a.Val)
				}
			}
		}
	}
	return wrong
}

func again(t *testing.T, text string) string {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := html.Render(&out, root); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
