# English. See README.md for the format.
@share_pp = shared posted reposted published retweeted tweeted skeeted tooted reshared relayed circulated broadcast plugged
@share_inf = share post repost publish tweet retweet reshare circulate relay
@net = linkedin linkdin facebook fb insta instagram ig twitter x threads bluesky mastodon tiktok youtube whatsapp xing discord telegram slack reddit
@place = profile feed page story wall account timeline status channel stories network socials group @net
@when = tomorrow tonight today monday tuesday wednesday thursday friday saturday sunday weekend week later soon morning evening afternoon lunch lunchtime tmrw month back home next when once after shift break asap eod
@obj = it this that one them these
@neg = not never won' don' didn' haven' hasn' can' cannot couldn' wouldn' isn' wasn' doesn' ain' no
@mail = emails email mails mail messages reminders posts requests these this them notifications things

[function]
i i' you you' we we' it it' its he she they they' this that that' these those the a an and or but so to of on in at for with by from up out off my your our his her their me us them is are was were be been am do does did don' didn' doesn' t s d ll m ve re not no won' can' can isn' wasn' have has had haven' hasn' will would could should just now also only any all one if when as there there' here what who how about again go going get got me more

[rewrite]
tmrw = tomorrow
tmw = tomorrow
2moro = tomorrow
2morrow = tomorrow
tomoz = tomorrow
soz = sorry
pls = please
plz = please
u = you
ur = your
r = are
b4 = before
4 = 4
thx = thanks
ty = thanks
dont = don' t
didnt = didn' t
wont = won' t
cant = can' t
havent = haven' t
isnt = isn' t
wasnt = wasn' t
doesnt = doesn' t
im = i' m
ive = i' ve
ill = i' ll
id = i' d
its = it' s
thats = that' s
wanna = want to
gonna = going to
wot = what
wots = what' s
whats = what' s
emailin = emailing
sendin = sending
feelin = feeling
nah = no
nope = nope
yep = yes
yup = yes
cannae = can' t
aye = yes
havnt = haven' t
defo = definitely
til = until
till = until
hols = holidays
me = me
ta = thanks
cos = because
wkend = weekend
wknd = weekend
b/c = because

[done]
post|ad|piece|article is live|up|out
it' s|is out there
than shared|posted
team|all|everyone shared it
nudge|reminder done
has been shared|posted
it' s been ** on ?my @place
it' s on @place
it' s in my|our
went up on|yesterday|last|monday|tuesday|wednesday|thursday|friday|this
sent|passed|forwarded it round|around|to ** group|followers|network|contacts|team|@net
new|corrected|second one|version is up|live|out
i did|shared|posted it|this|that ?one before|yesterday|already|last|on|when
already did|shared|posted|done ?it|this|that
added it|this to|on ?my ** @place|profile|featured
the link i shared
round to posting|sharing|it
: @share_pp
have both|all|also|just @share_pp
@net ok|done|sorted|✅
@net is|was done|up|live|sorted
^ @share_pp
i|we|i' ?ve|have|also|just|already|finally|both|actually|have @share_pp ?and ?reposted it|this|that|to|on|yours|your|the|yesterday|already|last|a|in|with|my
i|we|i'|have|'ve ?ve|have|also|just|already|finally|both|did|got|now|only ?ve|just|already|finally|now put|popped|stuck|chucked|dropped|thrown|bunged|slapped|pushed|placed|flung|shoved|got|whacked|lobbed|run it|this|that|the|one ?job|article|piece|link|photo|post|ad|up|out ** on|up|out|online|in|into|across|round @place|my|our|the
popped|stuck|chucked|dropped|threw|bunged|slapped|pushed|put|flung|shoved|lobbed|whacked|sent|passed|gave ?it|this|that|the ?up|out|round|one|ad|post|photo|piece|article|link ?up|out|round|around ** on|in|into|to|via|across ?my|me|our|the|a|both ?own|village|local|personal|company ** @place
put|popped|got|sent|bunged it out|up|online|live
got round|around to it ?and|just|now $
i|we did|done|have ** @share_pp|share|post|pass|put|repost !it|@mail
i|we do|did share|post it
did it|that|this|one|so ?yesterday|on|this|last|just|already|earlier|for|now
^ did it|so
^ done ?and|it|that|this|for|on|yesterday|now|already|just|as|earlier
all|job|task|mission|deed|it' done|sorted|accomplished ?!with
it'|this|that|its|consider|it is|s|was|has ?is|now|been|all|already ?now|been|already|all done|shared|posted|live|up|out|sorted|published|online|reposted !with|on-leave|of
is|are|s|been|went|gone|goes|was|now|i' ?now|just|already|all|also|safely live|out|up|online ?in|there|the|now|on|via|at ?wild ?on ?my|the ?own ** @place
it'|that' s it up|out|live|done|shared
up|live|out|posted|now|online|went|gone|there ?now|live|up|it' ?s on|in|via|to|with ?my|our|the|both|me ?own|personal ** @place
^ up|live|out|online on
went|gone|going out|up|live ?on|at|this|to|yesterday|via|in|today|lunch|last|first
it'|is|its|been|been ?s|been|now|already on my|our ** @place
s|been on|in my|our ** @place
here'|here|this s|is my|mine|the ?own post|link|share|url|tweet|one
here'|here s|is mine|it
here you|ya|u go|are
there ya|you go
^ my|mine ?own post|share|link|tweet|repost
mine is|here|below|attached-link
my post|share|repost|tweet|reel|story got|has|had|reached|is|so|now|hit|went|on|from
@share_pp on|to|via|in|across|with|onto ?my|our|both|the|me ?own|personal|local ** @place
@share_pp both|all|everywhere|yesterday|just|already|straight|last|on|this|as|immediately|right|earlier|today|now|with|over|there|here|at
got|have|had it|this|that @share_pp|up|out
is|been|was|were|are|now|just|duly ?now|been|just|already|also|duly @share_pp ?by|on|in|to|this|yesterday
quick|latest|final|my|some|the ?numbers|stats|week|early|post ?one|so numbers|stats|figures|results|update ?for|on|from|so|after ?my|the|from|far
stats|numbers|figures|results|impressions|views ?so|for|on|from|after ?far|my|the ?linkedin|post|share
week|day one|two|1|2|3|three ?for|of|on my ** share|post
liked ** @share_pp
and|then|so|but|anyway|finally ?i|we|have|just|then @share_pp it|this|that|straight|on|yesterday|anyway|last
me|us and ** shared|posted
changed my mind ** @share_pp
passed|forwarded|handed|spread it|on|this|the|the-word ?on|article|piece|link|word ?on to|round|in|with my|the|everyone ?followers|network|contacts|connections|group
pass it|the|this ?article|piece|post|on ?on to my|the followers|network|contacts
shared ?it|this with my|the|all|everyone followers|network|contacts|connections|group|readers
ticked|tick off|box|that|please
two ticks
job'|jobs ?s a|done good|'un
in|on my ?insta|instagram|facebook|fb|linkedin|whatsapp|own story|stories|feed|status|profile
^ story|post|reel|status up|posted|done|live|is|shared
doing|done the|a|my rounds|bit|share|post|deed
reposted|reshared ?yours|the|your|it|from
done|finished the sharing|posting|share|post
i can confirm i|we|that ** @share_pp
did|made|recorded|filmed|wrote a|my|an tiktok|reel|thread|video|post|article|story ?with|about|on|for
your post|link|article|piece is on|up ?my
shared|posted for|as|per requested|asked|you

