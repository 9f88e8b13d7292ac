package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// head is what stands before a record's body: the record without its key,
// which it is stored under, and without the body, which is kept byte for byte.
type head struct {
	Rev   uint64                `json:"rev"`
	State knowledge.RecordState `json:"state"`
	Into  knowledge.ID          `json:"into,omitempty"`
	Base  uint64                `json:"base,omitempty"`
	Pack  knowledge.ID          `json:"pack,omitempty"`
}

// Get returns a copy of the record under key. The error wraps
// knowledge.ErrNotFound or knowledge.ErrDamaged.
func (t *tx) Get(key knowledge.Key) (knowledge.Record, error) {
	k, err := recordKey(key)
	if err != nil {
		return knowledge.Record{}, err
	}
	value, err := t.get(recordBucket, k)
	if err != nil {
		return knowledge.Record{}, fmt.Errorf("%s: %w", key, err)
	}
	return decodeRecord(key, value)
}

// Put stores a record. The error wraps knowledge.ErrInvalid if a part of its
// key is empty or holds a zero byte.
func (t *tx) Put(r knowledge.Record) error {
	k, err := recordKey(r.Key)
	if err != nil {
		return err
	}
	line, err := json.Marshal(head{r.Rev, r.State, r.Into, r.Base, r.Pack})
	if err != nil {
		return fmt.Errorf("%s: %w", r.Key, err)
	}
	value := slices.Concat(line, []byte{'\n'}, r.Body)
	if err := t.put(recordBucket, k, value); err != nil {
		return fmt.Errorf("%s: %w", r.Key, err)
	}
	return nil
}

// Scan calls fn for each record of a kind in a layer, in the order of the
// bytes of their ids. fn may put records of the same kind.
func (t *tx) Scan(layer knowledge.Layer, kind knowledge.Kind, fn func(knowledge.Record, error) error) error {
	prefix, err := joinKey(string(layer), string(kind), "")
	if err != nil {
		return err
	}
	return t.walk(recordBucket, prefix, func(s stored) error {
		key := knowledge.Key{Layer: layer, Kind: kind, ID: knowledge.ID(s.key[len(prefix):])}
		if s.damage != nil {
			return fn(knowledge.Record{Key: key}, fmt.Errorf("%s: %w", key, s.damage))
		}
		return fn(decodeRecord(key, s.value))
	})
}

// Layers returns every layer that holds a record or a change, in order.
func (t *tx) Layers() ([]knowledge.Layer, error) {
	var layers []knowledge.Layer
	for _, bucket := range []string{recordBucket, changeBucket} {
		found, err := t.layersIn(bucket)
		if err != nil {
			return nil, err
		}
		layers = append(layers, found...)
	}
	slices.Sort(layers)
	return slices.Compact(layers), nil
}

// layersIn leaps from the first key of each layer to the first of the next.
func (t *tx) layersIn(bucket string) ([]knowledge.Layer, error) {
	var layers []knowledge.Layer
	var from []byte
	for {
		s, err := read(func() (k, v []byte) {
			k, _ = t.bolt.Bucket([]byte(bucket)).Cursor().Seek(from)
			return k, nil
		})
		if err != nil {
			return nil, fmt.Errorf("bucket %s: %w", bucket, err)
		}
		if s.key == nil {
			return layers, nil
		}
		name, _, _ := bytes.Cut(s.key, []byte{0})
		layers = append(layers, knowledge.Layer(name))
		from = append(bytes.Clone(name), 1)
	}
}

// DropLayer forgets the records and the log of a layer.
func (t *tx) DropLayer(layer knowledge.Layer) error {
	prefix, err := joinKey(string(layer), "")
	if err != nil {
		return err
	}
	for _, bucket := range []string{recordBucket, changeBucket, bodyBucket} {
		err := t.walk(bucket, prefix, func(s stored) error { return t.drop(bucket, s.key) })
		if err != nil {
			return fmt.Errorf("drop %s: %w", layer, err)
		}
	}
	return nil
}

func recordKey(key knowledge.Key) ([]byte, error) {
	if key.ID == "" {
		return nil, fmt.Errorf("%w: key %s has no id", knowledge.ErrInvalid, key)
	}
	return joinKey(string(key.Layer), string(key.Kind), string(key.ID))
}

// joinKey puts a zero byte between parts; none may hold one itself, and only
// the last may be empty.
func joinKey(parts ...string) ([]byte, error) {
	for i, part := range parts {
		if strings.Contains(part, "\x00") || (part == "" && i < len(parts)-1) {
			return nil, fmt.Errorf("%w: %s in a key", knowledge.ErrInvalid, strconv.Quote(part))
		}
	}
	return []byte(strings.Join(parts, "\x00")), nil
}

func decodeRecord(key knowledge.Key, value []byte) (knowledge.Record, error) {
	line, body, _ := bytes.Cut(value, []byte{'\n'})
	var h head
	if err := json.Unmarshal(line, &h); err != nil {
		return knowledge.Record{Key: key}, fmt.Errorf("%s: %w: %w", key, knowledge.ErrDamaged, err)
	}
	return knowledge.Record{Key: key, Rev: h.Rev, State: h.State, Into: h.Into, Base: h.Base, Pack: h.Pack, Body: body}, nil
}
