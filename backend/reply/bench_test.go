package reply

import (
	"math/rand/v2"
	"testing"

	"relais/backend/reply/corpus"
	"relais/backend/reply/dress"
)

// BenchmarkRead reads answers of about 3 KB as the mail programs of the world send them, with what they answer at hand.
func BenchmarkRead(b *testing.B) {
	all, err := corpus.Load()
	if err != nil {
		b.Fatal(err)
	}
	styles := dress.Styles()
	type answer struct {
		raw   []byte
		about Circumstances
	}
	var answers []answer
	size, r := 0, rand.New(rand.NewPCG(1, 2))
	for i, ex := range all {
		raw := styles[i%len(styles)].Write(dressed(labelled{ID: "x", Lang: ex.Language, Text: corpus.Fill(ex.Text, r)}))
		answers = append(answers, answer{raw, Circumstances{Language: "fr", OwnText: dressedOriginal}})
		size += len(raw)
	}
	b.SetBytes(int64(size / len(answers)))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		a := answers[i%len(answers)]
		if _, err := Read(a.raw, a.about); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
