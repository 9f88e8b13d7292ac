package commands

// File is a file that came with a command, or goes out with a reply.
type File struct {
	Name string
	Body []byte
	Alt  string // what a reader who can't see it is told; of one that goes out
}
