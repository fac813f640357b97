package roster

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// maxQuoted bounds how much of a cell a reason repeats, in characters.
const maxQuoted = 60

func reject(row int, code string, pairs ...any) *Rejection {
	params := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		if text, ok := value.(string); ok {
			value = shorten(text)
		}
		params[fmt.Sprint(pairs[i])] = value
	}
	return &Rejection{Row: row, Code: code, Params: params}
}

func shorten(text string) string {
	if utf8.RuneCountInString(text) <= maxQuoted {
		return text
	}
	return string([]rune(text)[:maxQuoted]) + "…"
}

func sortRejections(list []Rejection) {
	sort.SliceStable(list, func(i, j int) bool { return list[i].Row < list[j].Row })
}

// Reject makes a rejection with parameters given as name, value pairs; long texts are shortened.
func Reject(row int, code string, pairs ...any) *Rejection { return reject(row, code, pairs...) }

// SortRejections puts rejections in the order of their rows.
func SortRejections(list []Rejection) { sortRejections(list) }
