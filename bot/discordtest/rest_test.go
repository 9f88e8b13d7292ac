package discordtest

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

// raw sends a request as no library would, and returns status and body.
func (st *stage) raw(t *testing.T, method, path, contentType, body string) (int, map[string]any) {
	t.Helper()
	r, err := http.NewRequestWithContext(soon(t), method, strings.TrimSuffix(st.URL(), "/v9")+path, strings.NewReader(body))
	must(t, err)
	r.Header.Set("Content-Type", contentType)
	r.Header.Set("Authorization", "Bot "+Token)
	r.Header.Set("User-Agent", "DiscordBot (loopback, 0)")
	answer, err := st.bot.Client.Do(r)
	must(t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(t, err)
	var v map[string]any
	if len(text) > 0 {
		must(t, json.Unmarshal(text, &v))
	}
	return answer.StatusCode, v
}

// Of many answers at once, one is the first.
func TestOneFirstAnswer(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	const many = 20
	errs := make(chan error, many)
	for range many {
		go func() { errs <- st.answer(e, hello) }()
	}
	taken := 0
	for range many {
		if err := <-errs; err == nil {
			taken++
		} else {
			refusedWith(t, err, 400, codeAnswered)
		}
	}
	if wait(); taken != 1 || len(st.guild.messages) != 1 {
		t.Errorf("%d answers were taken, %d messages stand", taken, len(st.guild.messages))
	}
	st.ExpectViolations("code 40060")
}

// with_response, as discord.js asks, returns the message.
func TestWithResponse(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	status, v := st.raw(t, "POST", "/v10/interactions/"+e.ID+"/"+e.Token+"/callback?with_response=true", "application/json", hello)
	m := wait().Message()
	message := v["resource"].(map[string]any)["message"].(map[string]any)
	about := v["interaction"].(map[string]any)
	if status != 200 || message["id"] != m.ID || message["content"] != "hello" || about["id"] != e.ID || about["response_message_id"] != m.ID {
		t.Errorf("status %d, body %v", status, v)
	}
	seen, err := st.bot.InteractionResponse(e)
	must(t, err)
	if seen.ID != m.ID || seen.Content != "hello" || seen.Author.ID != ApplicationID {
		t.Errorf("GET shows %+v", seen)
	}
}

func TestBodiesNobodyShouldSend(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, _ := st.asks(t)
	part := func(header, content string) string {
		return "--b\r\nContent-Disposition: form-data; " + header + "\r\n\r\n" + content + "\r\n"
	}
	payload := part(`name="payload_json"`, hello)
	for name, c := range map[string]struct{ contentType, body, want string }{
		"no type":              {"", hello, "neither JSON nor multipart"},
		"a form":               {"application/x-www-form-urlencoded", "content=x", "neither JSON nor multipart"},
		"no boundary":          {"multipart/form-data", payload, "multipart"},
		"cut":                  {"multipart/form-data; boundary=b", payload, "unexpected EOF"},
		"no JSON":              {"multipart/form-data; boundary=b", part(`name="files[0]"; filename="a"`, "x") + "--b--", "not JSON"},
		"an unknown part":      {"multipart/form-data; boundary=b", payload + part(`name="file"; filename="a"`, "x") + "--b--", `"file" is neither`},
		"a file without name":  {"multipart/form-data; boundary=b", payload + part(`name="files[0]"`, "x") + "--b--", `"files[0]" is neither`},
		"JSON, then something": {"application/json", hello + "{}", "more than one value"},
	} {
		st.ExpectViolations(c.want)
		status, v := st.raw(t, "POST", "/v9/interactions/"+e.ID+"/"+e.Token+"/callback", c.contentType, c.body)
		if message, _ := v["message"].(string); status != 400 || v["code"] != float64(codeInvalidForm) || !strings.Contains(message, c.want) {
			t.Errorf("%s: status %d, body %v, want %q", name, status, v, c.want)
		}
	}
	if status, _ := st.raw(t, "POST", "/v8/interactions/"+e.ID+"/"+e.Token+"/callback", "application/json", hello); status != 404 {
		t.Errorf("version 8: status %d", status)
	}
	st.ExpectViolations("404: Not Found")
	files := ""
	for _, n := range strings.Fields("0 1 2 3 4 5 6 7 8 9 10") {
		files += part(`name="files[`+n+`]"; filename="a"`, "x")
	}
	status, v := st.raw(t, "POST", "/v9/interactions/"+e.ID+"/"+e.Token+"/callback", "multipart/form-data; boundary=b", payload+files+"--b--")
	if st.ExpectViolations("11 files, at most 10"); status != 400 {
		t.Errorf("11 files: status %d, body %v", status, v)
	}
}

// A file may be renamed and described by the JSON beside it.
func TestDescribedFile(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	const body = "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n" +
		`{"type":4,"data":{"attachments":[{"id":"0","filename":"map.png","description":"A map"}],"embeds":[{"image":{"url":"attachment://map.png"}}],"allowed_mentions":{"parse":[]}}}` +
		"\r\n--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"x.png\"\r\nContent-Type: image/png\r\n\r\nbytes\r\n--b--"
	if status, v := st.raw(t, "POST", "/v9/interactions/"+e.ID+"/"+e.Token+"/callback", "multipart/form-data; boundary=b", body); status != 204 {
		t.Fatalf("status %d, body %v", status, v)
	}
	a := wait().Message().Attachments[0]
	if a.Filename != "map.png" || a.Description != "A map" || a.ContentType != "image/png" || !strings.HasSuffix(a.URL, "/map.png") {
		t.Errorf("attachment %+v", a)
	}
}
