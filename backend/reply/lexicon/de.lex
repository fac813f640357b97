# German. See README.md for the format.
@pp = geteilt gepostet veröffentlicht weiterverbreitet verbreitet reingestellt eingestellt hochgeladen gestellt gesetzt verlinkt weitergeleitet weitergegeben repostet gerepostet getwittert geskeetet getrötet reingesetzt online gebracht publiziert gezwitschert teilt postet weitergeteilt rausgehauen rausgeschickt rumgeschickt
@inf = teilen posten veröffentlichen weiterverbreiten verbreiten einstellen reinstellen hochladen stellen weitergeben reposten publizieren
@net = linkedin facebook fb insta instagram twitter x threads bluesky mastodon tiktok youtube whatsapp xing discord telegram slack
@place = profil seite story stories status gruppe feed kanal account wand netzwerk pinnwand chronik @net
@when = morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende abend nachher später woche bald nachmittag mittag gleich demnächst feierabend danach uhr rückkehr urlaub heut früh
@obj = es das den ihn sie dies diesen beitrag artikel ihn's s

[function]
ich du er sie es wir ihr mich dich mir dir uns euch der die das den dem des ein eine einen einem und oder aber ist sind war bin habe hab hat haben nicht kein keine zu für auf mit im in am an von vom bei so da dann doch mal nur auch schon noch wie was man sich wird werde werden kann will mein meine meinen meinem dies diese diesen diesem dieser hier nun also ja nein mehr alles alle

[rewrite]
habs = hab es
hab's = hab es
hob = habe
han = habe
i = ich
scho = schon
gmacht = gemacht
isch = ist
uf = auf
nich = nicht
net = nicht
nit = nicht
ned = nicht
nix = nichts
mach's = mache es
machs = mache es
wirds = wird es
ists = ist es
gehts = geht es
is = ist
grad = gerade
nochmal = nochmal
teil = teile
poste = poste
bidde = bitte
kp = keine ahnung
we = wochenende
wolln = wollen
nid = nicht
nöd = nicht
nöt = nicht
nitt = nicht
nimmer = nicht mehr
nimma = nicht mehr
nimmi = nicht mehr
nümm = nicht mehr
nümme = nicht mehr
nüme = nicht mehr
nümmi = nicht mehr
nemme = nicht mehr
nemmer = nicht mehr
nüt = nichts
nüüt = nichts
niks = nichts
nischt = nichts
koi = kein
kei = kein
kai = kein
koa = kein
koane = keine
koan = keinen
ig = ich
ick = ich
ik = ich
mia = wir
d'r = der
dä = der
dr = der
ds = das
hani = habe ich
hanis = habe ich es
hän = haben
hei = haben
händ = haben
hend = haben
hamma = haben wir
hams = haben sie
isch's = ist es
ischs = ist es
sinn = sind
bi = bin
uff = auf
ufem = auf dem
ufm = auf dem
uffm = auf dem
vo = von
üs = uns
ghört = gehört
glese = gelesen
gläse = gelesen
glesn = gelesen
g'lesn = gelesen
gelese = gelesen
durchgläse = durchgelesen
teilt = geteilt
deilt = geteilt
gedeelt = geteilt
doilt = geteilt
poschtet = gepostet
gposchtet = gepostet
gepostnt = gepostet
gstellt = gestellt
ghänkt = gehängt
igstellt = eingestellt
inegstellt = reingestellt
eigstellt = eingestellt
ufgschaltet = aufgeschaltet
ufegstellt = raufgestellt
neigstellt = reingestellt
gmocht = gemacht
gemach = gemacht
gjmacht = gemacht
erlediget = erledigt
erledigd = erledigt
gschickt = geschickt
gsehn = gesehen
gseh = gesehen
gsee = gesehen
dussa = draußen
dusse = draußen
duss = draußen
dosse = draußen
drauß = draußen
heraussn = draußen
dinn = drin
dinne = drin
drinne = drin
drinn = drin
obe = oben
jo = ja
jau = ja
nei = nein
naa = nein
nee = nein
nö = nein
noi = nein
doil = teile
dail = teile
poschte = poste
poscht = poste
mach = mache
moch = mache
moch's = mache es
tuen = tue
dua = tue
hüt = heute
heit = heute
morn = morgen
moing = morgen
moagn = morgen
morga = morgen
überemorn = übermorgen
geschter = gestern
geschtern = gestern
gestan = gestern
gesdern = gestern
spöter = später
speter = später
schpöter = später
schpeter = später
dänn = dann
nochher = nachher
nacher = nachher
nachm = nach dem
glei = gleich
gli = bald
sunscht = sonst
wenni = wenn ich
wänn = wenn
wemmer = wenn wir
wella = wollen
wott = will
wui = will
wüll = will
mog = mag
möcht = möchte
mecht = möchte
chan = kann
cha = kann
kô = kann
chöi = können
müest = müsste
mues = muss
muas = muss
muess = muss
dörf = darf
abmälde = abmelden
abmelda = abmelden
usträge = austragen
mitmache = mitmachen
mitdoa = mitmachen
mitmochn = mitmachen
ufhöre = aufhören
aufhean = aufhören
gäge = gegen
öppis = etwas
ebbes = etwas
wos = was
nume = nur
numme = nur
zvill = zuviel
z'spaat = zu spät
amol = einmal
emol = einmal
wiada = wieder
wieda = wieder
wider = wieder
lueg = schaue
luege = schauen
gfallt = gefällt
gfällt = gefällt
gfoit = gefällt
guat = gut
guet = gut
merssi = danke
marci = danke

