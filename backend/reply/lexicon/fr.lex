# French. See README.md for the format.
@share_pp = partagé partagée partagés partagées publié publiée publiés publiées posté postée postés postées relayé relayée relayés relayées diffusé diffusée diffusés diffusées reposté repostée republié republiée repartagé repartagée rediffusé tweeté retweeté twitté retwitté repris pouété pouetté skeeté propagé reblogué affiché épinglé
@share_inf = partager publier poster relayer diffuser reposter republier repartager rediffuser tweeter retweeter reprendre
@share_fut = partagerai publierai posterai relaierai relayerai diffuserai reposterai republierai repartagerai mettrai ferai enverrai lancerai balancerai remettrai rediffuserai posterais partagerais publierais relaierais
@share_pres = partage publie poste relaie relaye diffuse reposte republie repartage
@put = mis remis collé balancé lancé glissé déposé envoyé passé inséré chargé uploadé transmis fait tourné posé foutu casé ajouté
@net = linkedin linkdin linkin linquedin lkd li facebook face fb insta instagram ig twitter x threads bluesky mastodon tiktok youtube whatsapp watsapp wsp wathsapp xing discord telegram slack viadeo pinterest snap snapchat teams signal reddit
@wall = profil mur page fil compte story stories storie statut statu status canal chaîne chaine feed réseau réseaux groupe discord telegram linkedin facebook insta instagram whatsapp bluesky mastodon tiktok threads xing twitter x fb
@when = demain apres-demain lundi mardi mercredi jeudi vendredi samedi dimanche soir ce-soir semaine week-end weekend week we midi tantôt prochain prochaine prochainement bientôt rapidement dès quand lorsque plus-tard tard retour vite après-midi
@obj = l' le la les ca ça en y cela ceci
@subj = je j' on nous
@aux = ai avons a as
@mail = mails mail e-mails emails messages message propositions proposition courriels courriel sollicitations notifications relances envois posts publications demandes articles trucs

[function]
je j' tu t' il elle on nous vous me m' te se s' le la les l' un une des du de d' et ou ce c' cet cette ces ça ca est es ai a as avons avez sont suis ne n' pas plus que qu' qui en y à au aux pour par sur dans avec mon ma mes ton ta tes votre vos notre nos leur si mais donc alors bien tout tous toute très trop être avoir été fait cela moi toi rien non oui aussi même jamais là ici ci faire peux peut va vais veux

[rewrite]
lannonce = l' annonce
larticle = l' article
loffre = l' offre
jveu = je veux
jveux = je veux
inutil = inutile
jlai = je l' ai
jlé = je l' ai
jl'ai = je l' ai
jai = j' ai
jé = j' ai
g = j' ai
chui = je suis
chu = je suis
jsuis = je suis
jvais = je vais
jv = je vais
jpense = je pense
jpartage = je partage
jpublie = je publie
jferai = je ferai
jfais = je fais
jpeux = je peux
jpeu = je peux
jen = j' en
jme = je me
jveux = je veux
jve = je veux
jv = je vais
c = c' est
cest = c' est
cé = c' est
ct = c' était
lai = l' ai
fé = fait
fè = fait
mé = mais
mè = mais
mi = mis
tps = temps
dem1 = demain
dmain = demain
2main = demain
demian = demain
auj = aujourd' hui
ajd = aujourd' hui
svp = s'il-vous-plait
stp = s'il-vous-plait
slt = salut
dsl = désolé
pr = pour
pk = pourquoi
koi = quoi
ke = que
ki = qui
po = pas
bcp = beaucoup
jusko = jusqu' au
jusqua = jusqu' à
jusqu = jusqu' à
ptit = petit
moé = moi
ok = ok
rdv = rendez-vous
nan = non
nn = non
veu = veux
ve = veux
peu = peux
plu = plus
partgaé = partagé
t = t'
kel = quel
kelle = quelle
bi1 = bien
bi1tot = bientôt
tro = trop
sa = ça
se = ce

