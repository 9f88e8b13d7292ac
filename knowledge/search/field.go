package search

// FieldKind says what a text is to its document.
type FieldKind int

const (
	FieldPassage FieldKind = iota // running text, the plain case
	FieldClaims                   // what is said of it in few words
	FieldOther                    // other names that it goes by
	FieldNames                    // what it is called
)

// Field is one text of a document.
type Field struct {
	Kind FieldKind
	Text string
}

// weight is how often a word counts that stands once in such a field. BM25F
// in the form of Robertson, Zaragoza and Taylor ("Simple BM25 extension to
// multiple weighted fields", CIKM 2004) reads a document as if each of its
// fields stood in it that many times.
func (k FieldKind) weight() int {
	switch k {
	case FieldNames:
		return 4 // who types a name wants the thing itself, before all that mentions it
	case FieldOther:
		return 3 // as good as a name, but more often shared by two
	case FieldClaims:
		return 2 // one sentence that was written to the point
	}
	return 1
}
