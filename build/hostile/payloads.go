// Package hostile makes what somebody would write who wants a script to run in the window: the families of the published
// filter-evasion lists, each in many spellings. It serves tests alone.
package hostile

import (
	"fmt"
	"strings"
)

// Code is the script of every payload; Canary is the bound method that it would call, which nothing else in a test does.
const (
	Canary = "SetBackupPassphrase"
	Code   = "canary()"
)

// events are handlers that run without a click, or with one.
var events = strings.Fields(`onabort onactivate onafterprint onanimationend onanimationiteration onanimationstart onauxclick onbeforecopy
	onbeforecut onbeforeinput onbeforematch onbeforepaste onbeforeprint onbeforetoggle onbeforeunload onblur onbounce oncancel oncanplay
	oncanplaythrough onchange onclick onclose oncontextmenu oncontentvisibilityautostatechange oncopy oncuechange oncut ondblclick ondrag ondragend
	ondragenter ondragleave ondragover ondragstart ondrop ondurationchange onemptied onend onended onerror onfilterchange onfinish onfocus
	onfocusin onfocusout onformdata onfullscreenchange ongotpointercapture onhashchange oninput oninvalid onkeydown onkeypress onkeyup onload
	onloadeddata onloadedmetadata onloadend onloadstart onlostpointercapture onmessage onmousedown onmouseenter onmouseleave onmousemove
	onmouseout onmouseover onmouseup onmousewheel onpagehide onpageshow onpaste onpause onplay onplaying onpointercancel onpointerdown
	onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerrawupdate onpointerup onpopstate onprogress
	onpropertychange onratechange onreadystatechange onrepeat onreset onresize onscroll onscrollend onscrollsnapchange onsearch
	onseeked onseeking onselect onselectionchange onselectstart onshow onstalled onstart onstorage onsubmit onsuspend ontimeupdate
	ontoggle ontouchcancel ontouchend ontouchmove ontouchstart ontransitioncancel ontransitionend ontransitionrun ontransitionstart
	onunhandledrejection onunload onvolumechange onwaiting onwebkitanimationend onwheel`)

// carriers are elements to which a handler clings; %s stands for the handler with its value.
var carriers = []string{
	"<img src=x %s>", "<svg %s>", "<svg><animate attributeName=x dur=1s %s>", "<body %s>", "<div style=animation-name:x %s>x</div>",
	"<a href=# tabindex=1 autofocus %s>x</a>", "<input autofocus %s>", "<details open %s><summary>x</summary></details>",
	"<video src=x %s></video>", "<audio src=x controls %s></audio>", "<video><source src=x %s></video>", "<marquee %s>x</marquee>",
	"<iframe src=about:blank %s></iframe>", "<object data=x %s></object>", "<select autofocus %s><option>x</select>", "<textarea autofocus %s>x</textarea>",
	"<p contenteditable %s>x</p>", "<xss tabindex=1 id=x %s>x</xss>", "<math><mi %s>x</mi></math>", "<button popovertarget=x %s>x</button>",
}

// spellings write one handler in ways that have got past filters.
var spellings = []string{
	`%s=` + Code, `%s="` + Code + `"`, `%s='` + Code + `'`, "%s=`" + Code + "`", "%s\t=\n" + Code, "/%s=" + Code + "//", "\"%s=" + Code,
	"%s=\"&#99;&#97;nary&lpar;&rpar;\"", "%s=\"\\u0063anary()\"", "\x00%s=" + Code, "%s\x0b=" + Code, "x=\">\" %s=" + Code,
}

