package cli

import "github.com/spf13/cobra"

// commands lists every subcommand; groups of them (import, staff, inspect …)
// are one command with subcommands of their own, in their own files.
func (s *session) commands() []*cobra.Command {
	return []*cobra.Command{
		s.importGroup(),
		s.staffGroup(),
		s.inspectGroup(),
		s.clip(),
		s.search(),
		s.articles(),
		s.sources(),
		s.postGroup(),
		s.sendCommand(),
		s.campaignGroup(),
		s.referralGroup(),
		s.accountGroup(),
		s.outboxGroup(),
		s.syncCommand(),
		s.sharesCommand(),
		s.reportCommand(),
		s.reviewCommand(),
		s.backupCommand(),
		s.restoreCommand(),
		s.doctorCommand(),
		s.salvageCommand(),
		s.rescueCommand(),
		s.activityCommand(),
		s.exportCommand(),
		s.demoCommand(),
	}
}

// importGroup is `relais import staff|articles|feeds FILE`.
func (s *session) importGroup() *cobra.Command {
	group := &cobra.Command{Use: "import", Short: "Bring in staff, articles or feeds from a file"}
	group.AddCommand(s.importCommands()...)
	return group
}

// inspectGroup is `relais inspect reply|article|feed FILE...`.
func (s *session) inspectGroup() *cobra.Command {
	group := &cobra.Command{Use: "inspect", Short: "Show how a file is read; changes nothing"}
	group.AddCommand(s.inspectCommands()...)
	return group
}

// importCommands: each feature adds its own line.
func (s *session) importCommands() []*cobra.Command {
	return []*cobra.Command{
		s.importStaff(),
		s.importShares(),
		s.importVisits(),
		s.importFeeds(),
		s.importArticles(),
		s.importWorkspace(),
	}
}

// inspectCommands: each feature adds its own line.
func (s *session) inspectCommands() []*cobra.Command {
	return []*cobra.Command{
		s.inspectReply(),
		s.inspectArticle(),
		s.inspectFeed(),
	}
}
