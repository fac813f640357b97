package report

import "relais/backend/share"

// tally adds up the shares of one group, and the requests put to it.
type tally struct {
	shares    int64
	known     int64 // shares whose audience is known
	potential int64
	estimated float64
	sharers   set

	sent, met int64 // requests, and those of them with a share
}

// stand counts a share by the person at place who.
func (t *tally) stand(who, people int) {
	t.shares++
	if t.sharers == nil {
		t.sharers = newSet(people)
	}
	t.sharers.add(who)
}

func (t *tally) add(audience uint32, who, people int, factor float64) {
	t.stand(who, people)
	if audience != share.Unknown {
		t.known++
		t.potential += int64(audience)
		t.estimated += float64(audience) * factor
	}
}

func (t *tally) ask(met bool) {
	t.sent++
	if met {
		t.met++
	}
}

// reach gives potential and estimated reach: zero where nothing was shared, not
// known where something was and nobody's audience is known.
func (t *tally) reach() (potential, estimated *float64) {
	if t.shares > 0 && t.known == 0 {
		return nil, nil
	}
	return count(t.potential), number(t.estimated)
}

// merge adds another group's shares and requests.
func (t *tally) merge(o *tally) {
	t.shares += o.shares
	t.potential += o.potential
	t.estimated += o.estimated
	t.known += o.known
	t.sent += o.sent
	t.met += o.met
	if o.sharers != nil {
		if t.sharers == nil {
			t.sharers = make(set, len(o.sharers))
		}
		t.sharers.union(o.sharers)
	}
}

// detail is what is asked of the whole alone.
type detail struct {
	topicAudience  int64 // audience of shares of posts with topics
	expertAudience int64 // of those, that of people who have one of them
	topicUnknown   int64 // shares of posts with topics whose audience is not known

	views, reactions int64 // of shares where both are known
	told             int64 // how many those are
}

func (d *detail) merge(o *detail) {
	d.topicAudience += o.topicAudience
	d.expertAudience += o.expertAudience
	d.topicUnknown += o.topicUnknown
	d.views += o.views
	d.reactions += o.reactions
	d.told += o.told
}

func (d *detail) add(rows *share.Rows, i int) {
	audience := rows.Audience[i]
	if specialist, known := rows.SpecialistAt(i); known && audience == share.Unknown {
		d.topicUnknown++
	} else if known {
		d.topicAudience += int64(audience)
		if specialist {
			d.expertAudience += int64(audience)
		}
	}
	views := rows.Figures[share.AtViews][i]
	if views == share.Unknown || views == 0 {
		return
	}
	told, sum := false, int64(0)
	for _, k := range [...]int{share.AtLikes, share.AtComments, share.AtReposts} {
		if v := rows.Figures[k][i]; v != share.Unknown {
			told = true
			sum += int64(v)
		}
	}
	if told {
		d.told++
		d.views += int64(views)
		d.reactions += sum
	}
}
