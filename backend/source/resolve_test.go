package source

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// names is a name server on loopback. It gives each question the next of the
// addresses that a name has, and stays with the last one.
type names struct {
	addresses map[string][][4]byte
	asked     map[string]*atomic.Int32
}

func (n *names) answer(question []byte) ([]byte, error) {
	var m dnsmessage.Message
	if err := m.Unpack(question); err != nil {
		return nil, err
	}
	m.Response, m.Authoritative, m.Additionals = true, true, nil
	for _, q := range m.Questions {
		list := n.addresses[strings.TrimSuffix(q.Name.String(), ".")]
		if list == nil {
			m.RCode = dnsmessage.RCodeNameError
			continue
		}
		if q.Type != dnsmessage.TypeA {
			continue
		}
		i := n.asked[strings.TrimSuffix(q.Name.String(), ".")].Add(1) - 1
		m.Answers = append(m.Answers, dnsmessage.Resource{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
			Body:   &dnsmessage.AResource{A: list[min(int(i), len(list)-1)]},
		})
	}
	return m.Pack()
}

// resolver serves names over UDP and gives a resolver that asks there.
func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	n.asked = map[string]*atomic.Int32{}
	for name := range n.addresses {
		n.asked[name] = new(atomic.Int32)
	}
	go func() {
		buf := make([]byte, 1500)
		for {
			k, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			if out, err := n.answer(buf[:k]); err == nil {
				_, _ = conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// A name counts for what it resolves to at the very moment of connecting: a
// name of the public network that leads to this machine or the firm's network
// is not followed, however often it changes its mind.
func TestNamesOfPrivateAddresses(t *testing.T) {
	var visits atomic.Int32
	site := serve(t, func(rw http.ResponseWriter, r *http.Request) {
		visits.Add(1)
		if r.URL.Path == "/away" {
			http.Redirect(rw, r, "http://inside.example"+r.Host[strings.LastIndexByte(r.Host, ':'):]+"/", http.StatusFound)
			return
		}
		fmt.Fprint(rw, "secret")
	})
	port := site[strings.LastIndexByte(site, ':'):]
	loopback, public := [4]byte{127, 0, 0, 1}, [4]byte{192, 0, 2, 1} // TEST-NET-1: nobody answers there
	n := &names{addresses: map[string][][4]byte{
		"inside.example": {loopback}, "router.example": {{192, 168, 1, 1}}, "metadata.example": {{169, 254, 169, 254}}, "wide.example": {{0, 0, 0, 0}},
		"turning.example": {public, loopback}, "typed.example": {loopback},
	}}
	f := NewFetcher("Relais test")
	f.lookUp = n.resolver(t)
	for name, c := range map[string]struct {
		url, trusted, want string
		visits             int32
	}{
		"loopback":            {"http://inside.example" + port + "/", "", "address_private", 0},
		"the router":          {"http://router.example/", "", "address_private", 0},
		"cloud metadata":      {"http://metadata.example/latest/meta-data/", "", "address_private", 0},
		"any address":         {"http://wide.example" + port + "/", "", "address_private", 0},
		"another typed name":  {"http://inside.example" + port + "/", "http://typed.example" + port + "/", "address_private", 0},
		"typed":               {"http://typed.example" + port + "/", "http://typed.example" + port + "/", "", 1},
		"typed, leads inside": {"http://typed.example" + port + "/away", "http://typed.example" + port + "/", "address_private", 1},
		"typed, another port": {"http://typed.example" + port + "/", "http://typed.example:1/", "address_private", 0},
		"unknown name":        {"http://nowhere.example/", "", "fetch_failed", 0},
	} {
		t.Run(name, func(t *testing.T) {
			visits.Store(0)
			_, err := f.Fetch(context.Background(), Ask{URL: c.url, Limit: 1 << 20, Trusted: c.trusted})
			if got := code(err); c.want == "" && err != nil || c.want != "" && got != c.want {
				t.Errorf("err = %v, want %q", err, c.want)
			}
			if visits.Load() != c.visits {
				t.Errorf("%d requests came through, want %d", visits.Load(), c.visits)
			}
		})
	}
	visits.Store(0)
	for range 4 { // public first, private from then on
		_, err := f.Fetch(context.Background(), Ask{URL: "http://turning.example" + port + "/", Limit: 1 << 20})
		if code(err) != "address_private" {
			t.Errorf("turning: %v", err)
		}
	}
	if visits.Load() != 0 || n.asked["turning.example"].Load() < 2 {
		t.Errorf("turning: %d requests came through after %d questions", visits.Load(), n.asked["turning.example"].Load())
	}
}
