package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/textgen"
)

// maxAnswer bounds a model's answer, in tokens.
const maxAnswer = 1200

// modelSettings are what the operator may change while the bot runs.
type modelSettings struct {
	name, address, key, summaries string
}

// models holds the model of the settings as they are now. The budget outlives
// every change, and the diary a restart.
type models struct {
	p      *program
	diary  *textgen.Diary
	budget *textgen.Budget
	now    atomic.Pointer[model]
}

// model asks one endpoint for the commands, within the day's budget.
type model struct {
	settings modelSettings
	client   *textgen.Client // nil: the settings name no model
	budget   *textgen.Budget
}

// openModels reads which model there is. What was spent today is found in the
// library.
func (p *program) openModels(lib *knowledge.Library) error {
	key, err := p.modelKey(p.getenv)
	if err != nil {
		return err
	}
	diary := textgen.NewDiary(lib, p.log)
	p.models = &models{p: p, diary: diary, budget: textgen.NewBudget(textgen.DefaultAllowance, diary, time.Now)}
	return p.models.set(modelSettings{p.Model, p.ModelURL, key, p.Summaries})
}

// set makes the settings those of the requests to come. Settings that can't
// work are an error, and change nothing.
func (m *models) set(s modelSettings) error {
	next := &model{settings: s, budget: m.budget}
	if s.name != "" && (s.key != "" || s.address != "") {
		client, err := textgen.New(textgen.Settings{Key: s.key, BaseURL: s.address, Model: s.name, Log: m.p.log})
		if err != nil {
			return fmt.Errorf("%w: the model: %w", errUsage, err)
		}
		next.client = client
	}
	m.now.Store(next)
	return nil
}

// current returns the model of this moment, or nil.
func (m *models) current() commands.Model {
	if now := m.now.Load(); now.client != nil {
		return now
	}
	return nil
}

// level says how far a model may go for a server: as the operator has it for
// all.
func (m *models) level(string) commands.Level {
	if m.now.Load().settings.summaries == "written" {
		return commands.Written
	}
	return commands.Selected
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
	state := commands.ModelState{Name: s.Model, Faults: s.Faults}
	if s.Circuit == textgen.Open {
		state.Until = s.Until
	}
	return state
}

// Left returns how many tokens the day still has for who; none if that can't be
// read.
func (m *model) Left(ctx context.Context, who knowledge.Who) commands.Tokens {
	left, err := m.budget.Left(ctx, spender(who))
	if err != nil {
		return commands.Tokens{}
	}
	return commands.Tokens(left)
}

func spender(who knowledge.Who) textgen.Spender {
	return textgen.Spender{User: who.User, Guild: who.Guild}
}
