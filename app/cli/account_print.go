package cli

import (
	"context"
	"fmt"
	"io"

	"relais/app"
	"relais/backend/mailbox/account"
	"relais/backend/workspace"
)

// accountJSON is the account as --json prints it.
type accountJSON struct {
	Configured bool           `json:"configured"`
	Address    string         `json:"address"`
	Name       string         `json:"name"`
	User       string         `json:"user"`
	Auth       string         `json:"auth"`
	IMAP       account.Server `json:"imap"`
	SMTP       account.Server `json:"smtp"`
	Shared     bool           `json:"shared"`
	Provider   string         `json:"provider"`
	Findings   findingsJSON   `json:"findings"`
	Steps      []stepJSON     `json:"steps"`
	OK         *bool          `json:"ok,omitempty"`
}

// findingsJSON is what the probe found; null means not known.
type findingsJSON struct {
	At           string `json:"at"`
	Plus         *bool  `json:"plus"`
	BounceSender *bool  `json:"bounce_sender"`
	KeepsID      *bool  `json:"keeps_message_id"`
	FilesInSent  *bool  `json:"files_in_sent"`
}

type stepJSON struct {
	Step   string `json:"step"`
	OK     bool   `json:"ok"`
	Code   string `json:"code,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// printAccount prints the saved account, and the check where one was made.
func (s *session) printAccount(ctx context.Context, a *app.App, check *account.Check) error {
	settings, ok, err := a.Account.Get(ctx)
	if err != nil {
		return err
	}
	out := accountJSON{Configured: ok, Address: settings.Address, Name: settings.Name, User: settings.User, Auth: string(settings.Auth),
		IMAP: settings.IMAP, SMTP: settings.SMTP, Shared: settings.Shared, Provider: settings.Provider, Steps: []stepJSON{}}
	f := settings.Findings
	out.Findings = findingsJSON{f.At.RFC3339(), f.Plus, f.BounceSender, f.KeepsID, f.FilesInSent}
	if check != nil {
		good := check.Err() == nil
		out.OK = &good
		for _, step := range check.Steps {
			out.Steps = append(out.Steps, s.step(step))
		}
	}
	return s.print(out, func(w io.Writer) error {
		if !ok {
			_, err := fmt.Fprintln(w, Sentence(workspace.NewFault("mail_not_configured"), s.language()))
			return err
		}
		fmt.Fprintf(w, "%s\n  IMAP  %s:%d  %s\n  SMTP  %s:%d  %s\n", settings.Address, settings.IMAP.Host, settings.IMAP.Port,
			settings.IMAP.Security, settings.SMTP.Host, settings.SMTP.Port, settings.SMTP.Security)
		if f.At == nil {
			return nil
		}
		_, err := fmt.Fprintf(w, "  plus addressing %s, bounce sender %s, Message-ID kept %s, files in Sent %s\n",
			yesNo(f.Plus), yesNo(f.BounceSender), yesNo(f.KeepsID), yesNo(f.FilesInSent))
		return err
	})
}

func (s *session) step(step account.Step) stepJSON {
	out := stepJSON{Step: step.Name, OK: step.OK}
	if step.Fault != nil {
		out.Code, out.Reason = step.Fault.Code, Sentence(step.Fault, s.language())
	}
	return out
}

// tellStep prints each step as it ends; with --json they stand in the result. Why the first one failed is what the
// command ends with.
func (s *session) tellStep() func(account.Step) {
	if s.json {
		return nil
	}
	failed := 0
	return func(step account.Step) {
		mark := "ok"
		if !step.OK {
			mark = "failed"
		}
		fmt.Fprintf(s.env.Out, "%-14s %s\n", step.Name, mark)
		if step.OK {
			return
		}
		if failed++; failed > 1 {
			fmt.Fprintf(s.env.Out, "               %s\n", Sentence(step.Fault, s.language()))
		}
	}
}

func yesNo(b *bool) string {
	switch {
	case b == nil:
		return "not known"
	case *b:
		return "yes"
	default:
		return "no"
	}
}