[done]
un partage de plus
sur la toile
raccourci|corrigé|relu|traduit et|puis @share_pp
sitôt partagé|relayé|publié
il|elle|celui-ci est @share_pp
ai|avons mis|posté|collé|ajouté|glissé|balancé|publié ?l'|la|le|cette|ça|ca|un|une|cela annonce|offre|article|post|lien|photo|info|ça|ca|mot|texte ** @wall
@net ok|fait|c'est-bon|✅
pris * minutes|temps|moment ** pour|de le|la|l' @share_inf|mettre
profité ** pour|de le|la|l' @share_inf|mettre
parmi ceux qui l' ont
: @share_pp
confirme le|ce partage|relais
publication|post|offre|annonce|diffusion|mise a ?bien été effectuée|faite|réalisée
annonce|offre|article|post est affichée|affiché|visible|accroché ?sur|en
vidéo|photo|texte|post|elle|il est|sont sur @wall
elle|il est sur ?mon|ma @wall
mes contacts|abonnés|amis ** sous les yeux
et|puis hop sur @wall
ai|avons fait l' effort
fait depuis|déjà|hier|avant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
oui|non c' est fait
^ c'|ça est ?déjà|bien|aussi fait
c' est fait
c' est faite
aussi|tous|toutes ** partagé|@share_pp
?je|j' ?ne ?l'|les|la|vous|en|y ai ?bien|enfin|déjà|aussi|donc|finalement|vite|tout|juste|même|également|encore @share_pp|@share_inf !votre|ton|son|leur|vos
l'|les|en|y ai|avons|a ?bien|enfin|déjà|aussi|donc|finalement|vite|juste|tout|carrément|direct|directement|quand _ @share_pp
l'|les ai|avons|ons|a ?bien|enfin|déjà|aussi|donc|finalement|vite|juste|re|direct|aussitôt|directement|hier @put ** @wall
l'|les ai|avons|ons ?bien|enfin|déjà|aussi|donc|finalement|aussitôt|vite mis|remis|lancé|fait|balancé|relancé !à|pour
c'|ça|cela|voilà|article|annonce|offre|post|publication est|était ?bien|enfin|déjà|donc|aussi|maintenant|désormais|tout|bel|et @share_pp|fait|faite|posée|parti|partie|lancé|lancée !mais|par|jamais
c'|ça est|sont ?bien|enfin|déjà|donc|aussi|maintenant|désormais|de|nouveau|tout|à en ligne
c'|ça est ?bien|enfin|déjà|donc|aussi|maintenant|désormais|sur|dans * @wall
publication|post|annonce|offre|déjà|c' en ligne
est|suis ?bien|enfin|déjà|donc|maintenant|désormais|toujours|aussi en ligne
mise? en ligne
mis|mise|remis|publié|publiée en ligne
mis|mise|remis|passé|passée|ajouté|ajoutée|collé|glissé|balancé|envoyé|parti|partie|tourné|déposé|posé|lancé|fait ?aussi|hier|ce|matin|lundi|mardi|mercredi|jeudi|vendredi sur|dans|en|via|au|à * @wall
^ @share_pp !votre|ton|son|leur|par|mais
^ @share_pp
^ fait|faite|faits|ayé|okay-fait
chose|voilà|ça|enfin|oui|partage|publication|bien|travail|mission|déjà|c' fait|faite|accomplie|effectué|effectuée|réalisé|réalisée
mission|tâche|contrat|devoir|opération|partage|publication accomplie|accompli|rempli|effectué|effectuée|fait|faite|réalisé|réalisée|ok
bon|ok|okay pour|c' est @share_pp|fait
@share_pp ?hier|ce|à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans|sur|via|aujourd'|la|il|immédiatement|aussitôt|déjà|ici|tout ?matin|soir|midi|instant|foulée|suite|de ?sur|à|dans ?mon|ma|mes @wall
@share_pp|partagé hier|ce|à l'instant|aussitôt|immédiatement|ici|dessus|quelque|partout
@share_pp dans la foulée
@share_pp à l'|linstant instant
et|puis|donc|alors @share_pp ** @wall
viens|vient|venons de|d' @obj ?l'|le|la|les @share_inf|mettre|faire|poser|balancer
viens|vient|venons de|d' @share_inf|mettre|faire
réussi à @obj @share_inf|mettre|faire
pu|su ?enfin|le|la|l' @obj @share_inf|mettre
procédé|proceder à|au ?la|l' partage|publication|diffusion|relais|mise|republication
a été|ete ?bien|aussi|donc|déjà @share_pp|mise|mis ** par|sur|en
a|ont été|ete ?bien|déjà|donc|aussi @share_pp
parti|partie|sorti|sortie|posté|tourne ?hier|ce|soir|matin|aussi|déjà sur|dans|par * @wall
est|était|tourne|passé|passée|parti|partie|sorti|visible ?bien|aussi|déjà|désormais|depuis|maintenant sur|dans|via mon|ma|mes|le|la|les|notre * @wall
fait tourner|circuler|suivre|passer
fait|faite ?lundi|mardi|mercredi|jeudi|vendredi|hier|ce|avant|aussi ?matin|soir|dernier|sur|midi ?sur @wall
fait|faite lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|aujourd'|tantôt|dès|via|à|tout|sur|et
voici|voilà ?donc|aussi|le|mon|ma|sur|bien ?lien|url|post|publication|partage|adresse|story ?de|vers|pour ?mon|ma|le post|publication|partage|story|tweet|lien|relais
mon post|partage|tweet|article|publication|repost|pouet|relais est|a|fait|atteint|totalise|affiche|en|compte|cumule|récolte
le|la mien|mienne
mes abonnés|followers|contacts|relations|amis|lecteurs|suiveurs|ami ** informés|prévenus|courant|savent|vu|ravis|servis|désormais
vos|nos|mes|les abonnés ** informés|prévenus
partagé|relayé|publié|posté|diffusé par mes soins
j'ai fait le nécessaire|relais|partage|post|job|boulot
ai|avons fait le|un|une|carrément|même|circuler|tourner ?carrément|un|une ?petit|petite nécessaire|relais|partage|post|article|vidéo|story|publication|tweet|repost|relai|job|taf
ai|avons fait ?ma|ma part|mon partage|part|devoir|post|bonne
fait * avant|depuis|dès ** @wall|relance|congés
repris|copié|adapté|traduit|résumé ** sur|en|pour * @wall
chiffres|stats|statistiques|bilan|retour|résultats|résultat|score|point|nouvelles ?du|de|sur|pour|des ?jour|mon|ma|mes|le|la post|partage|publication|tweet
chiffres|stats|statistiques|bilan|résultats|score ?du|de|sur|pour|des mon|ma|mes|post|partage|publication|story
il|elle est ?bien|toujours|déjà|donc|maintenant|désormais|encore en ligne|sur|visible|@share_pp
l'|les aie|ai|avais déjà|bien @share_pp|fait|mis
j' en ai fait|parlé|tiré ** sur|article|post|vidéo|story
j' en ai fait ?carrément|même|un|une|aussi * article|post|vidéo|story|reel|thread|publication
republication|partage|repartage|repost|publication|post|story|pouet|statut|tweet|diffusion effectué|effectuée|fait|faite|ok|réalisé|réalisée|automatique|validé|opéré
story|post|partage|statut * @wall ** fait|faite|bien|hier|passées
cocher la case
ai|avons|a|est|a-été transmis|relayé|passé ** abonnés|réseau|réseaux|contacts|@net
^ ajouté|ajoutée|mis|mise|diffusé * ** @wall
c' est dans ma|mon|mes * story|stories|fil|feed|profil|page|statut
retrouver|trouver|verrez|voir|trouverez ** mon|ma|le post|publication|partage
j'y suis allé
^ partage fait|ok|effectué|@wall
^ publication|post|annonce|offre|partage|lien|article|story ?est|a|bien|été @share_pp|fait|faite|ok|ici|effectué

[done?]
^ voilà|voila|ayé|ok|c'|ca|ça|tout est|cest ?tout|en|bon|ok|réglé|ordre|fini|plié|bouclé bon|réglé|fini|plié|bouclé|ordre|emballé
^ en ligne
^ oui|si|yep|ouais ?chef|oui @share_pp|fait
mission accomplie
je l' ai envoyé|transmis|transféré|fait ** groupe|page|amis|anciens|réseau

[notdone]
ne|me|n' ** manque ?me ?plus que|qu'|le|la ** clic|photo|accroche|phrase|validation|accord
rien de fait
pas ce matin|midi|soir
pas|point encore|eu|pu ?l'|le|la|les ?temps|pu|de|occasion ?de ?le|la|l' @share_pp|fait|faite|publier|poster|partager|mis|faire|mettre
pas|po fait|faite
ne|n'|pas|rien ** pas|point|jamais|rien encore ?l'|fait @share_pp|fait|mis|posté
pas encore @share_pp|fait|mis|pu|eu|le|trouvé
^ pas encore
^ non|nan pas|toujours ?encore|pas
pas|point|guère ?encore ?eu|trouvé|pris ?encore|le|un ?une temps|minute|moment|seconde|instant
eu|trouvé pas|po|le|un temps|minute|moment
toujours|tjs|tjrs pas ?été @share_pp|fait
n'|ne|l' ai|est|avais|avons|était|sont|a pas|point|jamais|toujours ?encore|pu|été|non|su @share_pp|fait|mis|publier|poster|partager
n'|ne|l' ai|est|avais|avons|était|sont|a pas|point ?encore|pu|le|la @share_inf|faire|mettre
n'|ai pas pu
pas|point maintenant|tout-de-suite|aujourd'|immédiatement|dans-l'immédiat
^ pas tout de suite
^ pas maintenant|aujourd'|aujourdhui|avant
@share_pp ? ^ non
c'|ce est|sera pas fait
oublié de|d' @obj @share_inf|faire
zappé
comme si|quasi|presque|quasiment|virtuellement|bientôt ?c'|était ?était fait|faite|publié|partagé|en
comme si c'|cétait était|fait ?fait
@share_pp|partagé pour validation|relecture|accord|avis
presque|quasiment|quasi fait|prêt|en|terminé

