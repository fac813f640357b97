package roster

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"relais/backend/network"
	"relais/backend/staff/sheet"
)

const (
	maxName      = 200 // characters
	maxText      = 300
	maxTopics    = 60
	maxAddresses = 10
)

// reader turns the rows below one header into entries.
type reader struct {
	head      head
	dates1904 bool
	today     string
	orders    map[int]DateOrder
	languages map[string]string
	// familyFirst: the header of the whole name announces the surname first.
	familyFirst bool
	width       int
}

func newReader(t sheet.Table, h head, o Options) *reader {
	r := &reader{head: h, dates1904: t.Dates1904, today: o.Today, orders: map[int]DateOrder{}, languages: languageIndex()}
	for _, c := range h.columns {
		switch c.Field {
		case Joined, LeftOn, AsOf:
			var values []string
			for _, row := range t.Rows {
				if row.Number > h.number {
					values = append(values, row.Text(c.Index))
				}
			}
			r.orders[c.Index] = Order(values)
		case FullName:
			key := Fold(c.Header)
			r.familyFirst = strings.HasPrefix(key, "nom prenom") || strings.HasPrefix(key, "nom et prenom") ||
				strings.HasPrefix(key, "last name first") || strings.HasPrefix(key, "nachname vorname") || strings.HasPrefix(key, "name vorname") ||
				strings.HasPrefix(key, "noms et prenom") || strings.HasPrefix(key, "surname name")
		}
		if c.Header != "" || c.Field != Ignored {
			r.width = c.Index + 1
		}
	}
	return r
}

// row reads one row whole or says why not.
func (r *reader) row(row sheet.Row) (Entry, *Rejection) {
	if row.Broken != "" {
		return Entry{}, reject(row.Number, row.Broken)
	}
	if r.repeatsHeader(row) {
		return Entry{}, reject(row.Number, "row_header_again")
	}
	if r.head.number > 0 && r.tooWide(row) {
		return Entry{}, reject(row.Number, sheet.BrokenColumns, "expected", r.width)
	}
	b := builder{reader: r, row: row, entry: Entry{Row: row.Number}}
	for _, c := range r.head.columns {
		text := unguard(row.Text(c.Index))
		if c.Field == Ignored || blank(text) {
			continue
		}
		if formula(text) && row.Text(c.Index) == text {
			return Entry{}, reject(row.Number, "row_formula", "column", title(c), "text", text)
		}
		if rejected := b.take(c, text); rejected != nil {
			return Entry{}, rejected
		}
	}
	return b.finish()
}

func title(c Column) string {
	if c.Header != "" {
		return c.Header
	}
	return sheet.ColumnName(c.Index)
}

// tooWide: text beyond the last column means that a delimiter stood inside a cell and everything has moved.
func (r *reader) tooWide(row sheet.Row) bool {
	for i := r.width; i < len(row.Cells); i++ {
		if row.Cells[i].Text != "" && !row.Cells[i].Merged {
			return true
		}
	}
	return false
}

func (r *reader) repeatsHeader(row sheet.Row) bool {
	same, filled := 0, 0
	for _, c := range r.head.columns {
		if c.Header == "" || r.head.number == 0 {
			continue
		}
		filled++
		if strings.EqualFold(row.Text(c.Index), c.Header) {
			same++
		}
	}
	return same >= 2 && same*2 > filled
}

var formulaLike = regexp.MustCompile(`(?i)^[+\-@\t\r](\s*[a-zà-ÿ_.]+\s*\(|.*[|!].*|[\d.,\s]+[*/+\-^][\d.,(]|[+\-=@])`)

// formula tells text that a spreadsheet program would run: what begins with an equals sign, or with a plus, minus
// or at sign and goes on as a formula does. Telephone numbers and @handles are none.
func formula(text string) bool {
	return strings.HasPrefix(text, "=") || strings.HasPrefix(text, "＝") || formulaLike.MatchString(text)
}

// unguard takes off the apostrophe with which exports keep such text from being run.
func unguard(text string) string {
	rest, led := strings.CutPrefix(text, "'")
	if first, _ := utf8.DecodeRuneInString(rest); led && rest != "" && strings.ContainsRune("=+-@'＝＋－＠", first) {
		return rest
	}
	return text
}

// builder gathers the values of one row.
type builder struct {
	*reader
	row           sheet.Row
	entry         Entry
	given, family string
	full          string
	generic       network.ID // of a column that names the network of the row
	profile       string
	audience      *int64
	asOf          string
}

func (b *builder) take(c Column, text string) *Rejection {
	switch c.Field {
	case FullName, FamilyName, GivenName:
		return b.takeName(c, text)
	case Addresses:
		return b.takeAddresses(c, text)
	case Number:
		b.entry.Number = clip(text)
	case Job:
		b.entry.Job = clip(text)
	case Department:
		b.entry.Department = clip(text)
	case Manager:
		b.entry.Manager = clip(text)
	case Languages:
		list, ok := parseLanguages(b.languages, text)
		if !ok {
			return reject(b.row.Number, "row_language", "text", text)
		}
		b.entry.Languages = merge(b.entry.Languages, list)
	case Topics:
		list := split(text, ",;/|\n•")
		if len(list) > maxTopics {
			return reject(b.row.Number, "row_too_many_topics", "limit", maxTopics)
		}
		b.entry.Topics = merge(b.entry.Topics, list)
	case Membership:
		b.entry.Membership = refusal(text)
	case Joined, LeftOn, AsOf:
		return b.takeDate(c, text)
	case Network, Profile, Audience:
		return b.takeAccount(c, text)
	}
	return nil
}

