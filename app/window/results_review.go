package window

import (
	"context"
	"slices"

	"relais/backend/staff"
)

// ReviewPerson is somebody who gets the letter about their own year, or the code of why they get none.
type ReviewPerson struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
	Code string `json:"code"`
}

// ReviewPlan is who gets it, in alphabetical order, and who does not.
type ReviewPlan struct {
	Queued  []ReviewPerson `json:"queued"`
	Skipped []ReviewPerson `json:"skipped"`
}

// PlanReview says who would get the letter about their own year, of the active members.
func (r *Results) PlanReview(year int) (ReviewPlan, error) {
	return call(r.w.app, "Results.PlanReview", func() (ReviewPlan, error) { return r.review(year, nil, true) })
}

// QueueReview queues the letter for those of the active members whose ids are given, once a year each.
func (r *Results) QueueReview(year int, ids []int64) (ReviewPlan, error) {
	return call(r.w.app, "Results.QueueReview", func() (ReviewPlan, error) { return r.review(year, ids, false) })
}

func (r *Results) review(year int, ids []int64, dry bool) (ReviewPlan, error) {
	ctx := context.Background()
	plan := ReviewPlan{Queued: []ReviewPerson{}, Skipped: []ReviewPerson{}}
	advocates, err := r.w.app.Staff.Advocates(ctx)
	if err != nil {
		return plan, err
	}
	var people []staff.Person
	for _, one := range advocates {
		if !dry && !slices.Contains(ids, one.ID) {
			continue
		}
		p, err := r.w.app.Staff.Get(ctx, one.ID)
		if err != nil {
			return plan, err
		}
		people = append(people, p)
	}
	done, err := r.w.app.QueueReviews(ctx, year, people, dry)
	if err != nil {
		return plan, err
	}
	for _, p := range done.Queued {
		plan.Queued = append(plan.Queued, ReviewPerson{ID: p.ID, Name: p.Name})
	}
	for _, s := range done.Skipped {
		plan.Skipped = append(plan.Skipped, ReviewPerson{ID: s.Person.ID, Name: s.Person.Name, Code: s.Code})
	}
	return plan, nil
}
