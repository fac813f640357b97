package report

import (
	"context"
	"database/sql"
	"sort"
	"testing"
	"time"

	"relais/backend/workspace"
)

// plain recomputes figures slowly and plainly from the raw rows: one map after
// the other, day by day, nothing packed, nothing kept.
type plain struct {
	t      testing.TB
	ws     *workspace.Workspace
	filter Filter
	from   string
	to     string
}

func (p *plain) rows(query string, args ...any) []map[string]any {
	p.t.Helper()
	var out []map[string]any
	if err := p.ws.DB.Read(context.Background()).Raw(query, args...).Scan(&out).Error; err != nil {
		p.t.Fatalf("%v in %s", err, query)
	}
	return out
}

func num(v any) int64 {
	switch x := v.(type) {
	case int64:
		return x
	case int32:
		return int64(x)
	case int:
		return int64(x)
	case bool:
		if x {
			return 1
		}
	case sql.NullInt64:
		return x.Int64
	}
	return 0
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

// shares are the counted shares under the filter, with standing figures.
func (p *plain) shares(network bool) []map[string]any {
	var out []map[string]any
	for _, s := range p.rows(`SELECT s.*, COALESCE(p.campaign_id, 0) AS campaign_id, COALESCE(c.objective, '') AS objective FROM share s
		LEFT JOIN post p ON p.id = s.post_id LEFT JOIN campaign c ON c.id = p.campaign_id WHERE s.state = 'counted' ORDER BY s.id`) {
		if network && p.filter.Network != "" && text(s["network"]) != p.filter.Network {
			continue
		}
		out = append(out, s)
	}
	return out
}

func (p *plain) inFilter(s map[string]any) bool {
	day := text(s["shared_on"])
	return day >= p.from && day <= p.to &&
		(p.filter.Department == "" || text(s["department"]) == p.filter.Department) &&
		(p.filter.Language == "" || text(s["language"]) == p.filter.Language) && p.postPasses(num(s["post_id"]))
}

func (p *plain) postPasses(id int64) bool {
	if p.filter.Campaign != 0 && len(p.rows("SELECT 1 FROM post WHERE id = ? AND campaign_id = ?", id, p.filter.Campaign)) == 0 {
		return false
	}
	if p.filter.Objective != "" && len(p.rows(`SELECT 1 FROM post p JOIN campaign c ON c.id = p.campaign_id WHERE p.id = ? AND c.objective = ?`, id, p.filter.Objective)) == 0 {
		return false
	}
	return p.filter.Topic == 0 || len(p.rows("SELECT 1 FROM post_topic WHERE post_id = ? AND topic_id = ?", id, p.filter.Topic)) > 0
}

// activeOn says by walking the consent record whether somebody was an active
// member at any time of a day.
func (p *plain) activeOn(events []map[string]any, day string) bool {
	start, _ := time.Parse(time.DateOnly, day)
	end := start.AddDate(0, 0, 1)
	active, resume := false, ""
	was := false
	for _, e := range events {
		at := workspace.Instant(num(e["at"])).Time()
		if !at.Before(end) {
			break
		}
		on := at.Format(time.DateOnly)
		if !at.Before(start) && (active || (resume != "" && resume <= on)) {
			was = true // it held until this moment of the day
		}
		active, resume = false, ""
		switch text(e["state"]) {
		case "active":
			active = true
			if on == day {
				was = true
			}
		case "paused":
			resume = text(e["until_on"])
			if resume != "" && resume < on {
				resume = on
			}
		}
	}
	return was || active || (resume != "" && resume <= day)
}

func (p *plain) departmentOn(staff map[string]any, day string) string {
	best, from := "", ""
	found := false
	for _, st := range p.rows(`SELECT d.name, COALESCE(sd.from_on, '') AS from_on, COALESCE(sd.to_on, '9999') AS to_on FROM staff_department sd
		JOIN department d ON d.id = sd.department_id WHERE sd.staff_id = ? ORDER BY sd.id`, num(staff["id"])) {
		if text(st["from_on"]) <= day && text(st["to_on"]) >= day && (!found || text(st["from_on"]) >= from) {
			best, from, found = text(st["name"]), text(st["from_on"]), true
		}
	}
	if !found {
		for _, d := range p.rows("SELECT name FROM department WHERE id = ?", num(staff["department_id"])) {
			best = text(d["name"])
		}
	}
	return best
}

func (p *plain) days() []string {
	var out []string
	from, _ := time.Parse(time.DateOnly, p.from)
	to, _ := time.Parse(time.DateOnly, p.to)
	for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
		out = append(out, d.Format(time.DateOnly))
	}
	return out
}

// members gives who was active on a day of the period, the headcount, and of
// those invited how many joined.
func (p *plain) members() (active map[int64]bool, headcount, invited, accepted float64) {
	active = map[int64]bool{}
	for _, s := range p.rows("SELECT * FROM staff") {
		if p.filter.Language != "" && text(s["language"]) != p.filter.Language {
			continue
		}
		id := num(s["id"])
		joined, left := text(s["joined_on"]), text(s["left_on"])
		if left == "" {
			left = "9999"
		}
		events := p.rows("SELECT * FROM membership_event WHERE staff_id = ? ORDER BY at, id", id)
		if joined <= p.to && left >= p.to && p.belongs(s, p.to) {
			headcount++
		}
		for _, day := range p.days() {
			if day >= joined && day <= left && p.belongs(s, day) && p.activeOn(events, day) {
				active[id] = true
			}
		}
		in, yes := p.invitation(s, events)
		invited += in
		accepted += yes
	}
	return active, headcount, invited, accepted
}