[done?]
^ sorted
^ all|'s sorted|good|set
^ yes|yep|yeah ?i done|did|shared|posted|have
mission accomplished
consider ** informed
out|passed|went there|to @place
told|tell everyone|all

[notdone]
not|haven'|hasn'|hadn'|didn'|isn' ?t ?yet|actually|quite @share_pp|got|had|managed ?round|it|to|around|a|chance ?yet|round|to
haven'|hasn'|hadn' t ?yet ?actually|even shared|posted|done|got|had|managed|put
not|isn' ?t yet|quite|up|live|out|done
nearly|almost there|done|finished
didn' t get|manage|have ?a|the|round chance|time|to|round
not|isn'|hasn' ?t|quite yet
^ not yet
^ nearly|almost there|done
^ not now|right|just|today|this-week|this-second
not ?right now
no|haven' ?t|got|had|yet ?had ?had|a|the|any chance|time|minute|moment
shared|posted it @obj
chance would
forgot|forgotten to|about
yet to
waiting|wait on|for|until|till
as good as
haven'|havent ?t ?yet shared|posted|done|got|had
didn' t get|have|manage|find ?the|a|round|around ?chance|time|to

[promise]
yes but later
in hand
coming soon
it goes out ?on @when
then i publish|post|share
i intend|mean to ** share|post
going to do it
saving it for @when
keeping it for @when
need to find|write|get|add
should have done it by
not this morning|minute
on my|the to ?- ?do ?list
on my|the list|todo|radar|agenda ?for|this
i' ll hold off|fire
hold|holding off until|till
just|only ** left|hit|press ?to publish|post|send|click|share
putting|put it back tomorrow|tonight|later|this|once
leave it|this with me
making|made a note to
nearly|almost ready|there
^ will|planning|going|hoping ?to ** post|share|put|do|repost|sort|get
will repost|reshare|share|post when|later|after|once|at|on|tomorrow|tonight
i' ll ** it
i' ll share|post|put|do
i plan|intend|hope|aim to ** share|post|put
as soon as
not before|until|till the|we|friday|monday
try again tonight|tomorrow|later|this|on
if|once|when ** i|i'|we|we'|it ll|will|can|d ?then ** post|share|put|up|straight
haven' t had a|any minute|sec|moment|chance|time
i'|we'|it'|that' ll|will ** @share_inf|put|do|get|pop|stick|chuck|go|be|drop|bung|have|try|sort|see|push|read|hit|look|up|give
i|we|it|that|one|version will|shall|plan|intend|hope|mean|aim ** @share_inf|put|do|get|go|pop|stick|be|have|drop|try|sort
^ will ?do|share|post|get|put|try|have
will do|share|post|put|get|repost|publish|sort|pop ?it|this|that|one|on|tonight|tomorrow|up
going to|gonna ?try|have|to ?to @share_inf|put|do|get|pop|stick|chuck|sort
planning|plan|hoping|intend|aiming|meaning|want|need|happy|glad|keen|willing|like ?to|on ?add|first ?@share_inf|post|do|sharing|posting ** @when|first|but|before|until|waiting|as-soon|as
(happy|glad) to
happy|glad|keen|willing|yes to share|post|do|but|once ** but|until|once|after|when|just|as
scheduled|queued|lined|planned|booked|timed|set|pencilled|penciled|down ?it|up|for|in|to|on|to-go ?for|in|to|up|on ** @when|out|am|9|8|go|@net|queue
^ scheduled|queued
it' s|is scheduled|queued|planned|due|lined
draft|drafts|drafted
to ?- do list
in|on the|my queue|pipeline|diary|calendar|planner
haven'|not|won'|i'|never ?t|ve ?t forgotten|forgot|forget
promise|promised|swear ** @when|will|it|you|post|share
^ promise
if|once|when|as|after|until|provided|assuming|soon|unless ?soon|you|as|i|it|he|she|they ** i'|i|we|it'|it|then ll|will|can|d|am|'m|share|post|then ** @share_inf|put|go|up|get|do|happily|straight|away|share|post|it
once|when|if|as-soon-as|soon ** i'|we'|i|it' ll|will
i'|we'|will|it' ll|will|d ** once|when|as|if|after|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week|later|soon|lunch|back|home
consider it ** as|once|when|soon|after
leave|give it|me ?with|until|a|another|till|to|one ?me|until|few|day|couple ?to ** @when|day|days|hours|friday|monday|week
remind|nudge|chase|ping me ** @when|again|in|on
^ ?maybe tomorrow|tonight|later|soon|monday|tuesday|wednesday|thursday|friday|next|this-weekend|over ?week|promise|morning|evening|on|the|for|today $
next week|monday|month ?for|definitely|sure|then
later ?on|this|in|today ?this|the|week|today ?week
put|go|goes|going|get|have it|back|up ** back|up tomorrow|tonight|this|later|asap|soon|shortly|when
a corrected|new|better one|version ** will|going|up
back up|online tomorrow|tonight|this|later|asap|soon|once|when
on it|to-it ?today|tonight|tomorrow|later|this
i' m on it
count|rely|bank on me ?for
hit|press|click|pressing|hitting publish|post|send|share ** @when|once|when|then
then i'|it' ll
trying|try again ?@when|later|this|tonight|tomorrow
get|getting to|round|around ?to it ?@when|tomorrow|tonight|later|soon|this|next|asap
get it ?up|out|posted|shared|done|sorted|on ?on|@net ** @when
do|doing it ?on|at|when|later|tonight|tomorrow|this|next|over|after|asap ** @when

