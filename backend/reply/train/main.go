// Command train makes the reader's model from the replies of package corpus: multinomial logistic regression over
// hashed features, trained in a fixed order from a fixed seed, so that the same corpus gives the same file.
package main

import (
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"relais/backend/reply"
	"relais/backend/reply/corpus"
)

const (
	copies = 5 // of each reply, each dressed differently
	epochs = 14
	rate   = 0.35
	decay  = 2e-5
)

func main() {
	if err := run("model.bin"); err != nil {
		log.Fatal(err)
	}
}

type sample struct {
	features []uint32
	state    int
}

func run(path string) error {
	r := rand.New(rand.NewPCG(7, 11))
	var samples []sample
	for n := range copies {
		all, err := corpus.Load(r)
		if err != nil {
			return err
		}
		for _, ex := range all {
			text := ex.Text
			if n > 0 {
				text = dress(text, ex.Language, r)
			}
			features, err := reply.Features(text, "")
			if err != nil {
				return err
			}
			samples = append(samples, sample{features, stateIndex(ex.State)})
		}
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := train(samples, r).Write(out); err != nil {
		return err
	}
	fmt.Println(len(samples), "replies")
	return out.Close()
}

func stateIndex(state string) int {
	for i, s := range reply.ModelStates {
		if string(s) == state {
			return i
		}
	}
	panic("corpus: unknown state " + state)
}

// train is plain stochastic descent with a step that AdaGrad makes smaller for features that come often.
func train(samples []sample, r *rand.Rand) *reply.Model {
	k := len(reply.ModelStates)
	w := make([]float64, reply.ModelBuckets*k)
	g := make([]float64, reply.ModelBuckets*k)
	p := make([]float64, k)
	for range epochs {
		r.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
		for _, s := range samples {
			norm := 1 / math.Sqrt(float64(max(1, len(s.features))))
			score(w, s.features, norm, p)
			for _, f := range s.features {
				for c := range p {
					i := int(f)*k + c
					err := p[c]
					if c == s.state {
						err--
					}
					d := err*norm + decay*w[i]
					g[i] += d * d
					w[i] -= rate * d / math.Sqrt(g[i]+1e-6)
				}
			}
		}
	}
	return quantise(w)
}

func score(w []float64, features []uint32, norm float64, p []float64) {
	k := len(p)
	for c := range p {
		p[c] = 0
	}
	for _, f := range features {
		for c := range p {
			p[c] += w[int(f)*k+c]
		}
	}
	sum, best := 0.0, math.Inf(-1)
	for c := range p {
		p[c] *= norm
		best = math.Max(best, p[c])
	}
	for c := range p {
		p[c] = math.Exp(p[c] - best)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
}

func quantise(w []float64) *reply.Model {
	top := 0.0
	for _, v := range w {
		top = math.Max(top, math.Abs(v))
	}
	m := &reply.Model{Scale: top / 127, Weights: make([]int8, len(w))}
	for i, v := range w {
		m.Weights[i] = int8(math.Round(v / m.Scale))
	}
	return m
}

var greetings = map[string][]string{
	"fr": {"Bonjour,\n", "Bonjour Claire,\n", "Salut, ", "Hello,\n", "Coucou ", ""}, "en": {"Hi,\n", "Hi Laura,\n\n", "Hello, ", "Dear Ms Grey,\n", ""},
	"de": {"Hallo,\n", "Guten Tag Frau Albers,\n", "Moin, ", ""}, "es": {"Hola,\n", "Buenos días, ", ""}, "it": {"Ciao,\n", "Buongiorno, ", ""}, "nl": {"Hoi,\n", "Beste Anna,\n", ""},
}

var goodbyes = map[string][]string{
	"fr": {"\nCordialement,\nPaul Legrand\nTechnicien", "\nBonne journée\nSophie", "\nMerci\nL. Petit", "\nBises", "\nJulie", ""},
	"en": {"\nBest,\nTom", "\nKind regards,\nAnna Bell\nSite manager", "\nCheers", "\nThanks,\nJo", ""},
	"de": {"\nViele Grüße\nKarl", "\nLG Ute", "\nMit freundlichen Grüßen\nDr. Anna Beck", ""}, "es": {"\nUn saludo,\nMarta", "\nGracias", ""},
	"it": {"\nCordiali saluti\nPaolo Ricci", "\nGrazie\nAnna", ""}, "nl": {"\nGroet, Jan", "\nMet vriendelijke groet,\nEls", ""},
}

// dress varies how a reply is typed: greeting, closing, case, accents, final stop.
func dress(text, language string, r *rand.Rand) string {
	switch r.IntN(6) {
	case 0:
		text = strings.ToLower(text)
	case 1:
		text = strings.TrimRight(text, ".!")
	case 2:
		if !strings.Contains(text, "http") {
			text = strings.ToUpper(text)
		}
	}
	if r.IntN(4) == 0 {
		text = plainAccents.Replace(text)
	}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	return pick(greetings[language]) + text + pick(goodbyes[language])
}

var plainAccents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "à", "a", "ç", "c", "ô", "o", "î", "i", "û", "u", "ä", "a", "ö", "o", "ü", "u", "á", "a", "í", "i", "ó", "o", "ñ", "n", "ù", "u", "ì", "i", "ò", "o")
