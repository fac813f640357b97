package torture

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"relais/app"
	"relais/backend/workspace"
)

const (
	childEnv = "RELAIS_TORTURE_WORKSPACE"
	clockEnv = "RELAIS_TORTURE_CLOCK" // how far the program's clock is ahead, as a duration
)

// TestMain runs the child where it is asked for: one sync over the workspace, to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		if err := child(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(dir string) error {
	ctx := context.Background()
	ahead, _ := time.ParseDuration(os.Getenv(clockEnv))
	a, err := open(ctx, dir, ahead)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	if _, err := app.Sync(ctx, a, app.SyncOptions{NoFeeds: true}, nil); err != nil {
		return err
	}
	return a.Close()
}

func open(ctx context.Context, dir string, ahead time.Duration) (*app.App, error) {
	secrets := &workspace.MemorySecrets{}
	for name, value := range map[string]string{"mail.password": "secret", "mail.token_wrap": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="} {
		if err := secrets.Set(name, value); err != nil {
			return nil, err
		}
	}
	return app.Open(ctx, dir, workspace.Options{Secrets: secrets, Now: func() time.Time { return time.Now().Add(ahead) }})
}
