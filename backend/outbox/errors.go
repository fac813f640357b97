package outbox

import (
	"errors"
	"fmt"

	"relais/backend/workspace"
)

// ErrBeforeDot says that a connection broke before the end of the message was sent: no server can have taken it.
var ErrBeforeDot = errors.New("outbox: connection lost before the end of the message")

// ErrNotConfigured is returned where no mail account is set up.
var ErrNotConfigured = workspace.NewFault("mail_not_configured")

// Refusal is the server's own clear no (RFC 5321 section 4.2): 4xx for now, 5xx for good.
type Refusal struct {
	Code int
	Text string
	Step string
}

// Error gives the reply as the server said it.
func (r *Refusal) Error() string {
	return fmt.Sprintf("outbox: %s refused: %d %s", r.Step, r.Code, r.Text)
}

// Permanent says whether trying again is useless.
func (r *Refusal) Permanent() bool { return r.Code >= 500 }
