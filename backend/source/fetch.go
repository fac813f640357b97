package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"relais/backend/workspace"
)

// Bounds of one request.
const (
	fetchTime    = 30 * time.Second
	maxRedirects = 8
	maxHeader    = 128 << 10
)

// Ask is what is wanted of an address.
type Ask struct {
	URL          string
	ETag         string // from the last answer, for a conditional request (RFC 9110, section 13)
	LastModified string
	Limit        int64 // bytes after decompression
	Accept       string
	// Trusted is an address that a person typed or imported. Its host and port
	// may lie in a private network; where it redirects to may not.
	Trusted string
}

// Answer is what came back.
type Answer struct {
	Body         []byte
	ContentType  string
	URL          string // after redirects
	Moved        string // set where every redirect on the way was permanent
	ETag         string
	LastModified string
	NotModified  bool
}

// Fetcher gets pages, feeds and pictures from addresses that came from outside.
// It follows http and https alone, and connects to no private address unless
// that was asked for; this is checked for the very address that is dialled, so
// that a name which resolves differently the second time gains nothing.
type Fetcher struct {
	agent  string
	open   *http.Client
	lookUp *net.Resolver
}

// errPrivate marks a connection that was refused.
var errPrivate = errors.New("source: address in a private network")

// NewFetcher gives a Fetcher that names itself agent.
func NewFetcher(agent string) *Fetcher {
	f := &Fetcher{agent: agent, lookUp: net.DefaultResolver}
	f.open = f.client("")
	return f
}

// client builds a client whose connections may go to public addresses and to
// the one trusted host and port.
func (f *Fetcher) client(trusted string) *http.Client {
	t := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  20 * time.Second,
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConns:           20,
		MaxIdleConnsPerHost:    1,
		MaxConnsPerHost:        2,
		IdleConnTimeout:        30 * time.Second,
		ForceAttemptHTTP2:      true,
		DisableKeepAlives:      trusted != "",
	}
	t.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		d := net.Dialer{Timeout: 10 * time.Second, Resolver: f.lookUp}
		if !strings.EqualFold(addr, trusted) && !isProxy(addr) {
			d.Control = func(_, address string, _ syscall.RawConn) error { return refusePrivate(address) }
		}
		return d.DialContext(ctx, network, addr)
	}
	return &http.Client{Transport: t, Timeout: fetchTime, CheckRedirect: checkRedirect}
}

// isProxy says whether addr is the proxy that the environment names: the
// firm's own, in its own network.
func isProxy(addr string) bool {
	req := &http.Request{URL: &url.URL{Scheme: "https", Host: "proxy-check.example"}}
	p, err := http.ProxyFromEnvironment(req)
	return err == nil && p != nil && strings.EqualFold(hostPort(p), addr)
}

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return errRedirects
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return errScheme
	}
	req.Header.Del("Referer")
	return nil
}

var (
	errRedirects = errors.New("source: too many redirects")
	errScheme    = errors.New("source: not a web address")
)

// reserved are networks beside those that net/netip knows as private
// (IANA special-purpose address registries).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
}

// refusePrivate fails for an address:port that is not on the public network.
func refusePrivate(address string) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return errPrivate
	}
	ip := ap.Addr().Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() || ip.IsMulticast() {
		return errPrivate
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return errPrivate
		}
	}
	return nil
}

// hostPort gives host and port of an address, the port written out.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// Fetch gets an address. Its faults are the fetch_ and address_ codes.
func (f *Fetcher) Fetch(ctx context.Context, ask Ask) (Answer, error) {
	u, err := url.Parse(strings.TrimSpace(ask.URL))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return Answer{}, workspace.NewFault("address_invalid", "address", ask.URL)
	}
	client := f.open
	if t, err := url.Parse(ask.Trusted); err == nil && ask.Trusted != "" && hostPort(t) == hostPort(u) {
		client = f.client(hostPort(t))
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Answer{}, workspace.NewFault("address_invalid", "address", ask.URL).Wrap(err)
	}
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", ask.Accept)
	for name, v := range map[string]string{"If-None-Match": ask.ETag, "If-Modified-Since": ask.LastModified} {
		if v != "" {
			req.Header.Set(name, v)
		}
	}
	res, err := client.Do(req)
	if err != nil {
		return Answer{}, fetchFault(ask.URL, err)
	}
	defer res.Body.Close()
	return read(res, ask)
}

func read(res *http.Response, ask Ask) (Answer, error) {
	a := Answer{
		ContentType: res.Header.Get("Content-Type"), URL: res.Request.URL.String(),
		ETag: bounded(res.Header.Get("ETag")), LastModified: bounded(res.Header.Get("Last-Modified")),
	}
	if a.URL != ask.URL && permanent(res) {
		a.Moved = a.URL
	}
	switch {
	case res.StatusCode == http.StatusNotModified:
		a.NotModified = true
		return a, nil
	case res.StatusCode == http.StatusTooManyRequests || res.StatusCode == http.StatusServiceUnavailable:
		return a, &later{status: res.StatusCode, after: res.Header.Get("Retry-After"), address: ask.URL}
	case res.StatusCode == http.StatusGone:
		return a, &gone{address: ask.URL}
	case res.StatusCode < 200 || res.StatusCode > 299:
		return a, workspace.NewFault("fetch_status", "address", ask.URL, "status", res.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, ask.Limit+1))
	if err != nil {
		return a, fetchFault(ask.URL, err)
	}
	if int64(len(body)) > ask.Limit {
		return a, workspace.NewFault("fetch_too_large", "address", ask.URL, "limit", ask.Limit>>20)
	}
	a.Body = body
	return a, nil
}

// permanent says whether all redirects that led to res were permanent.
func permanent(res *http.Response) bool {
	for r := res.Request.Response; r != nil; r = r.Request.Response {
		if r.StatusCode != http.StatusMovedPermanently && r.StatusCode != http.StatusPermanentRedirect {
			return false
		}
	}
	return true
}

func bounded(s string) string {
	if len(s) > 500 {
		return ""
	}
	return s
}

func fetchFault(address string, err error) error {
	var netErr net.Error
	switch {
	case errors.Is(err, errPrivate):
		return workspace.NewFault("address_private", "address", address).Wrap(err)
	case errors.Is(err, errRedirects):
		return workspace.NewFault("fetch_redirects", "address", address).Wrap(err)
	case errors.Is(err, errScheme):
		return workspace.NewFault("fetch_leads_off", "address", address).Wrap(err)
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &netErr) && netErr.Timeout():
		return workspace.NewFault("fetch_timeout", "address", address).Wrap(err)
	}
	return workspace.NewFault("fetch_failed", "address", address).Wrap(err)
}

// later says that a site wants to be left alone for a while.
type later struct {
	status  int
	after   string
	address string
}

func (l *later) Error() string { return fmt.Sprintf("source: %d, retry after %q", l.status, l.after) }

// until gives the time that Retry-After names, in seconds or as a date (RFC
// 9110, section 10.2.3), an hour where it names none; never more than a week.
func (l *later) until(now time.Time) time.Time {
	wait := time.Hour
	if n, err := strconv.Atoi(strings.TrimSpace(l.after)); err == nil && n >= 0 {
		wait = time.Duration(min(n, 7*24*3600)) * time.Second
	} else if t, err := http.ParseTime(l.after); err == nil {
		wait = t.Sub(now)
	}
	return now.Add(max(time.Minute, min(wait, 7*24*time.Hour)))
}

// gone says that a feed has ended for good (410).
type gone struct{ address string }

func (g *gone) Error() string { return "source: gone" }
