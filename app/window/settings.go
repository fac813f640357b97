package window

import (
	"context"
	"runtime/debug"

	"relais/app"
	"relais/backend/workspace"
)

// Settings is what the firm says about itself and about this copy of Relais. Mail, backups and figures have
// their own structs.
type Settings struct{ w *Window }

// Company is what letters, documents and figures need to know about the firm.
type Company struct {
	Name           string `json:"name"`
	Website        string `json:"website"`
	Language       string `json:"language"`
	Contact        string `json:"contact"`
	PrivacyContact string `json:"privacyContact"`
	Disclosure     string `json:"disclosure"`
	Country        string `json:"country"`
	Currency       string `json:"currency"`
}

// About is what the about panel shows.
type About struct {
	Version   string `json:"version"`
	GoVersion string `json:"goVersion"`
	Workspace string `json:"workspace"`
	Revision  string `json:"revision"`
}

// welcomeKey is the setting that says the first-run guide was gone through, or skipped.
const welcomeKey = "window.welcomed"

// Company gives what the firm said about itself.
func (s *Settings) Company() (Company, error) {
	return call(s.w.app, "Settings.Company", func() (Company, error) {
		c, err := s.w.app.Workspace.Settings.Company(context.Background())
		return Company(c), err
	})
}

// SaveCompany keeps what the firm says about itself.
func (s *Settings) SaveCompany(c Company) error {
	return do(s.w.app, "Settings.SaveCompany", func() error {
		return s.w.app.Workspace.Settings.SetCompany(context.Background(), workspace.Company(c))
	})
}

// Welcomed says whether the first-run guide was gone through, or skipped.
func (s *Settings) Welcomed() (bool, error) {
	return call(s.w.app, "Settings.Welcomed", func() (bool, error) {
		done := false
		_, err := s.w.app.Workspace.Settings.Get(context.Background(), welcomeKey, &done)
		return done, err
	})
}

// SetWelcomed keeps whether the first-run guide was gone through: false shows it again.
func (s *Settings) SetWelcomed(done bool) error {
	return do(s.w.app, "Settings.SetWelcomed", func() error {
		return s.w.app.Workspace.Settings.Set(context.Background(), welcomeKey, done)
	})
}

// About tells which copy of Relais this is, and where its data lies.
func (s *Settings) About() (About, error) {
	return call(s.w.app, "Settings.About", func() (About, error) {
		about := About{Version: app.Version, Workspace: s.w.app.Workspace.Dir}
		if info, ok := debug.ReadBuildInfo(); ok {
			about.GoVersion = info.GoVersion
			for _, setting := range info.Settings {
				if setting.Key == "vcs.revision" {
					about.Revision = setting.Value
				}
			}
		}
		return about, nil
	})
}
