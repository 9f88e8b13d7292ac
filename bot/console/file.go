package console

import (
	"io"
	"os"
	"path/filepath"

	"griot/commands"
)

// withFiles returns an ask with the files that its options name by their path on
// this machine, as Discord would have them attached.
func (s *Session) withFiles(ask commands.Ask) (commands.Ask, error) {
	c, _ := s.Griot.Command(ask.Command)
	for _, o := range c.Options {
		path := ask.Values[o.Name]
		if !o.File || path == "" {
			continue
		}
		file, err := readFile(path)
		if err != nil {
			return ask, err
		}
		if ask.Files == nil {
			ask.Files = map[string]commands.File{}
		}
		ask.Files[o.Name], ask.Values[o.Name] = file, file.Name
	}
	return ask, nil
}

// readFile reads a file that is no larger than what Discord would be asked for.
func readFile(path string) (commands.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return commands.File{}, invalid("no file", "file", commands.Echo(path))
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, commands.MaxFile+1))
	if err != nil {
		return commands.File{}, invalid("no file", "file", commands.Echo(path))
	}
	if len(body) > commands.MaxFile {
		return commands.File{}, invalid("file large", "file", commands.Echo(path), "limit", commands.MaxFile)
	}
	return commands.File{Name: filepath.Base(path), Body: body}, nil
}
