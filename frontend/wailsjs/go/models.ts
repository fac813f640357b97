export namespace article {
	
	export class Rules {
	    inboxDays: number;
	    offerDays: number;
	    eventDays: number;
	    discardedDays: number;
	    expiredDays: number;
	    limitMB: number;
	
	    static createFrom(source: any = {}) {
	        return new Rules(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.inboxDays = source["inboxDays"];
	        this.offerDays = source["offerDays"];
	        this.eventDays = source["eventDays"];
	        this.discardedDays = source["discardedDays"];
	        this.expiredDays = source["expiredDays"];
	        this.limitMB = source["limitMB"];
	    }
	}

}

export namespace window {
	
	export class About {
	    version: string;
	    goVersion: string;
	    workspace: string;
	    revision: string;
	
	    static createFrom(source: any = {}) {
	        return new About(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.goVersion = source["goVersion"];
	        this.workspace = source["workspace"];
	        this.revision = source["revision"];
	    }
	}
	export class Assumptions {
	    factor: Record<string, number>;
	    cpm?: number;
	
	    static createFrom(source: any = {}) {
	        return new Assumptions(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.factor = source["factor"];
	        this.cpm = source["cpm"];
	    }
	}
	export class WorkspaceUsage {
	    database: number;
	    files: number;
	    backups: number;
	    other: number;
	
	    static createFrom(source: any = {}) {
	        return new WorkspaceUsage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.database = source["database"];
	        this.files = source["files"];
	        this.backups = source["backups"];
	        this.other = source["other"];
	    }
	}
	export class KeptBackup {
	    file: string;
	    at: string;
	    bytes: number;
	
	    static createFrom(source: any = {}) {
	        return new KeptBackup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.at = source["at"];
	        this.bytes = source["bytes"];
	    }
	}
	export class BackupInfo {
	    folder: string;
	    chosen: boolean;
	    lastAt: string;
	    lastFault: string;
	    keyShown: boolean;
	    passphrase: boolean;
	    kept: KeptBackup[];
	    usage: WorkspaceUsage;
	
	    static createFrom(source: any = {}) {
	        return new BackupInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.folder = source["folder"];
	        this.chosen = source["chosen"];
	        this.lastAt = source["lastAt"];
	        this.lastFault = source["lastFault"];
	        this.keyShown = source["keyShown"];
	        this.passphrase = source["passphrase"];
	        this.kept = this.convertValues(source["kept"], KeptBackup);
	        this.usage = this.convertValues(source["usage"], WorkspaceUsage);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class BackupPreview {
	    file: string;
	    madeAt: string;
	    staff: number;
	    articles: number;
	    posts: number;
	    sent: number;
	    received: number;
	    shares: number;
	
	    static createFrom(source: any = {}) {
	        return new BackupPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.madeAt = source["madeAt"];
	        this.staff = source["staff"];
	        this.articles = source["articles"];
	        this.posts = source["posts"];
	        this.sent = source["sent"];
	        this.received = source["received"];
	        this.shares = source["shares"];
	    }
	}
	export class CalendarEvent {
	    kind: string;
	    id: number;
	    day: string;
	    title: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new CalendarEvent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.id = source["id"];
	        this.day = source["day"];
	        this.title = source["title"];
	        this.count = source["count"];
	    }
	}
	export class CampaignLine {
	    id: number;
	    name: string;
	    objective: string;
	    startsOn: string;
	    endsOn: string;
	    target: string;
	    targetShares: number;
	    state: string;
	    posts: number;
	    requests: number;
	    people: number;
	    answered: number;
	    shares: number;
	
	    static createFrom(source: any = {}) {
	        return new CampaignLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.objective = source["objective"];
	        this.startsOn = source["startsOn"];
	        this.endsOn = source["endsOn"];
	        this.target = source["target"];
	        this.targetShares = source["targetShares"];
	        this.state = source["state"];
	        this.posts = source["posts"];
	        this.requests = source["requests"];
	        this.people = source["people"];
	        this.answered = source["answered"];
	        this.shares = source["shares"];
	    }
	}
	export class CampaignPost {
	    id: number;
	    title: string;
	    kind: string;
	    state: string;
	    people: number;
	    shares: number;
	
	    static createFrom(source: any = {}) {
	        return new CampaignPost(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.people = source["people"];
	        this.shares = source["shares"];
	    }
	}
	export class CampaignParts {
	    posts: CampaignPost[];
	    people: string[];
	
	    static createFrom(source: any = {}) {
	        return new CampaignParts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.posts = this.convertValues(source["posts"], CampaignPost);
	        this.people = source["people"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Company {
	    name: string;
	    website: string;
	    language: string;
	    contact: string;
	    privacyContact: string;
	    disclosure: string;
	    country: string;
	    currency: string;
	
	    static createFrom(source: any = {}) {
	        return new Company(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.website = source["website"];
	        this.language = source["language"];
	        this.contact = source["contact"];
	        this.privacyContact = source["privacyContact"];
	        this.disclosure = source["disclosure"];
	        this.country = source["country"];
	        this.currency = source["currency"];
	    }
	}
	export class CopyFault {
	    code: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new CopyFault(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.params = source["params"];
	    }
	}
	export class Deed {
	    id: number;
	    at: string;
	    actor: string;
	    verb: string;
	    kind: string;
	    thingId: number;
	    title: string;
	    canUndo: boolean;
	    undoneAt: string;
	
	    static createFrom(source: any = {}) {
	        return new Deed(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.at = source["at"];
	        this.actor = source["actor"];
	        this.verb = source["verb"];
	        this.kind = source["kind"];
	        this.thingId = source["thingId"];
	        this.title = source["title"];
	        this.canUndo = source["canUndo"];
	        this.undoneAt = source["undoneAt"];
	    }
	}
	export class DoctorFinding {
	    code: string;
	    verdict: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new DoctorFinding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.verdict = source["verdict"];
	        this.params = source["params"];
	    }
	}
	export class FeedsImported {
	    new: number;
	    unchanged: number;
	    rejected: string[];
	
	    static createFrom(source: any = {}) {
	        return new FeedsImported(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.new = source["new"];
	        this.unchanged = source["unchanged"];
	        this.rejected = source["rejected"];
	    }
	}
	export class FileFilter {
	    name: string;
	    pattern: string;
	
	    static createFrom(source: any = {}) {
	        return new FileFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.pattern = source["pattern"];
	    }
	}
	export class Found {
	    kind: string;
	    id: number;
	    title: string;
	    detail: string;
	
	    static createFrom(source: any = {}) {
	        return new Found(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.id = source["id"];
	        this.title = source["title"];
	        this.detail = source["detail"];
	    }
	}
	export class Job {
	    id: number;
	    kind: string;
	    params: Record<string, any>;
	    state: string;
	    step: string;
	    done: number;
	    total: number;
	    code: string;
	    codeParams: Record<string, any>;
	    quiet: boolean;
	    startedAt: string;
	    endedAt: string;
	
	    static createFrom(source: any = {}) {
	        return new Job(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.params = source["params"];
	        this.state = source["state"];
	        this.step = source["step"];
	        this.done = source["done"];
	        this.total = source["total"];
	        this.code = source["code"];
	        this.codeParams = source["codeParams"];
	        this.quiet = source["quiet"];
	        this.startedAt = source["startedAt"];
	        this.endedAt = source["endedAt"];
	    }
	}
	
	export class ResultsFilter {
	    from: string;
	    to: string;
	    campaign: number;
	    objective: string;
	    topic: number;
	    department: string;
	    network: string;
	    language: string;
	
	    static createFrom(source: any = {}) {
	        return new ResultsFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.campaign = source["campaign"];
	        this.objective = source["objective"];
	        this.topic = source["topic"];
	        this.department = source["department"];
	        this.network = source["network"];
	        this.language = source["language"];
	    }
	}
	export class LedgerFilter {
	    filter: ResultsFilter;
	    postId: number;
	    staffId: number;
	    state: string;
	    words: string;
	    before: string;
	    beforeId: number;
	
	    static createFrom(source: any = {}) {
	        return new LedgerFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.filter = this.convertValues(source["filter"], ResultsFilter);
	        this.postId = source["postId"];
	        this.staffId = source["staffId"];
	        this.state = source["state"];
	        this.words = source["words"];
	        this.before = source["before"];
	        this.beforeId = source["beforeId"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryAdded {
	    ids: number[];
	    new: number;
	    known: number;
	
	    static createFrom(source: any = {}) {
	        return new LibraryAdded(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ids = source["ids"];
	        this.new = source["new"];
	        this.known = source["known"];
	    }
	}
	export class LibrarySight {
	    source: string;
	    url: string;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new LibrarySight(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.source = source["source"];
	        this.url = source["url"];
	        this.title = source["title"];
	    }
	}
	export class LibraryTopic {
	    id: number;
	    name: string;
	    decided: boolean;
	    why: string[];
	
	    static createFrom(source: any = {}) {
	        return new LibraryTopic(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.decided = source["decided"];
	        this.why = source["why"];
	    }
	}
	export class TextPart {
	    text: string;
	    hit: boolean;
	
	    static createFrom(source: any = {}) {
	        return new TextPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.hit = source["hit"];
	    }
	}
	export class LibraryRow {
	    id: number;
	    kind: string;
	    state: string;
	    title: TextPart[];
	    passage: TextPart[];
	    source: string;
	    sources: number;
	    language: string;
	    publishedAt: string;
	    addedAt: string;
	    closesOn: string;
	    suggestedBy: string;
	    picture: string;
	    topics: LibraryTopic[];
	
	    static createFrom(source: any = {}) {
	        return new LibraryRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.title = this.convertValues(source["title"], TextPart);
	        this.passage = this.convertValues(source["passage"], TextPart);
	        this.source = source["source"];
	        this.sources = source["sources"];
	        this.language = source["language"];
	        this.publishedAt = source["publishedAt"];
	        this.addedAt = source["addedAt"];
	        this.closesOn = source["closesOn"];
	        this.suggestedBy = source["suggestedBy"];
	        this.picture = source["picture"];
	        this.topics = this.convertValues(source["topics"], LibraryTopic);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryArticle {
	    row: LibraryRow;
	    title: string;
	    byline: string;
	    site: string;
	    url: string;
	    excerpt: string;
	    words: number;
	    company: string;
	    place: string;
	    contract: string;
	    expiresOn: string;
	    copied: boolean;
	    copyFault: string;
	    note: string;
	    summary: string;
	    sightings: LibrarySight[];
	
	    static createFrom(source: any = {}) {
	        return new LibraryArticle(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = this.convertValues(source["row"], LibraryRow);
	        this.title = source["title"];
	        this.byline = source["byline"];
	        this.site = source["site"];
	        this.url = source["url"];
	        this.excerpt = source["excerpt"];
	        this.words = source["words"];
	        this.company = source["company"];
	        this.place = source["place"];
	        this.contract = source["contract"];
	        this.expiresOn = source["expiresOn"];
	        this.copied = source["copied"];
	        this.copyFault = source["copyFault"];
	        this.note = source["note"];
	        this.summary = source["summary"];
	        this.sightings = this.convertValues(source["sightings"], LibrarySight);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryFilter {
	    state: string;
	    source: number;
	    topic: number;
	    kind: string;
	    query: string;
	
	    static createFrom(source: any = {}) {
	        return new LibraryFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.source = source["source"];
	        this.topic = source["topic"];
	        this.kind = source["kind"];
	        this.query = source["query"];
	    }
	}
	export class LibraryHelper {
	    address: string;
	    model: string;
	
	    static createFrom(source: any = {}) {
	        return new LibraryHelper(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.address = source["address"];
	        this.model = source["model"];
	    }
	}
	export class LibrarySearch {
	    id: number;
	    name: string;
	    query: string;
	
	    static createFrom(source: any = {}) {
	        return new LibrarySearch(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.query = source["query"];
	    }
	}
	export class SourceLine {
	    id: number;
	    kind: string;
	    title: string;
	    url: string;
	    siteUrl: string;
	    folder: string;
	    state: string;
	    articleKind: string;
	    checkedAt: string;
	    fault: string;
	    waiting: number;
	    kept: number;
	    topics: number[];
	
	    static createFrom(source: any = {}) {
	        return new SourceLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.url = source["url"];
	        this.siteUrl = source["siteUrl"];
	        this.folder = source["folder"];
	        this.state = source["state"];
	        this.articleKind = source["articleKind"];
	        this.checkedAt = source["checkedAt"];
	        this.fault = source["fault"];
	        this.waiting = source["waiting"];
	        this.kept = source["kept"];
	        this.topics = source["topics"];
	    }
	}
	export class TopicLine {
	    id: number;
	    name: string;
	    parent: number;
	    words: string[];
	    articles: number;
	    waiting: number;
	    people: number;
	
	    static createFrom(source: any = {}) {
	        return new TopicLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.parent = source["parent"];
	        this.words = source["words"];
	        this.articles = source["articles"];
	        this.waiting = source["waiting"];
	        this.people = source["people"];
	    }
	}
	export class LibraryOverview {
	    counts: Record<string, number>;
	    topics: TopicLine[];
	    sources: SourceLine[];
	    searches: LibrarySearch[];
	    helper: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LibraryOverview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.counts = source["counts"];
	        this.topics = this.convertValues(source["topics"], TopicLine);
	        this.sources = this.convertValues(source["sources"], SourceLine);
	        this.searches = this.convertValues(source["searches"], LibrarySearch);
	        this.helper = source["helper"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryPage {
	    rows: LibraryRow[];
	    total: number;
	    many: boolean;
	    order: string;
	
	    static createFrom(source: any = {}) {
	        return new LibraryPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], LibraryRow);
	        this.total = source["total"];
	        this.many = source["many"];
	        this.order = source["order"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class LibraryStorage {
	    articles: number;
	    text: number;
	    originals: number;
	    pictures: number;
	    rules: article.Rules;
	
	    static createFrom(source: any = {}) {
	        return new LibraryStorage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.articles = source["articles"];
	        this.text = source["text"];
	        this.originals = source["originals"];
	        this.pictures = source["pictures"];
	        this.rules = this.convertValues(source["rules"], article.Rules);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class MailServer {
	    host: string;
	    port: number;
	    security: string;
	
	    static createFrom(source: any = {}) {
	        return new MailServer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.host = source["host"];
	        this.port = source["port"];
	        this.security = source["security"];
	    }
	}
	export class MailAccount {
	    configured: boolean;
	    lost: boolean;
	    address: string;
	    name: string;
	    user: string;
	    auth: string;
	    password: string;
	    clientId: string;
	    clientSecret: string;
	    tenant: string;
	    imap: MailServer;
	    smtp: MailServer;
	    smtpUser: string;
	    shared: boolean;
	    ca: string;
	    pin: string;
	    provider: string;
	    probedAt: string;
	    plus: string;
	    bounceSender: string;
	    keepsId: string;
	    filesInSent: string;
	
	    static createFrom(source: any = {}) {
	        return new MailAccount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.configured = source["configured"];
	        this.lost = source["lost"];
	        this.address = source["address"];
	        this.name = source["name"];
	        this.user = source["user"];
	        this.auth = source["auth"];
	        this.password = source["password"];
	        this.clientId = source["clientId"];
	        this.clientSecret = source["clientSecret"];
	        this.tenant = source["tenant"];
	        this.imap = this.convertValues(source["imap"], MailServer);
	        this.smtp = this.convertValues(source["smtp"], MailServer);
	        this.smtpUser = source["smtpUser"];
	        this.shared = source["shared"];
	        this.ca = source["ca"];
	        this.pin = source["pin"];
	        this.provider = source["provider"];
	        this.probedAt = source["probedAt"];
	        this.plus = source["plus"];
	        this.bounceSender = source["bounceSender"];
	        this.keepsId = source["keepsId"];
	        this.filesInSent = source["filesInSent"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MailGuess {
	    account: MailAccount;
	    found: string;
	    appPassword: boolean;
	    help: string;
	
	    static createFrom(source: any = {}) {
	        return new MailGuess(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.account = this.convertValues(source["account"], MailAccount);
	        this.found = source["found"];
	        this.appPassword = source["appPassword"];
	        this.help = source["help"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class MailStep {
	    name: string;
	    ok: boolean;
	    code: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new MailStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.ok = source["ok"];
	        this.code = source["code"];
	        this.params = source["params"];
	    }
	}
	export class NetworkFacts {
	    id: string;
	    name: string;
	    limit: number;
	    foldAt: number;
	    unsure: boolean;
	    compose: boolean;
	
	    static createFrom(source: any = {}) {
	        return new NetworkFacts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.limit = source["limit"];
	        this.foldAt = source["foldAt"];
	        this.unsure = source["unsure"];
	        this.compose = source["compose"];
	    }
	}
	export class Week {
	    monday: string;
	    given: number;
	    asked: number;
	    shared: number;
	
	    static createFrom(source: any = {}) {
	        return new Week(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.monday = source["monday"];
	        this.given = source["given"];
	        this.asked = source["asked"];
	        this.shared = source["shared"];
	    }
	}
	export class Overview {
	    company: string;
	    newArticles: number;
	    draftsToApprove: number;
	    repliesToReview: number;
	    onlyAsked: number;
	    offersExpiring: number;
	    mailStuck: number;
	    notInvited: number;
	    backupFault: string;
	    staff: number;
	    invited: number;
	    sources: number;
	    mailSet: boolean;
	    firstSteps: boolean;
	    welcomed: boolean;
	    weeks: Week[];
	    copy: CopyFault;
	
	    static createFrom(source: any = {}) {
	        return new Overview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.newArticles = source["newArticles"];
	        this.draftsToApprove = source["draftsToApprove"];
	        this.repliesToReview = source["repliesToReview"];
	        this.onlyAsked = source["onlyAsked"];
	        this.offersExpiring = source["offersExpiring"];
	        this.mailStuck = source["mailStuck"];
	        this.notInvited = source["notInvited"];
	        this.backupFault = source["backupFault"];
	        this.staff = source["staff"];
	        this.invited = source["invited"];
	        this.sources = source["sources"];
	        this.mailSet = source["mailSet"];
	        this.firstSteps = source["firstSteps"];
	        this.welcomed = source["welcomed"];
	        this.weeks = this.convertValues(source["weeks"], Week);
	        this.copy = this.convertValues(source["copy"], CopyFault);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PageFigure {
	    network: string;
	    asOf: string;
	    followers?: number;
	    reachPerPost?: number;
	    reactionsPerPost?: number;
	    overlap?: number;
	
	    static createFrom(source: any = {}) {
	        return new PageFigure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.network = source["network"];
	        this.asOf = source["asOf"];
	        this.followers = source["followers"];
	        this.reachPerPost = source["reachPerPost"];
	        this.reactionsPerPost = source["reactionsPerPost"];
	        this.overlap = source["overlap"];
	    }
	}
	export class PostArticle {
	    id: number;
	    title: string;
	    siteName: string;
	    excerpt: string;
	    url: string;
	    state: string;
	    kind: string;
	
	    static createFrom(source: any = {}) {
	        return new PostArticle(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.siteName = source["siteName"];
	        this.excerpt = source["excerpt"];
	        this.url = source["url"];
	        this.state = source["state"];
	        this.kind = source["kind"];
	    }
	}
	export class PostCard {
	    id: number;
	    title: string;
	    kind: string;
	    state: string;
	    campaign: string;
	    expiresOn: string;
	    changedAt: string;
	    networks: string[];
	    putTo: number;
	    warnings: number;
	    blocking: number;
	
	    static createFrom(source: any = {}) {
	        return new PostCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.campaign = source["campaign"];
	        this.expiresOn = source["expiresOn"];
	        this.changedAt = source["changedAt"];
	        this.networks = source["networks"];
	        this.putTo = source["putTo"];
	        this.warnings = source["warnings"];
	        this.blocking = source["blocking"];
	    }
	}
	export class PostWording {
	    id: number;
	    network: string;
	    language: string;
	    tone: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new PostWording(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.network = source["network"];
	        this.language = source["language"];
	        this.tone = source["tone"];
	        this.text = source["text"];
	    }
	}
	export class PostContent {
	    articleId: number;
	    kind: string;
	    title: string;
	    angle: string;
	    link: string;
	    campaignId: number;
	    expiresOn: string;
	    tags: string[];
	    disclosure: string;
	    utm: string;
	    picture: string;
	    pictureAlt: string;
	    topics: number[];
	    variants: PostWording[];
	
	    static createFrom(source: any = {}) {
	        return new PostContent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.articleId = source["articleId"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.angle = source["angle"];
	        this.link = source["link"];
	        this.campaignId = source["campaignId"];
	        this.expiresOn = source["expiresOn"];
	        this.tags = source["tags"];
	        this.disclosure = source["disclosure"];
	        this.utm = source["utm"];
	        this.picture = source["picture"];
	        this.pictureAlt = source["pictureAlt"];
	        this.topics = source["topics"];
	        this.variants = this.convertValues(source["variants"], PostWording);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PostProblem {
	    code: string;
	    blocking: boolean;
	    variant: number;
	    network: string;
	    have: number;
	    limit: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new PostProblem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.blocking = source["blocking"];
	        this.variant = source["variant"];
	        this.network = source["network"];
	        this.have = source["have"];
	        this.limit = source["limit"];
	        this.text = source["text"];
	    }
	}
	export class VariantLook {
	    count: number;
	    limit: number;
	    shown: string;
	    hidden: string;
	    discloses: boolean;
	    proposed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new VariantLook(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.count = source["count"];
	        this.limit = source["limit"];
	        this.shown = source["shown"];
	        this.hidden = source["hidden"];
	        this.discloses = source["discloses"];
	        this.proposed = source["proposed"];
	    }
	}
	export class PostTopic {
	    id: number;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new PostTopic(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	    }
	}
	export class PostPage {
	    id: number;
	    title: string;
	    kind: string;
	    state: string;
	    campaign: string;
	    expiresOn: string;
	    changedAt: string;
	    networks: string[];
	    putTo: number;
	    warnings: number;
	    blocking: number;
	    content: PostContent;
	    topics: PostTopic[];
	    article?: PostArticle;
	    looks: VariantLook[];
	    problems: PostProblem[];
	    approvedBy: string;
	    submittedBy: string;
	    twoEyes: boolean;
	    template: boolean;
	    canPropose: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PostPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.campaign = source["campaign"];
	        this.expiresOn = source["expiresOn"];
	        this.changedAt = source["changedAt"];
	        this.networks = source["networks"];
	        this.putTo = source["putTo"];
	        this.warnings = source["warnings"];
	        this.blocking = source["blocking"];
	        this.content = this.convertValues(source["content"], PostContent);
	        this.topics = this.convertValues(source["topics"], PostTopic);
	        this.article = this.convertValues(source["article"], PostArticle);
	        this.looks = this.convertValues(source["looks"], VariantLook);
	        this.problems = this.convertValues(source["problems"], PostProblem);
	        this.approvedBy = source["approvedBy"];
	        this.submittedBy = source["submittedBy"];
	        this.twoEyes = source["twoEyes"];
	        this.template = source["template"];
	        this.canPropose = source["canPropose"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class PostRevision {
	    id: number;
	    at: string;
	    actor: string;
	    title: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new PostRevision(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.at = source["at"];
	        this.actor = source["actor"];
	        this.title = source["title"];
	        this.text = source["text"];
	    }
	}
	
	
	export class ReferralLine {
	    id: number;
	    postId: number;
	    postTitle: string;
	    staffId: number;
	    staffName: string;
	    stage: string;
	    receivedOn: string;
	    hiredOn: string;
	    candidateName: string;
	    consent: boolean;
	    note: string;
	    eraseOn: string;
	
	    static createFrom(source: any = {}) {
	        return new ReferralLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.postId = source["postId"];
	        this.postTitle = source["postTitle"];
	        this.staffId = source["staffId"];
	        this.staffName = source["staffName"];
	        this.stage = source["stage"];
	        this.receivedOn = source["receivedOn"];
	        this.hiredOn = source["hiredOn"];
	        this.candidateName = source["candidateName"];
	        this.consent = source["consent"];
	        this.note = source["note"];
	        this.eraseOn = source["eraseOn"];
	    }
	}
	export class ReplyRequest {
	    id: number;
	    number: number;
	    postId: number;
	    title: string;
	    state: string;
	    said: string;
	    networks: string[];
	
	    static createFrom(source: any = {}) {
	        return new ReplyRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.number = source["number"];
	        this.postId = source["postId"];
	        this.title = source["title"];
	        this.state = source["state"];
	        this.said = source["said"];
	        this.networks = source["networks"];
	    }
	}
	export class ReplyPart {
	    text: string;
	    mark: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReplyPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.mark = source["mark"];
	    }
	}
	export class Reply {
	    id: number;
	    staffId: number;
	    name: string;
	    sender: string;
	    subject: string;
	    parts: ReplyPart[];
	    proposed: string;
	    state: string;
	    status: string;
	    decidedBy: string;
	    doubts: string[];
	    networks: string[];
	    urls: string[];
	    figures: Record<string, number>;
	    audiences: Record<string, number>;
	    links: string[];
	    until: string;
	    language: string;
	    receivedAt: string;
	    messageId: number;
	    kind: string;
	    requests: ReplyRequest[];
	
	    static createFrom(source: any = {}) {
	        return new Reply(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.staffId = source["staffId"];
	        this.name = source["name"];
	        this.sender = source["sender"];
	        this.subject = source["subject"];
	        this.parts = this.convertValues(source["parts"], ReplyPart);
	        this.proposed = source["proposed"];
	        this.state = source["state"];
	        this.status = source["status"];
	        this.decidedBy = source["decidedBy"];
	        this.doubts = source["doubts"];
	        this.networks = source["networks"];
	        this.urls = source["urls"];
	        this.figures = source["figures"];
	        this.audiences = source["audiences"];
	        this.links = source["links"];
	        this.until = source["until"];
	        this.language = source["language"];
	        this.receivedAt = source["receivedAt"];
	        this.messageId = source["messageId"];
	        this.kind = source["kind"];
	        this.requests = this.convertValues(source["requests"], ReplyRequest);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReplyItem {
	    request: number;
	    state: string;
	
	    static createFrom(source: any = {}) {
	        return new ReplyItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.request = source["request"];
	        this.state = source["state"];
	    }
	}
	export class ReplyDecision {
	    state: string;
	    networks: string[];
	    until: string;
	    requests: number[];
	    put: number;
	    items: ReplyItem[];
	
	    static createFrom(source: any = {}) {
	        return new ReplyDecision(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.networks = source["networks"];
	        this.until = source["until"];
	        this.requests = source["requests"];
	        this.put = source["put"];
	        this.items = this.convertValues(source["items"], ReplyItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ReplyPage {
	    rows: Reply[];
	    waiting: number;
	    handled: number;
	    ignored: number;
	    more: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReplyPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], Reply);
	        this.waiting = source["waiting"];
	        this.handled = source["handled"];
	        this.ignored = source["ignored"];
	        this.more = source["more"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class RescueState {
	    folder: string;
	    backup: string;
	    at: string;
	
	    static createFrom(source: any = {}) {
	        return new RescueState(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.folder = source["folder"];
	        this.backup = source["backup"];
	        this.at = source["at"];
	    }
	}
	export class Rescued {
	    aside: string;
	    staff: number;
	    articles: number;
	    posts: number;
	    sent: number;
	    received: number;
	    shares: number;
	    broken: string[];
	    held: number;
	
	    static createFrom(source: any = {}) {
	        return new Rescued(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.aside = source["aside"];
	        this.staff = source["staff"];
	        this.articles = source["articles"];
	        this.posts = source["posts"];
	        this.sent = source["sent"];
	        this.received = source["received"];
	        this.shares = source["shares"];
	        this.broken = source["broken"];
	        this.held = source["held"];
	    }
	}
	export class ResultsGroup {
	    key: string;
	    name: string;
	    rest: boolean;
	    shares?: number;
	    sharers?: number;
	    active?: number;
	    participation?: number;
	    potential?: number;
	    estimated?: number;
	    shareRate?: number;
	
	    static createFrom(source: any = {}) {
	        return new ResultsGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = source["name"];
	        this.rest = source["rest"];
	        this.shares = source["shares"];
	        this.sharers = source["sharers"];
	        this.active = source["active"];
	        this.participation = source["participation"];
	        this.potential = source["potential"];
	        this.estimated = source["estimated"];
	        this.shareRate = source["shareRate"];
	    }
	}
	export class ResultsBreakdown {
	    dimension: string;
	    name: string;
	    groups: ResultsGroup[];
	
	    static createFrom(source: any = {}) {
	        return new ResultsBreakdown(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.dimension = source["dimension"];
	        this.name = source["name"];
	        this.groups = this.convertValues(source["groups"], ResultsGroup);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ResultsBucket {
	    from: string;
	    to: string;
	    shares: number;
	    sharers: number;
	    active: number;
	    participation?: number;
	    potential?: number;
	    estimated?: number;
	    gives: number;
	    asks: number;
	
	    static createFrom(source: any = {}) {
	        return new ResultsBucket(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.shares = source["shares"];
	        this.sharers = source["sharers"];
	        this.active = source["active"];
	        this.participation = source["participation"];
	        this.potential = source["potential"];
	        this.estimated = source["estimated"];
	        this.gives = source["gives"];
	        this.asks = source["asks"];
	    }
	}
	export class ResultsChoice {
	    key: string;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new ResultsChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = source["name"];
	    }
	}
	export class ResultsChoices {
	    departments: ResultsChoice[];
	    networks: ResultsChoice[];
	    topics: ResultsChoice[];
	    campaigns: ResultsChoice[];
	    languages: ResultsChoice[];
	    first: string;
	
	    static createFrom(source: any = {}) {
	        return new ResultsChoices(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.departments = this.convertValues(source["departments"], ResultsChoice);
	        this.networks = this.convertValues(source["networks"], ResultsChoice);
	        this.topics = this.convertValues(source["topics"], ResultsChoice);
	        this.campaigns = this.convertValues(source["campaigns"], ResultsChoice);
	        this.languages = this.convertValues(source["languages"], ResultsChoice);
	        this.first = source["first"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ResultsPair {
	    network: string;
	    staff?: number;
	    page?: number;
	    asOf: string;
	
	    static createFrom(source: any = {}) {
	        return new ResultsPair(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.network = source["network"];
	        this.staff = source["staff"];
	        this.page = source["page"];
	        this.asOf = source["asOf"];
	    }
	}
	export class ResultsComparison {
	    code: string;
	    title: string;
	    question: string;
	    sentence: string;
	    known: boolean;
	    unit: string;
	    label: string;
	    staffName: string;
	    pageName: string;
	    staff?: number;
	    page?: number;
	    staffText: string;
	    pageText: string;
	    pairs: ResultsPair[];
	    notes: string[];
	
	    static createFrom(source: any = {}) {
	        return new ResultsComparison(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.title = source["title"];
	        this.question = source["question"];
	        this.sentence = source["sentence"];
	        this.known = source["known"];
	        this.unit = source["unit"];
	        this.label = source["label"];
	        this.staffName = source["staffName"];
	        this.pageName = source["pageName"];
	        this.staff = source["staff"];
	        this.page = source["page"];
	        this.staffText = source["staffText"];
	        this.pageText = source["pageText"];
	        this.pairs = this.convertValues(source["pairs"], ResultsPair);
	        this.notes = source["notes"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ResultsFigure {
	    code: string;
	    name: string;
	    value?: number;
	    text: string;
	    reason: string;
	    label: string;
	    before: string;
	    change: string;
	    notes: string[];
	    definition: string;
	    source: string;
	    drill: string;
	
	    static createFrom(source: any = {}) {
	        return new ResultsFigure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	        this.value = source["value"];
	        this.text = source["text"];
	        this.reason = source["reason"];
	        this.label = source["label"];
	        this.before = source["before"];
	        this.change = source["change"];
	        this.notes = source["notes"];
	        this.definition = source["definition"];
	        this.source = source["source"];
	        this.drill = source["drill"];
	    }
	}
	
	
	export class ResultsRejected {
	    row: number;
	    code: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new ResultsRejected(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = source["row"];
	        this.code = source["code"];
	        this.params = source["params"];
	    }
	}
	export class ResultsImport {
	    file: string;
	    new: number;
	    unchanged: number;
	    strangers: number;
	    matched: number;
	    strays: number;
	    rejected: ResultsRejected[];
	    more: number;
	    undo: number;
	
	    static createFrom(source: any = {}) {
	        return new ResultsImport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.new = source["new"];
	        this.unchanged = source["unchanged"];
	        this.strangers = source["strangers"];
	        this.matched = source["matched"];
	        this.strays = source["strays"];
	        this.rejected = this.convertValues(source["rejected"], ResultsRejected);
	        this.more = source["more"];
	        this.undo = source["undo"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class ResultsView {
	    from: string;
	    to: string;
	    beforeFrom: string;
	    beforeTo: string;
	    withheld: boolean;
	    whole: boolean;
	    empty: boolean;
	    step: string;
	    held: number;
	    figures: ResultsFigure[];
	    series: ResultsBucket[];
	    breakdowns: ResultsBreakdown[];
	    compare: ResultsComparison[];
	
	    static createFrom(source: any = {}) {
	        return new ResultsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.beforeFrom = source["beforeFrom"];
	        this.beforeTo = source["beforeTo"];
	        this.withheld = source["withheld"];
	        this.whole = source["whole"];
	        this.empty = source["empty"];
	        this.step = source["step"];
	        this.held = source["held"];
	        this.figures = this.convertValues(source["figures"], ResultsFigure);
	        this.series = this.convertValues(source["series"], ResultsBucket);
	        this.breakdowns = this.convertValues(source["breakdowns"], ResultsBreakdown);
	        this.compare = this.convertValues(source["compare"], ResultsComparison);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReviewPerson {
	    id: number;
	    name: string;
	    code: string;
	
	    static createFrom(source: any = {}) {
	        return new ReviewPerson(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.code = source["code"];
	    }
	}
	export class ReviewPlan {
	    queued: ReviewPerson[];
	    skipped: ReviewPerson[];
	
	    static createFrom(source: any = {}) {
	        return new ReviewPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.queued = this.convertValues(source["queued"], ReviewPerson);
	        this.skipped = this.convertValues(source["skipped"], ReviewPerson);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SendReason {
	    code: string;
	    params: Record<string, string>;
	
	    static createFrom(source: any = {}) {
	        return new SendReason(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.params = source["params"];
	    }
	}
	export class SendPerson {
	    id: number;
	    name: string;
	    job: string;
	    department: string;
	    language: string;
	    networks: string[];
	    gives: number;
	    asks: number;
	    useful: number;
	    lastAsked: string;
	    capAsks: number;
	    capMails: number;
	    potential?: number;
	    why: SendReason[];
	    hard: SendReason[];
	    soft: SendReason[];
	    suggested: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SendPerson(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.job = source["job"];
	        this.department = source["department"];
	        this.language = source["language"];
	        this.networks = source["networks"];
	        this.gives = source["gives"];
	        this.asks = source["asks"];
	        this.useful = source["useful"];
	        this.lastAsked = source["lastAsked"];
	        this.capAsks = source["capAsks"];
	        this.capMails = source["capMails"];
	        this.potential = source["potential"];
	        this.why = this.convertValues(source["why"], SendReason);
	        this.hard = this.convertValues(source["hard"], SendReason);
	        this.soft = this.convertValues(source["soft"], SendReason);
	        this.suggested = source["suggested"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SendAudience {
	    postId: number;
	    title: string;
	    kind: string;
	    state: string;
	    people: SendPerson[];
	    total: number;
	    company: string;
	
	    static createFrom(source: any = {}) {
	        return new SendAudience(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.postId = source["postId"];
	        this.title = source["title"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.people = this.convertValues(source["people"], SendPerson);
	        this.total = source["total"];
	        this.company = source["company"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SendDispatch {
	    id: number;
	    kind: string;
	    state: string;
	    title: string;
	    createdAt: string;
	    next: string;
	    spreadDays: number;
	    total: number;
	    waiting: number;
	    sent: number;
	    withdrawn: number;
	    stuck: number;
	    answered: number;
	
	    static createFrom(source: any = {}) {
	        return new SendDispatch(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.title = source["title"];
	        this.createdAt = source["createdAt"];
	        this.next = source["next"];
	        this.spreadDays = source["spreadDays"];
	        this.total = source["total"];
	        this.waiting = source["waiting"];
	        this.sent = source["sent"];
	        this.withdrawn = source["withdrawn"];
	        this.stuck = source["stuck"];
	        this.answered = source["answered"];
	    }
	}
	export class SendLetter {
	    from: string;
	    to: string;
	    subject: string;
	    replyTo: string;
	    text: string;
	    source: string;
	    frame: string;
	    bytes: number;
	
	    static createFrom(source: any = {}) {
	        return new SendLetter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.subject = source["subject"];
	        this.replyTo = source["replyTo"];
	        this.text = source["text"];
	        this.source = source["source"];
	        this.frame = source["frame"];
	        this.bytes = source["bytes"];
	    }
	}
	export class SendSkipped {
	    id: number;
	    name: string;
	    reason: SendReason;
	
	    static createFrom(source: any = {}) {
	        return new SendSkipped(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.reason = this.convertValues(source["reason"], SendReason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SendOutcome {
	    dispatch: number;
	    queued: number;
	    repeated: number;
	    skipped: SendSkipped[];
	
	    static createFrom(source: any = {}) {
	        return new SendOutcome(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.dispatch = source["dispatch"];
	        this.queued = source["queued"];
	        this.repeated = source["repeated"];
	        this.skipped = this.convertValues(source["skipped"], SendSkipped);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class SendPlan {
	    postId: number;
	    staff: number[];
	    notBefore: string;
	    spreadDays: number;
	    word: string;
	
	    static createFrom(source: any = {}) {
	        return new SendPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.postId = source["postId"];
	        this.staff = source["staff"];
	        this.notBefore = source["notBefore"];
	        this.spreadDays = source["spreadDays"];
	        this.word = source["word"];
	    }
	}
	export class SendReach {
	    people: number;
	    unknown: number;
	    potential?: number;
	    estimated?: number;
	    followers?: number;
	
	    static createFrom(source: any = {}) {
	        return new SendReach(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.people = source["people"];
	        this.unknown = source["unknown"];
	        this.potential = source["potential"];
	        this.estimated = source["estimated"];
	        this.followers = source["followers"];
	    }
	}
	
	export class SendRules {
	    digests: boolean;
	    digestDays: number;
	    digestItems: number;
	    reminders: boolean;
	    reminderAfter: number;
	    thanks: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SendRules(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.digests = source["digests"];
	        this.digestDays = source["digestDays"];
	        this.digestItems = source["digestItems"];
	        this.reminders = source["reminders"];
	        this.reminderAfter = source["reminderAfter"];
	        this.thanks = source["thanks"];
	    }
	}
	
	export class ShareChange {
	    network?: string;
	    url?: string;
	    sharedOn?: string;
	    audience?: number;
	
	    static createFrom(source: any = {}) {
	        return new ShareChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.network = source["network"];
	        this.url = source["url"];
	        this.sharedOn = source["sharedOn"];
	        this.audience = source["audience"];
	    }
	}
	export class ShareFigure {
	    id: number;
	    kind: string;
	    value: number;
	    reportedAt: string;
	    origin: string;
	    words: string;
	    corrects: number;
	    void: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ShareFigure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.value = source["value"];
	        this.reportedAt = source["reportedAt"];
	        this.origin = source["origin"];
	        this.words = source["words"];
	        this.corrects = source["corrects"];
	        this.void = source["void"];
	    }
	}
	export class ShareFlag {
	    id: number;
	    kind: string;
	    detail: string;
	    otherId: number;
	    holds: number;
	    decision: string;
	
	    static createFrom(source: any = {}) {
	        return new ShareFlag(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.detail = source["detail"];
	        this.otherId = source["otherId"];
	        this.holds = source["holds"];
	        this.decision = source["decision"];
	    }
	}
	export class ShareLine {
	    id: number;
	    sharedOn: string;
	    staffId: number;
	    staffName: string;
	    postId: number;
	    postTitle: string;
	    network: string;
	    networkName: string;
	    url: string;
	    origin: string;
	    state: string;
	    words: string;
	    inboundId: number;
	    replyId: number;
	    audience?: number;
	    audienceOf: string;
	    figures: Record<string, number>;
	    flags: ShareFlag[];
	
	    static createFrom(source: any = {}) {
	        return new ShareLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.sharedOn = source["sharedOn"];
	        this.staffId = source["staffId"];
	        this.staffName = source["staffName"];
	        this.postId = source["postId"];
	        this.postTitle = source["postTitle"];
	        this.network = source["network"];
	        this.networkName = source["networkName"];
	        this.url = source["url"];
	        this.origin = source["origin"];
	        this.state = source["state"];
	        this.words = source["words"];
	        this.inboundId = source["inboundId"];
	        this.replyId = source["replyId"];
	        this.audience = source["audience"];
	        this.audienceOf = source["audienceOf"];
	        this.figures = source["figures"];
	        this.flags = this.convertValues(source["flags"], ShareFlag);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShareDetail {
	    line: ShareLine;
	    history: ShareFigure[];
	    flags: ShareFlag[];
	
	    static createFrom(source: any = {}) {
	        return new ShareDetail(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.line = this.convertValues(source["line"], ShareLine);
	        this.history = this.convertValues(source["history"], ShareFigure);
	        this.flags = this.convertValues(source["flags"], ShareFlag);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShareEntry {
	    postId: number;
	    staffId: number;
	    network: string;
	    url: string;
	    sharedOn: string;
	    words: string;
	    figures: Record<string, number>;
	    again: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ShareEntry(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.postId = source["postId"];
	        this.staffId = source["staffId"];
	        this.network = source["network"];
	        this.url = source["url"];
	        this.sharedOn = source["sharedOn"];
	        this.words = source["words"];
	        this.figures = source["figures"];
	        this.again = source["again"];
	    }
	}
	
	
	
	
	export class StaffAccount {
	    network: string;
	    address: string;
	    preferred: boolean;
	    audience: number;
	    asOf: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffAccount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.network = source["network"];
	        this.address = source["address"];
	        this.preferred = source["preferred"];
	        this.audience = source["audience"];
	        this.asOf = source["asOf"];
	    }
	}
	export class StaffAddress {
	    address: string;
	    primary: boolean;
	    bounce: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffAddress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.address = source["address"];
	        this.primary = source["primary"];
	        this.bounce = source["bounce"];
	    }
	}
	export class StaffCard {
	    name: string;
	    givenName: string;
	    employeeNumber: string;
	    job: string;
	    department: string;
	    languages: string[];
	    managerId: number;
	    joinedOn: string;
	    leftOn: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.givenName = source["givenName"];
	        this.employeeNumber = source["employeeNumber"];
	        this.job = source["job"];
	        this.department = source["department"];
	        this.languages = source["languages"];
	        this.managerId = source["managerId"];
	        this.joinedOn = source["joinedOn"];
	        this.leftOn = source["leftOn"];
	    }
	}
	export class StaffColumn {
	    index: number;
	    letter: string;
	    header: string;
	    field: string;
	    network: string;
	    samples: string[];
	
	    static createFrom(source: any = {}) {
	        return new StaffColumn(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.letter = source["letter"];
	        this.header = source["header"];
	        this.field = source["field"];
	        this.network = source["network"];
	        this.samples = source["samples"];
	    }
	}
	export class StaffConsent {
	    state: string;
	    until: string;
	    at: string;
	    origin: string;
	    words: string;
	    actor: string;
	    replyId: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffConsent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.until = source["until"];
	        this.at = source["at"];
	        this.origin = source["origin"];
	        this.words = source["words"];
	        this.actor = source["actor"];
	        this.replyId = source["replyId"];
	    }
	}
	export class StaffCoverage {
	    id: number;
	    name: string;
	    parent: number;
	    declared: number;
	    proposed: number;
	    members: number;
	    articles: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffCoverage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.parent = source["parent"];
	        this.declared = source["declared"];
	        this.proposed = source["proposed"];
	        this.members = source["members"];
	        this.articles = source["articles"];
	    }
	}
	export class StaffDepartment {
	    id: number;
	    name: string;
	    people: number;
	    members: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffDepartment(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.people = source["people"];
	        this.members = source["members"];
	    }
	}
	export class StaffFieldChange {
	    field: string;
	    before: string;
	    after: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffFieldChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.before = source["before"];
	        this.after = source["after"];
	    }
	}
	export class StaffFilter {
	    query: string;
	    memberships: string[];
	    departmentId: number;
	    topicId: number;
	    network: string;
	    language: string;
	    attention: string;
	    gone: boolean;
	    ids: number[];
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.query = source["query"];
	        this.memberships = source["memberships"];
	        this.departmentId = source["departmentId"];
	        this.topicId = source["topicId"];
	        this.network = source["network"];
	        this.language = source["language"];
	        this.attention = source["attention"];
	        this.gone = source["gone"];
	        this.ids = source["ids"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	}
	export class StaffImportOptions {
	    sheet: string;
	    columns: StaffColumn[];
	    bringBack: string[];
	
	    static createFrom(source: any = {}) {
	        return new StaffImportOptions(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sheet = source["sheet"];
	        this.columns = this.convertValues(source["columns"], StaffColumn);
	        this.bringBack = source["bringBack"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffImportRecord {
	    id: number;
	    file: string;
	    at: string;
	    new: number;
	    changed: number;
	    unchanged: number;
	    rejected: number;
	    undone: boolean;
	
	    static createFrom(source: any = {}) {
	        return new StaffImportRecord(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.file = source["file"];
	        this.at = source["at"];
	        this.new = source["new"];
	        this.changed = source["changed"];
	        this.unchanged = source["unchanged"];
	        this.rejected = source["rejected"];
	        this.undone = source["undone"];
	    }
	}
	export class StaffSkip {
	    id: number;
	    name: string;
	    code: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffSkip(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.code = source["code"];
	    }
	}
	export class StaffInvited {
	    invited: number;
	    skipped: StaffSkip[];
	
	    static createFrom(source: any = {}) {
	        return new StaffInvited(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.invited = source["invited"];
	        this.skipped = this.convertValues(source["skipped"], StaffSkip);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffMoment {
	    at: string;
	    kind: string;
	    title: string;
	    where: string;
	    ref: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffMoment(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.at = source["at"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.where = source["where"];
	        this.ref = source["ref"];
	    }
	}
	export class StaffRow {
	    id: number;
	    name: string;
	    address: string;
	    unreachable: boolean;
	    job: string;
	    department: string;
	    membership: string;
	    pausedUntil: string;
	    languages: string[];
	    topics: string[];
	    networks: string[];
	    restricted: boolean;
	
	    static createFrom(source: any = {}) {
	        return new StaffRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.address = source["address"];
	        this.unreachable = source["unreachable"];
	        this.job = source["job"];
	        this.department = source["department"];
	        this.membership = source["membership"];
	        this.pausedUntil = source["pausedUntil"];
	        this.languages = source["languages"];
	        this.topics = source["topics"];
	        this.networks = source["networks"];
	        this.restricted = source["restricted"];
	    }
	}
	export class StaffPage {
	    rows: StaffRow[];
	    total: number;
	    counts: Record<string, number>;
	
	    static createFrom(source: any = {}) {
	        return new StaffPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], StaffRow);
	        this.total = source["total"];
	        this.counts = source["counts"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffTopic {
	    id: number;
	    name: string;
	    stance: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffTopic(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.stance = source["stance"];
	        this.reason = source["reason"];
	    }
	}
	export class StaffPerson {
	    row: StaffRow;
	    givenName: string;
	    employeeNumber: string;
	    language: string;
	    managerId: number;
	    manager: string;
	    joinedOn: string;
	    leftOn: string;
	    capAsks: number;
	    capMails: number;
	    defaultAsks: number;
	    defaultMails: number;
	    addresses: StaffAddress[];
	    accounts: StaffAccount[];
	    topics: StaffTopic[];
	    record: StaffConsent[];
	    timeline: StaffMoment[];
	    gives: number;
	    asks: number;
	    useful: number;
	    lastAsked: string;
	    lastGiven: string;
	
	    static createFrom(source: any = {}) {
	        return new StaffPerson(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = this.convertValues(source["row"], StaffRow);
	        this.givenName = source["givenName"];
	        this.employeeNumber = source["employeeNumber"];
	        this.language = source["language"];
	        this.managerId = source["managerId"];
	        this.manager = source["manager"];
	        this.joinedOn = source["joinedOn"];
	        this.leftOn = source["leftOn"];
	        this.capAsks = source["capAsks"];
	        this.capMails = source["capMails"];
	        this.defaultAsks = source["defaultAsks"];
	        this.defaultMails = source["defaultMails"];
	        this.addresses = this.convertValues(source["addresses"], StaffAddress);
	        this.accounts = this.convertValues(source["accounts"], StaffAccount);
	        this.topics = this.convertValues(source["topics"], StaffTopic);
	        this.record = this.convertValues(source["record"], StaffConsent);
	        this.timeline = this.convertValues(source["timeline"], StaffMoment);
	        this.gives = source["gives"];
	        this.asks = source["asks"];
	        this.useful = source["useful"];
	        this.lastAsked = source["lastAsked"];
	        this.lastGiven = source["lastGiven"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffPlanRow {
	    row: number;
	    kind: string;
	    name: string;
	    address: string;
	    like: string;
	    changes: StaffFieldChange[];
	    code: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new StaffPlanRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = source["row"];
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.address = source["address"];
	        this.like = source["like"];
	        this.changes = this.convertValues(source["changes"], StaffFieldChange);
	        this.code = source["code"];
	        this.params = source["params"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffPlan {
	    importId: number;
	    file: string;
	    format: string;
	    encoding: string;
	    sheets: string[];
	    sheet: string;
	    headerRow: number;
	    columns: StaffColumn[];
	    new: number;
	    changed: number;
	    unchanged: number;
	    rejected: number;
	    rows: StaffPlanRow[];
	    more: number;
	    noHeader: boolean;
	
	    static createFrom(source: any = {}) {
	        return new StaffPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.importId = source["importId"];
	        this.file = source["file"];
	        this.format = source["format"];
	        this.encoding = source["encoding"];
	        this.sheets = source["sheets"];
	        this.sheet = source["sheet"];
	        this.headerRow = source["headerRow"];
	        this.columns = this.convertValues(source["columns"], StaffColumn);
	        this.new = source["new"];
	        this.changed = source["changed"];
	        this.unchanged = source["unchanged"];
	        this.rejected = source["rejected"];
	        this.rows = this.convertValues(source["rows"], StaffPlanRow);
	        this.more = source["more"];
	        this.noHeader = source["noHeader"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class StaffRules {
	    peopleMonths: number;
	    mailMonths: number;
	    capAsks: number;
	    capMails: number;
	    people: string[];
	    messages: number;
	    inbound: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffRules(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.peopleMonths = source["peopleMonths"];
	        this.mailMonths = source["mailMonths"];
	        this.capAsks = source["capAsks"];
	        this.capMails = source["capMails"];
	        this.people = source["people"];
	        this.messages = source["messages"];
	        this.inbound = source["inbound"];
	    }
	}
	
	export class StaffStep {
	    changed: number;
	    undo: number;
	
	    static createFrom(source: any = {}) {
	        return new StaffStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.changed = source["changed"];
	        this.undo = source["undo"];
	    }
	}
	
	export class StaffTwin {
	    a: StaffRow;
	    b: StaffRow;
	
	    static createFrom(source: any = {}) {
	        return new StaffTwin(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.a = this.convertValues(source["a"], StaffRow);
	        this.b = this.convertValues(source["b"], StaffRow);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class StaffUndone {
	    removed: number;
	    restored: number;
	    kept: string[];
	
	    static createFrom(source: any = {}) {
	        return new StaffUndone(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.removed = source["removed"];
	        this.restored = source["restored"];
	        this.kept = source["kept"];
	    }
	}
	export class StuckMessage {
	    id: number;
	    kind: string;
	    recipient: string;
	    subject: string;
	    state: string;
	    reason: string;
	    at: string;
	
	    static createFrom(source: any = {}) {
	        return new StuckMessage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.recipient = source["recipient"];
	        this.subject = source["subject"];
	        this.state = source["state"];
	        this.reason = source["reason"];
	        this.at = source["at"];
	    }
	}
	
	
	
	
	export class Who {
	    now: string;
	    names: string[];
	
	    static createFrom(source: any = {}) {
	        return new Who(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.now = source["now"];
	        this.names = source["names"];
	    }
	}

}

