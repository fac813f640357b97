package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// featureCount is the length of the vector that a block is judged by.
const featureCount = 46

// features describes block i of a page to the linear model of vote.go. Every
// entry lies between 0 and 1.
func features(bs []block, i int, p *pageFacts) [featureCount]float64 {
	b := &bs[i]
	var f [featureCount]float64
	n := 0
	put := func(v float64) { f[n] = v; n++ }
	is := func(ok bool) {
		if ok {
			f[n] = 1
		}
		n++
	}
	words := float64(len(b.words))
	link := float64(b.links) / float64(len(b.text))
	end, _ := utf8.DecodeLastRuneInString(b.text)
	put(1)
	put(b.inT)
	put(b.inR)
	put(b.inT * b.inR)
	put(b.inJ)
	is(p.hasBody && b.inJ < 0.5)
	put(math.Min(words/50, 1))
	is(words < 4)
	is(words < 12)
	put(link)
	is(link > 0.8)
	put(link * b.inT)
	is(strings.ContainsRune(".!?…:;\"'»”’)", end))
	is(b.tag == atom.P)
	is(b.tag == atom.Div)
	is(b.tag == atom.Li)
	is(b.tag == atom.Td || b.tag == atom.Th)
	is(b.where&inHeading != 0)
	is(b.where&inNav != 0)
	is(b.where&inAside != 0)
	is(b.where&inHeader != 0)
	is(b.where&inFooter != 0)
	is(b.where&inForm != 0)
	is(b.where&inFigure != 0)
	is(b.where&inQuote != 0)
	is(b.where&inPre != 0)
	is(b.where&inArticle != 0)
	is(b.where&inHidden != 0)
	is(b.where&saysCaption != 0)
	is(b.where&saysRelated != 0)
	is(b.where&saysShare != 0)
	is(b.where&saysByline != 0)
	is(b.where&saysComment != 0)
	is(b.where&saysPromo != 0)
	is(b.where&saysTags != 0)
	is(b.where&saysBody != 0)
	put(near(bs, i, -3, func(o *block) float64 { return o.inT }))
	put(near(bs, i, 3, func(o *block) float64 { return o.inT }))
	put(near(bs, i, -3, func(o *block) float64 { return o.inR }))
	put(near(bs, i, 3, func(o *block) float64 { return o.inR }))
	is(i < p.first)
	is(i > p.last)
	put(p.agreed)
	put(b.inT * p.onlyT)
	put(b.inR * p.onlyR)
	is(p.boilerplate(b))
	return f
}

// near averages what up to |reach| blocks before or after block i say, weighing
// each by its length.
func near(bs []block, i, reach int, say func(*block) float64) float64 {
	step := 1
	if reach < 0 {
		step, reach = -1, -reach
	}
	sum, weight := 0.0, 0.5
	for k := 1; k <= reach; k++ {
		j := i + k*step
		if j < 0 || j >= len(bs) {
			break
		}
		w := math.Min(float64(len(bs[j].words)), 40) / 40 / float64(k)
		sum += w * say(&bs[j])
		weight += w
	}
	return sum / weight
}

// pageFacts are what a block's neighbours and the page as a whole say.
type pageFacts struct {
	hasBody      bool    // the page's JSON-LD holds the text
	first, last  int     // outermost blocks that both readers took, of some length
	agreed       float64 // words both took ÷ words either took
	onlyT, onlyR float64 // words that one alone took ÷ words either took
}

func factsOf(bs []block, hasBody bool) *pageFacts {
	p := &pageFacts{hasBody: hasBody, first: len(bs), last: -1}
	var both, t, r, either float64
	for i := range bs {
		b := &bs[i]
		n := float64(len(b.words))
		both += n * math.Min(b.inT, b.inR)
		either += n * math.Max(b.inT, b.inR)
		t += n * math.Max(0, b.inT-b.inR)
		r += n * math.Max(0, b.inR-b.inT)
		if b.inT > 0.7 && b.inR > 0.7 && len(b.words) >= 8 {
			p.first, p.last = min(p.first, i), i
		}
	}
	if either > 0 {
		p.agreed, p.onlyT, p.onlyR = both/either, t/either, r/either
	}
	return p
}

// boilerplate recognises the standing phrases of newsrooms.
func (p *pageFacts) boilerplate(b *block) bool {
	if len(b.words) > 30 {
		return false
	}
	low := strings.ToLower(b.text)
	for _, s := range standingPhrases {
		if strings.Contains(low, s) {
			return true
		}
	}
	return false
}

var standingPhrases = []string{
	"read more", "read also", "see also", "related:", "also read", "more on this", "sign up", "subscribe", "newsletter",
	"follow us", "share this", "click here", "all rights reserved", "copyright", "©", "advertisement", "continue reading",
	"photo:", "image:", "picture:", "getty images", "this article was", "originally published", "tags:", "filed under",
	"posted by", "written by", "published on", "last updated", "leave a comment", "lire aussi", "à lire", "à voir", "lire la suite",
	"abonnez", "inscrivez", "partager", "crédit photo", "publié le", "mis à jour", "tous droits", "mehr zum thema",
	"lesen sie", "weiterlesen", "auch interessant", "newsletter", "teilen", "kommentare", "leer más", "lea también", "suscr",
	"lee más", "lee también", "te puede interesar", "lea más", "leia também", "veja também", "leggi anche", "czytaj też", "ver también", "mira |", "más en ",
	"cookies", "terms of use", "privacy policy", "report a typo", "download our app", "whatsapp", "facebook", "twitter",
}
