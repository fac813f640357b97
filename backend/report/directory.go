package report

import (
	"context"
	"fmt"
	"slices"
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

// aboutQuery answers for the rows of asked, which stand in place of the %s.
const aboutQuery = `WITH asked (n, staff_id, post_id, network, day) AS (VALUES %s)
	SELECT q.n, COALESCE(s.language, '') AS language, COALESCE(
			(SELECT dp.name FROM staff_department sd JOIN department dp ON dp.id = sd.department_id
			 WHERE sd.staff_id = s.id AND COALESCE(sd.from_on, '') <= q.day AND COALESCE(sd.to_on, '9999') >= q.day
			 ORDER BY sd.from_on DESC, sd.id DESC LIMIT 1),
			(SELECT dp.name FROM department dp WHERE dp.id = s.department_id), '') AS department,
		au.size, au.as_of, (SELECT COUNT(*) FROM post_topic pt WHERE pt.post_id = q.post_id) AS topics,
		(SELECT COUNT(*) FROM post_topic pt JOIN staff_topic st ON st.topic_id = pt.topic_id
		 WHERE pt.post_id = q.post_id AND st.staff_id = q.staff_id AND st.stance = 'declared') AS held
	FROM asked q LEFT JOIN staff s ON s.id = q.staff_id
	LEFT JOIN audience au ON au.id = (SELECT a.id FROM audience a JOIN account ac ON ac.id = a.account_id
		WHERE ac.staff_id = q.staff_id AND ac.network = q.network AND a.as_of <= q.day ORDER BY a.as_of DESC, a.id DESC LIMIT 1)
	ORDER BY q.n`

// About gives the audience declared last on or before the day, of the person's
// account on the network; the department that they belonged to on that day, and,
// where the history says nothing of it, that of today; their language; and whether
// they have one of the post's topics, by their own word or HR's.
func (d *Directory) About(ctx context.Context, asked []share.Asked) ([]share.Known, error) {
	const together = 25 // the driver takes time with the square of the values in a statement
	out := make([]share.Known, 0, len(asked))
	for part := range slices.Chunk(asked, together) {
		args := make([]any, 0, 5*len(part))
		for i, a := range part {
			args = append(args, i, a.StaffID, a.PostID, a.Network, a.Day)
		}
		var rows []struct {
			Language, Department string
			Size                 *int64
			AsOf                 *string
			Topics, Held         int64
		}
		values := strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?, ?), ", len(part)), ", ")
		if err := d.ws.DB.Read(ctx).Raw(fmt.Sprintf(aboutQuery, values), args...).Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			known := share.Known{Department: r.Department, Language: r.Language}
			if r.Size != nil {
				known.Audience = &share.Audience{Size: *r.Size, AsOf: *r.AsOf}
			}
			if has := r.Held > 0; r.Topics > 0 {
				known.Specialist = &has
			}
			out = append(out, known)
		}
	}
	return out, nil
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

// FirstOffered gives the day on which each post could be shared at the earliest:
// when it was written or, where that was earlier, first sent.
func (d *Directory) FirstOffered(ctx context.Context, posts []int64) (map[int64]string, error) {
	var rows []struct {
		ID int64
		At workspace.Instant
	}
	err := d.ws.DB.Read(ctx).Raw(`SELECT p.id, MIN(p.created_at, COALESCE((SELECT MIN(r.sent_at) FROM request r WHERE r.post_id = p.id), p.created_at)) AS at
		FROM post p WHERE p.id IN ?`, posts).Scan(&rows).Error
	days := make(map[int64]string, len(rows))
	for _, r := range rows {
		days[r.ID] = r.At.Time().Format(time.DateOnly)
	}
	return days, err
}
