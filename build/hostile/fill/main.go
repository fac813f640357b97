// Fill makes a workspace in which everything that comes from outside is hostile: names of people, feeds, pages, mails,
// files, and what staff answer. The end-to-end tests then visit every screen of it.
//
//	go run ./build/hostile/fill DIR
package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"relais/app"
	"relais/app/demo/mailhost"
	"relais/backend/campaign"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/post"
	"relais/backend/report"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
	"relais/build/hostile"
)

const (
	mailbox = "hr@firm.example"
	people  = 300
	members = 8
	asPage  = 250 // payloads in one clipped page
	letters = 120
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: fill DIR")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// filling is the workspace while it is being filled.
type filling struct {
	app      *app.App
	host     *mailhost.Host
	site     *httptest.Server
	payloads []string
	next     int
	members  []int64
	mu       sync.Mutex
	came     []mailhost.Letter
}

func run(ctx context.Context, dir string) (err error) {
	published, err := hostile.Published(ctx)
	if err != nil {
		return err
	}
	f := &filling{payloads: append(hostile.Payloads(), published...)}
	if f.app, err = app.Open(ctx, dir, workspace.Options{}); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.app.Close()) }()
	f.host, err = mailhost.Start(ctx, mailhost.Config{Address: mailbox, Password: "secret", Now: time.Now, Postman: f.take})
	if err != nil {
		return err
	}
	defer f.host.Close() //nolint:errcheck // the workspace is what counts
	f.site = httptest.NewServer(http.HandlerFunc(f.serve))
	defer f.site.Close()
	for _, step := range []func(context.Context) error{f.company, f.staff, f.feeds, f.pages, f.posts, f.mail, f.past} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	fmt.Printf("%d payloads, each in the library; %d more places\n", len(f.payloads), f.next)
	return nil
}

// one gives the next payload, round and round.
func (f *filling) one() string {
	f.next++
	return f.payloads[f.next%len(f.payloads)]
}

// short is a payload that fits into a field of n bytes and is text: a list with zero bytes is refused as a whole.
func (f *filling) short(n int) string {
	for {
		if p := f.one(); len(p) <= n && !strings.Contains(p, "\x00") && utf8.ValidString(p) {
			return p
		}
	}
}

func (f *filling) take(l mailhost.Letter) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.came = append(f.came, l)
	return nil
}

func (f *filling) company(ctx context.Context) error {
	server := func(port int) account.Server {
		return account.Server{Host: "127.0.0.1", Port: port, Security: wire.Plain}
	}
	yes, at := true, workspace.At(time.Now())
	return errors.Join(
		f.app.Workspace.Settings.SetCompany(ctx, workspace.Company{Name: f.short(80), Language: "en", Contact: f.short(80), PrivacyContact: f.short(80)}),
		f.app.Account.Save(ctx, account.Settings{Address: mailbox, Name: "HR", User: mailbox, Auth: account.Password,
			IMAP: server(f.host.IMAPPort()), SMTP: server(f.host.SMTPPort())}, account.Secret{Password: "secret"}),
		f.app.Account.KeepFindings(ctx, account.Findings{At: &at, Plus: &yes, BounceSender: &yes, KeepsID: &yes}),
		f.app.Workspace.Settings.Set(ctx, "window.welcomed", true),
	)
}

