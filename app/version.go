package app

// Version is set when a release is linked (-X relais/app.Version=…).
var Version = "dev"
