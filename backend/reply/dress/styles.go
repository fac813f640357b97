package dress

import (
	"html"
	"strings"
)

func (w *writer) attribution() string { return w.w.wrote(w.SentAt, w.ToName, w.To) }

func (w *writer) page(body string) string {
	return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>" + body + "</body></html>"
}

func (w *writer) original(open, end string) string {
	return paragraphs(w.Original, open, end, "<br>")
}

func gmailWeb(w *writer) {
	w.subject("Re:")
	text := wrapped(w.Text) + "\n\n" + wrapped(w.attribution()) + "\n\n" + quoted(wrapped(w.Original)) + "\n"
	page := `<div dir="ltr">` + paragraphs(w.Text, "<div>", "</div>", "<br>") + `</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">` +
		html.EscapeString(w.attribution()) + `<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">` + w.original("<div>", "</div>") + `</blockquote></div>`
	w.both(text, page)
}

func gmailApp(w *writer) {
	w.subject("Re:")
	text := w.Text + "\n\n" + w.attribution() + "\n\n" + quoted(wrapped(w.Original)) + "\n"
	page := `<div dir="auto">` + paragraphs(w.Text, `<div dir="auto">`, "</div>", "<br>") + `</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">` +
		html.EscapeString(w.attribution()) + `<br></div><blockquote class="gmail_quote">` + w.original("<p>", "</p>") + `</blockquote></div>`
	w.both(text, page)
}

func (w *writer) headBlock() []string {
	return []string{w.w.from + ": " + w.ToName + " <" + w.To + ">", w.w.sent + ": " + w.SentAt.Format("Monday, 2 January 2006 15:04"), w.w.to + ": " + w.FromName + " <" + w.From + ">", w.w.subject + ": " + w.Subject}
}

func outlookDesktop(w *writer) {
	w.subject("RE:")
	head := w.headBlock()
	text := strings.ReplaceAll(w.Text, "\n", "\n\n") + "\n\n" + strings.Join(head, "\n") + "\n\n" + w.Original + "\n"
	var lines []string
	for _, h := range head {
		name, value, _ := strings.Cut(h, ": ")
		lines = append(lines, "<b>"+name+" :</b> "+html.EscapeString(value))
	}
	page := `<div class="WordSection1">` + paragraphs(w.Text, `<p class="MsoNormal">`, "<o:p></o:p></p>", "&nbsp;") +
		`<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">` + strings.Join(lines, "<br>") + `<o:p></o:p></p></div></div>` +
		w.original(`<p class="MsoNormal">`, "</p>") + `</div>`
	w.both(text, w.page(page))
}

func outlookPlain(w *writer) {
	w.subject("RE:")
	w.plain(wrapped(w.Text) + "\n\n" + strings.Replace(w.w.original, "--------", "-----", 2) + "\n" + strings.Join(w.headBlock(), "\n") + "\n\n" + wrapped(w.Original) + "\n")
}

func outlookMobile(w *writer) {
	w.subject(w.w.prefix)
	head := w.headBlock()
	text := w.Text + "\n\n" + w.w.outlook + "\n________________________________\n" + strings.Join(head, "\n") + "\n\n" + w.Original + "\n"
	page := `<div dir="auto">` + paragraphs(w.Text, `<div dir="auto">`, "</div>", "<br>") + `</div><div id="ms-outlook-mobile-signature"><div></div>` + html.EscapeString(strings.Split(w.w.outlook, "<")[0]) +
		`</div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">` + html.EscapeString(strings.Join(head, " ")) + `</div>` + w.original("<div>", "</div>")
	w.both(text, w.page(page))
}

func outlookWeb(w *writer) {
	w.subject("RE:")
	head := w.headBlock()
	page := `<div class="elementToProof" style="font-family:Aptos">` + paragraphs(w.Text, "<div>", "</div>", "<br>") + `</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">` +
		html.EscapeString(strings.Join(head, " ")) + `</div>` + w.original("<p>", "</p>")
	w.both(w.Text+"\n________________________________\n"+strings.Join(head, "\n")+"\n\n"+w.Original+"\n", w.page(page))
}

func appleMail(w *writer) {
	w.subject("Re:")
	text := w.Text + "\n\n> " + w.attribution() + "\n> \n" + quoted(w.Original) + "\n"
	page := paragraphs(w.Text, "<div>", "</div>", "<br>") + `<div><br><blockquote type="cite"><div>` + html.EscapeString(w.attribution()) + `</div><br class="Apple-interchange-newline">` + w.original("<div>", "</div>") + `</blockquote></div>`
	w.both(text, w.page(page))
}

