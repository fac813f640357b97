package report

import (
	"context"
	"strings"
	"time"

	"relais/backend/share"
	"relais/backend/workspace"
)

// Directory answers what the ledger has to know of people and posts (it is the
// share.Directory of the program).
type Directory struct{ ws *workspace.Workspace }

// NewDirectory gives the directory of a workspace.
func NewDirectory(ws *workspace.Workspace) *Directory { return &Directory{ws: ws} }

// AudienceOn gives the audience declared last on or before day, of the person's
// account on network; nil where nobody had said by then.
func (d *Directory) AudienceOn(ctx context.Context, staffID int64, network, day string) (*share.Audience, error) {
	var rows []share.Audience
	err := d.ws.DB.Read(ctx).Raw(`SELECT au.size, au.as_of FROM audience au JOIN account ac ON ac.id = au.account_id
		WHERE ac.staff_id = ? AND ac.network = ? AND au.as_of <= ? ORDER BY au.as_of DESC, au.id DESC LIMIT 1`,
		staffID, network, day).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// SituationOn gives the department that a person belonged to on day, and their
// language. Where the history says nothing of that day, it is that of today.
func (d *Directory) SituationOn(ctx context.Context, staffID int64, day string) (share.Situation, error) {
	var rows []share.Situation
	err := d.ws.DB.Read(ctx).Raw(`SELECT COALESCE(
			(SELECT dp.name FROM staff_department sd JOIN department dp ON dp.id = sd.department_id
			 WHERE sd.staff_id = s.id AND COALESCE(sd.from_on, '') <= ?1 AND COALESCE(sd.to_on, '9999') >= ?1
			 ORDER BY sd.from_on DESC, sd.id DESC LIMIT 1),
			(SELECT dp.name FROM department dp WHERE dp.id = s.department_id), '') AS department, s.language AS language
		FROM staff s WHERE s.id = ?2`, day, staffID).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return share.Situation{}, err
	}
	return rows[0], nil
}

// OwnerOf gives the person whose account on network has this handle; 0 where
// nobody's has.
func (d *Directory) OwnerOf(ctx context.Context, network, handle string) (int64, error) {
	var rows []struct {
		StaffID int64
		Address string
	}
	handle = strings.ToLower(strings.TrimPrefix(handle, "@"))
	err := d.ws.DB.Read(ctx).Raw(`SELECT staff_id, address FROM account WHERE network = ? AND address <> '' AND closed_at IS NULL
		AND lower(address) LIKE '%' || ? || '%'`, network, handle).Scan(&rows).Error
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		if lastPart(r.Address) == handle {
			return r.StaffID, nil
		}
	}
	return 0, nil
}

// lastPart is the handle in an account's address, as it stands there.
func lastPart(address string) string {
	address = strings.ToLower(strings.TrimRight(strings.TrimSpace(address), "/"))
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = strings.TrimRight(address[:i], "/")
	}
	return strings.TrimPrefix(address[strings.LastIndex(address, "/")+1:], "@")
}

// Specialist says whether the person has one of the post's topics, by their own
// word or HR's; nil where the post has none.
func (d *Directory) Specialist(ctx context.Context, staffID, postID int64) (*bool, error) {
	var row struct{ Topics, Held int64 }
	err := d.ws.DB.Read(ctx).Raw(`SELECT COUNT(*) AS topics, COUNT(st.staff_id) AS held FROM post_topic pt
		LEFT JOIN staff_topic st ON st.topic_id = pt.topic_id AND st.staff_id = ? AND st.stance = 'declared'
		WHERE pt.post_id = ?`, staffID, postID).Scan(&row).Error
	if err != nil || row.Topics == 0 {
		return nil, err
	}
	has := row.Held > 0
	return &has, nil
}

// FirstOffered gives the day on which a post could be shared at the earliest:
// when it was written or, where that was earlier, first sent.
func (d *Directory) FirstOffered(ctx context.Context, postID int64) (string, error) {
	var rows []struct{ At workspace.Instant }
	err := d.ws.DB.Read(ctx).Raw(`SELECT MIN(p.created_at, COALESCE((SELECT MIN(r.sent_at) FROM request r WHERE r.post_id = p.id), p.created_at)) AS at
		FROM post p WHERE p.id = ?`, postID).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0].At.Time().Format(time.DateOnly), nil
}