[done]
jetzt|nun ?aber|also|auch draußen|online|raus|drin
doch|noch|trotzdem|dennoch gepostet|geteilt
und|gefunden geteilt|gepostet
in|auf|seit meiner|meinem ?insta|linkedin ** story|storys|stories|profil|status
weitergeleitet an ** kontakte|follower
^ geteilt|gepostet|veröffentlicht|repostet|getwittert|geskeetet|getrötet|verbreitet|weiterverbreitet|erledigt|gemacht|reingestellt|eingestellt|online|hochgeladen|publiziert|getan|passiert|weitergegeben
^ fertig|vollbracht $
habe|hab|haben|hat|ist|sind|wurde|wird|hatten ** @pp !?oder
habe|hab|haben|ist ?ich ?es|das|den|ihn|schon|bereits|gerade|eben|gestern|heute|auch ?schon|bereits|gerade|eben|längst|alles gemacht|erledigt|getan|raus|online|draußen
ist|sind|jetzt|schon|bereits|steht|stehen|geht|ging|läuft ?seit|jetzt|schon|bereits|nun|auch|gestern|heute ?schon|gestern|heute|wieder online|raus|draußen|live|drin|veröffentlicht|öffentlich|geteilt|erledigt
steht|stehen|ist|läuft|ging|liegt ?jetzt|nun|schon|seit|bereits|wieder|gestern|heute|auch|also ?gestern|heute|montag|abend|früh|kurzem|eben|vorhin|letzter ?abend|früh|mittag|woche auf|bei|in|über|im ?meinem|meiner|mein|dem ?profil|@place
bei|auf|in|über|im|via ?mein|meinem|meiner|dem ?@net ?und|sowie ** @pp|drin|online|raus|reingestellt|gepostet|eingestellt
^ bei|auf|in|im|nur|in-die|über ** @pp|drin|online|gestellt
nur auf|bei @net
@pp|geteilt auf|bei|in|über|am|gestern|heute|vorhin|soeben|gerade|im|eben|wie|hier
schon|bereits|längst|gerade|soeben|eben|gestern|heute|vorhin|endlich|auch|wieder ** @pp|erledigt|passiert|gemacht
hier|anbei|das ?ist ?ist|mein|der|meine|noch ?der beitrag|post|link|beitrag|repost
^ hier mein|der|ist
mein|meinem|meiner ?linkedin|xing|facebook|- ?- beitrag|post|posting|repost|tweet ?hat|auf|steht|ist|kommt|bekam|erreichte|:|vom
stand heute|jetzt|bisher
zwischenstand|zahlen|statistik|bilanz ?zu|von|für|meines|meinem|vom
@net bisher|bislang|aktuell
nach ** tagen|woche|wochen auf|bei @net
einmal hier
weitererzählt
ins|in|auf|an|bei ** gestellt|gesetzt|gepackt|geschmissen|geworfen|geschickt|gehängt|geladen
trotzdem|dennoch|dann ** weiterverbreitet|geteilt|gepostet|weitergegeben
der neue|zweite|korrigierte ** steht|online|auf
wunsch|auftrag|mission ** erledigt|erfüllt|ausgeführt

