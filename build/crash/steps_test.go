package crash

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
)

// next chooses what is run: every kind comes up, those that write much more often.
func (w *world) next() step {
	w.serial++
	kinds := []func(int) step{
		w.importStaff, w.importStaff, w.importStaff, w.clip, w.clip, w.importFeeds, w.post, w.post, w.send, w.send, w.send,
		w.sync, w.sync, w.sync, w.sync, w.window, w.window, w.window, w.leave, w.erase, w.erase, w.merge, w.retention,
		w.backup, w.backup, w.restore, w.restore, w.export, w.importWorkspace, w.pastShares, w.referral, w.report, w.undoImport,
		w.topic, w.copyOfAPerson, w.migrate, w.migrate, w.campaign, w.reads,
	}
	if w.serial%60 == 59 {
		return w.sample(w.serial)
	}
	if w.serial <= len(kinds) {
		return kinds[w.serial-1](w.serial)
	}
	return kinds[rand.IntN(len(kinds))](w.serial)
}

const peopleWhere = "SELECT COUNT(*) FROM staff_address WHERE address_key LIKE ?"

// importStaff brings in people who are all there, or none of them.
func (w *world) importStaff(n int) step {
	const count = 40
	lines := []string{"name,email,department,language,topics"}
	for i := range count {
		lines = append(lines, fmt.Sprintf("Person Run%dx%d,p%d.r%d@firm.example,Team %d,en,Data", n, i, i, n, i%7))
	}
	imports := w.number("SELECT COUNT(*) FROM staff_import")
	return step{kind: "import staff", args: []string{"import", "staff", w.file("staff.csv", strings.Join(lines, "\n"))},
		claims: map[string]claim{
			fmt.Sprintf("people of run %d", n): {query: peopleWhere, args: []any{fmt.Sprintf("%%.r%d@firm.example", n)}, after: count},
			"imports":                          {query: "SELECT COUNT(*) FROM staff_import", before: imports, after: imports + 1},
		}}
}

func (w *world) clip(n int) step {
	title := fmt.Sprintf("Clip of run %d", n)
	page := "<html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>A paragraph about welding robots, with commas, and at some length for a reader.</p>", 40) + "</article></body></html>"
	return step{kind: "clip", args: []string{"clip", w.file(fmt.Sprintf("clip%d.html", n), page), "--keep"},
		claims: map[string]claim{title: {query: "SELECT COUNT(*) FROM article WHERE title = ?", args: []any{title}, after: 1}}}
}

func (w *world) importFeeds(n int) step {
	lines := []string{`<opml version="2.0"><body>`}
	for i := range 20 {
		lines = append(lines, fmt.Sprintf(`<outline text="Feed %d.%d" type="rss" xmlUrl="http://127.0.0.1:9/%d/%d"/>`, n, i, n, i))
	}
	return step{kind: "import feeds", args: []string{"import", "feeds", w.file("feeds.opml", strings.Join(append(lines, "</body></opml>"), "\n"))},
		claims: map[string]claim{fmt.Sprintf("feeds of run %d", n): {query: "SELECT COUNT(*) FROM source WHERE url LIKE ?", args: []any{fmt.Sprintf("http://127.0.0.1:9/%d/%%", n)}, after: 20}}}
}

// post drafts a post with its words, or approves one.
func (w *world) post(n int) step {
	if draft := w.number("SELECT id FROM post WHERE state = 'draft' LIMIT 1"); draft != 0 {
		return step{kind: "post approve", args: []string{"post", "approve", fmt.Sprint(draft)}, claims: map[string]claim{
			fmt.Sprintf("approval of %d", draft): {query: "SELECT COUNT(*) FROM post WHERE id = ? AND state = 'approved' AND approved_at > 0", args: []any{draft}, after: 1}}}
	}
	title := fmt.Sprintf("Post %d", n)
	return step{kind: "post new", args: []string{"post", "new", "--title", title, "--link", "https://www.firm.example/" + fmt.Sprint(n), "--network", "linkedin:en=Words of " + title},
		claims: map[string]claim{title: {query: "SELECT COUNT(*) FROM post p JOIN variant v ON v.post_id = p.id WHERE p.title = ?", args: []any{title}, after: 1}}}
}