// links are addresses that would run as a script.
var links = []string{
	"javascript:" + Code, "JaVaScRiPt:" + Code, " javascript:" + Code, "\x01javascript:" + Code, "java\tscript:" + Code, "java\nscript:" + Code,
	"java\x00script:" + Code, "javascript\t:" + Code, "&#106;avascript:" + Code, "&#x6A;avascript:" + Code, "&#0000106avascript:" + Code,
	"jav&#x09;ascript:" + Code, "jav&#x0A;ascript:" + Code, "javascript&colon;" + Code, "javascript&#58;" + Code, "java&Tab;script:" + Code,
	"java&NewLine;script:" + Code, "%6a%61vascript:" + Code, "javascript://%0a" + Code, "javascript:/*--></title></style>*/" + Code,
	"vbscript:msgbox(1)", "livescript:" + Code, "mocha:" + Code, "data:text/html,<script>" + Code + "</script>",
	"data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=" + Code + " xmlns='http://www.w3.org/2000/svg'/>",
	"feed:javascript:" + Code, "view-source:javascript:" + Code, "jar:javascript:" + Code, "blob:null/x", "filesystem:x", "file:///etc/passwd",
	"about:blank#" + Code, "ｊａｖａｓｃｒｉｐｔ:" + Code, "\u2028javascript:" + Code, "\ufeffjavascript:" + Code, "http://x\"onmouseover=" + Code + "//",
	"https://x'/**/onload='" + Code, "//canary.invalid/x.js", `\\canary.invalid\x.js`, "wails://wails/x", "wails.localhost/x",
}

// linked are the places of an address; %s stands for it.
var linked = []string{
	`<a href="%s">x</a>`, `<a href='%s'>x</a>`, "<a href=%s>x</a>", "<a href=`%s`>x</a>", `<img src="%s">`, `<img srcset="%s 1x">`, `<img lowsrc="%s">`, `<img dynsrc="%s">`,
	`<iframe src="%s"></iframe>`, `<embed src="%s">`, `<object data="%s"></object>`, `<form action="%s"><button>x</button></form>`,
	`<form><button formaction="%s">x</button></form>`, `<input type=image src="%s">`, `<link rel=stylesheet href="%s">`, `<link rel=import href="%s">`,
	`<base href="%s">`, `<meta http-equiv=refresh content="0;url=%s">`, `<body background="%s">`, `<table background="%s"><td background="%s">`,
	`<svg><a xlink:href="%s"><text y=9>x</text></a></svg>`, `<svg><image href="%s"/></svg>`, `<svg><use href="%s"/></svg>`, `<svg><script href="%s"></script></svg>`,
	`<svg><a><animate attributeName=href values="%s"/><text y=9>x</text></a></svg>`, `<math href="%s">x</math>`, `<math><maction actiontype=statusline xlink:href="%s">x</maction></math>`,
	`<script src="%s"></script>`, `<video poster="%s"></video>`, `<audio src="%s"></audio>`, `<source src="%s">`, `<track src="%s">`, `<frameset><frame src="%s"></frameset>`,
	`<bgsound src="%s">`, `<layer src="%s"></layer>`, `<applet code="%s"></applet>`, `<div style="background:url(%s)">x</div>`, `<style>@import '%s';</style>`,
	`<style>li{list-style-image:url(%s)}</style><ul><li>x</ul>`, `<blockquote cite="%s">x</blockquote>`, `<q cite="%s">x</q>`, `<area href="%s">`, `<portal src="%s"></portal>`,
}

