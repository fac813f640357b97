package roster_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
)

const today = "2026-03-16"

func read(t *testing.T, name string, data []byte) roster.Roster {
	t.Helper()
	file, err := sheet.Read(name, data)
	if err != nil {
		t.Fatalf("sheet: %v", err)
	}
	r, err := roster.Read(file, roster.Options{Today: today})
	if err != nil {
		t.Fatalf("roster: %v", err)
	}
	return r
}

// summary writes a roster as one line per row, so that cases stay readable.
func summary(r roster.Roster) string {
	var lines []string
	for _, e := range r.Entries {
		line := fmt.Sprintf("%d %s [%s] %s", e.Row, e.Name, e.GivenName, strings.Join(e.Addresses, "+"))
		for _, v := range []string{e.Job, e.Department, strings.Join(e.Languages, "+"), e.JoinedOn, e.LeftOn, e.Manager, strings.Join(e.Topics, "+")} {
			if v != "" {
				line += " | " + v
			}
		}
		for _, a := range e.Accounts {
			line += " | " + string(a.Network)
			if a.Address != "" {
				line += " " + a.Address
			}
			if a.Audience != nil {
				line += fmt.Sprintf(" %d", *a.Audience)
			}
		}
		lines = append(lines, line)
	}
	for _, x := range r.Rejected {
		lines = append(lines, fmt.Sprintf("%d! %s", x.Row, x.Code))
	}
	return strings.Join(lines, "\n")
}

