package packs

import (
	"embed"
	"io/fs"
)

//go:embed all:mali-2019
var embedded embed.FS

// Builtin returns the folders of the packs that the program carries.
func Builtin() []fs.FS {
	var folders []fs.FS
	for _, name := range []string{"mali-2019"} {
		folder, err := fs.Sub(embedded, name)
		if err != nil {
			panic(err) // the name is no path; a test loads each
		}
		folders = append(folders, folder)
	}
	return folders
}
