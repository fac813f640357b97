-- +goose Up
-- The requests as packed columns, 1,024 a row, as share_segment is for shares.
CREATE TABLE request_segment (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    data    BLOB    NOT NULL
);
CREATE INDEX request_segment_version ON request_segment (version);
CREATE TABLE request_dirty (segment INTEGER PRIMARY KEY);

-- What reports keep in memory of people is read again once this number is another.
CREATE TABLE report_mark (
    subject TEXT PRIMARY KEY,
    version INTEGER NOT NULL
);
INSERT INTO report_mark (subject, version) VALUES ('people', 0);

-- +goose StatementBegin
CREATE TRIGGER request_added AFTER INSERT ON request BEGIN
    INSERT OR IGNORE INTO request_dirty (segment) VALUES (NEW.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER request_changed AFTER UPDATE ON request BEGIN
    INSERT OR IGNORE INTO request_dirty (segment) VALUES (NEW.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER request_removed AFTER DELETE ON request BEGIN
    INSERT OR IGNORE INTO request_dirty (segment) VALUES (OLD.id / 1024);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_added AFTER INSERT ON staff BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_changed AFTER UPDATE ON staff BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_removed AFTER DELETE ON staff BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_department_added AFTER INSERT ON staff_department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_department_changed AFTER UPDATE ON staff_department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_staff_department_removed AFTER DELETE ON staff_department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_membership_event_added AFTER INSERT ON membership_event BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_membership_event_changed AFTER UPDATE ON membership_event BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_membership_event_removed AFTER DELETE ON membership_event BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_account_added AFTER INSERT ON account BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_account_changed AFTER UPDATE ON account BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_account_removed AFTER DELETE ON account BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_audience_added AFTER INSERT ON audience BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_audience_changed AFTER UPDATE ON audience BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_audience_removed AFTER DELETE ON audience BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_department_added AFTER INSERT ON department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_department_changed AFTER UPDATE ON department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER report_department_removed AFTER DELETE ON department BEGIN
    UPDATE report_mark SET version = (random() & 9223372036854775807) WHERE subject = 'people';
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER report_staff_added;
DROP TRIGGER report_staff_changed;
DROP TRIGGER report_staff_removed;
DROP TRIGGER report_staff_department_added;
DROP TRIGGER report_staff_department_changed;
DROP TRIGGER report_staff_department_removed;
DROP TRIGGER report_membership_event_added;
DROP TRIGGER report_membership_event_changed;
DROP TRIGGER report_membership_event_removed;
DROP TRIGGER report_account_added;
DROP TRIGGER report_account_changed;
DROP TRIGGER report_account_removed;
DROP TRIGGER report_audience_added;
DROP TRIGGER report_audience_changed;
DROP TRIGGER report_audience_removed;
DROP TRIGGER report_department_added;
DROP TRIGGER report_department_changed;
DROP TRIGGER report_department_removed;
DROP TRIGGER request_removed;
DROP TRIGGER request_changed;
DROP TRIGGER request_added;
DROP TABLE report_mark;
DROP TABLE request_dirty;
DROP TABLE request_segment;
