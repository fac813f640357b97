package report

import (
	"encoding/binary"
	"errors"
	"slices"

	"gorm.io/gorm"
)

// peopleForm names the layout of packed people.
const peopleForm = 1

// packer writes people as variable-length numbers; a word is the number of its
// place in a list that leads the segment.
type packer struct {
	b     []byte
	words []string
}

func (w *packer) number(v int64) { w.b = binary.AppendVarint(w.b, v) }

func (w *packer) days(v ...int32) {
	for _, d := range v {
		w.number(int64(d))
	}
}

func (w *packer) word(s string) {
	i := slices.Index(w.words, s)
	if i < 0 {
		i = len(w.words)
		w.words = append(w.words, s)
	}
	w.number(int64(i))
}

func packPeople(list []*raw) []byte {
	w := &packer{}
	w.number(int64(len(list)))
	for _, one := range list {
		w.number(one.id)
		w.word(one.language)
		w.word(one.department)
		w.days(one.employed.from, one.employed.to)
		w.number(int64(len(one.stays)))
		for i, st := range one.stays {
			w.days(st.from, st.to)
			w.word(one.places[i])
		}
		w.number(int64(len(one.active)))
		for _, a := range one.active {
			w.days(a.from, a.to)
		}
		for _, days := range [][]int32{one.invited, one.accepted} {
			w.number(int64(len(days)))
			w.days(days...)
		}
		w.number(int64(len(one.audiences)))
		for _, d := range one.audiences {
			w.word(d.network)
			w.number(d.account)
			w.number(d.size)
			w.days(d.day, d.closed)
		}
	}
	out := binary.AppendUvarint([]byte{peopleForm}, uint64(len(w.words)))
	for _, s := range w.words {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	return append(out, w.b...)
}

var errPeople = errors.New("report: people are packed in another form, or cut short")

// unpacker reads what packer wrote; past an error everything is zero.
type unpacker struct {
	b     []byte
	words []string
	err   error
}

func (r *unpacker) number() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.err, r.b = errPeople, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *unpacker) day() int32 { return int32(r.number()) }

func (r *unpacker) span() span { return span{r.day(), r.day()} }

// count reads how many follow: never more than there are bytes.
func (r *unpacker) count() int {
	n := r.number()
	if n < 0 || n > int64(len(r.b)) {
		r.err, r.b = errPeople, nil
		return 0
	}
	return int(n)
}

func (r *unpacker) word() string {
	i := r.number()
	if i < 0 || i >= int64(len(r.words)) {
		r.err, r.b = errPeople, nil
		return ""
	}
	return r.words[i]
}

func (r *unpacker) lead() {
	if len(r.b) == 0 || r.b[0] != peopleForm {
		r.err, r.b = errPeople, nil
		return
	}
	r.b = r.b[1:]
	n, used := binary.Uvarint(r.b)
	if used <= 0 || n > uint64(len(r.b)) {
		r.err, r.b = errPeople, nil
		return
	}
	r.b = r.b[used:]
	for range n {
		size, used := binary.Uvarint(r.b)
		if used <= 0 || size > uint64(len(r.b)-used) {
			r.err, r.b = errPeople, nil
			return
		}
		r.words = append(r.words, string(r.b[used:used+int(size)]))
		r.b = r.b[used+int(size):]
	}
}

func unpackPeople(b []byte) ([]*raw, error) {
	r := &unpacker{b: b}
	r.lead()
	list := make([]*raw, 0, r.count())
	for range cap(list) {
		if r.err != nil {
			return nil, r.err
		}
		list = append(list, r.person())
	}
	return list, r.err
}

func (r *unpacker) person() *raw {
	one := &raw{}
	one.id, one.language, one.department = r.number(), r.word(), r.word()
	one.employed = r.span()
	for range r.count() {
		one.stays = append(one.stays, stay{span: r.span()})
		one.places = append(one.places, r.word())
	}
	for range r.count() {
		one.active = append(one.active, r.span())
	}
	for _, into := range []*[]int32{&one.invited, &one.accepted} {
		for range r.count() {
			*into = append(*into, r.day())
		}
	}
	for range r.count() {
		one.audiences = append(one.audiences, declared{network: r.word(), account: r.number(), size: r.number(), day: r.day(), closed: r.day()})
	}
	return one
}

func writePeople(db *gorm.DB, id, version int64) error {
	list, err := readRaw(db, id)
	if err != nil {
		return err
	}
	return db.Exec("REPLACE INTO people_segment (id, version, data) VALUES (?, ?, ?)", id, version, packPeople(list)).Error
}
