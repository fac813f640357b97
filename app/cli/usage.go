package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"relais/backend/workspace"
)

// mistyped puts cobra's complaints about a command line into the sentences that
// the rest of Relais speaks: what was wrong, and how the command is used. It is
// nil for an error of another kind.
func mistyped(cmd *cobra.Command, err error) error {
	var (
		noFlag  *pflag.NotExistError
		noValue *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	path := cmd.CommandPath()
	switch text := err.Error(); {
	case errors.As(err, &noFlag):
		return workspace.NewFault("command_flag_unknown", "flag", dashed(noFlag.GetSpecifiedName(), noFlag.GetSpecifiedShortnames()), "command", path)
	case errors.As(err, &noValue):
		return workspace.NewFault("command_flag_empty", "flag", "--"+noValue.GetFlag().Name, "command", path)
	case errors.As(err, &value):
		return workspace.NewFault("command_flag_value", "flag", "--"+value.GetFlag().Name, "value", value.GetValue(), "command", path)
	case errors.As(err, &syntax):
		return workspace.NewFault("command_flag_unknown", "flag", syntax.GetSpecifiedFlag(), "command", path)
	case strings.HasPrefix(text, "unknown command"):
		return unknownCommand(cmd, text)
	case strings.HasPrefix(text, "accepts "), strings.HasPrefix(text, "requires "), strings.HasPrefix(text, "required flag"), strings.HasPrefix(text, "if any flags in the group"):
		return workspace.NewFault("command_use", "use", strings.TrimSuffix(cmd.UseLine(), " [flags]"), "command", path)
	}
	return nil
}

// strict lets groups of commands refuse a word that is none of theirs, which cobra
// answers with the help and success, and lets all suggest what may have been meant.
func strict(cmd *cobra.Command) {
	cmd.SuggestionsMinimumDistance = 2
	if cmd.HasSubCommands() && !cmd.Runnable() {
		cmd.Args = cobra.NoArgs
		cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	}
	for _, sub := range cmd.Commands() {
		strict(sub)
	}
}

func unknownCommand(cmd *cobra.Command, text string) error {
	_, name, _ := strings.Cut(text, `"`)
	name, _, _ = strings.Cut(name, `"`)
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		return workspace.NewFault("command_near", "name", name, "near", cmd.CommandPath()+" "+near[0])
	}
	return workspace.NewFault("command_unknown", "name", name, "command", cmd.CommandPath())
}

// dashed writes a flag as it was typed: by its name, or by its letters.
func dashed(name, letters string) string {
	if letters != "" {
		return "-" + letters
	}
	return "--" + name
}