[refuse]
not going on any|either|mine|my|there|that
not going up on any|either|mine|my|there
will|would not ?be share|sharing|post|posting|repost|do|put|run
won' t be running|doing|posting|sharing
so i won' t double
i' ll leave this ?one to
isn' t my area|field|thing
skip me ?for this
not going to $
i' m not going to|gonna $
it' s a no
so no $
no can do
not in a million
would look bad|odd|wrong
doesn' t belong
too much self|promotion|advertising
shame ** otherwise
refusal from
let|letting this|it|that ?one go
not ** on my ?own profile|page|feed
can' t put that|this|it out
don' t want ** linked|associated|ribbed|arguments
so no share|post
doesn'|does|do ?t ?not|really|quite sit|fit|speak|suit|feel|appeal|work ?well|right|with|for|to me|my|right|well
isn'|is|not ?t ?not something ?i ?d|would|want|i'd
not something ** put|want|name
feel|feels|felt ?a|a-bit|bit silly|awkward|uncomfortable|wrong|odd|uneasy|daft ?posting|sharing|about|doing
i'|i|we|we'|so ?ll|m|am can' t share|post|do
skipping ?it|this|that $
no chance
^ not sharing|posting
clients|customers|boss|union would|might object|mind
d have|of shared|posted|done ** if|had|but
would have shared|posted|done ** if|had|but
this|that one ?here isn'|is ?t ?not for
one isn' t for
not a|really ?fan|keen
not|no|pass|skip|skipping ?to|on|for ?share|post|sharing|posting|doing this|that|these one|time|piece|article
not this|that one|time|piece
^ no|nope|never $
^ no|nope thanks|thank|sorry|thx|to|can'|for|way|chance|from|i|not|sharing|need
no thank|thanks|sorry|from|way|chance|i|, ?you|not|won'|to
^ pass
pass|passing|skip|skipping|give|giving|sit|sitting|swerve|duck|miss|decline|declining ?on|this|that|it ?it|this|that|one ?one ?a|out|pass|miss|by
i'|i|we'|we ?ll|'ll|d|would|am|m|have|think|shall|must|to ?to|have ?to pass|skip|skipping|decline|passing|abstain
sit|sitting this|that one out
rather|prefer|sooner|happier|comfortable ?not|to|d ?to ?to not|keep|stay|leave|without ?share|post|sharing|posting|be|it|this|put
rather|prefer ?to ?not ?to not
i|we|i'|we'|am|m|be|feel|really|just|personally won'|will|can'|cannot|not|don'|wouldn'|couldn'|refuse|shan'|am ?not|t|going|want|feel|really|to|be|comfortable|think|wish|quite|on|in|personally ?to|not|be|really|want|feel|going|comfortable|care|my|right|able|t|wish|a|good|much|share|position ** @share_inf|sharing|posting|put|putting|promote|promoting|do|doing|endorse|advertise|touch|support|recommend|associate|share ?this|that|it|one
won'|can'|cannot|am|'m|wouldn'|don'|not ?t|not|be|going|want|to ?be|to|not|really ?to sharing|posting|putting|share|post|promoting|promote|endorse|advertise|touch|touching|repost ?this|that|it|one
can'|cannot|couldn'|can ?t|not ?really|in ?do|share|post|put this|that|it ?one|i' ?m|afraid
not|isn'|wasn' ?t ?really|quite ?my|a|on|to|in feeling|keen|comfortable|convinced|interested|relevant|sold|fan|cup|thing|scene|bag|area|field|style|taste
not for me|this|us|my
not feeling|keen|comfortable|interested|convinced
it'|its|that'|hard|still|a|sorry|so|firm|answer|say|saying|said|be|mine|is|afraid ?s|is|a ?a|still|hard|be no ?from|for|this|thanks|on|i'|to|$
say|saying no
too political|salesy|corporate|personal|controversial|preachy|cheesy|sensitive|negative
count|leave me out ?of|on|for ?this|that ?one|time
hard|firm pass|no
staying|stay|steer|steering|keep|keeping ?well|right out|clear|away|schtum|quiet ?of|from|on|this
i'|i|we'|i ?m|am|ll|will out ?on|for this|that one
i'|i ?d|would|'d rather|prefer ?you|i|we|it ?t|didn'|not|to
(deleted|closed|left)
deleted|closed|left|quit|shut|deactivated ** socials|accounts|account|linkedin|profile|facebook
read the room
dying|thrilled|desperate|waiting to read|hear|see|know
as if
over my dead
yeah right
so no ?$
doesn' t ,|so|so-no
wouldn' t be|feel ** right|appropriate|comfortable
have|ll|going ?to to|pass|decline ?decline|pass|skip|say ?no ?this|on
give this|it|that ?one a miss|swerve|pass

