// Stands in for the date parser that go-htmldate would call in an extensive search; see dateparser.go.
module github.com/markusmobius/go-dateparser

go 1.22
