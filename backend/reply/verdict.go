package reply

// verdict is what the rules make of the evidence: a state, how sure, and the kinds of signal that decided.
type verdict struct {
	state   State
	doubt   []string // reasons not to act alone; empty when sure
	decided []signalKind
	plain   bool // the first sentence that decides is a short share and nothing else
	whole   bool // there is not a word but a known phrase of this state, and thanks
}

func sure(s State, decided ...signalKind) verdict { return verdict{state: s, decided: decided} }

func (v verdict) unless(cond bool, doubt string) verdict {
	if cond {
		v.doubt = append(v.doubt, doubt)
	}
	return v
}

// judge applies the order of precedence of DESIGN.md: leaving > shared > promise or refusal > question > suggestion.
func (e *evidence) judge(f facts) verdict {
	switch {
	case e.has(sayUnsure) && !e.has(sayLeave) && !e.inQuestion(sayAsk):
		return verdict{state: Review, doubt: []string{"contradictory"}, decided: []signalKind{sayUnsure}}
	case e.has(sayUnsure) && !e.has(sayLeave):
		return verdict{state: Question, decided: []signalKind{sayUnsure, sayAsk}}
	case f.deadLink:
		return verdict{state: Review, doubt: []string{"link_no_proof"}}
	case f.mixedItems:
		return verdict{state: Review, doubt: []string{"numbered"}}
	}
	for _, rule := range []func(facts) (verdict, bool){e.leaving, e.sharing, e.pausing, e.deciding, e.reading, e.asking} {
		if v, ok := rule(f); ok {
			return v
		}
	}
	return verdict{state: Review, doubt: []string{"nothing_decides"}}
}

// facts are what is known of the reply besides its phrases.
type facts struct {
	ownURL     bool // a link to what can only be the person's own post
	ownFigures bool // figures of their post
	network    bool // a network is named
	deadLink   bool // hardly more than a link that proves nothing: a share dialog, a profile, a company's page
	mixedItems bool // numbered answers that differ
}

func (e *evidence) bounded() bool { return e.has(sayUntil) || e.has(sayResume) }

func (e *evidence) leaving(f facts) (verdict, bool) {
	switch {
	case e.has(sayLeave) && !(e.bounded() && e.has(sayPause) && !e.strong(sayLeave)):
		v := sure(OptOut, sayLeave)
		v = v.unless(!e.strong(sayLeave), "weak_words")
		v = v.unless(e.has(sayPause) && e.bounded(), "break_or_leave")
		return v.unless(e.has(sayStay), "stays_or_leaves"), true
	case e.has(sayStop) && !e.bounded() && !e.has(sayPause):
		v := sure(OptOut, sayStop)
		return v.unless(e.has(sayStay), "stays_or_leaves").unless(!e.strong(sayStop), "weak_words"), true
	}
	return verdict{}, false
}

func (e *evidence) sharing(f facts) (verdict, bool) {
	done := e.has(sayDone) || e.has(sayAgain) && e.has(sayWithdrawn)
	if !done && !f.ownFigures && !(f.ownURL && !e.has(saySuggest) && !e.has(sayPromise)) {
		return verdict{}, false
	}
	if e.has(sayWithdrawn) && !(e.has(sayAgain) || e.last(sayDone) > e.last(sayWithdrawn)) || e.has(sayStayDown) {
		return verdict{}, false
	}
	if e.has(sayNotDone) && e.has(sayPromise) && !e.strongClaim(f) {
		return verdict{}, false
	}
	v := sure(Shared, sayDone)
	v = v.unless(!e.strong(sayDone) && !f.ownURL && !f.ownFigures, "weak_words")
	v = v.unless(e.has(saySuggest) && !e.strongClaim(f) && !(e.strong(sayDone) && e.first(sayDone) < e.first(saySuggest)), "suggestion_or_share")
	v = v.unless(e.strong(sayRefuse) && !f.network, "refusal_and_share")
	v = v.unless(e.has(sayNotDone) && !f.network, "not_yet_and_share")
	v = v.unless(e.has(sayPromise) && !f.network && !f.ownURL, "promise_and_share")
	v = v.unless(f.ownURL && !e.has(sayDone) && e.words() > 25, "link_without_claim")
	return v, true
}

