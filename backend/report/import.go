package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"

	"relais/backend/report/past"
	"relais/backend/share"
	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// PastPlan is what an import of past shares would do.
type PastPlan struct {
	File      string
	Hash      string
	New       []PastRow
	Unchanged int // rows that stand in the ledger already
	Rejected  []roster.Rejection
}

// PastRow is a share that an import would add.
type PastRow struct {
	share.PastShare
	Name string // of the person, as the spreadsheet has it
	// Stranger: the person is not in the staff list; the share counts, the person
	// does not.
	Stranger bool
}

// PlanPast reads a spreadsheet of past shares and says what an import would do.
// It fails with "past_no_columns" where the columns are not recognised, and with
// the faults of sheet.Read.
func PlanPast(ctx context.Context, ws *workspace.Workspace, name string, data []byte) (PastPlan, error) {
	plan := PastPlan{File: name, Hash: hashOf(data)}
	file, err := sheet.Read(name, data)
	if err != nil {
		return plan, err
	}
	shares, rejected, ok := past.ReadShares(file, ws.Now().Format(time.DateOnly))
	if !ok {
		return plan, workspace.NewFault("past_no_columns", "file", name)
	}
	plan.Rejected = rejected
	known, err := readKnown(ws.DB.Read(ctx))
	if err != nil {
		return plan, err
	}
	seen := map[string]bool{}
	strangers := map[string]int64{}
	for _, s := range shares {
		row, bad := known.row(s, strangers)
		if bad != nil {
			plan.Rejected = append(plan.Rejected, *bad)
			continue
		}
		key := row.key()
		switch {
		case seen[key]:
			plan.Rejected = append(plan.Rejected, *roster.Reject(s.Row, "past_twice"))
		case known.shares[key]:
			plan.Unchanged++
		default:
			plan.New = append(plan.New, row)
		}
		seen[key] = true
	}
	roster.SortRejections(plan.Rejected)
	return plan, nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// key tells whether two rows are the same share.
func (r PastRow) key() string {
	person := strconv.FormatInt(r.StaffID, 10)
	if r.Stranger {
		person = "n:" + roster.Fold(r.Name)
	}
	post := strconv.FormatInt(r.PostID, 10)
	if r.PostID == 0 {
		post = "t:" + roster.Fold(r.Title)
	}
	return strings.Join([]string{person, r.SharedOn, r.Network, post, r.URL}, "\x00")
}

// known is who and what a spreadsheet may name.
type known struct {
	addresses map[string]int64
	names     map[string][]int64
	titles    map[string]int64
	posts     map[int64]bool
	shares    map[string]bool
	lowest    int64 // the smallest number that a stranger has
}

func readKnown(db *gorm.DB) (*known, error) {
	k := &known{addresses: map[string]int64{}, names: map[string][]int64{}, titles: map[string]int64{}, posts: map[int64]bool{}, shares: map[string]bool{}}
	for _, q := range []struct {
		sql string
		row func(id int64, text string)
	}{
		{"SELECT staff_id, address_key FROM staff_address", func(id int64, text string) { k.addresses[text] = id }},
		{"SELECT id, name FROM staff WHERE erased_at IS NULL", func(id int64, text string) {
			key := roster.Fold(text)
			k.names[key] = append(k.names[key], id)
		}},
		{"SELECT id, title FROM post WHERE template = 0 ORDER BY id", func(id int64, text string) {
			k.titles[roster.Fold(text)] = id
			k.posts[id] = true
		}},
	} {
		err := scanEach(db, func(scan func(...any) error) error {
			var id int64
			var text string
			err := scan(&id, &text)
			q.row(id, text)
			return err
		}, q.sql)
		if err != nil {
			return nil, err
		}
	}
	if err := db.Raw("SELECT COALESCE(MIN(person), 0) FROM share WHERE person < 0").Scan(&k.lowest).Error; err != nil {
		return nil, err
	}
	return k, scanEach(db, func(scan func(...any) error) error {
		var r PastRow
		if err := scan(&r.StaffID, &r.SharedOn, &r.Network, &r.PostID, &r.Title, &r.URL); err != nil {
			return err
		}
		k.shares[r.key()] = true
		return nil
	}, `SELECT COALESCE(staff_id, 0), shared_on, network, COALESCE(post_id, 0), title, url FROM share WHERE state <> 'void'`)
}

// row settles who and which post a row means.
func (k *known) row(s past.Share, strangers map[string]int64) (PastRow, *roster.Rejection) {
	r := PastRow{Name: s.Person, PastShare: share.PastShare{Row: s.Row, Network: s.Network, URL: s.URL, SharedOn: s.Day, Language: s.Language,
		Audience: s.Audience, Figures: s.Figures}}
	if s.Person == "" {
		r.Name = s.Address
	}
	if s.Address != "" {
		r.StaffID = k.addresses[roster.AddressKey(s.Address)]
	}
	if r.StaffID == 0 && s.Person != "" {
		switch ids := k.names[roster.Fold(s.Person)]; len(ids) {
		case 0:
		case 1:
			r.StaffID = ids[0]
		default:
			return r, roster.Reject(s.Row, "past_two_people", "text", s.Person)
		}
	}
	if r.StaffID == 0 {
		r.Stranger = true
		name := roster.Fold(r.Name)
		if strangers[name] == 0 {
			strangers[name] = k.lowest - int64(len(strangers)) - 1
		}
		r.Person = strangers[name]
	}
	if id, err := strconv.ParseInt(s.Post, 10, 64); err == nil && k.posts[id] {
		r.PostID = id
	} else if id, ok := k.titles[roster.Fold(s.Post)]; ok && s.Post != "" {
		r.PostID = id
	} else {
		r.Title = s.Post
	}
	return r, nil
}

// VisitPlan is what an import of web statistics would do.
type VisitPlan struct {
	Import   share.ClickImport
	Visits   []share.Visit
	Matched  int64 // visits of posts
	Strays   int64 // visits that match no post
	Rejected []roster.Rejection
}

// PlanVisits reads an export of web statistics and matches its lines to posts:
// by the tag that Relais puts into links, or by the address of the page. It
// fails with "statistics_unknown" where the columns are not recognised.
func PlanVisits(ctx context.Context, ws *workspace.Workspace, name string, data []byte) (VisitPlan, error) {
	plan := VisitPlan{Import: share.ClickImport{File: name, Hash: hashOf(data)}}
	file, err := sheet.Read(name, data)
	if err != nil {
		return plan, err
	}
	today := ws.Now().Format(time.DateOnly)
	stats, rejected, ok := past.ReadVisits(file, today)
	if !ok || len(stats.Visits) == 0 {
		return plan, workspace.NewFault("statistics_unknown", "file", name)
	}
	plan.Rejected, plan.Import.Program = rejected, stats.Program
	plan.Import.Since, plan.Import.Until = stats.Since, stats.Until
	posts, links, err := readLinks(ws.DB.Read(ctx))
	if err != nil {
		return plan, err
	}
	for _, v := range stats.Visits {
		if v.Day == "" {
			v.Day = stats.Until
		}
		if v.Day == "" {
			v.Day = today
		}
		if !posts[v.Post] {
			v.Post = links[pageKey(v.Page)]
		}
		if v.Post == 0 {
			plan.Strays += v.Visits
		} else {
			plan.Matched += v.Visits
		}
		plan.Visits = append(plan.Visits, share.Visit{PostID: v.Post, Day: v.Day, Source: v.Source, Medium: v.Medium, Campaign: v.Campaign,
			Content: v.Content + v.Page, Visits: v.Visits})
	}
	return plan, nil
}

func readLinks(db *gorm.DB) (posts map[int64]bool, links map[string]int64, err error) {
	posts, links = map[int64]bool{}, map[string]int64{}
	err = scanEach(db, func(scan func(...any) error) error {
		var id int64
		var link string
		err := scan(&id, &link)
		posts[id] = true
		if key := pageKey(link); key != "" {
			links[key] = id
		}
		return err
	}, "SELECT id, link FROM post WHERE template = 0 ORDER BY id")
	return posts, links, err
}

// pageKey is the path of an address, which is all that an export of landing
// pages has; the front page says nothing of any post.
func pageKey(address string) string {
	if i := strings.Index(address, "://"); i >= 0 {
		address = address[i+3:]
		if i = strings.IndexByte(address, '/'); i < 0 {
			return ""
		}
		address = address[i:]
	}
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	return strings.ToLower(strings.TrimRight(address, "/"))
}
