package reply

// ReaderVersion numbers the reader's rules. Stored replies remember the version that read them and can be read
// again when it grows.
const ReaderVersion = 5

// State is what a message was read as (DESIGN.md, "Reading a message").
type State string

// The states of a reply that a person wrote.
const (
	Shared     State = "shared"     // did it
	ReadOnly   State = "read"       // read or useful, not sharing
	Declined   State = "declined"   // not this one
	Deferred   State = "deferred"   // not yet, a promise, scheduled
	Paused     State = "paused"     // a break with an end
	OptOut     State = "opt_out"    // leave for good
	Accepted   State = "accepted"   // yes to an invitation
	Refused    State = "refused"    // no to an invitation
	Question   State = "question"   // needs a person
	Suggestion State = "suggestion" // proposes another item
	Review     State = "review"     // anything else
)

// The states of a message that a machine wrote.
const (
	AutoReply   State = "auto_reply"   // RFC 3834
	BounceHard  State = "bounce_hard"  // RFC 3464, action failed, status 5.x.x
	BounceSoft  State = "bounce_soft"  // RFC 3464, action failed, status 4.x.x
	Delayed     State = "delayed"      // RFC 3464, action delayed
	Delivered   State = "delivered"    // RFC 3464, action delivered, relayed or expanded
	ReadReceipt State = "read_receipt" // RFC 8098
	Complaint   State = "complaint"    // RFC 5965
	OwnLoop     State = "own_loop"     // one of our own messages that came back
)

// Action is what the reader would do with a message by itself.
type Action string

// Record: sure enough to act. ForPerson: a person decides. Ignore: a machine wrote it.
const (
	Record    Action = "record"
	ForPerson Action = "review"
	Ignore    Action = "ignore"
)

// Recordable tells whether the state may ever be recorded without a person.
func (s State) Recordable() bool {
	switch s {
	case Shared, ReadOnly, Declined, Deferred, Paused, OptOut, Accepted, Refused:
		return true
	}
	return false
}

// States lists every state that a person may choose for a reply, in the order in which the window offers them.
func States() []State {
	return []State{Shared, ReadOnly, Declined, Deferred, Paused, OptOut, Accepted, Refused, Question, Suggestion, Review}
}
