package source

import (
	"context"
	"errors"
	"fmt"

	"relais/backend/article"
	"relais/backend/workspace"
)

// maxCopyPictures bounds the pictures of one offline copy.
const maxCopyPictures = 30

// maxPictureFetch bounds what is read of one picture.
const maxPictureFetch = article.MaxPictureBytes

// missing is an article that wants a full copy.
type missing struct {
	ID       int64
	URL      string
	SourceID *int64
}

// CopyKept makes full offline copies of kept articles that have none: text,
// sanitised HTML, pictures and the page as it came. What does not answer is
// noted, and tried again only where retry is set, a page that answered but gave
// no copy once a day. A host that wants to be left
// alone is: its articles stay to be copied.
func (s *Service) CopyKept(ctx context.Context, retry bool, progress func(done, total int)) (int, error) {
	q := s.db.Read(ctx).Table("article").Select("id", "url", "source_id").Where("copied_at IS NULL AND url LIKE 'http%' AND state = 'kept'")
	if !retry {
		q = q.Where("copy_fault = ''")
	}
	var want []missing
	if err := q.Order("id DESC").Limit(500).Scan(&want).Error; err != nil {
		return 0, fmt.Errorf("source: copy: %w", err)
	}
	n := 0
	for i, m := range want {
		if now := s.ws.Now(); s.patience.waits(m.URL, now) || s.patience.copyRests(m.ID, now) {
			continue
		}
		err := s.copyOne(ctx, m)
		if ctx.Err() != nil {
			return n, ctx.Err()
		}
		if err == nil {
			n++
		} else if s.patience.waits(m.URL, s.ws.Now()) {
			continue // it is asked again once the host has had its rest
		} else if err := s.noteCopyFault(ctx, m.ID, err); err != nil {
			return n, err
		}
		if progress != nil {
			progress(i+1, len(want))
		}
	}
	return n, nil
}

func (s *Service) noteCopyFault(ctx context.Context, id int64, cause error) error {
	code := "fetch_failed"
	var f *workspace.Fault
	if errors.As(cause, &f) {
		code = f.Code
	}
	s.patience.noteCopy(id, code, s.ws.Now())
	return s.db.Tx(ctx, func(ctx context.Context) error {
		return s.db.Write(ctx).Table("article").Where("id = ?", id).Update("copy_fault", code).Error
	})
}

func (s *Service) copyOne(ctx context.Context, m missing) error {
	trusted := s.trusts(ctx, m.SourceID, m.URL)
	got, err := s.fetch.Fetch(ctx, Ask{URL: m.URL, Limit: MaxFile, Accept: acceptPage, Trusted: trusted})
	if err != nil {
		s.patience.note(m.URL, err, s.ws.Now())
		return plainFault(m.URL, err)
	}
	d, picture, err := s.draftOf(got)
	if err != nil {
		return err
	}
	if !d.Full {
		return workspace.NewFault("page_empty", "file", m.URL)
	}
	d.URL = m.URL // the article keeps the address by which it is known
	if _, err := s.library.Add(ctx, d); err != nil {
		return err
	}
	return s.pictures(ctx, m.ID, picture, trusted)
}

// CopyNow makes the full copy of one article, kept or not: when somebody asks
// for the whole text or for its pictures.
func (s *Service) CopyNow(ctx context.Context, id int64) error {
	var m missing
	err := s.db.Read(ctx).Table("article").Select("id", "url", "source_id").Where("id = ?", id).Take(&m).Error
	if err != nil {
		return workspace.ErrNotFound
	}
	return s.copyOne(ctx, m)
}

// pictures stores the pictures of an article. Those that do not come are left
// out; only the end of ctx is an error.
func (s *Service) pictures(ctx context.Context, id int64, leading, trusted string) error {
	list, err := s.library.PictureAddresses(ctx, id, maxCopyPictures)
	if err != nil {
		return err
	}
	if leading != "" {
		list = append([]string{leading}, list...)
	}
	for i, address := range list {
		if s.patience.waits(address, s.ws.Now()) {
			continue
		}
		got, err := s.fetch.Fetch(ctx, Ask{URL: address, Limit: maxPictureFetch, Accept: "image/avif;q=0, image/webp, image/png, image/jpeg, image/gif, */*;q=0.3", Trusted: trusted})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			s.patience.note(address, err, s.ws.Now())
			continue
		}
		err = s.library.AddPicture(ctx, id, address, got.Body, i == 0)
		if err != nil && !errors.Is(err, article.ErrNoPicture) {
			return err
		}
	}
	return nil
}
