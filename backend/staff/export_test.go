package staff_test

import (
	"strings"
	"testing"

	"relais/backend/staff"
)

func TestExportsComeBackUnchanged(t *testing.T) {
	for _, format := range []string{"csv", "xlsx", "vcf"} {
		for _, language := range []string{"fr", "en"} {
			t.Run(format+" "+language, func(t *testing.T) {
				d := newDesk(t)
				d.load(list)
				if err := d.Save(d.ctx, d.person("eva@x.test").ID, staff.Card{Name: "Eva Noir", GivenName: "Eva", JobTitle: "=cmd|' /C calc'!A0", Department: "études", Language: "de", Languages: []string{"de"}}); err != nil {
					t.Fatal(err)
				}
				data, err := d.Export(d.ctx, format, language, staff.Filter{})
				if err != nil {
					t.Fatal(err)
				}
				if format == "csv" && !strings.Contains(string(data), "'=cmd") {
					t.Error("the formula is not guarded")
				}
				plan, err := d.PlanImport(d.ctx, "export."+format, data, staff.ImportOptions{})
				if err != nil {
					t.Fatal(err)
				}
				rejected := 0
				if format == "vcf" {
					rejected = 1 // a card knows no text but as it is: the formula is refused
				}
				if plan.New != 0 || plan.Changed != 0 || len(plan.Rejected) != rejected {
					t.Errorf("%d new, changed %+v, rejected %+v", plan.New, plan.Rows, plan.Rejected)
				}
			})
		}
	}
}
