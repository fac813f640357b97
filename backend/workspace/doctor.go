package workspace

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Verdicts of an examination.
const (
	Sound   = "sound"
	Concern = "concern" // works, and should be seen to
	Broken  = "broken"
	Unclear = "unclear" // could not be found out
)

// Finding is one thing that was examined. Code names it in the messages:
// "doctor_<code>_<verdict>" with Params.
type Finding struct {
	Code    string         `json:"code"`
	Verdict string         `json:"verdict"`
	Params  map[string]any `json:"params"`
}

func finding(code, verdict string, pairs ...any) Finding {
	return Finding{Code: code, Verdict: verdict, Params: NewFault("", pairs...).Params}
}

// Examination is what Examine needs to know beside the folder.
type Examination struct {
	Dir  string
	Keys Keys
	Now  time.Time
	// Restore tries the newest backup by unpacking it.
	Restore bool
	// MailServers gives "tls", "plain" or "none" for the way that mail goes; nil
	// where nobody knows.
	MailServers func(context.Context) (string, error)
}

// Examine looks at a workspace from outside: it needs no lock, changes nothing,
// and says something even of one that cannot be opened.
func Examine(ctx context.Context, e Examination) []Finding {
	if _, err := os.Stat(e.Dir); errors.Is(err, os.ErrNotExist) {
		return []Finding{finding("folder", Concern, "path", e.Dir), e.encryption(ctx)}
	}
	findings := []Finding{e.folder()}
	path := filepath.Join(e.Dir, DatabaseName)
	if _, err := os.Stat(path); err != nil {
		return append(findings, finding("database", Broken, "path", e.Dir))
	}
	pool, err := sql.Open("sqlite", "file:"+escapePath(path)+"?_pragma=busy_timeout(5000)&_pragma=query_only(1)")
	if err != nil {
		return append(findings, finding("database", Broken, "path", e.Dir))
	}
	defer pool.Close()
	database := e.database(ctx, pool)
	findings = append(findings, database)
	if database.Verdict != Broken {
		findings = append(findings, e.schema(ctx, pool), e.clock(ctx, pool))
		findings = append(findings, e.backups(ctx, pool)...)
	}
	findings = append(findings, e.access(), e.room(), e.encryption(ctx), e.synchronised(), e.mail(ctx))
	return findings
}

// folder: can the program write there?
func (e Examination) folder() Finding {
	probe, err := os.CreateTemp(e.Dir, workProbe+"*")
	if err != nil {
		return finding("folder", Broken, "path", e.Dir)
	}
	if errors.Join(probe.Close(), os.Remove(probe.Name())) != nil {
		return finding("folder", Broken, "path", e.Dir)
	}
	return finding("folder", Sound, "path", e.Dir)
}

// database: SQLite's own check of every page, index and reference.
func (e Examination) database(ctx context.Context, pool *sql.DB) Finding {
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil || verdict != "ok" {
		return finding("database", Broken, "path", e.Dir)
	}
	var orphans int
	if err := pool.QueryRowContext(ctx, "SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil {
		return finding("database", Broken, "path", e.Dir)
	}
	if orphans > 0 {
		return finding("database", Concern, "rows", orphans)
	}
	return finding("database", Sound)
}

func (e Examination) schema(ctx context.Context, pool *sql.DB) Finding {
	var have int64
	newest, err := SchemaVersion()
	err = errors.Join(err, pool.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&have))
	switch {
	case err != nil || have > newest:
		return finding("schema", Broken, "have", have, "newest", newest)
	case have < newest:
		return finding("schema", Concern, "have", have, "newest", newest)
	}
	return finding("schema", Sound, "have", have)
}

// clock: nothing in the activity log can lie in the future.
func (e Examination) clock(ctx context.Context, pool *sql.DB) Finding {
	var last sql.NullInt64
	if err := pool.QueryRowContext(ctx, "SELECT MAX(at) FROM activity").Scan(&last); err != nil {
		return finding("clock", Unclear)
	}
	if ahead := time.UnixMilli(last.Int64).Sub(e.Now); last.Valid && ahead > time.Hour {
		return finding("clock", Concern, "hours", int(ahead.Hours()))
	}
	return finding("clock", Sound)
}

// access: on systems with permissions, the folder is its owner's alone.
func (e Examination) access() Finding {
	info, err := os.Stat(e.Dir)
	if err != nil || runtime.GOOS == "windows" {
		return finding("access", Unclear)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return finding("access", Concern, "path", e.Dir)
	}
	return finding("access", Sound)
}

// room: a backup and a migration need as much again as the database.
func (e Examination) room() Finding {
	free, err := freeBytes(e.Dir)
	if err != nil {
		return finding("room", Unclear)
	}
	need := int64(256 << 20)
	if info, err := os.Stat(filepath.Join(e.Dir, DatabaseName)); err == nil {
		need += 2 * info.Size()
	}
	if free < need {
		return finding("room", Concern, "mb", free>>20, "need", need>>20)
	}
	return finding("room", Sound, "mb", free>>20)
}

// synchronised folders copy a database while it is being written, and two
// computers then overwrite each other's.
func (e Examination) synchronised() Finding {
	if _, err := os.ReadDir(e.Dir); err != nil {
		return finding("synchronised", Unclear)
	}
	if conflicts := conflictedCopies(e.Dir); len(conflicts) > 0 {
		return finding("synchronised", Broken, "path", conflicts[0])
	}
	lower := strings.ToLower(filepath.ToSlash(e.Dir))
	for _, name := range []string{"dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud", "owncloud", "syncthing", "ksuite", "kdrive", "pcloud"} {
		if strings.Contains(lower, "/"+name) {
			return finding("synchronised", Concern, "path", e.Dir)
		}
	}
	return finding("synchronised", Sound)
}

func (e Examination) mail(ctx context.Context) Finding {
	if e.MailServers == nil {
		return finding("mail", Unclear)
	}
	way, err := e.MailServers(ctx)
	switch {
	case err != nil:
		return finding("mail", Unclear)
	case way == "plain":
		return finding("mail", Broken)
	case way == "none":
		return finding("mail", Concern)
	}
	return finding("mail", Sound)
}
