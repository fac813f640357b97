package staff

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"relais/backend/workspace"
)

// chunk is how many ids go into one IN (...), well under SQLite's limit of bound values.
const chunk = 500

// Get gives one person; workspace.ErrNotFound where there is none or they were erased.
func (s *Service) Get(ctx context.Context, id int64) (Person, error) {
	people, err := s.load(ctx, []int64{id})
	if err != nil {
		return Person{}, err
	}
	if len(people) == 0 || people[0].ErasedAt != nil {
		return Person{}, workspace.ErrNotFound
	}
	return people[0], nil
}

// brief is Get of what All gives.
func (s *Service) brief(ctx context.Context, id int64) (Person, error) {
	people, err := s.All(ctx, []int64{id})
	if err != nil {
		return Person{}, err
	}
	p, there := people[id]
	if !there {
		return Person{}, workspace.ErrNotFound
	}
	return p, nil
}

// ByAddress gives the person who has an address, primary or not.
func (s *Service) ByAddress(ctx context.Context, address string) (Person, bool, error) {
	var rows []Address
	if err := s.ws.DB.Read(ctx).Where("address_key = ?", AddressKey(address)).Limit(1).Find(&rows).Error; err != nil {
		return Person{}, false, fmt.Errorf("staff: by address: %w", err)
	}
	if len(rows) == 0 {
		return Person{}, false, nil
	}
	p, err := s.Get(ctx, rows[0].StaffID)
	return p, err == nil, err
}

// All gives the people of the ids, by id: name, language, where they stand and whether they are there, and their
// addresses. All else is left empty. Who is unknown or erased is left out.
func (s *Service) All(ctx context.Context, ids []int64) (map[int64]Person, error) {
	people, err := s.loadWith(ctx, ids, s.loadBrief)
	if err != nil {
		return nil, err
	}
	all := make(map[int64]Person, len(people))
	for _, p := range people {
		if p.ErasedAt == nil {
			all[p.ID] = p
		}
	}
	return all, nil
}

// Owners gives whose each of the addresses is, by the address as it was given. Unknown ones are left out.
func (s *Service) Owners(ctx context.Context, addresses []string) (map[string]int64, error) {
	given := map[string][]string{}
	for _, a := range addresses {
		given[AddressKey(a)] = append(given[AddressKey(a)], a)
	}
	owners := map[string]int64{}
	for part := range slices.Chunk(slices.Collect(maps.Keys(given)), chunk) {
		var rows []Address
		if err := s.ws.DB.Read(ctx).Select("staff_id", "address_key").Where("address_key IN ?", part).Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("staff: by address: %w", err)
		}
		for _, r := range rows {
			for _, a := range given[r.AddressKey] {
				owners[a] = r.StaffID
			}
		}
	}
	return owners, nil
}

// load gives the people of the ids, in that order, each with what belongs to them. Unknown ids are left out.
func (s *Service) load(ctx context.Context, ids []int64) ([]Person, error) {
	return s.loadWith(ctx, ids, s.loadChunk)
}

func (s *Service) loadWith(ctx context.Context, ids []int64, chunkOf func(ctx context.Context, ids []int64, found map[int64]*Person) error) ([]Person, error) {
	found := make(map[int64]*Person, len(ids))
	for start := 0; start < len(ids); start += chunk {
		if err := chunkOf(ctx, ids[start:min(start+chunk, len(ids))], found); err != nil {
			return nil, fmt.Errorf("staff: load: %w", err)
		}
	}
	out := make([]Person, 0, len(ids))
	for _, id := range ids {
		if p := found[id]; p != nil {
			if p.PausedUntil != nil && p.Membership == Paused && *p.PausedUntil < s.today() {
				p.Membership, p.PausedUntil = Active, nil
			}
			out = append(out, *p)
		}
	}
	return out, nil
}

func (s *Service) loadChunk(ctx context.Context, ids []int64, found map[int64]*Person) error {
	if err := s.loadPeople(ctx, ids, found); err != nil {
		return err
	}
	if err := s.loadLanguages(ctx, ids, found); err != nil {
		return err
	}
	if err := s.loadStances(ctx, ids, found); err != nil {
		return err
	}
	return s.loadAccounts(ctx, ids, found)
}

