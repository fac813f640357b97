-- +goose Up
-- What a language model proposed for a post. A text that still says the same is not approved: a person edits it first.
CREATE TABLE post_proposal (
    id       INTEGER PRIMARY KEY,
    post_id  INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    network  TEXT    NOT NULL,
    language TEXT    NOT NULL DEFAULT '',
    text     TEXT    NOT NULL,
    at       INTEGER NOT NULL
);
CREATE INDEX post_proposal_post_id ON post_proposal (post_id);

-- +goose Down
DROP TABLE post_proposal;
