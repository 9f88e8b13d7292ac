package storage

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"griot/knowledge"
)

const seqSize = 8 // bytes of a change's number in its key

// LastChange returns the newest header of a layer. The error wraps
// knowledge.ErrNotFound or knowledge.ErrDamaged.
func (t *tx) LastChange(layer knowledge.Layer) (knowledge.Change, error) {
	prefix, err := joinKey(string(layer), "")
	if err != nil {
		return knowledge.Change{}, err
	}
	key, err := t.last(changeBucket, prefix)
	if err == nil && key == nil {
		err = knowledge.ErrNotFound
	}
	if err != nil {
		return knowledge.Change{}, fmt.Errorf("last change of %s: %w", layer, err)
	}
	value, err := t.get(changeBucket, key)
	if err != nil {
		return knowledge.Change{}, fmt.Errorf("%s: %w", changeName(key), err)
	}
	return decodeChange(key, value)
}

// AppendChange stores a header and its body; a nil body is stored as redacted.
// The error wraps knowledge.ErrInvalid if the header's Seq isn't the next.
func (t *tx) AppendChange(header knowledge.Change, body []byte) error {
	prefix, err := joinKey(string(header.Layer), "")
	if err != nil {
		return err
	}
	last, err := t.last(changeBucket, prefix)
	if err != nil {
		return fmt.Errorf("last change of %s: %w", header.Layer, err)
	}
	if next := seqOf(last) + 1; header.Seq != next {
		return fmt.Errorf("%w: change %d of %s: the next is %d", knowledge.ErrInvalid, header.Seq, header.Layer, next)
	}
	key := binary.BigEndian.AppendUint64(prefix, header.Seq)
	value, err := json.Marshal(header)
	if err == nil {
		err = t.put(changeBucket, key, value)
	}
	if err == nil && body != nil {
		err = t.put(bodyBucket, key, body)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", changeName(key), err)
	}
	return nil
}

// Changes calls fn for each change of a layer, in order. It ends with an error
// that wraps knowledge.ErrDamaged at a header or a body that fails its hash: a
// log with a hole must not pass for a whole one.
func (t *tx) Changes(layer knowledge.Layer, fn func(header knowledge.Change, body []byte) error) error {
	prefix, err := joinKey(string(layer), "")
	if err != nil {
		return err
	}
	return t.walk(changeBucket, prefix, func(s stored) error {
		if s.damage != nil {
			return fmt.Errorf("%s: %w", changeName(s.key), s.damage)
		}
		header, err := decodeChange(s.key, s.value)
		if err != nil {
			return err
		}
		body, err := t.body(s.key)
		if err != nil {
			return err
		}
		return fn(header, body)
	})
}

// body returns the body of the change under key; nil if it was redacted.
func (t *tx) body(key []byte) ([]byte, error) {
	body, err := t.get(bodyBucket, key)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		return nil, fmt.Errorf("body of %s: %w", changeName(key), err)
	}
	return body, nil
}

// Change returns one change. The error wraps knowledge.ErrNotFound or
// knowledge.ErrDamaged.
func (t *tx) Change(layer knowledge.Layer, seq uint64) (knowledge.Change, []byte, error) {
	key, err := changeKey(layer, seq)
	if err != nil {
		return knowledge.Change{}, nil, err
	}
	value, err := t.get(changeBucket, key)
	if err != nil {
		return knowledge.Change{}, nil, fmt.Errorf("%s: %w", changeName(key), err)
	}
	header, err := decodeChange(key, value)
	if err != nil {
		return knowledge.Change{}, nil, err
	}
	body, err := t.body(key)
	return header, body, err
}

// Redact drops the body of a change. The error wraps knowledge.ErrNotFound if
// there is no such change.
func (t *tx) Redact(layer knowledge.Layer, seq uint64) error {
	key, err := changeKey(layer, seq)
	if err != nil {
		return err
	}
	if _, err := t.get(changeBucket, key); err != nil {
		return fmt.Errorf("%s: %w", changeName(key), err)
	}
	if err := t.drop(bodyBucket, key); err != nil {
		return fmt.Errorf("%s: %w", changeName(key), err)
	}
	return nil
}

func changeKey(layer knowledge.Layer, seq uint64) ([]byte, error) {
	prefix, err := joinKey(string(layer), "")
	if err != nil {
		return nil, err
	}
	return binary.BigEndian.AppendUint64(prefix, seq), nil
}

func decodeChange(key, value []byte) (knowledge.Change, error) {
	var c knowledge.Change
	if err := json.Unmarshal(value, &c); err != nil {
		return knowledge.Change{}, fmt.Errorf("%s: %w: %w", changeName(key), knowledge.ErrDamaged, err)
	}
	return c, nil
}

// seqOf returns the number of the change under key, 0 for no key.
func seqOf(key []byte) uint64 {
	if len(key) < seqSize {
		return 0
	}
	return binary.BigEndian.Uint64(key[len(key)-seqSize:])
}

// changeName names the change under key for an error.
func changeName(key []byte) string {
	return fmt.Sprintf("%s change %d", key[:max(0, len(key)-seqSize-1)], seqOf(key))
}
