package messages

import (
	"time"

	"griot/knowledge"
)

// Age writes how long something has been there, in the largest unit that fits.
func (c *Catalogue) Age(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d >= day:
		return c.Say("age.days", "n", int(d/day))
	case d >= time.Hour:
		return c.Say("age.hours", "n", int(d/time.Hour))
	case d >= time.Minute:
		return c.Say("age.minutes", "n", int(d/time.Minute))
	}
	return c.Say("age.moments")
}

// At writes a moment by its day and minute, in UTC.
func (c *Catalogue) At(t time.Time) string {
	t = t.UTC()
	day, err := knowledge.ParseDate(t.Format(time.DateOnly))
	if err != nil { // of a year that no date can have
		return t.Format(time.RFC3339)
	}
	return c.Say("at.minute", "day", c.Date(day), "time", t.Format("15:04"))
}