func iPhone(w *writer) {
	w.subject("Re:")
	text := w.Text + "\n\n" + w.w.phone + "\n\n> " + w.attribution() + "\n> \n" + quoted(w.Original) + "\n"
	w.plain(text)
}

func thunderbird(w *writer) {
	w.subject("Re:")
	text := wrapped(w.Text) + "\n\n" + wrapped(w.attribution()) + "\n" + quoted(wrapped(w.Original)) + "\n\n-- \n" + w.FromName + "\nhttps://www.linkedin.com/in/someone\n"
	page := paragraphs(w.Text, "<p>", "</p>", "<br>") + `<div class="moz-cite-prefix">` + html.EscapeString(w.attribution()) + `<br></div><blockquote type="cite">` + w.original("<p>", "</p>") + `</blockquote><pre class="moz-signature" cols="72">-- ` + w.FromName + `</pre>`
	w.both(text, w.page(page))
}

func yahoo(w *writer) {
	w.subject("Re:")
	text := w.Text + "\n\n    " + w.attribution() + "\n\n" + " " + strings.ReplaceAll(w.Original, "\n", "\n ") + "\n"
	page := `<div class="ydpyahoo-style-wrap">` + paragraphs(w.Text, "<div>", "</div>", "<br>") + `</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>` + html.EscapeString(w.attribution()) + `</div>` + w.original("<div>", "</div>") + `</div>`
	w.both(text, w.page(page))
}

func proton(w *writer) {
	w.subject("Re:")
	signature := "Sent with [Proton Mail](https://proton.me/) secure email."
	text := w.Text + "\n\n" + signature + "\n\n" + w.attribution() + "\n\n" + quoted(w.Original) + "\n"
	page := paragraphs(w.Text, "<div>", "</div>", "<br>") + `<div class="protonmail_signature_block">` + signature + `</div><div class="protonmail_quote">` + html.EscapeString(w.attribution()) + `<br><blockquote class="protonmail_quote" type="cite">` + w.original("<p>", "</p>") + `</blockquote></div>`
	w.both(text, w.page(page))
}

func orange(w *writer) {
	w.subject("Re:")
	page := `<div>` + paragraphs(w.Text, "<p>", "</p>", "&nbsp;") + `</div><blockquote style="border-left: 1px #000080 solid; margin-left: 3px; padding-left: 5px;"><br>&gt; Message du ` + w.SentAt.Format("02/01/06 15:04") + `<br>&gt; De : ` + html.EscapeString(w.ToName+" <"+w.To+">") + `<br>&gt; Objet : ` + html.EscapeString(w.Subject) + `<br>` + w.original("<p>", "</p>") + `</blockquote>`
	text := w.Text + "\n\n\n> Message du " + w.SentAt.Format("02/01/06 15:04") + "\n> De : \"" + w.ToName + "\" <" + w.To + ">\n> A : " + w.From + "\n> Objet : " + w.Subject + "\n>\n" + quoted(w.Original) + "\n"
	w.both(text, w.page(page))
}

func bottomPosting(w *writer) {
	w.subject("Re:")
	w.plain(wrapped(w.attribution()) + "\n" + quoted(wrapped(w.Original)) + "\n\n" + wrapped(w.Text) + "\n")
}

func htmlOnly(w *writer) {
	w.subject("Re:")
	w.header("Content-Type", "text/html; charset=utf-8")
	w.header("Content-Transfer-Encoding", "base64")
	page := w.page(paragraphs(w.Text, "<div>", "</div>", "<br>") + `<br><blockquote>` + html.EscapeString(w.attribution()) + w.original("<p>", "</p>") + `</blockquote><p style="font-size:10px">` + html.EscapeString(w.w.disclaimer) + `</p>`)
	w.out.WriteString("\n" + encode64(page) + "\n")
}

func oldEncoding(w *writer) {
	w.subject(w.w.prefix)
	w.header("Content-Type", "text/plain; charset=windows-1252")
	w.header("Content-Transfer-Encoding", "8bit")
	w.out.WriteString("\n" + encode1252(wrapped(w.Text)+"\n\n"+w.w.original+"\n"+strings.Join(w.headBlock(), "\n")+"\n\n"+w.Original+"\n\n"+w.w.disclaimer+"\n"))
}

func noQuote(w *writer) {
	w.subject("Re:")
	w.plain(w.Text + "\n\n" + w.w.disclaimer + "\n")
}

func samsung(w *writer) {
	w.subject("Re:")
	text := w.Text + "\n\n\n" + w.w.samsung + "\n\n" + w.w.original + "\n" + strings.Join(w.headBlock(), "\n") + "\n\n" + w.Original + "\n"
	w.plain(text)
}
