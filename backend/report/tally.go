package report

import "relais/backend/share"

// tally adds up the shares of one group.
type tally struct {
	shares    int64
	sharers   set
	potential int64
	estimated float64
	known     int64 // shares whose audience is known

	topicAudience  int64 // audience of shares of posts with topics
	expertAudience int64 // of those, that of people who have one of them

	views, reactions int64 // of shares where both are known
	told             int64 // how many those are
}

func (t *tally) add(seg *share.Segment, i int, person int, people int, factor float64) {
	t.shares++
	if t.sharers == nil {
		t.sharers = newSet(people)
	}
	t.sharers.add(person)
	if a := seg.Audience[i]; a != share.Unknown {
		t.known++
		t.potential += int64(a)
		t.estimated += float64(a) * factor
	}
}

// addDetail adds what is asked of the whole alone.
func (t *tally) addDetail(seg *share.Segment, i int) {
	if a := seg.Audience[i]; a != share.Unknown {
		if specialist, known := seg.SpecialistAt(i); known {
			t.topicAudience += int64(a)
			if specialist {
				t.expertAudience += int64(a)
			}
		}
	}
	views := seg.Figures[share.AtViews][i]
	if views == share.Unknown || views == 0 {
		return
	}
	told, sum := false, int64(0)
	for _, k := range []int{share.AtLikes, share.AtComments, share.AtReposts} {
		if v := seg.Figures[k][i]; v != share.Unknown {
			told = true
			sum += int64(v)
		}
	}
	if told {
		t.told++
		t.views += int64(views)
		t.reactions += sum
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

// merge adds another group's shares.
func (t *tally) merge(o *tally) {
	t.shares += o.shares
	t.potential += o.potential
	t.estimated += o.estimated
	t.known += o.known
	if o.sharers != nil {
		if t.sharers == nil {
			t.sharers = make(set, len(o.sharers))
		}
		t.sharers.union(o.sharers)
	}
}
