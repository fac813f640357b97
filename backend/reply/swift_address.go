package reply

import "strings"

// swiftAddress reads 'Name Of Somebody <local@domain>', made of letters, digits and what else leaves no question, as
// net/mail does.
func swiftAddress(value string) (string, bool) {
	name, rest, found := strings.Cut(value, "<")
	address, after, closed := strings.Cut(rest, ">")
	local, domain, parted := strings.Cut(address, "@")
	plain := found && closed && parted && after == "" && strings.Trim(name, " ") != "" && madeOf(name, " -_")
	return address, plain && dotted(local, "-_+") && dotted(domain, "-")
}

// dotted tells whether the text is words of such characters with a dot between each two.
func dotted(text, more string) bool {
	for word := range strings.SplitSeq(text, ".") {
		if !madeOf(word, more) {
			return false
		}
	}
	return true
}
