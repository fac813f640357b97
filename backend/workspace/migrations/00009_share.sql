-- +goose Up
-- The ledger: one post, one person, one network. share_key makes a share
-- unique: 'r:<request>:<network>', 'h:<uuid>' by hand, 'i:<import>:<row>'.
-- person is the staff id, or a random negative number once the person was
-- erased: how many people shared stays true, who it was is gone.
CREATE TABLE share (
    id             INTEGER PRIMARY KEY,
    share_key      TEXT    NOT NULL UNIQUE,
    request_id     INTEGER,
    post_id        INTEGER,
    title          TEXT    NOT NULL DEFAULT '',
    staff_id       INTEGER,
    person         INTEGER NOT NULL,
    network        TEXT    NOT NULL,
    url            TEXT    NOT NULL DEFAULT '',
    url_key        TEXT    NOT NULL DEFAULT '',
    shared_on      TEXT    NOT NULL,
    week           INTEGER NOT NULL,
    department     TEXT    NOT NULL DEFAULT '',
    language       TEXT    NOT NULL DEFAULT '',
    origin         TEXT    NOT NULL CHECK (origin IN ('reply', 'hand', 'import')),
    import_id      INTEGER,
    reply_id       INTEGER,
    inbound_id     INTEGER,
    words          TEXT    NOT NULL DEFAULT '',
    audience       INTEGER CHECK (audience >= 0),
    audience_as_of TEXT,
    audience_given INTEGER NOT NULL DEFAULT 0,
    -- whether the person had one of the post's topics when they shared it; NULL where the post has none
    specialist     INTEGER,
    state          TEXT    NOT NULL DEFAULT 'counted' CHECK (state IN ('counted', 'held', 'void')),
    void_reason    TEXT    NOT NULL DEFAULT '',
    voided_at      INTEGER,
    created_at     INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL
);
CREATE INDEX share_request ON share (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX share_post ON share (post_id, shared_on);
CREATE INDEX share_staff ON share (staff_id, shared_on);
CREATE INDEX share_day ON share (shared_on, id);
CREATE INDEX share_inbound ON share (inbound_id) WHERE inbound_id IS NOT NULL;
CREATE INDEX share_url ON share (url_key) WHERE url_key <> '';
CREATE INDEX share_import_row ON share (import_id) WHERE import_id IS NOT NULL;

-- What a share reached, as it was told over time. A correction points at the
-- row that it corrects, which stays. The newest uncorrected row of a kind holds.
CREATE TABLE share_figure (
    id          INTEGER PRIMARY KEY,
    share_id    INTEGER NOT NULL REFERENCES share (id) ON DELETE CASCADE,
    kind        TEXT    NOT NULL CHECK (kind IN ('views', 'likes', 'comments', 'reposts', 'clicks')),
    value       INTEGER NOT NULL CHECK (value >= 0),
    reported_at INTEGER NOT NULL,
    origin      TEXT    NOT NULL CHECK (origin IN ('reply', 'hand', 'import')),
    inbound_id  INTEGER,
    supersedes  INTEGER REFERENCES share_figure (id) ON DELETE CASCADE,
    words       TEXT    NOT NULL DEFAULT '',
    voided_at   INTEGER,
    created_at  INTEGER NOT NULL
);
CREATE INDEX share_figure_share ON share_figure (share_id, kind, reported_at, id);
CREATE INDEX share_figure_inbound ON share_figure (inbound_id) WHERE inbound_id IS NOT NULL;
CREATE UNIQUE INDEX share_figure_once ON share_figure (share_id, kind, inbound_id) WHERE inbound_id IS NOT NULL AND supersedes IS NULL;

-- What is doubtful about a share. An open flag that holds keeps the share out
-- of every sum until a person decides; one that holds the audience keeps only
-- that out.
CREATE TABLE share_flag (
    id          INTEGER PRIMARY KEY,
    share_id    INTEGER NOT NULL REFERENCES share (id) ON DELETE CASCADE,
    kind        TEXT    NOT NULL CHECK (kind IN ('before_post', 'future', 'url_twice', 'url_of_other', 'audience_implausible', 'figure_implausible', 'reported_again')),
    detail      TEXT    NOT NULL DEFAULT '',
    other_id    INTEGER,
    holds       INTEGER NOT NULL DEFAULT 0,
    decision    TEXT    NOT NULL DEFAULT '' CHECK (decision IN ('', 'accepted', 'rejected')),
    decided_at  INTEGER,
    created_at  INTEGER NOT NULL,
    UNIQUE (share_id, kind, detail)
);

-- A share as it was before a person changed it, as JSON of the changed columns.
CREATE TABLE share_revision (
    id       INTEGER PRIMARY KEY,
    share_id INTEGER NOT NULL REFERENCES share (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL DEFAULT '',
    before   TEXT    NOT NULL
);
CREATE INDEX share_revision_share ON share_revision (share_id, id);

-- Shares from before Relais, from a spreadsheet; undone as a whole.
CREATE TABLE share_import (
    id         INTEGER PRIMARY KEY,
    file       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    rows       INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    undone_at  INTEGER
);

-- Visits that a web statistics export counts for a post: the measured part.
CREATE TABLE click_figure (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL,
    post_id    INTEGER,
    day        TEXT    NOT NULL,
    source     TEXT    NOT NULL DEFAULT '',
    medium     TEXT    NOT NULL DEFAULT '',
    campaign   TEXT    NOT NULL DEFAULT '',
    content    TEXT    NOT NULL DEFAULT '',
    visits     INTEGER NOT NULL CHECK (visits >= 0),
    created_at INTEGER NOT NULL
);
CREATE INDEX click_figure_post ON click_figure (post_id, day);
CREATE INDEX click_figure_import ON click_figure (import_id);
CREATE TABLE click_import (
    id         INTEGER PRIMARY KEY,
    file       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    program    TEXT    NOT NULL,
    since      TEXT    NOT NULL DEFAULT '',
    until      TEXT    NOT NULL DEFAULT '',
    rows       INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    undone_at  INTEGER
);

-- The company's own pages, and what they were said to reach, by date. Parts
-- per thousand for the overlap; NULL is 'not known'.
CREATE TABLE page (
    id         INTEGER PRIMARY KEY,
    network    TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL DEFAULT '',
    url        TEXT    NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
);
CREATE TABLE page_figure (
    id                 INTEGER PRIMARY KEY,
    page_id            INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    as_of              TEXT    NOT NULL,
    followers          INTEGER CHECK (followers >= 0),
    reach_per_post     INTEGER CHECK (reach_per_post >= 0),
    reactions_per_post REAL    CHECK (reactions_per_post >= 0),
    overlap_permille   INTEGER CHECK (overlap_permille BETWEEN 0 AND 1000),
    note               TEXT    NOT NULL DEFAULT '',
    created_at         INTEGER NOT NULL,
    voided_at          INTEGER
);
CREATE INDEX page_figure_page ON page_figure (page_id, as_of);

-- A candidate whom a staff member brings. The name only with the candidate's
-- consent; the row's personal part is erased on erase_on.
CREATE TABLE referral (
    id             INTEGER PRIMARY KEY,
    post_id        INTEGER,
    staff_id       INTEGER,
    person         INTEGER NOT NULL,
    stage          TEXT    NOT NULL CHECK (stage IN ('received', 'contacted', 'interview', 'offer', 'hired', 'closed')),
    received_on    TEXT    NOT NULL,
    hired_on       TEXT,
    candidate_name TEXT    NOT NULL DEFAULT '',
    consent_on     TEXT,
    note           TEXT    NOT NULL DEFAULT '',
    erase_on       TEXT    NOT NULL,
    erased_at      INTEGER,
    created_at     INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL,
    voided_at      INTEGER
);
CREATE INDEX referral_post ON referral (post_id);
CREATE INDEX referral_staff ON referral (staff_id);

-- The ledger as packed columns, 1,024 shares a row, for reports that read all
-- of it. A trigger marks the segment of whatever changes, in the same
-- transaction; what is marked is packed again before it commits.
CREATE TABLE share_segment (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    data    BLOB    NOT NULL
);
CREATE INDEX share_segment_version ON share_segment (version);
CREATE TABLE share_dirty (segment INTEGER PRIMARY KEY);
-- Short numbers for the words that segments hold (network, department, language).
CREATE TABLE share_code (
    id   INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);

-- +goose StatementBegin
CREATE TRIGGER share_added AFTER INSERT ON share BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_changed AFTER UPDATE ON share BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_removed AFTER DELETE ON share BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (OLD.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_figure_added AFTER INSERT ON share_figure BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.share_id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_figure_changed AFTER UPDATE ON share_figure BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.share_id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_figure_removed AFTER DELETE ON share_figure BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (OLD.share_id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_flag_added AFTER INSERT ON share_flag BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.share_id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_flag_changed AFTER UPDATE ON share_flag BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (NEW.share_id / 1024);
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE share_code;
DROP TABLE share_dirty;
DROP TABLE share_segment;
DROP TABLE referral;
DROP TABLE page_figure;
DROP TABLE page;
DROP TABLE click_import;
DROP TABLE click_figure;
DROP TABLE share_import;
DROP TABLE share_revision;
DROP TABLE share_flag;
DROP TABLE share_figure;
DROP TABLE share;
