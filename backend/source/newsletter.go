package source

import (
	"bytes"
	"context"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"relais/backend/article"
	"relais/backend/extract"
	"relais/backend/workspace"
)

const (
	maxMail  = 25 << 20
	maxMails = 2000 // of one mailbox file
	// listFrom is how many articles a mail must link for it to count as a list.
	listFrom = 4
)

// ClipMail takes in a mail or a mailbox of mails, each as one article or, where
// it lists links, as several proposals.
func (s *Service) ClipMail(ctx context.Context, name string, body []byte) ([]article.Added, error) {
	var all []article.Added
	mails := splitMbox(body)
	failed := 0
	for _, raw := range mails {
		added, err := s.Newsletter(ctx, raw)
		if ctx.Err() != nil {
			return all, ctx.Err()
		}
		if err != nil {
			failed++
			continue
		}
		all = append(all, added...)
	}
	if failed == len(mails) {
		return nil, workspace.NewFault("mail_unreadable", "file", name)
	}
	return all, nil
}

var multipart = regexp.MustCompile(`(?i)multipart/`)

var mboxLine = regexp.MustCompile(`(?m)^From \S+.*\d{4}\r?$`)

// splitMbox cuts a mailbox file (RFC 4155) into mails; a mail stays one.
func splitMbox(body []byte) [][]byte {
	if !bytes.HasPrefix(body, []byte("From ")) {
		return [][]byte{body}
	}
	starts := mboxLine.FindAllIndex(body, maxMails)
	if len(starts) == 0 {
		return [][]byte{body[bytes.IndexByte(body, '\n')+1:]}
	}
	var out [][]byte
	for i, at := range starts {
		end := len(body)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		raw := bytes.TrimLeft(body[at[1]:end], "\r\n")
		out = append(out, bytes.ReplaceAll(raw, []byte("\n>From "), []byte("\nFrom ")))
	}
	return out
}

// Newsletter takes in one mail. Its sender becomes a source.
func (s *Service) Newsletter(ctx context.Context, raw []byte) (added []article.Added, err error) {
	if len(raw) > maxMail {
		return nil, workspace.NewFault("fetch_too_large", "address", "mail", "limit", maxMail>>20)
	}
	env, err := readMail(raw)
	if err != nil {
		return nil, workspace.NewFault("mail_unreadable", "file", "mail").Wrap(err)
	}
	from, err := mail.ParseAddress(env.GetHeader("From"))
	if err != nil {
		return nil, workspace.NewFault("mail_unreadable", "file", "mail").Wrap(err)
	}
	at, _ := env.Date()
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		title := from.Name
		if title == "" {
			title = from.Address
		}
		id, _, err := s.ensure(ctx, Source{Kind: KindNewsletter, URL: "mailto:" + strings.ToLower(from.Address), Title: title})
		if err != nil {
			return err
		}
		key := env.GetHeader("Message-Id")
		if key == "" {
			key = env.GetHeader("Subject") + at.Format(time.RFC3339)
		}
		fresh, err := s.markSeen(ctx, id, []Item{{Key: key}})
		if err != nil || len(fresh) == 0 {
			return err
		}
		added, err = s.library.Add(ctx, s.draftsOfMail(env, id, title, at)...)
		return err
	})
	return added, err
}

// maxMultiparts is how many parts of parts a mail may have; a real one has three or
// four. Each level that encloses a line reads it again: thousands of them take hours.
const maxMultiparts = 50

// readMail guards enmime, which has panicked on hostile input before.
func readMail(raw []byte) (env *enmime.Envelope, err error) {
	defer func() {
		if r := recover(); r != nil {
			env, err = nil, workspace.NewFault("mail_unreadable", "file", "mail")
		}
	}()
	if len(multipart.FindAllIndex(raw, maxMultiparts+1)) > maxMultiparts {
		return nil, workspace.NewFault("mail_unreadable", "file", "mail")
	}
	return enmime.NewParser(enmime.DisableCharacterDetection(true), enmime.MaxStoredPartErrors(20)).ReadEnvelope(bytes.NewReader(raw))
}

