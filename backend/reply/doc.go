// Package reply reads what staff answer by email, and does what follows from it.
//
// The reader is pure: Read takes the bytes of one message and says what it is, without I/O and without asking the
// time, so that a stored message can be read again by a better reader (see ReaderVersion). The Service beside it
// takes the raw messages that mailbox kept and acts, in one transaction a message, on what the reader is sure of;
// everything else waits for a person, with a proposal.
package reply
