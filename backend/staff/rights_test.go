package staff_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"relais/backend/staff"
)

func TestCopyHoldsEverythingAndCanBeRead(t *testing.T) {
	d := newDesk(t)
	d.Hold(staff.Traces(d.ws)...)
	d.load(list)
	p := d.person("lea@x.test")
	if err := d.SetMembership(d.ctx, p.ID, staff.Change{State: staff.Active, Words: "<script>oui</script>", Origin: staff.OriginReply}); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"fr", "en"} {
		data, err := d.Copy(d.ctx, p.ID, language)
		if err != nil {
			t.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil || len(archive.File) != 2 {
			t.Fatalf("%v %v", archive, err)
		}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			raw, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range []string{"lea@x.test", "Soudure", "1200", "linkedin.com/in/lea"} {
				if !strings.Contains(string(raw), word) {
					t.Errorf("%s lacks %q", f.Name, word)
				}
			}
			if strings.HasSuffix(f.Name, ".html") && strings.Contains(string(raw), "<script>") {
				t.Error("words of a person run as script")
			}
		}
	}
	if moments, err := d.Timeline(d.ctx, p.ID); err != nil || len(moments) != 1 {
		t.Errorf("%v %v", moments, err)
	}
}

func TestMergeMovesWhatOthersKeep(t *testing.T) {
	d := newDesk(t)
	d.Hold(staff.Traces(d.ws)...)
	d.load(list)
	lea, eva := d.person("lea@x.test"), d.person("eva@x.test")
	if err := d.SetMembership(d.ctx, eva.ID, staff.Change{State: staff.Left, Origin: staff.OriginReply}); err != nil {
		t.Fatal(err)
	}
	if err := d.Merge(d.ctx, lea.ID, eva.ID); err != nil {
		t.Fatal(err)
	}
	one := d.person("eva@x.test")
	if one.ID != lea.ID || one.Membership != staff.Left || len(one.Addresses) != 2 {
		t.Errorf("%+v", one)
	}
}

func TestRetentionErasesByTheRuleAlone(t *testing.T) {
	d := newDesk(t)
	d.Hold(staff.Traces(d.ws)...)
	d.load("Nom;Mail;Date de sortie\nA B;a@x.test;2025-01-31\nC D;c@x.test;2026-03-01\nE F;e@x.test;\n")
	if err := d.Daily(d.ctx); err != nil {
		t.Fatal(err)
	}
	d.person("a@x.test")
	if err := d.SetRetention(d.ctx, staff.Retention{PeopleMonths: 6, MailMonths: 24}); err != nil {
		t.Fatal(err)
	}
	d.clock.forward(1)
	if err := d.Daily(d.ctx); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := d.ByAddress(d.ctx, "a@x.test"); ok {
		t.Error("kept beyond the rule")
	}
	d.person("c@x.test")
	d.person("e@x.test")
}

func TestDocumentsAreFilledIn(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{staff.DocumentRecord, staff.DocumentNotice, staff.DocumentWorksCouncil} {
		for _, language := range []string{"fr", "en"} {
			page, err := d.Document(d.ctx, name, language)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(page), `class="gap"`) || strings.Contains(string(page), "&lt;span") {
				t.Errorf("%s %s: gaps are not marked", name, language)
			}
		}
	}
}
