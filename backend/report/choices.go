package report

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"relais/backend/network"
	"relais/backend/share"
	"relais/backend/workspace"
)

// Choice is one thing that can be filtered by.
type Choice struct{ Key, Name string }

// Choices is what there is to filter by, in alphabetical order.
type Choices struct {
	Departments, Networks, Topics, Campaigns, Languages []Choice
	First                                               string // the first day of anything sent or shared
}

// ReadChoices gives what there is to filter by.
func ReadChoices(ctx context.Context, ws *workspace.Workspace) (Choices, error) {
	var c Choices
	db := ws.DB.Read(ctx)
	for _, q := range []struct {
		into *[]Choice
		sql  string
	}{
		{&c.Departments, "SELECT name AS key, name FROM department ORDER BY name_key"},
		{&c.Networks, "SELECT DISTINCT network AS key, network AS name FROM account UNION SELECT word, word FROM share_code WHERE word IN (" + knownNetworks() + ") ORDER BY 1"},
		{&c.Topics, "SELECT CAST(id AS TEXT) AS key, name FROM topic ORDER BY lower(name)"},
		{&c.Campaigns, "SELECT CAST(id AS TEXT) AS key, name FROM campaign ORDER BY lower(name)"},
		{&c.Languages, "SELECT DISTINCT language AS key, language AS name FROM staff WHERE language <> '' ORDER BY 1"},
	} {
		if err := db.Raw(q.sql).Scan(q.into).Error; err != nil {
			return c, fmt.Errorf("report: choices: %w", err)
		}
	}
	return c, first(db, &c.First)
}

// knownNetworks lists the ids of all networks for a query. share_code also has the
// words of departments and languages.
func knownNetworks() string {
	var ids []string
	for _, n := range network.All() {
		ids = append(ids, "'"+string(n.ID)+"'")
	}
	return strings.Join(ids, ", ")
}

func first(db *gorm.DB, day *string) error {
	var shared string
	var sent int64
	if err := db.Raw("SELECT COALESCE(MIN(shared_on), '') FROM share").Scan(&shared).Error; err != nil {
		return fmt.Errorf("report: choices: %w", err)
	}
	if err := db.Raw("SELECT COALESCE(MIN(sent_at), 0) FROM request WHERE sent_at IS NOT NULL").Scan(&sent).Error; err != nil {
		return fmt.Errorf("report: choices: %w", err)
	}
	*day = shared
	if sent > 0 {
		if d := workspace.Instant(sent).Time().Format("2006-01-02"); *day == "" || d < *day {
			*day = d
		}
	}
	return nil
}

// ReferralLine is a referral with the names of what it is about.
type ReferralLine struct {
	share.Referral
	PostTitle string
	StaffName string
}

// ReferralLines gives all referrals, the newest first.
func ReferralLines(ctx context.Context, ws *workspace.Workspace) ([]ReferralLine, error) {
	rows := []ReferralLine{}
	err := ws.DB.Read(ctx).Table("referral r").Select("r.*, COALESCE(p.title, '') AS post_title, COALESCE(s.name, '') AS staff_name").
		Joins("LEFT JOIN post p ON p.id = r.post_id").Joins("LEFT JOIN staff s ON s.id = r.staff_id").
		Where("r.voided_at IS NULL").Order("r.received_on DESC, r.id DESC").Limit(1000).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("report: referrals: %w", err)
	}
	return rows, nil
}
