//go:build dev && !bindings

package main

import "strings"

// commandArgs drops the flags that the development build's own window reads from
// the command line (-assetdir, -devserver, -frontenddevserverurl, -loglevel).
func commandArgs(args []string) []string {
	kept := []string{}
	for i := 0; i < len(args); i++ {
		switch strings.TrimLeft(strings.SplitN(args[i], "=", 2)[0], "-") {
		case "assetdir", "devserver", "frontenddevserverurl", "loglevel", "reloaddirs":
			if !strings.Contains(args[i], "=") {
				i++
			}
		default:
			kept = append(kept, args[i])
		}
	}
	return kept
}
