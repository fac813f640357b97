-- +goose Up
-- Moments are Unix milliseconds, UTC; calendar dates are TEXT 'YYYY-MM-DD'.
CREATE TABLE setting (
    key        TEXT PRIMARY KEY,
    value      TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);

-- Who did what, when, to which thing; never a message's text.
CREATE TABLE activity (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL DEFAULT '',
    verb       TEXT NOT NULL,
    thing      TEXT NOT NULL DEFAULT '',
    thing_id   INTEGER NOT NULL DEFAULT 0,
    params     TEXT NOT NULL DEFAULT '{}',
    undo       TEXT,
    undone_at  INTEGER
);
CREATE INDEX activity_thing ON activity (thing, thing_id, at);
CREATE INDEX activity_at ON activity (at);

-- Erasures and leaves as keyed hashes of an address: they outlive restores,
-- rescans and imports without saying whose they are.
CREATE TABLE tombstone (
    hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('erased', 'left')),
    at   INTEGER NOT NULL,
    PRIMARY KEY (hash, kind)
);

-- Background work: what ran when the program was killed is known by its state.
CREATE TABLE job (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    params     TEXT NOT NULL DEFAULT '{}',
    state      TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
    done       INTEGER NOT NULL DEFAULT 0,
    total      INTEGER NOT NULL DEFAULT 0,
    fault      TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    ended_at   INTEGER
);
CREATE INDEX job_state ON job (state, started_at);

-- +goose Down
DROP TABLE job;
DROP TABLE tombstone;
DROP TABLE activity;
DROP TABLE setting;
