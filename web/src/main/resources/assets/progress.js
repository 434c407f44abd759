// How far an import has come, looked at again and again; without this, a link does it.
const state = document.querySelector('[data-progress]');
const format = new Intl.NumberFormat(state?.dataset.language);
const bar = state?.querySelector('progress');

async function look() {
  const answer = await fetch(state.dataset.progress, { cache: 'no-store', headers: { Accept: 'application/json' } });
  if (!answer.ok) return setTimeout(again, 5000);
  const run = await answer.json();
  if (run.state !== 'RUNNING') return location.reload();
  for (const count of state.querySelectorAll('[data-count]')) count.textContent = format.format(run[count.dataset.count]);
  if (bar.hasAttribute('max')) bar.value = Math.min(run.read, bar.max);
  setTimeout(again, 700);
}
const again = () => look().catch(() => setTimeout(again, 5000));
if (state) setTimeout(again, 700);
