package button

import (
	"testing"

	"relais/backend/network"
)

func TestEveryLineIsRecognised(t *testing.T) {
	for action := range lines {
		for _, language := range languages {
			for _, f := range append(network.All(), network.Facts{}) {
				for _, number := range []int{0, 3} {
					line := Line(action, language, f.ID, number)
					want := Press{Action: action, Number: number}
					if action == Shared {
						if want.Network = f.ID; f.ID == network.Other {
							want.Network = ""
						}
					}
					if got, ok := Parse("  " + line + ". "); !ok || got != want {
						t.Errorf("%q: got %+v, want %+v", line, got, want)
					}
				}
			}
		}
	}
}

func TestMoreThanTheButtonIsNotRecognised(t *testing.T) {
	for _, line := range []string{"Partagé sur LinkedIn mais retiré depuis", "Plus tard peut-être", "Shared on Viadeo", "", "12: "} {
		if got, ok := Parse(line); ok {
			t.Errorf("%q was taken for %+v", line, got)
		}
	}
}
