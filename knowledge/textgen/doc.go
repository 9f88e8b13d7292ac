// Package textgen asks a language model, and never trusts it.
//
// It speaks to any endpoint that is compatible with OpenAI's chat completions,
// and knows nothing of sources, claims, Discord or the store. Whatever comes
// back is text to be proved by the caller. Griot is whole without it: every
// error of [Client.Ask] means "print the extract".
//
// # What an ask is held to
//
//   - 20 s in all ([Settings.Wall]), and 5 s without a byte once the answer has
//     begun ([Settings.Idle]). A model may think before its first byte for as
//     long as the whole ask may last.
//   - 1 MiB of body ([Settings.Body]), error bodies included, counted where the
//     bytes come in. Compression isn't asked for.
//   - Only the finish reason "stop" makes an answer. A stream that ends without
//     it, however cleanly, was cut. What follows "stop" may only be the count of
//     tokens. An endpoint that can't stream gives no answer.
//   - One connection for each ask, closed with it. No redirect is followed, and
//     no proxy is taken from the environment: the key and the passages go to the
//     address in the settings and nowhere else.
//
// # Two dialects
//
// The first request asks for a strict JSON schema, for the count of tokens and
// with max_completion_tokens. An endpoint that answers 400 or 422 gets the same
// question once more within the same 20 s: with the schema in the system
// message, with max_tokens, and without the rest. If that brings an answer the
// plain dialect is kept until the model is changed. This is safe because the
// schema guards nothing: with a schema an answer must be JSON, and the caller
// checks every id in it.
//
// # Faults
//
// An error's text names its kind and holds neither the key nor a word of the
// endpoint. [Detail] gives the operator the rest, without the key, on one line.
//
// After 3 faults in a row asks are refused at once for 30 s; then a single one
// goes through as a probe. If it fails the rest doubles, up to 10 minutes. An
// answer closes the circuit, a change of model too. An ask that its caller gave
// up, an answer that hit its own limit of tokens and one that the endpoint
// filtered are no faults of the endpoint.
//
// # Budgets
//
// [Budget] holds tokens per day (UTC) for a user, a guild and all together. The
// estimate is spent before asking and corrected after:
//
//	hold, err := budget.Spend(ctx, spender, prompt.Estimate())
//	if err != nil {
//		return extract
//	}
//	answer, err := client.Ask(ctx, prompt, progress)
//	err = errors.Join(err, hold.Correct(ctx, answer.Tokens))
//
// A [Diary] keeps what was spent over a restart.
//
// # Checking against a real model
//
// The tests run against a server that misbehaves and, with GRIOT_LONG=1 and
// Node, against the npm package @dwmkerr/mock-llm. No real model is run by them.
// To check an endpoint of your own, set the three variables as for the bot:
//
//	GRIOT_LIVE_MODEL=1 OPENAI_API_KEY=… OPENAI_BASE_URL=… GRIOT_MODEL=… \
//		go test -count=1 -run TestLive -v ./knowledge/textgen
package textgen