// loadBrief gives what All does.
func (s *Service) loadBrief(ctx context.Context, ids []int64, found map[int64]*Person) error {
	var rows []Staff
	err := s.ws.DB.Read(ctx).Select("id", "name", "given_name", "language", "left_on", "membership", "paused_until", "restricted_at", "erased_at").
		Where("id IN ?", ids).Find(&rows).Error
	if err != nil {
		return err
	}
	for _, r := range rows {
		found[r.ID] = &Person{Staff: r}
	}
	return s.loadAddresses(ctx, ids, found)
}

func (s *Service) loadPeople(ctx context.Context, ids []int64, found map[int64]*Person) error {
	db := s.ws.DB.Read(ctx)
	var rows []struct {
		Staff
		Department string
		Manager    string
	}
	err := db.Raw(`SELECT p.*, COALESCE(d.name, '') AS department, COALESCE(m.name, '') AS manager
		FROM staff p LEFT JOIN department d ON d.id = p.department_id LEFT JOIN staff m ON m.id = p.manager_id WHERE p.id IN ?`, ids).Scan(&rows).Error
	if err != nil {
		return err
	}
	for _, r := range rows {
		found[r.ID] = &Person{Staff: r.Staff, Department: r.Department, Manager: r.Manager}
	}
	return s.loadAddresses(ctx, ids, found)
}

func (s *Service) loadAddresses(ctx context.Context, ids []int64, found map[int64]*Person) error {
	var addresses []Address
	if err := s.ws.DB.Read(ctx).Where("staff_id IN ?", ids).Order("is_primary DESC, id").Find(&addresses).Error; err != nil {
		return err
	}
	for _, a := range addresses {
		found[a.StaffID].Addresses = append(found[a.StaffID].Addresses, a)
	}
	return nil
}

func (s *Service) loadLanguages(ctx context.Context, ids []int64, found map[int64]*Person) error {
	var languages []Language
	if err := s.ws.DB.Read(ctx).Where("staff_id IN ?", ids).Order("language").Find(&languages).Error; err != nil {
		return err
	}
	for _, p := range found {
		if p.Language != "" && len(p.Languages) == 0 {
			p.Languages = []string{p.Language}
		}
	}
	for _, l := range languages {
		p := found[l.StaffID]
		if l.Language != p.Language {
			p.Languages = append(p.Languages, l.Language)
		}
	}
	return nil
}

func (s *Service) loadStances(ctx context.Context, ids []int64, found map[int64]*Person) error {
	var rows []struct {
		StaffID int64
		Stance
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT st.staff_id, st.topic_id, t.name, st.stance, st.reason FROM staff_topic st
		JOIN topic t ON t.id = st.topic_id WHERE st.staff_id IN ? ORDER BY lower(t.name)`, ids).Scan(&rows).Error
	if err != nil {
		return err
	}
	for _, r := range rows {
		found[r.StaffID].Topics = append(found[r.StaffID].Topics, r.Stance)
	}
	return nil
}

func (s *Service) loadAccounts(ctx context.Context, ids []int64, found map[int64]*Person) error {
	var rows []struct {
		Account
		Size *int64
		AsOf *string
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT a.*, u.size, u.as_of FROM account a
		LEFT JOIN audience u ON u.id = (SELECT v.id FROM audience v WHERE v.account_id = a.id ORDER BY v.as_of DESC, v.id DESC LIMIT 1)
		WHERE a.closed_at IS NULL AND a.staff_id IN ? ORDER BY a.preferred DESC, a.network`, ids).Scan(&rows).Error
	if err != nil {
		return err
	}
	for _, r := range rows {
		presence := Presence{Account: r.Account, Audience: r.Size}
		if r.AsOf != nil {
			presence.AsOf = *r.AsOf
		}
		found[r.StaffID].Accounts = append(found[r.StaffID].Accounts, presence)
	}
	return nil
}
