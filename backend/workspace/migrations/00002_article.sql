-- +goose Up

-- The firm's tree of expertise. Articles, posts and staff have topics. words is a JSON list of further words by which
-- a text on the topic is recognised.
CREATE TABLE topic (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    parent_id  INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    words      TEXT    NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX topic_name ON topic (lower(name));

-- A curated item. url is where it was found, address_key the canonical address folded for comparison. duplicate_of names the story that it repeats.
CREATE TABLE article (
    id            INTEGER PRIMARY KEY,
    kind          TEXT    NOT NULL DEFAULT 'article' CHECK (kind IN ('article', 'job_offer', 'company_news', 'event')),
    state         TEXT    NOT NULL DEFAULT 'inbox' CHECK (state IN ('inbox', 'kept', 'discarded', 'archived', 'expired')),
    title         TEXT    NOT NULL,
    byline        TEXT    NOT NULL DEFAULT '',
    site_name     TEXT    NOT NULL DEFAULT '',
    language      TEXT    NOT NULL DEFAULT '',
    excerpt       TEXT    NOT NULL DEFAULT '',
    url           TEXT    NOT NULL DEFAULT '',
    address_key   TEXT    NOT NULL DEFAULT '',
    published_at  INTEGER,
    added_at      INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    triaged_at    INTEGER,
    source_id     INTEGER REFERENCES source (id) ON DELETE SET NULL,
    origin        TEXT    NOT NULL DEFAULT 'clip'
        CHECK (origin IN ('feed', 'newsletter', 'clip', 'paste', 'file', 'suggestion', 'import')),
    suggested_by  INTEGER,
    suggested_name TEXT   NOT NULL DEFAULT '',
    duplicate_of  INTEGER REFERENCES article (id) ON DELETE SET NULL,
    words         INTEGER NOT NULL DEFAULT 0,
    company       TEXT    NOT NULL DEFAULT '',
    place         TEXT    NOT NULL DEFAULT '',
    contract      TEXT    NOT NULL DEFAULT '',
    closes_on     TEXT,
    expires_on    TEXT,
    picture       TEXT    NOT NULL DEFAULT '',
    copied_at     INTEGER,
    copy_fault    TEXT    NOT NULL DEFAULT '',
    note          TEXT    NOT NULL DEFAULT '',
    summary       TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX article_list ON article (state, added_at DESC, id DESC) WHERE duplicate_of IS NULL;
CREATE INDEX article_address ON article (address_key) WHERE address_key <> '';
CREATE INDEX article_source_id ON article (source_id);
CREATE INDEX article_duplicate_of ON article (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX article_expires_on ON article (expires_on) WHERE expires_on IS NOT NULL;

-- The offline copy, apart from the list so that pages of the list stay small. original is the page as it came, gzipped.
-- head (title, company, place, byline), text and stems are what article_index holds; see backend/article/words.go.
CREATE TABLE article_body (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    head       TEXT NOT NULL DEFAULT '',
    text       TEXT NOT NULL DEFAULT '',
    stems      TEXT NOT NULL DEFAULT '',
    html       TEXT NOT NULL DEFAULT '',
    original   BLOB
);

-- Where else the same article was seen.
CREATE TABLE article_sighting (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    source_id  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    url        TEXT    NOT NULL DEFAULT '',
    seen_at    INTEGER NOT NULL,
    PRIMARY KEY (article_id, source_id)
);
CREATE INDEX article_sighting_source ON article_sighting (source_id);

-- decided is 1 where a person chose, 0 where it is proposed; refused ones are kept so that they are not proposed again.
CREATE TABLE article_topic (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    topic_id   INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    decided    INTEGER NOT NULL DEFAULT 0,
    refused    INTEGER NOT NULL DEFAULT 0,
    score      REAL    NOT NULL DEFAULT 0,
    why        TEXT    NOT NULL DEFAULT '[]',
    PRIMARY KEY (article_id, topic_id)
);
CREATE INDEX article_topic_topic ON article_topic (topic_id, article_id);

-- What choosing topics has taught: in how many chosen and refused articles of the topic a stem stood.
CREATE TABLE topic_stem (
    topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    stem     TEXT    NOT NULL,
    chosen   INTEGER NOT NULL DEFAULT 0,
    refused  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (topic_id, stem)
);

-- Pictures of offline copies, re-encoded; hash is that of the stored bytes.
CREATE TABLE picture (
    hash   TEXT    PRIMARY KEY,
    type   TEXT    NOT NULL,
    width  INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size   INTEGER NOT NULL,
    data   BLOB    NOT NULL
);
CREATE TABLE article_picture (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    url        TEXT    NOT NULL,
    hash       TEXT    NOT NULL REFERENCES picture (hash),
    PRIMARY KEY (article_id, url)
);
CREATE INDEX article_picture_hash ON article_picture (hash);

-- Fingerprints of the text: two texts that are nearly alike share at least one of them (backend/article/likeness.go).
CREATE TABLE article_band (
    band       INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX article_band_article ON article_band (article_id);

CREATE TABLE saved_search (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    query      TEXT    NOT NULL,
    created_at INTEGER NOT NULL
);

-- The index keeps no text of its own but reads that of article_body: whoever changes head, text or stems first takes the
-- row out of the index and puts it back after (workspace.TextIndex). Erasing does it by the trigger.
CREATE VIRTUAL TABLE article_index USING fts5 (
    head, text, stems,
    content = 'article_body', content_rowid = 'article_id', prefix = '2', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO article_index (article_index, rank) VALUES ('rank', 'bm25(6.0, 1.0, 0.6)');

-- +goose StatementBegin
CREATE TRIGGER article_index_gone AFTER DELETE ON article_body BEGIN
    INSERT INTO article_index (article_index, rowid, head, text, stems) VALUES ('delete', old.article_id, old.head, old.text, old.stems);
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER article_index_gone;
DROP TABLE article_index;
DROP TABLE saved_search;
DROP TABLE article_band;
DROP TABLE article_picture;
DROP TABLE picture;
DROP TABLE topic_stem;
DROP TABLE article_topic;
DROP TABLE article_sighting;
DROP TABLE article_body;
DROP TABLE article;
DROP TABLE topic;
