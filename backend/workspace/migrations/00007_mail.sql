-- +goose Up
-- The next message id. A restore lets it jump, so that no id is used twice.
CREATE TABLE message_sequence (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    next INTEGER NOT NULL
);
INSERT INTO message_sequence (id, next) VALUES (1, 1);

-- One email out, to one person: frozen bytes and what became of them.
CREATE TABLE message (
    id              INTEGER PRIMARY KEY,
    kind            TEXT NOT NULL,
    staff_id        INTEGER NOT NULL DEFAULT 0,
    mailing_id      INTEGER NOT NULL DEFAULT 0,
    recipient       TEXT NOT NULL,
    recipient_name  TEXT NOT NULL DEFAULT '',
    language        TEXT NOT NULL DEFAULT '',
    token           TEXT NOT NULL,
    header_id       TEXT NOT NULL,
    envelope_from   TEXT NOT NULL,
    reply_to        TEXT NOT NULL,
    subject         TEXT NOT NULL,
    text            TEXT NOT NULL,
    raw             BLOB,
    state           TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'smtp_started', 'sent', 'rejected', 'deferred', 'unknown', 'cancelled')),
    code            TEXT NOT NULL DEFAULT '',
    quarantined     INTEGER NOT NULL DEFAULT 0,
    not_before      INTEGER,
    created_at      INTEGER NOT NULL,
    lease_until     INTEGER,
    lease_owner     TEXT NOT NULL DEFAULT '',
    started_at      INTEGER,
    sent_at         INTEGER,
    changed_at      INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    resolved_by     TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX message_token ON message (token);
CREATE UNIQUE INDEX message_header_id ON message (header_id);
CREATE INDEX message_state ON message (state, not_before);
CREATE INDEX message_staff ON message (staff_id, created_at);
CREATE INDEX message_mailing ON message (mailing_id, state);

-- Each try to hand a message to the server, for 'what did not leave and why'.
CREATE TABLE send_attempt (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    outcome    TEXT NOT NULL,
    step       TEXT NOT NULL DEFAULT '',
    smtp_code  INTEGER NOT NULL DEFAULT 0,
    smtp_text  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX send_attempt_message ON send_attempt (message_id, at);

-- What counts against the provider's limits; kept across restarts.
CREATE TABLE rate_event (
    id      INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    at      INTEGER NOT NULL
);
CREATE INDEX rate_event_at ON rate_event (account, at);

-- A folder that is read. low_water: every UID up to it is stored or gone. UIDs
-- up to floor are older than the account and never looked at.
CREATE TABLE folder (
    id           INTEGER PRIMARY KEY,
    account      TEXT NOT NULL,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL,
    uid_validity INTEGER NOT NULL DEFAULT 0,
    low_water    INTEGER NOT NULL DEFAULT 0,
    floor        INTEGER NOT NULL DEFAULT 0,
    rescan       TEXT NOT NULL DEFAULT '' CHECK (rescan IN ('', 'first', 'changed')),
    rescan_since INTEGER,
    complete_at  INTEGER,
    swept_at     INTEGER,
    UNIQUE (account, name)
);

-- A message that came in, as the bytes that came. raw is empty where a file of
-- the workspace (path) holds them, or where retention or an erasure took them.
CREATE TABLE inbound (
    id            INTEGER PRIMARY KEY,
    hash          TEXT NOT NULL,
    fingerprint   TEXT NOT NULL DEFAULT '',
    role          TEXT NOT NULL,
    size          INTEGER NOT NULL,
    truncated     INTEGER NOT NULL DEFAULT 0,
    internal_date INTEGER NOT NULL,
    stored_at     INTEGER NOT NULL,
    raw           BLOB,
    path          TEXT NOT NULL DEFAULT '',
    read_version  INTEGER NOT NULL DEFAULT 0,
    read_at       INTEGER,
    erased_at     INTEGER
);
CREATE UNIQUE INDEX inbound_hash ON inbound (hash);
CREATE INDEX inbound_fingerprint ON inbound (fingerprint) WHERE fingerprint <> '';
CREATE INDEX inbound_unread ON inbound (read_version, id);

-- What is known of each UID: stored (inbound_id), other people's mail in a
-- shared mailbox (hash alone), or gone before it could be read.
CREATE TABLE uid (
    folder_id    INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    uid_validity INTEGER NOT NULL,
    uid          INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('stored', 'foreign', 'vanished')),
    inbound_id   INTEGER REFERENCES inbound (id) ON DELETE SET NULL,
    hash         TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (folder_id, uid_validity, uid)
) WITHOUT ROWID;
CREATE INDEX uid_inbound ON uid (inbound_id);
CREATE INDEX uid_hash ON uid (hash) WHERE hash <> '';

-- +goose Down
DROP TABLE uid;
DROP TABLE inbound;
DROP TABLE folder;
DROP TABLE rate_event;
DROP TABLE send_attempt;
DROP TABLE message;
DROP TABLE message_sequence;
