package extract

import "strings"

// What readers and model take along now and then although no article holds it:
// the line that dates it, and a paragraph that a template shows a second time.

// repeated is the number of words from which a paragraph is not said twice.
const repeated = 8

// dropRepeats keeps the first of equal paragraphs: teasers and pulled quotes
// repeat one of the text.
func dropRepeats(bs []block) {
	seen := map[uint64]bool{}
	for i := range bs {
		b := &bs[i]
		if !b.keep || len(b.words) < repeated {
			continue
		}
		h := runHash(b.words)
		b.keep = !seen[h]
		seen[h] = true
	}
}

// dropDates drops kept lines that are a date and nothing else.
func dropDates(bs []block) {
	for i := range bs {
		if bs[i].keep && isDateLine(bs[i].text) {
			bs[i].keep = false
		}
	}
}

// isDateLine says whether a line holds a date, and beside it nothing but a time
// and the words that stand round one.
func isDateLine(text string) bool {
	if len(text) > 120 {
		return false
	}
	numbers, months, other := 0, 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), isBetweenWords) {
		switch {
		case w[0] >= '0' && w[0] <= '9':
			numbers++
		case monthWords[w]:
			months++
		case !dateWords[w]:
			other++
		}
	}
	return other == 0 && (numbers >= 3 || (months > 0 && numbers > 0))
}

func isBetweenWords(r rune) bool {
	return strings.ContainsRune(" \u00a0\u202f.,:;/|·•–—-()[]", r)
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

var monthWords = wordSet(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil déc
	januar februar märz juni juli oktober dezember
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
	gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre`)

var dateWords = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
	lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
	lunes martes miércoles jueves viernes sábado domingo
	posted published updated last on at am pm a p m et est edt pst pdt gmt utc bst cet cest ist st nd rd th of the date and
	publié mis à jour le h modifié par min uhr um vom stand aktualisiert veröffentlicht am den der
	publicado actualizado el de a las del hrs postado atualizado em às pubblicato aggiornato il alle ore modified first`)
