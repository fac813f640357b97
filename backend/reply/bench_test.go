package reply

import (
	"math/rand/v2"
	"testing"

	"relais/backend/reply/corpus"
	"relais/backend/reply/dress"
)

// BenchmarkRead reads dressed replies of about 3.4 KB.
func BenchmarkRead(b *testing.B) {
	all, err := corpus.Load()
	if err != nil {
		b.Fatal(err)
	}
	styles := dress.Styles()
	var mails [][]byte
	size, r := 0, rand.New(rand.NewPCG(1, 2))
	for i, ex := range all {
		mail := styles[i%len(styles)].Write(dressed(labelled{ID: "x", Lang: ex.Language, Text: corpus.Fill(ex.Text, r)}))
		mails = append(mails, mail)
		size += len(mail)
	}
	b.SetBytes(int64(size / len(mails)))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := Read(mails[i%len(mails)], Circumstances{}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
