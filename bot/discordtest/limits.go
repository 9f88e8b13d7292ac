package discordtest

import (
	"time"
	"unicode/utf16"
)

// The limits that Discord documents. Lengths are in UTF-16 code units, the
// stricter reading; sizes are in bytes.
const (
	maxContent     = 2000
	maxEmbeds      = 10
	maxEmbedText   = 6000 // over all embeds of a message
	maxTitle       = 256
	maxDescription = 4096
	maxFields      = 25
	maxFieldName   = 256
	maxFieldValue  = 1024
	maxFooter      = 2048
	maxAuthor      = 256
	maxEmbedURL    = 2048

	maxRows          = 5
	maxButtons       = 5 // in a row
	maxCustomID      = 100
	maxLabel         = 80
	maxButtonURL     = 512
	maxSelectOptions = 25
	maxSelectText    = 100
	maxPlaceholder   = 150
	maxComponents    = 40   // of a message in the newer layout, nested ones counted
	maxLayoutText    = 4000 // of a message in the newer layout

	maxAttachments = 10
	maxFileSize    = 10 << 20
	maxAltText     = 1024
	maxFilename    = 1024

	maxModalTitle       = 45
	maxModalRows        = 5
	maxInputValue       = 4000
	maxInputLabel       = 45
	maxInputPlaceholder = 100

	maxChoices     = 25
	maxChoiceName  = 100
	maxChoiceValue = 100

	maxCommandDescription = 100
	maxCommandText        = 8000 // names, descriptions and values of one command
	maxOptions            = 25
	maxOptionLength       = 6000
	maxSlashCommands      = 100
	maxMenuCommands       = 15 // of users, and as many of messages

	maxNonce = 25

	maxFrame        = 4096
	maxFramesMinute = 120
)

// How long an interaction may wait for its first answer, how long its token
// lives, and how far apart two identifies must lie.
const (
	answerTime   = 3 * time.Second
	tokenLife    = 15 * time.Minute
	identifyPace = 5 * time.Second
)

// The flags of a message that an app may set, and the one that Discord sets on
// a deferred answer.
const (
	flagSuppressEmbeds = 1 << 2
	flagEphemeral      = 1 << 6
	flagLoading        = 1 << 7
	flagSilent         = 1 << 12
	flagLayout         = 1 << 15 // the newer layout: components carry the text
)

// length counts s as Discord's clients do, in UTF-16 code units.
func length(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
