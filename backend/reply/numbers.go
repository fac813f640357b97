package reply

import "strings"

// numerals are the numbers that one word names: 1 to 19, the tens, and what German, Dutch and Italian write in one.
var numerals = makeNumerals()

// scales multiply what stands before them.
var scales = map[string]int{
	"cent": 100, "cents": 100, "hundred": 100, "hundert": 100, "honderd": 100, "cento": 100, "cien": 100, "ciento": 100,
	"mille": 1000, "mil": 1000, "tsd": 1000, "mila": 1000, "thousand": 1000, "tausend": 1000, "duizend": 1000,
}

// tied joins the parts of a number: vingt et un, treinta y dos.
var tied = wordSet(`- et y e and`)

func makeNumerals() map[string]int {
	all := map[string]int{
		"septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "vingts": 20,
		"doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
		"cuatrocientas": 400, "quinientas": 500, "seiscientas": 600, "setecientas": 700, "ochocientas": 800, "novecientas": 900,
		"dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veintiun": 21, "veintiuno": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
		"zero": 0, "nil": 0, "null": 0, "nul": 0, "cero": 0, "zwo": 2, "dru": 3, "fuf": 5, "foif": 5, "sachs": 6, "nuun": 9, "zah": 10, "ouf": 11, "zwouf": 12, "une": 1, "einen": 1, "eine": 1, "una": 1, "un": 1, "uno": 1,
	}
	add := func(from, step int, words ...string) {
		for i, w := range words {
			all[w] = from + i*step
		}
	}
	add(1, 1, "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize")
	add(20, 10, "vingt", "trente", "quarante", "cinquante", "soixante")
	add(1, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
	add(20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
	add(1, 1, "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince")
	add(20, 10, "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
	joined(all, []string{"ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"},
		[]string{"zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"}, "und", "hundert")
	joined(all, []string{"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"},
		[]string{"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}, "en", "honderd")
	italian(all)
	return all
}

// joined makes the numbers up to 999 of a language that says the ones before the tens.
func joined(all map[string]int, ones, tens []string, and, hundred string) {
	small := map[string]int{}
	for i, w := range ones {
		small[w] = i + 1
	}
	for i, t := range tens {
		small[t] = 20 + 10*i
		for j, o := range ones[:9] {
			small[o+and+t] = 20 + 10*i + j + 1
		}
	}
	withHundreds(all, small, append([]string{""}, ones[:9]...), hundred)
}

func withHundreds(all, small map[string]int, ones []string, hundred string) {
	for w, n := range small {
		all[w] = n
		for i, o := range ones {
			all[o+hundred+w] = max(1, i)*100 + n
		}
	}
	for i, o := range ones {
		all[o+hundred] = max(1, i) * 100
	}
}

func italian(all map[string]int) {
	ones := []string{"uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"}
	small := map[string]int{}
	for i, w := range []string{"uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"} {
		small[w] = i + 1
	}
	for i, t := range []string{"venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"} {
		small[t] = 20 + 10*i
		for j, o := range ones {
			stem := t
			if j == 0 || j == 7 { // ventuno, ventotto
				stem = t[:len(t)-1]
			}
			small[stem+o] = 20 + 10*i + j + 1
		}
	}
	withHundreds(all, small, append([]string{""}, ones...), "cento")
}

// compound reads what German, Dutch and Italian write in one word: viermal, settemiladuecento, zweitausenddreihundert.
func compound(word string) int {
	if len(word) < len("unmal") { // no number is shorter
		return 0
	}
	if once, ok := strings.CutSuffix(word, "mal"); ok && numerals[once] > 0 {
		return numerals[once]
	}
	for _, thousand := range []string{"tausend", "duizend", "mila"} {
		before, after, ok := strings.Cut(word, thousand)
		if ok && before == "" && numerals[after] > 0 { // tausendeinhundertzwanzig
			return 1000 + numerals[after]
		}
		if ok && numerals[before] > 0 && (after == "" || numerals[after] > 0) {
			return numerals[before]*1000 + numerals[after]
		}
	}
	return 0
}

// spelled reads the number that the words from token i on name, and how many tokens it takes.
func (e *evidence) spelled(i int) (int, int, bool) {
	total, current, width, last := 0, 0, 0, -1
	if n := compound(e.tokens[i].folded); n > 0 && e.tokens[i].kind == wordToken {
		return n, 1, true
	}
	for j := i; j < len(e.tokens) && j < i+12; j++ {
		t := e.tokens[j]
		n, small := numerals[t.folded]
		scale, scaled := scales[t.folded]
		switch {
		case t.kind == softToken && t.text == "-" && width > 0, t.kind == wordToken && width > 0 && tied[t.folded] && (current >= 20 || last == 1000) && e.tiesOn(j+1):
			continue
		case t.kind != wordToken:
			return total + current, width, width > 0
		case n == 20 && last == 4 && current%100 == 4: // quatre-vingts
			current += 76
		case small && (width == 0 || current == 0 || last%100 == 0 && n < 100 || last%10 == 0 && last >= 20 && n < last && n < 10 || (last == 60 || last == 20 && current%100 == 80) && n < 20 || last == 10 && n >= 7 && n <= 9):
			current += n
		case scaled && scale == 100 && current < 100:
			current = max(1, current) * 100
			n = 100
		case scaled && scale == 1000 && total == 0:
			total, current = max(1, current)*1000, 0
			n = 1000
		default:
			return total + current, width, width > 0
		}
		last, width = n, j-i+1
	}
	return total + current, width, width > 0
}

func (e *evidence) tiesOn(i int) bool {
	if i >= len(e.tokens) {
		return false
	}
	_, ok := numerals[e.tokens[i].folded]
	return ok
}
