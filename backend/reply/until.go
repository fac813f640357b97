package reply

import (
	"strconv"
	"strings"
	"time"
)

// isoDay is how a calendar date is written.
const isoDay = "2006-01-02"

var months = func() map[string]time.Month {
	all := map[string]time.Month{}
	for _, list := range []string{
		"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
		"january february march april may june july august september october november december",
		"januar februar marz april mai juni juli august september oktober november dezember",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
	} {
		for i, name := range strings.Fields(list) {
			all[name] = time.Month(i + 1)
		}
	}
	return all
}()

var spans = map[string]int{ // days
	"semaine": 7, "semaines": 7, "week": 7, "weeks": 7, "woche": 7, "wochen": 7, "semana": 7, "semanas": 7, "settimana": 7, "settimane": 7, "weken": 7,
	"mois": 30, "month": 30, "months": 30, "monat": 30, "monate": 30, "monaten": 30, "mes": 30, "meses": 30, "mese": 30, "mesi": 30, "maand": 30, "maanden": 30,
	"jours": 1, "days": 1, "tage": 1, "dias": 1, "giorni": 1, "dagen": 1, "fortnight": 14, "quinzaine": 15, "trimestre": 91, "quarter": 91,
}

// UntilDate reads the last day of a break, as YYYY-MM-DD, from what was written on the given day. It is empty where
// the words name an event ('after the harvest') instead of a date: then a person sets it.
func UntilDate(text string, on time.Time) string {
	e := &evidence{text: text, tokens: tokenize(text)}
	for i, t := range e.tokens {
		if month, ok := months[t.folded]; ok {
			return e.namedDay(i, month, on).Format(isoDay)
		}
		if days, ok := spans[t.folded]; ok && i > 0 {
			if n, _, ok := e.numberAt(i - 1); ok && n > 0 && n < 100 {
				return on.AddDate(0, 0, n*days).Format(isoDay)
			}
			if e.tokens[i-1].folded == "a" || e.tokens[i-1].folded == "un" || e.tokens[i-1].folded == "next" {
				return on.AddDate(0, 0, days).Format(isoDay)
			}
		}
		if day, ok := numericDate(t, on); ok {
			return day.Format(isoDay)
		}
	}
	return ""
}

// namedDay: '12 janvier', 'June 20', 'fin août' (its last day), 'mi-octobre', 'reprise en septembre' (the day before it).
func (e *evidence) namedDay(i int, month time.Month, on time.Time) time.Time {
	day := 0
	before := ""
	for j := max(0, i-2); j < min(len(e.tokens), i+2); j++ {
		if t := e.tokens[j]; j != i && (t.kind == numberToken || t.kind == wordToken && len(t.folded) > 1 && isDigit(t.folded[0])) {
			if n, err := strconv.Atoi(strings.TrimRight(t.folded, "erstndh.")); err == nil && n >= 1 && n <= 31 {
				day = n
				break
			}
		}
	}
	if i > 0 {
		before = e.tokens[i-1].folded
		if i > 1 && e.tokens[i-1].kind == softToken || before == "of" || before == "de" {
			before = e.tokens[max(0, i-2)].folded
		}
	}
	year := on.Year()
	if month < on.Month() || month == on.Month() && day != 0 && day < on.Day() {
		year++
	}
	switch {
	case day > 0:
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	case before == "fin" || before == "ende" || before == "end" || before == "finales" || before == "fine" || before == "eind":
		return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	case strings.HasPrefix(before, "mi") || before == "mitte" || before == "mid" || before == "mediados" || before == "meta":
		return time.Date(year, month, 15, 0, 0, 0, 0, time.UTC)
	case before == "en" && month == on.Month() || before == "august":
		return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(year, month, 0, 0, 0, 0, 0, time.UTC)
}

// numericDate: 15.1., 31/08, 2026-09-01.
func numericDate(t token, on time.Time) (time.Time, bool) {
	if t.kind != numberToken {
		return time.Time{}, false
	}
	parts := strings.FieldsFunc(t.text, func(r rune) bool { return r == '.' || r == '/' })
	if len(parts) != 2 {
		return time.Time{}, false
	}
	day, err1 := strconv.Atoi(parts[0])
	month, err2 := strconv.Atoi(parts[1])
	if err1 != nil || err2 != nil || day < 1 || day > 31 || month < 1 || month > 12 {
		return time.Time{}, false
	}
	year := on.Year()
	if month < int(on.Month()) || month == int(on.Month()) && day < on.Day() {
		year++
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), true
}
