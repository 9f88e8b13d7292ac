// Package summary makes an answer shorter without being able to lie.
//
// Everything starts from sentences that stand in the store: FromPassages and
// FromClaims take them from what one guild reads. Three levels make an answer
// of them, and whoever calls one says in the reply which it was.
//
//   - Extract (level 3) chooses whole sentences by rule. It needs no model and
//     always answers.
//   - Select (level 1) reads the ids that a model chose. The model writes no
//     word that a reader sees.
//   - Prove (level 2) reads sentences that a model wrote and lets through those
//     that the cited passages bear out word by word, by rule.
//
// A model's answer comes in as bytes; the package knows no network. An error of
// Select or Prove means: show the extract.
//
// Sentences that are bound (an accusation and its denial, a figure and its
// correction) come together or not at all, at every level.
package summary
