package report

import (
	"fmt"
	"time"

	"relais/backend/network"
)

// others adds the figures that rest on referrals, posts, web statistics and the
// firm's own price.
func (p *plain) others(out map[string]float64, posts map[int64]bool) {
	if a, err := ReadAssumptions(p.t.Context(), p.ws); err != nil {
		p.t.Fatal(err)
	} else if reach, known := out[EstimatedCode]; known && a.CPM != nil {
		out[EMV] = reach / 1000 * *a.CPM
	}
	out[Referrals], out[Hires] = 0, 0
	for _, r := range p.rows("SELECT * FROM referral WHERE voided_at IS NULL") {
		if !p.postPasses(num(r["post_id"])) || !p.ofPerson(num(r["person"]), text(r["received_on"])) {
			continue
		}
		if day := text(r["received_on"]); day >= p.from && day <= p.to {
			out[Referrals]++
		}
		if day := text(r["hired_on"]); day != "" && day >= p.from && day <= p.to {
			out[Hires]++
		}
	}
	if len(p.rows("SELECT 1 FROM topic")) > 0 {
		covered := map[int64]bool{}
		for _, t := range p.rows("SELECT post_id, topic_id FROM post_topic") {
			if posts[num(t["post_id"])] {
				covered[num(t["topic_id"])] = true
			}
		}
		out[Topics] = float64(len(covered))
	}
	p.visits(out)
}

func (p *plain) ofPerson(id int64, day string) bool {
	if p.filter.Department == "" && p.filter.Language == "" {
		return true
	}
	for _, s := range p.rows("SELECT * FROM staff WHERE id = ?", id) {
		return (p.filter.Language == "" || text(s["language"]) == p.filter.Language) && p.belongs(s, day)
	}
	return false
}

// visits takes, of lines that two exports have in common, the later one.
func (p *plain) visits(out map[string]float64) {
	latest := map[string]map[string]any{}
	for _, v := range p.rows("SELECT * FROM click_figure ORDER BY import_id") {
		latest[fmt.Sprint(v["day"], "|", v["source"], "|", v["medium"], "|", v["campaign"], "|", v["content"])] = v
	}
	for _, v := range latest {
		on, _ := network.Parse(text(v["source"]))
		post, day := num(v["post_id"]), text(v["day"])
		if post == 0 || day < p.from || day > p.to || !p.postPasses(post) || (p.filter.Network != "" && string(on) != p.filter.Network) ||
			p.filter.Department != "" || p.filter.Language != "" {
			continue
		}
		out[Visits] += float64(num(v["visits"]))
	}
}

// comparison is what one of the four says, plainly; has is false where it is not known.
type plainComparison struct {
	value, staff, page float64
	has                bool
}

func (p *plain) comparisons(active map[int64]bool) map[string]plainComparison {
	day := min(p.to, p.ws.Now().Format(time.DateOnly))
	out := map[string]plainComparison{}
	audience := p.audiences(day, active)
	var weight, common, staff, page, reach, reactions float64
	both := false
	for _, net := range p.rows("SELECT * FROM page ORDER BY network") {
		name := text(net["network"])
		if p.filter.Network != "" && name != p.filter.Network {
			continue
		}
		one := p.page(num(net["id"]), day)
		if v, ok := one["overlap_permille"]; ok {
			w := max(audience[name], 1)
			weight, common = weight+w, common+w*v/1000
		}
		if v, ok := one["followers"]; ok {
			if size, known := audience[name]; known {
				staff, page, both = staff+size, page+v, true
			}
		}
		if v := one["reach_per_post"]; v > 0 {
			reach, reactions = reach+v, reactions+one["reactions_per_post"]
		}
	}
	if weight > 0 {
		out[Different] = plainComparison{1 - common/weight, 1 - common/weight, common / weight, true}
	}
	if both && page > 0 {
		out[Larger] = plainComparison{staff / page, staff, page, true}
	}
	p.postComparisons(out, reach, reactions)
	return out
}

// page gives each figure of a page as it was said last by a day; reach and
// reactions come together.
func (p *plain) page(id int64, day string) map[string]float64 {
	out := map[string]float64{}
	for _, f := range p.rows("SELECT * FROM page_figure WHERE page_id = ? AND voided_at IS NULL AND as_of <= ? ORDER BY as_of, id", id, day) {
		for _, name := range []string{"followers", "overlap_permille"} {
			if f[name] != nil {
				out[name] = float64(num(f[name]))
			}
		}
		if f["reach_per_post"] != nil && f["reactions_per_post"] != nil {
			out["reach_per_post"] = float64(num(f["reach_per_post"]))
			out["reactions_per_post"], _ = f["reactions_per_post"].(float64)
		}
	}
	return out
}

// audiences sums, by network, what each account was last said to have by a day.
func (p *plain) audiences(day string, active map[int64]bool) map[string]float64 {
	out := map[string]float64{}
	for _, a := range p.rows("SELECT * FROM account") {
		if !active[num(a["staff_id"])] {
			continue
		}
		if a["closed_at"] != nil && time.UnixMilli(num(a["closed_at"])).UTC().Format(time.DateOnly) <= day {
			continue
		}
		for _, size := range p.rows("SELECT size FROM audience WHERE account_id = ? AND as_of <= ? AND size <= 1000000 ORDER BY as_of DESC, id DESC LIMIT 1", num(a["id"]), day) {
			out[text(a["network"])] += float64(num(size["size"]))
		}
	}
	return out
}

// postComparisons are the two that rest on shares.
func (p *plain) postComparisons(out map[string]plainComparison, reach, pageReactions float64) {
	var all, experts, views, reactions float64
	for _, s := range p.shares(true) {
		if !p.inFilter(s) {
			continue
		}
		doubted := len(p.rows("SELECT 1 FROM share_flag WHERE share_id = ? AND kind = 'audience_implausible' AND decision <> 'accepted'", num(s["id"]))) > 0
		if s["specialist"] != nil && s["audience"] != nil && !doubted {
			all += float64(num(s["audience"]))
			if num(s["specialist"]) != 0 {
				experts += float64(num(s["audience"]))
			}
		}
		v, sum, told := p.reactions(num(s["id"]))
		if told {
			views, reactions = views+v, reactions+sum
		}
	}
	if all > 0 {
		out[Specialised] = plainComparison{experts / all, experts, all, true}
	}
	if views > 0 && reach > 0 {
		out[Receptive] = plainComparison{reactions * 1000 / views, reactions * 1000 / views, pageReactions * 1000 / reach, true}
	}
}

func (p *plain) reactions(share int64) (views, sum float64, told bool) {
	v, seen := p.standing(share, "views")
	if !seen || v == 0 {
		return 0, 0, false
	}
	for _, kind := range []string{"likes", "comments", "reposts"} {
		if x, ok := p.standing(share, kind); ok {
			sum, told = sum+float64(x), true
		}
	}
	return float64(v), sum, told
}
