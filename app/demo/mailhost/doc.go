// Package mailhost is a small mail server inside the process: SMTP takes what the
// app sends and hands it to a postman, IMAP shows one company mailbox. It serves
// the sample company and listens on loopback alone. Messages live in memory.
package mailhost
