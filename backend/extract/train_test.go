//go:build train

package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"math/rand"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// moduleDir finds the pages that the two libraries publish with their source.
func moduleDir(t *testing.T, module string) string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Skip(err)
	}
	return strings.TrimSpace(string(out))
}

type sample struct {
	name          string
	bs            []block
	facts         *pageFacts
	with, without []string
	gold          string
	f             [][featureCount]float64
	y             []int8 // 1,0,-1 unknown
	wt            []float64
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

func loadT(t *testing.T) []*sample {
	tdir := moduleDir(t, "github.com/markusmobius/go-trafilatura")
	src, err := os.ReadFile(tdir + "/scripts/comparison/data.go")
	if err != nil {
		t.Skip(err)
	}
	af, err := parser.ParseFile(token.NewFileSet(), "data.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []*sample
	ast.Inspect(af, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		k, ok := kv.Key.(*ast.BasicLit)
		if !ok {
			return true
		}
		u, _ := strconv.Unquote(k.Value)
		s := &sample{name: u}
		file := ""
		for _, e := range kv.Value.(*ast.CompositeLit).Elts {
			f := e.(*ast.KeyValueExpr)
			list := func() (r []string) {
				if cl, ok := f.Value.(*ast.CompositeLit); ok {
					for _, x := range cl.Elts {
						v, _ := strconv.Unquote(x.(*ast.BasicLit).Value)
						r = append(r, fold(v))
					}
				}
				return
			}
			switch f.Key.(*ast.Ident).Name {
			case "File":
				file, _ = strconv.Unquote(f.Value.(*ast.BasicLit).Value)
			case "With":
				s.with = list()
			case "Without":
				s.without = append(s.without, list()...)
			case "Comments":
				s.without = append(s.without, list()...)
			}
		}
		raw, err := os.ReadFile(filepath.Join(tdir, "test-files/comparison", file))
		if err != nil {
			return false
		}
		if !prep(s, raw) {
			return false
		}
		out = append(out, s)
		return false
	})
	return out
}

func prep(s *sample, raw []byte) bool {
	doc, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		return false
	}
	u, _ := url.Parse(s.name)
	s.bs = blocksOf(doc)
	T, R := trafilaturaWitness(doc, u), readabilityWitness(doc, u)
	body := bodyOf(thingsOf(doc))
	J := textWitness(body)
	for i := range s.bs {
		b := &s.bs[i]
		b.inT, b.inR, b.inJ = T.holds(b), R.holds(b), J.holds(b)
	}
	s.facts = factsOf(s.bs, len(J.runs) > 60)
	for i := range s.bs {
		s.f = append(s.f, features(s.bs, i, s.facts))
		b := &s.bs[i]
		y, w := int8(-1), 1.0
		if s.gold != "" {
		} else {
			for _, x := range s.without {
				if strings.Contains(b.text, x) {
					y = 0
				}
			}
			for _, x := range s.with {
				if strings.Contains(b.text, x) {
					y = 1
				}
			}
			// anything neither took far from agreement is negative, weakly
			if y < 0 && b.inT < 0.1 && b.inR < 0.1 {
				y, w = 0, 0.02
			}
			if y < 0 && b.inT > 0.9 && b.inR > 0.9 && len(b.words) > 12 {
				y, w = 1, 0.05
			}
		}
		s.y = append(s.y, y)
		s.wt = append(s.wt, w)
	}
	return true
}

func loadR(t *testing.T, dir string) []*sample {
	ds, _ := filepath.Glob(dir + "/*/source.html")
	var out []*sample
	for _, d := range ds {
		raw, _ := os.ReadFile(d)
		exp, _ := os.ReadFile(filepath.Join(filepath.Dir(d), "expected.html"))
		s := &sample{name: "http://fakehost/test/page.html"}
		if !prep(s, raw) {
			continue
		}
		s.name = filepath.Base(filepath.Dir(d))
		e, _ := html.Parse(bytes.NewReader(exp))
		var sb strings.Builder
		for _, b := range blocksOf(e) {
			sb.WriteString(b.text + "\n")
		}
		s.gold = sb.String()
		out = append(out, s)
	}
	return out
}

func shingles(s string) map[uint64]int {
	m := map[uint64]int{}
	w := hashWords(s)
	if len(w) < 4 && len(w) > 0 {
		m[runHash(w)]++
		return m
	}
	for i := 0; i+4 <= len(w); i++ {
		m[runHash(w[i:i+4])]++
	}
	return m
}

func shingleF(gold, got string) (tp, fp, fn float64) {
	a, b := shingles(gold), shingles(got)
	for k, n := range a {
		m := b[k]
		tp += float64(min(n, m))
		fn += float64(max(0, n-m))
	}
	for k, n := range b {
		fp += float64(max(0, n-a[k]))
	}
	s := tp + fp + fn
	if s > 0 {
		tp /= s
		fp /= s
		fn /= s
	}
	return
}