[noshare]
no share|shares|post|posts ?from|on
keep|keeping it|this ?here ?for|to me|myself
don' t use|do|have ?any|much social|socials|media
only a reader|lurker
won' t ?be repost|reposting|resharing
won'|not|don'|wouldn'|never|no|didn' ?t|not ?be|one|really|plan|want|planning|need|plans|much|into|do|actually ?to|be|for|on|of ?do sharing|posting|publishing|share|post|publish|reposting|repost|putting|put|online ?it|this|anything|work|on|online|about|from
won'|not ?t|not be sharing|posting|publishing|putting|reposting
no|not|zero|without ?a|any sharing|post|posts|share|shares|posting|repost ?from|on|by|my|please
not posting|sharing|publishing|reposting
no|not|zero ?a|any|plans|need|intention|further ?to|of share|post|posts|sharing|posting|shares|repost|sharing ?from|it|my|on ?me|my|this ?side
not|never|don'|aren'|no|isn' ?t|been|on|one|a|big|really|do|have|any|got|use|into|much|really ?on|for|of|any|big|much|a|the|have|do|on ?the|of|any|a|for social|socials|media|poster|sharer|posting|linkedin|networks|accounts
keep|keeping|kept|saving|saved|leave|leaving|happy|prefer|rather|stick|content ?it|this|that|to|just|with|here|simply ?for|to|just|it|at|with|my|there|reading ?myself|me|myself|read|reading|lurk|desktop|team|records|reference|own ?though|rather|team
happy|prefer|content ?just ?to reading|lurking|read|observe
just|happily reading|lurking|a-reader|for
no further
never have and
leave|leaving the|that|it ?sharing|posting ?to others|marketing|sales|the-others
about to start
lurker
won'|not|don' ?t ** online|anywhere|posting|sharing|publicly

[read]
i' ll stick to reading
showed my|the team|colleagues
for my own knowledge
goes well with
devoured
bookmarked
^ fascinating|interesting|useful|helpful|informative|handy
had a|another|quick|proper ?quick|proper|good look|read
no idea
good stuff
read|reading !the-room|into
^ read
i|i'|have|ve|had|just|finally|we|all|team|good|great|nice|lovely|proper|really|interesting|excellent|cracking|a|quick|decent|fascinating|solid|worth|very|enjoyed|useful ?ve|a|all|good|proper|the|had|just|really|quick ?proper|good|quick read !about|the-room
good|great|nice|interesting|useful|excellent|cracking|fascinating|enjoyable|lovely|decent|informative|solid|helpful read|piece|article|info|summary|overview
useful|helpful|interesting|informative|insightful|handy|instructive|enlightening|educational|gripping
learned|learnt|clarified|clarifies|cleared|explained|answered|taught|reminded
learned|learnt|discovered ** something|a|lot|few|bit|that|about
enjoyed|liked|loved|appreciated ** it|piece|article|this|reading|read|that
printed|pinned|bookmarked|filed|saved|printout|laminated|forwarded
noted the content|points
good|nice to know|hear|see
went through|over|down
worth a|the read|reading

