package window

import (
	"context"
	"os"
	"path/filepath"

	"relais/backend/staff"
	"relais/backend/workspace"
)

// saveFile writes a file that only its owner may read.
func saveFile(path string, data []byte) error {
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return workspace.NewFault("file_not_written", "file", filepath.Base(path)).Wrap(err)
	}
	return nil
}

// Copy writes a person's copy of everything that is kept of them, as a ZIP.
func (s *Staff) Copy(id int64, language, path string) error {
	return do(s.w.app, "Staff.Copy", func() error {
		data, err := s.w.app.Staff.Copy(context.Background(), id, language)
		if err != nil {
			return err
		}
		return saveFile(path, data)
	})
}

// Export writes the people of a filter as csv, xlsx or vcf, by the file's own ending.
func (s *Staff) Export(path, format, language string, f StaffFilter) error {
	return do(s.w.app, "Staff.Export", func() error {
		ctx := context.Background()
		filter, err := s.narrow(ctx, f)
		if err != nil {
			return err
		}
		data, err := s.w.app.Staff.Export(ctx, format, language, filter)
		if err != nil {
			return err
		}
		return saveFile(path, data)
	})
}

// Document writes a document of the programme: record, notice or works-council.
func (s *Staff) Document(name, language, path string) error {
	return do(s.w.app, "Staff.Document", func() error {
		data, err := s.w.app.Staff.Document(context.Background(), name, language)
		if err != nil {
			return err
		}
		return saveFile(path, data)
	})
}

// Erase makes a person go for good.
func (s *Staff) Erase(id int64) error {
	return do(s.w.app, "Staff.Erase", func() error { return s.w.app.Staff.Erase(context.Background(), id) })
}

// Restrict keeps a person's data but uses it for nothing, or ends that.
func (s *Staff) Restrict(id int64, on bool) (StaffPerson, error) {
	return s.then("Staff.Restrict", id, func(ctx context.Context) error { return s.w.app.Staff.Restrict(ctx, id, on) })
}

// Merge makes one person of two records.
func (s *Staff) Merge(keep, gone int64) (StaffPerson, error) {
	return s.then("Staff.Merge", keep, func(ctx context.Context) error { return s.w.app.Staff.Merge(ctx, keep, gone) })
}

// StaffTwin is a pair of records that may be one person.
type StaffTwin struct {
	A StaffRow `json:"a"`
	B StaffRow `json:"b"`
}

// Twins gives pairs of people with one name.
func (s *Staff) Twins() ([]StaffTwin, error) {
	return call(s.w.app, "Staff.Twins", func() ([]StaffTwin, error) {
		all, err := s.w.app.Staff.Twins(context.Background())
		out := make([]StaffTwin, 0, len(all))
		for _, t := range all {
			out = append(out, StaffTwin{wireRow(t.A), wireRow(t.B)})
		}
		return out, err
	})
}

// StaffRules are the periods of keeping, in months (0 keeps), the programme's caps, and what the periods would erase.
type StaffRules struct {
	PeopleMonths int      `json:"peopleMonths"`
	MailMonths   int      `json:"mailMonths"`
	CapAsks      int      `json:"capAsks"`
	CapMails     int      `json:"capMails"`
	People       []string `json:"people"`
	Messages     int64    `json:"messages"`
	Inbound      int64    `json:"inbound"`
}

// Rules gives the rules in force and what they would erase now.
func (s *Staff) Rules() (StaffRules, error) {
	return call(s.w.app, "Staff.Rules", func() (StaffRules, error) {
		ctx := context.Background()
		r, err := s.w.app.Staff.Retention(ctx)
		if err != nil {
			return StaffRules{}, err
		}
		return s.rules(ctx, r)
	})
}

// PreviewRules says what periods would erase, before they are kept.
func (s *Staff) PreviewRules(peopleMonths, mailMonths int) (StaffRules, error) {
	return call(s.w.app, "Staff.PreviewRules", func() (StaffRules, error) {
		return s.rules(context.Background(), staff.Retention{PeopleMonths: peopleMonths, MailMonths: mailMonths})
	})
}

func (s *Staff) rules(ctx context.Context, r staff.Retention) (StaffRules, error) {
	caps, err := s.w.app.Staff.DefaultCaps(ctx)
	if err != nil {
		return StaffRules{}, err
	}
	found, err := s.w.app.Staff.PreviewRetention(ctx, r)
	if err != nil {
		return StaffRules{}, err
	}
	out := StaffRules{PeopleMonths: r.PeopleMonths, MailMonths: r.MailMonths, CapAsks: caps.Asks, CapMails: caps.Mails,
		People: []string{}, Messages: found.Messages, Inbound: found.Inbound}
	for _, p := range found.People {
		out.People = append(out.People, p.Name)
	}
	return out, nil
}

// SetRules keeps the periods and caps. Nothing is erased by it: that happens at the next daily run.
func (s *Staff) SetRules(peopleMonths, mailMonths, capAsks, capMails int) (StaffRules, error) {
	return call(s.w.app, "Staff.SetRules", func() (StaffRules, error) {
		ctx, service := context.Background(), s.w.app.Staff
		r := staff.Retention{PeopleMonths: peopleMonths, MailMonths: mailMonths}
		err := s.w.app.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
			if err := service.SetRetention(ctx, r); err != nil {
				return err
			}
			return service.SetDefaultCaps(ctx, staff.Caps{Asks: capAsks, Mails: capMails})
		})
		if err != nil {
			return StaffRules{}, err
		}
		return s.rules(ctx, r)
	})
}
