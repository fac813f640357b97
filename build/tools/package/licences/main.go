// Licences joins the bills of materials of the Go program and of the page into
// the list that the app shows, checks each licence against the list of allowed
// ones, and writes the licence texts that packages must carry.
//
//	licences -go SBOM -npm SBOM -modules DIRS -node DIR -list OUT [-texts OUT] [-check]
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// allowed are the licences under which Relais may ship a part: permissive ones,
// and the font licence for the typeface.
var allowed = map[string]bool{
	"MIT": true, "MIT-0": true, "BSD-2-Clause": true, "BSD-3-Clause": true, "Apache-2.0": true, "ISC": true,
	"0BSD": true, "Zlib": true, "OFL-1.1": true, "Unlicense": true, "CC0-1.0": true, "MPL-2.0": true, "BlueOak-1.0.0": true,
}

// corrected are parts whose licence file the detector reads wrongly or not at
// all; each was read by a person.
var corrected = map[string]string{
	"github.com/pressly/goose/v3": "MIT",
	"svelte-toolbelt":             "MIT",
}

// ours is what stands in for a part of others: its code is the project's own.
var ours = map[string]bool{"github.com/markusmobius/go-dateparser": true}

// sameAs are names that the detector gives to plain BSD texts.
var sameAs = map[string]string{"BSD-Source-Code": "BSD-3-Clause", "BSD-3-Clause-Clear": "BSD-3-Clause", "BSD-4-Clause-UC": "BSD-3-Clause", "ICU": "MIT", "X11": "MIT", "MIT-feh": "MIT", "JSON": "MIT", "Apache-2.0 OR MIT": "MIT"}

// Part is one dependency as the app lists it.
type Part struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Licence string `json:"licence"`
}

type bill struct {
	Components []struct {
		Group    string     `json:"group"`
		Name     string     `json:"name"`
		Version  string     `json:"version"`
		Licenses []licensed `json:"licenses"`
		Evidence struct {
			Licenses []licensed `json:"licenses"`
		} `json:"evidence"`
	} `json:"components"`
}

type licensed struct {
	Expression string `json:"expression"`
	License    struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"license"`
}

func main() {
	goBill := flag.String("go", "", "CycloneDX bill of the Go program")
	npmBill := flag.String("npm", "", "CycloneDX bill of the page")
	modules := flag.String("modules", "", "file with 'path dir' lines of Go modules")
	node := flag.String("node", "", "folder node_modules")
	list := flag.String("list", "", "the list of parts, JSON")
	texts := flag.String("texts", "", "where the licence texts go")
	check := flag.Bool("check", false, "compare the list with what is there instead of writing it")
	flag.Parse()
	if err := run(*goBill, *npmBill, *modules, *node, *list, *texts, *check); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(goBill, npmBill, modules, node, list, texts string, check bool) error {
	parts, err := read(goBill)
	if err != nil {
		return err
	}
	page, err := read(npmBill)
	if err != nil {
		return err
	}
	goParts := parts
	parts = append(append([]Part{}, parts...), page...)
	sort.Slice(parts, func(i, j int) bool { return parts[i].Name+parts[i].Version < parts[j].Name+parts[j].Version })
	refused := []string{}
	for _, p := range parts {
		if !allowed[p.Licence] {
			refused = append(refused, fmt.Sprintf("%s %s: %q", p.Name, p.Version, p.Licence))
		}
	}
	if len(refused) > 0 {
		return fmt.Errorf("not on the list of allowed licences (read the part's licence, then add it or drop the part):\n  %s", strings.Join(refused, "\n  "))
	}
	out, err := json.MarshalIndent(parts, "", "  ")
	if err != nil {
		return err
	}
	out = append(out, '\n')
	if check {
		have, err := os.ReadFile(list)
		if err != nil || !bytes.Equal(have, out) {
			return fmt.Errorf("%s is stale: run 'build/licences' and commit it", list)
		}
	} else if err := os.WriteFile(list, out, 0o644); err != nil {
		return err
	}
	if texts == "" {
		return nil
	}
	return writeTexts(goParts, page, modules, node, texts)
}

func read(path string) ([]Part, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var b bill
	if err := json.Unmarshal(raw, &b); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	parts := []Part{}
	for _, c := range b.Components {
		name := c.Name
		if c.Group != "" {
			name = c.Group + "/" + c.Name
		}
		if ours[name] {
			continue
		}
		parts = append(parts, Part{Name: name, Version: c.Version, Licence: licence(name, append(c.Licenses, c.Evidence.Licenses...))})
	}
	return parts, nil
}

func licence(name string, found []licensed) string {
	if id, ok := corrected[name]; ok {
		return id
	}
	for _, l := range found {
		for _, id := range []string{l.License.ID, l.Expression, l.License.Name} {
			if same, ok := sameAs[id]; ok {
				id = same
			}
			if id != "" {
				return id
			}
		}
	}
	return ""
}

// writeTexts puts every part's licence file into one text, as MIT and BSD ask.
func writeTexts(goParts, page []Part, modules, node, out string) error {
	dirs := map[string]string{}
	raw, err := os.ReadFile(modules)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(raw), "\n") {
		if f := strings.Fields(line); len(f) == 2 {
			dirs[f[0]] = f[1]
		}
	}
	for _, p := range page {
		dirs[p.Name] = filepath.Join(node, p.Name)
	}
	var b bytes.Buffer
	b.WriteString("Relais contains these parts of others. Each is named with its licence, whose text follows.\n")
	for _, p := range append(append([]Part{}, goParts...), page...) {
		fmt.Fprintf(&b, "\n%s\n%s %s (%s)\n\n", strings.Repeat("=", 78), p.Name, p.Version, p.Licence)
		for _, pattern := range []string{"LICEN[CS]E*", "licen[cs]e*", "COPYING*", "NOTICE*"} {
			files, err := filepath.Glob(filepath.Join(dirs[p.Name], pattern))
			if err != nil {
				return err
			}
			for _, f := range files {
				if text, err := os.ReadFile(f); err == nil {
					b.Write(bytes.TrimSpace(text))
					b.WriteString("\n")
				}
			}
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}
