//go:build dev && !bindings

package main

import (
	"os"
	"strings"
	"time"
)

// clock starts at RELAIS_NOW (RFC 3339), where it is set, and goes a thousandth as fast as the system's: the end-to-end
// tests compare pictures, and no date or minute on them may depend on the day.
func clock() func() time.Time {
	from, err := time.Parse(time.RFC3339, os.Getenv("RELAIS_NOW"))
	if err != nil {
		return nil
	}
	began := time.Now()
	return func() time.Time { return from.Add(time.Since(began) / 1000) }
}

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
