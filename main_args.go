//go:build !bindings && !dev

package main

import "time"

func commandArgs(args []string) []string { return args }

// clock is the system's.
func clock() func() time.Time { return nil }
