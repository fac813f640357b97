package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"golang.org/x/oauth2"

	"relais/backend/workspace"
)

// OAuthEndpoint is where a provider lets people sign in.
type OAuthEndpoint struct {
	Auth, Token string
	Scopes      []string
}

// endpointOf gives the provider's addresses and what is asked of the person: reading and sending mail, and to stay
// signed in (learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth,
// developers.google.com/gmail/imap/xoauth2-protocol).
func (s *Service) endpointOf(settings Settings) OAuthEndpoint {
	if e, ok := s.Endpoints[settings.Auth]; ok {
		return e
	}
	if settings.Auth == Google {
		return OAuthEndpoint{Auth: "https://accounts.google.com/o/oauth2/v2/auth", Token: "https://oauth2.googleapis.com/token",
			Scopes: []string{"https://mail.google.com/"}}
	}
	tenant := settings.Tenant
	if tenant == "" {
		tenant = "organizations"
	}
	base := "https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/"
	return OAuthEndpoint{Auth: base + "authorize", Token: base + "token",
		Scopes: []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"}}
}

func (s *Service) config(settings Settings, redirect string) (*oauth2.Config, error) {
	if settings.ClientID == "" {
		return nil, workspace.NewFault("mail_client_id_missing", "provider", string(settings.Auth))
	}
	e := s.endpointOf(settings)
	secret, err := s.ws.Secrets.Get(clientSecret)
	// Whose secrets are lost signs in again; the new ones start over.
	if err != nil && !errors.Is(err, workspace.ErrNotFound) && !errors.Is(err, workspace.ErrSecretsLost) {
		return nil, err
	}
	return &oauth2.Config{ClientID: settings.ClientID, ClientSecret: secret, RedirectURL: redirect, Scopes: e.Scopes,
		Endpoint: oauth2.Endpoint{AuthURL: e.Auth, TokenURL: e.Token, AuthStyle: oauth2.AuthStyleInParams}}, nil
}

// signInTime is how long a person may take in the browser.
const signInTime = 5 * time.Minute

// SignIn has the person sign in with their provider in the system's browser (RFC 8252): a listener on loopback takes
// the answer, PKCE (RFC 7636) and a state bind it to this very request. The token goes into the keyring.
func (s *Service) SignIn(ctx context.Context, settings Settings, openBrowser func(url string) error) error {
	ctx, cancel := context.WithTimeout(ctx, signInTime)
	defer cancel()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("account: sign-in: %w", err)
	}
	defer listener.Close()                      //nolint:errcheck // the server closes it too
	port := listener.Addr().(*net.TCPAddr).Port //nolint:forcetypeassert,errcheck // a TCP listener
	config, err := s.config(settings, fmt.Sprintf("http://localhost:%d", port))
	if err != nil {
		return err
	}
	raw := make([]byte, 16)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the program instead (Go 1.24)
	state, verifier := hex.EncodeToString(raw), oauth2.GenerateVerifier()
	options := []oauth2.AuthCodeOption{oauth2.S256ChallengeOption(verifier), oauth2.SetAuthURLParam("login_hint", settings.User)}
	if settings.Auth == Google {
		// Without these Google gives no refresh token the second time.
		options = append(options, oauth2.AccessTypeOffline, oauth2.SetAuthURLParam("prompt", "consent"))
	}
	answers := make(chan answer, 1)
	server := &http.Server{Handler: receive(state, answers), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(listener) }()
	defer server.Close() //nolint:errcheck // nothing is left to lose
	if err := openBrowser(config.AuthCodeURL(state, options...)); err != nil {
		return workspace.NewFault("mail_browser_failed").Wrap(err)
	}
	select {
	case a := <-answers:
		if a.err != "" {
			return workspace.NewFault("mail_consent_refused", "said", a.err)
		}
		token, err := config.Exchange(ctx, a.code, oauth2.VerifierOption(verifier))
		if err != nil {
			return oauthFault(err)
		}
		if token.RefreshToken == "" {
			return workspace.NewFault("mail_no_refresh_token")
		}
		return s.keepToken(token)
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return workspace.NewFault("mail_sign_in_timeout")
		}
		return ctx.Err()
	}
}

type answer struct{ code, err string }

// receive takes the browser's return. What does not carry our state is not an answer to us.
func receive(state string, answers chan<- answer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		if r.URL.Path != "/" || subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(state)) != 1 {
			http.NotFound(w, r)
			return
		}
		a := answer{code: q.Get("code"), err: clipped(q.Get("error"))}
		if a.code == "" && a.err == "" {
			a.err = "no code"
		}
		select {
		case answers <- a:
		default: // a second return; the first counts
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		fmt.Fprintln(w, "Relais: you can close this page. / Vous pouvez fermer cette page.")
	})
}

func clipped(s string) string {
	s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
	if len(s) > 100 {
		s = strings.ToValidUTF8(s[:100], "")
	}
	return s
}

func (s *Service) keepToken(t *oauth2.Token) error {
	text, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("account: token: %w", err)
	}
	return s.ws.Secrets.Set(tokenSecret, string(text))
}

// AccessToken gives a token that is good for the next minute at least, refreshed where it was not. The fault
// "mail_consent_expired" says that the person has to sign in again.
func (s *Service) AccessToken(ctx context.Context, settings Settings) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, err := s.ws.Secrets.Get(tokenSecret)
	if errors.Is(err, workspace.ErrNotFound) {
		return "", workspace.NewFault("mail_sign_in_needed", "provider", string(settings.Auth))
	}
	if err != nil {
		return "", err
	}
	var token oauth2.Token
	if err := json.Unmarshal([]byte(text), &token); err != nil {
		return "", workspace.NewFault("mail_sign_in_needed", "provider", string(settings.Auth)).Wrap(err)
	}
	if token.AccessToken != "" && time.Until(token.Expiry) > time.Minute {
		return token.AccessToken, nil
	}
	config, err := s.config(settings, "")
	if err != nil {
		return "", err
	}
	token.Expiry = time.Unix(1, 0) // force the refresh
	fresh, err := config.TokenSource(ctx, &token).Token()
	if err != nil {
		return "", oauthFault(err)
	}
	if fresh.RefreshToken == "" {
		fresh.RefreshToken = token.RefreshToken
	}
	return fresh.AccessToken, s.keepToken(fresh)
}

// oauthFault says what a refusal means (RFC 6749 section 5.2).
func oauthFault(err error) error {
	var refused *oauth2.RetrieveError
	if !errors.As(err, &refused) {
		return workspace.NewFault("mail_sign_in_unreachable").Wrap(err)
	}
	switch refused.ErrorCode {
	case "invalid_grant", "interaction_required", "consent_required":
		return workspace.NewFault("mail_consent_expired").Wrap(err)
	case "invalid_client", "unauthorized_client":
		return workspace.NewFault("mail_client_id_refused", "said", clipped(refused.ErrorCode)).Wrap(err)
	default:
		return workspace.NewFault("mail_consent_refused", "said", clipped(refused.ErrorCode)).Wrap(err)
	}
}
