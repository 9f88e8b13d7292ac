// Package search finds documents by their words and by their names. It knows
// nothing of what the documents are about.
//
// An [Index] holds documents. [Index.Search] ranks their texts for a query;
// [Index.Complete] answers while somebody types a name, and [Index.Find] what
// somebody typed and sent without choosing. [Index.With] makes the next state
// of an index, which shares what did not change, so that a writer can prepare
// it, commit elsewhere, and publish it by swapping a pointer. [Over] lays one
// index over another, as a desk lies over the shelf.
//
// # The rooms
//
// A text is cut into words (words.go), which become terms (analyse.go,
// stops.go, dates.go, lexicon.go). Documents are kept in segments (segment.go,
// docs.go, postings.go, table.go) that are built (builder.go, tokens.go,
// interned.go, sorting.go) and merged (merge.go) and never changed; index.go
// holds the states that are made of them. A query (query.go, search.go) is
// scored (model.go, score.go, window.go, top.go, scans.go) and its unknown
// words corrected (correct.go, spellings.go). Names (name.go, keys.go,
// beginnings.go, ranks.go) are looked up (lookup.go, near.go, match.go, begun.go)
// for complete.go and find.go. Both go through typing errors by trie.go, fuzzy.go
// and distance.go. layers.go answers from two indexes as from one.
//
// # What counts as the same name
//
// Names and typed text are folded by text.Fold, so case, accents,
// apostrophes, hyphens and doubled spaces make no difference. Spaces make
// none either: "dont" finds "Don't", "un" finds "U.N.", "cote divoire" finds
// "Côte d'Ivoire". An article at the start (the, le, la, les, l') may be
// there or not, in the name and in what is typed.
//
// # Typing errors in names
//
// An error is a letter too many, missing, wrong, or two neighbours swapped;
// the first letter may be wrong as well. Up to 3 typed letters forgive none,
// since one error in three letters fits a good part of all names; 4 and 5
// letters forgive one, 6 and more forgive two, spaces counted. The same scale
// holds for each word when words are compared one by one.
//
// # Order of names
//
// Better reasons come first, in the order of the constants of type Why; then
// fewer errors; of corrected ones, what begins a name before what begins a word
// inside, and letters that are missing or swapped before others, since another
// letter is one of many that could stand there; then more weight, the shorter
// name, the folded name that matched, and the id. The order is total, so equal
// contents give equal answers whatever way they were added. Scores of Search
// are sums of whole numbers, so the same holds for them.
package search