[notdone]
noch nicht|keine|nie ?dazu|geschafft|zeit|gekommen
nicht|nie|kein|keine ?dazu|zeit|mehr|geschafft geteilt|gepostet|gemacht|geschafft|gekommen|erledigt
bin ** erledigt
so gut wie
fast|beinahe|halb geteilt|gepostet|erledigt|fertig|geschafft|so
fehlt|fehlen ?mir|nur|noch|uns ?nur|noch ?noch
keine zeit
kam|komme|kamen ** nicht ?dazu
bisher nicht
vergessen
entwurf|entwürfe

[promise]
danach|dann sofort|gleich|gerne
bin bis ** auf|im|in ** danach|dann
danach|dann|morgen ** teile|poste|stelle|mache
teile ?ich den|das|es|ihn ?beitrag|artikel morgen|heute|nachher|später|gleich|am
morgen ist|steht|kommt es|er ?wieder
teile|poste|mache|stelle|veröffentliche|setze|erledige|bringe|kümmere|hole|packe|lade|reposte|verbreite|schaffe ?ich|wir|mich ?es|das|den|ihn|ihr|euren|dies|drum|beitrag|artikel|mich|die ?beitrag|artikel|dann|aber|gleich|darum|drum|meldung|anzeige ** @when|sobald|wenn|dann|rein|nach|hoch|sofort
ich|wir teile|poste|mache|stelle|veröffentliche|setze|erledige|bringe|kümmere|hole|packe|reposte ** @when|sobald|wenn|nach|darum|drum|nach-dem|hoch|rein|sofort
werde|wird|werden|will|möchte|kann|wollte|würde|hole|versuche ?ich|es|ihn|das|den|wir ** @inf|tun|machen|erledigen|nachholen|kümmern|online|nachreichen|geteilt|gepostet ?!nicht
sobald|wenn|falls|bevor|erst|nachdem|solange ** teile|poste|stelle|mache|geht|kommt|veröffentliche|freigabe|teil|setze|raus|dann|@inf
mache|mach|poste|teile ?ich ?es|das|heute|morgen|gleich|am|noch|sofort|später|nachher ** @when|sofort
eingeplant|geplant|terminiert|vorgemerkt|notiert|vorbereitet|getaktet|programmiert|zeitgesteuert
liegt|ist|steht|habe ** entwurf|warteschlange|liste|zettel|planung|to-do|plan
auf|in meiner|der ?to liste|- ?do|warteschlange|planung|to-do
vergesse|vergess|vergessen ?ich|es|ihn|hab|habe ?ich ?es nicht
nicht vergessen
versprochen|versprech|verspreche
folgt|kommt|geht|gibt ?es ?noch|dann|morgen|heute|bald|am|gleich|nächste ** @when
^ morgen|später|nachher|bald|nächste|kommende|heute|übermorgen ?früh|abend|woche|bestimmt|nach|dann ?feierabend|bestimmt|versprochen $
heute abend|nachmittag|mittag|noch !geteilt|gepostet
warte ?ich|noch|nur|auf|bis ?noch ?auf
noch auf ** warte~
gebt|gib mir noch|bis|ein|zwei
nächste|kommende|diese|anfang|ende woche|woche-dann
stelle|setze|lade ?es|ihn|ich ?am|heute|morgen|dann|wieder ** rein|ein|hoch|online
gerne ?aber|, aber|erst|sobald|wenn|nach ** erst|nach|sobald|wenn|dann
reiche|hole ** nach
kümmere|kümmer ?ich ?mich