// send puts an approved post to three people: each has one request and one frozen message, or nobody has.
func (w *world) send(n int) step {
	post := w.number("SELECT id FROM post WHERE state = 'approved' AND id NOT IN (SELECT post_id FROM request) ORDER BY random() LIMIT 1")
	if post == 0 {
		return w.post(n)
	}
	args := []string{"send", fmt.Sprint(post), "--yes-soft"}
	for _, i := range rand.Perm(seedLength)[:3] {
		args = append(args, "--to", fmt.Sprintf("seed%d@firm.example", i))
	}
	active := w.number("SELECT COUNT(*) FROM staff WHERE membership = 'active' AND name LIKE 'Person Seed%'")
	if active < seedLength {
		w.t.Fatalf("%d of the seed are active", active)
	}
	return step{kind: "send", args: args, claims: map[string]claim{
		fmt.Sprintf("requests of post %d", post): {query: "SELECT COUNT(*) FROM request WHERE post_id = ?", args: []any{post}, after: 3},
		fmt.Sprintf("letters of post %d", post): {query: `SELECT COUNT(*) FROM message m JOIN request r ON r.message_id = m.id
			WHERE r.post_id = ? AND length(m.raw) > 0 AND m.token <> ''`, args: []any{post}, after: 3}}}
}

func (w *world) sync(int) step   { return step{kind: "sync", args: []string{"sync"}} }
func (w *world) window(int) step { return step{kind: "window", window: true} }

// somebody is a person of an import who is still there and was not merged, or "".
func (w *world) somebody() string {
	pool := w.db()
	defer pool.Close()
	var address string
	_ = pool.QueryRow(`SELECT address_key FROM staff_address WHERE address_key LIKE 'p%.r%@firm.example'
		GROUP BY staff_id HAVING COUNT(*) = 1 ORDER BY random() LIMIT 1`).Scan(&address)
	return address
}

// gone lowers what is claimed of the import that an address came with.
func (w *world) gone(address string) map[string]claim {
	_, run, _ := strings.Cut(strings.TrimSuffix(address, "@firm.example"), ".r")
	name := "people of run " + run
	c, ok := w.claims[name]
	if !ok {
		return map[string]claim{}
	}
	c.before, c.after = c.after, c.after-1
	return map[string]claim{name: c}
}

const membershipOf = "SELECT COUNT(*) FROM staff s JOIN staff_address a ON a.staff_id = s.id WHERE a.address_key = ? AND s.membership = 'left' AND EXISTS (SELECT 1 FROM membership_event e WHERE e.staff_id = s.id AND e.state = 'left')"

func (w *world) leave(n int) step {
	who := w.somebody()
	if who == "" || w.number(membershipOf, who) == 1 {
		return w.importStaff(n)
	}
	tombs := w.number("SELECT COUNT(*) FROM tombstone WHERE kind = 'left'")
	return step{kind: "leave", args: []string{"staff", "membership", who, "left"}, claims: map[string]claim{
		"leave of " + who: {query: "SELECT COUNT(*) = (SELECT COUNT(*) FROM staff_address WHERE address_key = ?2) FROM (" + strings.ReplaceAll(membershipOf, "?", "?1") + " HAVING COUNT(*) = 1)",
			args: []any{who, who}, after: 1, before: w.number("SELECT 0")},
		"hash of leaves": {query: "SELECT COUNT(*) FROM tombstone WHERE kind = 'left'", before: tombs, after: tombs + 1}}}
}