func join(s *sample, keep func(i int) bool) string {
	var sb strings.Builder
	for i := range s.bs {
		if keep(i) {
			sb.WriteString(s.bs[i].text + "\n")
		}
	}
	return sb.String()
}

func evalT(ss []*sample, keep func(*sample, int) bool) string {
	var TP, FN, FP, TN float64
	for _, s := range ss {
		txt := join(s, func(i int) bool { return keep(s, i) })
		for _, x := range s.with {
			if strings.Contains(txt, x) {
				TP++
			} else {
				FN++
			}
		}
		for _, x := range s.without {
			if strings.Contains(txt, x) {
				FP++
			} else {
				TN++
			}
		}
	}
	p, r := TP/(TP+FP), TP/(TP+FN)
	return fmt.Sprintf("P %.3f R %.3f F %.4f acc %.4f", p, r, 2*p*r/(p+r), (TP+TN)/(TP+TN+FP+FN))
}

func evalR(ss []*sample, keep func(*sample, int) bool) string {
	var TP, FN, FP float64
	for _, s := range ss {
		tp, fp, fn := shingleF(s.gold, join(s, func(i int) bool { return keep(s, i) }))
		TP += tp
		FP += fp
		FN += fn
	}
	p, r := TP/(TP+FP), TP/(TP+FN)
	return fmt.Sprintf("P %.3f R %.3f F %.4f", p, r, 2*p*r/(p+r))
}

func train(ss []*sample, epochs int, l2 float64) (w [featureCount]float64) {
	type row struct {
		f     *[featureCount]float64
		y, wt float64
	}
	var rows []row
	for _, s := range ss {
		for i := range s.f {
			if s.y[i] >= 0 {
				rows = append(rows, row{&s.f[i], float64(s.y[i]), s.wt[i]})
			}
		}
	}
	rnd := rand.New(rand.NewSource(1))
	var g2 [featureCount]float64
	for e := 0; e < epochs; e++ {
		rnd.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for _, r := range rows {
			z := 0.0
			for k, v := range r.f {
				if v != 0 {
					z += v * w[k]
				}
			}
			p := 1 / (1 + math.Exp(-z))
			d := (p - r.y) * r.wt
			for k, v := range r.f {
				if v == 0 {
					continue
				}
				g := d*v + l2*w[k]*r.wt
				g2[k] += g * g
				w[k] -= 0.1 * g / (1e-6 + math.Sqrt(g2[k]))
			}
		}
	}
	return
}

func score(w *[featureCount]float64, f *[featureCount]float64) float64 {
	z := 0.0
	for k, v := range f {
		z += v * w[k]
	}
	return 1 / (1 + math.Exp(-z))
}

func TestTrain(t *testing.T) {
	ss := loadT(t)
	rs := loadR(t, moduleDir(t, "codeberg.org/readeck/go-readability/v2")+"/test-pages")
	fmt.Println("pages", len(ss), len(rs))
	sort.Slice(ss, func(i, j int) bool { return ss[i].name < ss[j].name })
	rand.New(rand.NewSource(7)).Shuffle(len(ss), func(i, j int) { ss[i], ss[j] = ss[j], ss[i] })
	keepT := func(s *sample, i int) bool { return s.bs[i].inT > 0.5 }
	keepR := func(s *sample, i int) bool { return s.bs[i].inR > 0.5 }
	both := func(s *sample, i int) bool { return keepT(s, i) && keepR(s, i) }
	any := func(s *sample, i int) bool { return keepT(s, i) || keepR(s, i) }
	for n, k := range map[string]func(*sample, int) bool{"T": keepT, "R": keepR, "both": both, "any": any} {
		fmt.Println(n, evalT(ss, k), "|", evalR(rs, k))
	}
	// cross-validated
	for _, l2 := range []float64{1e-3, 1e-2} {
		pred := map[*sample][]float64{}
		const K = 5
		for k := 0; k < K; k++ {
			var tr, te []*sample
			for i, s := range ss {
				if i%K == k {
					te = append(te, s)
				} else {
					tr = append(tr, s)
				}
			}
			w := train(tr, 30, l2)
			for _, s := range te {
				for i := range s.f {
					pred[s] = append(pred[s], score(&w, &s.f[i]))
				}
			}
		}
		w := train(ss, 30, l2)
		for _, s := range rs {
			for i := range s.f {
				pred[s] = append(pred[s], score(&w, &s.f[i]))
			}
		}
		for _, th := range []float64{0.3, 0.4, 0.5, 0.6, 0.7} {
			k := func(s *sample, i int) bool { return pred[s][i] > th }
			fmt.Println("LR", l2, th, evalT(ss, k), "|", evalR(rs, k))
			k2 := func(s *sample, i int) bool {
				b := &s.bs[i]
				if b.inT < 0.5 && b.inR < 0.5 {
					return false
				}
				return pred[s][i] > th
			}
			fmt.Println("LR T|R", l2, th, evalT(ss, k2), "|", evalR(rs, k2))
		}
		js, _ := json.Marshal(w)
		os.WriteFile(fmt.Sprintf("/tmp/w%g.json", l2), js, 0o644)
	}
}
