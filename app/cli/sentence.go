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
	// What a person does differently on the command line has a sentence of its own.
	text := message("errors", language, "error_"+fault.Code+"_command", fault.Params)
	if text == "" {
		text = message("errors", language, "error_"+fault.Code, fault.Params)
	}
	if text == "" {
		return oneLine(fault.Error())
	}
	return text
}

// message is a sentence of the page's messages/<language>/<area>.json, with its
// parameters filled in; that in English where the language lacks it, or "".
func message(area, language, key string, params map[string]any) string {
	text, ok := messages(area, language)[key]
	if !ok {
		text = messages(area, "en")[key]
	}
	for name, value := range params {
		text = strings.ReplaceAll(text, "{"+name+"}", fmt.Sprint(value))
	}
	return oneLine(text)
}

func messages(area, language string) map[string]string {
	raw, err := frontend.Messages.ReadFile("messages/" + language + "/" + area + ".json")
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
