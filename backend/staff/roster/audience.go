package roster

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// maxAudience is more than the most followed account of any network.
const maxAudience = 2_000_000_000

var (
	approximations = regexp.MustCompile(`(?i)^(environ|env\.?|~|≈|ca\.?|approx\.?|about|around|etwa|plus de|over|>|\+)\s*`)
	audienceUnits  = regexp.MustCompile(`(?i)\s*(abonn[ée]+s?|followers?|contacts?|relations?|connexions?|connections?|kontakte|personnes?|people|\+)\.?$`)
	thousands      = regexp.MustCompile(`^\d{1,3}([ .,'’]\d{3})+$`)
	plainNumber    = regexp.MustCompile(`^\d+([.,]\d+)?$`)
)

// ParseAudience reads how many follow an account: 1200, '1 200', '1.200', '1,2k', '1.2 K', '3 M', '500+', 'environ
// 800 abonnés'. False where it is no such number.
func ParseAudience(text string) (int64, bool) {
	text = strings.TrimSpace(approximations.ReplaceAllString(strings.TrimSpace(text), ""))
	for range 2 {
		text = strings.TrimSpace(audienceUnits.ReplaceAllString(text, ""))
	}
	text = strings.Join(strings.Fields(text), " ")
	factor := 1.0
	lower := strings.ToLower(text)
	for _, unit := range []struct {
		suffix string
		factor float64
	}{{"millions", 1e6}, {"million", 1e6}, {"mio", 1e6}, {"mille", 1e3}, {"tsd.", 1e3}, {"tsd", 1e3}, {"k", 1e3}, {"m", 1e6}} {
		if rest, found := strings.CutSuffix(lower, unit.suffix); found {
			lower, factor = strings.TrimSpace(rest), unit.factor
			break
		}
	}
	if factor == 1 && thousands.MatchString(lower) {
		lower = strings.NewReplacer(" ", "", ".", "", ",", "", "'", "", "’", "").Replace(lower)
	}
	if !plainNumber.MatchString(lower) {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.Replace(lower, ",", ".", 1), 64)
	value *= factor
	if err != nil || value > maxAudience || factor == 1 && value != math.Trunc(value) {
		return 0, false
	}
	return int64(math.Round(value)), true
}
