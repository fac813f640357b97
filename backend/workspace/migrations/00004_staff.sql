-- +goose Up

-- name_key is the name without case, accents and surplus blanks: one department however it is typed.
CREATE TABLE department (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
);

-- A person of the company. An erased person stays as a row without a name, so that totals over time stay true:
-- erased_at is set, everything that says who it was is blank, and dates are coarsened to months.
-- cap_*: the person's own limits; NULL means the programme's default (settings).
CREATE TABLE staff (
    id              INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL,
    name_key        TEXT    NOT NULL DEFAULT '',
    given_name      TEXT    NOT NULL DEFAULT '',
    employee_number TEXT    NOT NULL DEFAULT '',
    job_title       TEXT    NOT NULL DEFAULT '',
    department_id   INTEGER REFERENCES department (id) ON DELETE SET NULL,
    language        TEXT    NOT NULL DEFAULT '',
    manager_id      INTEGER REFERENCES staff (id) ON DELETE SET NULL,
    joined_on       TEXT,
    left_on         TEXT,
    membership      TEXT    NOT NULL DEFAULT 'none'
        CHECK (membership IN ('none', 'invited', 'active', 'refused', 'paused', 'left')),
    paused_until    TEXT,
    cap_asks_month  INTEGER CHECK (cap_asks_month IS NULL OR cap_asks_month >= 0),
    cap_mails_month INTEGER CHECK (cap_mails_month IS NULL OR cap_mails_month >= 0),
    restricted_at   INTEGER,
    erased_at       INTEGER,
    created_at      INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL
);
CREATE INDEX staff_name ON staff (name_key, id);
CREATE INDEX staff_membership ON staff (membership);
CREATE INDEX staff_department_id ON staff (department_id);
CREATE UNIQUE INDEX staff_employee_number ON staff (employee_number) WHERE employee_number <> '';

-- address_key: lower case, domain in ASCII. One address belongs to one person.
CREATE TABLE staff_address (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    address     TEXT    NOT NULL,
    address_key TEXT    NOT NULL UNIQUE,
    is_primary  INTEGER NOT NULL DEFAULT 0,
    bounced_at  INTEGER,
    bounce_kind TEXT    NOT NULL DEFAULT '' CHECK (bounce_kind IN ('', 'hard', 'soft'))
);
CREATE INDEX staff_address_staff_id ON staff_address (staff_id);

CREATE TABLE staff_language (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    language TEXT    NOT NULL,
    PRIMARY KEY (staff_id, language)
);

-- Where a person worked when: from_on is the first day, to_on the last; NULL is open on that side.
CREATE TABLE staff_department (
    id            INTEGER PRIMARY KEY,
    staff_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    department_id INTEGER NOT NULL REFERENCES department (id) ON DELETE CASCADE,
    from_on       TEXT,
    to_on         TEXT
);
CREATE INDEX staff_department_staff_id ON staff_department (staff_id);
CREATE INDEX staff_department_department_id ON staff_department (department_id, from_on);

-- declared: the person or HR says they know it; proposed: drawn from job or history, explained in reason;
-- refused: the person wants nothing on it.
CREATE TABLE staff_topic (
    staff_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    topic_id   INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    stance     TEXT    NOT NULL CHECK (stance IN ('declared', 'proposed', 'refused')),
    reason     TEXT    NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, topic_id)
);
CREATE INDEX staff_topic_topic_id ON staff_topic (topic_id);

-- preferred: the person likes to share there. closed_at: no longer used, or the person wants nothing for it.
CREATE TABLE account (
    id        INTEGER PRIMARY KEY,
    staff_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    network   TEXT    NOT NULL,
    address   TEXT    NOT NULL DEFAULT '',
    instance  TEXT    NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER
);
CREATE UNIQUE INDEX account_open ON account (staff_id, network) WHERE closed_at IS NULL;
CREATE INDEX account_network ON account (network);

-- How many people follow an account, as declared on a day. Rows are only added: reach uses the figure of the day.
CREATE TABLE audience (
    id          INTEGER PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    size        INTEGER NOT NULL CHECK (size >= 0),
    as_of       TEXT    NOT NULL,
    origin      TEXT    NOT NULL,
    inbound_id  INTEGER,
    recorded_at INTEGER NOT NULL
);
CREATE INDEX audience_account_id ON audience (account_id, as_of, id);

-- The consent record: each change of membership, when, on whose word, and the message that said so.
CREATE TABLE membership_event (
    id         INTEGER PRIMARY KEY,
    staff_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    state      TEXT    NOT NULL
        CHECK (state IN ('none', 'invited', 'active', 'refused', 'paused', 'left')),
    until_on   TEXT,
    at         INTEGER NOT NULL,
    origin     TEXT    NOT NULL CHECK (origin IN ('reply', 'hr', 'import', 'erasure', 'restore')),
    inbound_id INTEGER,
    words      TEXT    NOT NULL DEFAULT '',
    actor      TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX membership_event_staff_id ON membership_event (staff_id, at, id);
CREATE INDEX membership_event_at ON membership_event (at);

CREATE TABLE staff_import (
    id         INTEGER PRIMARY KEY,
    file_name  TEXT    NOT NULL,
    format     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL DEFAULT '',
    added      INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    unchanged  INTEGER NOT NULL,
    rejected   INTEGER NOT NULL,
    undone_at  INTEGER
);

-- What an import did to a person, so that it can be undone: before and after are the imported fields as JSON.
CREATE TABLE staff_import_change (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES staff_import (id) ON DELETE CASCADE,
    staff_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    row       INTEGER NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('new', 'changed')),
    before    TEXT    NOT NULL DEFAULT '',
    after     TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX staff_import_change_import_id ON staff_import_change (import_id);
CREATE INDEX staff_import_change_staff_id ON staff_import_change (staff_id);

-- +goose Down
DROP TABLE staff_import_change;
DROP TABLE staff_import;
DROP TABLE membership_event;
DROP TABLE audience;
DROP TABLE account;
DROP TABLE staff_topic;
DROP TABLE staff_department;
DROP TABLE staff_language;
DROP TABLE staff_address;
DROP TABLE staff;
DROP TABLE department;
