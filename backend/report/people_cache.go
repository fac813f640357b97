package report

import (
	"maps"
	"slices"
	"sort"

	"gorm.io/gorm"
)

// peopleCache keeps everybody between two views, by segment, and reads again
// those segments alone in which somebody changed.
type peopleCache struct {
	words    []string
	codes    map[string]int
	segments map[int64]keptPeople
	whole    *people
}

type keptPeople struct {
	version int64
	list    []*person
}

// read gives everybody as of the transaction db.
func (c *peopleCache) read(db *gorm.DB) (*people, error) {
	if c.segments == nil {
		c.segments, c.codes = map[int64]keptPeople{}, map[string]int{}
	}
	dirty, err := dirtyOf(db, "people_dirty")
	if err != nil {
		return nil, err
	}
	versions := map[int64]int64{}
	if err := scanEach(db, func(scan func(...any) error) error {
		var id, version int64
		err := scan(&id, &version)
		versions[id] = version
		return err
	}, "SELECT id, version FROM people_segment"); err != nil {
		return nil, err
	}
	for _, id := range dirty {
		versions[id] = marked
	}
	changed, err := c.update(db, versions)
	if err != nil {
		return nil, err
	}
	if changed || c.whole == nil {
		c.assemble()
	}
	return c.whole.own(), nil
}

// own gives people whose words a view may add to.
func (p *people) own() *people {
	mine := *p
	mine.words, mine.codes = slices.Clone(p.words), maps.Clone(p.codes)
	return &mine
}

// marked is the version of a segment that has to be read from its rows.
const marked = -1

func (c *peopleCache) update(db *gorm.DB, versions map[int64]int64) (changed bool, err error) {
	for id := range c.segments {
		if _, ok := versions[id]; !ok {
			delete(c.segments, id)
			changed = true
		}
	}
	for id, version := range versions {
		if kept, ok := c.segments[id]; ok && version != marked && kept.version == version {
			continue
		}
		var list []*raw
		if version == marked {
			list, err = readRaw(db, id)
		} else {
			list, err = readPacked(db, id)
		}
		if err != nil {
			return changed, err
		}
		c.keep(id, version, list)
		changed = true
	}
	return changed, nil
}

func readPacked(db *gorm.DB, id int64) ([]*raw, error) {
	var data []byte
	if err := db.Raw("SELECT data FROM people_segment WHERE id = ?", id).Row().Scan(&data); err != nil {
		return nil, err
	}
	return unpackPeople(data)
}

// keep gives words their numbers and works out the days of presence.
func (c *peopleCache) keep(id, version int64, list []*raw) {
	p := &people{words: c.words, codes: c.codes}
	out := make([]*person, len(list))
	for i, one := range list {
		one.now, one.tongue = p.code(one.department), p.code(one.language)
		for k := range one.stays {
			one.stays[k].code = p.code(one.places[k])
		}
		one.settle()
		out[i] = &one.person
	}
	c.words = p.words
	c.segments[id] = keptPeople{version, out}
}

func (c *peopleCache) assemble() {
	p := &people{words: c.words, codes: c.codes}
	for _, kept := range c.segments {
		p.all = append(p.all, kept.list...)
	}
	sort.Slice(p.all, func(i, j int) bool { return p.all[i].id < p.all[j].id })
	if n := len(p.all); n > 0 {
		p.at = make([]*person, p.all[n-1].id+1)
	}
	for _, one := range p.all {
		p.at[one.id] = one
	}
	c.whole = p
}
