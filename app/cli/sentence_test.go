package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"relais/app/cli"
	"relais/backend/workspace"
	"relais/frontend"
)

// The window offers a button where the command line offers a flag: each says its own.
func TestSentencesOfTheWindowNameNoCommand(t *testing.T) {
	engineers := regexp.MustCompile(`RELAIS_|relais (sync|account) `)
	for _, language := range []string{"en", "fr"} {
		raw, err := frontend.Messages.ReadFile("messages/" + language + "/errors.json")
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]any
		if err := json.Unmarshal(raw, &all); err != nil {
			t.Fatal(err)
		}
		pairs := 0
		for key, value := range all {
			text, _ := value.(string)
			code, forCommands := strings.CutSuffix(strings.TrimPrefix(key, "error_"), "_command")
			if !forCommands {
				if engineers.MatchString(text) {
					t.Errorf("%s, %s names a command in the window: %s", language, key, text)
				}
				continue
			}
			pairs++
			if _, there := all["error_"+code]; !there {
				t.Errorf("%s: %s has no sentence for the window", language, key)
			}
			if got := cli.Sentence(workspace.NewFault(code), language); got != strings.Join(strings.Fields(text), " ") {
				t.Errorf("%s, %s: the command line says %q", language, code, got)
			}
		}
		if pairs == 0 {
			t.Errorf("%s: no sentence for commands alone", language)
		}
	}
}
