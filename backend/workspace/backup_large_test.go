package workspace

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestALargeBackupHoldsUpNobody backs up a workspace of RELAIS_LARGE_MB megabytes while somebody writes all the time, says
// how long the longest write took, with and without a backup beside it, and compares what is restored row by row.
func TestALargeBackupHoldsUpNobody(t *testing.T) {
	mb, err := strconv.Atoi(os.Getenv("RELAIS_LARGE_MB"))
	if err != nil {
		t.Skip("RELAIS_LARGE_MB is not set")
	}
	ctx := context.Background()
	ws, b, c := openForBackup(t)
	must(t, ws.DB.Write(ctx).Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
		INSERT INTO inbound (hash, role, size, internal_date, stored_at, raw) SELECT 'large ' || i, 'inbox', 1048576, i, i, randomblob(1048576) FROM n`, mb).Error)
	must(t, ws.DB.Write(ctx).Exec("PRAGMA wal_checkpoint(TRUNCATE)").Error)
	alone := writing(t, ws, func() { time.Sleep(20 * time.Second) })
	file := filepath.Join(t.TempDir(), "large.relais")
	var took time.Duration
	beside := writing(t, ws, func() {
		began := time.Now()
		_, err = b.Create(ctx, file)
		took = time.Since(began)
	})
	must(t, err)
	info, err := os.Stat(file)
	must(t, err)
	t.Logf("%d MB backed up in %.1f s; %d writes meanwhile, the longest %d ms, the 99th of 100 %d ms (alone: %d writes, %d and %d ms)",
		info.Size()>>20, took.Seconds(), len(beside), longest(beside).Milliseconds(), rank(beside).Milliseconds(), len(alone), longest(alone).Milliseconds(), rank(alone).Milliseconds())

	dir := filepath.Join(t.TempDir(), "restored")
	_, err = Restore(ctx, file, dir, RestoreOptions{Unlock: Unlock{Keys: b.keys}, Now: c.now()})
	must(t, err)
	again, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer again.Close()
	if got, want := digest(t, again), digest(t, ws); got != want {
		t.Errorf("the restored rows differ: %s, %s", got, want)
	}
}

// writing writes small transactions, one after the other, while work runs, and gives how long each took.
func writing(t *testing.T, ws *Workspace, work func()) (each []time.Duration) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); work() }()
	for i := 0; ; i++ {
		select {
		case <-done:
			return each
		default:
		}
		began := time.Now()
		must(t, ws.Settings.Set(context.Background(), "writing", i))
		each = append(each, time.Since(began))
		time.Sleep(5 * time.Millisecond)
	}
}

func longest(each []time.Duration) time.Duration { return slices.Max(each) }

func rank(each []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(each))
	return sorted[len(sorted)*99/100]
}

// digest is one sum over every row of the large table and how many there are.
func digest(t *testing.T, ws *Workspace) string {
	t.Helper()
	rows, err := ws.DB.Read(context.Background()).Raw("SELECT id, hash, size, internal_date, stored_at, raw FROM inbound ORDER BY id").Rows()
	must(t, err)
	defer rows.Close()
	sum := sha256.New()
	n := 0
	for rows.Next() {
		var id, size, date, stored int64
		var name string
		var raw []byte
		must(t, rows.Scan(&id, &name, &size, &date, &stored, &raw))
		fmt.Fprint(sum, id, name, size, date, stored, len(raw))
		_, _ = sum.Write(raw)
		n++
	}
	must(t, rows.Err())
	return fmt.Sprintf("%d rows %x", n, sum.Sum(nil))
}
