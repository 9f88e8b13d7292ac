package discordtest

import (
	"fmt"
	"net/http"
	"strings"
)

// File is a file that a user attaches to a command. Only Name and Content are
// needed; the others make Discord's word of it, or its server, other than they
// should be.
type File struct {
	Name    string
	Content []byte
	Size    int    // that Discord says it has; 0 for its own
	URL     string // that Discord gives for it; "" for that of its own server

	// Serve, if not nil, answers whoever asks for the file.
	Serve http.HandlerFunc
}

// keep gives a file an id and an address. The caller holds s.mu.
func (s *Server) keep(f *File, in *Channel) string {
	id := s.newID()
	if f.URL == "" {
		f.URL = fmt.Sprintf("https://cdn.discordapp.com/attachments/%s/%s/%s?ex=0&is=0&hm=0", in.ID, id, f.Name)
	}
	s.files[id] = f
	return id
}

// json is what a command's event says of a file.
func (f *File) json(id string) map[string]any {
	size := f.Size
	if size == 0 {
		size = len(f.Content)
	}
	return map[string]any{
		"id": id, "filename": f.Name, "size": size, "url": f.URL, "ephemeral": true,
		"proxy_url": strings.Replace(f.URL, "cdn.discordapp.com", "media.discordapp.net", 1), "content_type": "text/plain",
	}
}

// file serves what users attached, as Discord's file servers do: to anybody who
// has the address.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := s.files[r.PathValue("id")]
	if r.Header.Get("Authorization") != "" {
		s.violate("%s: a file's server is sent the bot's token", r.Pattern)
	}
	s.mu.Unlock()
	switch {
	case f == nil:
		http.NotFound(w, r)
	case f.Serve != nil:
		f.Serve(w, r)
	default:
		w.Write(f.Content)
	}
}
