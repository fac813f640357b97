package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// sendResult is what `relais send --json` prints.
type sendResult struct {
	Post     int64        `json:"post"`
	Dispatch int64        `json:"dispatch"` // 0 with --dry-run
	Queued   []sendPerson `json:"queued"`
	Skipped  []sendPerson `json:"skipped"`
	Repeated int          `json:"repeated"` // how many got the same words as a colleague of their team
}

type sendPerson struct {
	Staff   int64        `json:"staff"`
	Name    string       `json:"name"`
	Address string       `json:"address"`
	Message int64        `json:"message,omitempty"`
	Why     []sendReason `json:"why,omitempty"`
	Soft    []sendReason `json:"soft,omitempty"`   // what spoke against it and was overridden
	Reason  *sendReason  `json:"reason,omitempty"` // of the skipped
}

type sendReason struct {
	Code   string            `json:"code"`
	Params map[string]string `json:"params,omitempty"`
}

type sendFlags struct {
	to      []string
	yesSoft bool
	strict  bool
	at      string
	word    string
	spread  int
	dry     bool
}

// sendCommand is `relais send POST --to all|topic:X|EMAIL...`.
func (s *session) sendCommand() *cobra.Command {
	var f sendFlags
	cmd := &cobra.Command{
		Use: "send POST --to all|topic:X|EMAIL...", Short: "Queue an approved post for people; 'relais sync' sends it", Args: cobra.MinimumNArgs(1),
		Long: "Queue an approved post for people. Only active members are ever asked; who is paused, over their cap or was asked before\n" +
			"is left out, and the answer says why. What speaks against somebody without forbidding it (no give in 90 days, another\n" +
			"language) is listed; --strict leaves those out, --yes-soft says that it was seen.",
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&f.to, "to", nil, "all, topic:NAME, or addresses")
	flags.BoolVar(&f.yesSoft, "yes-soft", false, "ask also those against whom a soft rule speaks, without listing it on standard error")
	flags.BoolVar(&f.strict, "strict", false, "leave out those against whom a soft rule speaks")
	flags.StringVar(&f.at, "at", "", "not before this time (2026-03-31T09:00, or with zone as in RFC 3339)")
	flags.IntVar(&f.spread, "spread", 0, "over how many days the letters leave")
	flags.StringVar(&f.word, "word", "", "why those against whom a soft rule speaks are asked all the same; kept with their request")
	flags.BoolVar(&f.dry, "dry-run", false, "say who would be asked and why, and change nothing")
	cmd.MarkFlagsMutuallyExclusive("yes-soft", "strict")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f.to = append(f.to, args[1:]...)
		if len(f.to) == 0 {
			return usage("--to is missing: all, topic:NAME, or addresses")
		}
		id, err := number(args[0])
		if err != nil {
			return err
		}
		run := s.writes
		if f.dry {
			run = s.reads
		}
		return run(func(ctx context.Context, a *app.App, _ []string) error { return s.send(ctx, a, id, f) })(cmd, args)
	}
	return cmd
}

func (s *session) send(ctx context.Context, a *app.App, postID int64, f sendFlags) error {
	plan := campaign.Plan{PostID: postID, SpreadDays: f.spread, Word: f.word}
	if f.at != "" {
		at, err := moment(f.at)
		if err != nil {
			return err
		}
		plan.NotBefore = &at
	}
	p, candidates, err := a.Campaigns.Audience(ctx, postID)
	if err != nil {
		return err
	}
	chosen, skipped, err := chosenBy(ctx, a, candidates, f.to)
	if err != nil {
		return err
	}
	result := sendResult{Post: p.ID, Queued: []sendPerson{}, Skipped: skipped}
	for _, c := range chosen {
		if f.strict && len(c.Soft) > 0 && c.Possible() {
			result.Skipped = append(result.Skipped, skippedPerson(c.ID, c.Name, c.Address, c.Soft[0]))
			continue
		}
		plan.Staff = append(plan.Staff, c.ID)
	}
	if err := s.carryOut(ctx, a, plan, f, chosen, &result); err != nil {
		return err
	}
	if !f.yesSoft {
		for _, q := range result.Queued {
			for _, r := range q.Soft {
				fmt.Fprintf(s.env.Err, "%s: %s\n", q.Name, s.reason(r))
			}
		}
	}
	return s.print(result, func(w io.Writer) error { return s.writeSent(w, result) })
}