func (e *evidence) strongClaim(f facts) bool {
	return e.strong(sayDone) && (f.network || f.ownURL || f.ownFigures) || f.ownURL && !e.has(saySuggest)
}

func (e *evidence) pausing(facts) (verdict, bool) {
	switch {
	case e.has(sayPause), e.has(sayStop) && e.bounded():
		promised := e.has(sayPromise) && e.last(sayPromise) > e.first(sayUntil) && !e.has(sayStop) && !e.strong(sayPause)
		if promised {
			return verdict{}, false
		}
		v := sure(Paused, sayPause, sayStop, sayUntil, sayResume)
		return v.unless(!e.bounded(), "no_end_named").unless(e.has(sayPromise), "promise_or_break").unless(e.strong(sayRefuse), "refusal_or_break"), true
	}
	return verdict{}, false
}

func (e *evidence) deciding(f facts) (verdict, bool) {
	promise := e.has(sayPromise) || e.has(sayNotDone)
	gone := e.has(sayWithdrawn) || e.has(sayStayDown)
	switch {
	case gone && e.has(sayStayDown):
		return sure(Declined, sayWithdrawn, sayStayDown), true
	case e.strong(sayRefuse) && e.has(sayPromise):
		v := sure(Declined, sayRefuse)
		if e.has(sayNotDone) || e.last(sayPromise) > e.last(sayRefuse) {
			v = sure(Deferred, sayPromise, sayNotDone)
		}
		return v.unless(true, "refusal_or_promise"), true
	case promise:
		v := sure(Deferred, sayPromise, sayNotDone)
		return v.unless(!e.strong(sayPromise) && !e.strong(sayNotDone), "weak_words").unless(e.onlyAsked(sayPromise), "promise_or_question").unless(e.has(sayWithdrawn) && !e.has(sayNotDone), "promise_or_withdrawn").unless(e.strong(sayNoShare), "refusal_or_promise").
			unless(!e.has(sayPromise) && e.strong(sayRefuse), "refusal_or_promise"), true
	case gone && !e.strong(sayRefuse):
		return sure(Declined, sayWithdrawn).unless(true, "withdrawn"), true
	case e.has(sayRefuse) && !(e.has(sayRead) && (e.has(sayNoShare) || !e.strong(sayRefuse))):
		v := sure(Declined, sayRefuse)
		return v.unless(e.has(sayRead), "read_or_refused").unless(!e.strong(sayRefuse), "weak_words").
			unless((e.questionMark() || e.has(sayAsk)) && !e.strong(sayRefuse), "refusal_and_question"), true
	}
	return verdict{}, false
}

func (e *evidence) reading(facts) (verdict, bool) {
	switch {
	case e.has(sayRead) && (e.has(sayNoShare) || e.has(sayRefuse)):
		return sure(ReadOnly, sayRead, sayNoShare).unless(e.questionMark(), "question_too"), true
	case e.has(sayNoShare) && !e.has(saySuggest):
		return sure(Declined, sayNoShare).unless(true, "read_or_refused").unless(e.questionMark() || e.has(sayAsk), "refusal_and_question"), true
	case e.has(sayRead) && !e.has(sayAsk) && !e.questionMark() && !e.has(saySuggest):
		return sure(ReadOnly, sayRead).unless(!e.strong(sayRead), "weak_words"), true
	}
	return verdict{}, false
}

func (e *evidence) asking(facts) (verdict, bool) {
	switch {
	case e.has(saySuggest):
		return verdict{state: Suggestion, decided: []signalKind{saySuggest}}, true
	case e.questionMark() || e.strong(sayAsk):
		return verdict{state: Question, decided: []signalKind{sayAsk}}, true
	}
	return verdict{}, false
}