[promise]
plutôt|mais ?ce ce-soir|soir|demain|tard
vais le|la faire|partager|publier|poster
préfère attendre
attendre|attends ** avant de|d'
sur le feu
ça|ca vient ?ça ?vient
mais plus tard
ne vous inquiétez|inquiete pas
fais|ferai ça|ca|cela à|tout|ce|demain|dès
ça|ca vient|arrive|va venir
ça|ca viendra
manque ** conclusion|accroche|photo|phrase
commencé à|le ** rédiger|texte|écrire
garde|mets ** pour la|lundi|mardi|demain semaine|prochaine|demain|plus
remis|revient|reviendra|remettrai|remets|remettre ** demain|ce-soir|lundi|soir
et|alors si|quand ** je ?le|la publie|partage|poste|relaie
dois|devrais ?d'|abord ** demander|valider|vérifier ** publie|partage|poste
sors|sortirai|lance|lancerai dès|quand|demain|ce
vais ?le|la|l' poster|publier|partager|relayer|faire|mettre
je|j'|on|le|la|les|l'|en|vous ?le|la|les|l'|y|m'|en|vous|ça @share_fut
@share_fut ** @when
on|nous le|la|les|l' partagera|publiera|postera|mettra|fera|relaiera
@share_fut
je|on|j' le|la|les|l'|ça fais|mets|poste|partage|publie|relaie|diffuse|lance|balance|colle|remets|repartage|republie|met|fait ** @when|dès|quand|si|une|avant|pause|promis|fin|retour|minute|après|ensuite|seconde
je|on le|la|les|l'|ça remets|mets|colle|lance|m'en
je|on partage|publie|poste|relaie|diffuse|fais|mets ?l'|le|la|ça|votre|cet|cette|tout|un|une * ** demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce-soir|prochaine|prochain|week-end|weekend|soir|semaine|retour|dès|bientôt|tantôt|heure|après-midi
vais|va|allons|compte|comptais|prévois|pense|veux|voudrais|pensais|projette|souhaite ?bien|vite|essayer|tâcher|bientôt|encore|quand|de|faire ?de|bien ?le|la|les|l'|y|en|ça @share_inf|faire|mettre|remettre|coller|jeter|lancer|occuper|penser|poster|tenter ** @when|dès|avant|après
vais|va|allons|compte|prévois ?essayer|tâcher|bien|vite|bientôt|quand ?de|d' le|la|les|l'|m'en|ça|m' @share_inf|faire|mettre|remettre|coller|lancer|occuper
tenter|essaie|essaye|essayerai|essaierai|tâche|tâcherai|tacherai|vais ?de|d'|tâcher|essayer le|la|les|l'|m'en|m'|ça faire|@share_inf|mettre|occuper
m'|m'en en|y occupe|occuperai|charge|chargerai|colle|mets|mettrai|attelle|attellerai
j' y|en pense|penserai|reviens|mettrai|mets
je m'y colle|mets|mettrai
n'|ne oublie|oublierai|oublies pas|point
^ promis|prévu|noté|ok ?juré * @when|pause|fais|ferai
noté * fais|ferai|mets|mettrai|publie
promis je|juré|craché|demain|cette
programmé|programmée|planifié|planifiée|calé|calée|prévu|prévue|programmer|planification|agendé ?sur|pour|à|le|lundi|en ** @when|pour|file|attente|@net|heure
file d'attente|attente
file d' attente
^ programmé|programmée|planifié|planifiée|prévu|prévue|calé
c'|est|ai|post ?bien|déjà|tout programmé|programmée|planifié|planifiée|calé|prévu|prévue|agendé
brouillon|brouillons
sera|seront ?bien|vite @share_pp|fait|faite|mis|mise|en|dans|sur|publiée
il|ça|elle|tout sort|part|sortira|partira|paraîtra|sera ?publié|en|demain|lundi|mardi|mercredi|jeudi|vendredi ** @when|automatiquement|ligne|fait
dès|des|quand|lorsque|aussitôt|après|une ?que|qu'|fois|mon|ma|le|la ** ?je|j'|on le|la|les|l'|m'|ça partage|publie|poste|relaie|diffuse|fais|mets|balance|m'en|lance|occupe|@share_fut
si|dès|quand|sitôt ?vous|tu|on|elle|il|que|oui|c'|ça ** je|j'|on le|la|les|l'|ça|la partage|publie|poste|relaie|diffuse|fais|mets|prends|balance|@share_fut
je|j'|on le|la|les|l' partage|publie|poste|relaie|diffuse|fais|mets|ferai|@share_fut dès|si|aussitôt|quand|sitôt|après|une|ensuite|lorsque|à|demain
feu vert
attends|attendais|attend|attendons|patiente ** @share_inf|validation|accord|photo|avant|vert|mettre|publication|rentrée|retour
reste|restait|manque|manquait ** à|plus|que|me|qu' ?le|la ?me|qu'|plus coller|publier|poster|partager|clic|trouver|cliquer|bouton
plus|juste|encore|reste qu'à|qu' ?à @share_inf|cliquer|appuyer|coller|mettre
accord|partant|partante|oui|volontiers|ok|chaud|motivé|d'accord ** mais|avant|après|quand|dès|seulement|pas ** publication|annonce|sortie|après|avant|officiel|officielle|embargo|validation
à mon retour|reprise
plus tard|tard|tot ** semaine|journée|soirée|mois
^ plus tard
^ bientôt
^ demain ?matin|soir|promis|sans|midi|svp $
laissez|laisse|donnez|donne ?-|moi|nous ?moi jusqu'|jusque|jusqu|encore|deux|un|quelques|24|48|le|une
laissez|laisse - moi jusqu'|encore|deux|un|quelques|le|une
comptez|compte|comptes sur moi|nous !et|buvez
sur ma|mon to-do|todo|liste|pile|planning|agenda|liste-des
à|sur|dans mon|ma programme|to-do|todo|planning|agenda|pile|liste
retente|réessaie|réessaye|retenterai|réessaierai|reessaie
remets|remettrai|remettre|reposte|reposterai|republie|republierai en|ce|demain|la|lundi|une|tout|dès|cet|ce-soir|bientôt|ligne
@share_inf|faire|mettre ?ça|cela|le|l'|la ce|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dès|avant soir|matin|midi|week|we|weekend|week-end|que|prochain|la|vendredi
avant vendredi|lundi|mardi|mercredi|jeudi|samedi|dimanche|demain|ce|la|midi|fin ** promis|juré|sûr

[promise?]
^ d'accord|ok|oui|volontiers|partant|avec ?d'|plaisir je @share_pres
^ ok|oui|yes pour|demain|ce|lundi|mardi|la semaine|soir|demain|midi
je regarde|regarderai|verrai|vois ça|cela|ce|demain|à|plus
ce|cet|en soir|week|we|weekend|week-end|fin|après-midi ?de|end ?semaine|journée $