[refuse]
hätte|hätten|würde ** geteilt|gepostet|teilen ** wenn
sicher|bestimmt|ganz nicht|nein
fühle|fühl ** nicht wohl
diesen|den hier nicht
klar|träumt ** nicht
mache|mach ** werbung
^ nein|nö|nee|ne|nope|nein-danke $
^ nein|nö|nee danke|diesmal|das|den|, ?danke|leider|nicht|lieber|den|das|bitte
nein danke
diesen|dieser|diesem|den|das|dies|diesmal|dieses|die|diesmal-leider|hier ?mal|hier|beitrag|artikel|einen|post ?bitte|leider|lieber|möchte|teile|poste|will|werde ?ich|hier ?lieber|leider|aber nicht|aus|nein|ohne ?!nur
diesmal nicht|leider|ohne|lieber|passe|nein|setze
lieber nicht
nicht|nix ?für|mein|meine|so|ganz|wirklich|das|mehr mich|ding|thema|fall|richtige|meins|gebiet|bereich|welt|geschmack|diesmal|passend
möchte|will|werde|kann|mag|würde|darf|teile|poste|verbreite|stelle|bewerbe ?ich ?ihn|es|das|den|diesen|dies|die|nicht|so|hier|da|leider|lieber|deshalb|daher ?beitrag|artikel|hier|lieber|deshalb|auch|stelle|anzeige ** nicht|keine|keinen|kein ?!mehr
passe|lasse|lass|verzichte|setze|überspringe|sparen|spare ?ich|da|diesmal|hier|den|mir|bei|das ?diesmal|lieber|den|hier|mir|diesem ** aus|passe|darauf|drauf|weg|bleiben|runter|sein
passe ?ich|da|hier|diesmal
setze ?ich|diesmal ?diesmal|mal aus
da|bei|hier|diesem ?bin|passe|diesmal|mache|muss ?ich raus|passe|nicht-mit|nein|passen|nicht
bin ich raus
passt|sagt|spricht|gefällt|liegt ?mir|so|leider|das|gar|zu|mich ?gar|leider|so|thema|nicht ?so ?gar ?nicht ?zu ?mir ?an
passt nicht
so nicht
zu politisch|werblich|privat|weit
nicht teilen|posten|weitergeben|verbreiten|veröffentlichen|mitmachen
ohne mich
auf keinen fall
kommt ** nicht frage|infrage
nicht|keine|kein ** hinter|lust|interesse|passend|vertretbar
keine lust|werbung|reklame
nicht ** begeistert|überzeugt|einverstanden
lass|lasse|lassen ?ich ?den|das|es|diesen ?hier|mal|lieber aus|bleiben|sein|weg
halte ?ich ?mich raus|zurück
kein bock

[noshare]
gelesen|nur nicht geteilt
nichts|nix|nie|niemals|nirgends|kein|keine|nicht|keinen|ohne ?mehr|in|im|auf|öffentlich|selbst|zu|dazu|so|mein|meins ** @inf|posten|teile|poste|stelle|veröffentliche|meins|post|beitrag|netz|meine|geteilt|gepostet|teilen|posts|beiträge|veröffentlichen|accounts|account|netzwerke
teile|poste|veröffentliche|stelle|veröffentlichen|teilen|posten|online|weitergeben ?ich|möchte|will|werde|tu|stelle|mag|kann ?ich|ihn|es|ihn|selbst|aber|das|dort|so|grundsätzlich|generell ** nicht|nichts|nix|nie|keine|nirgends|meins
bin ?ich ?auf|in|bei ?keinem|keinen|nicht|nirgends|kein ?auf|in ?netzwerk|netzwerken|social|sozialen
behalte|behalt ?ich ?ihn|es|das|den|für ?für mich
für mich ?behalten
lieber|nur|bleibe|bin mitleser|leser|leserin|stiller|stille|mitlesen|lesen
nicht|kein ?so ?mein|meins|der|die|so ding|typ|meins|freund