func (w *world) erase(n int) step {
	who := w.somebody()
	if who == "" {
		return w.importStaff(n)
	}
	tombs := w.number("SELECT COUNT(*) FROM tombstone WHERE kind = 'erased'")
	claims := w.gone(who)
	claims["erasure of "+who] = claim{query: "SELECT COUNT(*) FROM staff_address WHERE address_key = ?", args: []any{who}, before: 1}
	claims["hash of erasures"] = claim{query: "SELECT COUNT(*) FROM tombstone WHERE kind = 'erased'", before: tombs, after: tombs + 1}
	delete(w.claims, "leave of "+who)
	return step{kind: "erase", args: []string{"staff", "erase", who, "--yes"}, claims: claims}
}

func (w *world) merge(n int) step {
	keep, gone := w.somebody(), w.somebody()
	if keep == gone || w.claims["leave of "+gone].after == 1 || w.claims["leave of "+keep].after == 1 {
		return w.importStaff(n)
	}
	return step{kind: "merge", args: []string{"staff", "merge", keep, gone}, claims: map[string]claim{
		"merge of " + gone: {query: "SELECT COUNT(DISTINCT staff_id) FROM staff_address WHERE address_key IN (?, ?)", args: []any{keep, gone},
			before: w.number("SELECT COUNT(DISTINCT staff_id) FROM staff_address WHERE address_key IN (?, ?)", keep, gone), after: 1}}}
}

func (w *world) retention(int) step {
	return step{kind: "retention", args: []string{"staff", "retention", "--people-months", "12", "--mail-months", "24", "--run"}}
}

// backup leaves a whole backup, or no file of that name.
func (w *world) backup(n int) step {
	name := fmt.Sprintf("run%d.relais", n)
	return step{kind: "backup", args: []string{"backup", name}, check: func(killed bool) {
		if there := exists(w.t, filepath.Join(w.out, name)); there {
			w.let(step{args: []string{"restore", name, "--preview"}})
		} else if !killed {
			w.t.Errorf("%s was acknowledged, and is not there", name)
		}
	}}
}

// restore lays out a whole workspace, or none.
func (w *world) restore(n int) step {
	dir := filepath.Join(w.out, fmt.Sprintf("restored%d", n))
	return step{kind: "restore", args: []string{"restore", "first.relais", "--workspace", dir}, check: func(killed bool) { w.whole(dir, killed, "restore") }}
}

// whole: a workspace that has its place can be opened, and holds the seed.
func (w *world) whole(dir string, killed bool, what string) {
	if !exists(w.t, dir) {
		if !killed {
			w.t.Errorf("%s was acknowledged, and is not there", what)
		}
		return
	}
	w.let(step{args: []string{"staff", "show", "seed0@firm.example", "--workspace", dir}})
}

func (w *world) export(int) step {
	return step{kind: "export", args: []string{"export", "all.zip"}, check: func(killed bool) {
		if !killed && !exists(w.t, filepath.Join(w.out, "all.zip")) {
			w.t.Error("all.zip was acknowledged, and is not there")
		}
	}}
}

func (w *world) importWorkspace(n int) step {
	if !exists(w.t, filepath.Join(w.out, "all.zip")) {
		return w.export(n)
	}
	dir := filepath.Join(w.out, fmt.Sprintf("imported%d", n))
	return step{kind: "import workspace", args: []string{"import", "workspace", "all.zip", "--workspace", dir}, check: func(killed bool) { w.whole(dir, killed, "import") }}
}

func (w *world) pastShares(n int) step {
	lines := []string{"date,person,network,post,link,views"}
	for i := range 30 {
		lines = append(lines, fmt.Sprintf("2026-0%d-1%d,seed%d@firm.example,linkedin,Past %d,https://www.linkedin.com/posts/past-%d-%d,%d", 1+i%9, i%9, i%seedLength, n, n, i, i*10))
	}
	return step{kind: "import shares", args: []string{"import", "shares", w.file("past.csv", strings.Join(lines, "\n"))},
		claims: map[string]claim{fmt.Sprintf("past shares of run %d", n): {query: "SELECT COUNT(*) FROM share WHERE url LIKE ?", args: []any{fmt.Sprintf("https://www.linkedin.com/posts/past-%d-%%", n)}, after: 30}}}
}