[refuse]
aurais|aurait|aurions|aurait ?bien|volontiers|pu|peut ?- ?être ?le|l' @share_pp|partager si
pas pour ce|cet|cette
impossible pour|de
finalement non
y renonce
en|l' ?l' état non
refus ?poli ?de ?ma ?part
je passe $
bof
ferait mauvais genre|effet
trop d'|de autopromo|pub|publicité
je ne republie|reposte|remets pas
ne ferai|ferais|referai pas
en fait non
laisser|laisse|laisserai|cède ma|mon|la place|tour|main
très peu pour moi
n' y reviendrai|retoucherai pas
ce n' est pas ?un|mon|le sujet|style|monde|truc ?pour
ne suis|sens pas ?du|très|vraiment à l' aise
pas à|dans l' aise
n' intéresse|intéresserait|intéressera|intéressent pas
préfère ?la|le|l' laisser passer|tomber
ne vois pas ?l' intérêt|utilité
sans façon
gênant|gêne|gêné|gênée
c'|ce|sera est|sera ?toujours|donc non
réponse|est non
laisse à d' autres
pas|aucune envie
pas celui|celle|ceux|celles ?-|là|ci
celui|celle ?-|ci|là ?-|ci|là ** non|pas|ne|n'|sans|bof
pas cette|pour|ce fois|coup|cette ?-|fois|coup
pas pour moi|nous|cette|celui|celle
pas cette fois ?-|ci
^ non|nope|nan|niet|nenni $
^ non|nan ?,|pas|pas merci|désolé|désolée|pas|sans|dsl|je|pour|c'|j'
mais|donc|ce|c'|est|c'est|toujours|sera|reste non ?merci|pour|là|!seulement|!pas|catégorique
mais|donc|ben|bah|euh|alors non
non merci
non pour|à celui|celle|ce|cette|ça|moi
sans moi
je|j' passe mon|ce|sur|celui|celle|pour|cette|le|son|mon ?tour|coup
^ je passe ?mon|cette|pour|ce $
passe mon tour
^ joker
ne|n' ?le|la|les|l'|y|en @share_fut|relaie|publie|poste|diffuse|relaye|partage|ferai|fais|mets|remettrai|remets pas|point
ne|n' ?le|la|les|l'|y|en|souhaite|peux|veux|vais|ferai|le|pas pas|point|souhaite|veux|peux ** @share_inf|faire|mettre|relayer|publier|promouvoir|associer|afficher|recommander|promotionner
ne ?le|la|les|l' @share_fut pas|point|plus|jamais
je|j' ?ne|n' ?le|la|l'|les @share_fut|ferai|veux|peux|souhaite|compte pas ?le|la|l' ?@share_inf
préfère|préférerais|aime|aimerais|aimerai ?autant|mieux|ne|bien|en ?m'en ne|n'|pas|m'abstenir|abstenir|éviter|rester|laisser|passer ?pas|rien|le|en|mon|tour @share_inf|abstenir|là|tour|relayer|passer|éviter|neutre|dehors|faire|mettre|afficher
préfère ?ne|n' pas|éviter|m'abstenir|autant|passer|décliner
préfère en rester là
m'|me|préfère abstiens|abstiendrai|abstenir
décline|refuse|déclinerai|refuserai !pas|l'invitation
pas envie|trop|bien|du|vraiment|mon|ma|dans|question|possible|intéressé|intéressée|à|convaincu|convaincue|fan|le|l' ?de|d'|mon|ma|tout|l'aise ?aise|truc|tasse|goût|genre|domaine|sujet|métier|style|rayon|profil|cible|avec|emballé|emballée|inspiré|inspirée
pas envie|convaincu|convaincue|intéressé|intéressée|emballé|emballée|concerné|concernée|inspiré|question|fan|possible|chaud|motivé
pas mon|ma|dans|du truc|tasse|genre|domaine|sujet|métier|style|rayon|délire|tout|mes|trip
ne me|m' parle|vois|inspire|correspond|ressemble|concerne|dit|convainc|plaît|plait|sens|tente pas|point|guère|rien
me|m' vois|imagine|sens mal|pas|bien ?à
me vois pas|mal
hors|pas de question
jamais de la vie
trop politique|politisé|commercial|corporate|sensible|éloigné|loin|polémique
trop|très ?peu éloigné|loin|clivant|politique|polémique|sensible|personnel
ne peux|pourrai|peut|pouvons ?le|la|l'|les|y pas|point ** !plus
tenu|tenue|tenus|astreint|astreinte|soumis|soumise à|au ?la|un|une neutralité|réserve|confidentialité|secret|devoir
par principe
laisse|laisserai tomber|passer
comptez là|la ?- ?-|là dessus
comptez ?pas|- là|sur|pas ?- ?dessus|moi|sur buvez|et|pour|moi
ne comptez|compte|comptes pas sur moi
je|j' sèche|saute|zappe|décline|refuse|boude ?celui|celle|ce|cette|mon|son
compte|profil|mon|mes|réseaux ** fermé|supprimé|désactivé|effacé|piraté
mais c' est non
c' est|sera|reste ?toujours|encore non|niet|mort
^ bof
trop occupé pour
désolé|désolée mais|je|c'|, non|ne|n'|pas|sans
pas|ni ** ni ** pub|publicité|promo
ni linkedin|facebook|l'un|ici ** ni
ferai|fais|faire ?pas|de|plus|jamais|de|en ?plus ?de ?la pub|publicité|promo|réclame
plus faire ?de ?la pub|publicité
ne|n' en ferai|publierai|partagerai|posterai|mettrai rien
ça|ca restera|reste sans|hors
mauvaise idée|image
indécent|honte|déplacé|malvenu|scandaleux|mensonger|faux

[noshare]
pas|ni fan|adepte ?des|de réseaux
ne|n'|je|j'|on ?ne|n'|y|le|la|les|l' publie|poste|partage|relaie|diffuse|mets|publierai|posterai|partagerai|relaierai|diffuserai|mettrai|irai|suis|veux|vais|souhaite|compte|fais|reposte|repartage|garde ?le|la|l'|jamais pas|rien|jamais|aucun|point|plus|guère ?rien|loin|jusqu'
ne|n' ?le|la|l'|les|y relaie|publie|partage|mets|poste|diffuse|mettrai|partagerai|relaierai|posterai|publierai pas
pas @share_pp
pas|aucun|sans|rien|jamais|point|0|zéro|besoin|raison ?de|d'|à|l'|le|la|les|en|y ?le|la|l' partage|post|publication|publier|partager|poster|relayer|relais|republier|repartager|diffuser|réseaux|réseau|repost|publi|relai|diffusion
sans ?le|la|l'|les publier|partager|relayer|poster|diffuser|partage|suite
rien ?à publier|poster|partager|relayer|redire|poste|publie|mettre
garde|garderai|garder ?ça|cela|la|le|les ?lecture|info pour|sous|au|dans|de|bien|précieusement ?moi|le|ma|mes|mon|coude|chaud|côté
le|la|l'|les garde|garderai|garder|conserve|archive pour|sous|au|dans|de|précieusement|bien
pas|ni ?de|d' compte|réseau|réseaux
n'|ayant|ne|j' ?ai|ayant|suis|y|utilise aucun|pas|sur|plus|ni ?de|d'|sur|aucun|les compte|réseau|réseaux|social
n'ayant|ayant aucun|pas|plus compte|réseau|de
suis|reste|serai|resterai|préfère ?sur|rester|une|un|simple|juste|plutôt aucun|lectrice|lecteur|discret|discrète|spectateur|spectatrice|simple
rester|reste|resterai ?une|un|simple|simplement|juste lectrice|lecteur|spectateur|spectatrice|discret|discrète|là
je m'|n' arrête|arrêterai|irai|vais là|pas|plus
arrêtera|arrête|arrêter là
n'irai pas
n' irai|vais pas ?plus|jusqu' loin|à|au
pour|côté|quant ?le|la|au|à|de|ce partage|publication|réseaux|publier|partager|relais ** non|passe|laisse|pas|abstiens|sans
laisse|laisserai|laissons ?ça|cela|le|la|les ?partage ?à|aux autres|commerciaux|plus|collègues|jeunes|qui
pas du genre|style|adepte|trop|très|réseaux
pas|jamais rien publier|poster|partager
ne ?le|la|l' mets|mettrai|mettre pas ?sur|en ligne|réseaux|les|linkedin|facebook
partage|publie|poste pas|rien|jamais ?ce|ça|de|trop|ces|sur|non

