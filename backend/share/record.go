package share

import (
	"context"
	"fmt"
	"slices"
	"time"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Report is what one reply said about one request.
type Report struct {
	RequestID int64
	PostID    int64
	StaffID   int64
	ReplyID   int64
	InboundID int64
	// Networks are the networks named; those of the URLs are added to them.
	Networks []string
	// URLs are addresses of the person's own post.
	URLs []string
	// Figures are by kind (views, likes, comments, reposts, clicks). Where the
	// report is about several networks they cannot be told apart: FiguresOf
	// takes those that can.
	Figures   map[string]int64
	FiguresOf map[string]map[string]int64
	// Words are those of the message that say so.
	Words string
	// On is when it was said; the share is dated that day.
	On time.Time
	// SharedOn is the day of the share, YYYY-MM-DD, where the message names it.
	SharedOn string
}

// Outcome says what a report changed.
type Outcome struct {
	Shares   []Share // those that the report is about
	Added    int
	Changed  int  // a network, address or figure became known
	Unplaced bool // figures that belong to none of several networks; nothing was recorded of them
	// NetworkUnknown says that a share stands without its network.
	NetworkUnknown bool
	// TakenBack says that HR had taken one of these shares back; it stays so and
	// is flagged.
	TakenBack bool
}

// Record writes into the ledger what a reply said. The same report again changes
// nothing. A share without a network takes the first network that is named
// later; figures without any share make none. Record joins the transaction
// in ctx.
func (s *Service) Record(ctx context.Context, r Report) (Outcome, error) {
	var out Outcome
	if r.RequestID == 0 || r.PostID == 0 || r.StaffID == 0 {
		return out, fmt.Errorf("share: a report needs its request, post and person")
	}
	err := s.change(ctx, func(ctx context.Context) error {
		w := &recording{s: s, r: r, out: &out}
		return w.run(ctx)
	})
	return out, wrap(err)
}

// recording is one report on its way into the ledger.
type recording struct {
	s    *Service
	r    Report
	out  *Outcome
	have []Share // of the request, void ones too
}

func (w *recording) run(ctx context.Context) error {
	have, err := w.s.ofRequest(ctx, w.r.RequestID)
	if err != nil {
		return err
	}
	w.have = have
	named := w.networks()
	if len(named) == 0 {
		named = w.implied()
	}
	for _, n := range named {
		sh, err := w.share(ctx, n)
		if err != nil {
			return err
		}
		w.out.Shares = append(w.out.Shares, sh)
		w.out.NetworkUnknown = w.out.NetworkUnknown || sh.Network == unspecified
	}
	return w.figures(ctx)
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
	for _, sh := range w.have {
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
func (w *recording) share(ctx context.Context, n string) (Share, error) {
	if i := w.find(n); i >= 0 {
		return w.again(ctx, w.have[i])
	}
	if i := w.find(unspecified); i >= 0 && w.have[i].State != Void {
		sh := w.have[i]
		w.have[i].Network = n
		return w.nameNetwork(ctx, sh, n)
	}
	return w.add(ctx, n)
}

func (w *recording) find(n string) int {
	return slices.IndexFunc(w.have, func(sh Share) bool { return sh.Network == n })
}

func (w *recording) add(ctx context.Context, n string) (Share, error) {
	date := w.r.SharedOn
	if date == "" {
		date = day(w.r.On)
	}
	sh := Share{
		ShareKey: requestKey(w.r.RequestID, n), RequestID: ptr(w.r.RequestID), PostID: ptr(w.r.PostID),
		StaffID: ptr(w.r.StaffID), Person: w.r.StaffID, Network: n, SharedOn: date,
		Origin: OriginReply, ReplyID: ptrOrNil(w.r.ReplyID), InboundID: ptrOrNil(w.r.InboundID), Words: clip(w.r.Words),
		URL: w.urlFor(n), State: Counted,
	}
	if err := w.s.insert(ctx, &sh); err != nil {
		return sh, err
	}
	w.out.Added++
	w.have = append(w.have, sh)
	return sh, nil
}

// nameNetwork gives a share its network, once somebody said which.
func (w *recording) nameNetwork(ctx context.Context, sh Share, n string) (Share, error) {
	sh.Network, sh.ShareKey = n, requestKey(w.r.RequestID, n)
	if u := w.urlFor(n); u != "" {
		sh.URL = u
	}
	w.out.Changed++
	return w.s.save(ctx, sh)
}

// again is a report of a share that stands already: its address may be new. One
// that HR took back stays so, and HR is told; one whose reply was undone comes
// back.
func (w *recording) again(ctx context.Context, sh Share) (Share, error) {
	if sh.State == Void {
		if sh.VoidReason == VoidByReply {
			return w.revive(ctx, sh)
		}
		if !sameID(sh.InboundID, w.r.InboundID) {
			w.out.TakenBack = true
			return sh, w.s.flag(ctx, Flag{ShareID: sh.ID, Kind: FlagReportedOnce, Detail: clip(w.r.Words)})
		}
		return sh, nil
	}
	u := w.urlFor(sh.Network)
	if u == "" || sh.URL != "" {
		return sh, nil
	}
	sh.URL = u
	w.out.Changed++
	return w.s.save(ctx, sh)
}

func (w *recording) revive(ctx context.Context, sh Share) (Share, error) {
	sh.State, sh.VoidReason, sh.VoidedAt = Counted, "", nil
	sh.InboundID, sh.ReplyID = ptrOrNil(w.r.InboundID), ptrOrNil(w.r.ReplyID)
	sh.Words, sh.URL = clip(w.r.Words), w.urlFor(sh.Network)
	w.out.Added++
	return w.s.save(ctx, sh)
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
func (w *recording) figures(ctx context.Context) error {
	by := map[string]map[string]int64{}
	for n, f := range w.r.FiguresOf {
		by[n] = f
	}
	if len(w.r.Figures) > 0 {
		if len(w.out.Shares) != 1 {
			w.out.Unplaced = true
		} else if _, given := by[w.out.Shares[0].Network]; !given {
			by[w.out.Shares[0].Network] = w.r.Figures
		}
	}
	for _, sh := range w.out.Shares {
		if sh.State == Void {
			continue
		}
		for _, kind := range Kinds() {
			value, ok := by[sh.Network][kind]
			if !ok {
				continue
			}
			added, err := w.s.addFigure(ctx, Figure{
				ShareID: sh.ID, Kind: kind, Value: value, ReportedAt: workspace.At(w.r.On),
				Origin: OriginReply, InboundID: ptrOrNil(w.r.InboundID), Words: clip(w.r.Words),
			})
			if err != nil {
				return err
			}
			if added {
				w.out.Changed++
			}
		}
	}
	return nil
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