func (s *session) carryOut(ctx context.Context, a *app.App, plan campaign.Plan, f sendFlags, chosen []campaign.Candidate, result *sendResult) error {
	if f.dry {
		for _, c := range chosen {
			if !c.Possible() {
				result.Skipped = append(result.Skipped, skippedPerson(c.ID, c.Name, c.Address, c.Hard[0]))
			} else if !f.strict || len(c.Soft) == 0 {
				result.Queued = append(result.Queued, queuedPerson(c, 0))
			}
		}
		return nil
	}
	out, err := a.Campaigns.Send(ctx, plan)
	if err != nil {
		return s.because(err, out.Skipped)
	}
	result.Dispatch, result.Repeated = out.DispatchID, out.Repeated
	for i, c := range out.Queued {
		result.Queued = append(result.Queued, queuedPerson(c, out.Messages[i]))
	}
	for _, k := range out.Skipped {
		result.Skipped = append(result.Skipped, skippedPerson(k.StaffID, k.Name, k.Address, k.Reason))
	}
	return nil
}

// because adds to 'nobody is left' why, for the first three who were left out: it has to fit one line.
func (s *session) because(err error, skipped []campaign.Skipped) error {
	var fault *workspace.Fault
	if !errors.As(err, &fault) || fault.Code != "audience_empty" || len(skipped) == 0 {
		return err
	}
	var why []string
	for _, k := range skipped[:min(len(skipped), 3)] {
		why = append(why, k.Name+" ("+s.reason(wireReason(k.Reason))+")")
	}
	return workspace.NewFault("audience_empty_because", "title", fault.Params["title"], "why", strings.Join(why, ", "), "skipped", len(skipped)).Wrap(err)
}

// chosenBy resolves --to. Somebody named by address who takes no part is skipped, with the reason; an address that
// nobody has is a mistake.
func chosenBy(ctx context.Context, a *app.App, all []campaign.Candidate, to []string) ([]campaign.Candidate, []sendPerson, error) {
	wanted := map[int64]bool{}
	skipped := []sendPerson{}
	for _, target := range to {
		target = strings.TrimSpace(target)
		topic, isTopic := strings.CutPrefix(target, "topic:")
		for _, c := range all {
			if target == "all" || isTopic && hasTopic(c, topic) {
				wanted[c.ID] = true
			}
		}
		if target == "all" || isTopic || target == "" {
			continue
		}
		p, found, err := a.Staff.ByAddress(ctx, target)
		if err != nil {
			return nil, nil, err
		}
		if !found {
			return nil, nil, workspace.NewFault("staff_address_unknown", "address", target)
		}
		wanted[p.ID] = true
	}
	var chosen []campaign.Candidate
	for _, c := range all {
		if wanted[c.ID] {
			chosen = append(chosen, c)
			delete(wanted, c.ID)
		}
	}
	for _, target := range to { // those left are no advocates
		p, found, err := a.Staff.ByAddress(ctx, target)
		if err != nil {
			return nil, nil, err
		}
		if found && wanted[p.ID] {
			delete(wanted, p.ID)
			skipped = append(skipped, skippedPerson(p.ID, p.Name, target, campaign.Reason{Code: "not_member", Params: map[string]string{"membership": string(p.Membership)}}))
		}
	}
	return chosen, skipped, nil
}

func hasTopic(c campaign.Candidate, name string) bool {
	for _, t := range c.Topics {
		if t.Stance != staff.RefusedTop && strings.EqualFold(t.Name, strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}

// moment reads a time with its zone, or without as one of this machine.
func moment(text string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			return t, nil
		}
	}
	return time.Time{}, workspace.NewFault("date_unreadable", "text", text)
}

func wireReason(r campaign.Reason) sendReason { return sendReason{r.Code, r.Params} }

func wireReasons(all []campaign.Reason) []sendReason {
	out := make([]sendReason, 0, len(all))
	for _, r := range all {
		out = append(out, wireReason(r))
	}
	return out
}

func queuedPerson(c campaign.Candidate, message int64) sendPerson {
	return sendPerson{Staff: c.ID, Name: c.Name, Address: c.Advocate.Address, Message: message, Why: wireReasons(c.Why), Soft: wireReasons(c.Soft)}
}

func skippedPerson(id int64, name, address string, r campaign.Reason) sendPerson {
	reason := wireReason(r)
	return sendPerson{Staff: id, Name: name, Address: address, Reason: &reason}
}

// reason puts a code into words, from the page's own messages.
func (s *session) reason(r sendReason) string {
	text, ok := messages("send", s.language())["send_reason_"+r.Code]
	if !ok {
		text = r.Code
	}
	for name, value := range r.Params {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return oneLine(text)
}

func (s *session) writeSent(w io.Writer, r sendResult) error {
	for _, q := range r.Queued {
		fmt.Fprintf(w, "+ %s <%s>\n", q.Name, q.Address)
	}
	for _, k := range r.Skipped {
		fmt.Fprintf(w, "- %s: %s\n", k.Name, s.reason(*k.Reason))
	}
	_, err := fmt.Fprintf(w, "%d queued, %d left out\n", len(r.Queued), len(r.Skipped))
	return err
}