func (b *builder) takeName(c Column, text string) *Rejection {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > maxName || !strings.ContainsFunc(text, unicode.IsLetter) || strings.Contains(text, "@") {
		return reject(b.row.Number, "row_name_unreadable", "text", text)
	}
	switch c.Field {
	case GivenName:
		b.given = text
	case FamilyName:
		b.family = text
	default:
		b.full = text
	}
	return nil
}

func (b *builder) takeAddresses(c Column, text string) *Rejection {
	parts := split(text, ",;|\n")
	if len(parts) == 1 && strings.Count(text, "@") > 1 {
		parts = strings.Fields(strings.NewReplacer("/", " ", " et ", " ", " & ", " ").Replace(text))
	}
	for _, part := range parts {
		address, ok := CleanAddress(part)
		if !ok {
			link := ""
			if c.Index < len(b.row.Cells) {
				link = b.row.Cells[c.Index].Link
			}
			if address, ok = CleanAddress(link); !ok || !strings.HasPrefix(strings.ToLower(link), "mailto:") {
				return reject(b.row.Number, "row_address_unreadable", "text", part)
			}
		}
		known := false
		for _, a := range b.entry.Addresses {
			known = known || AddressKey(a) == AddressKey(address)
		}
		if !known {
			b.entry.Addresses = append(b.entry.Addresses, address)
		}
	}
	if len(b.entry.Addresses) > maxAddresses {
		return reject(b.row.Number, "row_too_many_addresses", "limit", maxAddresses)
	}
	return nil
}

func (b *builder) takeDate(c Column, text string) *Rejection {
	day, ok := ParseDate(text, b.orders[c.Index], b.dates1904, b.today)
	if !ok {
		return reject(b.row.Number, "row_date_unreadable", "column", title(c), "text", text)
	}
	switch c.Field {
	case Joined:
		b.entry.JoinedOn = day
	case LeftOn:
		b.entry.LeftOn = day
	default:
		b.asOf = day
	}
	return nil
}

// finish checks what only the whole row can tell.
func (b *builder) finish() (Entry, *Rejection) {
	e := &b.entry
	e.Name, e.GivenName = b.names()
	switch {
	case e.Name == "" && len(e.Addresses) == 0:
		return Entry{}, reject(e.Row, "row_no_person", "text", firstText(b.row))
	case e.Name == "":
		return Entry{}, reject(e.Row, "row_no_name", "address", e.Addresses[0])
	case len(e.Addresses) == 0:
		return Entry{}, reject(e.Row, "row_no_address", "name", e.Name)
	case e.JoinedOn != "" && e.LeftOn != "" && e.LeftOn < e.JoinedOn:
		return Entry{}, reject(e.Row, "row_left_before_joined", "joined", e.JoinedOn, "left", e.LeftOn)
	}
	b.settleAccounts()
	return *e, nil
}

// names puts the name together from what the row has of it. Where the column of surnames holds whole names ('Name'
// beside 'Given name'), they are not doubled.
func (b *builder) names() (name, given string) {
	whole := b.full
	if whole == "" && b.given != "" && holds(b.family, b.given) {
		whole = b.family
	}
	if whole == "" || b.full != "" && b.family != "" {
		return joinName(b.given, b.family)
	}
	if b.given != "" && !holds(whole, b.given) {
		return joinName(b.given, whole)
	}
	name, given = splitName(whole, b.familyFirst && b.full != "" && b.given == "")
	if b.given != "" {
		given = calm(b.given)
	}
	return name, given
}

// holds says whether a whole name has a given name among its words, and more.
func holds(whole, given string) bool {
	words, part := strings.Fields(Fold(whole)), strings.Fields(Fold(given))
	if len(words) <= len(part) {
		return false
	}
	return strings.Contains(" "+Fold(whole)+" ", " "+Fold(given)+" ")
}

func firstText(row sheet.Row) string {
	for _, c := range row.Cells {
		if c.Text != "" {
			return c.Text
		}
	}
	return ""
}

// refusal reads a column of memberships: only a no counts, since consent is given by the person alone.
func refusal(text string) string {
	switch key := Fold(text); {
	case no[key], strings.Contains(key, "refus"), strings.Contains(key, "opt out"), strings.Contains(key, "declin"), strings.Contains(key, "abgelehnt"):
		return "refused"
	case key == "left", key == "quitte", key == "parti", key == "sorti", strings.Contains(key, "desinscri"), strings.Contains(key, "unsubscri"):
		return "left"
	}
	return ""
}

func merge(list, more []string) []string {
	for _, m := range more {
		known := false
		for _, have := range list {
			known = known || Fold(have) == Fold(m)
		}
		if !known {
			list = append(list, clip(m))
		}
	}
	return list
}

func clip(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > maxText {
		return string([]rune(text)[:maxText])
	}
	return text
}
