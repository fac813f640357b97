package extract

import (
	"strings"
	"time"

	"github.com/itlightning/dateparse"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// Published is when an article came out. Where the page gives a date without a
// time, Day is set and Time is midnight UTC of that day.
type Published struct {
	Time time.Time
	Day  bool
}

// String gives RFC 3339, or YYYY-MM-DD where only the day is known, and nothing
// where the date is unknown.
func (p Published) String() string {
	switch {
	case p.Time.IsZero():
		return ""
	case p.Day:
		return p.Time.Format(time.DateOnly)
	}
	if p.Time.Nanosecond() != 0 {
		return p.Time.Format("2006-01-02T15:04:05.000Z07:00")
	}
	return p.Time.Format(time.RFC3339)
}

var publishedNames = []string{
	"article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
	"sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.created", "dc.date", "dc.created",
	"citation_publication_date", "citation_online_date", "publish-date", "publish_date", "publishdate", "publication_date", "pubdate", "pdate",
	"publication-date", "cxenseparse:recs:publishtime", "date.issued", "rnews:datepublished", "created", "date", "last-modified-original", "iso-8601-publish-date",
}

func (p *page) published() Published {
	t := p.articleThing()
	if d := ReadDate(t.text("datePublished", "dateCreated", "datePosted")); !d.Time.IsZero() {
		return d
	}
	for _, n := range publishedNames {
		if d := ReadDate(p.meta(n)); !d.Time.IsZero() {
			return d
		}
	}
	for _, n := range []string{"datepublished", "datecreated", "dateposted"} {
		if d := ReadDate(p.prop(n)); !d.Time.IsZero() {
			return d
		}
	}
	for _, e := range p.times {
		if attr(e, "pubdate") != "" || strings.Contains(attr(e, "class"), "publish") || strings.Contains(attr(e, "class"), "entry-date") {
			if d := ReadDate(attr(e, "datetime")); !d.Time.IsZero() {
				return d
			}
		}
	}
	if len(p.times) > 0 && len(p.times) <= 3 {
		if d := ReadDate(attr(p.times[0], "datetime")); !d.Time.IsZero() {
			return d
		}
	}
	page := ""
	if p.base != nil {
		page = p.base.String()
	}
	return dateInText(p.doc, page)
}

// dateInText searches the visible text and the address, the last resort.
func dateInText(doc *html.Node, page string) (d Published) {
	defer func() { _ = recover() }() // a page that trips the library has no date
	res, err := htmldate.FromDocument(doc, htmldate.Options{URL: page, UseOriginalDate: true, SkipExtensiveSearch: true})
	if err == nil && !res.IsZero() {
		y, m, day := res.DateTime.Date()
		return Published{Time: time.Date(y, m, day, 0, 0, 0, 0, time.UTC), Day: true}
	}
	return Published{}
}

// ReadDate reads a date as machines write it. Years before 1990 or beyond 2100
// are placeholders, not dates.
func ReadDate(s string) Published {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 64 {
		return Published{}
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return plausible(Published{Time: t, Day: true})
	}
	if t, err := time.Parse("20060102", s); err == nil {
		return plausible(Published{Time: t, Day: true})
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05 -0700", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(Published{Time: t})
		}
	}
	return looseDate(s)
}

func looseDate(s string) (d Published) {
	defer func() { _ = recover() }() // the library panics on some odd strings
	t, err := dateparse.ParseAny(s)
	if err != nil {
		return Published{}
	}
	h, m, sec := t.Clock()
	return plausible(Published{Time: t, Day: h == 0 && m == 0 && sec == 0 && !strings.Contains(s, ":")})
}

func plausible(d Published) Published {
	if y := d.Time.Year(); y < 1990 || y > 2100 {
		return Published{}
	}
	return d
}
