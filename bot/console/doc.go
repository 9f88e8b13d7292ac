// Package console is the catalogue of commands in a terminal and for scripts:
// it reads lines, hands them to the Griot that answers Discord too, and sets
// the replies for a person or as one JSON object a line.
package console