[read]
gelesen|durchgelesen|überflogen|angelesen|gelesn|reingelesen
lesenswert|interessant|spannend|hilfreich|nützlich|aufschlussreich|lehrreich|informativ
guter|schöner|toller|interessanter|spannender|gut artikel|beitrag|text|bericht|geschrieben|zu
gelernt|dazugelernt|abgespeichert|ausgedruckt|abgeheftet|gespeichert|aufgehängt|gemerkt
mit interesse|vergnügen|gewinn
gut zu wissen
hat|habe ** geholfen|gebracht|gelernt|weitergeholfen|gefallen|genutzt

[leave]
danach|dann ?bitte|mich ** streichen|raus|abmelden|austragen|löschen
abmelden|abmeldung|austragen|abbestellen|austreten|aussteigen|ausstieg|austritt|abbestelle|abbestellt|kündige|kündigen|austrage|abgemeldet|raushalten
streicht|streichen|nehmt|nehmen|löscht|löschen|entfernt|entfernen|tragt|tragen|streich|lösch|nimm|entferne|trag ?sie|bitte ?mich|meine|meinen|mein|uns ?bitte|endgültig|sie ?namen|adresse|daten|mail|e ** aus|von|raus|verteiler|liste|programm|endgültig|daten|adresse|ganz|heraus
mich|meine|mir ** streichen|löschen|austragen|entfernen|abmelden|rausnehmen|herausnehmen|streicht|löscht|entfernt|austragt
aus dem|diesem|der|eurem|ihrem verteiler|programm|liste|botschafterprogramm ** aus|raus|nehmen|streichen|löschen|treten|steigen|austreten|aussteigen|will|möchte
von der|eurer|dieser liste
will|möchte|mag|kann|werde ?ich ?hier|da|daran|bei|mit|an|diesem|keine|nicht|solche|künftig|in ** nicht mehr ?mitmachen|teilnehmen|dabei|teil|bekommen|erhalten|angeschrieben|mehr|dabei-sein
nicht mehr|länger|weiter mitmachen|teilnehmen|dabei|mitwirken|bekommen|erhalten|angeschrieben|kontaktiert|anschreiben|schreiben ?!bis
keine|keinerlei|nie ?weiteren|solche|solchen|weitere|mehr|wieder|eurer mails|mail|nachrichten|e|anfragen|beiträge|mehr|post ?- ?mails ?mehr|wieder|wünsche|erhalten
nie wieder|mehr
widerrufe|widerruf|widerspreche|ziehe ** einwilligung|zustimmung|teilnahme|zurück|nutzung
mein|meine|das|der|mein-letzter letzter|letzte|letztes|letztes-mal !woche|monat|jahr
hab|habe ?ich ?davon|die genug|nase|satt
endgültig|dauerhaft|für-immer|immer ** abmelden|raus|schluss|aus|weg|streichen|löschen|liste|verlassen
bin ?ich ?ab|dann ?raus|endgültig ?jetzt raus !hier|diesmal|bei|diesem
ich bin raus
verlasse|verlassen|scheide|gehe|geh ** firma|unternehmen|programm|aus|rente|ruhestand|betrieb
letzter arbeitstag
^ raus $
dsgvo
höre|hör|steige|trete|melde|klinke ?ich ?mich|hier|hiermit|nun|jetzt|damit|aus|damit-auf ** auf|aus|ab !morgen

[stop]
^ stop|stopp $
^ stop|stopp ?bitte|mails
schickt|schicken|sendet|senden|schreibt|schreiben|stoppt|stoppen|hört|lasst|lassen ?sie|mir|mich|bitte ** nichts|keine|mehr|ruhe|auf|frieden
nichts|keine ?vorschläge|mails|beiträge|mehr|anfragen|e|post ?- ?mails ?mehr ?bis schicken|senden|bitte|zusenden|schreiben|mailen
lasst|lassen ?sie mich|uns ?bitte ?in|erstmal ruhe|frieden
bitte keine ** vorschläge|mails|anfragen|beiträge|nachrichten

