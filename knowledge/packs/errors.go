package packs

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Error is one thing that is wrong in a file of a pack. Line and Column count
// from 1; they are 0 where the file as a whole is wrong.
type Error struct {
	File   string
	Line   int
	Column int
	What   string
}

// Error returns file:line:column: what, as compilers write it.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.What
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.What)
}

// errorList gathers what is wrong, in whatever order it is found.
type errorList []*Error

func (l *errorList) add(at spot, format string, args ...any) {
	*l = append(*l, &Error{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

// addErr adds what went wrong with a file; of joined errors each.
func (l *errorList) addErr(file string, err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range joined.Unwrap() {
			l.addErr(file, one)
		}
		return
	}
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{File: file, What: err.Error()}
	}
	*l = append(*l, e)
}

// merge adds what else is wrong, but not what follows from a mistake that l
// has at the same spot.
func (l *errorList) merge(more errorList) {
	known := map[spot]bool{}
	for _, e := range *l {
		known[spot{e.File, e.Line, e.Column}] = true
	}
	for _, e := range more {
		if !known[spot{e.File, e.Line, e.Column}] {
			*l = append(*l, e)
		}
	}
}

// sort puts l in the order in which a person reads the files.
func (l errorList) sort() {
	slices.SortFunc(l, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.What, b.What))
	})
}

// err joins the errors in reading order; nil if there are none.
func (l errorList) err() error {
	l.sort()
	all := make([]error, len(l))
	for i, e := range l {
		all[i] = e
	}
	return errors.Join(all...)
}
