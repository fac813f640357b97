-- +goose Up

-- Which articles a list may show, as bits: bit (id & 63) of chunk (id >> 6) is set where the article is in that state and
-- repeats no other. A search asks this of thousands of matches, and the row of each would have to be looked for; all
-- bits of 100,000 articles are 1,600 rows.
CREATE TABLE article_shown (
    state TEXT    NOT NULL,
    chunk INTEGER NOT NULL,
    bits  INTEGER NOT NULL,
    PRIMARY KEY (state, chunk)
) WITHOUT ROWID;
INSERT INTO article_shown (state, chunk, bits)
    SELECT state, id >> 6, SUM(1 << (id & 63)) FROM article WHERE duplicate_of IS NULL GROUP BY state, id >> 6;

-- +goose StatementBegin
CREATE TRIGGER article_shown_new AFTER INSERT ON article WHEN new.duplicate_of IS NULL BEGIN
    INSERT INTO article_shown (state, chunk, bits) VALUES (new.state, new.id >> 6, 1 << (new.id & 63))
        ON CONFLICT (state, chunk) DO UPDATE SET bits = bits | excluded.bits;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER article_shown_gone AFTER DELETE ON article WHEN old.duplicate_of IS NULL BEGIN
    UPDATE article_shown SET bits = bits & ~(1 << (old.id & 63)) WHERE state = old.state AND chunk = old.id >> 6;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER article_shown_changed AFTER UPDATE OF id, state, duplicate_of ON article BEGIN
    UPDATE article_shown SET bits = bits & ~(1 << (old.id & 63)) WHERE state = old.state AND chunk = old.id >> 6;
    INSERT INTO article_shown (state, chunk, bits) SELECT new.state, new.id >> 6, 1 << (new.id & 63) WHERE new.duplicate_of IS NULL
        ON CONFLICT (state, chunk) DO UPDATE SET bits = bits | excluded.bits;
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER article_shown_changed;
DROP TRIGGER article_shown_gone;
DROP TRIGGER article_shown_new;
DROP TABLE article_shown;
