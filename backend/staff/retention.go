package staff

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"relais/backend/workspace"
)

// Retention says how long things are kept, in months. 0 keeps them: nothing is erased by itself until HR sets a
// period.
type Retention struct {
	PeopleMonths int // after a person left the firm, they are erased
	MailMonths   int // after a mail was sent or came in, its text is erased; that it was sent stays
}

const retentionKey = "staff.retention"

// Retention reads the rules.
func (s *Service) Retention(ctx context.Context) (Retention, error) {
	var r Retention
	_, err := s.ws.Settings.Get(ctx, retentionKey, &r)
	return r, err
}

// SetRetention keeps the rules; they act from the next run on.
func (s *Service) SetRetention(ctx context.Context, r Retention) error {
	if r.PeopleMonths < 0 || r.MailMonths < 0 {
		return workspace.NewFault("retention_months", "least", 1)
	}
	return s.ws.Settings.Set(ctx, retentionKey, r)
}

// Expiring is what the rules would erase now.
type Expiring struct {
	People   []Person
	Messages int64 // mails sent
	Inbound  int64 // mails received
}

// PreviewRetention says what rules would erase, and erases nothing.
func (s *Service) PreviewRetention(ctx context.Context, r Retention) (Expiring, error) {
	out := Expiring{People: []Person{}}
	if r.PeopleMonths > 0 {
		ids := []int64{}
		day := s.ws.Now().AddDate(0, -r.PeopleMonths, 0).Format("2006-01-02")
		if err := s.ws.DB.Read(ctx).Model(&Staff{}).Where("erased_at IS NULL AND left_on < ?", day).Order("name_key, id").Pluck("id", &ids).Error; err != nil {
			return out, fmt.Errorf("staff: retention: %w", err)
		}
		people, err := s.load(ctx, ids)
		if err != nil {
			return out, err
		}
		out.People = people
	}
	if r.MailMonths > 0 {
		for query, n := range map[string]*int64{
			"SELECT COUNT(*) FROM message WHERE sent_at < ? AND text <> ''":                                   &out.Messages,
			"SELECT COUNT(*) FROM inbound WHERE internal_date < ? AND erased_at IS NULL AND read_version > 0": &out.Inbound,
		} {
			if err := s.ws.DB.Read(ctx).Raw(query, s.mailLimit(r)).Scan(n).Error; err != nil {
				return out, fmt.Errorf("staff: retention: %w", err)
			}
		}
	}
	return out, nil
}

func (s *Service) mailLimit(r Retention) workspace.Instant {
	return workspace.At(s.ws.Now().AddDate(0, -r.MailMonths, 0))
}

// ApplyRetention erases what the rules say, in one transaction, and gives what it was. It is run once a day and
// before every backup; without rules it does nothing.
func (s *Service) ApplyRetention(ctx context.Context) (Expiring, error) {
	var out Expiring
	var files []string
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		r, err := s.Retention(ctx)
		if err != nil {
			return err
		}
		if out, err = s.PreviewRetention(ctx, r); err != nil {
			return err
		}
		for _, p := range out.People {
			if err := s.Erase(ctx, p.ID); err != nil {
				return err
			}
		}
		if out.Messages+out.Inbound == 0 {
			return nil
		}
		files, err = s.eraseMail(ctx, s.mailLimit(r))
		return err
	})
	if err != nil {
		return Expiring{}, err
	}
	for _, name := range files { // after the commit: a file cannot be rolled back
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
			s.ws.Log.Warn("retention: a stored mail could not be removed")
		}
	}
	return out, nil
}

// eraseMail empties mails older than limit. What answers were read from them stays in the ledger without the words.
func (s *Service) eraseMail(ctx context.Context, limit workspace.Instant) ([]string, error) {
	db := s.ws.DB.Write(ctx)
	paths := []string{}
	if err := db.Raw("SELECT path FROM inbound WHERE internal_date < ? AND erased_at IS NULL AND read_version > 0 AND path <> ''", limit).Scan(&paths).Error; err != nil {
		return nil, fmt.Errorf("staff: retention: %w", err)
	}
	args := map[string]any{"now": workspace.At(s.ws.Now()), "limit": limit}
	for _, statement := range []string{
		"UPDATE message SET text = '', raw = NULL WHERE sent_at < @limit AND text <> ''",
		"UPDATE inbound SET raw = NULL, path = '', erased_at = @now WHERE internal_date < @limit AND erased_at IS NULL AND read_version > 0",
	} {
		if err := db.Exec(statement, args).Error; err != nil {
			return nil, fmt.Errorf("staff: retention: %w", err)
		}
	}
	files := make([]string, 0, len(paths))
	for _, p := range paths {
		if filepath.IsLocal(p) {
			files = append(files, filepath.Join(s.ws.Dir, p))
		}
	}
	return files, nil
}

const dailyKey = "staff.daily"

// Daily does what time alone brings: pauses that have ended, and once a day what the rules of keeping erase. Run it
// before every sync; an Undo of either does not exist, and neither acts without a date or a rule that a person set.
func (s *Service) Daily(ctx context.Context) error {
	if _, err := s.ResumePauses(ctx); err != nil {
		return err
	}
	var ran string
	if _, err := s.ws.Settings.Get(ctx, dailyKey, &ran); err != nil {
		return err
	}
	if ran == s.today() {
		return nil
	}
	if _, err := s.ApplyRetention(ctx); err != nil {
		return err
	}
	if _, err := s.ProposeTopics(ctx); err != nil {
		return err
	}
	return s.ws.Settings.Set(ctx, dailyKey, s.today())
}
