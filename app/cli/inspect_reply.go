package cli

import (
	"github.com/spf13/cobra"

	"relais/backend/network"
	"relais/backend/reply"
	"relais/backend/workspace"
)

// inspectedReply is the line that `inspect reply` prints for a file; its fields are part of the commands' contract.
type inspectedReply struct {
	File     string         `json:"file"`
	Machine  bool           `json:"machine"`
	State    string         `json:"state"`
	Action   string         `json:"action"`
	Networks []network.ID   `json:"networks"`
	URLs     []string       `json:"urls"`
	Metrics  map[string]int `json:"metrics"`
	Language string         `json:"language"`
	Text     string         `json:"text"`
	Token    string         `json:"token"`
	Reasons  []string       `json:"reasons"`
}

// maxReplyFile is the largest mail that is read from a file, in bytes; the reader itself looks at less.
const maxReplyFile = 64 << 20

// inspectReply is `relais inspect reply FILE...`.
func (s *session) inspectReply() *cobra.Command {
	return &cobra.Command{
		Use:   "reply FILE...",
		Short: "Show how a reply is read",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.eachFile(cmd.Context(), args, maxReplyFile, func(name string, body []byte) (any, error) {
				r, err := reply.Read(body, reply.Circumstances{})
				if err != nil {
					return nil, workspace.NewFault("reply_unreadable", "file", name).Wrap(err)
				}
				return inspected(name, r, s.language()), nil
			})
		},
	}
}

func inspected(name string, r reply.Reading, language string) inspectedReply {
	line := inspectedReply{
		File: name, Machine: r.Machine, State: string(r.State), Action: string(r.Action), Networks: []network.ID{}, URLs: []string{},
		Metrics: map[string]int{}, Language: r.Language, Text: r.Text, Token: r.Token(), Reasons: []string{},
	}
	line.Networks = append(line.Networks, r.Networks...)
	for _, p := range r.Proofs {
		line.URLs = append(line.URLs, p.Typed)
	}
	for name, n := range r.Figures {
		line.Metrics[name] = n
	}
	for _, m := range r.Marks {
		line.Reasons = append(line.Reasons, m.Kind+": "+r.Fresh[m.From:m.To])
	}
	for _, code := range r.Doubts {
		line.Reasons = append(line.Reasons, code+": "+doubtSentence(code, language))
	}
	if line.Action == string(reply.ForPerson) && len(r.Doubts) == 0 {
		line.Reasons = append(line.Reasons, "person: "+doubtSentence("person", language))
	}
	return line
}

// doubtSentence says what a code of a doubt means, in the words of the Replies screen.
func doubtSentence(code, language string) string {
	return message("replies", language, "replies_doubt_"+code, nil)
}
