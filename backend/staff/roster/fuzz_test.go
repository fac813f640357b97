package roster_test

import (
	"testing"

	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
)

// FuzzRead holds that whatever a file says, what is taken has a name and addresses that are told apart, and that no
// row is both taken and rejected.
func FuzzRead(f *testing.F) {
	f.Add([]byte(frenchCSV))
	f.Add([]byte("name,email,LinkedIn,LinkedIn followers,joined\nA,a@x.test,yes,1.2k,3/4/21\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := sheet.Read("list.csv", data)
		if err != nil {
			return
		}
		r, err := roster.Read(file, roster.Options{Today: today})
		if err != nil {
			return
		}
		rows, addresses := map[int]bool{}, map[string]bool{}
		for _, e := range r.Entries {
			if e.Name == "" || len(e.Addresses) == 0 || rows[e.Row] {
				t.Fatalf("%+v", e)
			}
			rows[e.Row] = true
			for _, a := range e.Addresses {
				if addresses[roster.AddressKey(a)] {
					t.Fatalf("%s twice", a)
				}
				addresses[roster.AddressKey(a)] = true
			}
		}
		for _, x := range r.Rejected {
			if rows[x.Row] || x.Code == "" {
				t.Fatalf("%+v", x)
			}
		}
	})
}
