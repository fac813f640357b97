package article

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"

	"gorm.io/gorm/clause"
)

// Topics are proposed from three things, strongest first: the source was given
// the topic; the text has the topic's name or words (by their stems, close
// together); and the words of articles that HR gave the topic before, weighed
// by naive Bayes against those that it was taken from. Each proposal carries
// the words that led to it.
const (
	proposeFrom  = 0.5 // score from which a topic is proposed
	maxProposals = 4
	learnedWords = 60 // distinct stems of an article that teach and are taught
)

// knowledge is what the proposals need of all topics, loaded once a batch.
type knowledge struct {
	topics  []Topic
	marks   map[int64][][]string // topic → phrases of stems
	learned map[int64]map[string][2]float64
	size    map[int64][2]float64
	sources map[int64][]int64
}

func (s *Service) loadKnowledge(ctx context.Context) (*knowledge, error) {
	k := &knowledge{marks: map[int64][][]string{}, learned: map[int64]map[string][2]float64{}, size: map[int64][2]float64{}, sources: map[int64][]int64{}}
	var err error
	if k.topics, err = s.Topics(ctx); err != nil || len(k.topics) == 0 {
		return k, err
	}
	for _, t := range k.topics {
		var words []string
		if json.Unmarshal([]byte(t.Words), &words) != nil {
			words = nil
		}
		for _, phrase := range append(words, t.Name) {
			if stems := s.allStems(phrase); len(stems) > 0 {
				k.marks[t.ID] = append(k.marks[t.ID], stems)
			}
		}
	}
	var stems []struct {
		TopicID         int64
		Stem            string
		Chosen, Refused float64
	}
	if err := s.db.Read(ctx).Raw("SELECT topic_id, stem, chosen, refused FROM topic_stem").Scan(&stems).Error; err != nil {
		return nil, err
	}
	for _, r := range stems {
		if k.learned[r.TopicID] == nil {
			k.learned[r.TopicID] = map[string][2]float64{}
		}
		if r.Stem == "" { // the number of articles themselves
			k.size[r.TopicID] = [2]float64{r.Chosen, r.Refused}
			continue
		}
		k.learned[r.TopicID][r.Stem] = [2]float64{r.Chosen, r.Refused}
	}
	var links []struct{ SourceID, TopicID int64 }
	if err := s.db.Read(ctx).Raw("SELECT source_id, topic_id FROM source_topic").Scan(&links).Error; err != nil {
		return nil, err
	}
	for _, l := range links {
		k.sources[l.SourceID] = append(k.sources[l.SourceID], l.TopicID)
	}
	return k, nil
}

// allStems gives the stems of a phrase in each language, without the little
// words: a phrase is met where all of one language's stems are.
func (s *Service) allStems(phrase string) []string {
	var out []string
	for _, w := range wordsIn(phrase) {
		if len(w.word) < 2 || littleWords[w.word] {
			continue
		}
		out = append(out, w.word)
	}
	return out
}

// document is an article as the proposals see it.
type document struct {
	stems map[string]int // stems and words, with how often
	title map[string]bool
	first map[string]string // a stem → a word as it stands
	words int
}

func (s *Service) document(language, title, text string) *document {
	d := &document{stems: map[string]int{}, title: map[string]bool{}, first: map[string]string{}}
	const most = 3000
	for k, part := range []string{title, text} {
		for i, w := range wordsIn(part) {
			if i > most {
				break
			}
			d.words++
			if len(w.word) < 3 || littleWords[w.word] {
				continue
			}
			st := s.stem(language, w.word)
			d.stems[st]++
			if k == 0 {
				d.title[st] = true
			}
			if d.first[st] == "" {
				d.first[st] = part[w.from:w.to]
			}
		}
	}
	return d
}

// stem stems in the language of the text, in English where it is unknown.
func (s *Service) stem(language, word string) string {
	if s.stems.known[language] == nil {
		language = "en"
	}
	return s.stems.stem(language, word)
}

type proposal struct {
	topic int64
	score float64
	why   []string
}

