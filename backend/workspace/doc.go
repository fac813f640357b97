// Package workspace is the folder of one company: its database, settings,
// secrets, activity journal and lock.
//
// A workspace belongs to one running copy of Relais at a time. Everything in
// it is written through one connection, in transactions that travel in the
// context, so that several features can change their tables together.
package workspace
