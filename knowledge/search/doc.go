// Package search completes and finds names.
//
// An Index holds documents, each with an id, a group and the names that lead
// to it. Complete answers while somebody types; Find answers what somebody
// typed and sent without choosing. The package knows nothing of what the
// documents are about.
//
// # What counts as the same
//
// Names and typed text are folded by text.Fold, so case, accents,
// apostrophes, hyphens and doubled spaces make no difference. Spaces make
// none either: "dont" finds "Don't", "un" finds "U.N.", "cote divoire" finds
// "Côte d'Ivoire". An article at the start (the, le, la, les, l') may be
// there or not, in the name and in what is typed.
//
// # Typing errors
//
// An error is a letter too many, missing, wrong, or two neighbours swapped;
// the first letter may be wrong as well. Up to 3 typed letters forgive none,
// since one error in three letters fits a good part of all names; 4 to 6
// letters forgive one, 7 and more forgive two, spaces counted. The same scale
// holds for each word when words are compared one by one.
//
// # Order
//
// Better reasons come first, in the order of the constants of type Why; then
// fewer errors, more weight, the folded name that matched, and the id. The order is total, so equal contents give equal answers
// whatever way they were added.
package search
