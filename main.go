//go:build !bindings

// Relais runs an employee advocacy programme from one laptop: it opens the
// window, or runs a command.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"relais/app/cli"
	"relais/app/window"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	env := cli.DefaultEnv()
	env.Now = clock()
	env.Window = window.Open
	env.Show = window.Run
	env.Rescue = window.OpenRescue
	os.Exit(cli.Run(ctx, env, commandArgs(os.Args[1:])))
}
