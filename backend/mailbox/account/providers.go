package account

import (
	"strings"

	"relais/backend/mailbox/wire"
)

// Provider is a mail provider that is known without asking anybody.
type Provider struct {
	Name    string
	Domains []string // of addresses
	MX      []string // ends of the names of their mail exchangers
	IMAP    Server
	SMTP    Server
	Auth    Auth
	// AppPassword says that programs need a password of their own, and Help where to make it.
	AppPassword bool
	Help        string
	// LocalUser says that the user is the part before the @.
	LocalUser bool
	Limits    []RateLimit
}

func tls(host string, port int) Server { return Server{Host: host, Port: port, Security: wire.TLS} }
func starttls(host string, port int) Server {
	return Server{Host: host, Port: port, Security: wire.StartTLS}
}

// perMinute and kin keep a little below what the providers publish or are known to bear: to be locked out for a day
// costs more than to send more slowly. Where nothing is published, the default below holds.
func perMinute(n int) RateLimit { return RateLimit{n, 60} }
func perHour(n int) RateLimit   { return RateLimit{n, 3600} }
func perDay(n int) RateLimit    { return RateLimit{n, 86400} }

// DefaultLimits hold for providers that are not in the table.
func DefaultLimits() []RateLimit { return []RateLimit{perMinute(30), perHour(300)} }

