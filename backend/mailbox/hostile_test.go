package mailbox_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"relais/backend/mailbox"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// hostile is an IMAP server that answers as its fields say.
type hostile struct {
	t        testing.TB
	mu       sync.Mutex
	validity uint32
	mails    map[uint32]string
	// metas and body write the answer to a FETCH; nil means the plain one.
	meta func(uid uint32, mail string) string
	body func(uid uint32, mail string) string
	// search writes the answer to UID SEARCH.
	search  func(uids []uint32) string
	closed  string // why no folder is opened; "" opens it
	drop    bool   // close the connection after the next message, without a word
	address string
}

func serve(t testing.TB, mails map[uint32]string) *hostile {
	t.Helper()
	h := &hostile{t: t, validity: 7, mails: mails}
	h.address = mailrig.Serve(t, h.talk).String()
	return h
}

var fetchLine = regexp.MustCompile(`^(\S+) UID FETCH (\S+) \((.*)\)`)
var part = regexp.MustCompile(`BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?`)

func (h *hostile) talk(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // a test's server
	fmt.Fprint(conn, "* OK [CAPABILITY IMAP4rev1] ready\r\n")
	in := bufio.NewScanner(conn)
	for in.Scan() {
		line := in.Text()
		tag, rest, _ := strings.Cut(line, " ")
		h.mu.Lock()
		switch {
		case strings.HasPrefix(rest, "CAPABILITY"):
			fmt.Fprintf(conn, "* CAPABILITY IMAP4rev1\r\n%s OK\x20done\r\n", tag)
		case strings.HasPrefix(rest, "LIST"):
			fmt.Fprintf(conn, "* LIST () \"/\" INBOX\r\n%s OK done\r\n", tag)
		case strings.HasPrefix(rest, "EXAMINE") && h.closed != "":
			fmt.Fprintf(conn, "%s NO %s\r\n", tag, h.closed)
		case strings.HasPrefix(rest, "EXAMINE"):
			fmt.Fprintf(conn, "* %d EXISTS\r\n* OK [UIDVALIDITY %d] valid\r\n* OK [UIDNEXT 1] a lie\r\n%s OK [READ-ONLY] done\r\n", len(h.mails), h.validity, tag)
		case strings.HasPrefix(rest, "UID SEARCH"):
			uids := h.uids()
			if h.search != nil {
				fmt.Fprint(conn, h.search(uids))
			} else {
				fmt.Fprintf(conn, "* SEARCH%s\r\n", list(uids))
			}
			fmt.Fprintf(conn, "%s OK done\r\n", tag)
		case fetchLine.MatchString(line):
			m := fetchLine.FindStringSubmatch(line)
			for _, uid := range h.uids() {
				if _, there := h.mails[uid]; !there || !inSet(m[2], uid) {
					continue
				}
				fmt.Fprint(conn, h.fetch(uid, m[3]))
				if h.drop {
					h.drop = false
					h.mu.Unlock()
					return
				}
			}
			fmt.Fprintf(conn, "%s OK done\r\n", tag)
		case strings.HasPrefix(rest, "LOGOUT"):
			fmt.Fprintf(conn, "* BYE\x20bye\r\n%s OK done\r\n", tag)
			h.mu.Unlock()
			return
		default:
			fmt.Fprintf(conn, "%s OK done\r\n", tag)
		}
		h.mu.Unlock()
	}
}

