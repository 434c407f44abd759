// Keeps the numbers of a page alive; without this they are those of the moment the page was asked for.
const board = document.querySelector('[data-live]');
if (board) follow(board);

function follow(board) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const state = board.querySelector('[data-live-state]');
  const stream = new EventSource(board.dataset.live);
  stream.addEventListener('open', () => { state.textContent = state.dataset.liveWord; });
  stream.addEventListener('error', () => { state.textContent = state.dataset.lostWord; });
  stream.addEventListener('dashboard', (told) => show(JSON.parse(told.data)));

  function show(now) {
    const sum = (name) => now.ticketTypes.reduce((all, type) => all + type[name], 0);
    const known = { admitted: sum('admitted'), confirmed: sum('confirmed'), invitations: now.invitations,
      quotas: byId(now.quotas), ticketTypes: byId(now.ticketTypes) };
    for (const place of board.querySelectorAll('[data-of]')) {
      const value = place.dataset.of.split('.').reduce((at, part) => at?.[part], known);
      if (value !== undefined) place.textContent = numbers.format(value);
    }
    for (const bar of board.querySelectorAll('[data-fill]')) {
      const [, id, part] = bar.dataset.fill.split('.');
      const quota = known.quotas[id];
      if (quota?.capacity) bar.setAttribute('width', 100 * (quota.taken + (part === 'held' ? quota.held : 0)) / quota.capacity);
    }
  }
}

function byId(items) {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