func (w *world) referral(n int) step {
	post := w.number("SELECT id FROM post ORDER BY random() LIMIT 1")
	if post == 0 {
		return w.post(n)
	}
	had := w.number("SELECT COUNT(*) FROM referral")
	return step{kind: "referral", args: []string{"referral", "add", fmt.Sprint(post), "--by", "seed1@firm.example"},
		claims: map[string]claim{"referrals": {query: "SELECT COUNT(*) FROM referral", before: had, after: had + 1}}}
}

func (w *world) report(int) step {
	format := []string{"pdf", "xlsx", "csv", "json"}[rand.IntN(4)]
	return step{kind: "report", args: []string{"report", "--format", format, "--out", "report." + format}}
}

// undoImport takes the last import back, whole.
func (w *world) undoImport(n int) step {
	last := w.number("SELECT id FROM staff_import WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1")
	var address string
	pool := w.db()
	_ = pool.QueryRow("SELECT a.address_key FROM staff_import_change c JOIN staff_address a ON a.staff_id = c.staff_id WHERE c.import_id = ? LIMIT 1", last).Scan(&address)
	pool.Close()
	_, run, fresh := strings.Cut(strings.TrimSuffix(address, "@firm.example"), ".r")
	name := "people of run " + run
	c, known := w.claims[name]
	touched := w.number(`SELECT COUNT(*) FROM staff_import_change c JOIN staff s ON s.id = c.staff_id WHERE c.import_id = ? AND
		(s.erased_at IS NOT NULL OR (SELECT COUNT(*) FROM staff_import_change x WHERE x.import_id = c.import_id) <> 40 OR s.membership <> 'none' OR s.changed_at > s.created_at OR (SELECT COUNT(*) FROM staff_address a WHERE a.staff_id = s.id) <> 1)`, last)
	if !fresh || !known || touched > 0 || c.after != 40 {
		return w.importStaff(n)
	}
	c.before, c.after = c.after, 0
	return step{kind: "undo import", args: []string{"staff", "undo-import"}, claims: map[string]claim{name: c,
		fmt.Sprintf("import %d", last): {query: "SELECT undone_at IS NOT NULL FROM staff_import WHERE id = ?", args: []any{last}, after: 1}}}
}

func (w *world) topic(n int) step {
	name := fmt.Sprintf("Topic %d", n)
	return step{kind: "topic", args: []string{"staff", "topic", "seed2@firm.example", name},
		claims: map[string]claim{name: {query: "SELECT COUNT(*) FROM staff_topic s JOIN topic t ON t.id = s.topic_id WHERE t.name = ?", args: []any{name}, after: 1}}}
}

func (w *world) copyOfAPerson(int) step {
	return step{kind: "copy", args: []string{"staff", "copy", "seed0@firm.example", "--out", "copy.zip"}}
}

func (w *world) campaign(n int) step {
	name := fmt.Sprintf("Campaign %d", n)
	return step{kind: "campaign", args: []string{"campaign", "new", name, "--objective", "visibility"},
		claims: map[string]claim{name: {query: "SELECT COUNT(*) FROM campaign WHERE name = ?", args: []any{name}, after: 1}}}
}

// reads are commands that change nothing.
func (w *world) reads(int) step {
	return [...]step{
		{kind: "read", args: []string{"shares", "--json"}}, {kind: "read", args: []string{"search", "welding"}},
		{kind: "read", args: []string{"staff", "list"}}, {kind: "read", args: []string{"outbox", "list"}},
		{kind: "read", args: []string{"sources", "export"}},
	}[rand.IntN(5)]
}

// sample is the demo, in a workspace of its own: nothing is claimed of one that was cut off.
func (w *world) sample(n int) step {
	return step{kind: "demo", args: []string{"demo", "--headless", "--workspace", filepath.Join(w.out, fmt.Sprintf("sample%d", n))}}
}
