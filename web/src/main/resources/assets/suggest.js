// Suggestions as you type, for every field marked with data-suggest. Without this the form works as it is.
const PATIENCE = 60; // milliseconds between two questions

for (const field of document.querySelectorAll('input[data-suggest]')) suggest(field);

function suggest(field) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${field.id}-suggestions`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.suggest);
  field.closest('.find, .field').append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) field.setAttribute(name, value);
  field.autocomplete = 'off';

  const countries = new Intl.DisplayNames([document.documentElement.lang], { type: 'region' });
  let timer, asking, asked = -PATIENCE, chosen = -1;

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, asked + PATIENCE - performance.now()); // at once, unless keys come faster
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); choose((chosen + step + list.children.length) % list.children.length); }
    else if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
    else if (event.key === 'Escape') close();
  });
  field.addEventListener('blur', () => setTimeout(close, 150));

  async function ask() {
    asking?.abort();
    asked = performance.now();
    const typed = field.value.trim();
    if (!typed) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(`/api/v1/cities?limit=6&q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).items);
    } catch { /* the form works without suggestions */ }
  }

  function show(cities) {
    list.replaceChildren(...cities.map(option));
    chosen = -1;
    list.hidden = cities.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
  }

  function option(city, index) {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.id = city.id;
    const where = [city.region, countries.of(city.countryCode)].filter(Boolean).join(', ');
    item.dataset.text = `${city.name}, ${where}`;
    const name = document.createElement('b');
    name.textContent = city.name;
    const place = document.createElement('span');
    place.textContent = city.matchedName ? `${city.matchedName} · ${where}` : where;
    item.append(name, place);
    item.addEventListener('pointerdown', (event) => { event.preventDefault(); take(item); });
    return item;
  }

  function choose(index) {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    field.setAttribute('aria-activedescendant', list.children[index].id);
    list.children[index].scrollIntoView({ block: 'nearest' });
  }

  function take(item) {
    if (field.hasAttribute('data-goes')) location.assign(`/cities/${encodeURIComponent(item.dataset.id)}`);
    else { field.value = field.hasAttribute('data-with-id') ? `${item.dataset.text} [${item.dataset.id}]` : item.dataset.text; close(); }
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
  }
}