func (p *plain) belongs(staff map[string]any, day string) bool {
	return p.filter.Department == "" || p.departmentOn(staff, day) == p.filter.Department
}

func (p *plain) invitation(staff map[string]any, events []map[string]any) (invited, accepted float64) {
	for _, e := range events {
		on := workspace.Instant(num(e["at"])).Time().Format(time.DateOnly)
		if text(e["state"]) != "invited" || on < p.from || on > p.to || !p.belongs(staff, on) {
			continue
		}
		for _, later := range events {
			if text(later["state"]) == "active" && workspace.Instant(num(later["at"])).Time().Format(time.DateOnly) >= on {
				return 1, 1
			}
		}
		return 1, 0
	}
	return 0, 0
}

func (p *plain) standing(share int64, kind string) (int64, bool) {
	rows := p.rows(`SELECT value FROM share_figure WHERE share_id = ? AND kind = ? AND voided_at IS NULL
		AND id NOT IN (SELECT supersedes FROM share_figure WHERE supersedes IS NOT NULL AND voided_at IS NULL)
		ORDER BY reported_at DESC, id DESC LIMIT 1`, share, kind)
	if len(rows) == 0 {
		return 0, false
	}
	return num(rows[0]["value"]), true
}

// figures gives every figure that the test compares; those not known are left out.
func (p *plain) figures() map[string]float64 {
	out := map[string]float64{}
	active, headcount, invited, accepted := p.members()
	out[Headcount], out[Active] = headcount, float64(len(active))
	quotient(out, Adoption, accepted, invited)
	met := map[int64]bool{}
	sharers, posts := map[int64]bool{}, map[int64]bool{}
	var shares, potential, estimated, known, views, reactions, withPost float64
	for _, s := range p.shares(true) {
		if r := num(s["request_id"]); r != 0 {
			met[r] = true
		}
		if !p.inFilter(s) {
			continue
		}
		shares++
		sharers[num(s["person"])] = true
		if post := num(s["post_id"]); post != 0 {
			posts[post] = true
			withPost++
		}
		doubted := len(p.rows("SELECT 1 FROM share_flag WHERE share_id = ? AND kind = 'audience_implausible' AND decision <> 'accepted'", num(s["id"]))) > 0
		if s["audience"] != nil && !doubted {
			known++
			potential += float64(num(s["audience"]))
			if text(s["network"]) != "unspecified" {
				estimated += float64(num(s["audience"])) * DefaultFactor
			}
		}
		v, told := p.standing(num(s["id"]), "views")
		if told && v > 0 {
			sum, any := 0.0, false
			for _, kind := range []string{"likes", "comments", "reposts"} {
				if x, ok := p.standing(num(s["id"]), kind); ok {
					sum, any = sum+float64(x), true
				}
			}
			if any {
				views, reactions = views+float64(v), reactions+sum
			}
		}
	}
	both := 0.0
	for id := range sharers {
		if active[id] {
			both++
		}
	}
	out[Shares], out[Sharers] = shares, float64(len(sharers))
	quotient(out, Participation, both, float64(len(active)))
	if shares == 0 || known > 0 {
		out[Potential], out[EstimatedCode] = potential, estimated
	}
	quotient(out, Per1000, reactions*1000, views)
	p.requests(out, met, posts)
	quotient(out, Amplification, withPost, float64(len(posts)))
	p.others(out, posts)
	return out
}

func quotient(out map[string]float64, code string, over, under float64) {
	if under != 0 {
		out[code] = over / under
	}
}

func (p *plain) requests(out map[string]float64, met, posts map[int64]bool) {
	var sent, shared, read, useful, gives, asks float64
	digests, people := map[int64]bool{}, map[int64]bool{}
	var minutes []float64
	for _, r := range p.rows(`SELECT r.*, p.kind AS kind FROM request r JOIN post p ON p.id = r.post_id WHERE r.sent_at IS NOT NULL`) {
		day := workspace.Instant(num(r["sent_at"])).Time().Format(time.DateOnly)
		staff := p.rows("SELECT * FROM staff WHERE id = ?", num(r["staff_id"]))[0]
		if day < p.from || day > p.to || !p.postPasses(num(r["post_id"])) ||
			(p.filter.Department != "" && p.departmentOn(staff, day) != p.filter.Department) ||
			(p.filter.Language != "" && text(staff["language"]) != p.filter.Language) {
			continue
		}
		sent++
		posts[num(r["post_id"])] = true
		state, did := text(r["state"]), met[num(r["id"])]
		if did {
			shared++
		}
		if state == "read" && !did {
			read++
		}
		if did || state == "read" || state == "shared" {
			useful++
		}
		if r["answered_at"] != nil {
			minutes = append(minutes, float64((num(r["answered_at"])-num(r["sent_at"]))/60000))
			people[num(r["staff_id"])] = true
		}
		if text(r["kind"]) == "ask" {
			asks++
		} else if m := num(r["message_id"]); m == 0 || !digests[m] {
			gives++
			digests[m] = true
		}
	}
	quotient(out, ShareRate, shared, sent)
	quotient(out, Useful, useful, sent)
	quotient(out, Balance, gives, asks)
	out[ReadOnly], out[Gives], out[Asks] = read, gives, asks
	if len(people) >= 5 && p.filter.Department == "" && p.filter.Language == "" {
		sort.Float64s(minutes)
		n := len(minutes)
		out[Response] = (minutes[(n-1)/2] + minutes[n/2]) / 2
	}
}
