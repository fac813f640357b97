// Package intake takes stored messages in: it has the pure reader of package
// reply read them, matches them with what was sent, and follows up on what they
// say, all in one transaction a message. What it is not sure of waits for a
// person, with a proposal.
package intake
