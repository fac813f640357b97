//go:build !bindings && !dev

package main

func commandArgs(args []string) []string { return args }
