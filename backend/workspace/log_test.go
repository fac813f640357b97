package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLogsHoldNoPersonalData(t *testing.T) {
	dir := t.TempDir()
	log, file := NewLog(dir)
	const mark = "lea.martin@firm.example"
	log.Info("message sent to "+mark, "id", 7)
	log.Warn("refused", "address", mark, "code", "mail_refused", "step", "rcpt")
	log.Error("failed", "error", fmt.Errorf("reply: 550 <%s>: no such user", mark))
	log.Error("failed", "error", NewFault("disk_full", "path", "/home/lea-martin").Wrap(errors.New(mark)))
	log.Info("text", "body", "Bonjour Lea-Martin,\nmerci pour votre message")
	log.Info("url", "link", "https://www.linkedin.com/in/lea-martin")
	log.With("who", mark).WithGroup("g").Info("grouped", slog.Group("in", "mail", mark), "person", struct{ Name string }{"lea-martin"})
	log.Info(strings.Repeat("lea-martin ", 20))
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, LogFolder, LogName))
	if err != nil {
		t.Fatal(err)
	}
	for _, private := range []string{"lea", "Lea", "firm.example", "linkedin", "550"} {
		if strings.Contains(string(raw), private) {
			t.Errorf("the log shows %q:\n%s", private, raw)
		}
	}
	for _, useful := range []string{`"id":7`, "mail_refused", "rcpt", "disk_full", `"error":"reply"`} {
		if !strings.Contains(string(raw), useful) {
			t.Errorf("the log lacks %s:\n%s", useful, raw)
		}
	}
}

func TestLogsAreForTheirOwnerAlone(t *testing.T) {
	dir := t.TempDir()
	log, file := NewLog(dir)
	log.Info("one")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Join(dir, LogFolder), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
