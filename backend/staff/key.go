package staff

import "relais/backend/staff/roster"

// AddressKey is the form by which addresses are compared: lower case, the domain in ASCII.
func AddressKey(address string) string { return roster.AddressKey(address) }

func foldName(name string) string { return roster.Fold(name) }