func (h *hostile) fetch(uid uint32, items string) string {
	mail := h.mails[uid]
	p := part.FindStringSubmatch(items)
	if p == nil {
		if h.meta != nil {
			return h.meta(uid, mail)
		}
		return fmt.Sprintf("* %d FETCH (UID %d INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" RFC822.SIZE %d)\r\n", uid, uid, len(mail))
	}
	if p[1] != "" {
		from, _ := strconv.Atoi(p[1])
		size, _ := strconv.Atoi(p[2])
		from = min(from, len(mail))
		piece := mail[from:min(len(mail), from+size)]
		return fmt.Sprintf("* %d FETCH (UID %d BODY[]<%s> {%d}\r\n%s)\r\n", uid, uid, p[1], len(piece), piece)
	}
	if h.body != nil {
		return h.body(uid, mail)
	}
	return fmt.Sprintf("* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(mail), mail)
}

func (h *hostile) uids() []uint32 {
	var all []uint32
	for uid := uint32(1); uid < 5000; uid++ {
		if _, ok := h.mails[uid]; ok {
			all = append(all, uid)
		}
	}
	return all
}

func list(uids []uint32) string {
	var b strings.Builder
	for _, uid := range uids {
		fmt.Fprintf(&b, " %d", uid)
	}
	return b.String()
}

func inSet(set string, uid uint32) bool {
	for _, r := range strings.Split(set, ",") {
		from, to, ranged := strings.Cut(r, ":")
		if !ranged {
			to = from
		}
		a, _ := strconv.Atoi(from)
		b, err := strconv.Atoi(to)
		if int(uid) >= a && (int(uid) <= b || err != nil) {
			return true
		}
	}
	return false
}

// boxAccount connects to any address in the clear.
type boxAccount struct {
	address string
	shared  bool
	timeout time.Duration
}

func (a *boxAccount) Box(context.Context) (mailbox.Box, error) {
	return mailbox.Box{Account: "hr@example.test", Shared: a.shared}, nil
}

func (a *boxAccount) OpenIMAP(ctx context.Context) (*wire.Client, error) {
	c, err := wire.Dial(ctx, wire.Endpoint{Address: a.address, Security: wire.Plain, Timeout: a.timeout})
	if err != nil {
		return nil, err
	}
	return c, c.Login(ctx, "hr", "secret")
}

func newBox(t testing.TB, address string) (*workspace.Workspace, *mailbox.Service) {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return ws, mailbox.New(ws, &boxAccount{address: address, timeout: time.Second})
}

func mailOf(n int) string {
	return fmt.Sprintf("From: lea@example.test\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: <m%d@example.test>\r\nSubject: s\r\n\r\nbody %d\r\n", n, n)
}

func mails(n int) map[uint32]string {
	all := map[uint32]string{}
	for i := 1; i <= n; i++ {
		all[uint32(i)] = mailOf(i)
	}
	return all
}

// kept gives the bytes of everything that is stored.
func kept(t testing.TB, s *mailbox.Service) map[string]bool {
	t.Helper()
	rows, err := s.ReadBefore(context.Background(), 1, 0, 10000)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, r := range rows {
		raw, err := s.Raw(context.Background(), r.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		if all[string(raw)] {
			t.Errorf("stored twice: %.40q", raw)
		}
		all[string(raw)] = true
	}
	return all
}

// TestHostileServersLoseNothing reads from servers that break the rules each in one way. After at most three readings
// everything is there, once, and no reading takes longer than its deadlines.
func TestHostileServersLoseNothing(t *testing.T) {
	full := func(uid uint32, mail string) string {
		return fmt.Sprintf("* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(mail), mail)
	}
	cases := map[string]func(h *hostile){
		"UID after the literal": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				return fmt.Sprintf("* %d FETCH (BODY[] {%d}\r\n%s UID %d)\r\n", uid, len(mail), mail, uid)
			}
		},
		"unsolicited FLAGS before and between": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				return fmt.Sprintf("* %d FETCH (FLAGS (\\Seen))\r\n* %d FETCH (UID %d FLAGS (\\Seen \\Recent))\r\n", uid, uid, uid) + full(uid, mail) + "* 99 EXISTS\r\n"
			}
		},
		"unknown attributes": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				return fmt.Sprintf("* %d FETCH (X-GM-MSGID 12 MODSEQ (7) X-LIST (A (B C) NIL) ENVELOPE NIL BODYSTRUCTURE (\"x\") UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(mail), mail)
			}
		},
		"a body as a quoted string": func(h *hostile) {
			h.mails[3] = "Subject: q"
			h.body = func(uid uint32, mail string) string {
				if uid == 3 {
					return fmt.Sprintf("* 3 FETCH (UID 3 BODY[] \"%s\")\r\n", mail)
				}
				return full(uid, mail)
			}
		},
		"a UID left out of a FETCH, once": func(h *hostile) {
			left := 2
			h.body = func(uid uint32, mail string) string {
				if uid == 4 && left > 0 {
					left--
					return ""
				}
				return full(uid, mail)
			}
		},
		"a UID left out of the metas": func(h *hostile) {
			h.meta = func(uid uint32, mail string) string {
				if uid%3 == 0 {
					return ""
				}
				return fmt.Sprintf("* %d FETCH (UID %d INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" RFC822.SIZE %d)\r\n", uid, uid, len(mail))
			}
		},
		"a UID left out of the first SEARCH": func(h *hostile) {
			first := true
			h.search = func(uids []uint32) string {
				if first {
					first = false
					uids = append(append([]uint32{}, uids[:4]...), uids[5:]...)
				}
				return "* SEARCH" + list(uids) + "\r\n"
			}
		},
		"SEARCH in several lines, unsorted, with repetitions": func(h *hostile) {
			h.search = func(uids []uint32) string {
				half := len(uids) / 2
				return "* SEARCH" + list(uids[half:]) + "\r\n* SEARCH" + list(uids[:half+1]) + " (MODSEQ 917162500)\r\n"
			}
		},
		"sizes that lie": func(h *hostile) {
			h.meta = func(uid uint32, _ string) string {
				return fmt.Sprintf("* %d FETCH (UID %d INTERNALDATE \"nonsense\" RFC822.SIZE %d)\r\n", uid, uid, uid%2*4000000000)
			}
		},
		"the same message again and again": func(h *hostile) {
			h.body = func(uid uint32, mail string) string { return strings.Repeat(full(uid, mail), 3) }
		},
		"messages that nobody asked for": func(h *hostile) {
			h.body = func(uid uint32, mail string) string { return full(uid+1000, "nobody asked") + full(uid, mail) }
		},
		"a response that would panic the client, at the sixth message": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* FETCH\r\n"
				}
				return full(uid, mail)
			}
		},
		"a literal of four gigabytes": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* 6 FETCH (UID 6 BODY[] {4294967295}\r\n"
				}
				return full(uid, mail)
			}
		},
		"lists without end": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* 6 FETCH " + strings.Repeat("(", 100000)
				}
				return full(uid, mail)
			}
		},
		"a word without end": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* 6 FETCH (" + strings.Repeat("A", 10<<20)
				}
				return full(uid, mail)
			}
		},
		"garbage in the middle": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "\x00\xff* ) ( {x}\r\n"
				}
				return full(uid, mail)
			}
		},
		"BYE in the middle": func(h *hostile) {
			times := 2
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					h.drop = true
					return "* BYE going down for maintenance\r\n"
				}
				return full(uid, mail)
			}
		},
		"BYE in the middle, and the connection stays open": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* BYE [ALERT] too many connections\r\n"
				}
				return full(uid, mail)
			}
		},
		"a connection that ends in the middle of a literal": func(h *hostile) {
			times := 2
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					h.drop = true
					return full(uid, mail)[:60]
				}
				return full(uid, mail)
			}
		},
		"a message expunged in the middle": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				if _, there := h.mails[8]; uid == 6 && there {
					delete(h.mails, 8) // the numbers of those after it move down
					return "* 8 EXPUNGE\r\n* 8 EXISTS\r\n" + full(uid, mail)
				}
				return full(uid, mail)
			}
		},
		"VANISHED that nobody asked for": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				if uid == 2 || uid == 6 {
					return "* VANISHED (EARLIER) 1:4,300:310\r\n* VANISHED 7,9\r\n" + full(uid, mail)
				}
				return full(uid, mail)
			}
		},
		"UIDVALIDITY that changes with the connection in the middle of a reading": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && h.validity == 7 {
					h.validity, h.drop = 8, true
					h.mails = moved(h.mails, func(uid uint32) uint32 { return uid + 100 })
				}
				return full(uid, mail)
			}
		},
		"UIDVALIDITY that changes in the middle of a FETCH, with other messages under the same numbers": func(h *hostile) {
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && h.validity == 7 {
					h.validity = 8
					h.mails = moved(h.mails, func(uid uint32) uint32 { return 10 - uid })
					return "* OK [UIDVALIDITY 8] rebuilt\r\n" + full(uid, h.mails[uid])
				}
				return full(uid, mail)
			}
		},
		"NUL bytes in messages and between them": func(h *hostile) {
			h.mails[3] = "Subject: \x00\r\n\r\n\x00\x00 a body of \x00\r\n"
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					return "* 6 FETCH (UID 6 X-NOTE \"a\x00b\" FLAGS (\x00))\r\n" + full(uid, mail)
				}
				return full(uid, mail)
			}
		},
		"a stall in the middle": func(h *hostile) {
			times := 1
			h.body = func(uid uint32, mail string) string {
				if uid == 6 && times > 0 {
					times--
					time.Sleep(1500 * time.Millisecond)
				}
				return full(uid, mail)
			}
		},
	}
	for name, set := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := serve(t, mails(9))
			set(h)
			_, s := newBox(t, h.address)
			started := time.Now()
			var last error
			for range 3 {
				_, last = s.Fetch(context.Background(), nil)
			}
			if last != nil {
				t.Errorf("the third reading: %v", last)
			}
			if took := time.Since(started); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			got := kept(t, s)
			for uid, mail := range h.mails {
				if !got[mail] {
					t.Errorf("message %d is lost", uid)
				}
			}
			if len(got) != len(h.mails) {
				t.Errorf("%d messages stored, want %d", len(got), len(h.mails))
			}
		})
	}
}

