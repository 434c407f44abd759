// What writing gains by a script: the preview beside the text, pictures put in where one writes, the time zone one sits in.
// Without it there is a button for the preview, and the rest is typed.
const PATIENCE = 600; // milliseconds without a key

const form = document.querySelector('form[data-proof]');
if (form) { proof(form); insert(form); }
for (const field of document.querySelectorAll('input[data-zone]')) zone(field);

function proof(form) {
  const place = form.querySelector('[data-proof-place]');
  const state = form.querySelector('[data-proof-state]');
  form.querySelector('[data-proof-button]').closest('p').hidden = true;
  state.hidden = false;
  let timer, asking;

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PATIENCE);
  });
  show();

  async function show() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.proof, {
        method: 'POST',
        headers: { Accept: 'text/html' },
        body: new URLSearchParams(new FormData(form)),
        signal: asking.signal,
      });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      place.replaceChildren(document.adoptNode(page.querySelector('.sheet')));
      say(state.dataset.live);
    } catch (failure) {
      if (failure.name !== 'AbortError') say(state.dataset.lost);
    }
  }

  function say(words) {
    if (state.textContent !== words) state.textContent = words;
  }
}

function insert(form) {
  const text = form.elements.body;
  for (const button of form.querySelectorAll('[data-insert]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      text.setRangeText(`\n\n${button.dataset.insert}\n\n`, text.selectionStart, text.selectionEnd, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    });
  }
}

/** Times that stand there already are by the clock the field says. */
function zone(field) {
  const times = [...field.form.querySelectorAll('input[type=datetime-local]')];
  if (times.every((time) => !time.value)) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || field.value;
}
