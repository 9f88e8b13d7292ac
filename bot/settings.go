package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"griot/bot/discord"
	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/storage"
)

const description = `Griot answers about the actors, events and reforms of a conflict, with its sources.

Without a command it serves Discord if DISCORD_TOKEN is set, else it opens the console.

  griot run '/event name:Ogossagou'     answer once
  griot import FILE --source ID         take in the text of a source
  griot export --guild 1234             write the desk of a Discord server to standard output
  griot serve --guild 1234              serve one Discord server

Exit codes: 0 done; 1 failed; 2 asked in a wrong way, or no token; 3 the store is in use;
4 the store is damaged or newer than this program; 5 a file, or what was to be exported, was refused;
78 Discord refuses the token or the bot.`

// cli is the command line. Each setting is also a variable of the environment.
type cli struct {
	Settings

	Start   startCommand   `cmd:"" default:"withargs" hidden:"" help:"Serve Discord if there is a token, else open the console."`
	Console consoleCommand `cmd:"" help:"Ask questions in the terminal."`
	Serve   serveCommand   `cmd:"" help:"Connect to Discord and serve."`
	Run     runCommand     `cmd:"" help:"Answer one line, or each line of standard input (-)."`
	Import  importCommand  `cmd:"" help:"Take in the text of a source from a file."`
	Export  exportCommand  `cmd:"" help:"Write a server's desk, or the shelf, to standard output; the bot must be stopped."`
	Verify  verifyCommand  `cmd:"" help:"Examine the store, which nothing else may have open."`
	Pack    struct {
		Check packCheckCommand `cmd:"" help:"Check a pack, against texts if given."`
		Seal  packSealCommand  `cmd:"" help:"Seal a pack's anchors against the text of a source."`
	} `cmd:"" help:"Work on a pack of knowledge."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// Settings hold for every command.
type Settings struct {
	Data      string   `name:"data" env:"GRIOT_DATA" default:"griot.db" help:"The file that holds everything." placeholder:"FILE"`
	APIURL    string   `name:"api-url" env:"DISCORD_API_URL" help:"Discord's REST address with its version, for a proxy." placeholder:"URL"`
	Guild     string   `name:"guild" env:"GRIOT_GUILD" help:"Announce the commands in this server only; in a run, the server asked from; in an export, the one whose desk it is." placeholder:"ID"`
	Model     string   `name:"model" env:"GRIOT_MODEL" help:"The language model that may shorten answers; needs OPENAI_API_KEY or OPENAI_BASE_URL." placeholder:"NAME"`
	ModelURL  string   `name:"model-url" env:"OPENAI_BASE_URL" help:"Where the model is asked: an OpenAI-compatible address with its version." placeholder:"URL"`
	Summaries string   `name:"summaries" env:"GRIOT_SUMMARIES" default:"selected" enum:"selected,written" help:"Whether the model only selects stored sentences, or writes and is proved."`
	Owners    []string `name:"owners" env:"GRIOT_OWNERS" help:"Discord ids of those who run this." placeholder:"ID,…"`
}

// environment resolves a flag from the variable that its env tag names. The
// token is no flag, since arguments can be read by every user of a machine.
func environment(getenv func(string) string) kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		for _, name := range flag.Envs {
			if value := getenv(name); value != "" {
				return value, nil
			}
		}
		return nil, nil
	})
}

// token returns the token from the environment, or from the file that it
// names, and makes sure that no log shows it.
func (p *program) token() (string, error) {
	return p.secret(p.getenv, "DISCORD_TOKEN", "DISCORD_TOKEN_FILE")
}

// modelKey returns the key of the model's endpoint, likewise.
func (p *program) modelKey(getenv func(string) string) (string, error) {
	return p.secret(getenv, "OPENAI_API_KEY", "OPENAI_API_KEY_FILE")
}

func (p *program) secret(getenv func(string) string, name, fileName string) (string, error) {
	secret := getenv(name)
	if path := getenv(fileName); secret == "" && path != "" {
		b, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("%w: %s: %w", errUsage, fileName, err)
		}
		if secret = string(b); strings.TrimSpace(secret) == "" {
			return "", fmt.Errorf("%w: %s: %s is empty", errUsage, fileName, path)
		}
	}
	secret = strings.TrimSpace(secret)
	p.secrets.hide(secret)
	return secret, nil
}

// Errors that end the program in a way of their own.
var (
	errUsage   = errors.New("wrong use")
	errNoToken = errors.New("no DISCORD_TOKEN: set it to serve Discord, or run griot console in a terminal")
	errRefused = errors.New("refused")
	errDamaged = errors.New("the store is damaged")
)

// exits are the codes of the errors that have one of their own.
var exits = []struct {
	err  error
	code int
}{
	{errUsage, 2}, {errNoToken, 2}, {importer.ErrLines, 2},
	{knowledge.ErrInUse, 3},
	{errDamaged, 4}, {knowledge.ErrDamaged, 4}, {knowledge.ErrNewer, 4}, {storage.ErrCut, 4}, {storage.ErrForeign, 4}, {storage.ErrBroken, 4},
	{discord.ErrToken, 78}, {discord.ErrRefused, 78}, {discord.ErrAddress, 2},
	{errRefused, 5}, {knowledge.ErrInvalid, 5}, {importer.ErrNotText, 5}, {importer.ErrEmpty, 5},
	{importer.ErrTooLarge, 5}, {importer.ErrNotUTF8, 5},
}

func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if child := (*childError)(nil); errors.As(err, &child) {
		return child.code
	}
	for _, e := range exits {
		if errors.Is(err, e.err) {
			return e.code
		}
	}
	return 1
}
