-- +goose Up

-- target says in words what is hoped for; target_shares is the same as a number of shares, if one was set.
CREATE TABLE campaign (
    id            INTEGER PRIMARY KEY,
    name          TEXT    NOT NULL,
    objective     TEXT    NOT NULL
        CHECK (objective IN ('employer_brand', 'referral', 'visibility', 'traffic', 'business')),
    starts_on     TEXT,
    ends_on       TEXT,
    target        TEXT    NOT NULL DEFAULT '',
    target_shares INTEGER CHECK (target_shares IS NULL OR target_shares >= 0),
    state         TEXT    NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'archived')),
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL
);
CREATE INDEX campaign_state ON campaign (state, starts_on);

-- One decision to send: a post to a choice of people, a round of digests, or reminders. spread_days 0 is at once.
CREATE TABLE dispatch (
    id          INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN ('request', 'digest', 'reminder')),
    post_id     INTEGER REFERENCES post (id) ON DELETE SET NULL,
    state       TEXT    NOT NULL CHECK (state IN ('planned', 'sending', 'paused', 'done', 'cancelled')),
    not_before  INTEGER,
    spread_days INTEGER NOT NULL DEFAULT 0 CHECK (spread_days >= 0),
    created_at  INTEGER NOT NULL,
    created_by  TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX dispatch_state ON dispatch (state);
CREATE INDEX dispatch_post_id ON dispatch (post_id);

-- One post put to one person. message_id is the outbox's message (its table comes later, hence no reference here);
-- number is the item's place in that message, from 1. reasons is a JSON list of {code, params}.
CREATE TABLE request (
    id             INTEGER PRIMARY KEY,
    post_id        INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    staff_id       INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    message_id     INTEGER,
    number         INTEGER NOT NULL DEFAULT 1 CHECK (number >= 1),
    state          TEXT    NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'shared', 'read', 'declined', 'deferred', 'cancelled', 'expired')),
    reasons        TEXT    NOT NULL DEFAULT '[]',
    created_at     INTEGER NOT NULL,
    sent_at        INTEGER,
    answered_at    INTEGER,
    reply_id       INTEGER,
    deferred_until TEXT,
    reminded_at    INTEGER,
    reminder_message_id INTEGER,
    dispatch_id    INTEGER REFERENCES dispatch (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX request_message_number ON request (message_id, number) WHERE message_id IS NOT NULL;
CREATE INDEX request_reminder ON request (reminder_message_id) WHERE reminder_message_id IS NOT NULL;
CREATE INDEX request_staff_id ON request (staff_id, sent_at);
CREATE INDEX request_post_id ON request (post_id, state);
CREATE INDEX request_state ON request (state, deferred_until);
CREATE INDEX request_dispatch_id ON request (dispatch_id);
-- A post is put to a person once, unless what was to be sent was called off.
CREATE UNIQUE INDEX request_once ON request (post_id, staff_id) WHERE state <> 'cancelled';

-- Which words a request offered, one per network of the person.
CREATE TABLE request_variant (
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    variant_id INTEGER NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
    PRIMARY KEY (request_id, variant_id)
);
CREATE INDEX request_variant_variant_id ON request_variant (variant_id);

-- Whom a dispatch left out, and why, so that HR can be told.
CREATE TABLE dispatch_skip (
    dispatch_id INTEGER NOT NULL REFERENCES dispatch (id) ON DELETE CASCADE,
    staff_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    code        TEXT    NOT NULL,
    params      TEXT    NOT NULL DEFAULT '{}',
    PRIMARY KEY (dispatch_id, staff_id)
);

-- +goose Down
DROP TABLE dispatch_skip;
DROP TABLE request_variant;
DROP TABLE request;
DROP TABLE dispatch;
DROP TABLE campaign;
