package article

import (
	"context"
)

// knownAddresses gives the articles that the drafts' addresses already have.
func (s *Service) knownAddresses(ctx context.Context, drafts []Draft) (map[string]int64, error) {
	keys := make([]string, 0, len(drafts))
	for _, d := range drafts {
		if k := AddressKey(d.URL); k != "" {
			keys = append(keys, k)
		}
	}
	known := map[string]int64{}
	for len(keys) > 0 {
		n := min(len(keys), 100)
		var rows []Article
		if err := s.db.Read(ctx).Select("id", "address_key").Where("address_key IN ? AND address_key <> ''", keys[:n]).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			known[r.AddressKey] = r.ID
		}
		keys = keys[n:]
	}
	return known, nil
}

// findStories looks for the story that each new article repeats. Articles of
// one batch are compared with those of the library only: the next sighting
// joins them. Candidates share a band; the texts then decide.
func (s *Service) findStories(ctx context.Context, fresh []*intake) error {
	wanted := map[int64]bool{}
	for _, in := range fresh {
		for _, b := range in.bands {
			wanted[b] = true
		}
	}
	candidates, err := s.byBand(ctx, wanted)
	if err != nil || len(candidates) == 0 {
		return err
	}
	for _, in := range fresh {
		if err := s.findStory(ctx, in, candidates); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) byBand(ctx context.Context, wanted map[int64]bool) (map[int64][]int64, error) {
	list := make([]int64, 0, len(wanted))
	for b := range wanted {
		list = append(list, b)
	}
	found := map[int64][]int64{}
	for len(list) > 0 {
		n := min(len(list), 200)
		var rows []band
		if err := s.db.Read(ctx).Where("band IN ?", list[:n]).Limit(5000).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r.Band] = append(found[r.Band], r.ArticleID)
		}
		list = list[n:]
	}
	return found, nil
}

// maxCompared bounds how many texts one article is compared with.
const maxCompared = 12

func (s *Service) findStory(ctx context.Context, in *intake, candidates map[int64][]int64) error {
	tried := map[int64]bool{}
	for _, b := range in.bands {
		for _, id := range candidates[b] {
			if tried[id] || len(tried) >= maxCompared || id == in.row.ID {
				continue
			}
			tried[id] = true
			var other struct {
				Text        string
				DuplicateOf *int64
			}
			err := s.db.Read(ctx).Raw("SELECT b.text, a.duplicate_of FROM article_body b JOIN article a ON a.id = b.article_id WHERE a.id = ?", id).Scan(&other).Error
			if err != nil {
				return err
			}
			if alike(in.runs, runsOf(other.Text)) >= sameStory {
				leader := id
				if other.DuplicateOf != nil {
					leader = *other.DuplicateOf
				}
				in.row.DuplicateOf = &leader
				return nil
			}
		}
	}
	return nil
}

// Sighting is one place where an article or its story was seen.
type Sighting struct {
	ArticleID int64
	Source    string
	URL       string
	Title     string
}

// Sightings lists where the story of an article was seen, the article itself
// first.
func (s *Service) Sightings(ctx context.Context, id int64) ([]Sighting, error) {
	out := []Sighting{}
	err := s.db.Read(ctx).Raw(`SELECT a.id AS article_id, COALESCE(NULLIF(a.site_name, ''), src.title, '') AS source, a.url, a.title
		FROM article a LEFT JOIN source src ON src.id = a.source_id WHERE a.id = ? OR a.duplicate_of = ?
		UNION SELECT g.article_id, src.title, g.url, a.title FROM article_sighting g JOIN article a ON a.id = g.article_id
		JOIN source src ON src.id = g.source_id WHERE g.article_id = ? AND g.source_id IS NOT a.source_id
		ORDER BY 1 LIMIT 50`, id, id, id).Scan(&out).Error
	return out, err
}

// ByAddress gives the id of the article that has this address, or 0.
func (s *Service) ByAddress(ctx context.Context, address string) (int64, error) {
	key := AddressKey(address)
	if key == "" {
		return 0, nil
	}
	var ids []int64
	err := s.db.Read(ctx).Model(&Article{}).Where("address_key = ?", key).Limit(1).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return ids[0], nil
}