// moved gives the messages under other UIDs.
func moved(mails map[uint32]string, to func(uid uint32) uint32) map[uint32]string {
	all := make(map[uint32]string, len(mails))
	for uid, mail := range mails {
		all[to(uid)] = mail
	}
	return all
}

// TestAPoisonousMessageKeepsNobodyOut has one message that always breaks the connection: all others come in, and it is
// asked for again each time.
func TestAPoisonousMessageKeepsNobodyOut(t *testing.T) {
	h := serve(t, mails(9))
	h.mails[5] = strings.Repeat("x", 10)
	poison := func(uid uint32) string { return fmt.Sprintf("* %d FETCH (UID %d BODY[] {9999999999}\r\n", uid, uid) }
	h.body = func(uid uint32, mail string) string {
		if uid == 5 {
			return poison(uid)
		}
		return fmt.Sprintf("* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(mail), mail)
	}
	_, s := newBox(t, h.address)
	for range 2 {
		if _, err := s.Fetch(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
	}
	if got := kept(t, s); len(got) < 8 {
		t.Errorf("%d of 8 messages came in", len(got))
	}
}

func TestChangedUIDValidityRecognisesAndLosesNothing(t *testing.T) {
	h := serve(t, mails(20))
	_, s := newBox(t, h.address)
	ctx := context.Background()
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 20 {
		t.Fatalf("%+v %v", r, err)
	}
	h.mu.Lock()
	h.validity = 8
	for uid, mail := range h.mails {
		if uid%2 == 0 { // the server was moved: it added a header field to half of them
			h.mails[uid] = "X-Migrated: yes\r\n" + mail
		}
	}
	h.mails = moved(h.mails, func(uid uint32) uint32 { return uid + 100 })
	h.mails[500] = mailOf(500)
	h.mu.Unlock()
	r, err := s.Fetch(ctx, nil)
	if err != nil || r.New != 1 || r.Recognised != 20 {
		t.Errorf("after the change: %+v %v, want 1 new and 20 recognised", r, err)
	}
	if r, err := s.Fetch(ctx, nil); err != nil || r.New+r.Recognised != 0 {
		t.Errorf("again: %+v %v", r, err)
	}
}

func TestLargeMessagesComeInPartsAndAreBounded(t *testing.T) {
	huge := "Subject: huge\r\n\r\n" + strings.Repeat("0123456789abcdef", (mailbox.MaxMessage+(1<<20))/16)
	middle := "Subject: large\r\n\r\n" + strings.Repeat("0123456789abcdef", (9<<20)/16)
	h := serve(t, map[uint32]string{1: mailOf(1), 2: middle, 3: huge, 4: mailOf(4)})
	_, s := newBox(t, h.address)
	ctx := context.Background()
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 4 {
		t.Fatalf("%+v %v", r, err)
	}
	rows, err := s.ReadBefore(ctx, 1, 0, 0)
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows {
		raw, err := s.Raw(ctx, r.ID, 0)
		if err != nil || int64(len(raw)) != r.Size {
			t.Errorf("%d bytes of %d: %v", len(raw), r.Size, err)
		}
		switch {
		case r.Size > mailbox.MaxMessage || r.Truncated != (r.Size == mailbox.MaxMessage):
			t.Errorf("size %d, truncated %v", r.Size, r.Truncated)
		case r.Size == int64(len(middle)) && string(raw) != middle:
			t.Error("the parts were put together wrongly")
		}
	}
}

func TestVanishedMessagesDoNotHoldTheMarkBack(t *testing.T) {
	h := serve(t, mails(6))
	listed := false
	h.search = func(uids []uint32) string {
		if !listed { // 77 is there when SEARCH looks, and gone when FETCH comes
			listed = true
			uids = append(uids, 77)
		}
		return "* SEARCH" + list(uids) + "\r\n"
	}
	_, s := newBox(t, h.address)
	r, err := s.Fetch(context.Background(), nil)
	if err != nil || r.New != 6 || r.Vanished != 1 || r.Missing != 0 {
		t.Errorf("%+v %v", r, err)
	}
}

type known struct{}

func (known) KnownToken(_ context.Context, t string) (bool, error) {
	return t == "ceaaaaaaflvug6ktvjylmnmx44", nil
}
func (known) KnownAddress(_ context.Context, a string) (bool, error) {
	return a == "lea@example.test", nil
}

func TestSharedMailboxKeepsOnlyWhatMatches(t *testing.T) {
	h := serve(t, map[uint32]string{
		1: mailOf(1),
		2: "From: stranger@example.org\r\nSubject: private\r\n\r\nnothing for us\r\n",
		3: "From: stranger@example.org\r\nTo: hr+rceaaaaaaflvug6ktvjylmnmx44@example.test\r\n\r\nhello\r\n",
		4: "From: stranger@example.org\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\nUmVmOiBjZWFhYWFhYWZsdnVnNmt0dmp5bG1ubXg0NA==\r\n",
	})
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close() //nolint:errcheck // a test's end
	s := mailbox.New(ws, &boxAccount{address: h.address, shared: true, timeout: time.Second})
	s.SetMatcher(known{})
	r, err := s.Fetch(context.Background(), nil)
	if err != nil || r.New != 3 || r.Foreign != 1 {
		t.Errorf("%+v %v", r, err)
	}
	for mail := range kept(t, s) {
		if strings.Contains(mail, "private") {
			t.Error("a stranger's mail was kept")
		}
	}
}
