package workspace

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestAnExportMakesTheSameWorkspace(t *testing.T) {
	ctx := context.Background()
	ws, _, _ := openForBackup(t)
	must(t, ws.Settings.Set(ctx, "company", map[string]any{"name": "Ormeline — «é» <b>", "n": 12345678901}))
	must(t, ws.Bury(ctx, TombstoneLeft, "lea@firm.example"))
	must(t, ws.DB.Write(ctx).Exec(`INSERT INTO inbound (id, hash, role, size, internal_date, stored_at, raw)
		VALUES (7, 'h', 'inbox', 3, 1, 2, X'00FF41')`).Error)
	must(t, ws.DB.Write(ctx).Exec(`INSERT INTO picture (hash, type, width, height, size, data) VALUES ('p', 'image/png', 1, 1, 2, X'8900')`).Error)
	must(t, os.MkdirAll(filepath.Join(ws.Dir, "mail"), 0o700))
	must(t, os.WriteFile(filepath.Join(ws.Dir, "mail", "big.eml"), []byte("big"), 0o600))
	file := filepath.Join(t.TempDir(), "all.zip")
	must(t, ws.Export(ctx, file, "test"))

	dir := filepath.Join(t.TempDir(), "again")
	_, err := ImportExport(ctx, file, dir)
	must(t, err)
	again, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer again.Close()
	second := filepath.Join(t.TempDir(), "second.zip")
	must(t, again.Export(ctx, second, "test"))
	one, other := contentsOf(t, file), contentsOf(t, second)
	for name, text := range one {
		if other[name] != text {
			t.Errorf("%s differs:\n%.300s\n%.300s", name, text, other[name])
		}
	}
	if len(one) != len(other) || one["mail/received/7.eml"] != "\x00\xffA" || one["files/mail/big.eml"] != "big" {
		t.Errorf("%d and %d entries", len(one), len(other))
	}
	var triggers, want int
	must(t, again.DB.Read(ctx).Raw("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'").Scan(&triggers).Error)
	must(t, ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'").Scan(&want).Error)
	if triggers != want {
		t.Errorf("%d triggers, want %d", triggers, want)
	}
}

func contentsOf(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(file)
	must(t, err)
	defer z.Close()
	out := map[string]string{}
	for _, f := range z.File {
		raw, err := zipBytes(&z.Reader, f.Name, 1<<20)
		must(t, err)
		out[f.Name] = string(raw)
	}
	return out
}

func TestImportRefusesWhatIsNoExport(t *testing.T) {
	ctx := context.Background()
	write := func(entries map[string]string) string {
		path := filepath.Join(t.TempDir(), "x.zip")
		f, err := os.Create(path)
		must(t, err)
		z := zip.NewWriter(f)
		for name, text := range entries {
			must(t, zipText(z, name, []byte(text)))
		}
		must(t, z.Close())
		must(t, f.Close())
		return path
	}
	text := filepath.Join(t.TempDir(), "text")
	must(t, os.WriteFile(text, []byte("hello"), 0o600))
	for _, c := range []struct{ name, file, code string }{
		{"a text", text, "export_unreadable"},
		{"another ZIP", write(map[string]string{"a": "b"}), "export_unreadable"},
		{"another schema", write(map[string]string{"about.json": `{"format":1,"schema":1}`}), "export_schema"},
		{"nothing there", text + "x", "file_unreadable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "new")
			_, err := ImportExport(ctx, c.file, dir)
			fault(t, err, c.code)
			if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}
