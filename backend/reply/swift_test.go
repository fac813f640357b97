package reply

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/jhillyerd/enmime/v2/mediatype"

	"relais/backend/reply/dress"
)

// asTheParser fails where the swift way reads a mail otherwise than the parser does, and tells whether it took it.
func asTheParser(t *testing.T, raw []byte) bool {
	t.Helper()
	got, ok := swiftly(raw)
	if !ok {
		return false
	}
	want := Mail{}
	want.parseAnything(raw)
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("swift %+v\nparser %+v\nof %q", got, want, raw)
	}
	return true
}

// Every mail program that the reader knows writes mails that are read swiftly.
func TestSwiftTakesWhatMailProgramsSend(t *testing.T) {
	for _, style := range dress.Styles() {
		for i, text := range []string{"C'est partagé sur LinkedIn : https://lnkd.in/p/x?a=1", "", "été 👍🏽 – «oui»\n\n.\n> = =3D", strings.Repeat("long ", 100)} {
			raw := style.Write(dressed(labelled{ID: "swift", Lang: Languages()[i], Text: text}))
			if !asTheParser(t, raw) {
				t.Errorf("%s is left to the parser: %.400q", style.Name, raw)
			}
		}
	}
}

func TestSwiftReadsAsTheParser(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpusDir(t), "*", "*.eml"))
	taken := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if asTheParser(t, raw) {
			taken++
		}
	}
	t.Logf("%d of %d", taken, len(files))
}

// TestSwiftReadsDamagedMailAsTheParser breaks good mails in every way that chance finds.
func TestSwiftReadsDamagedMailAsTheParser(t *testing.T) {
	r, seeds := rand.New(rand.NewPCG(3, 4)), swiftSeeds()
	taken := 0
	for range 4000 {
		if asTheParser(t, damagedMail(r, seeds)) {
			taken++
		}
	}
	if taken < 400 {
		t.Errorf("only %d were taken: the test shows little", taken)
	}
}

var awkward = []string{"\r", "\n", "\r\n", "\n\n", " ", "\t", "=", "=\r\n", "=20", "--", "--b", "--b--", "--b\r\n", "--c", ":", "\x00", "\xe9", "é", "\x7f", ";", `"`,
	"Content-Type: text/html\r\n", "Content-Transfer-Encoding: base64\r\n", "charset=utf-8", "charset=iso-8859-15", "boundary=b", "Content-Disposition: attachment\r\n", " \r\n", "====", "é=\n"}

func damagedMail(r *rand.Rand, seeds [][]byte) []byte {
	raw := strings.Clone(string(seeds[r.IntN(len(seeds))]))
	for range 1 + r.IntN(3) {
		from := r.IntN(len(raw) + 1)
		to := min(len(raw), from+r.IntN(3)*r.IntN(10))
		raw = raw[:from] + awkward[r.IntN(len(awkward))] + raw[to:]
	}
	return []byte(raw)
}

func swiftSeeds() [][]byte {
	both := "From: a@b.example\r\nSubject: x\r\n y\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n--b\r\n" +
		"Content-Type: multipart/alternative;\r\n\tboundary=\"c\"\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
		"d=C3=A9j=C3=A0 partag=\r\n=C3=A9  \r\n\r\n--c\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>d\xe9j\xe0</p>\r\n--c--\r\n\r\n--b\r\n" +
		"Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\nAw==\r\n--b--\r\nepilogue\r\n"
	return append(seeds(), []byte(both), []byte(strings.ReplaceAll(both, "\r\n", "\n")),
		[]byte("From: a@b.example\r\n\r\nfait\r\n"), []byte("To: x\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n\x93fait\x94\n"))
}

// TestSwiftMedia reads headers made of pieces of real ones as the parser does.
func TestSwiftMedia(t *testing.T) {
	pieces := []string{"text/plain", "TEXT/html", "multipart/alternative", "attachment", "inline", "x/y.z+w", ";", "; ", ";  ", ";\t", "charset=", "Charset=", "boundary=", "boundary=", "name=", "filename=", "filename*0=",
		"utf-8", "ISO-8859-1", `"utf-8"`, `"=_alt_7f3a"`, `"a;b"`, `"a\"b"`, `""`, `"=?utf-8?q?a?="`, `"charset=x"`, "----=_Part_1", `"a b"`, " ", "=", `"`, "/", "<", "é", "format=flowed", "a.b_c+d", "(x)", "'", "?"}
	r, taken := rand.New(rand.NewPCG(15, 16)), 0
	for range 20000 {
		value := pieces[r.IntN(6)]
		for range r.IntN(8) {
			value += pieces[r.IntN(len(pieces))]
		}
		got, ok := swiftMedia(value)
		if !ok {
			continue
		}
		taken++
		kind, params, odd, err := mediatype.Parse(value)
		if want := (media{kind, params["boundary"], params["charset"]}); err != nil || len(odd) > 0 || got != want {
			t.Fatalf("%q: %+v, want %+v, %v, %v", value, got, want, odd, err)
		}
	}
	if taken < 1000 {
		t.Errorf("only %d were taken: the test shows little", taken)
	}
}

func FuzzSwift(f *testing.F) {
	for _, s := range swiftSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw []byte) { asTheParser(t, raw) })
}

func BenchmarkDecode(b *testing.B) {
	mails := seeds()
	for b.Loop() {
		for _, raw := range mails {
			Decode(raw)
		}
	}
}

// TestClean compares with the plain way of saying it.
func TestClean(t *testing.T) {
	plainly := func(s string) string {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
		return strings.Map(func(r rune) rune {
			switch r {
			case 0, '\u200e', '\u200f', '\u00ad', '\ufeff':
				return -1
			case '\u00a0', '\u202f', '\u2009':
				return ' '
			}
			return r
		}, s)
	}
	bits := []string{"\r", "\n", "\r\n", "\x00", "\u200e", "\u200f", "\u00ad", "\ufeff", "\u00a0", "\u202f", "\u2009", "a", "é", "–", "👍", "\ufffd", "\xe9", "\xe2\x80", "\xc2"}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		s := ""
		for range r.IntN(8) {
			s += bits[r.IntN(len(bits))]
		}
		if got, want := clean(s), plainly(s); got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestIndexFold(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		text := ""
		for range r.IntN(9) {
			text += []string{"r", "R", "e", "F", "f", "ref", "rEF", ".", "www.", "x", "é"}[r.IntN(11)]
		}
		for _, word := range []string{"ref", "www.", "f", "x."} {
			want := -1
			for i := 0; i+len(word) <= len(text) && want < 0; i++ {
				if strings.ToLower(text[i:i+len(word)]) == word {
					want = i
				}
			}
			if got := indexFold(text, word); got != want {
				t.Fatalf("%q in %q: %d, want %d", word, text, got, want)
			}
		}
	}
}