// propose scores every topic for a document.
func (s *Service) propose(k *knowledge, d *document, language string, source int64) []proposal {
	var out []proposal
	for _, t := range k.topics {
		p := proposal{topic: t.ID}
		for _, from := range k.sources[source] {
			if from == t.ID {
				p.score, p.why = 0.9, append(p.why, "source")
			}
		}
		if named, word := s.marked(k.marks[t.ID], d, language); named > 0 {
			p.score = 1 - (1-p.score)*(1-named)
			p.why = append(p.why, word)
		}
		if taught, words := k.bayes(t.ID, d); taught > 0.5 {
			p.score = 1 - (1-p.score)*(1-taught*0.9)
			p.why = append(p.why, words...)
		} else if k.size[t.ID][0]+k.size[t.ID][1] >= 10 && taught < 0.1 {
			p.score *= 0.5 // much was learnt, and none of it speaks for the topic
		}
		if p.score >= proposeFrom {
			out = append(out, p)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out[:min(len(out), maxProposals)]
}

// marked says how strongly the topic's own words stand in the text: in the
// title most, twice in the text well, once a little.
func (s *Service) marked(phrases [][]string, d *document, language string) (best float64, word string) {
	for _, phrase := range phrases {
		least, inTitle := math.MaxInt, true
		var shown []string
		for _, w := range phrase {
			st := s.stem(language, w)
			least = min(least, d.stems[st])
			inTitle = inTitle && d.title[st]
			shown = append(shown, orElse(d.first[st], w))
		}
		score := 0.0
		switch {
		case least == 0 || len(phrase) == 0:
			continue
		case inTitle:
			score = 0.9
		case least >= 3:
			score = 0.75
		case least == 2:
			score = 0.55
		default:
			score = 0.3
		}
		if score > best {
			best, word = score, strings.Join(shown, " ")
		}
	}
	return best, word
}

// bayes weighs the document's stems by what was learnt of the topic, and names
// the three that spoke for it most.
func (k *knowledge) bayes(topic int64, d *document) (float64, []string) {
	size, learned := k.size[topic], k.learned[topic]
	if size[0] < 2 || len(learned) == 0 {
		return 0, nil
	}
	type part struct {
		stem  string
		value float64
	}
	var parts []part
	sum := math.Log((size[0] + 1) / (size[0] + size[1] + 8)) // topics are rare: most articles are about others
	for st := range d.stems {
		n, ok := learned[st]
		if !ok {
			continue
		}
		with := (n[0] + 0.5) / (size[0] + 1)
		without := (n[1] + k.elsewhere(topic, st) + 0.5) / (size[1] + k.others(topic) + 1)
		v := math.Log(with / without)
		sum += math.Max(-0.7, math.Min(v, 1.2))
		if v > 0.3 {
			parts = append(parts, part{st, v * with})
		}
	}
	sort.Slice(parts, func(i, j int) bool { return parts[i].value > parts[j].value })
	var why []string
	for i := 0; i < len(parts) && i < 3; i++ {
		why = append(why, d.first[parts[i].stem])
	}
	if len(parts) < 3 {
		return 0, nil
	}
	return 1 / (1 + math.Exp(-sum/3)), why
}

// elsewhere counts the chosen articles of other topics that have the stem.
func (k *knowledge) elsewhere(topic int64, stem string) float64 {
	n := 0.0
	for id, l := range k.learned {
		if id != topic {
			n += l[stem][0]
		}
	}
	return n
}

func (k *knowledge) others(topic int64) float64 {
	n := 0.0
	for id, c := range k.size {
		if id != topic {
			n += c[0]
		}
	}
	return n
}

// proposeFor writes proposals for articles that came in. What a person decided
// stays.
func (s *Service) proposeFor(ctx context.Context, in []*intake) error {
	if len(in) == 0 {
		return nil
	}
	k, err := s.loadKnowledge(ctx)
	if err != nil || len(k.topics) == 0 {
		return err
	}
	var rows []ArticleTopic
	for _, a := range in {
		d := s.document(a.row.Language, a.row.Title, orElse(a.draft.Text, a.row.Excerpt))
		given := map[int64]bool{}
		for _, t := range a.draft.Topics {
			given[t] = true
			rows = append(rows, ArticleTopic{ArticleID: a.row.ID, TopicID: t, Decided: true, Score: 1, Why: "[]"})
		}
		for _, p := range s.propose(k, d, a.row.Language, a.draft.SourceID) {
			if !given[p.topic] {
				rows = append(rows, ArticleTopic{ArticleID: a.row.ID, TopicID: p.topic, Score: p.score, Why: whyText(p.why)})
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return s.db.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 100).Error
}

func whyText(words []string) string {
	text, err := json.Marshal(words)
	if err != nil {
		return "[]"
	}
	return string(text)
}

// learn counts the stems of an article for or against a topic.
func (s *Service) learn(ctx context.Context, id, topic int64, refused bool) error {
	var a Article
	var b Body
	if err := s.db.Read(ctx).Take(&a, id).Error; err != nil {
		return fmt.Errorf("article: learn: %w", err)
	}
	if err := s.db.Read(ctx).Select("article_id", "text").Limit(1).Find(&b, "article_id = ?", id).Error; err != nil {
		return fmt.Errorf("article: learn: %w", err)
	}
	d := s.document(a.Language, a.Title, orElse(b.Text, a.Excerpt))
	stems := d.loudest(learnedWords)
	column := "chosen"
	if refused {
		column = "refused"
	}
	for _, st := range append(stems, "") {
		q := fmt.Sprintf("INSERT INTO topic_stem (topic_id, stem, %[1]s) VALUES (?, ?, 1) ON CONFLICT (topic_id, stem) DO UPDATE SET %[1]s = %[1]s + 1", column)
		if err := s.db.Write(ctx).Exec(q, topic, st).Error; err != nil {
			return err
		}
	}
	return nil
}

// loudest gives the n stems that stand most often, title words first.
func (d *document) loudest(n int) []string {
	all := make([]string, 0, len(d.stems))
	for st := range d.stems {
		all = append(all, st)
	}
	weight := func(st string) int {
		w := d.stems[st]
		if d.title[st] {
			w += 5
		}
		return w
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := weight(all[i]), weight(all[j]); a != b {
			return a > b
		}
		return all[i] < all[j]
	})
	return all[:min(n, len(all))]
}

// littleWords say nothing of a subject.
var littleWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the and for with that this from are was were has have had not but you your our its their his her they them she he
		will would can could may more most than then also about into over when what which who how all any been being after before there here one two
		les des une est son ses sur par pour dans avec que qui aux pas plus mais cette ces leur leurs nous vous ils elles ont sont ete etre fait faire
		tout tous toute toutes comme entre sans sous apres avant deux aussi tres meme dont selon ainsi encore bien peut doit
		der die das und den dem des ein eine einer eines einem einen ist sind war mit von fur auf aus bei nach uber auch nicht sich als wie noch nur
		zum zur durch wird werden wurde wurden hat haben sie wir ihr ihre oder aber kann mehr`) {
		m[w] = true
	}
	return m
}()
