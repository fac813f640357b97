# Italian. See README.md for the format.
@pp = condiviso condivisa condivisi pubblicato pubblicata postato postata messo messa girato caricato twittato ripostato repostato diffuso rilanciato inoltrato ripubblicato ricondiviso
@inf = condividere pubblicare postare mettere girare diffondere caricare ripostare farlo condividerlo pubblicarlo postarlo metterlo
@fut = condividerò pubblicherò posterò metterò farò girerò diffonderò condivido
@pres = condivido pubblico posto metto faccio giro diffondo carico
@net = linkedin facebook fb insta instagram twitter x threads bluesky mastodon tiktok youtube whatsapp xing telegram discord
@place = profilo bacheca pagina storia storie stories stato gruppo canale account feed @net
@when = domani stasera lunedì martedì mercoledì giovedì venerdì sabato domenica sera settimana dopo presto weekend pausa turno pranzo oggi pomeriggio prossima rientro ritorno dopodomani
[function]
io tu lui lei noi mi ti si ci vi lo la li le gli il i un una uno di del della dei a al alla in nel nella e o ma che non è sono ho ha hanno con per su sul mio mia miei questo questa questi più già anche ne da sì no
[rewrite]
nn = non
x = per
qste = queste
cmq = comunque
xché = perché
xke = perche
[done]
e condiviso|pubblicato
questo|questa sì
^ @pp|fatto
^ fatto|ok-fatto|ecco-fatto
l'|li|la|le|lo ho|abbiamo|ha ?già|appena|anche|subito @pp|fatto|messo|messa
ho|abbiamo|appena ?già|appena|subito|anche @pp !con
è|sono|già ?già|stato|stata|ora|online ?già @pp|online|fatto|su|uscito|visibile
appena|già|subito|poi @pp|fatto
@pp su|nel|sul|sulla|nelle|ieri|stamattina|oggi|stasera|in|domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato
messo|girato|pubblicato|postato|condiviso ?anche ** su|sul|nel|nelle|sulla|in ** @place|gruppo
ecco|eccolo|eccola|qui ?il|qui|il-mio ?mio|link post|link|qui|qua|mio
il mio post|link|tweet
post|pubblicazione su|fatto|online
statistiche|numeri|dati|risultati ?del|di|su ?mio|post
l'|li|lo ** nelle storie
ho|abbiamo fatto ?il|un post|condivisione|storia
condivisione fatta|effettuata
[notdone]
non ancora
non ?l'|ho|sono ho|riuscito|ancora|riuscita ?ancora|avuto @pp|fatto|tempo|riuscito
non ho|sono ?ancora avuto|potuto|riuscito ?tempo|modo
dimenticato|scordato|passato-di-mente
quasi fatto|pronto
ora|adesso|oggi no|non ?posso
non ora|adesso|subito
[promise]
settimana prossima
prossima settimana
manca solo
domani lo|la|pubblico|condivido
lo|la|l' condividerò|pubblicherò|posterò|metterò|farò|girerò|diffonderò
condividerò|pubblicherò|posterò|metterò|farò|girerò|diffonderò
lo|la|l' @pres ** @when|appena|quando|se|promesso|sicuro|senza
@pres ?io ** domani|stasera|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|settimana|weekend
appena|quando|se|non-appena|dopo ** lo|la @pres|faccio|condividerò|pubblicherò|posso|pubblico|condivido
programmato|programmata|pianificato|schedulato|bozza|bozze|coda|calendario
promesso|prometto
conto|penso|vorrei|cerco|provo|proverò ?di|a @inf
^ domani|stasera|dopo|presto|più-tardi ?sera|mattina $
più tardi|avanti
non ?me ne|lo dimentico
non ?mi ?sono dimenticat~|dimentico
ci penso ?io
aspetto|attendo|manca|serve ** foto|conferma|pubblicare|ok|approvazione|via
dammi|datemi|lasciami|lasciatemi ** fino|giorno|giorni
[refuse]
io salto|passo
non ?è adatto|adatta|opportuno
^ no|nope $
no grazie
^ no ?, grazie|questo|questa|mi|non|stavolta
questo|questa|stavolta|per ?volta|qui|ora no|passo|non|salto|lo ?no|passo|salto
per|questa questa|volta ?volta no|passo
preferisco|preferirei|meglio ?di ?non condividerlo|pubblicarlo|condividere|pubblicare|no|evitare|farlo|esporm~
preferisco|preferirei non|evitare|di-no
non ?lo|la|me|voglio|intendo|posso|vorrei|mi ?la|sento|va ?di|lo condivido|pubblico|@inf|faccio|faccio-girare|metto|posto|condividerò|pubblicherò|farò
non ?mi|è|fa|fa ?per|mi|il|va convince|interessa|piace|sento|va|rappresenta|mio|me ?genere|caso
non fa per
passo ?questo|stavolta|il
no|neanche|manco per|morto ?sogno|idea
troppo politico|commerciale|aziendale|personale
salto questo|questa|il
lasciamo|lascio perdere|stare
[noshare]
non lo|la condivido|pubblico|posto|metto
non ?lo|la|pubblico|condivido|uso|ho|sono|metto|posto|intendo|mi ?va|di|lo|sui|sono ?sui|niente|nulla|cose|pubblicare|condividere|social|nessun|pubblico|online
non|niente|nessuna|senza ?ho ?pubblico|condivido|pubblicare|condividere|condivisione|condivisioni|social|posto|post|pubblicarlo|condividerlo
preferisco|preferirei ?non ?di pubblicare|condividere|leggere|restare
non pubblico|condivido|posto|metto
lo|me ?lo tengo ?per
[read]
letto|letta|letti
^ letto
l'|ho|appena ho|letto|letta
interessante|utile|istruttivo|chiaro
molto|davvero|bel|bella|buon|ottimo interessante|utile|articolo|lettura|chiaro|pezzo|spunti
con interesse|piacere
imparato|servito|stampato|salvato|appreso
mi ha|è|sarà|servirà servito|aiutato|utile|chiarito|piaciuto
[leave]
toglietemi|togliermi|toglimi|cancellatemi|cancellarmi|cancellami|rimuovetemi|rimuovermi|rimuovimi|eliminatemi|eliminarmi|depennatemi|disiscrivetemi|disiscrivermi|escludetemi|disiscriv~|disiscriz~|cancellazione
togliere|cancellare|rimuovere|eliminare|cancellate|rimuovete|togliete|eliminate il|i|la|mio|miei ?mio|mia|miei nome|indirizzo|dati|mail|nominativo
non ?voglio|intendo|desidero|vorrei più ?ricevere|partecipare|farne|essere
non voglio|intendo|desidero|vorrei|partecipo|voglio-più ** più|proseguire|continuare|partecipare|ricevere|+
voglio|vorrei|desidero|preferisco|intendo|ho-deciso ?di uscire|lasciare|abbandonare|ritirarmi|cancellarmi|smettere|recedere|dimettermi
esco|lascio|abbandono|mi-ritiro ?dal|il|la|l' programma|gruppo|lista|azienda|iniziativa
mi ritiro|dimetto|cancello|tolgo|tiro ?dal|fuori|dalla|indietro
revoco|ritiro ** consenso|adesione
è|era|questo l' ultimo|ultima
ultimo|ultima ?post|condivisione|volta ** toglietemi|cancellatemi|basta
mai più
definitivamente
per sempre
vado in pensione
stufo|stufa|stanco|stanca di
non|niente ?scrivetemi|mandatemi|contattatemi|più ?più mail|email|messaggi|scrivetemi|mandatemi|contattatemi ?!fino
gdpr
[stop]
^ stop|basta ?!con $
^ stop
basta ?con|mail|così $
non|smettete|smettetela|smetti|basta|fermate|sospendete|stop ?mi|di|con ?mandatemi|inviatemi|scrivetemi|mandate|inviate|scrivete|mandarmi|inviarmi|scrivermi|mail|messaggi|invii|niente|contattatemi|proponetemi
niente|nessuna|nessun ?più mail|email|messaggi|proposte|invii|proposta
non mandatemi|inviatemi|scrivetemi ?nulla|niente|più
[stay]
non|mica ?è|voglio|me|mi|sto ?una|ne|voglio cancellazione|addio|esco|uscire|vado|cancellarmi|lasciando
continuate|continua|mandate|mandatemi ?a|pure|ancora
prossima|prossimo volta|giro
la|il scorsa|scorso settimana|mese
[pause]
niente|nessuna mail|email|proposte ** riprendo|settembre|fino
ad|in agosto|luglio ** niente|nessun
maternità|ferie ** fino
pausa|sospendere|sospendete|sospensione|sospendetemi|sospendermi|stand ?- ?by ** fino|mese|mesi|settimana|settimane|per|di|un|due|tre|grazie
^ pausa
in|una|di|mettetemi ?in pausa !caffè|pranzo
mettetemi|mettimi|mettermi in|un pausa|stand|attesa
maternità|ferie|malattia|congedo|aspettativa ** fino|non|niente
fino ** niente|non|nulla|nessun ?mail|mandatemi|scrivetemi
dopo|poi ** riprendo|volentieri|ricomincio|ci-sono
riprendo|ricomincio|riprendiamo|risentiamoci|torno ** a|da|dopo|in|dal|il
[until]
fino ?a|al|alla|all'|ai
fino
un|una|due|tre|quattro|2|3|4|6|qualche mese|mesi|settimana|settimane|giorni
durante|per ?le|il|la|l' vacanze|ferie|estate|agosto|vendemmia|esami|maternità
ad agosto|luglio
temporaneamente|momento
[resume]
dopo|poi|da|dal ?volentieri|si|riprendo|gennaio|settembre|marzo|va riprendo|riprendiamo|volentieri|ricomincio|bene|torno
riprendo|ricomincio|torno
[ask]
^ chi|cosa|come|quando|dove|quale|quanto|perché|che|quali
posso|potete|puoi|devo|sapete|bisogna
link|pagina|foto|immagine|allegato|articolo|pulsante|video ** non|errore|404|manca|rotto
non ?c'|vedo|trovo|funziona|si|riesco ** link|foto|immagine|allegato|apre|funziona|aprire|pulsante
vorrei|volevo|domanda|chiedo sapere|chiedere|capire
[suggest]
propongo|suggerisco|suggerimento|proposta|idea|segnalo|consiglio|suggerire|proporre|segnalare
perché non
potreste|potremmo|dovreste|dovremmo|sarebbe|perché|bisognerebbe ?bello|anche|interessante|da ** @inf|fate|parlare|girare|proporre|articolo|video|intervista|condividere
merita|meriterebbe|vale
per la|il prossima|prossimo
da proporre|girare|condividere|diffondere
ho visto|letto|trovato ** interessare|condividere|girare|programma
[withdrawn]
tolto|cancellato|rimosso|eliminato|levato|tirato
[again]
rimesso|ripubblicato|ripostato|di-nuovo
di nuovo
[staydown]
non ?lo|la rimetto|ripubblico|rimetterò|ripubblicherò|rimettere
resta|rimane|lascio|rimarrà ?così|cancellato|giù|via
[void]
condivido|condividiamo|condividere|condivise|condiviso ?pienamente|in|tutto|la|il|non|appieno|il-tuo ?per|il|la|tua|tuo|vostra|suo ?niente|tuo|tua ?tono|opinione|parere|pensiero|idea|visione|analisi|punto|entusiasmo|preoccupazione|scelta|ufficio|stanza|macchina|parcheggio
condividiamo|condivido|condividere ?la|il|lo|l' stanza|ufficio|macchina|auto|tavolo|parcheggio|scrivania|furgone
ho|abbiamo condiviso|girato|inoltrato ?la|il|tua|tuo ** con|al|alla ?il|la|mio|mia capo|responsabile|ufficio|direttore|legale|collega
avrei|avremmo ** condiviso|pubblicato
l'|lo avevo ** pubblicato|condiviso|messo
fatto tardi|caldo|freddo
[unsure]
cioè no
quello era l' altro
boh
non ?mi ricordo|so ?più ?se
o|oppure forse no
[thanks]
grazie
ok

[whynot]
perché non
potreste|potremmo|dovreste condividere|girare|pubblicare|parlare|proporre|fare
