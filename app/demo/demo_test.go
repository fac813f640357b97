package demo

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// TestWholeLoop plays the sample company through the real services and holds the
// ledger against the script.
func TestWholeLoop(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole loop takes some seconds")
	}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	var out bytes.Buffer
	dir := filepath.Join(t.TempDir(), "sample")
	if err := Run(context.Background(), Options{Dir: dir, Out: &out}); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if !strings.Contains(out.String(), "exactly what the sample staff said") {
		t.Error(out.String())
	}
}
