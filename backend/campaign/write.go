package campaign

import (
	"context"
	"strings"

	"relais/backend/campaign/letter"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// offer is a post dealt to one person.
type offer struct {
	person   staff.Advocate
	why      []Reason
	texts    []letter.Text
	variants []int64
	repeated bool     // a colleague of the team has the same words
	missing  []string // placeholders without a value: nothing leaves like that
	tooLong  string   // a network whose limit the text passes with this person's values in it
}

// deal gives each person the words for their networks. Somebody who told of no account gets all of the post's, since
// not known is not none.
func deal(p post.Full, company string, people []staff.Advocate, why map[int64][]Reason) []offer {
	var hands []post.Hand
	networks := make([][]string, len(people))
	for i, a := range people {
		networks[i] = networksOf(p, a)
		for _, id := range networks[i] {
			hands = append(hands, post.Hand{StaffID: a.ID, Team: a.DepartmentID, Network: id, Languages: readingOrder(a)})
		}
	}
	dealt := post.Deal(p.Variants, hands)
	out := make([]offer, len(people))
	for i, a := range people {
		o := offer{person: a, why: why[a.ID]}
		for _, id := range networks[i] {
			d, ok := dealt[post.Seat{StaffID: a.ID, Network: id}]
			if !ok {
				continue
			}
			text, missing := post.Render(p.Post, d.Variant, valuesOf(a, company))
			o.missing = append(o.missing, missing...)
			if f, _ := network.Of(network.ID(id)); f.Limit > 0 && network.Count(f.ID, text) > f.Limit {
				o.tooLong = f.Name
			}
			o.repeated = o.repeated || d.Repeated
			o.variants = append(o.variants, d.Variant.ID)
			o.texts = append(o.texts, letter.Text{
				Network: network.ID(id), Text: text, Instance: instanceOf(a, id), Link: post.LinkFor(p.Post, network.ID(id)),
			})
		}
		out[i] = o
	}
	return out
}

// networksOf are those of the post on which the person is, the preferred ones first; all where nothing is known.
func networksOf(p post.Full, a staff.Advocate) []string {
	offered := map[string]bool{}
	var all []string
	for _, v := range p.Variants {
		if !offered[v.Network] {
			offered[v.Network] = true
			all = append(all, v.Network)
		}
	}
	if len(a.Accounts) == 0 {
		return all
	}
	var out []string
	for _, account := range a.Accounts {
		if offered[account.Network] {
			out = append(out, account.Network)
		}
	}
	return out
}

func readingOrder(a staff.Advocate) []string {
	if len(a.Languages) > 0 {
		return a.Languages
	}
	return []string{a.Language}
}

func instanceOf(a staff.Advocate, id string) string {
	for _, account := range a.Accounts {
		if account.Network == id && account.Instance != "" {
			return account.Instance
		}
	}
	for _, account := range a.Accounts {
		if account.Network == id {
			return network.Instance(account.Account.Address)
		}
	}
	return ""
}

func valuesOf(a staff.Advocate, company string) post.Values {
	return post.Values{"first_name": firstName(a), "job": a.Job, "department": a.Department, "company": company}
}

func firstName(a staff.Advocate) string {
	if a.GivenName != "" {
		return a.GivenName
	}
	first, _, _ := strings.Cut(strings.TrimSpace(a.Name), " ")
	return strings.TrimSuffix(first, ",")
}

// broken says what is wrong with the words for this person; nil where nothing is.
func (o offer) broken() *Reason {
	var r Reason
	switch {
	case len(o.missing) > 0:
		r = because("placeholder", "name", strings.Join(o.missing, ", "))
	case o.tooLong != "":
		r = because("too_long", "network", o.tooLong)
	default:
		return nil
	}
	return &r
}

// item is the offer as the letter takes it.
func (o offer) item(p post.Full, number int) letter.Item {
	item := letter.Item{
		Number: number, Ask: p.Kind == post.Ask, Title: p.Title, Link: p.Link, Angle: p.Angle, Texts: o.texts, Why: o.why,
		Picture: p.Picture, Alt: p.PictureAlt,
	}
	if p.ExpiresOn != nil {
		item.ExpiresOn = *p.ExpiresOn
	}
	if p.Article != nil {
		item.Source, item.Excerpt = p.Article.SiteName, p.Article.Excerpt
	}
	if len(item.Why) == 0 {
		item.Why = []Reason{because("general")}
	}
	if p.IsJob() {
		item.Job = &letter.Job{Title: p.Title, Place: p.Article.Place, Contract: p.Article.Contract, Referrer: o.person.Name}
	}
	return item
}

func frameOf(company workspace.Company, a staff.Advocate) letter.Frame {
	return FrameFor(company, a.Language, a.GivenName, a.Name)
}

// FrameFor is what surrounds a letter to a person, in their language or the company's; where answers go is filled in
// once the token is known.
func FrameFor(company workspace.Company, language, givenName, name string) letter.Frame {
	if language == "" {
		language = company.Language
	}
	contact, _, _ := strings.Cut(company.Contact, "<")
	f := letter.Frame{Company: company.Name, Contact: strings.TrimSpace(contact), Language: language,
		FirstName: firstName(staff.Advocate{GivenName: givenName, Name: name})}
	return f
}

func (s *Service) requestMail(company workspace.Company, p post.Full, o offer) Mail {
	frame, item := frameOf(company, o.person), o.item(p, 0)
	return Mail{
		Kind: MailRequest, StaffID: o.person.ID, Recipient: o.person.Address, RecipientName: o.person.Name, Language: frame.Language,
		Write: func(replyTo, token string) letter.Letter {
			frame.ReplyTo, frame.Token = replyTo, token
			return letter.Request(frame, item)
		},
	}
}

// SeeAsTheyWill builds the very bytes that one person would get of a post, whether or not they may be asked.
func (s *Service) SeeAsTheyWill(ctx context.Context, postID, staffID int64, chosen []int64) (Preview, error) {
	p, candidates, err := s.Audience(ctx, postID)
	if err != nil {
		return Preview{}, err
	}
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return Preview{}, err
	}
	wanted := map[int64]bool{staffID: true}
	for _, id := range chosen {
		wanted[id] = true
	}
	people, why := pick(candidates, wanted)
	for _, o := range deal(p, company.Name, people, why) {
		if o.person.ID == staffID {
			return s.outbox.Preview(ctx, s.requestMail(company, p, o))
		}
	}
	return Preview{}, workspace.NewFault("staff_unknown", "staff", staffID)
}

func pick(candidates []Candidate, wanted map[int64]bool) ([]staff.Advocate, map[int64][]Reason) {
	var people []staff.Advocate
	why := map[int64][]Reason{}
	for _, c := range candidates {
		if wanted[c.ID] {
			people = append(people, c.Advocate)
			why[c.ID] = c.Why
		}
	}
	return people, why
}
