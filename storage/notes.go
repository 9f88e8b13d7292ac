package storage

import (
	"encoding/binary"
	"fmt"
	"slices"
	"time"

	"griot/knowledge"
)

const stampSize = 8 + 4 // bytes of a note's time: seconds, nanoseconds

// Note returns a copy of a note. The error wraps knowledge.ErrNotFound or
// knowledge.ErrDamaged.
func (t *tx) Note(book knowledge.Book, key string) ([]byte, error) {
	bucket, err := noteBucket(book, key)
	if err != nil {
		return nil, err
	}
	value, err := t.get(bucket, []byte(key))
	if err == nil && len(value) < stampSize {
		err = knowledge.ErrDamaged
	}
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", book, key, err)
	}
	return value[stampSize:], nil
}

// PutNote stores a note, in place of the one there. The error wraps
// knowledge.ErrInvalid if there is no such book or the key is empty.
func (t *tx) PutNote(book knowledge.Book, key string, value []byte, at time.Time) error {
	bucket, err := noteBucket(book, key)
	if err != nil {
		return err
	}
	stamped := binary.BigEndian.AppendUint64(nil, uint64(at.Unix()))
	stamped = binary.BigEndian.AppendUint32(stamped, uint32(at.Nanosecond()))
	if err := t.put(bucket, []byte(key), append(stamped, value...)); err != nil {
		return fmt.Errorf("%s %s: %w", book, key, err)
	}
	return nil
}

// DropNotes forgets the notes of a book that are older than before. A damaged
// note stays, for Verify to name.
func (t *tx) DropNotes(book knowledge.Book, before time.Time) (int, error) {
	bucket, err := noteBucket(book, "any")
	if err != nil {
		return 0, err
	}
	var old [][]byte
	err = t.walk(bucket, nil, func(s stored) error {
		if len(s.value) >= stampSize && stampOf(s.value).Before(before) {
			old = append(old, s.key)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, key := range old {
		if err := t.drop(bucket, key); err != nil {
			return 0, fmt.Errorf("%s %s: %w", book, key, err)
		}
	}
	return len(old), nil
}

// DropNote forgets one note, if it is there.
func (t *tx) DropNote(book knowledge.Book, key string) error {
	bucket, err := noteBucket(book, key)
	if err != nil {
		return err
	}
	if err := t.drop(bucket, []byte(key)); err != nil {
		return fmt.Errorf("%s %s: %w", book, key, err)
	}
	return nil
}

// Notes calls fn for each note of a book whose key begins with prefix, in the
// order of their keys. A damaged note is passed over, for Verify to name.
func (t *tx) Notes(book knowledge.Book, prefix string, fn func(key string, value []byte, at time.Time) error) error {
	bucket, err := noteBucket(book, "any")
	if err != nil {
		return err
	}
	return t.walk(bucket, []byte(prefix), func(s stored) error {
		if s.damage != nil || len(s.value) < stampSize {
			return nil
		}
		return fn(string(s.key), s.value[stampSize:], stampOf(s.value))
	})
}

func stampOf(value []byte) time.Time {
	seconds := binary.BigEndian.Uint64(value)
	return time.Unix(int64(seconds), int64(binary.BigEndian.Uint32(value[8:])))
}

func noteBucket(book knowledge.Book, key string) (string, error) {
	if !slices.Contains(knowledge.Books(), book) {
		return "", fmt.Errorf("%w: no book %s", knowledge.ErrInvalid, book)
	}
	if key == "" {
		return "", fmt.Errorf("%w: note of %s without a key", knowledge.ErrInvalid, book)
	}
	return notePrefix + string(book), nil
}
