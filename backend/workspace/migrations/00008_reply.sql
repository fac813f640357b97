-- +goose Up
-- What each inbound message was read as, and what followed. It is derived from
-- the raw bytes and can be read again by a better reader.
CREATE TABLE reply (
    id             INTEGER PRIMARY KEY,
    inbound_id     INTEGER NOT NULL REFERENCES inbound (id) ON DELETE CASCADE,
    message_id     INTEGER,                      -- the message that it answers
    matched_by     TEXT NOT NULL DEFAULT '',     -- token, address or nothing
    staff_id       INTEGER,
    machine        INTEGER NOT NULL DEFAULT 0,
    proposed       TEXT NOT NULL,                -- the reader's state
    state          TEXT NOT NULL,                -- what holds: the proposal, or what a person chose
    status         TEXT NOT NULL CHECK (status IN ('handled', 'waiting', 'ignored')),
    may_leave      INTEGER NOT NULL DEFAULT 0,   -- speaks of leaving or of a break: holds mail back while it waits
    decided_by     TEXT NOT NULL DEFAULT '',     -- reader or person
    decided_at     INTEGER,
    networks       TEXT NOT NULL DEFAULT '[]',
    urls           TEXT NOT NULL DEFAULT '[]',
    figures        TEXT NOT NULL DEFAULT '{}',
    audiences      TEXT NOT NULL DEFAULT '{}',
    items          TEXT NOT NULL DEFAULT '[]',
    links          TEXT NOT NULL DEFAULT '[]',
    doubts         TEXT NOT NULL DEFAULT '[]',
    until_on       TEXT NOT NULL DEFAULT '',     -- last day of a pause, or when to ask again
    language       TEXT NOT NULL DEFAULT '',
    text           TEXT NOT NULL DEFAULT '',
    marks          TEXT NOT NULL DEFAULT '[]',
    sender         TEXT NOT NULL DEFAULT '',
    subject        TEXT NOT NULL DEFAULT '',
    header_id      TEXT NOT NULL DEFAULT '',
    received_at    INTEGER NOT NULL,
    reader_version INTEGER NOT NULL,
    undo           TEXT NOT NULL DEFAULT '{}'    -- how what followed is taken back
);
CREATE UNIQUE INDEX reply_inbound ON reply (inbound_id);
CREATE INDEX reply_status ON reply (status, received_at, id);
CREATE INDEX reply_staff ON reply (staff_id, received_at);
CREATE INDEX reply_message ON reply (message_id);
CREATE INDEX reply_header ON reply (header_id) WHERE header_id <> '';

-- The requests that a reply answered, with what it said of each.
CREATE TABLE reply_request (
    reply_id   INTEGER NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
    request_id INTEGER NOT NULL,
    state      TEXT NOT NULL,
    PRIMARY KEY (reply_id, request_id)
);
CREATE INDEX reply_request_request ON reply_request (request_id);

-- +goose Down
DROP TABLE reply_request;
DROP TABLE reply;
