# Dutch. See README.md for the format.
@pp = gedeeld geplaatst gepost gepubliceerd verspreid doorgeplaatst gezet gegooid geretweet getwitterd gerepost doorgestuurd geslingerd
@inf = delen plaatsen posten publiceren zetten verspreiden doen doorplaatsen
@pres = deel plaats post zet publiceer doe verspreid gooi
@net = linkedin facebook fb insta instagram twitter x threads bluesky mastodon tiktok youtube whatsapp xing telegram discord
@place = profiel pagina story verhaal status groep tijdlijn account kanaal groepsapp app @net
@when = morgen vanavond straks maandag dinsdag woensdag donderdag vrijdag zaterdag zondag week weekend later binnenkort middag vanmiddag ochtend pauze dienst overmorgen volgende terug vakantie
[function]
ik je jij hij ze zij we wij jullie mij me hem haar ons het de een dit dat die deze en of maar is zijn was ben heb hebt heeft hebben niet geen te voor op met in aan van bij er dan al nog ook wel zo mijn wat wie hoe wordt zal kan wil meer
[rewrite]
ff = even
mn = mijn
kheb = ik heb
tis = het is
t = het
ni = niet
nie = niet
[done]
en gedeeld|geplaatst
dit|deze wel ** staat|op
^ gedaan|gedeeld|geplaatst|gepost|gepubliceerd|klaar|geregeld
heb|hebben|heeft|is|zijn|staat|werd|ben ** @pp !?met
is|staat|net|al|zojuist ?al|net|nu|inmiddels gedeeld|geplaatst|gedaan|online|gepost|geregeld|gelukt
staat|is|stond ?er|hij|nu|al|sinds|inmiddels|weer ?nu|al|sinds|gisteren|vanmorgen|op ** op|bij|in|online ?mijn ** @place|online
op|via|in|bij ** @pp|gezet|wel
^ op|in ** gezet|gedeeld|geplaatst|gegooid
@pp op|via|gisteren|vandaag|net|vanmorgen|in|bij
hier|dit ?is mijn bericht|post|link
mijn ?linkedin|facebook ?- bericht|post|link ?:|heeft|staat|op|:
tussenstand|cijfers|statistieken|stand van|op|mijn
net|zojuist|gisteren|vandaag|al @pp|gedaan
gelukt
[notdone]
nog niet|geen|even-niet|steeds
niet|geen ?aan|tijd|toe ?toe gekomen|gedeeld|geplaatst|gedaan|tijd
geen tijd
vergeten
bijna klaar|gedaan
nu|vandaag even|niet ?niet
concept
[promise]
zodra|als|wanneer ** deel|plaats|post|zet ik
zal|ga|wil|gaan|kan ?ik|het|hem|dit|er ** @inf
deel|plaats|post|zet|doe|publiceer ?ik|het|hem|dit|deze|er ** @when|zodra|als|wanneer|straks|nog|morgen
ik @pres ** @when|zodra|als|nog|straks
zodra|als|wanneer|eerst|nadat ** @pres|@inf|online|ga|zal|mag|zet
ingepland|gepland|klaargezet|klaarstaan|ingeroosterd|concept|planning
staat|is|heb ** ingepland|gepland|klaar|concept|planning|lijst|agenda
beloofd|beloof
komt ** goed|@when|aan|nog
^ morgen|straks|vanavond|later|binnenkort|volgende ?week|ochtend
vergeet ?ik|het|hem ** niet
niet vergeten
wacht ?ik|nog|even|op ?nog|even op|tot
dan gaat|zet|plaats|deel ** uit|online|erop|deur
volgende week
[refuse]
deze deel|plaats|post ik niet
niet geschikt|prettig|passend
voel ** niet prettig|comfortabel
^ nee|neen|nope $
nee|neen ?, bedankt|dank|liever|deze|dit|niet|sorry|hoor|ik
^ nee|neen !nog
deze|dit|dit-keer|ditmaal|die|dat ?keer|bericht|liever|artikel|sla|laat|past ?ik|liever ** niet|over|voorbijgaan|passen|schieten
liever niet
deze niet
sla|pas|laat|bedank ?ik|deze ?hem|deze|hiervoor|dit ** over|voor|voorbij|schieten|gaan
wil|ga|zal|kan|deel|plaats|zet|post ?ik|dit|deze|hem|het|niet|liever ** niet ?delen|plaatsen|doen|verspreiden
niet ?mijn|voor|zo|echt|bij ding|mij|onderwerp|passend|stijl|zin
geen zin|interesse|reclame
past|ligt|spreekt|bevalt ** niet ?bij
gaat|blijft ?wat|mij|betreft ** niet rond
dit keer niet
zonder mij
te politiek|commercieel|zakelijk
[noshare]
niet|nergens|geen|nooit|niks|niets ?online|op ** online|delen|plaatsen|posten|zetten|op|socials|media|post|accounts|neer
zet|deel|plaats|post ?ik|het|hem|er|dat ** niet|nergens|niks|nooit|geen
wil|ga ?ik|het ** niet|nergens ** delen|plaatsen|zetten|online
hou|houd|bewaar ?ik|het|hem|dit ** voor|mezelf|bij
lees ?ik|alleen liever|alleen
liever|alleen ** lezen|meelezen|lezer
geen|niet|zit ** social|socials|sociale|media|linkedin
[read]
gelezen|doorgelezen
interessant|leerzaam|nuttig|handig|boeiend|goed
goed|leuk|mooi|interessant|handig|nuttig|fijn stuk|artikel|verhaal|gelezen|bericht|geschreven|om
geleerd|opgestoken|uitgeprint|opgeslagen|bewaard|opgehangen
met interesse|plezier|aandacht
veel|wat ** aan|gehad|geleerd
[leave]
uitschrijven|afmelden|uitgeschreven|afgemeld|uitschrijf|opzeggen|schrap|schrappen|uitstappen|stap|opzegging|afmelding
haal|halen|verwijder|verwijderen|schrap|schrappen|schrijf|meld|streep ?me|mij|mijn|jullie ** van|uit|af|adres|lijst|gegevens|maar ?de ?lijst
mijn adres|gegevens|naam|mailadres|naam ** verwijderen|schrappen|wissen|halen|weg
wil|hoef|kan|ga|doe ?ik ** niet|geen ** meer|langer ** meedoen|ontvangen|krijgen|mails|mee|deelnemen|hoeft|meer
niet|geen langer|meer ?mails|berichten ?meedoen|mails|ontvangen|mee|berichten|deelnemen|mailen !tot
wil|ga|stap ?ik ?er|hier ?graag|liever|echt|helemaal ** uit|stoppen|weg|mee ?stoppen
trek|intrekken ** toestemming|terug
laatste !week|maand|keer
voorgoed|definitief|altijd
genoeg ?van|hiervan
nooit meer|weer
ga met pensioen
avg
[stop]
stop|kap ?ik|hier|er ** ermee|mee
^ stop $
^ stop
stuur|stuurt|sturen|mail|mailen|schrijf|stop ?me|mij|maar|even ** niets|niks|geen|meer|niet|niet-meer|met
geen|niets|niks ?meer|berichten|mails|voorstellen ?sturen|mailen|mails|berichten|voorstellen|meer
laat me|mij ** rust
stop met
[stay]
stop ** niet
ik stop niet
niet|geen ** afmelding|opzegging|uitschrijven|weg|stoppen
blijf|stuur ** sturen|gerust|gewoon|mailen|lijst|vooral
volgende keer
de|vorige vorige|laatste week|maand
[pause]
rust tot
alleen rust|pauze
pauze|pauzeer|pauzeren|pauzestand|onderbreking|stopzetten|stilzetten ** tot|maand|maanden|week|weken|graag|van|even|voor
^ pauze
even|op|een|in pauze|pauzestand|rust
op pauze
zet me|mij ?maar ?even ?op pauze|stop|hold
verlof|vakantie|ziek|zwangerschapsverlof|ouderschapsverlof ** tot|geen|niets
tot ** niets|geen|niks|even ?berichten|mails|sturen|rust
daarna|dan ** weer|graag|verder
[until]
tot ?en|eind|begin|na|aan|het|de|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|dan|met
tot
een|twee|drie|vier|paar|2|3|4|6|zes maand|maanden|week|weken|dagen
tijdens|gedurende|in ?de|het|mijn zomer|vakantie|verlof|augustus|oogst|examens|juli|kerst
voorlopig|tijdelijk
[resume]
daarna|dan|vanaf ** weer|graag|mee|verder
weer ?graag|terug|mee|beschikbaar|verder|van
ben ** terug|weer
[ask]
^ wie|wat|hoe|waar|wanneer|waarom|welke|hoeveel
mag|kan|moet|weten|krijg|telt ik|jullie|je|er|iemand|dit
link|pagina|foto|plaatje|bijlage|knop|artikel|afbeelding ** niet|fout|404|ontbreekt|kapot|geen|leeg
geen foto|bijlage|link|afbeelding|knop|plaatje
zou|wil|vraag ** weten|vragen|of
[suggest]
stel ** voor
voorstel|idee|suggestie|tip|voorstellen
misschien ** volgende|iets|artikel|filmpje|stuk|idee|leuk
waarom ** niet|geen
zou|zouden|kunnen|moeten|kan ?jullie|we|wel|ook|het ** delen|leuk|mooi|goed|plaatsen|aandacht|onderwerp|rondsturen
voor de|het ?een volgende|nieuwe
is|zijn|verdient ** waard|aandacht|podium
stuur|deel ** eens|filmpje|artikel|interview ** rond|door
[withdrawn]
verwijderd|weggehaald|eraf|offline|ingetrokken|gewist
eraf|weg|er-af ** gehaald
[again]
opnieuw|weer ** geplaatst|gezet|gedeeld|online|gepost|staat
[staydown]
blijft ?dat|hij|het|ook|er ?ook ?zo|weg|eraf|verwijderd|daarbij
zet|plaats ** niet terug|opnieuw
[void]
deel|delen|deelt ?ik|jullie|je|de|die|niet|wel|volledig|helemaal ?je|jullie|de|die|ook|volledig ?mening|enthousiasme|visie|zorgen|standpunt|opvatting|analyse|kijk
mening|visie|standpunt|enthousiasme ** deel|delen
delen|deel ?we|ik|een|de kantoor|auto|kamer|bureau|heftruck|busje|tafel|printer
je|jullie|de|die mail|vraag|bericht ** met ** gedeeld
met ?mijn|de|onze|het ?afdeling baas|leidinggevende|juridische|chef|manager|directie|collega ** gedeeld
zou|had|hadden ** gedeeld|geplaatst ** als|maar|en
had ?het|hem ?ik ** gedeeld|geplaatst|gepost
[unsure]
weet|weten ** niet ** meer|of
of ?toch niet
[thanks]
bedankt
dank
ok

[whynot]
misschien ** idee ** om
idee om
waarom ** niet|niets|geen
zouden|kunnen jullie ** delen|plaatsen
