package staff

import (
	"errors"
	"strings"
	"unicode/utf8"

	"relais/backend/workspace"
)

func notFound(err error) bool { return errors.Is(err, workspace.ErrNotFound) }

// optional gives nil for "", for columns that may be empty.
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func same(a, b *string) bool { return value(a) == value(b) }

// maxWords bounds the words kept in a consent record, in characters: enough for the sentence that said so.
const maxWords = 500

func clipWords(text string) string {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) <= maxWords {
		return text
	}
	return string([]rune(text)[:maxWords]) + "…"
}
