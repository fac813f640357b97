-- +goose Up

-- Where articles come from. url is the feed's address (kind feed) or the sender's (kind newsletter). private_ok is set
-- where a person typed or imported an address in a private network. folder is the OPML outline it stands in.
CREATE TABLE source (
    id            INTEGER PRIMARY KEY,
    kind          TEXT    NOT NULL CHECK (kind IN ('feed', 'newsletter', 'clip', 'suggestion')),
    title         TEXT    NOT NULL DEFAULT '',
    url           TEXT    NOT NULL DEFAULT '',
    site_url      TEXT    NOT NULL DEFAULT '',
    folder        TEXT    NOT NULL DEFAULT '',
    state         TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'gone')),
    private_ok    INTEGER NOT NULL DEFAULT 0,
    article_kind  TEXT    NOT NULL DEFAULT 'article',
    etag          TEXT    NOT NULL DEFAULT '',
    last_modified TEXT    NOT NULL DEFAULT '',
    checked_at    INTEGER,
    changed_at    INTEGER,
    next_at       INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    fault         TEXT    NOT NULL DEFAULT '',
    created_at    INTEGER NOT NULL
);
CREATE UNIQUE INDEX source_url ON source (kind, url);
CREATE INDEX source_next_at ON source (next_at) WHERE state = 'active';

-- Addresses that a source had before it moved.
CREATE TABLE source_address (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    url       TEXT    NOT NULL,
    until     INTEGER NOT NULL,
    PRIMARY KEY (source_id, url)
);

CREATE TABLE source_topic (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    topic_id  INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    PRIMARY KEY (source_id, topic_id)
);

-- Entries that have been taken in, so that none comes twice, even after its article was erased.
CREATE TABLE source_item (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    item_key  TEXT    NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (source_id, item_key)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE source_item;
DROP TABLE source_topic;
DROP TABLE source_address;
DROP TABLE source;
