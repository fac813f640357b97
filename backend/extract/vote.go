package extract

import "math"

// likelihood is the chance, from 0 to 1, that block i belongs to the article.
func likelihood(bs []block, i int, p *pageFacts) float64 {
	f := features(bs, i, p)
	sum := 0.0
	for k, v := range f {
		sum += v * weights[k]
	}
	return 1 / (1 + math.Exp(-sum))
}
