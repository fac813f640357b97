package roster

import "strings"

// languages are names of languages in French, English, German and their own, folded, by ISO 639-1 code.
var languageNames = map[string]string{
	"fr": "francais francaise french franzosisch frances francese fra fre", "en": "anglais anglaise english englisch ingles inglese eng",
	"de": "allemand allemande german deutsch aleman tedesco deu ger", "es": "espagnol espagnole spanish spanisch espanol castillan spagnolo esp spa",
	"it": "italien italienne italian italienisch italiano ita", "pt": "portugais portugaise portuguese portugiesisch portugues por bresilien",
	"nl": "neerlandais neerlandaise dutch niederlandisch nederlands hollandais flamand flemish nld dut", "pl": "polonais polonaise polish polnisch polski pol",
	"ro": "roumain roumaine romanian rumanisch romana ron", "ar": "arabe arabic arabisch ara", "zh": "chinois chinoise chinese chinesisch mandarin zho chi 中文",
	"ja": "japonais japonaise japanese japanisch jpn 日本語", "ru": "russe russian russisch rus русскии", "uk": "ukrainien ukrainienne ukrainian ukrainisch ukr",
	"tr": "turc turque turkish turkisch turkce tur", "sv": "suedois suedoise swedish schwedisch svenska swe", "da": "danois danoise danish danisch dansk dan",
	"no": "norvegien norvegienne norwegian norwegisch norsk nor nb nn", "fi": "finnois finnoise finnish finnisch suomi fin", "el": "grec grecque greek griechisch ell gre",
	"cs": "tcheque czech tschechisch cesky ces cze", "sk": "slovaque slovak slowakisch slk", "hu": "hongrois hongroise hungarian ungarisch magyar hun",
	"bg": "bulgare bulgarian bulgarisch bul", "hr": "croate croatian kroatisch hrv", "sr": "serbe serbian serbisch srp", "he": "hebreu hebrew hebraisch heb",
	"fa": "persan persian farsi persisch fas", "hi": "hindi hin", "ko": "coreen coreenne korean koreanisch kor", "vi": "vietnamien vietnamienne vietnamese vietnamesisch vie",
	"th": "thai thailandais tha", "ca": "catalan katalanisch cat", "eu": "basque baskisch eus", "br": "breton bretonisch bre", "lb": "luxembourgeois luxembourgish ltz",
}

func languageIndex() map[string]string {
	index := map[string]string{}
	for code, names := range languageNames {
		index[code] = code
		for _, n := range strings.Fields(names) {
			index[n] = code
		}
	}
	return index
}

// parseLanguages reads 'Français, anglais courant (C1)' as fr, en. Words that name no language are passed over;
// false where none does.
func parseLanguages(index map[string]string, text string) ([]string, bool) {
	var out []string
	for _, part := range split(text, ",;/|+&\n") {
		tokens := strings.Fields(Fold(part))
		for i, t := range tokens {
			code, ok := index[t]
			if !ok || len(t) == 2 && i > 0 { // 'fr-CA' is French, not Catalan
				continue
			}
			if !contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out, len(out) > 0
}

func contains(list []string, value string) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return false
}
