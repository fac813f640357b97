-- +goose Up
-- Today counts the offers that close soon each time it is shown: without this, by reading every article.
CREATE INDEX article_offers ON article (state, closes_on, expires_on) WHERE kind = 'job_offer';

-- +goose Down
DROP INDEX article_offers;
