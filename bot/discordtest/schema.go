package discordtest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The request bodies whose schemas are used, as JSON pointers into Discord's
// description of its API.
const (
	bodyCommand      = "/applications/{application_id}/commands post"
	bodyCommands     = "/applications/{application_id}/commands put"
	bodyAnswer       = "/interactions/{interaction_id}/{interaction_token}/callback post"
	bodyFollowUp     = "/webhooks/{webhook_id}/{webhook_token} post"
	bodyMessage      = "/channels/{channel_id}/messages post"
	bodyConversation = "/users/@me/channels post"
	bodyEdit         = "/webhooks/{webhook_id}/{webhook_token}/messages/@original patch"
)

// errNoSchema says that Discord's description of its API isn't at hand.
var errNoSchema = errors.New("shared/discord/openapi.json is not beside the repository")

// schemas compiles Discord's own schemas of request bodies, once a process.
// It returns errNoSchema where the file is absent.
var schemas = sync.OnceValues(func() (map[string]*jsonschema.Schema, error) {
	path, err := openAPI()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, errNoSchema
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return compile(doc)
})

func compile(doc any) (map[string]*jsonschema.Schema, error) {
	permissionsAsText(doc)
	const name = "https://discord.com/openapi.json"
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, doc); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	compiled := map[string]*jsonschema.Schema{}
	escape := strings.NewReplacer("/", "~1", "{", "%7B", "}", "%7D")
	for _, body := range []string{bodyCommand, bodyCommands, bodyAnswer, bodyFollowUp, bodyEdit, bodyMessage, bodyConversation} {
		path, method, _ := strings.Cut(body, " ")
		at := "#/paths/" + escape.Replace(path) + "/" + method + "/requestBody/content/application~1json/schema"
		s, err := compiler.Compile(name + at)
		if err != nil {
			return nil, fmt.Errorf("schema of %s: %w", body, err)
		}
		compiled[body] = s
	}
	return compiled, nil
}

// permissionsAsText lets default_member_permissions be a string wherever the
// description says integer: Discord documents and sends strings.
func permissionsAsText(doc any) {
	switch v := doc.(type) {
	case map[string]any:
		if p, ok := v["default_member_permissions"].(map[string]any); ok {
			p["type"] = []any{"integer", "string", "null"}
		}
		for _, inner := range v {
			permissionsAsText(inner)
		}
	case []any:
		for _, inner := range v {
			permissionsAsText(inner)
		}
	}
}

// openAPI finds the file by walking up to go.mod.
func openAPI() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("working folder: %w", err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "..", "shared", "discord", "openapi.json"), nil
		}
		if dir == filepath.Dir(dir) {
			return "", errNoSchema
		}
	}
}

// schema checks v against Discord's own schema of a body, if it is at hand.
func (c *checker) schema(body string, v any) {
	compiled, err := schemas()
	if err != nil {
		return
	}
	if err := compiled[body].Validate(v); err != nil {
		c.refuse("", "Discord's schema: %v", err)
	}
}
