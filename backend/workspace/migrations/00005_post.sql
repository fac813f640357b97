-- +goose Up

-- What is offered for sharing. link is what readers are sent to: the article's address at first. tags is a JSON list
-- of hashtags without '#'. disclosure is the company's hashtag ('' is none); utm is a query template.
CREATE TABLE post (
    id          INTEGER PRIMARY KEY,
    article_id  INTEGER REFERENCES article (id) ON DELETE SET NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('give', 'ask')),
    title       TEXT    NOT NULL DEFAULT '',
    angle       TEXT    NOT NULL DEFAULT '',
    link        TEXT    NOT NULL DEFAULT '',
    state       TEXT    NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'submitted', 'approved', 'archived', 'expired')),
    campaign_id INTEGER REFERENCES campaign (id) ON DELETE SET NULL,
    expires_on  TEXT,
    tags        TEXT    NOT NULL DEFAULT '[]',
    disclosure  TEXT    NOT NULL DEFAULT '',
    utm         TEXT    NOT NULL DEFAULT '',
    picture     TEXT    NOT NULL DEFAULT '',
    picture_alt TEXT    NOT NULL DEFAULT '',
    template    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    created_by  TEXT    NOT NULL DEFAULT '',
    submitted_by TEXT   NOT NULL DEFAULT '',
    approved_at INTEGER,
    approved_by TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX post_state ON post (state, changed_at);
CREATE INDEX post_article_id ON post (article_id);
CREATE INDEX post_campaign_id ON post (campaign_id);
CREATE INDEX post_expires_on ON post (expires_on) WHERE expires_on IS NOT NULL;

CREATE TABLE post_topic (
    post_id  INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    PRIMARY KEY (post_id, topic_id)
);
CREATE INDEX post_topic_topic_id ON post_topic (topic_id);

-- The words for one network, language and tone. Several may stand for the same three: they are dealt out.
CREATE TABLE variant (
    id       INTEGER PRIMARY KEY,
    post_id  INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    network  TEXT    NOT NULL,
    language TEXT    NOT NULL DEFAULT '',
    tone     TEXT    NOT NULL DEFAULT '',
    text     TEXT    NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    retired  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX variant_post_id ON variant (post_id, position);

-- The post as it was before a change, whole, as JSON: for history and undo.
CREATE TABLE post_revision (
    id      INTEGER PRIMARY KEY,
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL DEFAULT '',
    content TEXT    NOT NULL
);
CREATE INDEX post_revision_post_id ON post_revision (post_id, at);

-- +goose Down
DROP TABLE post_revision;
DROP TABLE variant;
DROP TABLE post_topic;
DROP TABLE post;
