package campaign

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"relais/backend/workspace"
)

// Event is something that the calendar shows: letters that go or went out, a post that ends, a campaign's dates.
type Event struct {
	Kind  string // sending, digest, reminder, post_expires, campaign_starts, campaign_ends
	ID    int64  // of the dispatch, post or campaign
	Day   string // YYYY-MM-DD
	Title string
	Count int // letters, of sending
}

// Calendar gives what happens from one day to another, both included, in time order.
func (s *Service) Calendar(ctx context.Context, from, to string) ([]Event, error) {
	start, err := time.ParseInLocation(time.DateOnly, from, s.ws.Now().Location())
	if err != nil {
		return nil, workspace.NewFault("date_unreadable", "text", from)
	}
	end, err := time.ParseInLocation(time.DateOnly, to, s.ws.Now().Location())
	if err != nil {
		return nil, workspace.NewFault("date_unreadable", "text", to)
	}
	var rows []struct {
		ID    int64
		At    workspace.Instant
		Title string
		Kind  string
		Count int
	}
	out := []Event{}
	err = s.ws.DB.Read(ctx).Raw(`SELECT m.mailing_id AS id, COALESCE(m.sent_at, m.not_before, m.created_at) / 900000 * 900000 AS at,
		COALESCE(p.title, '') AS title, d.kind AS kind, COUNT(*) AS count
		FROM message m JOIN dispatch d ON d.id = m.mailing_id LEFT JOIN post p ON p.id = d.post_id
		WHERE m.state NOT IN ('cancelled', 'rejected') AND COALESCE(m.sent_at, m.not_before, m.created_at) BETWEEN ? AND ?
		GROUP BY 1, 2, 3, 4`, workspace.At(start), workspace.At(end.AddDate(0, 0, 1))-1).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: calendar: %w", err)
	}
	// Quarters of an hour are summed up to days here: the day is the user's, and no zone cuts a quarter.
	at := map[Event]int{}
	for _, r := range rows {
		kind := "sending"
		if r.Title == "" { // a digest has no post of its own
			kind = r.Kind
		}
		e := Event{Kind: kind, ID: r.ID, Day: r.At.Time().In(start.Location()).Format(time.DateOnly), Title: r.Title}
		i, known := at[e]
		if !known {
			i = len(out)
			at[e] = i
			out = append(out, e)
		}
		out[i].Count += r.Count
	}
	var days []Event
	err = s.ws.DB.Read(ctx).Raw(`SELECT 'post_expires' AS kind, id, expires_on AS day, title, 0 AS count FROM post
			WHERE expires_on BETWEEN ?1 AND ?2 AND state IN ('draft', 'submitted', 'approved') AND template = 0
		UNION ALL SELECT 'campaign_starts', id, starts_on, name, 0 FROM campaign WHERE starts_on BETWEEN ?1 AND ?2 AND state <> 'archived'
		UNION ALL SELECT 'campaign_ends', id, ends_on, name, 0 FROM campaign WHERE ends_on BETWEEN ?1 AND ?2 AND state <> 'archived'`, from, to).Scan(&days).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: calendar: %w", err)
	}
	out = append(out, days...)
	sortEvents(out)
	return out, nil
}

func sortEvents(events []Event) {
	for i := 1; i < len(events); i++ {
		for k := i; k > 0 && events[k].before(events[k-1]); k-- {
			events[k], events[k-1] = events[k-1], events[k]
		}
	}
}

func (e Event) before(o Event) bool {
	if e.Day != o.Day {
		return e.Day < o.Day
	}
	return e.Kind+e.Title < o.Kind+o.Title
}

// ICS writes events as a calendar file (RFC 5545). words turns an event into its title in the reader's language. No
// name of a member of staff is in it.
func ICS(events []Event, now time.Time, words func(Event) string) string {
	var out strings.Builder
	line := func(text string) { out.WriteString(folded(text) + "\r\n") }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Relais//Relais//EN")
	for _, e := range events {
		day, err := time.Parse(time.DateOnly, e.Day)
		if err != nil {
			continue
		}
		line("BEGIN:VEVENT")
		line("UID:" + e.Kind + "-" + strconv.FormatInt(e.ID, 10) + "-" + day.Format("20060102") + "@relais")
		line("DTSTAMP:" + now.UTC().Format("20060102T150405Z"))
		line("DTSTART;VALUE=DATE:" + day.Format("20060102"))
		line("DTEND;VALUE=DATE:" + day.AddDate(0, 0, 1).Format("20060102"))
		line("SUMMARY:" + strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`).Replace(workspace.OneLine(words(e))))
		line("TRANSP:TRANSPARENT")
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
	return out.String()
}

// folded breaks a line before its 75th byte, never inside a character (RFC 5545, section 3.1).
func folded(text string) string {
	var out strings.Builder
	width := 0
	for _, r := range text {
		size := len(string(r))
		if width+size > 74 {
			out.WriteString("\r\n ")
			width = 1
		}
		out.WriteRune(r)
		width += size
	}
	return out.String()
}