[stay]
steige|höre|gehe ?ich nicht aus|auf|raus
keine|kein|nicht ?die|als|meine abmeldung|ausstieg|austritt|abmelden|aussteigen|kündigung|austreten
schickt|schicken ?sie|mir ?mir gern|gerne|weiter|ruhig|bitte ** weiter|welche|mehr|neue|nächsten
gern|gerne beim|wieder|nächsten|nächstes
bleibe|bleib ?ich dabei
letzte|letzter|letzten woche|monat|nacht|freitag|montag|dienstag|mittwoch|donnerstag|beitrag
keine|ohne erinnerung|erinnerungen
den ersten|alten ** löschen|gelöscht

[pause]
keine|nichts ** ab ** wieder
wochen|monate|monat ruhe|pause|auszeit
setzt|setzen ** aus
im|bis ** keine|nichts ** ab|danach|dann
pause|auszeit|unterbrechung|pausieren|pausiert|aussetzen|pausiere|unterbreche|päuschen|ausgesetzt|stilllegen|stummschalten
elternzeit|mutterschutz|reha|krankgeschrieben|krankenhaus|sabbatical|kur ** nichts|keine|pause|bis|keine-mails
bis ** keine|nichts|ruhe|bitte-nichts ?vorschläge|mails|schicken|senden|mehr|bitte
danach|dann|ab ** wieder ?gern|gerne|dabei|los
wieder|melde ** dabei|verfügbar|zurück|bereit|da

[until]
bis ?ende|anfang|mitte|nach|zum|zur|dahin|einschließlich|zu|auf|in|nächste|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|ich|wir|die|der|meine
bis
ein|eine|einen|zwei|drei|vier|sechs|acht|2|3|4|6|paar|wenige|einige ?paar monate|monat|wochen|woche|tage|monaten|monats
während|über|in|im ?der|die|den|meiner|des ?nächsten|kommenden|ganzen sommer|ferien|elternzeit|urlaub|urlaubs|weihnachten|august|juli|ernte|prüfungen|prüfungszeit|fastenzeit|ramadan|inventur|umbau|tagen|wochen
vorübergehend|vorläufig|erstmal|zeitweise|befristet
ab januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember

[resume]
danach|dann|ab|anschließend ?gerne|gern|wieder|bin|geht|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|kann|es|mache|ich ?ich|es|gerne|gern|wieder wieder|gern|gerne|weiter|dabei|los
wieder dabei|da|verfügbar|zurück|gern|gerne|am|im|ab

[ask]
^ wer|was|wie|wo|wann|warum|wieso|welche|welcher|welches|wessen|wozu|weshalb|womit|ab-wann
kann|könnt|können|könnte|könntet|darf|dürfen|soll|sollte|muss|ist|sind|gibt|habt|haben|wisst|weiß|wissen|gilt|wird|hat|zählt ?sie|ich|ihr|man|es|die|der|das|jemand|du
link|seite|bild|foto|anhang|artikel|video|datei ** nicht|fehlt|kaputt|404|fehler|tot|leer|kein|geht-nicht
kein|keine|fehlt ?im|der|das|ein bild|foto|anhang|link|button|datum
fehlermeldung|fehler|404
würde|möchte|wüsste|frage ?gern|gerne|mich|vorher|vorab|ich ** wissen|erfahren|klären|ob|fragen
könntet|könnten|könnt|bitte ** schicken|sagen|prüfen|klären|nachsehen
stimmt|falsch|fehlerhaft ?nicht|so ** angabe|zahl|name|zahlen

