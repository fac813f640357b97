package roster

import (
	"strconv"
	"strings"
	"time"
)

// DateOrder says which of day and month comes first in a column of dates such as 04/03/2021.
type DateOrder int

// The orders. Where a column does not tell, the day comes first, as everywhere in Europe.
const (
	DayFirst DateOrder = iota
	MonthFirst
)

var months = monthIndex()

func monthIndex() map[string]int {
	names := []string{
		"janvier janv jan january januar janner enero ene", "fevrier fevr fev feb february februar febrero", "mars mar march marz maerz mrz marzo",
		"avril avr apr april abril abr", "mai may mayo", "juin jun june juni junio", "juillet juil jul july juli julio", "aout aou aug august agosto ago",
		"septembre sept sep september septiembre", "octobre oct october oktober okt octubre", "novembre nov november noviembre",
		"decembre dec december dezember dez diciembre dic",
	}
	index := map[string]int{}
	for i, list := range names {
		for _, n := range strings.Fields(list) {
			index[n] = i + 1
		}
	}
	return index
}

// Order finds the order of a column from its dates: a 13 or more tells. Where both styles occur, each such date is
// read as it must be, and the others with the day first.
func Order(values []string) DateOrder {
	var day, month int
	for _, v := range values {
		n := numbers(v)
		if len(n) < 3 || n[0] > 31 {
			continue
		}
		if n[0] > 12 {
			day++
		} else if n[1] > 12 {
			month++
		}
	}
	if month > 0 && day == 0 {
		return MonthFirst
	}
	return DayFirst
}

// ParseDate reads a date in the styles that lists hold (2021-03-04, 04/03/2021, 4.3.21, 4 mars 2021, March 4, 2021,
// 03/2021 and 2021 as their first day) and serial numbers of spreadsheets. It gives YYYY-MM-DD, or false.
func ParseDate(text string, order DateOrder, dates1904 bool, today string) (string, bool) {
	text = strings.TrimSpace(text)
	if serial, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
		return serialDate(serial, dates1904)
	}
	if i := strings.IndexAny(text, "T"); i == 10 {
		text = text[:i]
	}
	tokens := strings.Fields(Fold(dropTime(text)))
	month := 0
	var n []int
	for _, t := range tokens {
		if m, ok := months[t]; ok && month == 0 {
			month = m
			continue
		}
		v, ok := dateNumber(t)
		if !ok {
			continue
		}
		n = append(n, v)
	}
	return assemble(n, month, order, today)
}

// dropTime takes the time of day off: '04/03/2021 00:00:00'.
func dropTime(text string) string {
	if i := strings.IndexByte(text, ':'); i > 2 {
		if j := strings.LastIndexByte(text[:i], ' '); j > 5 {
			return text[:j]
		}
	}
	return text
}

var dateWords = words("le the am den der lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday de du of " +
	"montag dienstag mittwoch donnerstag freitag samstag sonntag lun mer jeu ven sam dim")

// dateNumber reads 4, 04, 1er, 4th.
func dateNumber(token string) (int, bool) {
	if dateWords[token] {
		return 0, false
	}
	for _, suffix := range []string{"er", "st", "nd", "rd", "th"} {
		token = strings.TrimSuffix(token, suffix)
	}
	v, err := strconv.Atoi(token)
	if err != nil {
		return -1, true
	}
	return v, true
}

func assemble(n []int, month int, order DateOrder, today string) (string, bool) {
	var y, m, d int
	switch {
	case month > 0 && len(n) == 2:
		d, m, y = n[0], month, n[1]
		if n[0] > 31 {
			y, d = n[0], n[1]
		}
	case month > 0 && len(n) == 1:
		d, m, y = 1, month, n[0]
	case month == 0 && len(n) == 3 && n[0] > 31:
		y, m, d = n[0], n[1], n[2]
	case month == 0 && len(n) == 3:
		d, m, y = n[0], n[1], n[2]
		if m > 12 || order == MonthFirst && d <= 12 {
			d, m = m, d
		}
	case month == 0 && len(n) == 2 && n[1] > 31:
		d, m, y = 1, n[0], n[1]
	case month == 0 && len(n) == 2 && n[0] > 31:
		d, m, y = 1, n[1], n[0]
	default:
		return "", false
	}
	return calendar(fullYear(y, today), m, d)
}

// fullYear reads a two-digit year as the latest that is at most one year ahead.
func fullYear(y int, today string) int {
	if y < 0 || y > 99 || len(today) < 4 {
		return y
	}
	now, err := strconv.Atoi(today[:4])
	if err != nil {
		return y
	}
	y += now / 100 * 100
	if y > now+1 {
		y -= 100
	}
	return y
}

func calendar(y, m, d int) (string, bool) {
	if y < 1930 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// serialDate reads days since 30 December 1899 (Excel's own first day, with its leap-year fault) or 1 January 1904;
// a number between 1930 and 2100 is a year.
func serialDate(serial float64, dates1904 bool) (string, bool) {
	days := int(serial)
	if days >= 1930 && days <= 2100 && serial == float64(days) {
		return calendar(days, 1, 1)
	}
	if compact := strconv.Itoa(days); len(compact) == 8 { // 20210304
		t, err := time.Parse("20060102", compact)
		if err == nil {
			return calendar(t.Year(), int(t.Month()), t.Day())
		}
		return "", false
	}
	if days < 10_000 || days > 75_000 {
		return "", false
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if dates1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	t := base.AddDate(0, 0, days)
	return calendar(t.Year(), int(t.Month()), t.Day())
}

func numbers(text string) []int {
	var out []int
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		v, err := strconv.Atoi(f)
		if err != nil {
			return nil
		}
		out = append(out, v)
	}
	return out
}
