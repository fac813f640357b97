package workspace

import "context"

// Company is what the firm says about itself once, for letters, documents and
// figures. Every field may be empty.
type Company struct {
	Name           string `json:"name"`
	Website        string `json:"website"`
	Language       string `json:"language"`       // of letters to people whose own is not known: fr, en, de or es
	Contact        string `json:"contact"`        // who answers questions about the programme: a name, an address
	PrivacyContact string `json:"privacyContact"` // who answers requests about personal data
	Disclosure     string `json:"disclosure"`     // the hashtag that says 'I work there', with its #
	Country        string `json:"country"`        // ISO 3166 code, for the documents
	Currency       string `json:"currency"`
}

// companyKey is the setting that holds the Company.
const companyKey = "company"

// Company reads what the firm said about itself; before anybody did, all is empty.
func (s *Settings) Company(ctx context.Context) (Company, error) {
	c := Company{}
	_, err := s.Get(ctx, companyKey, &c)
	return c, err
}

// SetCompany keeps what the firm says about itself.
func (s *Settings) SetCompany(ctx context.Context, c Company) error {
	return s.Set(ctx, companyKey, c)
}
