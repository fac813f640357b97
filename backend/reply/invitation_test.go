package reply

import "testing"

func TestAPlainYesToAnInvitationJoins(t *testing.T) {
	for _, text := range []string{
		"Oui, volontiers, je participe.", "Oui, volontiers, je participe.\nÉlodie", "Oui avec plaisir", "oui ok pour moi", "Je participe, merci !",
		"Yes please, count me in!", "Ja, gerne!", "Claro, me apunto.", "Volentieri, partecipo.", "Ja graag, ik doe mee.",
		"Happy to join.", "Happy to join, thanks!", "Volontiers, merci !\nKarim", "Gern, danke.",
	} {
		m, err := Understand(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := asInvitation(text, m); got.State != Accepted || !got.Sure {
			t.Errorf("%q: %s, sure %v, %v", text, got.State, got.Sure, got.Doubts)
		}
	}
}

func TestNoRefusalIsReadIntoHalfAYesOrAQuestion(t *testing.T) {
	for _, text := range []string{
		"Pourquoi pas, mais est-ce que c'est obligatoire ?", "Why not!", "Warum nicht", "Pas sûre, c'est quoi exactement ?",
	} {
		m, _ := Understand(text, "")
		if got := asInvitation(text, m); got.State == Refused && got.Sure {
			t.Errorf("%q is recorded as a refusal", text)
		}
	}
}

func TestWhatIsNoYesToAnInvitationJoinsNobody(t *testing.T) {
	for _, text := range []string{
		"Non merci.", "No thanks.", "Nein, lieber nicht.", "Qui pourra lire mes réponses ?", "Who can read my answers?", "Je vous réponds la semaine prochaine.", "Happy to, but only once I am back in May.", "",
	} {
		m, err := Understand(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := asInvitation(text, m); got.State == Accepted {
			t.Errorf("%q joined", text)
		}
	}
}
