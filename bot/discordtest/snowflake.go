package discordtest

import (
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"time"
)

// epoch is the first millisecond of Discord's ids.
const epoch = 1420070400000

// snowflakes makes ids as Discord does: milliseconds since its epoch in the
// upper bits, a counter in the lower ones; each is above all before it.
type snowflakes struct {
	last uint64
}

// next returns a new id for a moment. It isn't safe for concurrent use.
func (f *snowflakes) next(at time.Time) string {
	id := uint64(at.UnixMilli()-epoch) << 22
	f.last = max(f.last+1, id)
	return strconv.FormatUint(f.last, 10)
}

// interactionToken returns a token of the length and look of Discord's.
func interactionToken(id string) string {
	secret := sha256.Sum256([]byte("token of " + id))
	tail := base64.RawURLEncoding.EncodeToString(secret[:])
	return base64.RawURLEncoding.EncodeToString([]byte("interaction:" + id + ":" + tail + tail + tail))
}