[suggest]
ihr|sie|man|wir solltet|sollten|solltest|könntet|müsstet ** teilen|posten|bringen|zeigen|nehmen
teilenswert|lohnenswert
artikel|beitrag der|das|die passen|gefallen|interessieren
vorschlag|idee|anregung|tipp|vorschlagen|empfehle|anregen
schickt|bringt|nehmt|teilt|postet|macht|zeigt|schicken|nehmen|bringen|stellt ?doch|sie|als|lieber|bitte|mal ?doch|mal|lieber|auch|nächstes ** interview|bericht|video|artikel|beitrag|film|foto|reportage|podcast|stelle|geschichte|rum|rein|anzeige
warum|wieso ** nicht|kein ?mal
wäre|wär|würde|sollte|könnte|sollten|könnten|müsste|könntet ?doch|auch|man|wir|ihr|mal|sich|das|was|es ** klasse|toll|schön|gut|super|interessant|passend|teilen|bringen|posten|verbreiten|lohnen|freuen|beitrag|thema|wert|zeigen|vorstellen|besser
lohnt|verdient|verdiente|gehört ** beitrag|teilen|geteilt|sich|verbreitet|programm|aufmerksamkeit
für den|die|das nächsten|nächste|kommende|nächstes
wie ?wäre|wär es|s mit

[withdrawn]
gelöscht|entfernt|zurückgezogen|rausgenommen|runtergenommen|offline genommen|herausgenommen
wieder|dann ?leider gelöscht|entfernt|raus|weg|runter|offline|rausgenommen|runtergenommen

[again]
neu|neue|neuen|erneut|nochmal|noch-mal|wieder ?eingestellt|gepostet|online|steht|hochgeladen|geteilt ?jetzt|gestellt|eingestellt|gepostet|online|geteilt|hochgeladen|auf

[staydown]
bleibt ?es|er|auch|das|dabei ?auch ?weg|dabei|gelöscht|so|offline|draußen|drunten
bleibt weg|gelöscht|dabei|es|draußen
dabei bleibt
stelle|poste|teile ** nicht wieder|mehr|noch

[void]
teile|teilt|teilen ?ich|wir ?zwar|voll|absolut|völlig|nicht ?eure|deine|ihre|die|diese|den|das|seine ?einschätzung|meinung ?des|der einschätzung|meinung|ansicht|auffassung|begeisterung|sicht|sorge|kritik|haltung|position|analyse|freude|eindruck|autors|autorin
mail|nachricht|frage|anfrage ** weitergegeben|weitergeleitet|geteilt
meinung|einschätzung|ansicht|auffassung|haltung|begeisterung|sicht ?des|der|von ?autors|autorin|verfassers ?teile|teilen ?ich|nicht|zwar|voll|wir
geteilter meinung|ansicht
deine|eure|ihre|die|den|das|diese ?e ?- mail|frage|nachricht|anfrage|vorschlag|datei|dokument ** mit ** geteilt|weitergeleitet
mit ?der|dem|meiner|meinem|unserer|herrn|frau|den ?chefin|chef|rechtsabteilung|vorgesetzten|abteilung|krause|personalrat|betriebsrat|kollegen ** geteilt|besprochen|weitergeleitet
teilen uns|wir ** büro|auto|zimmer|stapler|wagen|schreibtisch|tisch|drucker|werkstatt
hätte|hätten|wäre|würde ?ich ?es|ihn|das|ja|gern|gerne ** geteilt|gepostet|gemacht
post ?ist|von|kam|war|vom|per ?brief|dhl
per|mit|der|die post
war|hatte|hatten|hatt ** geteilt|gepostet|online|drin|veröffentlicht ** gelöscht|weg|runter|entfernt|zurück
stunden ** erledigt
total|völlig|ganz|echt|fix erledigt|fertig
weiter|nochmal erledigt-durch
teile|poste ?ich nie|sonst|selten|eigentlich ** aber
chef|kollegin|kollege|jemand|er|sie hat|haben ** geteilt|gepostet
ist|wurde|wird ?der|die|das|denn|schon ** schon|bereits|auf-unserer ** website|seite|intranet

[unsure]
oder doch|nicht
oder war ?es ?das
glaube ich ** oder
keine ahnung
oder doch|war|nicht ?nicht
keine ahnung ?mehr|ob|was|welchen
weiß nicht|gar ?nicht ?mehr ?ob
bin ?mir nicht sicher ob

[thanks]
danke
super
ok

[whynot]
warum|wieso nicht|berichten|bringen|teilen|machen ?wir ** nicht|kein|mal
wie wäre|wär es|mit