// Providers is the table of common French and European providers, from their own help pages. It is data: a wrong line
// costs one correction in the account form.
func Providers() []Provider {
	return []Provider{
		{Name: "Google", Domains: []string{"gmail.com", "googlemail.com"}, MX: []string{"google.com", "googlemail.com"}, IMAP: tls("imap.gmail.com", 993), SMTP: tls("smtp.gmail.com", 465), AppPassword: true, Help: "https://myaccount.google.com/apppasswords", Limits: []RateLimit{perMinute(20), perDay(450)}},
		{Name: "Microsoft 365", Domains: []string{}, MX: []string{"mail.protection.outlook.com", "mx.microsoft"}, IMAP: tls("outlook.office365.com", 993), SMTP: starttls("smtp.office365.com", 587), Auth: Microsoft, Help: "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission", Limits: []RateLimit{perMinute(28), perDay(9000)}},
		{Name: "Outlook.com", Domains: []string{"outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es", "hotmail.co.uk", "live.com", "live.fr", "live.nl", "live.be", "live.it", "msn.com", "outlook.de", "outlook.es", "outlook.it", "outlook.be"}, MX: []string{"olc.protection.outlook.com"}, IMAP: tls("outlook.office365.com", 993), SMTP: starttls("smtp-mail.outlook.com", 587), Auth: Microsoft, Limits: []RateLimit{perMinute(20), perDay(280)}},
		{Name: "Yahoo", Domains: []string{"yahoo.com", "yahoo.fr", "yahoo.de", "yahoo.it", "yahoo.es", "yahoo.co.uk", "ymail.com", "rocketmail.com"}, MX: []string{"yahoodns.net"}, IMAP: tls("imap.mail.yahoo.com", 993), SMTP: tls("smtp.mail.yahoo.com", 465), AppPassword: true, Help: "https://login.yahoo.com/account/security", Limits: []RateLimit{perHour(90), perDay(450)}},
		{Name: "AOL", Domains: []string{"aol.com", "aol.fr", "aol.de"}, IMAP: tls("imap.aol.com", 993), SMTP: tls("smtp.aol.com", 465), AppPassword: true, Help: "https://login.aol.com/account/security", Limits: []RateLimit{perHour(90), perDay(450)}},
		{Name: "iCloud", Domains: []string{"icloud.com", "me.com", "mac.com"}, MX: []string{"mail.icloud.com"}, IMAP: tls("imap.mail.me.com", 993), SMTP: starttls("smtp.mail.me.com", 587), AppPassword: true, Help: "https://account.apple.com", Limits: []RateLimit{perDay(900)}},
		{Name: "Orange", Domains: []string{"orange.fr", "wanadoo.fr"}, MX: []string{"orange.fr"}, IMAP: tls("imap.orange.fr", 993), SMTP: tls("smtp.orange.fr", 465), Help: "https://assistance.orange.fr", Limits: []RateLimit{perHour(90)}},
		{Name: "Free", Domains: []string{"free.fr", "aliceadsl.fr", "libertysurf.fr", "online.fr", "worldonline.fr"}, MX: []string{"free.fr"}, IMAP: tls("imap.free.fr", 993), SMTP: tls("smtp.free.fr", 465), LocalUser: true, Help: "https://assistance.free.fr", Limits: []RateLimit{perHour(90)}},
		{Name: "SFR", Domains: []string{"sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr", "9online.fr"}, IMAP: tls("imap.sfr.fr", 993), SMTP: tls("smtp.sfr.fr", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Bouygues", Domains: []string{"bbox.fr"}, IMAP: tls("imap4.bbox.fr", 993), SMTP: starttls("smtp.bbox.fr", 587), Limits: []RateLimit{perHour(90)}},
		{Name: "La Poste", Domains: []string{"laposte.net"}, IMAP: tls("imap.laposte.net", 993), SMTP: tls("smtp.laposte.net", 465), LocalUser: true, Limits: []RateLimit{perHour(45), perDay(180)}},
		{Name: "OVHcloud", MX: []string{"mail.ovh.net", "ovh.net"}, IMAP: tls("ssl0.ovh.net", 993), SMTP: tls("ssl0.ovh.net", 465), Help: "https://help.ovhcloud.com", Limits: []RateLimit{perHour(180)}},
		{Name: "Gandi", MX: []string{"mail.gandi.net"}, IMAP: tls("mail.gandi.net", 993), SMTP: tls("mail.gandi.net", 465), Help: "https://docs.gandi.net", Limits: []RateLimit{perHour(180)}},
		{Name: "Infomaniak", Domains: []string{"ik.me", "ikmail.com", "etik.com"}, MX: []string{"infomaniak.ch", "infomaniak.com"}, IMAP: tls("mail.infomaniak.com", 993), SMTP: tls("mail.infomaniak.com", 465), AppPassword: true, Help: "https://manager.infomaniak.com", Limits: []RateLimit{perMinute(50), perDay(1400)}},
		{Name: "IONOS", Domains: []string{"online.de"}, MX: []string{"ionos.de", "ionos.com", "ionos.fr", "ionos.co.uk", "ionos.es", "kundenserver.de", "1and1.com", "1and1.fr"}, IMAP: tls("imap.ionos.com", 993), SMTP: tls("smtp.ionos.com", 465), Limits: []RateLimit{perHour(450)}},
		{Name: "GMX", Domains: []string{"gmx.de", "gmx.net", "gmx.at", "gmx.ch"}, MX: []string{"gmx.net"}, IMAP: tls("imap.gmx.net", 993), SMTP: tls("mail.gmx.net", 465), Help: "https://hilfe.gmx.net/pop-imap/einschalten.html", Limits: []RateLimit{perHour(90)}},
		{Name: "GMX", Domains: []string{"gmx.com", "gmx.fr", "gmx.es", "gmx.it", "gmx.co.uk"}, IMAP: tls("imap.gmx.com", 993), SMTP: tls("mail.gmx.com", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "WEB.DE", Domains: []string{"web.de"}, MX: []string{"web.de"}, IMAP: tls("imap.web.de", 993), SMTP: tls("smtp.web.de", 465), Help: "https://hilfe.web.de/pop-imap/einschalten.html", Limits: []RateLimit{perHour(90)}},
		{Name: "Telekom", Domains: []string{"t-online.de", "magenta.de"}, MX: []string{"t-online.de"}, IMAP: tls("secureimap.t-online.de", 993), SMTP: tls("securesmtp.t-online.de", 465), AppPassword: true, Help: "https://email.t-online.de", Limits: []RateLimit{perHour(90)}},
		{Name: "freenet", Domains: []string{"freenet.de"}, IMAP: tls("mx.freenet.de", 993), SMTP: tls("mx.freenet.de", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Proton Mail Bridge", Domains: []string{"proton.me", "protonmail.com", "pm.me", "protonmail.ch"}, MX: []string{"protonmail.ch"}, IMAP: starttls("127.0.0.1", 1143), SMTP: starttls("127.0.0.1", 1025), AppPassword: true, Help: "https://proton.me/mail/bridge", Limits: []RateLimit{perHour(140)}},
		{Name: "mailbox.org", Domains: []string{"mailbox.org"}, MX: []string{"mailbox.org"}, IMAP: tls("imap.mailbox.org", 993), SMTP: tls("smtp.mailbox.org", 465), Limits: []RateLimit{perHour(180)}},
		{Name: "Posteo", Domains: []string{"posteo.de", "posteo.net", "posteo.eu", "posteo.org"}, MX: []string{"posteo.de"}, IMAP: tls("posteo.de", 993), SMTP: tls("posteo.de", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Zoho", Domains: []string{"zoho.com", "zohomail.com"}, MX: []string{"zoho.com"}, IMAP: tls("imap.zoho.com", 993), SMTP: tls("smtp.zoho.com", 465), AppPassword: true, Help: "https://accounts.zoho.com/home#security/app_password", Limits: []RateLimit{perHour(45), perDay(250)}},
		{Name: "Zoho", Domains: []string{"zoho.eu", "zohomail.eu"}, MX: []string{"zoho.eu"}, IMAP: tls("imap.zoho.eu", 993), SMTP: tls("smtp.zoho.eu", 465), AppPassword: true, Help: "https://accounts.zoho.eu/home#security/app_password", Limits: []RateLimit{perHour(45), perDay(250)}},
		{Name: "Fastmail", Domains: []string{"fastmail.com", "fastmail.fm"}, MX: []string{"messagingengine.com"}, IMAP: tls("imap.fastmail.com", 993), SMTP: tls("smtp.fastmail.com", 465), AppPassword: true, Help: "https://app.fastmail.com/settings/security/apps", Limits: []RateLimit{perHour(280)}},
		{Name: "Aruba", Domains: []string{"aruba.it", "technet.it"}, MX: []string{"aruba.it"}, IMAP: tls("imaps.aruba.it", 993), SMTP: tls("smtps.aruba.it", 465), Limits: []RateLimit{perHour(220)}},
		{Name: "Libero", Domains: []string{"libero.it", "inwind.it", "iol.it", "blu.it", "giallo.it"}, IMAP: tls("imapmail.libero.it", 993), SMTP: tls("smtp.libero.it", 465), AppPassword: true, Help: "https://aiuto.libero.it", Limits: []RateLimit{perHour(90)}},
		{Name: "Virgilio", Domains: []string{"virgilio.it"}, IMAP: tls("in.virgilio.it", 993), SMTP: tls("out.virgilio.it", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Ziggo", Domains: []string{"ziggo.nl", "home.nl", "casema.nl", "upcmail.nl", "quicknet.nl"}, IMAP: tls("imap.ziggo.nl", 993), SMTP: starttls("smtp.ziggo.nl", 587), Limits: []RateLimit{perHour(90)}},
		{Name: "KPN", Domains: []string{"kpnmail.nl", "planet.nl", "hetnet.nl", "kpnplanet.nl"}, IMAP: tls("imap.kpnmail.nl", 993), SMTP: starttls("smtp.kpnmail.nl", 587), Limits: []RateLimit{perHour(90)}},
		{Name: "XS4ALL", Domains: []string{"xs4all.nl"}, IMAP: tls("imap.xs4all.nl", 993), SMTP: tls("smtp.xs4all.nl", 465)},
		{Name: "TransIP", MX: []string{"transip.email", "transip.nl"}, IMAP: tls("imap.transip.email", 993), SMTP: tls("smtp.transip.email", 465)},
		{Name: "Soverin", Domains: []string{"soverin.net"}, MX: []string{"soverin.net"}, IMAP: tls("imap.soverin.net", 993), SMTP: tls("smtp.soverin.net", 465)},
		{Name: "STRATO", MX: []string{"rzone.de"}, IMAP: tls("imap.strato.de", 993), SMTP: tls("smtp.strato.de", 465), Limits: []RateLimit{perHour(280)}},
		{Name: "Hostinger", MX: []string{"hostinger.com"}, IMAP: tls("imap.hostinger.com", 993), SMTP: tls("smtp.hostinger.com", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "o2switch", MX: []string{"o2switch.net"}, Limits: []RateLimit{perHour(180)}},
		{Name: "Mailo", Domains: []string{"mailo.com", "mailo.fr", "net-c.com", "net-c.fr", "netcourrier.com", "francemel.fr"}, MX: []string{"mailo.com", "net-c.com"}, IMAP: tls("mail.mailo.com", 993), SMTP: tls("mail.mailo.com", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Skynet", Domains: []string{"skynet.be", "proximus.be"}, IMAP: tls("imap.proximus.be", 993), SMTP: starttls("relay.proximus.be", 587), Limits: []RateLimit{perHour(90)}},
		{Name: "Telenet", Domains: []string{"telenet.be"}, IMAP: tls("imap.telenet.be", 993), SMTP: starttls("smtp.telenet.be", 587), Limits: []RateLimit{perHour(90)}},
		{Name: "VOO", Domains: []string{"voo.be"}, IMAP: tls("imap.voo.be", 993), SMTP: starttls("smtp.voo.be", 587)},
		{Name: "Bluewin", Domains: []string{"bluewin.ch"}, IMAP: tls("imaps.bluewin.ch", 993), SMTP: tls("smtpauths.bluewin.ch", 465), Limits: []RateLimit{perHour(90)}},
		{Name: "Movistar", Domains: []string{"telefonica.net", "movistar.es"}, IMAP: tls("imap.movistar.es", 993), SMTP: tls("smtp.movistar.es", 465)},
		{Name: "Seznam", Domains: []string{"seznam.cz", "email.cz"}, MX: []string{"seznam.cz"}, IMAP: tls("imap.seznam.cz", 993), SMTP: tls("smtp.seznam.cz", 465)},
		{Name: "WP", Domains: []string{"wp.pl", "o2.pl"}, IMAP: tls("imap.wp.pl", 993), SMTP: tls("smtp.wp.pl", 465)},
		{Name: "Migadu", MX: []string{"migadu.com"}, IMAP: tls("imap.migadu.com", 993), SMTP: tls("smtp.migadu.com", 465)},
		{Name: "BlueMind", MX: []string{"bluemind.net"}},
		{Name: "Runbox", Domains: []string{"runbox.com"}, MX: []string{"runbox.com"}, IMAP: tls("mail.runbox.com", 993), SMTP: tls("mail.runbox.com", 465)},
		{Name: "Tutanota", Domains: []string{"tutanota.com", "tuta.io", "tuta.com"}, MX: []string{"tutanota.de"}, Help: "no_imap"},
	}
}

// ByDomain finds the provider of an address' domain.
func ByDomain(domain string) (Provider, bool) {
	domain = strings.ToLower(domain)
	for _, p := range Providers() {
		for _, d := range p.Domains {
			if d == domain {
				return p, true
			}
		}
	}
	return Provider{}, false
}

// ByMX finds the provider whose mail exchanger a host is.
func ByMX(host string) (Provider, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	best, length := Provider{}, 0
	for _, p := range Providers() {
		for _, end := range p.MX {
			if (host == end || strings.HasSuffix(host, "."+end)) && len(end) > length {
				best, length = p, len(end)
			}
		}
	}
	return best, length > 0
}

// apply fills the servers of a provider into settings.
func (p Provider) apply(s *Settings) {
	s.Provider, s.IMAP, s.SMTP, s.Limits = p.Name, p.IMAP, p.SMTP, p.Limits
	if len(s.Limits) == 0 {
		s.Limits = DefaultLimits()
	}
	if s.Auth = p.Auth; s.Auth == "" {
		s.Auth = Password
	}
	if local, _, ok := strings.Cut(s.Address, "@"); ok && p.LocalUser {
		s.User = local
	}
}

// LimitsOf gives the limits of a provider by its name, or the default ones.
func LimitsOf(name string) []RateLimit {
	for _, p := range Providers() {
		if p.Name == name && len(p.Limits) > 0 {
			return p.Limits
		}
	}
	return DefaultLimits()
}
