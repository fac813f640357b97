package letter

// words are all sentences of the letters in one language. {name}, {company}, {programme} and the pairs that each
// kind of letter adds are filled in. A test holds that no language lacks one.
type words struct {
	code, programme, company                        string
	hello, helloNobody, bye                         string
	answerTitle, answerPlain, footMember, orText    string
	angle, copyFor, composeOn, readIt, until, asked string
	pictureTitle, pictureOpen, pictureAlt           string

	why map[string]string // by reason code

	giveSubject, giveLead, askSubject, askLead, askFree string
	forwardTitle, forwardBody, forwardLink, forwardMail string

	inviteSubject, inviteLead, inviteWhat, inviteAsk, inviteKept, inviteFree, inviteForm string

	digestSubject, digestOne, digestLead, digestHow, digestItem string

	remindSubject, remindLead, remindLast string

	thanksSubject, thanksLead, thanksUseful, thanksMore string

	leftSubject, leftLead, leftKept, leftBack string

	probeSubject, probeLead string

	yearGivenOne, yearUsefulOne, yearSharedOne, yearSuggestedOne                                          string
	yearSubject, yearLead, yearGiven, yearUseful, yearShared, yearReach, yearSuggested, yearNone, yearEnd string

	contract map[string]string // schema.org's employmentType

	months [12]string
	first  string // how a date counts the first of a month
	date   string // how day, month and year are put together
	number string // what separates thousands
}

func wordsOf(language string) words {
	switch language {
	case "fr":
		return french()
	case "de":
		return german()
	case "es":
		return spanish()
	}
	return english()
}
