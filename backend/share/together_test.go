package share

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestTogetherIsOneByOne tells two ledgers the same at random: one report by report, the other many at once. They end
// alike, whatever HR and withdrawn replies did in between.
func TestTogetherIsOneByOne(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			one, ctx := open(t)
			many, _ := open(t)
			r := rand.New(rand.NewPCG(seed, 1))
			for round := range 6 {
				var reports []Report
				for range 1 + r.IntN(25) {
					reports = append(reports, anyReport(r, round))
				}
				for _, rep := range reports {
					record(t, one, rep)
				}
				if _, err := many.RecordAll(ctx, reports); err != nil {
					t.Fatal(err)
				}
				alike(t, one, many)
				share, inbound := int64(1+r.IntN(20)), reports[r.IntN(len(reports))].InboundID
				for _, s := range []*Service{one, many} {
					_ = s.TakeBack(ctx, share) // there may be none
					if err := s.Withdraw(ctx, inbound); err != nil {
						t.Fatal(err)
					}
				}
				alike(t, one, many)
			}
		})
	}
}

func anyReport(r *rand.Rand, round int) Report {
	request := int64(1 + r.IntN(8))
	rep := Report{RequestID: request, PostID: 7, StaffID: 1 + request%4, InboundID: int64(round*100 + r.IntN(30) + 1), Words: "C'est partagé !",
		On: today.AddDate(0, 0, r.IntN(4)-1)}
	for _, n := range []string{"linkedin", "x", "bluesky"} {
		if r.IntN(3) == 0 {
			rep.Networks = append(rep.Networks, n)
		}
	}
	if r.IntN(3) == 0 {
		name := []string{"lea-martin", "marc-petit"}[r.IntN(2)]
		rep.URLs = []string{fmt.Sprintf("https://www.linkedin.com/posts/%s_bim-activity-710000000000000000%d-abcd", name, r.IntN(2))}
	}
	if r.IntN(3) == 0 {
		rep.Figures = map[string]int64{Views: int64(r.IntN(50)), Likes: int64(r.IntN(50))}
	}
	return rep
}

// alike compares what stands in two ledgers; doubts without their numbers.
func alike(t *testing.T, a, b *Service) {
	t.Helper()
	if x, y := whole(t, a), whole(t, b); x != y {
		t.Fatalf("one by one:\n%s\ntogether:\n%s", x, y)
	}
}

func whole(t *testing.T, s *Service) string {
	t.Helper()
	var lines []string
	for _, q := range []string{
		`SELECT 'share', id, share_key, network, url, url_key, shared_on, person, COALESCE(inbound_id, 0), COALESCE(audience, -1), state, void_reason, words FROM share`,
		`SELECT 'figure', share_id, kind, value, reported_at, COALESCE(inbound_id, 0), 0, 0, 0, 0, 0, 0, 0 FROM share_figure`,
		`SELECT 'flag', share_id, kind, detail, COALESCE(other_id, 0), holds, decision, 0, 0, 0, 0, 0, 0 FROM share_flag`,
	} {
		err := each(s.ws.DB.Read(context.Background()), func(scan func(...any) error) error {
			row, to := make([]any, 13), make([]any, 13)
			for i := range row {
				to[i] = &row[i]
			}
			err := scan(to...)
			lines = append(lines, fmt.Sprint(row...))
			return err
		}, q)
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
