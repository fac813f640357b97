package dress

import (
	"fmt"
	"time"
)

// words are what the programs of one language write around a reply.
type words struct {
	wrote                   func(date time.Time, name, address string) string
	from, sent, to, subject string
	prefix, phone, outlook  string
	original, samsung       string
	disclaimer              string
}

func wordsOf(language string) words {
	w, ok := languages()[language]
	if !ok {
		return languages()["en"]
	}
	return w
}

func languages() map[string]words {
	return map[string]words{
		"fr": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("Le lun. %s à %s, %s <%s> a écrit :", d.Format("2 janv. 2006"), d.Format("15:04"), n, a)
		}, "De", "Envoyé", "À", "Objet", "Re:", "Envoyé de mon iPhone", "Obtenir Outlook pour iOS<https://aka.ms/o0ukef>", "-------- Message d'origine --------", "Envoyé depuis mon appareil Galaxy",
			"Ce message et ses pièces jointes peuvent contenir des informations confidentielles et ne doivent pas être diffusés, exploités ou partagés sans autorisation."},
		"en": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("On %s at %s, %s <%s> wrote:", d.Format("Mon, Jan 2, 2006"), d.Format("3:04 PM"), n, a)
		}, "From", "Sent", "To", "Subject", "Re:", "Sent from my iPhone", "Get Outlook for Android<https://aka.ms/AAb9ysg>", "-------- Original message --------", "Sent from my Galaxy",
			"This email and any files transmitted with it are confidential and intended solely for the use of the individual to whom they are addressed. Please do not share or post it."},
		"de": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("Am %s um %s schrieb %s <%s>:", d.Format("02.01.2006"), d.Format("15:04"), n, a)
		}, "Von", "Gesendet", "An", "Betreff", "AW:", "Von meinem iPhone gesendet", "Outlook für iOS beschaffen<https://aka.ms/o0ukef>", "-------- Ursprüngliche Nachricht --------", "Von meinem Galaxy gesendet",
			"Diese E-Mail enthält vertrauliche Informationen und ist nur für den Adressaten bestimmt."},
		"es": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("El %s, %s <%s> escribió:", d.Format("2/1/2006 15:04"), n, a)
		}, "De", "Enviado", "Para", "Asunto", "RE:", "Enviado desde mi iPhone", "Obtener Outlook para iOS<https://aka.ms/o0ukef>", "-------- Mensaje original --------", "Enviado desde mi Galaxy",
			"Este mensaje es confidencial y está dirigido exclusivamente a su destinatario."},
		"it": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("Il giorno lun %s alle ore %s %s <%s> ha scritto:", d.Format("2 Jan 2006"), d.Format("15:04"), n, a)
		}, "Da", "Inviato", "A", "Oggetto", "R:", "Inviato da iPhone", "Scarica Outlook per iOS<https://aka.ms/o0ukef>", "-------- Messaggio originale --------", "Inviato dal mio Galaxy",
			"Questo messaggio è riservato e destinato esclusivamente al destinatario."},
		"nl": {func(d time.Time, n, a string) string {
			return fmt.Sprintf("Op ma %s om %s schreef %s <%s>:", d.Format("2 jan. 2006"), d.Format("15:04"), n, a)
		}, "Van", "Verzonden", "Aan", "Onderwerp", "Re:", "Verstuurd vanaf mijn iPhone", "Outlook voor iOS downloaden<https://aka.ms/o0ukef>", "-------- Oorspronkelijk bericht --------", "Verzonden vanaf mijn Galaxy",
			"Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde."},
	}
}
