package main

import (
	"context"
	"fmt"
	"time"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/textgen"
)

// model asks a language model for the commands, within the day's budget.
type model struct {
	client *textgen.Client
	budget *textgen.Budget
	writes bool
}

// maxAnswer bounds a model's answer, in tokens.
const maxAnswer = 1200

// openModel returns the model of the settings, or nil if there is none.
func (p *program) openModel() (commands.Model, error) {
	key, err := p.modelKey()
	if err != nil || p.Model == "" || key == "" && p.ModelURL == "" {
		return nil, err
	}
	client, err := textgen.New(textgen.Settings{Key: key, BaseURL: p.ModelURL, Model: p.Model, Log: p.log})
	if err != nil {
		return nil, fmt.Errorf("%w: the model: %w", errUsage, err)
	}
	return &model{client, textgen.NewBudget(textgen.DefaultAllowance, nil, time.Now), p.Summaries == "written"}, nil
}

// Ask asks the model. The estimate is spent before and corrected after.
func (m *model) Ask(ctx context.Context, who knowledge.Who, p commands.Prompt, progress func()) ([]byte, error) {
	prompt := textgen.Prompt{System: p.System, User: p.User, Schema: p.Schema, MaxTokens: maxAnswer}
	hold, err := m.budget.Spend(ctx, spender(who), prompt.Estimate())
	if err != nil {
		return nil, err
	}
	answer, err := m.client.Ask(ctx, prompt, func(int) { progress() })
	if corrected := hold.Correct(context.WithoutCancel(ctx), answer.Tokens); err == nil {
		err = corrected
	}
	return []byte(answer.Text), err
}

// State returns the model's name, and whether it is left alone for a while.
func (m *model) State() commands.ModelState {
	s := m.client.State()
	return commands.ModelState{Name: s.Model, Rest: s.Circuit == textgen.Open}
}

// Left returns how many tokens the day still has for who.
func (m *model) Left(ctx context.Context, who knowledge.Who) int {
	left, err := m.budget.Left(ctx, spender(who))
	if err != nil {
		return 0
	}
	return left.Least()
}

// Writes reports whether the operator lets the model write.
func (m *model) Writes(string) bool { return m.writes }

func spender(who knowledge.Who) textgen.Spender {
	return textgen.Spender{User: who.User, Guild: who.Guild}
}