[read]
merci pour|de ?cette|la ?belle|bonne lecture
tombe|tombait à|bien pic|poil
garde|mets|garderai|conserve ** sous|précieusement|côté ?le coude
découvre|découvrais
chiffres|infos m' ont
pris le temps de le|lire lire
pris le temps de
intéressant|intéressante|instructif|instructive|éclairant|enrichissant|passionnant|captivant|formateur
utile !à
lu|lue|lus|lues !jusqu'|dans-vos
relu|parcouru|feuilleté|dévoré|survolé|consulté|imprimé|bouquiné
ai|viens|avons|bien|pris|vu|et|jai|suis|eu ?de|le|bien|tout|plaisir|la ?le|l'|la|de ?lire lu|lire|lecture|parcouru
lecture faite|terminée|intéressante|instructive|utile|agréable|ok|finie|enrichissante
bonne|belle|chouette|excellente|super lecture|synthèse|analyse
intéressant|intéressante|instructif|instructive|utile|utiles|éclairant|éclairante|enrichissant|enrichissante|passionnant|passionnante|captivant|pratique|formateur|bonne|clair|pédagogique ?lecture|à|info|pour ?savoir|synthèse
très|vraiment|fort|super|bien|plutôt|hyper|trop|assez|tro|tres intéressant|intéressante|instructif|instructive|utile|éclairant|clair|écrit|enrichissant|pédagogique|complet
bien|bon|tro|trop fait|fichu|écrit|article|ecrit|expliqué|tourné|papier
appris|apprends|découvert|retenu|noté|compris|apprenais|ignorais|servi|servira|aidé|rappelle|rappelé|aidée|servir
m'|me|nous a|sert|servira|aura|ont|est ?bien|beaucoup|surtout|déjà servi|aidé|appris|éclairé|rappelé|plu|utile|permis|intéressé|parlé|rassuré|touché
avec intérêt|interet|plaisir|attention
c' est|était ?une|un|bien|bon|très|vraiment|tout|toujours bonne|bon|bien|intéressant|clair|utile|instructif ?chose|à|de savoir|écrit|fait|savoir
bon|utile|bien|intéressant|content|bonne ?chose|à|de|d' à|de|d' savoir|apprendre|connaître|lire|relire
vu|reçu ?et|,|bien lu|pris|compris|noté
savais|soupçonnais|connaissais|imaginais pas
enregistré|archivé|imprimé|affiché|punaisé|sauvegardé|rangé|mis-de-côté|conservé
m'en servirai|resservirai|inspirerai
servirai|réutiliserai|appliquer|exploiterai|montrerai|lirai-avec
un|petit like|j'aime
adoré|apprécié|aimé|kiffé ?l'|le|la|lire|cet|votre|ce
félicit~

[leave]
tire ma révérence
rends mon tablier
place d' ambassadeur|ambassadrice
plus de mails|mail|messages $
plus de mails|mail|messages svp|merci
ni les|aux suivants|autres|prochains
^ j' arrête $
plus jamais
pause définitive|permanente
arrêter|arrête|m'arrête pour de bon
préfère arrêter
me retire|désengage définitivement|complètement|du
ne reviendrai|reviendrais pas
arrête|arrêtons là l' aventure
inutile|inutil de|d' ** écrire|solliciter|contacter|relancer|envoyer
effacement|suppression de|d' mes|mon données|adresse
veux|veu|ve plus ?en ?recevoir|être|de|participer|sa|ça
mettre|mets|mettez fin à
retirez|enlevez|supprimez|rayez|radiez|effacez|virez|ôtez|otez|désinscrivez|désabonnez - moi !un|cet|cette|le|jusqu'
désinscri~|desinscri~|désabonn~|desabonn~|désengag~
retirez|retire|retirer|enlevez|enlève|enlever|supprimez|supprimer|supprime|sortez|sortir|rayez|rayer|raye|ôtez|ôter|effacez|effacer|virez|virer|radiez|radier|éliminez|dégagez|biffez|exclure|excluez|barrez|barre|rayé|rayée|retiré|retirée|sors|otez|enleve *** liste|listes|programme|fichier|fichiers|dispositif|envois|boucle|annuaire|groupe|ambassadeurs|circuit|diffusion|mailing|base|adresse|mails|truc
retirez|retire|enlevez|enlève|supprimez|supprime|sortez|rayez|ôtez|effacez|virez|enleve|otez|radiez|désinscrire|désabonner|sors ?- moi|nous|mon|mes !un|cet|cette
me|m'|moi|nous retirer|enlever|supprimer|sortir|rayer|désinscrire|désabonner|radier|effacer|virer|oter ?définitivement|complètement|svp|tout !pas
retirer|supprimer|effacer|retirez|effacez|supprimez mon|mes|ma|toutes adresse|coordonnées|données|nom|mail|e-mail|mes|inscription
je|j'|souhaite|veux|préfère|voudrais|aimerais|désire|vais|décidé|compte ?de|donc|me|m' ?me|m' quitter|quitte|sortir|sors|arrêter|retire|retirer|arrête|cesse|cesser|stopper|stoppe ?ma|du|le|de|les|mon|ce|cette|la|l' ?la|cette|ce participation|programme|dispositif|partages|groupe|aventure|ambassadeurs|participer|rôle|envois|liste|collaboration
quitte|quitter|quitté|quitterai|démissionne|démissionner|sors|sortir ?de|du|le|l'|mon|ma|cette|ce|la ?l'|la programme|dispositif|liste|groupe|aventure|rôle|ambassadeurs|entreprise|société|boîte|boite|maison|démarche
je démissionne
préfère|veux|souhaite|voudrais|vais|aimerais|me ?m' arrêter|cesser|stopper là|ici|complètement|tout|définitivement
m'|préfère arrête|arrêter|arrêterai là
ne ?le|la|l'|y|en|vous souhaite|veux|désire|voudrais|tiens|peux ?plus|pas plus ?vous|que|en|y|rien|du ?être|faire ** recevoir|participer|partie|sollicité|sollicitée|contacté|contactée|figurer|mails|être|avoir|sollicitations|contribuer|continuer|volontaire
veux|souhaite|voudrais|ve|peux|jveux|envie ?pas|de|d' plus ?en ?les|la|des|de|vos|ces|ses|se|du|aucun|faire|avoir|être|recevoir|y|rien|participer|ce|d'en|en|vos|que|vous ?être|mails|recevoir|partie|mail|du|de|messages|programme|tout
ne plus participer|recevoir
plus la peine|besoin ?de ?m' écrire|envoyer|contacter|solliciter
plus envie|peux|jamais|en ?de|d' ?être|en|faire|participer ambassadeur|ambassadrice|participer|programme|partie|recevoir|rien
ne|n' suis|serai|fais|ferai|participe|participerai|désire plus ?désormais|volontaire|partie|d'|ambassadeur|ambassadrice|intéressé|intéressée|disponible|au|à|du ?volontaire|partie|programme|ambassadeur
suis plus ?ambassadeur volontaire|intéressé|intéressée|ambassadeur|ambassadrice|partante|partant
c'|ce|ça|celui|cela ?était|est|sera|fut ?était|sera|bien le|mon|ma dernier|dernière ?fois|partage|post|publication !congé
c'|ce était|est|sera le|mon dernier !week-end|jour|jours|moment|de
retrait|désinscription|départ|désistement|résiliation|radiation|démission définitif|définitive|svp|du|de|merci|immédiat|immédiate|s'il-vous-plait
retire|révoque|retirer|révoquer|annule mon|ma consentement|accord|participation|inscription|autorisation
rgpd ** supprim~|effac~|retir~|oppos~|désinscri~
droit ?à|d'|de|l' ?l' effacement|opposition|oubli|retrait
fini|terminé|marre|soulé|saoulé|assez|gavé ?avec|de|d'|du|par ?recevoir ?ces|vos|ce|tous|tout ?ces|vos @mail|partages|programme|histoires|spam|sollicitations
en ai ?plus|vraiment fini|marre|assez|terminé
oubliez|oublie|perdez|lâchez|lachez|lâche ?- moi|mon !jusqu'
fichez|foutez ?- moi|nous ?- ?la|en paix|tranquille
bonne continuation|route ** sans
sans moi ?désormais|dorénavant|à désormais|dorénavant|définitivement|avenir
ne comptez plus sur moi
comptez plus sur
n'en ferai ?pas|plus d'autres|autre
ne ferai plus
fin|arrêt|cesse|cesser|arrêter ?de|d'|à ?ma participation|collaboration|engagement
pars|part|partirai|partie|parti ?définitivement|bientôt|en|à|le|la retraite ?le|en
vos|ces envois ** cesser|cessent
clore|clôturer|clôturez|fermer|fermez mon|ma compte|inscription|participation
résilier|résilie