// staff: names, jobs, departments, topics and the file's name.
func (f *filling) staff(ctx context.Context) error {
	var list bytes.Buffer
	w := csv.NewWriter(&list)
	_ = w.Write([]string{"name", "email", "job title", "department", "topics", "language"})
	for i := range people {
		department := f.payloads[i%7]
		_ = w.Write([]string{f.short(150), fmt.Sprintf("p%d@firm.example", i), f.short(150), department, strings.NewReplacer(",", " ", ";", " ", "|", " ").Replace(f.short(60)), "en"})
	}
	w.Flush()
	if _, _, err := f.app.Staff.Import(ctx, name(f.one())+".csv", list.Bytes(), staff.ImportOptions{}); err != nil {
		return err
	}
	// Some rows are refused: who has no name left once what cannot be read is gone is nobody.
	for i := 0; i < people && len(f.members) < members; i++ {
		p, known, err := f.app.Staff.ByAddress(ctx, fmt.Sprintf("p%d@firm.example", i))
		if err != nil {
			return err
		}
		if !known {
			continue
		}
		f.members = append(f.members, p.ID)
		size := int64(100 + i)
		err = f.app.Staff.SetAudience(ctx, p.ID, staff.Figure{Network: "linkedin", Size: &size})
		for _, state := range []staff.Membership{staff.Invited, staff.Active} {
			err = errors.Join(err, f.app.Staff.SetMembership(ctx, p.ID, staff.Change{State: state, Words: f.one()}))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// name is a payload as a file may be called.
func name(p string) string {
	p = strings.NewReplacer("/", "∕", "\x00", "").Replace(p)
	return p[:min(len(p), 150)]
}

// feeds: an OPML with hostile titles, and a site whose feed is hostile in every field.
func (f *filling) feeds(ctx context.Context) error {
	var opml strings.Builder
	opml.WriteString(`<opml version="2.0"><body>`)
	for i := range 40 {
		fmt.Fprintf(&opml, `<outline text="%s"><outline type="rss" text="%s" title="%s" xmlUrl="http://127.0.0.1:9/%d"/></outline>`, xml(f.one()), xml(f.one()), xml(f.one()), i)
	}
	opml.WriteString("</body></opml>")
	if _, err := f.app.Sources.ImportFeeds(ctx, name(f.one())+".opml", []byte(opml.String()), false); err != nil {
		return err
	}
	_, _, err := f.app.Sources.Subscribe(ctx, f.site.URL+"/feed")
	return err
}

func xml(p string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xfffd || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, p)
	return html.EscapeString(clean)
}

func (f *filling) serve(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/feed" {
		fmt.Fprint(w, f.page(20))
		return
	}
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprintf(w, `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>%s</title>`, xml(f.one()))
	for i := range 200 {
		fmt.Fprintf(w, "<item><title>%s</title><link>%s/%d</link><dc:creator>%s</dc:creator><category>%s</category><description>%s</description><content:encoded>%s</content:encoded></item>",
			xml(f.one()), f.site.URL, i, xml(f.one()), xml(f.one()), xml(f.one()), xml("<p>"+f.one()+"</p><p>A sentence, with commas, about welding.</p>"))
	}
	fmt.Fprint(w, "</channel></rss>")
}

// page is a page of so many payloads between sentences that an extractor keeps.
func (f *filling) page(n int) string {
	var b strings.Builder
	title := html.EscapeString(f.one())
	fmt.Fprintf(&b, "<html lang=en><head><title>%s</title><meta name=author content=\"%s\"><meta property=og:site_name content=\"%s\"></head><body><article><h1>%s</h1>", title, html.EscapeString(f.one()), html.EscapeString(f.one()), title)
	for range n {
		fmt.Fprintf(&b, "<p>A sentence that an extractor keeps, with commas, and at some length for a reader.</p><div>%s</div>\n", f.one())
	}
	b.WriteString("</article></body></html>")
	return b.String()
}

// pages: every payload once in a clipped page, and as the name of the file; and mails that are clipped.
func (f *filling) pages(ctx context.Context) error {
	f.next = 0
	for i := 0; i < len(f.payloads); i += asPage {
		if _, err := f.app.Sources.ClipFile(ctx, name(f.payloads[i])+".html", []byte(f.page(asPage))); err != nil {
			return fmt.Errorf("page %d: %w", i/asPage, err)
		}
	}
	refused := 0
	for i := range 10 {
		raw := "From: \"" + header(f.one()) + "\" <news@press.example>\r\nSubject: " + header(f.one()) + "\r\nMessage-ID: <clip" + fmt.Sprint(i) +
			"@press.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + f.page(30)
		if _, err := f.app.Sources.ClipFile(ctx, name(f.one())+".eml", []byte(raw)); err != nil {
			refused++
		}
	}
	if refused > 5 {
		return fmt.Errorf("%d of 10 mails were refused", refused)
	}
	return nil
}

func header(p string) string {
	return mime.QEncoding.Encode("utf-8", strings.NewReplacer("\r", " ", "\n", " ", "\x00", "").Replace(p))
}

// posts: titles, angles and words; put to the members, so that there are letters.
func (f *filling) posts(ctx context.Context) error {
	c, err := f.app.Campaigns.SaveCampaign(ctx, campaign.Campaign{Name: f.short(80), Objective: "visibility", Target: f.short(80)})
	if err != nil {
		return err
	}
	for i := range 30 {
		words := strings.NewReplacer("{", "(", "}", ")").Replace
		content := post.Content{Kind: post.Give, Title: words(f.short(120)), Angle: words(f.one()), Link: fmt.Sprintf("https://www.firm.example/%d", i), CampaignID: &c.ID,
			Variants: []post.Wording{{Network: "linkedin", Language: "en", Text: words(f.one())}}}
		made, err := f.app.Posts.Create(ctx, content)
		if err != nil {
			return err
		}
		if i > 3 || f.app.Posts.Approve(ctx, made.ID) != nil {
			continue
		}
		if _, err := f.app.Campaigns.Send(ctx, campaign.Plan{PostID: made.ID, Staff: f.members}); err != nil {
			return err
		}
	}
	return nil
}

// mail: the letters leave, and what comes back is hostile in every header and part.
func (f *filling) mail(ctx context.Context) error {
	if _, err := app.Sync(ctx, f.app, app.SyncOptions{}, nil); err != nil {
		return err
	}
	for i := range letters {
		to, subject := mailbox, f.one()
		if i < len(f.came) {
			if _, after, found := strings.Cut(string(f.came[i].Raw), "\r\nReply-To: "); found {
				to, _, _ = strings.Cut(after, "\r\n")
			}
		}
		raw := fmt.Sprintf("From: %s <p%d@firm.example>\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <r%d@firm.example>\r\nDate: %s\r\nMIME-Version: 1.0\r\n"+
			"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n%s ?\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>%s</p>\r\n"+
			"--b\r\nContent-Type: image/svg+xml; name=\"%s\"\r\nContent-Disposition: inline; filename=\"%s\"\r\n\r\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"%s\"/>\r\n--b--\r\n",
			header(f.one()), i%people, to, header(subject), i, time.Now().Format(time.RFC1123Z), f.one(), f.one(), f.one(), header(f.short(60)), header(f.short(60)), hostile.Code)
		if err := f.host.Deliver([]string{"INBOX", "Junk"}[i%9/8], []byte(raw)); err != nil {
			return err
		}
	}
	_, err := app.Sync(ctx, f.app, app.SyncOptions{NoFeeds: true}, nil)
	return err
}

// past: what a spreadsheet of old shares says.
func (f *filling) past(ctx context.Context) error {
	var list bytes.Buffer
	w := csv.NewWriter(&list)
	_ = w.Write([]string{"date", "person", "network", "post", "link"})
	for i := range 40 {
		_ = w.Write([]string{time.Now().AddDate(0, 0, -i).Format(time.DateOnly), fmt.Sprintf("p%d@firm.example", i%people), "linkedin", f.short(150),
			fmt.Sprintf("https://www.linkedin.com/posts/%d?x=%s", i, url.QueryEscape(f.short(60)))})
	}
	w.Flush()
	file := name(f.one()) + ".csv"
	plan, err := report.PlanPast(ctx, f.app.Workspace, file, list.Bytes())
	if err != nil {
		return err
	}
	rows := []share.PastShare{}
	for _, r := range plan.New {
		rows = append(rows, r.PastShare)
	}
	if len(rows) == 0 {
		return fmt.Errorf("no past share was taken: %v", plan.Rejected)
	}
	_, err = f.app.Shares.ImportPast(ctx, file, plan.Hash, rows, nil)
	return err
}
