// A list of invitations is answered while it is worked off; this counts along. Without it the outcomes come all together.
const form = document.querySelector('form[data-import]');
form?.addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  send(submitted.submitter?.name === 'dryRun').catch(() => say(form.dataset.wordLost));
});

// a file may be dropped where the list is written
const field = form?.elements.namedItem('list');
field?.addEventListener('dragover', (event) => event.preventDefault());
field?.addEventListener('drop', async (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  field.value = await file.text();
});

const say = (text) => { form.querySelector('[data-import-state]').textContent = text; };

async function send(dryRun) {
  const { csrf } = await (await fetch('/api/v1/session', { cache: 'no-store' })).json();
  const fields = new FormData(form);
  const asked = new URLSearchParams({ dryRun, ticketType: fields.get('ticketType'), answerBy: await instant(fields) });
  const answer = await fetch(`${form.dataset.import}?${asked}`, { method: 'POST', body: fields.get('list'),
    headers: { 'Content-Type': 'text/csv', Accept: 'application/x-ndjson, application/problem+json', 'X-CSRF-Token': csrf } });
  if (!answer.ok) { const problem = await answer.json(); return say(problem.detail ?? form.dataset.wordLost); }
  const rows = form.querySelector('tbody');
  rows.replaceChildren();
  form.querySelector('[data-import-lines]').hidden = false;
  const all = fields.get('list').trim().split('\n').length - 1;
  let done = 0;
  for await (const line of lines(answer.body)) {
    rows.append(row(JSON.parse(line)));
    say(form.dataset.wordLine.replace('{0}', ++done).replace('{1}', all));
  }
  say(form.dataset.wordDone.replace('{0}', done));
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    yield* parts.filter(Boolean);
  }
  if (rest) yield rest;
}

/** What the clock at the venue shows then, as an instant. */
function instant(fields) {
  const wanted = new Date(`${fields.get('answerBy')}:00Z`);
  const there = (at) => new Date(`${new Intl.DateTimeFormat('sv', { timeZone: fields.get('zone'), dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`);
  let at = wanted;
  for (let i = 0; i < 2; i++) at = new Date(at.getTime() + (wanted - there(at)));
  return at.toISOString();
}

/** The reason in the words of the page; in those of the API, which are English, where it has none. */
function row({ line, outcome, problem, detail }) {
  const item = document.createElement('tr');
  const word = (kind, value) => document.querySelector(`[data-${kind}="${value}"]`)?.dataset.word;
  const ours = word('problem', problem);
  item.append(document.createElement('td'), document.createElement('td'));
  item.cells[0].textContent = line;
  item.cells[1].textContent = word('outcome', outcome) ?? outcome;
  if (ours ?? detail) {
    const why = document.createElement('span');
    why.textContent = ` · ${ours ?? detail}`;
    if (!ours) why.lang = 'en';
    item.cells[1].append(why);
  }
  return item;
}
