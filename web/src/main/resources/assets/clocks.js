// The clocks of all sides tick, and whoever waits is told when another side has signed. Without this the page says when it begins.
const session = document.querySelector('[data-begins]');
const language = session.dataset.language;
const begins = Date.parse(session.dataset.begins);
const clocks = [...session.querySelectorAll('[data-clock]')].map((clock) => {
  clock.hidden = false;
  return { clock, format: new Intl.DateTimeFormat(language, { timeZone: clock.dataset.zone, weekday: 'short', hour: 'numeric', minute: '2-digit' }) };
});

function tick() {
  const now = Date.now();
  for (const { clock, format } of clocks) clock.textContent = clock.dataset.word.replace('{0}', format.format(now));
  const minutes = Math.ceil((begins - now) / 60000);
  const DAY = 1440;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const [amount, unit] = minutes > 2 * DAY ? [Math.round(minutes / DAY), 'day'] : minutes > 120 ? [Math.round(minutes / 60), 'hour'] : [minutes, 'minute'];
  const { wordBefore, wordNow } = session.dataset;
  session.querySelector('[data-countdown]').textContent = minutes > 0 ? wordBefore.replace('{0}', relative.format(amount, unit)) : minutes > -120 ? wordNow : '';
}
tick();
setInterval(tick, 5000);

const watched = document.querySelector('[data-watch]');
const looking = setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(watched.dataset.watch, { cache: 'no-store', headers: { 'If-None-Match': watched.dataset.edition } });
    if (answer.ok && answer.headers.get('ETag') !== watched.dataset.edition) changed();
  } catch { /* it is asked again */ }
}, 5000);

// nothing that is being typed is taken away: the page comes anew only where no field has been filled in
function changed() {
  clearInterval(looking);
  const typed = [...watched.querySelectorAll('input:not([type=hidden])')].some((field) => field.value);
  if (typed) watched.querySelector('[data-changed]').hidden = false;
  else location.assign(location.href.includes('/sessions/') ? location.pathname : watched.querySelector('[data-changed] a').href);
}