[leave]
don'|not|no ?t ?longer want|wish|wanna|care ?to ?be ** part|receive|participate|these|emails|mails|involved|anymore|ambassador|volunteer|continue|requests|messages ?!to
don' t want these|this|to-do-this anymore
details|address|name are|is to be removed|deleted
object to the processing|use
last time i ** out
out after this
remove|delete|drop|strike|cross|wipe|scrub|erase|take|purge|unenrol|unenroll|deregister|get ?me|my|us|please ?name|address|email|details|data|me|account ?address|off|out from|off|of|out|permanently|altogether ?of ?the|this|your|all|these|future list|programme|program|lists|scheme|mailing|mailings|group|rota|emails|ambassadors
remove|delete|drop|strike|unsubscribe|deregister|unenrol me|us !until|for
^ i quit
want|need out $
stop for good
permanent one|break
not this ** nor|or any other|others|future
kindly|please stop all|any|further ?further requests|emails|posts
unsubscribe|unsubscribed|unsubscribing|unsub
remove|drop|delete|strike|unenrol|deregister me|us ?from|off|now|please|altogether|permanently|for|completely !until
remove|delete|erase|wipe|take my|all name|address|email|details|data|account|info|personal|of ?address
take|taking|get me|my|us ?name off|out ?of|this|the|your|all
taken|come|coming|be off|out ?of ?the|this|your|all list|scheme|programme|program|mailing|rota|lists
want|like|wish|prefer|need|decided|going|time|choosing|ready|rather|'d ?me|i|for ?to ?be|come|me|get out|leave|quit|stop|withdraw|step|off|opt|removed|resign|drop|bow|end|cancel ?down|out|of|from|off|doing|being|now|receiving|taking|the|my|this ?of|the|from|an|this|part|being|altogether|now|participating|these|these-emails|taking|it|completely|ambassadors|ambassador|scheme|programme|program|list|participation !week
leaving|leave|left|quitting|quit|exiting ?the|from|your|this scheme|programme|program|company|firm|ambassadors|list|business|organisation|organization|group
last ?working day ?at|is|here|on
step|stepping|stepped|drop|dropping|bow|bowing|opt|opting|opted|pull|pulling down|back|out|away|aside ?of|from|as|now|the|for|altogether ?the|being|now|all|here|good|this ?ambassador|ambassadors|programme|program|scheme|for
opt|opting|opted|counting ?me out ?of|from|permanently|for|altogether|please ?good|all|everything|future|now|the
count me out ?permanently|for|of|altogether|from
^ opt ?me|- out
no longer|more|longer-wish|further ?wish|want|interested|like|willing|emails|posts|mails|messages|requests|sharing|any|part|volunteer|mails|of ?to|in|please|be|like|of-these|any ?be|to|participating|receive|part|taking|in|this|this-scheme|please
don'|do|not|no ?t|not|longer want|wish|wanna|like|care ?to|any|these|me|be ?to|be|do|any|get|it ?do|be|receive|get|participate|part|this|take|it|anymore|these|more|involved|any|on|continue|want ?anymore|any|these|part|more|emails|in|on ?more|emails|anymore|of|longer ?anymore
not|don' ?t|want|wish ** anymore|any-more|any-longer
wish|want|would ** to|be withdrawn|removed|unsubscribed|withdraw|unsubscribe
withdraw|revoke|withdrawing|cancel|cancelling|rescind|end|terminate ?my|the|hereby consent|participation|permission|membership|subscription|involvement|my ?consent|participation|membership|subscription
erasure|gdpr
please|stop|never|don'|no|not ?do|t|not|ever|again ?ever|send|contact|email|write|mail|message ?me ?again|any|ever ?any ?again|further|ever $
never|don'|not ?t ?ever|again|want|write|contact|email|message|mail ?me|my|again|write|any ?again|personal ** again|for-work|used
my|the|that'|was|is|be|it'|this|that ?s|is|will|was ?my|the|be last ?one|share|post|of-it
that'|that|this ?s|is|was|will ?be my|the last|lot
i'|we' m|re ?officially done|finished|through with|for ?these|this|good
done|finished|fed|sick|enough|had-it|had|tired|bored ?up|of|it ?with|of|up these|this|your|the|all|being|sharing|posting ?emails|mails|programme|scheme|spam|nonsense
had|enough enough|of ?of
for good|ever
permanently ?off|out|remove
all future|any-future
to any|all future
lose|forget my|about ?number|address|me
goodbye|farewell
retire|retired|retiring ?from|as|on|in|next|at
step|stand down ?as|from

