// Command introspect answers Dovecot's question whether an OAuth 2.0 access token is good (RFC 7662), for tests: the
// token "good-ADDRESS" belongs to ADDRESS, every other one is inactive.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"

	"relais/build/mailrig"
)

func main() {
	listen := flag.String("listen", "127.0.0.1:18080", "address to answer on")
	flag.Parse()
	server := &http.Server{Addr: *listen, Handler: mailrig.Introspection(), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