[stop]
^ stop $
^ stop ?svp|merci|à|aux|les|tout|! $
stop mail|mails|pub|publicité|spam|envois|emails|messages|merci|svp|à|aux|!press
^ stop
arrêtez|arretez|arrête|arreter|arrêter|cessez|cesse|cesser|stoppez|stopper|stop|suspendez|suspendre|basta|coupez ?de|d'|les|vos|tous|ces|l'|avec|tout|svp|les ?m'|me|vos|ces|envoyer|solliciter|tout ?me|m' envois|envoyer|écrire|@mail|solliciter|relancer|spammer|sollicitations|contacter|bombarder
ne|n' plus ?rien|jamais ?me|m' ?rien solliciter|contacter|écrire|envoyer|importuner|relancer|déranger|adresser|proposer
ne|n' ?plus ?me|m' envoyez|envoyer|envoie|écrivez|écrire|sollicitez|solliciter|contactez|contacter|adressez|proposez|proposer|mandez|relancez|transmettez|adresser ?-|pas|moi ?rien|plus|moi|pas|aucun ?rien|aucun|de|d'|ces|vos
m' envoyez|envoie|envoyer|écrivez plus|pas|rien ?rien|de
rien ?m'|me|nous|à|plus envoyer|proposer|recevoir|m'envoyer|solliciter|adresser
plus|pas|aucun|aucune|rien ?de|d'|me|m'|plus|besoin @mail|proposer|écrire|solliciter|envoyer|sollicitation|envoi|nouvelles
tout stopper|arrêter|suspendre|couper
laissez|laisse|foutez|lâchez|fichez|laisses ?- moi|nous|me|tranquille
tu|vous me|m' laisses|laissez|laisse|oubliez|oublies tranquille
stop ?aux|à|les|tout|! ?@mail

[stay]
failli|faillit ?vous|te|de|me|presque ** retirer|désinscrire|désabonner|quitter|arrêter|désinscription|liste
ne|n'|pas|sans ?me|m'|que|je ?veux|me|souhaite|vous ?pas|me|m' désinscris|désabonne|désinscrire|désabonner|quitte|quitter|pars|retirer|retire|démissionne ?pas|point
pas ?une|un|pour|le|de|question|à|la|que|me ?désinscription|désabonnement|démission|départ|adieu|désinscrire|quitter|arrêt
je|j'|et reste
gardez|garde|laissez|continuez|conservez|garder ?- moi|à|m'|de|mon|me ?sur|dans|envoyer|m'|en ?la|les|envoyer|liste|nom
continuez|continuer|continue ?à|de|quand ?m'en|m' envoyer|proposer|solliciter|m'
ne|n' ?me|m' relancez|relance|rappelez plus|pas pour celui|celle|ce|ça|cette|cela
ne me relancez plus
arrêtez|arrêter|stop|cessez ?de|les|aux|d' relances|rappels|relancer|me-relancer|rappel|relance
oublié de me désinscrire
quitte|quitter la|le|mon|ma|un réunion|bureau|chantier|poste|salle|service|travail|équipe
envoyez|renvoyez|remettez|mettez
retirer|retire|supprimé|supprimer|retiré|enlevé|enlever ?le|la|l'|mon|ma|un|une|cette|ce|cet post|publication|photo|image|faute|lien|phrase|version|hashtag|commentaire|logo|message|première|article|annonce|tag

[pause]
participation en veille|pause|sommeil
mets|mettre|mettez ma participation
mettez|mets|mettre ?- moi ?-|en en pause|veille
^ plus rien|aucun ** jusqu'|pendant|avant
rien avant|pendant|d'ici
en arrêt|congé|formation|déplacement ** jusqu' ** gardez|rien|pas|après|coupe
laissez|laisse ?- moi ?-|en tranquille|paix jusqu'|jusque|pendant
^ stop ** jusqu'
glace d'|jusqu'|jusque
sur|su' la glace
pause|pose ?svp|merci|s'il-vous-plait jusqu'|pendant|svp|merci|réseaux|numérique|estivale|annuelle
pause|pose de|d' deux|trois|quatre|quelques|un|une|2|3|4|plusieurs ?mois|semaines|semaine
^ pause|pose ?svp|merci|$
mettre|mettez|mets|mette|faire|fais|prends|prendre|prend|besoin|passer|passez|demande|demander|mise|souhaite|voudrais|veux|petite|marquer|fais-moi|droit ?-|moi|me|m'|mon|ma|une|un|d'|de|faire|prendre|compte|participation ?moi|en|une|d'|un|faire|petite ?petite|courte|en|en|longue|vraie pause|pose|veille|stand-by|standby|break|coupure|congé|suspens|attente|sourdine|repos|trêve|glace|silence
me|m'|moi ?en|sur|une|un|de ?la pause|veille|standby|glace|break
coupe|couper|coupure|break|trêve|suspension|parenthèse|interruption|pause|silence|suspendre|suspendez|déconnecte|déconnexion|jeûne|cure|diète ?tout|mes|de|numérique|d'|ma|totale|les|le|temporaire|temporairement|mon|ma|un|une|notifications|participation ?mails|de|les ?réseaux ?jusqu'|jusqu'au|pendant|deux|trois|d'ici|un|une|d'|pour|quelques
je|on|j' coupe tout|mes|les|mon
je|on suspend|suspends|interromps|gèle ?temporairement|ma|mon participation|tout
besoin de|d' souffler|respirer|un-break|couper|recul
devoir de réserve
sans|mois|semaine|semaines réseaux ?sociaux
je fais|prends ?un|une|deux|trois mois|semaine|semaines|pause sans|de|off
temporairement|provisoirement|momentanément ?suspend~|arrêter|suspendre|pas|plus
pas|aucun|aucune|plus|rien ?de|d' @mail|envoi|proposition|sollicitation ?en|avant|pendant|jusqu'|d'ici|d' ?août|juillet|les|le|là|la|ici|septembre ?là|vacances
demande|demanderais|voudrais ** mois|semaines|semaine ?de silence|répit|calme
me|m' ?re|nous resolliciter|recontacter|réécrire|resollicitez|recontactez|réécrivez|relancer|relancez|reparler|retrouver ?pas|qu' ?après|en|à|au|le|plus|dans|vers|la|avant
resolliciter|recontacter|recontactez|resollicitez|reproposez|réécrivez ?-|moi ?moi ?après|en|à|au|dans|vers|le|plus ?tard|@when
reparlons|reparle|reparlera|reparler|retrouve|revoit|recontacte en|à|au|le|après|dans|plus

