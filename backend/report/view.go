package report

// Label says how a figure is known.
type Label string

// The labels of DESIGN: what people say, what is worked out with a factor, and
// what the program or a server counted itself.
const (
	Declared  Label = "declared"
	Estimated Label = "estimated"
	Measured  Label = "measured"
)

// Units of figures.
const (
	UnitCount   = "count"
	UnitShare   = "share" // a part of 1
	UnitRatio   = "ratio"
	UnitPeople  = "people"
	UnitPer1000 = "per_1000"
	UnitMoney   = "money"
	UnitMinutes = "minutes"
)

// Reasons for which a figure has no value.
const (
	WhyNobodyInvited = "nobody_invited"
	WhyNoMembers     = "no_members"
	WhyNothingSent   = "nothing_sent"
	WhyNothingShared = "nothing_shared"
	WhyNoAudience    = "no_audience"
	WhyNoFigures     = "no_figures"
	WhyNoPages       = "no_pages"
	WhyNoOverlap     = "no_overlap"
	WhyNoCPM         = "no_cpm"
	WhyNoAnswers     = "no_answers"
	WhyNoTopics      = "no_topics"
	WhyNoStatistics  = "no_statistics"
	WhyNoReferrals   = "no_referrals"
	WhyTooFew        = "too_few" // fewer than 5 people
)

// Aside counts what a figure leaves out, and why.
type Aside struct {
	Code  string // held, audience_unknown, network_unknown, unmatched, without_post
	Count int64
}

// Figure is one number with all that is needed to trust it. Value nil is 'not
// known', and Why says why; it is never zero instead.
type Figure struct {
	Code   string
	Unit   string
	Label  Label
	Value  *float64
	Why    string
	Over   *float64 // what the value was divided from, where it is a quotient
	Under  *float64
	Before *float64 // of the period before; nil where not known or not asked for
	Asides []Aside
	Drill  string // what its rows are: shares, requests, members, referrals, pages or visits
}

// Bucket is a week or a month.
type Bucket struct {
	From, To      string
	Shares        int64
	Sharers       int64 // of the active members
	Active        int64
	Participation *float64
	Potential     *float64
	Estimated     *float64
	Gives, Asks   int64
}

// Group is one part of a whole: a department, a network, a topic, a campaign.
// Rest stands for all those of fewer than 5 people, together.
type Group struct {
	Key           string // the id or word to filter by; "" for the rest
	Name          string
	Rest          bool
	Shares        int64
	Sharers       *int64 // nil where fewer than 5
	Active        *int64 // of departments alone
	Participation *float64
	Potential     *float64
	Estimated     *float64
	Requests      *int64 // nil for networks: a request is of none
	ShareRate     *float64
}

// Dimensions that a whole is broken down by.
const (
	ByDepartment = "department"
	ByNetwork    = "network"
	ByTopic      = "topic"
	ByCampaign   = "campaign"
	ByLanguage   = "language"
)

// Dimensions are all of them, in the order in which they are shown.
func Dimensions() []string {
	return []string{ByDepartment, ByNetwork, ByTopic, ByCampaign, ByLanguage}
}

// View is what a filter shows.
type View struct {
	Filter    Filter
	Days      [2]string // the period as it was taken, both included
	Previous  *[2]string
	Withheld  bool // fewer than 5 people: nothing is shown
	Whole     bool // fewer than 5 people shared: nothing is broken down
	Step      string
	Figures   []Figure
	Series    []Bucket
	Groups    map[string][]Group
	Compare   []Comparison
	Held      int64 // shares that wait for a person
	Currency  string
	Undefined bool // nothing was ever sent or shared
}

// Figure gives the figure with this code.
func (v *View) Figure(code string) Figure {
	for _, f := range v.Figures {
		if f.Code == code {
			return f
		}
	}
	return Figure{Code: code}
}

func number(v float64) *float64 { return &v }

func count(v int64) *float64 { return number(float64(v)) }

// ratio guards a quotient: over nothing it is not known.
func ratio(over, under float64) *float64 {
	if under == 0 {
		return nil
	}
	return number(over / under)
}