func (s *Service) draftsOfMail(env *enmime.Envelope, id int64, sender string, at time.Time) []article.Draft {
	if links := listedLinks(env.HTML); len(links) >= listFrom {
		drafts := make([]article.Draft, 0, len(links))
		for _, l := range links {
			drafts = append(drafts, article.Draft{
				Title: l.title, URL: l.url, Excerpt: l.around, Language: extract.GuessLanguage(l.title + ". " + l.around),
				SourceID: id, Origin: article.FromNewsletter, PublishedAt: at, SiteName: hostOf(l.url),
			})
		}
		return drafts
	}
	d := draftOfPlain(env.Text)
	if env.HTML != "" {
		if full, _, err := s.library.DraftOfText(env.HTML, ""); err == nil {
			d = full
		} else {
			d.HTML = s.library.CleanHTML(env.HTML)
			d.Text = linesOf(d.HTML)
		}
	}
	d.Title, d.SiteName, d.SourceID, d.Origin, d.PublishedAt, d.Original = plain(env.GetHeader("Subject")), sender, id, article.FromNewsletter, at, nil
	d.URL = browserCopy(env.HTML)
	return []article.Draft{d}
}

type listed struct{ url, title, around string }

var notArticles = regexp.MustCompile(`(?i)unsubscribe|désinscri|desinscri|abmelden|preferences|préférences|view in browser|voir en ligne|version en ligne|im browser|privacy|confidentialité|mentions légales|impressum|facebook\.com|twitter\.com|x\.com/|linkedin\.com|instagram\.com|youtube\.com|mailto:|forward|transférer|manage your|subscribe`)

// listedLinks finds the articles that a mail lists: links whose words read like
// a headline, with the text that follows each.
func listedLinks(body string) []listed {
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil || body == "" {
		return nil
	}
	var out []listed
	seen := map[string]int{}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > 500 || len(out) > 100 {
			return
		}
		if n.DataAtom == atom.A {
			addLink(n, &out, seen)
			return
		}
		if n.Type == html.TextNode && len(out) > 0 {
			if last := &out[len(out)-1]; len(last.around) < 400 {
				last.around = strings.TrimSpace(last.around + " " + strings.Join(strings.Fields(n.Data), " "))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Style && c.DataAtom != atom.Script {
				walk(c, depth+1)
			}
		}
	}
	walk(doc, 0)
	return out
}

func addLink(n *html.Node, out *[]listed, seen map[string]int) {
	href := ""
	for _, a := range n.Attr {
		if a.Key == "href" {
			href = strings.TrimSpace(a.Val)
		}
	}
	title := textBelow(n)
	u, err := url.Parse(href)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || len(strings.Trim(u.Path, "/")) == 0 && u.RawQuery == "" {
		return
	}
	if len(strings.Fields(title)) < 4 || notArticles.MatchString(href) || notArticles.MatchString(title) {
		return
	}
	key := article.AddressKey(href)
	if _, ok := seen[key]; ok {
		return
	}
	seen[key] = len(*out)
	*out = append(*out, listed{url: href, title: title})
}

func textBelow(n *html.Node) string {
	var sb strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			sb.WriteString(c.Data + " ")
		}
	}
	return strings.Join(strings.Fields(sb.String()), " ")
}

var inBrowser = regexp.MustCompile(`(?i)view (this email )?(in|on) (your )?(browser|web|online)|voir (la version|dans|en ligne)|version en ligne|lire en ligne|im browser|online ansehen|read online|view online`)

// browserCopy finds the link to the mail's copy on the web.
func browserCopy(body string) string {
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return ""
	}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.A && inBrowser.MatchString(textBelow(n)) {
			for _, a := range n.Attr {
				if a.Key == "href" {
					return absolute(nil, a.Val)
				}
			}
		}
	}
	return ""
}
