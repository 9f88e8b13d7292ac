package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"griot/knowledge"
)

const (
	sealVersion = 1
	sealSize    = 1 + sha256.Size
)

// seal returns value in its envelope. The key enters the hash, so that a value
// can't pass for another one's.
func seal(key, value []byte) []byte {
	sealed := make([]byte, sealSize, sealSize+len(value))
	sealed[0] = sealVersion
	sum := sealSum(sealVersion, key, value)
	copy(sealed[1:], sum[:])
	return append(sealed, value...)
}

// unseal returns the value inside of sealed, without copying it, or an error
// that wraps knowledge.ErrDamaged.
func unseal(key, sealed []byte) ([]byte, error) {
	if len(sealed) < sealSize {
		return nil, fmt.Errorf("%w: %d bytes are too few", knowledge.ErrDamaged, len(sealed))
	}
	value := sealed[sealSize:]
	if sealSum(sealed[0], key, value) != [sha256.Size]byte(sealed[1:sealSize]) {
		return nil, fmt.Errorf("%w: its hash doesn't match", knowledge.ErrDamaged)
	}
	if sealed[0] != sealVersion {
		return nil, fmt.Errorf("%w: seal of version %d", knowledge.ErrDamaged, sealed[0])
	}
	return value, nil
}

// sealSum hashes the key's length too, so that no byte can move between key
// and value.
func sealSum(version byte, key, value []byte) [sha256.Size]byte {
	var sum [sha256.Size]byte
	h := sha256.New()
	h.Write(binary.AppendUvarint([]byte{version}, uint64(len(key))))
	h.Write(key)
	h.Write(value)
	h.Sum(sum[:0])
	return sum
}

// asDamage is deferred around whatever touches Bolt's pages: on a damaged page
// Bolt panics, or follows a wrong offset out of the memory map. It turns both
// into an error that wraps knowledge.ErrDamaged.
func asDamage(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: a page of the file can't be read: %v", knowledge.ErrDamaged, r)
	}
}