[until]
jusqu'|jusque|jusqu'au|jusko|jusqua ?à|au|en|aux|la|le|ce
jusqu' à|au|en|aux|après|noël|ce|fin|mi
d'|d'ici|dici ?ici là|la|ici|septembre|fin|janvier|lors
entre|en|entretemps|entre-temps|entre-tps ?-|attendant temps|temps|attendant
avant|d'avant ?la|le|les|que|fin|mi|l' rentrée|fin|septembre|octobre|novembre|décembre|janvier|février|mars|avril|mai|juin|juillet|août|printemps|été|automne|hiver|comptes|noël|retour|reprise|vacances|vendanges|que|mon
pendant|durant|en|pour|de ?un|une|deux|trois|quatre|six|le|la|les|mon|ma|mes|tout|quelques|ces|l'|cet|le-temps vacances|congé|congés|août|juillet|mois|semaine|semaines|été|ramadan|examens|exams|partiels|arrêt|période|absence|maternité|parental|vendanges|inventaire|saison|jours|formation|moisson|hiver|clôture|travaux|campagne|quinzaine|trimestre|année|an
un|une|deux|trois|quatre|cinq|six|2|3|4|5|6|quelques|quinze|15|huit mois|semaine|semaines|jours|quinzaine
en août|juillet|décembre|janvier|septembre ?svp|s'il|merci
rentrée
le temps de|que|d'|du
tant que
provisoire~|temporaire~|momentané~

[resume]
on|nous ?en ?se reparle|reparlera|retrouve
reprends|reprendrai|reprend|reprenons|reprendre|reprise|reprenez|repartir|recommence|recommencerai|reviens|reviendrai|redeviens|redispo|rouvre|redémarre|relancez|resolliciter ?volontiers|avec|ensuite|en|après|le|vers|juste|à|au|dans|de|mes|sans|plaisir|ok|dispo ?en|après|le|plaisir|vers ?vous
on se retrouve|reparle|recontacte|revoit ?en|le|à|au|après|dans
ensuite|après|apres|puis|derrière ?je|on|pas|ok|c'|les|ça|vous|sans ?de|ok|souci ?reprends|ok|reprend|souci|problème|pourrez|reprendrai|redeviens|volontiers|roule
à nouveau|de-nouveau|nouveau ?dispo|disponible
à|dès|après|de mon retour|reprise

[ask]
ça|ca|cela compte
il manque
manque la|le|une photo|lien|image|article|pièce
ne|n' comprends|comprend pas
ne sais pas comment|où|si|quoi|lequel|quel
est-ce|est ?- ?ce que|qu'
^ qui|quel|quelle|quels|quelles|comment|combien|pourquoi|où|quand|lequel|laquelle|koi
c' est quoi|koi|qui|où|quand|combien
pouvez|peux|pourriez|pourrais|savez|sais|avez|as|auriez|aurais|faut|doit|dois|peut|y|seriez ?- vous|tu|t'|il|on|je|a
puis ?- je
lien|vidéo|image|photo|page|bouton|article|pièce|document|visuel|url ** marche|fonctionne|marchent|fonctionnent|ouvre|charge|affiche|apparaît|mort|manque|manquante|cassé|erreur|404 ?pas|plus|mal
erreur|page|lien|message|affiche 404|introuvable|inaccessible
ne|n'|pas|plus|impossible ?de|d'|pas|réussi|pu|à ** ouvrir|trouver|accéder|ouvre|trouve|afficher|connecter
pas|plus|aucun|aucune|sans|manque ?de|d'|reçu|vu|la|le|trouvé|y|l' ?la|le|l'|une|un|de|d' pièce|image|photo|visuel|lien|contact|jointe|bouton|texte|article ?jointe
besoin|aimerais|voudrais|souhaiterais ?de|d'|bien ?de savoir|comprendre|connaître|précisions|précision|aide|renseignement
savoir|dire|vérifier|préciser|confirmer|demande|demandent|demander|expliquer|indiquer|dites|renvoyer|rappeler ?si|moi|ce|quel|quelle|où|comment|qui|à-qui|-|votre|le
avant ?de|toute|que ?me décider|décision|répondre|publier|partager|chose
photo|texte|nom|image ** accord|autorisation|signé|droit|droits|faute|erreur|orthographe
faux|erroné|inexact|erreur|coquille ?dans|sur|chiffre
on|va me|m' demander|demandé|demande

[suggest]
mérite son|un|sa article|post|portrait
parlez de|du|d' notre|nos|la|l'
à faire suivre|circuler|tourner|connaître
verrais bien
serait|serai|ferait|seraient|rendrait|parlerait|verrais|verrait|aimerais|plairait ?aussi|bien|très|plus|mieux|beaucoup|un|une|dix ** relayer|partager|diffuser|relayé|partagé|diffusé|publier|publication|post|tourner|sujet|portrait|relais|campagne|programme|article|reportage|plus|vidéo|montrer|parler
pensez|penser|songez ?aussi|plutôt|donc à ** offre|article|vidéo|interview|page|post|podcast|reportage|poste|annonce|portrait|sujet|photo|avant
mettez|parlez|relayez|diffusez|publiez|proposez|partagez|poussez|valorisez|montrez ?-|donc|plutôt|aussi|le|la ** offre|article|vidéo|interview|page|podcast|reportage|annonce|portrait|sujet|photo|avant|label|concours
à|a partager|relayer|diffuser avec|auprès|à|largement|absolument|!votre
il faudrait ?aussi|plutôt|peut ** parler|relayer|partager|diffuser|montrer|post|vidéo
super|bel|excellent|chouette article|papier|reportage|post ** partager|relayer|diffuser
plutôt|mieux à|que faire tourner
mettre en avant
idée|idées|suggestion|proposition|piste ?de|pour|d'|sujet|: ?post|la|le|publication|article|sujet|un|une|prochain|prochaine|suite|partage
^ idée|suggestion|proposition|piste
je|j'|vous|te|me|permets ?vous|te|me|de|permets|voulais|aimerais|souhaite|souhaiterais|voudrais ?de|vous|te signale|signaler|suggère|suggérer|propose|proposer|soumets|soumettre|recommande|recommander|partager|conseille|transmets|indique ?cet|ce|un|une|le|la|l'|ce|cette|d' ** article|vidéo|post|podcast|reportage|sujet|interview|papier|lien|offre|page|étude|billet|thème|tribune|dossier|portrait|publication|événement|photo|annonce|émission
pourquoi|et ?ne|n'|si pas|ne|on|vous|tu|n' ?pas|ne ** relayer|partager|publier|parler|diffuser|mettre|proposer|envoyer|faire|relayait|partageait|parlait|publiait|mettait|proposait|avant|valoriser|passer
mérite|mériterait|mériteraient|vaut|vaudrait|gagnerait ?d'|bien|largement|aussi|à ?être|un|le|une|d'|qu' relayé|relayée|partagé|partagée|diffusé|diffusée|publié|connu|connue|relais|partage|détour|coup|post|vu|vue|article|publication|relaie
ça|ca serait|rendrait|ferait ?mieux|bien|un|un-beau
on|vous pourrait|pourriez|devrait|devriez ?aussi|plutôt|peut-être|un|bien|relayer|jour|faire ?aussi|jour ?parler|relayer|partager|publier|mettre|diffuser|proposer|faire|en|valoriser|évoquer|suivre|pousser|raconter
prochain|prochaine|futur|future ?envoi|fois|publication|post|partage|numéro|newsletter|campagne|sujet|série ** pensez|pense|pourquoi|mettez|parler|idée|sujet|proposer|parlez|offre
vu|lu|tombé|trouvé|repéré|découvert|croisé|écouté ?passer|hier|ce|sur|un|cet|une|matin ** article|vidéo|podcast|post|interview|reportage|émission ** proposer|relayer|partager|intéresser|plaire|programme|sujet|diffuser|idée
pourrait|pourraient|devrait|peut|va ** intéresser|plaire|parler|servir

