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

