package workspace

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestATornLogLosesNothingBeforeTheTear copies a running workspace's files, as a
// power cut leaves them, tears the write-ahead log at many places, and opens what
// is left: it is sound, and holds the changes up to the tear and no half of one.
func TestATornLogLosesNothingBeforeTheTear(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer ws.Close()
	_, err = ws.DB.SQL().Exec("PRAGMA wal_autocheckpoint(0)")
	must(t, err)
	_, err = ws.DB.SQL().Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	must(t, err)
	log := filepath.Join(dir, DatabaseName+"-wal")
	ends := []int64{} // of the log after each change
	for i := range 20 {
		must(t, ws.DB.Tx(ctx, func(ctx context.Context) error {
			for _, half := range []string{"a", "b"} {
				if err := ws.Settings.Set(ctx, fmt.Sprintf("torn.%02d%s", i, half), i); err != nil {
					return err
				}
			}
			return nil
		}))
		info, err := os.Stat(log)
		must(t, err)
		ends = append(ends, info.Size())
	}
	database, err := os.ReadFile(filepath.Join(dir, DatabaseName))
	must(t, err)
	whole, err := os.ReadFile(log)
	must(t, err)
	if int64(len(whole)) != ends[len(ends)-1] {
		t.Fatalf("the log has %d bytes, the last change ended at %d", len(whole), ends[len(ends)-1])
	}
	for _, at := range []int64{0, 7, 31, 32, 40, ends[0] - 1, ends[0], ends[3] + 24, ends[7] + 2000, ends[12] - 5, ends[18], ends[19] - 1, ends[19]} {
		committed := 0
		for committed < len(ends) && ends[committed] <= at {
			committed++
		}
		for name, torn := range map[string][]byte{"cut": whole[:at], "garbled": garbled(whole, at)} {
			t.Run(fmt.Sprintf("%s at %d", name, at), func(t *testing.T) { openTorn(t, database, torn, committed) })
		}
	}
}

// garbled is the log with rubbish from one place on.
func garbled(log []byte, at int64) []byte {
	out := append([]byte{}, log...)
	for i := at; i < int64(len(out)); i++ {
		out[i] ^= 0xA5
	}
	return out
}

func openTorn(t *testing.T, database, log []byte, committed int) {
	ctx, dir := context.Background(), t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, DatabaseName), database, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, DatabaseName+"-wal"), log, 0o600))
	for _, f := range Examine(ctx, Examination{Dir: dir, Now: time.Now()}) {
		if f.Code == "database" && f.Verdict != Sound {
			t.Errorf("the examination says %+v", f)
		}
	}
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer ws.Close()
	sound(t, ws.DB.SQL())
	var halves int
	must(t, ws.DB.SQL().QueryRow("SELECT COUNT(*) FROM setting WHERE key LIKE 'torn.%'").Scan(&halves))
	if halves != 2*committed {
		t.Errorf("%d halves of changes, %d changes were committed before the tear", halves, committed)
	}
	must(t, ws.Settings.Set(ctx, "after", 1))
}

func TestADeletedFolderIsSaid(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows deletes no open file")
	}
	ctx, dir := context.Background(), t.TempDir()
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer ws.Close()
	must(t, ws.Here())
	must(t, os.RemoveAll(dir))
	fault(t, ws.Here(), "workspace_gone")
}
