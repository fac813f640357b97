-- +goose Up

-- What is still to be read is counted and listed from the index alone: the rows hold the mails themselves.
DROP INDEX inbound_unread;
CREATE INDEX inbound_unread ON inbound (read_version, id) WHERE erased_at IS NULL;

-- +goose Down
DROP INDEX inbound_unread;
CREATE INDEX inbound_unread ON inbound (read_version, id);
