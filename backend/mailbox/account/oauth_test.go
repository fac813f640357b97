package account

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync/atomic"
	"testing"

	"relais/backend/workspace"
)

// provider is a small OAuth 2.0 server that checks PKCE and gives tokens.
type provider struct {
	*httptest.Server
	challenge string
	refuse    atomic.Pointer[string]
	refreshed atomic.Int32
}

func newProvider(t *testing.T) *provider {
	p := &provider{}
	mux := http.NewServeMux()
	mux.HandleFunc("/token", func(w http.ResponseWriter, r *http.Request) {
		_ = r.ParseForm()
		w.Header().Set("Content-Type", "application/json")
		if code := p.refuse.Load(); code != nil {
			w.WriteHeader(http.StatusBadRequest)
			_ = json.NewEncoder(w).Encode(map[string]string{"error": *code})
			return
		}
		if r.Form.Get("grant_type") == "refresh_token" {
			p.refreshed.Add(1)
			_ = json.NewEncoder(w).Encode(map[string]any{"access_token": fmt.Sprintf("fresh%d", p.refreshed.Load()), "expires_in": 3600, "token_type": "Bearer"})
			return
		}
		sum := sha256.Sum256([]byte(r.Form.Get("code_verifier")))
		if base64.RawURLEncoding.EncodeToString(sum[:]) != p.challenge || r.Form.Get("code") != "the-code" {
			w.WriteHeader(http.StatusBadRequest)
			_ = json.NewEncoder(w).Encode(map[string]string{"error": "invalid_grant"})
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"access_token": "first", "refresh_token": "again", "expires_in": 1, "token_type": "Bearer"})
	})
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

// browser plays the person: it goes where the provider would send them back to.
func (p *provider) browser(t *testing.T, answer func(state string) url.Values) func(string) error {
	return func(address string) error {
		u, err := url.Parse(address)
		if err != nil {
			return err
		}
		q := u.Query()
		p.challenge = q.Get("code_challenge")
		if q.Get("code_challenge_method") != "S256" || q.Get("state") == "" {
			t.Errorf("the request lacks PKCE or state: %s", address)
		}
		go func() {
			for _, v := range []url.Values{{"state": {"forged"}, "code": {"evil"}}, answer(q.Get("state"))} {
				res, err := http.Get(q.Get("redirect_uri") + "/?" + v.Encode())
				if err == nil {
					_ = res.Body.Close()
				}
			}
		}()
		return nil
	}
}

func oauthService(t *testing.T, p *provider) (*Service, Settings) {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	s := New(ws)
	s.Endpoints = map[Auth]OAuthEndpoint{Microsoft: {Auth: p.URL + "/auth", Token: p.URL + "/token", Scopes: []string{"mail"}}}
	return s, Settings{Address: "rh@firm.example", User: "rh@firm.example", Auth: Microsoft, ClientID: "client"}
}

func TestSignInWithPKCEThenRefresh(t *testing.T) {
	p := newProvider(t)
	s, settings := oauthService(t, p)
	ctx := context.Background()
	err := s.SignIn(ctx, settings, p.browser(t, func(state string) url.Values { return url.Values{"state": {state}, "code": {"the-code"}} }))
	if err != nil {
		t.Fatal(err)
	}
	// The first token lives a second: the next use refreshes it, the one after does not.
	for range 2 {
		token, err := s.AccessToken(ctx, settings)
		if err != nil || token != "fresh1" {
			t.Errorf("token %q %v", token, err)
		}
	}
	if p.refreshed.Load() != 1 {
		t.Errorf("refreshed %d times", p.refreshed.Load())
	}
}

func TestSignInFailures(t *testing.T) {
	ctx := context.Background()
	t.Run("the person refuses", func(t *testing.T) {
		p := newProvider(t)
		s, settings := oauthService(t, p)
		err := s.SignIn(ctx, settings, p.browser(t, func(state string) url.Values { return url.Values{"state": {state}, "error": {"access_denied"}} }))
		if !errors.Is(err, workspace.NewFault("mail_consent_refused")) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("no client id", func(t *testing.T) {
		p := newProvider(t)
		s, settings := oauthService(t, p)
		settings.ClientID = ""
		if err := s.SignIn(ctx, settings, nil); !errors.Is(err, workspace.NewFault("mail_client_id_missing")) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("consent expires", func(t *testing.T) {
		p := newProvider(t)
		s, settings := oauthService(t, p)
		if err := s.ws.Secrets.Set(tokenSecret, `{"access_token":"old","refresh_token":"x","expiry":"2020-01-01T00:00:00Z"}`); err != nil {
			t.Fatal(err)
		}
		code := "invalid_grant"
		p.refuse.Store(&code)
		if _, err := s.AccessToken(ctx, settings); !errors.Is(err, workspace.NewFault("mail_consent_expired")) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("never signed in", func(t *testing.T) {
		p := newProvider(t)
		s, settings := oauthService(t, p)
		if _, err := s.AccessToken(ctx, settings); !errors.Is(err, workspace.NewFault("mail_sign_in_needed")) {
			t.Errorf("got %v", err)
		}
	})
}
