// Package share is the ledger: who shared which post where, what it was said to
// reach, and on whose word. Shares come from replies, by hand or from a
// spreadsheet of the years before; each keeps its evidence, corrections keep
// what they correct, and whatever is doubtful is held out of every sum until a
// person decides. Referrals and the figures of the company's own pages are kept
// here too.
package share
