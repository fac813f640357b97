package letter

import (
	"slices"
	"strconv"
	"strings"
)

// plain draws a letter as text. Buttons become the line to answer with; long links stand alone on theirs.
func plain(w *writer) string {
	var out strings.Builder
	for _, b := range w.blocks {
		text := strings.TrimSpace(plainBlock(w, b))
		if text != "" {
			out.WriteString(text)
			out.WriteString("\n\n")
		}
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

func plainBlock(w *writer, b block) string {
	switch b.Kind {
	case "heading":
		return strings.ToUpper(b.Text)
	case "para":
		return b.Text
	case "why":
		return strings.Join(b.Lines, "\n")
	case "angle":
		return b.Label + "\n" + indent(b.Text)
	case "card":
		return plainCard(b)
	case "copy":
		return plainCopy(b)
	case "picture":
		return strings.Join(slices.DeleteFunc([]string{b.Label, b.Link, b.Text}, func(s string) bool { return s == "" }), "\n")
	case "buttons":
		return plainButtons(w, b)
	case "forward":
		return b.Label + "\n" + indent(b.Text)
	case "figures":
		return bullets("", b.Lines)
	case "foot":
		return plainFoot(b)
	}
	return "---"
}

func plainCard(b block) string {
	head := b.Title
	if b.Number > 0 {
		head = strconv.Itoa(b.Number) + ". " + head
	}
	parts := []string{head}
	for _, s := range []string{b.Source, b.Text, b.Link} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n")
}

func plainCopy(b block) string {
	text := b.Label + "\n" + indent(b.Text)
	if b.Link != "" {
		text += "\n\n" + b.Title + "\n" + b.Link
	}
	return text
}

func plainButtons(w *writer, b block) string {
	lines := make([]string, 0, len(b.Buttons))
	for _, button := range b.Buttons {
		lines = append(lines, button.Line)
	}
	return bullets(w.w.answerPlain, lines)
}

func plainFoot(b block) string {
	text := "--\n" + b.Text
	if len(b.Buttons) > 0 {
		lines := make([]string, 0, len(b.Buttons))
		for _, button := range b.Buttons {
			lines = append(lines, button.Line)
		}
		text = bullets(text, lines)
	}
	if b.Token != "" {
		text += "\nRef: " + b.Token
	}
	return text
}

func bullets(label string, lines []string) string {
	var out strings.Builder
	out.WriteString(label)
	for _, line := range lines {
		out.WriteString("\n- " + line)
	}
	return strings.TrimPrefix(out.String(), "\n")
}

// indent sets text off without '>' marks, which mail programs take for a quotation.
func indent(text string) string {
	rows := strings.Split(text, "\n")
	for i, row := range rows {
		rows[i] = strings.TrimRight("    "+row, " ")
	}
	return strings.Join(rows, "\n")
}