[stop]
stop $
^ stop
^ stop ?please|it|now|this|emailing|everything|all $
stop|cease|quit|halt ?please sending|emailing|mailing|writing|messaging|contacting|bothering|asking|pestering|spamming
stop|cease|halt|enough|no-more ?with|all|of ?the|these|all emails|mails|messages|posts|requests|spam
don'|not|never ?t ?ever send|email|mail|write|contact|message me|us|again|anything|any|to|more
no|nothing ?more|further emails|mails|posts|requests|messages|please|until|till|for
nothing|none until|till|please|for|from
leave me|us alone
please no|none|stop ?more

[stay]
not|isn'|never|ain' ?t|be|a|an|'m ?a quitting|leaving|resigning|resignation|unsubscribing|stopping|goodbye|quit|leave|withdrawing
keep|leave|please ?me|on|sending|them ?on|them|the|posted|coming|sending ?list|them|coming
stop|pause|cancel|no|enough|drop ?more|the|with|these|your|sending|all ?the|reminders|reminder|nudges|chasing|chasers|nagging|reminding|your ?reminders|reminder|about|me|nudges
stop press|worrying|by|me|here|the-press|and|for|them|at|it
i'|i ?m|am ?still staying|in
still in|up|happy|game|keen ?for|to
ask me again
next|another time|one|round ?maybe|please|though
take|took|taken|taking|pull|pulled|removed|deleted|remove|delete it|that|mine|the|post|my|this|down ?post|photo|picture|first|down|typo
you can|could stop
last week|night|month|time|friday|monday|tuesday|wednesday|thursday|year|saturday|sunday
well done
happy|glad to ?stay|keep|remain|be ?in|on
leave|leaving early|for|at|the-office|it|until|with
my last day|shift
for good measure|reason|reasons
unsubscribed|unsubscribe|leaving ** but|nearly|almost
almost|nearly|tempted|about ** unsubscribe|leave|quit|asked|remove|unsubscribed

[pause]
hold back any|the|my|posts|emails ** until|till
need|want some air|space|rest
back $
back|available|rejoin|game|restart|resume|pick ** in|from|after|then|again january|february|march|april|may|june|july|august|september|october|november|december|that|then|easter|christmas|after|monday
happy|fine|ok|glad|good|keen ?to ?rejoin|go|start|resume|be|pick again|after|rejoin ?after|then|in
hold|pause|suspend|stop these|them|the|my|everything|all ?emails|mails|posts ** until|till|til|for|over|during|while
no|nothing ?more|emails|mails|posts|requests ?emails|posts|please|for ** until|till|til|before|in|over|during|while ?the january|february|march|april|may|june|july|august|september|october|november|december|i|we|the|my|exams|then|summer|now
stop|skip|leave ?me|sending|out ?out ** until|till|til|during
get|come|talk|write|try|ask back ?to|again ?me in|after
try me again
resume afterwards|after|then
pre - election
pause|paused|suspend|suspended|freeze|snooze|mute|break|hiatus|breather|sabbatical|time-out ?me|my|please|us|it|for|until|from|emails|mine|everything|the|these|posts|till|mails|these-emails ?for|until|till|emails|mails|from|participation|account|please|membership|mails|the|posts|this ?a|the|until|for
put|place|keep ?me|my|us|this|it|everything ?on hold|ice|pause|standby ?until|for|please|till
need|want|take|taking|have|having|like|on|needing|fancy|could|request|due|after|, ?to|a|do|with|have|me|us|i ?take|have|a|little|short|bit|proper|long|quick ?a|of|little|short|proper|long|real|two|three|one|digital break|breather|pause|hiatus|rest|sabbatical|detox|timeout !at|room|down
on|off|have ** leave|sick|holiday|maternity|paternity|sabbatical|furlough|holidays|hols|bereavement ** no|pause|hold|don'|nothing|stop|suspend|not|then
off socials|social|linkedin|facebook|screens|grid
digital|social ?media detox|break
until|till further notice

[until]
until|til ?the|my|i'|i|we|we'|after|end|further|then|new|@when|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas
until
for the|a|an|another|two|three|four|five|six|eight|one|2|3|4|5|6|8|10|few|couple|next|at ?next|rest|few|couple|a|couple|of|month|fortnight|two|three|four|whole ?of|two|three|four|six|month|week ?weeks|months|week|month|days|year|fortnight|summer|while|the|season|term|quarter|time
during|over|throughout|in|through ?the|my|our summer|exams|holidays|leave|august|july|december|ramadan|lent|season|harvest|christmas|maternity|month|stocktake|audit|easter|holiday|january
before january|february|march|april|may|june|july|august|september|october|november|december|the|i'|i
in january|february|march|april|may|june|july|august|september|october|november|december
while i'|i|we|we'|on|off
new year|term
then please|thanks|thank|pls
temporarily
a|two|three|four|six|few|couple|2|3|4 ?week|month|of weeks|months|break|fortnight|week|month ?break|off|pause
after that|then|the|my|easter|christmas

[resume]
i' ll be back
back|rejoin|resume|again|restart|pick|return ?it|on|in|from|at|after|up|then|to ?back|again|up ** after|then|in|january|february|march|april|may|june|july|august|september|october|november|december|when|on|after-that|normal|the|next
fine|available again|after

