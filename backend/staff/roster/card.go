package roster

import (
	"strings"

	"github.com/emersion/go-vcard"

	"relais/backend/network"
	"relais/backend/staff/sheet"
)

// readCards reads vCards by the same rules as rows: each is put into a row whose columns have the fields' names.
func readCards(cards []sheet.Card, o Options) Roster {
	columns := []Column{
		{0, "FN", FullName, ""}, {1, "N", FamilyName, ""}, {2, "N", GivenName, ""}, {3, "EMAIL", Addresses, ""}, {4, "TITLE", Job, ""},
		{5, "ORG", Department, ""}, {6, "LANG", Languages, ""}, {7, "CATEGORIES", Topics, ""}, {8, "UID", Ignored, ""},
	}
	for i, id := range networks {
		columns = append(columns, Column{9 + i, "URL", Profile, id})
	}
	table := sheet.Table{}
	r := Roster{Columns: columns}
	for _, c := range cards {
		if c.Broken != "" {
			table.Rows = append(table.Rows, sheet.Row{Number: c.Number, Broken: c.Broken})
			continue
		}
		table.Rows = append(table.Rows, sheet.Row{Number: c.Number, Cells: cells(c.Card, len(columns))})
	}
	reader := newReader(table, head{columns: columns}, o)
	for _, row := range table.Rows {
		r.add(reader.row(row))
	}
	r.refuseRepeats()
	return r
}

var networks = []network.ID{network.LinkedIn, network.X, network.Facebook, network.Instagram, network.Threads, network.Bluesky, network.Mastodon, network.XING}

func cells(card vcard.Card, width int) []sheet.Cell {
	out := make([]sheet.Cell, width)
	put := func(i int, text string) { out[i] = sheet.Cell{Text: strings.TrimSpace(text)} }
	if n := card.Name(); n != nil && n.FamilyName+n.GivenName != "" {
		put(1, n.FamilyName)
		put(2, n.GivenName)
	} else {
		put(0, card.PreferredValue(vcard.FieldFormattedName))
	}
	put(3, strings.Join(emails(card), ";"))
	put(4, card.PreferredValue(vcard.FieldTitle))
	if out[4].Text == "" {
		put(4, card.PreferredValue(vcard.FieldRole))
	}
	// ORG is the firm, then its units (RFC 6350, 6.6.4).
	if org := strings.Split(card.PreferredValue(vcard.FieldOrganization), ";"); len(org) > 1 {
		put(5, org[1])
	}
	put(6, strings.Join(card.Values(vcard.FieldLanguage), ";"))
	put(7, strings.Join(card.Categories(), ";"))
	for _, field := range []string{"URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP"} {
		for _, link := range card.Values(field) {
			id, ok := network.Parse(link)
			for i, known := range networks {
				if ok && id == known {
					put(9+i, link)
				}
			}
		}
	}
	return out
}

// emails gives the preferred address first.
func emails(card vcard.Card) []string {
	preferred := card.PreferredValue(vcard.FieldEmail)
	list := []string{preferred}
	for _, e := range card.Values(vcard.FieldEmail) {
		if e != preferred {
			list = append(list, e)
		}
	}
	return list
}