// whole are payloads that stand for themselves: broken markup, foreign content, mutations, other encodings.
var whole = []string{
	"<script>" + Code + "</script>", "<SCRIPT>" + Code + "</SCRIPT>", "<script >" + Code + "</script >", "<script\x20type=text/javascript>" + Code + "</script>",
	"<script/x>" + Code + "</script>", "<script\n>" + Code + "</script\n>", "<scr<script>ipt>" + Code + "</scr</script>ipt>", "<<script>" + Code + "//<</script>",
	"<scr\x00ipt>" + Code + "</scr\x00ipt>", "<script>" + Code, "<script>" + Code + "<!--", "\"><script>" + Code + "</script>", "'><script>" + Code + "</script>",
	"</title><script>" + Code + "</script>", "</textarea><script>" + Code + "</script>", "</style><script>" + Code + "</script>", "--><script>" + Code + "</script>",
	"]]><script>" + Code + "</script>", "<![CDATA[<script>" + Code + "</script>]]>", "<!--[if gte IE 4]><script>" + Code + "</script><![endif]-->", "<?xml version=\"1.0\"?><script>" + Code + "</script>",
	"<?import namespace=t><script>" + Code + "</script>", "<!ENTITY x \"<script>" + Code + "</script>\">", "<!--><img src=x onerror=" + Code + ">-->", "<!--!><img src=x onerror=" + Code + ">", "<!-- --!><img src=x onerror=" + Code + ">",
	"<comment><img src=\"</comment><img src=x onerror=" + Code + ">\">", "<noscript><p title=\"</noscript><img src=x onerror=" + Code + ">\">", "<noembed><img src=\"</noembed><img src=x onerror=" + Code + ">\">",
	"<noframes><p title=\"</noframes><img src=x onerror=" + Code + ">\">", "<xmp><p title=\"</xmp><img src=x onerror=" + Code + ">\">", "<plaintext><img src=x onerror=" + Code + ">", "<listing>&lt;img src=x onerror=" + Code + "&gt;</listing>",
	"<title><a title=\"</title><img src=x onerror=" + Code + ">\">", "<textarea><a title=\"</textarea><img src=x onerror=" + Code + ">\">", "<template><script>" + Code + "</script></template>", "<template shadowrootmode=open><script>" + Code + "</script></template>",
	"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=" + Code + "&gt;\">", "<math><mtext><table><mglyph><style><math href=javascript:" + Code + ">CLICK</math>",
	"<form><math><mtext></form><form><mglyph><style></math><img src onerror=" + Code + ">", "<svg></p><style><a id=\"</style><img src=1 onerror=" + Code + ">\">", "<svg><style><img src=x onerror=" + Code + "></style>",
	"<svg><title><style><img src=x onerror=" + Code + ">", "<svg><desc><script>" + Code + "</script>", "<svg><foreignObject><iframe srcdoc=\"<script>" + Code + "</script>\"></iframe></foreignObject></svg>", "<svg><script>" + Code + "</script></svg>",
	"<svg><script>&#99;anary()</script></svg>", "<svg><set attributeName=onmouseover to=" + Code + " />", "<svg><animate onbegin=" + Code + " attributeName=x dur=1s>", "<svg/onload=" + Code + "//", "<svg\x0conload\x0c=\x0c" + Code + "\x0c>",
	"<math><annotation-xml encoding=text/html><script>" + Code + "</script></annotation-xml></math>", "<mglyph><svg><mtext><style><path id=\"</style><img onerror=" + Code + " src>\">", "<select><style></select><img src=x onerror=" + Code + "></style>",
	"<table><td><script>" + Code + "</script>", "<img \"\"\"><script>" + Code + "</script>\">", "<img src=x:x onerror=" + Code + " ", "<img src='x' onerror='" + Code, "<img/src/onerror=" + Code + ">", "<img src=`x` onerror=" + Code + ">",
	"<IMG SRC=\"jav\nascript:" + Code + "\">", "<img src=x onerror\n=\n" + Code + ">", "<im\x00g src=x onerror=" + Code + ">", "<a\x0bhref=javascript:" + Code + ">x</a>", "<a href=\"javas\u00adcript:" + Code + "\">x</a>",
	"+ADw-script+AD4-" + Code + "+ADw-/script+AD4-", "\xc0\xbcscript\xc0\xbe" + Code + "\xc0\xbc/script\xc0\xbe", "＜script＞" + Code + "＜/script＞", "%3Cscript%3E" + Code + "%3C/script%3E", "&lt;script&gt;" + Code + "&lt;/script&gt;",
	"&amp;lt;script&amp;gt;" + Code + "&amp;lt;/script&amp;gt;", `\u003cscript\u003e` + Code + `\u003c/script\u003e`, `\x3cscript\x3e` + Code, "{{constructor.constructor('" + Code + "')()}}", "${" + Code + "}", "#{" + Code + "}", "{@html '<img src=x onerror=" + Code + ">'}",
	"<div style=\"width:expression(" + Code + ")\">x</div>", "<div style=\"behavior:url(#default#time2)\" onbegin=" + Code + ">x</div>", "<div style=\"-moz-binding:url(//canary.invalid/x.xml#x)\">x</div>", "<style>*{x:expression(" + Code + ")}</style>",
	"<style>@import '//canary.invalid/x.css';</style>", "<link rel=stylesheet href=//canary.invalid/x.css>", "<link rel=preload as=script href=//canary.invalid/x.js>", "<link rel=dns-prefetch href=//canary.invalid>", "<meta http-equiv=Content-Security-Policy content=\"script-src *\">",
	"<meta http-equiv=refresh content=\"0;javascript:" + Code + "\">", "<meta charset=utf-7>+ADw-script+AD4-" + Code, "<iframe srcdoc=\"&lt;script&gt;parent." + Code + "&lt;/script&gt;\"></iframe>", "<iframe srcdoc='<script>top." + Code + "</script>'>",
	"<object type=text/x-scriptlet data=//canary.invalid/x></object>", "<object data=\"data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==\"></object>", "<embed code=//canary.invalid/x.swf allowscriptaccess=always>", "<xml id=x><x><c><![CDATA[<img src=\"javas]]><![CDATA[cript:" + Code + "\">]]></c></x></xml>",
	"<form id=x></form><button form=x formaction=javascript:" + Code + ">x</button>", "<form id=test onforminput=" + Code + "><input></form>", "<input onfocus=" + Code + " autofocus>", "<isindex type=image src=1 onerror=" + Code + ">", "<keygen autofocus onfocus=" + Code + ">",
	"<a href=x id=attributes name=nodeName>x</a>", "<form><input name=attributes><input name=parentNode></form>", "<img name=body><img name=location><a id=go href=x>x</a>", "<a id=window></a><a id=runtime></a><img id=wails>", "<script type=module>" + Code + "</script>", "<script type=importmap>{}</script>",
	"<script src=//canary.invalid/x.js></script>", "<script>window.go.window.Data." + Canary + "('x')</script>", "<img src=x onerror=\"window.go.window.Data." + Canary + "('x')\">", "<svg onload=window.runtime.Quit()>", "<img src=x onerror=window.WailsInvoke('Q')>", "<a href=\"javascript:window.go.window.Data." + Canary + "('x')\">x</a>",
	"javascript:" + Code + "//'/\"/`/--></script></title></textarea></style></noscript></template><svg onload=" + Code + ">", "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=" + Code + " )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=" + Code + "//>\\x3e",
	"';" + Code + "//';" + Code + "//\";" + Code + "//--></SCRIPT>\">'><SCRIPT>" + Code + "</SCRIPT>", "\" autofocus onfocus=" + Code + " x=\"", "' autofocus onfocus=" + Code + " x='", "x\" onmouseover=\"" + Code, "\\\";" + Code + "//", "</script><script>" + Code + "</script>",
	"\u202e<script>" + Code + "</script>", "\x1b]0;canary\x07<script>" + Code + "</script>", "a\r\nX-Injected: 1\r\n\r\n<script>" + Code + "</script>", "\ufeff<script>" + Code + "</script>", "<ſcript>" + Code + "</ſcript>", "<scrİpt>" + Code + "</scrİpt>",
}

// Payloads gives every payload, always in the same order.
func Payloads() []string {
	all := append([]string{}, whole...)
	for i, event := range events {
		for j, carrier := range carriers {
			// Every event with every carrier, the spellings dealt out among them.
			spelling := spellings[(i+j*5)%len(spellings)]
			all = append(all, fmt.Sprintf(carrier, fmt.Sprintf(spelling, mixed(event, i+j))))
		}
	}
	for _, place := range linked {
		for _, link := range links {
			all = append(all, strings.ReplaceAll(place, "%s", link))
		}
	}
	return all
}

// mixed writes a name in mixed case every third time.
func mixed(name string, n int) string {
	if n%3 != 0 {
		return name
	}
	out := []byte(name)
	for i := n % 2; i < len(out); i += 2 {
		out[i] -= 'a' - 'A'
	}
	return string(out)
}