func windows1252(t *testing.T, text string) []byte {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

const frenchCSV = "Liste du personnel;;;;;\r\n" +
	"Mise à jour : 01/03/2026;;;;;\r\n" +
	"\r\n" +
	"Nom;Prénom;Adresse e-mail;Service;Fonction;Date d'entrée\r\n" +
	"MÜLLER;Léa;lea@example.test;Études;Chargée d'études;04/03/2021\r\n" +
	"Durand;Zoé;zoe(at)example.test;R&D;;13/01/2019\r\n" +
	"N'Guyen;Anaïs;ANAIS@example.test ;R&D;\"Ingénieure; qualité\";2.9.19\r\n" +
	"Martin;Paul;;R&D;;\r\n" +
	"Petit;Jean;lea@example.test;R&D;;\r\n" +
	"=1+1;Jean;jean@example.test;R&D;;\r\n" +
	"\"Faux;Guillemet;g@example.test;R&D;;\r\n" +
	"Roux;Inès;ines@example.test;\"Achats\";;31/02/2020\r\n" +
	"Blanc;Hugo;hugo@example.test;Achats;Acheteur;1 mars 2020;surplus\r\n" +
	";;;;;\r\n" +
	"Noir;Eva;eva@example.test;Achats;Acheteuse\r\n"

const frenchWant = `5 Léa MÜLLER [Léa] lea@example.test | Chargée d'études | Études | 2021-03-04
7 Anaïs N'Guyen [Anaïs] ANAIS@example.test | Ingénieure; qualité | R&D | 2019-09-02
15 Eva Noir [Eva] eva@example.test | Acheteuse | Achats
6! row_address_unreadable
8! row_no_address
9! row_address_repeated
10! row_formula
11! row_quote_open
12! row_date_unreadable
13! row_too_many_columns`

func TestFrenchListInEveryEncoding(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(frenchCSV)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(frenchCSV)
	if err != nil {
		t.Fatal(err)
	}
	mac, err := charmap.Macintosh.NewEncoder().String(frenchCSV)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(frenchCSV, "\n")
	mixed := []byte{}
	for i, l := range lines {
		if i%2 == 0 {
			mixed = append(mixed, windows1252(t, l)...)
		} else {
			mixed = append(mixed, l...)
		}
	}
	twice, err := charmap.Windows1252.NewDecoder().String(frenchCSV)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"utf-8": []byte(frenchCSV), "utf-8 with mark": []byte("\uFEFF" + frenchCSV), "windows-1252": windows1252(t, frenchCSV),
		"utf-16le": []byte(utf16), "utf-16be without mark": []byte(bare), "macintosh": []byte(mac), "mixed": mixed, "encoded twice": []byte(twice),
		"tabs": []byte(strings.ReplaceAll(strings.Replace(frenchCSV, "\"Ingénieure; qualité\"", "Ingénieure, qualité", 1), ";", "\t")),
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Replace(summary(read(t, "personnel.csv", data)), "Ingénieure, qualité", "Ingénieure; qualité", 1)
			if got != frenchWant {
				t.Errorf("got\n%s\nwant\n%s", got, frenchWant)
			}
		})
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain English", "name,email\nLea Martin,lea@x.test\n", "2 Lea Martin [Lea] lea@x.test"},
		{"German", "Nachname;Vorname;E-Mail-Adresse;Abteilung;Funktion;Eintrittsdatum;Sprache\nGroß;Jürgen;j@x.test;Vertrieb;Leiter;04.03.2021;Deutsch\n",
			"2 Jürgen Groß [Jürgen] j@x.test | Leiter | Vertrieb | de | 2021-03-04"},
		{"no header", "Léa Martin,lea@x.test\nPaul Roux,paul@x.test\n", "1 Léa Martin [Léa] lea@x.test\n2 Paul Roux [Paul] paul@x.test"},
		{"networks", "Nom complet;Mail;LinkedIn;Abonnés LinkedIn;X;Nb d'abonnés Twitter\nLéa M;l@x.test;https://www.linkedin.com/in/lea;1 200;@lea;1,2k\n",
			"2 Léa M [Léa] l@x.test | linkedin https://www.linkedin.com/in/lea 1200 | x @lea 1200"},
		{"audience that is no number", "Nom;Mail;Abonnés LinkedIn\nLéa M;l@x.test;beaucoup\n", "2! row_audience_unreadable"},
		{"network column", "Nom;Mail;Réseau;Abonnés\nLéa M;l@x.test;LinkedIn;800\n", "2 Léa M [Léa] l@x.test | linkedin 800"},
		{"several addresses", "Nom;Mail\nLéa M;\"lea@x.test; l.m@x.test\"\n", "2 Léa M [Léa] lea@x.test+l.m@x.test"},
		{"capitals first", "Collaborateur;Courriel\nDE LA TOUR Jean-Marc;j@x.test\n\"Dupont, Anne\";a@x.test\n",
			"2 Jean-Marc DE LA TOUR [Jean-Marc] j@x.test\n3 Anne Dupont [Anne] a@x.test"},
		{"scripts", "name,email\n王小明,w@x.test\nОльга Иванова,o@x.test\nمحمد علي,m@x.test\n",
			"2 王小明 [] w@x.test\n3 Ольга Иванова [Ольга] o@x.test\n4 محمد علي [] m@x.test"},
		{"month first", "name,email,start date\nA B,a@x.test,03/25/2021\nC D,c@x.test,03/04/2021\n", "2 A B [A] a@x.test | 2021-03-25\n3 C D [C] c@x.test | 2021-03-04"},
		{"three styles", "name,email,joined\nA B,a@x.test,2021-03-04\nC D,c@x.test,04/03/2021\nE F,e@x.test,4 mars 2021\nG H,g@x.test,44259\n",
			"2 A B [A] a@x.test | 2021-03-04\n3 C D [C] c@x.test | 2021-03-04\n4 E F [E] e@x.test | 2021-03-04\n5 G H [G] g@x.test | 2021-03-04"},
		{"names under another name", "Membre;E-mail\nÉva Noir;a@x.test\nLi;c@x.test\n", "2 Éva Noir [Éva] a@x.test\n3 Li [] c@x.test"},
		{"addresses under another name", "Nom;Prénom;Contact\nA;B;a@x.test\nC;D;c@x.test\n", "2 B A [B] a@x.test\n3 D C [D] c@x.test"},
		{"excel's first line", "sep=;\nNom;Mail\nA B;a@x.test\n", "2 A B [A] a@x.test"},
		{"cell over lines", "Nom;Mail;Fonction\n\"A B\";a@x.test;\"Chef\nde projet\"\nC D;c@x.test;\n", "2 A B [A] a@x.test | Chef de projet\n3 C D [C] c@x.test"},
		{"blank lines count", "Nom;Mail\n\n\nA B;a@x.test\n\nC D;\n", "4 A B [A] a@x.test\n6! row_no_address"},
		{"formulas", "Nom;Mail;Fonction\nA B;a@x.test;=HYPERLINK(\"http://e\")\nC D;c@x.test;@SUM(A1)\nE F;e@x.test;+cmd|' /C calc'!A0\nG H;g@x.test;-2+3\n",
			"2! row_formula\n3! row_formula\n4! row_formula\n5! row_formula"},
		{"ours, guarded", "Nom;Mail;Fonction\nA B;a@x.test;'=R&D\n", "2 A B [A] a@x.test | =R&D"},
		{"a no is taken, a yes is not", "Nom;Mail;Participation\nA B;a@x.test;active\n", "2 A B [A] a@x.test"},
		{"names of nobody", "Nom;Mail\n12345;a@x.test\nTotal : 12;\n", "2! row_name_unreadable\n3! row_no_address"},
		{"bad addresses", "Nom;Mail\nA;a@b\nB;a b@x.test\nC;@x.test\nD;d@x..test\nE;é@x.test\nF;<f@x.test>\nG;mailto:g@x.test\nH;h@exa_mple.test\nI;i@müller.test\n",
			"6 E [] é@x.test\n7 F [] f@x.test\n8 G [] g@x.test\n10 I [] i@müller.test\n2! row_address_unreadable\n3! row_address_unreadable\n4! row_address_unreadable\n5! row_address_unreadable\n9! row_address_unreadable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := summary(read(t, "list.csv", []byte(c.text))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestVCards(t *testing.T) {
	text := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa Martin\r\nN:Martin;Léa;;;\r\nEMAIL;TYPE=INTERNET:lea@x.test\r\nORG:Acme;R&D\r\nTITLE:Ingénieure\r\n" +
		"URL:https://www.linkedin.com/in/lea\r\nEND:VCARD\r\n" +
		"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dupr=C3=A9;Zo=C3=A9\r\nEMAIL:zoe@x.test\r\nEND:VCARD\r\n" +
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sans Adresse\r\nEND:VCARD\r\n"
	want := "1 Léa Martin [Léa] lea@x.test | Ingénieure | R&D | linkedin https://www.linkedin.com/in/lea\n2 Zoé Dupré [Zoé] zoe@x.test\n3! row_no_address"
	if got := summary(read(t, "team.vcf", []byte(text))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestWorkbook reads a workbook as firms have them: a title merged over the table, two header rows, a department
// merged over its people, dates and figures as numbers, a formula with its result, and a second sheet.
func TestWorkbook(t *testing.T) {
	book := excelize.NewFile()
	set := func(axis string, v any) {
		t.Helper()
		if err := book.SetCellValue("Sheet1", axis, v); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "Effectifs au 1er mars 2026")
	must(book.MergeCell("Sheet1", "A1", "G1"))
	set("E3", "LinkedIn")
	must(book.MergeCell("Sheet1", "E3", "F3"))
	must(book.SetSheetRow("Sheet1", "A4", &[]any{"Service", "Nom", "Prénom", "Courriel", "Profil", "Abonnés", "Date d'embauche"}))
	must(book.SetSheetRow("Sheet1", "A5", &[]any{"Achats", "Roux", "Inès", "ines@x.test", "Voir", 1200, 44259}))
	must(book.SetSheetRow("Sheet1", "A6", &[]any{nil, "Noir", "Eva", "eva@x.test", nil, "1 300", "2020-01-02"}))
	must(book.MergeCell("Sheet1", "A5", "A6"))
	must(book.SetCellHyperLink("Sheet1", "E5", "https://www.linkedin.com/in/ines", "External"))
	set("A8", "Total : 2")
	_, err := book.NewSheet("Notes")
	must(err)
	must(book.SetCellValue("Notes", "A1", "Brouillon"))
	var out bytes.Buffer
	must(book.Write(&out))
	want := "5 Inès Roux [Inès] ines@x.test | Achats | 2021-03-04 | linkedin https://www.linkedin.com/in/ines 1200\n" +
		"6 Eva Noir [Eva] eva@x.test | Achats | 2020-01-02 | linkedin 1300\n8! row_no_person"
	if got := summary(read(t, "effectifs.xlsx", out.Bytes())); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
