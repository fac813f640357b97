-- +goose Up
-- A new share lets go of what was doubtful only beside another: those are looked up by it.
CREATE INDEX share_flag_other ON share_flag (other_id) WHERE other_id IS NOT NULL;

-- +goose Down
DROP INDEX share_flag_other;
