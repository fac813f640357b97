-- +goose Up
-- Packed segments take a narrower form and say which days and requests they are about, so that a view of a year
-- reads that year alone. They are packed again from the rows.
DROP TABLE share_segment;
CREATE TABLE share_segment (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL,
    -- days since 1970 and requests of the shares that are not void; from is after to where there are none
    day_from     INTEGER NOT NULL,
    day_to       INTEGER NOT NULL,
    request_from INTEGER NOT NULL,
    request_to   INTEGER NOT NULL,
    -- the highest post, and the lowest and highest person
    post_to      INTEGER NOT NULL,
    person_from  INTEGER NOT NULL,
    person_to    INTEGER NOT NULL,
    data         BLOB    NOT NULL
);
CREATE INDEX share_segment_head ON share_segment (id, version, day_from, day_to, request_from, request_to, post_to, person_from, person_to);
INSERT OR IGNORE INTO share_dirty (segment) SELECT DISTINCT id / 1024 FROM share;

DROP TABLE request_segment;
CREATE TABLE request_segment (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    -- days on which these requests were sent; from is after to where none was
    day_from   INTEGER NOT NULL,
    day_to     INTEGER NOT NULL,
    post_to    INTEGER NOT NULL,
    message_to INTEGER NOT NULL,
    data       BLOB    NOT NULL
);
CREATE INDEX request_segment_head ON request_segment (id, version, day_from, day_to, post_to, message_to);
INSERT OR IGNORE INTO request_dirty (segment) SELECT DISTINCT id / 1024 FROM request;

-- People with their history, 256 a row; it takes the place of one mark for all of them.
CREATE TABLE people_segment (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    data    BLOB    NOT NULL
);
CREATE INDEX people_segment_head ON people_segment (id, version);
CREATE TABLE people_dirty (segment INTEGER PRIMARY KEY);
INSERT INTO people_dirty (segment) SELECT DISTINCT id / 256 FROM staff;

-- What was sent since a day, for the first screen and the first day of the programme.
CREATE INDEX request_sent ON request (sent_at) WHERE sent_at IS NOT NULL;
-- Imported shares are found by their own titles.
CREATE INDEX share_title ON share (title) WHERE title <> '';
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
DROP TABLE report_mark;

-- +goose StatementBegin
CREATE TRIGGER people_staff_added AFTER INSERT ON staff BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_staff_changed AFTER UPDATE ON staff BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_staff_removed AFTER DELETE ON staff BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_staff_department_added AFTER INSERT ON staff_department BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_staff_department_changed AFTER UPDATE ON staff_department BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_staff_department_removed AFTER DELETE ON staff_department BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_membership_event_added AFTER INSERT ON membership_event BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_membership_event_changed AFTER UPDATE ON membership_event BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_membership_event_removed AFTER DELETE ON membership_event BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_account_added AFTER INSERT ON account BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_account_changed AFTER UPDATE ON account BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (NEW.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_account_removed AFTER DELETE ON account BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) VALUES (OLD.staff_id / 256);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_audience_added AFTER INSERT ON audience BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) SELECT staff_id / 256 FROM account WHERE id = NEW.account_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_audience_changed AFTER UPDATE ON audience BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) SELECT staff_id / 256 FROM account WHERE id = OLD.account_id;
    INSERT OR IGNORE INTO people_dirty (segment) SELECT staff_id / 256 FROM account WHERE id = NEW.account_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_audience_removed AFTER DELETE ON audience BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) SELECT staff_id / 256 FROM account WHERE id = OLD.account_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_department_changed AFTER UPDATE ON department BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) SELECT DISTINCT id / 256 FROM staff;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER people_department_removed AFTER DELETE ON department BEGIN
    INSERT OR IGNORE INTO people_dirty (segment) SELECT DISTINCT id / 256 FROM staff;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER share_flag_removed AFTER DELETE ON share_flag BEGIN
    INSERT OR IGNORE INTO share_dirty (segment) VALUES (OLD.share_id / 1024);
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER people_staff_added;
DROP TRIGGER people_staff_changed;
DROP TRIGGER people_staff_removed;
DROP TRIGGER people_staff_department_added;
DROP TRIGGER people_staff_department_changed;
DROP TRIGGER people_staff_department_removed;
DROP TRIGGER people_membership_event_added;
DROP TRIGGER people_membership_event_changed;
DROP TRIGGER people_membership_event_removed;
DROP TRIGGER people_account_added;
DROP TRIGGER people_account_changed;
DROP TRIGGER people_account_removed;
DROP TRIGGER people_audience_added;
DROP TRIGGER people_audience_changed;
DROP TRIGGER people_audience_removed;
DROP TRIGGER people_department_changed;
DROP TRIGGER people_department_removed;
DROP TRIGGER share_flag_removed;
DROP INDEX share_title;
DROP INDEX request_sent;
DROP TABLE people_dirty;
DROP TABLE people_segment;
DROP TABLE request_segment;
CREATE TABLE request_segment (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    data    BLOB    NOT NULL
);
CREATE INDEX request_segment_version ON request_segment (version);
INSERT OR IGNORE INTO request_dirty (segment) SELECT DISTINCT id / 1024 FROM request;
DROP TABLE share_segment;
CREATE TABLE share_segment (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    data    BLOB    NOT NULL
);
CREATE INDEX share_segment_version ON share_segment (version);
INSERT OR IGNORE INTO share_dirty (segment) SELECT DISTINCT id / 1024 FROM share;
CREATE TABLE report_mark (
    subject TEXT PRIMARY KEY,
    version INTEGER NOT NULL
);
INSERT INTO report_mark (subject, version) VALUES ('people', 0);
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
