// Package report reads every table and writes none of the domain's: the figures
// of the programme, their comparisons and exports. What it keeps for itself are
// packed copies of rows, marked in the transaction that changes those.
package report

import (
	"context"
	"sync"

	"gorm.io/gorm"

	"relais/backend/share"
	"relais/backend/workspace"
)

// Ledger is the packed ledger that figures are computed from.
type Ledger interface {
	// Columns opens it in a reading transaction.
	Columns(ctx context.Context, db *gorm.DB) (*share.Columns, error)
	// Fold packs what was changed from outside, where that is much.
	Fold(ctx context.Context)
}

// Service computes figures for one workspace.
type Service struct {
	ws     *workspace.Workspace
	ledger Ledger

	together int // from how many segments on two go through them side by side

	mu       sync.Mutex // guards what is kept between two views
	people   peopleCache
	requests requestCache
}

// New gives the figures of a workspace over its ledger.
func New(ws *workspace.Workspace, ledger Ledger) *Service {
	return &Service{ws: ws, ledger: ledger, together: 64}
}