[ask]
i only got|see|received
is missing
are you sure
can|could|would|will|may|might|should|do|does|did|is|are|was|has|have|am|shall ?someone you|i|we|it|there|someone|anyone|anybody|he|she|they|this|the|that|my|somebody ?please|tell
who|what|where|when|why|how|which|whose ?'s|s|is|are|do|does|did|can|should|was|much|many|long|about|to|exactly|signed|owns|wrote|it
^ who|what|where|when|why|how|which|whose|wots|what' ?s
anyone|someone|anybody know|tell|check|confirm|help
i|i'|don'|not ?m|t|am|not|can'|couldn'|t ?sure|know|see|find|open|tell|read|get|access ?how|what|where|which|if|whether|the|any|it|a|to|who|your|into
link|page|image|picture|photo|article|button|attachment|pdf|video|password|url|site|portal ** doesn'|isn'|broken|404|dead|missing|not|won'|wouldn'|error|expired|fails|empty|blank|gives|gone|bounces|down|goes
404|error
there|was|see|got|is|no|without|missing|forgot|i ?was|were|is|no|the|to|only ?no|the|not|isn'|attach|see ?picture|photo|image|attachment|link|attached|text|button ?attached|in|to|attach|and ?attached|your|no
no picture|photo|image|attachment|link|button|date|salary ?attached|in|was
want|need|like|wondering|question|wonder|asking|ask|checking|unsure|clarify|confused ?to|about|if|is|for|i|s ?know|if|whether|check|ask|be|what|how|which|about|who
want|need|like to know|be-sure|check|ask|understand
tell me|us ?what|if|whether|who|how|which
before i|we|deciding ** share|post|decide|answer|put|say|commit
let me know if|whether|what|which|who|how
resend|send it again
wrong|incorrect|misspelt|misspelled|mistake|typo|inaccurate

[suggest]
deserves ?its own|an article|post
ought|should to be passed|shared|shown
talk about our|the
i recommend this|the
i' d love to see
worth passing|sharing|circulating ?on
you|we|they|hr|someone|staff|company should|ought|could|might ?also|really|maybe|to ** share|feature|push|circulate|cover|post|promote|relay|put|get|do|use|highlight|plug|showcase|publish|interview|spread|send|talk
would|might|could ?be|make|suit|deserve|also ?a|really|well|the ?be good|great|lovely|brilliant|nice|perfect|ideal|worth|interesting ?to|for|post|idea|feature|one ** put|share|feature|programme|circulate|post|push|highlight|out|send|sharing
would be|make|suit ?a|well|perfect|great|good|lovely ?for|post|programme|feature|share|the ?the programme|post|scheme|feature
it'|it d|would be good|great|nice|lovely ** feature|share|see|put|do
needs|wants a push|share|boost
suggest|recommend|propose this|the|an|we|sharing article|piece|podcast|video|post|we
worth sharing|circulating|posting|relaying|a-share
would|might|could suit|interest|work|fit
idea|suggestion for
idea|suggestion|proposal|thought|recommendation|tip ?for|of|:|about|is ?a|the|next|future|another|your
^ idea|suggestion|thought
how|what|why|maybe ?about|not|don'|do|one ?t|a|we|you|something ?we|you|not|about ** share|sharing|circulating|circulate|featuring|feature|post|posting|promoting|promote|doing|piece|article|video|covering|running|pushing|talk|send|put|using|publish|interview|story|podcast|one
how about
worth|deserves|merits ?a|more|really|its ?wider|bit|own|of ?sharing|circulating|sending|posting|featuring|covering|share|airing|audience|post|spotlight|attention|mention|relaying|a ?shout|post
would|should|could be|make ** share|feature|programme|program|post|circulate|send|next
perfect|ideal|great for the programme|program|next|ambassadors|scheme|campaign
next|future|another|upcoming ?time|post|one|campaign|round|batch ** about|feature|maybe|could|think|idea|how|perhaps|suggest|try|consider|why|include|do|:
saw|seen|spotted|found|read|came|heard|watched|attaching|sending|here'|noticed|have|suggest|propose|recommend|pitch|nominate ?across|this|a|you|s|the|an|me|i ** article|video|podcast|piece|post|interview|report|story|feature|clip|documentary ** might|worth|should|could|good|great|perfect|programme|suit|idea|would|interest
suggest|propose|recommend|nominate|pitch ?we|you|the|that|a|sharing|featuring
maybe|perhaps|instead ?do|send|share|feature|next|try|one|something|we|run|you ?time|do|should|could ?one|on|about|that|the|a ?piece|video|post|feature|round|send
get|have people|everyone|staff|others|folks to share|push|post|spread
could|can|should you|we|i ** feature|share|circulate|suggest|promote|cover|post|send ?the|our|a
send|put|share|push|circulate|feature|try ?out|that|the|this|round|one|a|our ?round|piece|video|article|one|vacancy|photo|interview|podcast ** round|instead|next|too|maybe|out

