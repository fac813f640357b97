package letter

// block is a part of a letter; each Kind has one template in HTML and one branch in plain text.
//
//	heading  Text
//	para     Text
//	why      Label, Lines
//	angle    Label, Text
//	card     Number, Title, Text, Source, Link, Label
//	copy     Label, Text, Link (the composer), Title (its words)
//	picture  Label, Text (what it shows), Link, Title
//	buttons  Label, Buttons
//	forward  Label, Text, Link, Title
//	figures  Lines
//	rule
//	foot     Text, Buttons, Token
type block struct {
	Kind    string
	Label   string
	Title   string
	Text    string
	Source  string
	Link    string
	Token   string
	Number  int
	Lines   []string
	Buttons []Button
}

// Button is a mailto link and the line that it types.
type Button struct {
	Label   string
	Line    string
	Href    string
	Primary bool
}
