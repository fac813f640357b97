package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"relais/backend/workspace"
	"relais/frontend"
)

// Sentence is the one clear line that a person reads for err: the page's own
// message "error_<code>" in their language, with its parameters filled in.
func Sentence(err error, language string) string {
	var fault *workspace.Fault
	if !errors.As(err, &fault) {
		return oneLine(err.Error())
	}
	text, ok := messages(language)["error_"+fault.Code]
	if !ok {
		text, ok = messages("en")["error_"+fault.Code]
	}
	if !ok {
		return oneLine(fault.Error())
	}
	for name, value := range fault.Params {
		text = strings.ReplaceAll(text, "{"+name+"}", fmt.Sprint(value))
	}
	return oneLine(text)
}

func messages(language string) map[string]string {
	raw, err := frontend.Messages.ReadFile("messages/" + language + "/errors.json")
	if err != nil {
		return nil
	}
	all := map[string]any{}
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil
	}
	texts := make(map[string]string, len(all))
	for key, value := range all {
		if text, ok := value.(string); ok {
			texts[key] = text
		}
	}
	return texts
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
