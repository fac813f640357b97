// Package frontend carries the built page and the messages in every language.
package frontend

import "embed"

// Dist is the page as Vite built it; before the first build it holds nothing but
// a placeholder.
//
//go:embed all:dist
var Dist embed.FS

// Messages are the sentences of the interface, messages/<language>/<area>.json;
// commands read faults from them, so that both say the same.
//
//go:embed all:messages
var Messages embed.FS
