package reply

import (
	"math/rand/v2"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestQuotingCorpus(t *testing.T) {
	dir := filepath.Join(corpusDir(t), "quoting")
	files, _ := filepath.Glob(filepath.Join(dir, "*.expected.txt"))
	if len(files) < 32 {
		t.Fatalf("only %d files", len(files))
	}
	for _, expected := range files {
		name := strings.TrimSuffix(expected, ".expected.txt")
		t.Run(filepath.Base(name), func(t *testing.T) {
			raw, err := os.ReadFile(name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(expected)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Read(raw, Circumstances{})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := strings.TrimSpace(r.Text), strings.TrimSpace(string(want)); got != want {
				t.Errorf("got\n%s\n--- want\n%s", got, want)
			}
		})
	}
}

func TestBounceCorpus(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpusDir(t), "bounces", "*.eml"))
	if len(files) < 90 {
		t.Fatalf("only %d files", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Read(raw, Circumstances{})
			if err != nil {
				t.Fatal(err)
			}
			want := bounceKind(filepath.Base(file))
			if r.State != want || !r.Machine {
				t.Errorf("%s (machine %v), want %s", r.State, r.Machine, want)
			}
		})
	}
}

// bounceKind is what each file of the corpus is, read by hand where it is not a failure for good.
func bounceKind(name string) State {
	for kind, names := range map[State][]string{
		Complaint: {"arf-"}, AutoReply: {"rfc3834-04"},
		Delayed:    {"lhost-exim-41", "lhost-gmail-17", "lhost-opensmtpd-06", "lhost-opensmtpd-16", "rfc3464-07", "rfc3464-34"},
		BounceSoft: {"lhost-outlook-07", "lhost-postfix-05", "lhost-postfix-37", "rfc3464-56", "rhost-cloudflare-01", "rhost-gsuite-04", "rhost-yahooinc-02", "lhost-kddi-02"},
	} {
		for _, n := range names {
			if strings.HasPrefix(name, n) {
				return kind
			}
		}
	}
	return BounceHard
}

// TestSwiftAddress reads senders made of pieces of real ones as net/mail does.
func TestSwiftAddress(t *testing.T) {
	pieces := []string{"Léa", "Lea", "Martin", " ", "<", ">", "@", ".", "-", "_", "+", "a", "kerven", "example", "lea@kerven.example", "<lea@kerven.example>", "<l.m+x@k-n.example>", `"Lea M"`, "=?utf-8?q?L=C3=A9a?=", ",", "(x)", "1"}
	r, taken := rand.New(rand.NewPCG(19, 20)), 0
	for range 20000 {
		value := ""
		for range 1 + r.IntN(6) {
			value += pieces[r.IntN(len(pieces))]
		}
		got, ok := swiftAddress(value)
		if !ok {
			continue
		}
		taken++
		if want, err := mail.ParseAddressList(value); err != nil || len(want) != 1 || want[0].Address != got {
			t.Fatalf("%q: %q, want %v, %v", value, got, want, err)
		}
	}
	if taken < 150 {
		t.Errorf("only %d were taken: the test shows little", taken)
	}
}