[withdrawn]
cancelled|canceled|scrapped|binned it|that
took|taken|take|pulled|deleted|removed|delete|unpublished|hid|withdrew|binned|scrapped|yanked ?it|mine|the|this|that|my|post|down|again|one ?post|down|again|first|back|off|since|because|after|straight|go|later|off|version
deleted|removed|pulled|unpublished it|mine|that|this|the|my
took it|mine|that|the ?post down|off|back
had to take|delete|remove|pull

[again]
reposted|re-posted|put|back|up|again|new|corrected|second|fresh|republished|reshared ?it|one|version|back|straight|up|is|now|there|again|posted|since ?back|up|again|after|there|now|live|away|straight|on
reposted
it' s back

[staydown]
stay|stays|staying|leave|leaving|keep|keeping|stayed|remain ?it|that|them|this down|off|deleted|removed|gone|that-way|way|offline
won'|not ?t|be|going ?to|be reposting|repost|putting|put ?it back|again|reposting
not reposting
and that'|thats s that|how

[void]
rest|bus|tram|truck|fuel|lunch|pit|next|first|last|whistle|tube|train|full stop|stops
stop|stopped at|by|off|in|over|halfway|for|to
non|can' ?t ?- stop
as|comme promised
got|had it lined up ** cancelled|but
should|when|if|where people|others|they read|share|post
shared|share|forwarded|passed * email|mail|message|note|question|request|proposal ?on|over to|with
worth a push
need|needs to chase
gave it a like
share|shares|sharing|shared|shares ?all|totally|fully|completely|entirely|very|much|also|in|don'|do|not ?t ?your|the|his|her|their|that|this|author'|an|my|our|of|same ?s|author|same|own enthusiasm|view|views|opinion|concern|concerns|feelings|sentiment|feeling|frustration|excitement|passion|joy|worries|vision|outlook|values|pain|interest|optimism|pride|scepticism|sense|position
share|shares|shared|sharing ?the|a|an|our|my|some|that|his forklift|desk|office|room|van|car|lift|flat|printer|kitchen|lunch|taxi|house|cab|bench|locker|birthday|vehicle|table|pallet|warehouse|workload|shift|cake|credentials|password|tips|drive|laptop|folder|calendar|screen
share|shared * with|to my|our|the|her|his ?line boss|manager|director|legal|union|supervisor|wife|husband|lawyer|compliance|payroll|rep|team|department|landlord|accountant
shared|share your|the|this|it|my|that ?question|email|note|message|request|proposal|with ?with legal|manager|boss|compliance|finance|director|legal-team|hr|it|payroll|marketing
shared|share ** with legal|compliance|finance|payroll|hr|my-manager|management
with my|our|the manager|boss|supervisor|director|line|lawyer|union
job|time|market|profit|flat|house|car|ride|lion'|file share|sharing|shares|sharer|shared
fair|equal|bigger|lion' share
share price|prices|of|options|holder|capital|drive|scheme|holders
shares in
posted * keys|letter|form|parcel|contract|badge|package|forms|documents|card|cheque|invoice|laptop|uniform|envelope|samples|key|passport|certificate|lanyard
posted ** second|first|recorded class|delivery
by|in|through|the|via the|post|royal ?post|mail
keys|badge|parcel|letter|package|contract|form|invoice|cheque ** posted|post|post-office
keep|kept|keeping|stay you|me|us|him|everyone posted
post office|code|mortem|box|room|holder|graduate|it|man|doc|docs|op|its
company' s|own|page ?own post|page
well done|said|written|put
read the room|into|between|aloud|riot
read ?it out to
job well done
done deal|in|right|well
like what
never|rarely|usually|normally|hardly|don'|seldom ?t ?usually|normally|often|really|ever @share_inf ** but
would|could|might ?have|of|'ve have|of|'ve @share_pp|shared|posted|done
i'd have|of shared|posted
share ?it ?with ?you|everyone|the
don' t share the|his|that|her|this
someone|somebody|colleague|he|she|they ?else ?s|has|have|already ?already shared|posted
published ** site|website|intranet
well|nicely|beautifully read|done|put
worth sharing|posting|a
can i|we|you|it
press release
pop|put|get your|the|a|some feet|kettle|coat
who shares|shared|posted|shares
how|where|should|can|could|may|whether|before ?do|to|someone ?i|we|to|you @share_inf|put
able to

[unsure]
or did i
might have been
can' t remember|recall|tell
couldn' t tell
not sure ?if|whether|which
i think or
done i think
or was it
or was that|it ?the ?other
no wait|hang|hold ?on
or did|have|not ?i|$
remember|recall|sure|know if|whether|which ?one ?i ** shared|posted|did|clicked|one
i think i did|have
wait no|maybe
or maybe|perhaps not|i|it|didn'

[thanks]
thanks
cheers
great
brilliant
noted
received
ok

[whynot]
have you thought of|about
how|what about
why don'|not|doesn' ?t ?we|you|someone
maybe|perhaps we|you should|could
could|should|shall we ** something|feature|do|share|post|cover|circulate
have you seen ** sharing|share|worth|circulate
next time maybe|do|perhaps
