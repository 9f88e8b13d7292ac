// Package discord is the edge to Discord: it turns interactions into requests
// and replies into messages. It is the only place, with the package above it,
// that knows discordgo.
package discord