[withdrawn]
ai|puis|et|été|mais|avons|, ?tout|l'|vite|finalement|depuis|aussitôt supprimé|retiré|enlevé|effacé|dépublié|viré|ôté|masqué|annulé|décroché
l'|les ai|avons ?finalement|depuis|ensuite|vite|aussitôt|donc|du|coup|coup|bien supprimé|retiré|enlevé|effacé|dépublié|viré
post|publication|partage|annonce retiré|retirée|supprimé|supprimée|enlevé|effacé

[again]
remis|reposté|republié|repartagé|refait|republiée|repostée|remise|nouveau|nouvelle|corrigé|corrigée|rediffusé|relancé ?dans|ensuite|aussitôt|version|aussi|sur|post|en|depuis|est|une|hier|ce ?ligne

[staydown]
ne|n' ?y reviendra|reviendrai pas
ne|n' ?le|la|l' remettrai|remettrais|reposterai|republierai|referai|remets|recommencerai pas|plus|point
restera|reste|resteront comme|supprimé|retiré|ainsi|hors ?ça|ligne
préfère en rester
en rester là

[void]
comme promis|convenu|prévu
sur des|le-sujet gens|thème
prochaine|prochain fois ** avant|prévenez|dites
à|de la poste
partage ?des|de données|données|fichiers|connexion|écran|position
comptez sur moi pas
je m'arrête en chemin
ne compte pas
partage|partageons|partages ?tout|complètement|pleinement|entièrement|totalement|assez|aussi|bien|tout-à-fait|pas|vraiment|à|absolument|donc|également|100 ?fait|l'|% ?à ?votre|ton|cet|cette|l'|leur|le|vos|son|la|mon|un avis|point|analyse|constat|opinion|vue|sentiment|enthousiasme|inquiétude|colère|ressenti|vision|position|avis|idée|critique|lecture|conviction|approche|joie|vos|diagnostic|philosophie
partager|partagé|partageait|partageais ?votre|ton|cet|l'|le|cette|mon|ma|la|un avis|point-de-vue|analyse|constat|opinion|enthousiasme|sentiment|repas|bureau|voiture|table|gâteau|vision|chambre|déjeuner|café|taxi|train|covoiturage
ai|avons|a ?d'|bien|juste|déjà|aussi|donc ?abord @share_pp|transmis|transféré|envoyé votre|ton|ta|sa|leur|vos|l'|le|la proposition|mail|message|question|demande|courriel|retour|remarque|fichier|dossier|planning|courrier|facture|projet|badge|document|texte
@share_pp|transmis|envoyé en interne
mis|mise dans|en ?ma|mes|la|les|mon file|brouillons|attente|planning|agenda|favoris|brouillon|onglets|poche|sac
à|pendant|durant|de|dans|en|pour|la|ma|salle ?de|ma|la|notre ?prochaine pause !jusqu'|longue
pause café|déjeuner|midi|dej|clope|de|du|repas !jusqu'|quelques|deux|trois|un|mois|2|3
sinon ce|c' sera|est non
non non
l'|les ai @share_pp|transmis|envoyé à|au|avec ?mon|ma|notre|la|le|l' chef|cheffe|responsable|manager|direction|directeur|directrice|service|juridique|avocat|comité|supérieur|équipe|collègue|n+1|comptable
@share_pp|transmis|envoyé à|au|avec ?mon|ma|notre|la|le|l' chef|cheffe|responsable|manager|direction|directeur|directrice|service|juridique|avocat|comité|supérieur ?pour|juridique
relais|relai 4x100|4|infirmier|petite|routier|course|parental|électrique|enfance|de-poste|gsm|colis|presse|sportif
notre|le|au relais|relai ?4x100 a|routier|colis|!linkedin
par la poste
poste|bureau|la de poste|poste
partage|partageons|partagent|partager ?le|la|un|une|les|notre|aussi bureau|salle|voiture|véhicule|repas|table|camion|imprimante|locaux|parking|frais|chambre|pourboires|couloir|atelier|tâches|logement|entrepôt|machine|covoiturage|planning|gâteau|chariot|hangar|ordinateur
partage des|du|de ?la|l' pourboires|tâches|frais|bureau|temps|voiture|bénéfices|connaissances|travail|valeur|salles|responsabilités|coûts
poste ?de|est|en|à|d' technicien|cdi|cdd|travail|pourvoir|pourvu|aide|cariste|vacant|comptable|soudeur|ouvert|nuit|infirmier|temps
publié sur notre|votre|le site
l'article est ?-|il|bien ?déjà|il publié
jamais|jamais-rien|habitude|d'habitude|rarement|rien d'habitude|jamais
je|j' ne|n' partage|publie|poste jamais|rarement|presque|pas ?rien|jamais|grand|souvent ** d'habitude|habitude|mais|sauf
d' habitude
ne vais pas mentir
fait|c' partie|est ** plaisir|longtemps|froid|beau
est|sont ?bien|tout|vraiment|très bien|très|super|joliment fait|faite|écrit
tro|trop|bien|très|mal fait|fé
ce qui est|fut
en fait|effet
tout à fait ?d'accord
fait|faire|font ?le|la|un|du|de|des partie|plaisir|froid|attention|rire|beau|sens|mal|peur|bizarre|réfléchir|sourire|drôle
celui-ci aurait|aurais
aurais|aurait|auriez|aurions ?bien|pu|volontiers|été|dû @share_pp|partagé|pu|relayé|fait|mis
avais|avait|avez|ont|avons|as promis
philippe|collègue|chef|elle|il qui l'|a a|ai ?mis|déjà @share_pp|mis
qui l'a|l' a|ont mis|@share_pp
le|un|mon|du précédent|dernier|autre|ancien avait|a|faisait ** vues|likes
post|publication ?de|du la|l'|le|boîte|boite entreprise|boîte|boite|maison|société|page

[unsure]
trop on verra
pas trop ** verra
enfin si|non|bref
enfin je crois|pense
ne sais pas trop
à moins que ce
ou ?alors ?bien était|c'était ?ce l' autre
ou ?bien c'|était|alors|peut ?était|c'|- l'|autre ?autre
ou|et ?finalement peut ?- être pas
ou ?alors pas $
sais|souviens|rappelle plus ?trop|très|bien ?si|lequel|laquelle|ce|ou
^ ah|euh non|attendez
euh|attendez|attends|enfin non|si je ne|n' crois|sais|pense ?pas
je ne sais plus

[thanks]
merci
bravo
ok
parfait
super
top
génial
d'accord
bien|tout reçu|noté|pris
bonne|belle|bon journée|soirée|continuation|week-end|semaine|weekend|courage|vacances|année

[whynot]
avez|as - vous|tu pensé
vous avez pensé à|au
pourquoi ne|n'|on|pas ?pas|parle|ferait
et si on|vous|nous
on|vous|nous pourrait|pourriez|devrait|devriez|pourrions ** non
avez|as - vous|tu vu ** relayer|partager|intéressant
