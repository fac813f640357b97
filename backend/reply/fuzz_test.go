package reply

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"relais/backend/reply/dress"
)

func seeds() [][]byte {
	var out [][]byte
	for i, style := range dress.Styles() {
		texts := []string{"C'est partagé sur LinkedIn, 12 vues.", "1 et 3 partagés, pas le 2", "https://x.com/a/status/12 voilà", "Pause jusqu'au 12 mai svp", "¿Qué?", "\u00a0👍🏽"}
		out = append(out, style.Write(dressed(labelled{ID: "seed", Lang: Languages()[i%6], Text: texts[i%len(texts)]})))
	}
	return append(out, []byte("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--b--\n"), []byte("From: =?utf-8?q?=?=\n\n\xff\xfe"))
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Read(raw, Circumstances{})
		if err != nil {
			t.Fatal(err)
		}
		if r.Action == Record && (!r.State.Recordable() || r.Machine) {
			t.Fatalf("recorded %s", r.State)
		}
		for _, m := range r.Marks {
			_ = r.Fresh[m.From:m.To]
		}
	})
}

func FuzzTrim(f *testing.F) {
	f.Add("ok\n\nLe 3 mars 2026 à 12:00, A <a@b.fr> a écrit :\n> x\n-- \nmoi")
	f.Add("> From: a\n> x\n\nyes\n________________________________\nFrom: a\nSent: b\nTo: c\nSubject: d")
	f.Fuzz(func(t *testing.T, text string) { Trim(text) })
}

func FuzzHTML(f *testing.F) {
	f.Add(`<div>a<br>b</div><div class="gmail_quote"><blockquote>c</blockquote></div>`)
	f.Add(`<a href="https://x.com/a/status/1">ici</a><style>x</style><div id="divRplyFwdMsg">d`)
	f.Fuzz(func(t *testing.T, page string) { htmlText(page) })
}

func FuzzUnderstand(f *testing.F) {
	f.Add("1/ fait 2/ non merci, 1,2 k vues entre 300 et 400 likes https://lnkd.in/p/x")
	f.Add("je l'ai pas encore partgaé, jusqu'à fin août ?!… ¿")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Understand(text, ""); err != nil {
			t.Fatal(err)
		}
		UntilDate(text, time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC))
	})
}

// TestBombs bounds what hostile mail can cost: each is read quickly, in little memory, and goes to a person.
func TestBombs(t *testing.T) {
	head := "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
	nested, many := strings.Builder{}, strings.Builder{}
	nested.WriteString(head)
	for i := range 1000 {
		fmt.Fprintf(&nested, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	nested.WriteString("Content-Type: text/plain\r\n\r\nShared\r\n")
	many.WriteString(head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n")
	for range 1000 {
		many.WriteString("--b\r\nContent-Type: text/plain\r\n\r\nShared on LinkedIn\r\n")
	}
	many.WriteString("--b--\r\n")
	for name, raw := range map[string][]byte{
		"50 MB":         append([]byte(head+"Content-Type: text/plain\r\n\r\nShared on LinkedIn\r\n"), bytes.Repeat([]byte("x y z\r\n"), 50<<20/7)...),
		"one line":      append([]byte(head+"\r\n"), bytes.Repeat([]byte("> "), 10<<20)...),
		"1000 deep":     []byte(nested.String()),
		"1000 parts":    []byte(many.String()),
		"header bomb":   append([]byte("From: "), bytes.Repeat([]byte("a@b.example, "), 1<<18)...),
		"html bomb":     append([]byte(head+"Content-Type: text/html\r\n\r\n"), bytes.Repeat([]byte("<div><blockquote>"), 1<<16)...),
		"word bomb":     append([]byte(head+"Content-Type: text/plain\r\n\r\n"), bytes.Repeat([]byte("partage"), 1<<16)...),
		"question bomb": append([]byte(head+"Content-Type: text/plain\r\n\r\n"), bytes.Repeat([]byte("je l'ai pas encore fait et "), 1<<16)...),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r, err := Read(raw, Circumstances{})
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			if r.Action == Record {
				t.Errorf("recorded as %s", r.State)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 200<<20 {
				t.Errorf("%d MB allocated", spent>>20)
			}
		})
	}
}
