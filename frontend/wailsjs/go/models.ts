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
	        this.startedAt = source["startedAt"];
	        this.endedAt = source["endedAt"];
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
	    staff: number;
	    invited: number;
	    sources: number;
	    mailSet: boolean;
	    firstSteps: boolean;
	    welcomed: boolean;
	    weeks: Week[];
	
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
	        this.staff = source["staff"];
	        this.invited = source["invited"];
	        this.sources = source["sources"];
	        this.mailSet = source["mailSet"];
	        this.firstSteps = source["firstSteps"];
	        this.welcomed = source["welcomed"];
	        this.weeks = this.convertValues(source["weeks"], Week);
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
	
	
	
	

}

