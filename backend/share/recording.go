package share

import (
	"slices"

	"relais/backend/network"
	"relais/backend/workspace"
)

// recording is one report on its way into the ledger.
type recording struct {
	*entries
	r       Report
	out     Outcome
	shares  []*Share // those that the report is about
	changed []*Share // those of them that are new, or not as they were
	placed  []Figure
	doubts  []Flag
}

func (w *recording) run() {
	named := w.networks()
	if len(named) == 0 {
		named = w.implied()
	}
	for _, n := range named {
		w.shares = append(w.shares, w.share(n))
	}
}

// networks are those named and those of the addresses, each once.
func (w *recording) networks() []string {
	var named []string
	add := func(n string) {
		if n != "" && n != unspecified && !slices.Contains(named, n) {
			named = append(named, n)
		}
	}
	for _, n := range w.r.Networks {
		add(n)
	}
	for _, raw := range w.r.URLs {
		if l, ok := network.FromURL(raw); ok {
			add(string(l.Network))
		}
	}
	return named
}

// implied says what a report without a network is about: what stands in the
// ledger for the request, or else a share whose network is not known.
func (w *recording) implied() []string {
	var standing []string
	for _, sh := range w.all {
		if sh.State != Void {
			standing = append(standing, sh.Network)
		}
	}
	if len(standing) == 0 {
		return []string{unspecified}
	}
	return standing
}

// share finds or makes the share of the report on one network.
func (w *recording) share(n string) *Share {
	if sh := w.find(n); sh != nil {
		w.again(sh)
		return sh
	}
	if sh := w.find(unspecified); sh != nil && sh.State != Void {
		w.nameNetwork(sh, n)
		return sh
	}
	return w.add(n)
}

func (w *recording) find(n string) *Share {
	if i := slices.IndexFunc(w.all, func(sh *Share) bool { return sh.Network == n }); i >= 0 {
		return w.all[i]
	}
	return nil
}

func (w *recording) add(n string) *Share {
	date := w.r.SharedOn
	if date == "" {
		date = day(w.r.On)
	}
	sh := &Share{
		ShareKey: requestKey(w.r.RequestID, n), RequestID: ptr(w.r.RequestID), PostID: ptr(w.r.PostID),
		StaffID: ptr(w.r.StaffID), Person: w.r.StaffID, Network: n, SharedOn: date,
		Origin: OriginReply, ReplyID: ptrOrNil(w.r.ReplyID), InboundID: ptrOrNil(w.r.InboundID), Words: clip(w.r.Words),
		URL: w.urlFor(n), State: Counted,
	}
	w.out.Added++
	w.all, w.changed = append(w.all, sh), append(w.changed, sh)
	return sh
}

// nameNetwork gives a share its network, once somebody said which.
func (w *recording) nameNetwork(sh *Share, n string) {
	sh.Network, sh.ShareKey = n, requestKey(w.r.RequestID, n)
	if u := w.urlFor(n); u != "" {
		sh.URL = u
	}
	w.out.Changed++
	w.changed = append(w.changed, sh)
}

// again is a report of a share that stands already: its address may be new. One
// that HR took back stays so, and HR is told; one whose reply was undone comes
// back.
func (w *recording) again(sh *Share) {
	if sh.State == Void {
		if sh.VoidReason == VoidByReply {
			w.revive(sh)
		} else if !sameID(sh.InboundID, w.r.InboundID) {
			w.out.TakenBack = true
			w.doubts = append(w.doubts, Flag{ShareID: sh.ID, Kind: FlagReportedOnce, Detail: clip(w.r.Words)})
		}
		return
	}
	if u := w.urlFor(sh.Network); u != "" && sh.URL == "" {
		sh.URL = u
		w.out.Changed++
		w.changed = append(w.changed, sh)
	}
}

func (w *recording) revive(sh *Share) {
	sh.State, sh.VoidReason, sh.VoidedAt = Counted, "", nil
	sh.InboundID, sh.ReplyID = ptrOrNil(w.r.InboundID), ptrOrNil(w.r.ReplyID)
	sh.Words, sh.URL = clip(w.r.Words), w.urlFor(sh.Network)
	w.out.Added++
	w.changed = append(w.changed, sh)
}

// urlFor picks the address of a post on the network, as it is to be shown.
func (w *recording) urlFor(n string) string {
	for _, raw := range w.r.URLs {
		l, ok := network.FromURL(raw)
		if ok && (string(l.Network) == n || (n == unspecified && l.Network == "")) {
			return l.URL
		}
	}
	return ""
}

// figures are placed where it is clear which share they are about.
func (w *recording) figures() []Figure {
	by := map[string]map[string]int64{}
	for n, f := range w.r.FiguresOf {
		by[n] = f
	}
	if len(w.r.Figures) > 0 && len(w.shares) == 1 {
		if _, given := by[w.shares[0].Network]; !given {
			by[w.shares[0].Network] = w.r.Figures
		}
	}
	var placed []Figure
	for _, sh := range w.shares {
		if sh.State == Void {
			continue
		}
		for _, kind := range Kinds() {
			if value, ok := by[sh.Network][kind]; ok {
				placed = append(placed, Figure{ShareID: sh.ID, Kind: kind, Value: value, ReportedAt: workspace.At(w.r.On),
					Origin: OriginReply, InboundID: ptrOrNil(w.r.InboundID), Words: clip(w.r.Words)})
			}
		}
	}
	return placed
}

// outcome says what the report changed; added says so of its figures.
func (w *recording) outcome(added []bool) Outcome {
	out := w.out
	out.Unplaced = len(w.r.Figures) > 0 && len(w.shares) != 1
	for _, sh := range w.shares {
		out.Shares = append(out.Shares, *sh)
		out.NetworkUnknown = out.NetworkUnknown || sh.Network == unspecified
	}
	for _, is := range added {
		if is {
			out.Changed++
		}
	}
	return out
}

// maxWords bounds the evidence kept with a share, in bytes; the message itself
// is kept elsewhere.
const maxWords = 400

func clip(words string) string {
	if len(words) <= maxWords {
		return words
	}
	cut := maxWords
	for cut > 0 && words[cut]&0xC0 == 0x80 {
		cut--
	}
	return words[:cut] + "…"
}

func ptr(id int64) *int64 { return &id }

func ptrOrNil(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

func sameID(a *int64, b int64) bool { return a != nil && *a == b }
