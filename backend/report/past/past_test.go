package past

import (
	"fmt"
	"testing"
	"unicode/utf16"

	"relais/backend/staff/sheet"
)

const today = "2026-06-30"

func read(t *testing.T, name, text string) sheet.File {
	t.Helper()
	f, err := sheet.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReadShares(t *testing.T) {
	file := read(t, "historique.csv", "Suivi ambassadeurs 2024;;;;;;\n;;;;;;\nDate;Collaborateur;Réseau;Titre;Lien;Vues;Abonnés\n"+
		"14/03/2024;Léa Martin;LinkedIn;Le BIM sans douleur;;1,2 k;480\n"+
		"15/03/2024;Marc Petit;;Bois;https://x.com/marc/status/123456;;\n"+
		"32/03/2024;Léa Martin;LinkedIn;x;;;\n"+
		"16/03/2024;;LinkedIn;x;;;\n"+
		"17/03/2024;Léa Martin;Minitel;x;;;\n"+
		"18/03/2024;Léa Martin;LinkedIn;x;;beaucoup;\n"+
		"18/03/2027;Léa Martin;LinkedIn;x;;;\n")
	shares, rejected, ok := ReadShares(file, today)
	if !ok || len(shares) != 2 {
		t.Fatalf("ok %v, %d shares, rejected %+v", ok, len(shares), rejected)
	}
	a, b := shares[0], shares[1]
	if a.Day != "2024-03-14" || a.Network != "linkedin" || a.Figures["views"] != 1200 || *a.Audience != 480 || a.Post != "Le BIM sans douleur" {
		t.Errorf("got %+v", a)
	}
	if b.Network != "x" || b.URL == "" || b.Row != 5 {
		t.Errorf("got %+v", b)
	}
	want := map[int]string{6: "past_date", 7: "past_person", 8: "past_network", 9: "past_number", 10: "past_future"}
	for _, r := range rejected {
		if want[r.Row] != r.Code {
			t.Errorf("row %d: %s, want %s", r.Row, r.Code, want[r.Row])
		}
		delete(want, r.Row)
	}
	if len(want) > 0 {
		t.Errorf("not rejected: %v", want)
	}
}

func TestReadVisits(t *testing.T) {
	tests := []struct {
		name, text, program, day, source string
		post, visits                     int64
	}{
		{"Matomo, campaigns", "Libellé,Visites,Actions\npost-12,34,50\n", Matomo, "", "", 12, 34},
		{"Matomo by day", "Date,Campaign Source,Campaign Name,Visits\n2026-05-04,linkedin,post-7,1 204\n", Matomo, "2026-05-04", "linkedin", 7, 1204},
		{"Google Analytics 4", "# ----------------------------------------\n# Traffic acquisition\n# Start date: 20260501\n# End date: 20260531\n# ----------------------------------------\n\nSession source / medium,Session campaign,Sessions\nlinkedin / advocacy,post-3,18\n", GoogleAnalytics, "", "linkedin", 3, 18},
		{"landing pages with tags", "Page de destination,Sessions\n/offres/bim?utm_source=x&utm_medium=advocacy&utm_campaign=post-9,5\n", Matomo, "", "x", 9, 5},
		{"another campaign", "Campaign,Visits\nnewsletter-mai,9\n", Matomo, "", "", 0, 9},
	}
	chart := "# ----------------------------------------\n# User acquisition: First user source\n# Account: Atelier\n# Property: atelier.example\n# ----------------------------------------\n#\n# All Users\n# Start date: 20260501\n# End date: 20260531\nNth day,linkedin / advocacy\n"
	for day := range 31 {
		chart += fmt.Sprintf("%04d,%d\n", day, day)
	}
	for name, form := range map[string]struct{ text, program string }{
		"Google Analytics 4 with a chart and totals": {chart + "\n# All Users\n# Start date: 20260501\n# End date: 20260531\nSession source / medium,Session campaign,Engaged sessions,Sessions\n,,40,61,Grand total\nlinkedin / advocacy,post-8,12,18\nTotals,,40,61\n# ---\nCountry,Sessions\nFrance,61\n", GoogleAnalytics},
		"Matomo, raw names":                          {"label,nb_uniq_visitors,nb_visits,nb_actions,nb_users,max_actions,sum_visit_length,bounce_count,metadata_segment\npost-8,17,18,40,0,9,500,3,\"referrerType==campaign;referrerName==post-8\"\n", Matomo},
		"Matomo, UTF-16":                             {wide("Libellé,Visiteurs uniques,Visites,Actions,metadata: segment\npost-8,17,18,40,referrerName==post-8\n"), Matomo},
	} {
		t.Run(name, func(t *testing.T) {
			s, rejected, ok := ReadVisits(read(t, "export.csv", form.text), today)
			if !ok || len(s.Visits) != 1 || len(rejected) != 0 || s.Program != form.program || s.Visits[0].Post != 8 || s.Visits[0].Visits != 18 {
				t.Fatalf("ok %v, %+v, rejected %+v", ok, s, rejected)
			}
		})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, rejected, ok := ReadVisits(read(t, "export.csv", tt.text), today)
			if !ok || len(s.Visits) != 1 || len(rejected) != 0 {
				t.Fatalf("ok %v, %+v, rejected %+v", ok, s, rejected)
			}
			v := s.Visits[0]
			if s.Program != tt.program || v.Day != tt.day || v.Source != tt.source || v.Post != tt.post || v.Visits != tt.visits {
				t.Errorf("got %s %+v", s.Program, v)
			}
			if tt.program == GoogleAnalytics && (s.Since != "2026-05-01" || s.Until != "2026-05-31") {
				t.Errorf("period %s to %s", s.Since, s.Until)
			}
		})
	}
	if _, _, ok := ReadVisits(read(t, "x.csv", "Nom,Prénom\nA,B\n"), today); ok {
		t.Error("a list of people is taken for statistics")
	}
}

// wide writes a text as Matomo's export does: UTF-16, little-endian, with a mark.
func wide(text string) string {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

func FuzzReadShares(f *testing.F) {
	f.Add([]byte("Date;Nom;Vues\n01/02/2024;A;3\n"))
	f.Add([]byte("Suivi;;\nDate,Email,Lien,Abonnés\n45000,a@b.fr,https://x.com/a/status/1,\"1,2 k\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := sheet.Read("a.csv", data)
		if err != nil {
			return
		}
		shares, _, _ := ReadShares(file, today)
		for _, s := range shares {
			if s.Day == "" || s.Day > today || s.Network == "" || s.Person+s.Address == "" {
				t.Fatalf("got %+v", s)
			}
		}
	})
}

func FuzzReadVisits(f *testing.F) {
	f.Add([]byte("Page,Sessions\n/a?utm_campaign=post-1,5\n"))
	f.Add([]byte("# Start date: 20260501\n# End date: 20260531\nSession source / medium,Session campaign,Sessions\nlinkedin / advocacy,post-3,18\n"))
	f.Add([]byte("label,nb_visits,metadata_segment\npost-2,7,referrerName==post-2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := sheet.Read("a.csv", data)
		if err != nil {
			return
		}
		stats, _, _ := ReadVisits(file, today)
		for _, v := range stats.Visits {
			if v.Visits <= 0 || v.Post < 0 || (v.Day != "" && len(v.Day) != 10) {
				t.Fatalf("got %+v", v)
			}
		}
	})
}
