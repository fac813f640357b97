package past

import (
	"math"

	"relais/backend/network"
	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
)

// Share is one row of a spreadsheet of past shares, as it stands there.
type Share struct {
	Row      int
	Day      string // YYYY-MM-DD
	Person   string
	Address  string
	Network  string
	Post     string // a title, or the number of a post
	URL      string
	Language string
	Audience *int64
	Figures  map[string]int64
}

// ReadShares reads a spreadsheet of past shares. ok is false where no row names
// a column for the date and one for the person. today bounds the dates.
func ReadShares(file sheet.File, today string) (shares []Share, rejected []roster.Rejection, ok bool) {
	cols, rows, t, ok := table(file, headerWithin, shareHeaders, func(c map[string]int) bool {
		return has(c, fieldDate) && has(c, fieldPerson, fieldAddress)
	})
	if !ok {
		return nil, nil, false
	}
	dates := make([]string, 0, len(rows))
	for _, row := range rows {
		dates = append(dates, cell(row, cols, fieldDate))
	}
	order := roster.Order(dates)
	for _, row := range rows {
		if row.Empty() {
			continue
		}
		if row.Broken != "" {
			rejected = append(rejected, *roster.Reject(row.Number, row.Broken))
			continue
		}
		s, bad := readShare(row, cols, order, t.Dates1904, today)
		if bad != nil {
			rejected = append(rejected, *bad)
			continue
		}
		shares = append(shares, s)
	}
	return shares, rejected, true
}

func readShare(row sheet.Row, cols map[string]int, order roster.DateOrder, dates1904 bool, today string) (Share, *roster.Rejection) {
	get := func(field string) string { return cell(row, cols, field) }
	s := Share{Row: row.Number, Person: get(fieldPerson), Address: get(fieldAddress), Post: get(fieldPost), Language: get(fieldLanguage), Figures: map[string]int64{}}
	day, ok := roster.ParseDate(get(fieldDate), order, dates1904, today)
	if !ok {
		return s, roster.Reject(row.Number, "past_date", "text", get(fieldDate))
	}
	if day > today {
		return s, roster.Reject(row.Number, "past_future", "text", get(fieldDate))
	}
	s.Day = day
	if s.Person == "" && s.Address == "" {
		return s, roster.Reject(row.Number, "past_person")
	}
	if bad := s.where(row, get(fieldURL), get(fieldNetwork)); bad != nil {
		return s, bad
	}
	return s, s.numbers(row, get)
}

// where settles network and address, of which one may tell the other.
func (s *Share) where(row sheet.Row, url, name string) *roster.Rejection {
	if url != "" {
		link, ok := network.FromURL(url)
		if !ok {
			return roster.Reject(row.Number, "past_url", "text", url)
		}
		s.URL, s.Network = link.URL, string(link.Network)
	}
	if name != "" {
		id, ok := network.Parse(name)
		if !ok {
			return roster.Reject(row.Number, "past_network", "text", name)
		}
		s.Network = string(id)
	}
	if s.Network == "" {
		s.Network = string(network.Unspecified)
	}
	return nil
}

func (s *Share) numbers(row sheet.Row, get func(string) string) *roster.Rejection {
	for _, field := range []string{fieldAudience, "views", "likes", "comments", "reposts", "clicks"} {
		text := get(field)
		if text == "" {
			continue
		}
		n, ok := roster.ParseAudience(text)
		if !ok || n < 0 || n > math.MaxInt32 {
			return roster.Reject(row.Number, "past_number", "text", text)
		}
		if field == fieldAudience {
			s.Audience = &n
		} else {
			s.Figures[field] = n
		}
	}
	return nil
}
