package roster

import (
	"strings"

	"relais/backend/network"
)

func (b *builder) takeAccount(c Column, text string) *Rejection {
	switch c.Field {
	case Network:
		if id, ok := network.Parse(text); ok {
			b.generic = id
			return nil
		}
		// 'LinkedIn, X' names networks without anything more.
		for _, part := range split(text, ",;/|\n+&") {
			id, ok := network.Parse(part)
			if !ok {
				return reject(b.row.Number, "row_network_unknown", "text", part)
			}
			b.account(id)
		}
	case Profile:
		if c.Network == "" {
			b.profile = b.linkOr(c, text)
			return nil
		}
		a := b.account(c.Network)
		a.Address = b.profileOf(c, text, a)
	case Audience:
		size, ok := ParseAudience(text)
		if !ok {
			return reject(b.row.Number, "row_audience_unreadable", "column", title(c), "text", text)
		}
		if c.Network == "" {
			b.audience = &size
			return nil
		}
		b.account(c.Network).Audience = &size
	}
	return nil
}

var yes = words("oui yes ja x si vrai true 1 ok")
var no = words("non no nein faux false 0")

// profileOf reads the cell of a column that names a network: an address, a handle, a bare yes, or the number of
// followers, which people write there as well.
func (b *builder) profileOf(c Column, text string, a *Account) string {
	key := strings.ToLower(text)
	if no[key] {
		b.drop(c.Network)
		return ""
	}
	if yes[key] {
		return ""
	}
	if size, ok := ParseAudience(text); ok && a.Audience == nil {
		a.Audience = &size
		return a.Address
	}
	return b.linkOr(c, text)
}

func (b *builder) linkOr(c Column, text string) string {
	if c.Index < len(b.row.Cells) {
		if link := b.row.Cells[c.Index].Link; strings.HasPrefix(link, "http") {
			return clip(link)
		}
	}
	return clip(text)
}

func (b *builder) account(id network.ID) *Account {
	for i := range b.entry.Accounts {
		if b.entry.Accounts[i].Network == id {
			return &b.entry.Accounts[i]
		}
	}
	b.entry.Accounts = append(b.entry.Accounts, Account{Network: id})
	return &b.entry.Accounts[len(b.entry.Accounts)-1]
}

func (b *builder) drop(id network.ID) {
	kept := b.entry.Accounts[:0]
	for _, a := range b.entry.Accounts {
		if a.Network != id {
			kept = append(kept, a)
		}
	}
	b.entry.Accounts = kept
}

// settleAccounts gives the columns that name no network to the one that the row names, or that the address is on.
func (b *builder) settleAccounts() {
	if b.generic == "" && b.profile != "" {
		if id, ok := network.Parse(b.profile); ok {
			b.generic = id
		}
	}
	if b.generic == "" && b.audience != nil && len(b.entry.Accounts) == 1 {
		b.generic = b.entry.Accounts[0].Network
	}
	if b.generic != "" {
		a := b.account(b.generic)
		if b.profile != "" {
			a.Address = b.profile
		}
		if b.audience != nil {
			a.Audience = b.audience
		}
	}
	for i := range b.entry.Accounts {
		b.entry.Accounts[i].AsOf = b.asOf
	}
}
