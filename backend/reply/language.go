package reply

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// fillers may stand before the words that decide without changing what they say.
var fillers = wordSet(`bonjour bonsoir salut hello hi hey coucou hallo hola ciao buongiorno salve moin servus allo yo
 oui si yes yep yeah yup ja jep joa ouais oki ok okay voila et alors bon ben bah bin bref donc enfin alors so and well right voilà
 und also gut nun ya pues bueno allora beh ecco bene en dus nou goed merci thanks thank thx danke gracias grazie bedankt dank
 madame monsieur dear liebe lieber cher chere team all tous toutes everyone tout guten tag morgen morning afternoon evening good
 oh ah eh hm hmm euh ha haha lol jaja hehe mdr just juste simplement actually finally finalement endlich por fin finalmente eindelijk
 svp please bitte pls plz grazie prego alstublieft aub sorry pardon désolé désolée desole desolee update up fyi there ya
 cordialement cdt cdlt bises bisous bien regards cheers best vg lg mfg gr groet groeten saludos saluti`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[fold(w)] = true
	}
	return set
}

// commonWords decide what language a reply is in: the small words that hardly any reply can do without, and the single
// words with which people answer.
var commonWords = map[string]map[string]bool{
	"fr": wordSet(`je j' tu il elle on nous vous le la les l' un une des du de d' et est c' ce cet cette pas ne n' que qu' qui pour sur dans avec mon ma mes votre vos ai a suis fait merci bonjour bonsoir salut oui non mais plus au aux en y moi celui celle lu partagé partage publié posté relayé bonne cordialement svp désolé très bien déjà jlai chui pourquoi quand demain voici voilà lien`),
	"en": wordSet(`i i' it' the a an and is it this that to of for on my me you your we not don' won' can' have has had did done shared posted yes no thanks thank hi hello please will would could just at in with be was been are read up now out sorry regards cheers best one when what who how is there nope sure`),
	"de": wordSet(`ich du er sie es wir ihr der die das den dem ein eine einen und ist nicht kein keine zu für auf mit im in am von bei mein meine habe hab hat geteilt gepostet danke hallo guten bitte ja nein aber noch schon auch mir mich sich wird werde heute morgen gruß grüße gelesen erledigt nö wie was wann warum kann bin ist's wurde nur den hier wer gibt stelle isch ischs nöd nid ned nit nümme uf ufem hani scho gmacht gruess gläse gstellt dusse i's teilt`),
	"es": wordSet(`yo el la los las un una de del que y en no es lo ya he ha hecho compartido publicado gracias hola buenos buenas días por para con mi mis me se esta este esto al pero muy más sí subido cuando leído saludos saludo vale puedo os les ¿ está`),
	"it": wordSet(`io il lo la i gli le un una di del che e è in non ho ha fatto condiviso pubblicato grazie ciao buongiorno per con mio mia mi si questo questa ma molto più sì letto saluti appena già ancora sono su sul nel della dell' l' messo anche posso`),
	"nl": wordSet(`ik je hij ze wij jullie de het een en is niet geen te voor op met in van bij mijn heb hem heeft gedeeld geplaatst bedankt hallo goedemorgen graag ja nee maar nog al ook mij me wordt zal vandaag morgen groet groeten gelezen gedaan dat dit deze die wat wie hoe kan ben er dan wel`),
}

// detectLanguages orders the known languages by how many of their common words the text holds. The first is the
// language of the reply; others that come close are read as well, since people mix.
func detectLanguages(tokens []token, hint string) (string, []string) {
	languages := Languages()
	var votes [languageCount]float64
	common := languagesOfWords()
	for i := range tokens {
		t := &tokens[i]
		if t.kind != wordToken {
			continue
		}
		for set := common[t.folded]; set != 0; set &= set - 1 {
			votes[bits.TrailingZeros8(set)]++
		}
		if lang := letterHint(t.text); lang != "" {
			votes[slices.Index(languages, lang)] += 0.5
		}
	}
	if n := slices.Index(languages, hint); n >= 0 {
		votes[n] += 0.25
	}
	best, top := hint, 0.0
	for n, lang := range languages {
		if votes[n] > top {
			best, top = lang, votes[n]
		}
	}
	near := append(make([]string, 0, languageCount+1), best)
	if best == "" {
		near[0] = "fr"
	}
	for n, lang := range languages {
		if lang != best && (votes[n] >= 0.5*top || top == 0) {
			near = append(near, lang)
		}
	}
	return near[0], near
}

// languagesOfWords turns commonWords round: the languages of each word, a bit each in the order of Languages.
var languagesOfWords = sync.OnceValue(func() map[string]uint8 {
	all := map[string]uint8{}
	for n, lang := range Languages() {
		for w := range commonWords[lang] {
			all[w] |= 1 << n
		}
	}
	return all
})

func letterHint(word string) string {
	switch {
	case isASCII(word):
		if strings.Contains(word, "ij") {
			return "nl"
		}
		return ""
	case strings.ContainsAny(word, "ßäö"):
		return "de"
	case strings.ContainsAny(word, "ñ¿¡"):
		return "es"
	case strings.ContainsAny(word, "êçœâû"):
		return "fr"
	case strings.ContainsAny(word, "ìò"):
		return "it"
	case strings.Contains(word, "ij"):
		return "nl"
	}
	return ""
}
