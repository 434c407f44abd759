// The door: scans, asks, shows one answer in colour, word and sound, and goes on without the network. The device's key, what it could not
// tell yet and the tickets it has let in lie in the browser's storage, so that a reload loses nothing.
const page = document.querySelector('[data-door]');
const $ = (name) => page.querySelector(`[data-part="${name}"]`);
const PATIENCE = 4000; // milliseconds for an answer; then the guest waits no longer
const SAME_TICKET = 4000; // a ticket still held into the camera is not shown again
const LOOK_EVERY = 5000;
const MOST_AT_ONCE = 1000;

const stored = (key, fallback) => { try { return JSON.parse(localStorage.getItem(`door.${key}`)) ?? fallback; } catch { return fallback; } };
const store = (key, value) => (value === undefined ? localStorage.removeItem(`door.${key}`) : localStorage.setItem(`door.${key}`, JSON.stringify(value)));

let device = stored('device');
let keys = stored('keys', []);
let event = stored('event');
let queue = stored('queue', []); // {scanId, ticket, at, asked}
let seen = stored('seen', {}); // ticket id: when this device let it in
let reports = stored('reports', []);
let last, lastTicket, lastSeenAt = 0, telling = false, sound;

// ---- asking

class Away extends Error {}

/** Asks as this device, without the cookie of whoever else has signed in on this phone. */
async function ask(path, { method = 'GET', body, key } = {}) {
  const headers = { Accept: 'application/json' };
  if (device) headers.Authorization = device.authorization;
  if (body) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  let answer;
  try {
    answer = await fetch(`/api/v1${path}`, { method, headers, credentials: 'omit', cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE), body: body && JSON.stringify(body) });
  } catch { throw online(false); }
  if (answer.status >= 500 || answer.status === 429) throw online(false);
  online(true);
  const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  return { status: answer.status, ok: answer.ok, said };
}

function online(yes) {
  page.dataset.online = yes;
  $('network').textContent = yes ? page.dataset.wordOnline : page.dataset.wordOffline;
  return yes || new Away();
}

const atDoor = (path) => `/events/${encodeURIComponent(device.eventId)}${path}`;

// ---- a ticket

/** What the camera sees; a ticket that is still held up, also after its scan was undone, is no new one. */
async function glimpse(ticket) {
  const held = ticket === lastTicket && Date.now() - lastSeenAt < SAME_TICKET;
  lastTicket = ticket; lastSeenAt = Date.now();
  if (!held) await scan(ticket);
  lastSeenAt = Date.now();
}

async function scan(ticket) {
  const told = { scanId: crypto.randomUUID(), ticket, at: new Date().toISOString() };
  if (page.dataset.online === 'false') return offline(told);
  try {
    answered(await ask(atDoor('/admissions'), { method: 'POST', body: { ticket }, key: told.scanId }));
  } catch (e) {
    if (!(e instanceof Away)) throw e;
    await offline({ ...told, asked: true }); // it may have arrived
  }
}

/** Without the network: what the signature and this device's own memory say; the rest is looked into afterwards. */
async function offline(told) {
  const refusal = await judged(told.ticket);
  if (refusal) return show(refusal.entry, refusal);
  const id = idOf(told.ticket);
  seen[id] = told.at; store('seen', seen);
  queue.push(told); store('queue', queue);
  last = { ticketId: id, scanId: told.scanId };
  show('NOTED', {});
  counts();
}

async function judged(ticket) {
  const parts = /^(T1\.([0-9a-f]{8})\.([\w-]{1,64})\.([\w-]{1,64})\.([1-9]\d{0,4}))\.([\w-]{86})$/.exec(ticket);
  const key = parts && keys.find((some) => some.kid === parts[2]);
  if (!key) return { entry: 'UNKNOWN' };
  if (await genuine(key, parts[1], parts[6]) === false) return { entry: 'FORGED' };
  if (parts[3] !== device.eventId) return { entry: 'WRONG_EVENT' };
  const before = seen[idOf(ticket)];
  return before && { entry: 'DUPLICATE', firstAt: before, firstBy: device.name };
}

/** Null where the browser does not know this kind of signature. */
async function genuine({ kty, crv, x }, text, signature) {
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
    const bytes = Uint8Array.from(atob(signature.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return await crypto.subtle.verify('Ed25519', key, bytes, new TextEncoder().encode(text));
  } catch { return null; }
}

const idOf = (ticket) => ticket.split('.').slice(3, 5).join('-');

function answered({ ok, status, said }) {
  if (status === 401 || status === 403) return show('DEVICE', {});
  if (!ok) return show(said.entry ?? (status === 422 ? 'UNKNOWN' : 'OTHER'), said);
  seen[said.ticketId] = said.admittedAt; store('seen', seen);
  last = { ticketId: said.ticketId };
  show('ADMITTED', said);
  counts();
}

async function undo() {
  const undone = last;
  if (!undone) return;
  last = undefined;
  delete seen[undone.ticketId]; store('seen', seen);
  const waiting = queue.findIndex((told) => told.scanId === undone.scanId && !told.asked);
  if (undone.scanId && waiting >= 0) { queue.splice(waiting, 1); store('queue', queue); show('UNDONE', {}); return counts(); }
  try {
    const answer = await ask(atDoor(`/admissions/${encodeURIComponent(undone.ticketId)}`), { method: 'DELETE' });
    show(answer.ok ? 'UNDONE' : 'OTHER', answer.said);
    counts();
  } catch { last = undone; show('NO_NETWORK', {}); }
}

// ---- telling afterwards what was scanned without the network

async function tell() {
  if (telling || !device || queue.length === 0) return;
  telling = true;
  try {
    for (const told of queue.filter((some) => some.asked)) { // perhaps it did arrive: the same key gets the same answer
      const { ok, said } = await ask(atDoor('/admissions'), { method: 'POST', body: { ticket: told.ticket, at: told.at }, key: told.scanId });
      if (ok || said.entry !== 'DUPLICATE') { if (!ok) report(told, said.entry); drop([told]); }
      else { delete told.asked; store('queue', queue); } // somebody is in twice: that is for the batch to note
    }
    while (queue.length > 0) {
      const some = queue.slice(0, MOST_AT_ONCE);
      const { ok, said } = await ask(atDoor('/admissions/batches'), { method: 'POST', body: { scans: some.map(({ scanId, ticket, at }) => ({ scanId, ticket, at })) } });
      if (!ok) { show('DEVICE', {}); return; }
      for (const result of said.items) {
        const told = some.find((one) => one.scanId === result.scanId);
        if (result.entry !== 'ADMITTED') report(told, result.entry, result.first);
        else if (result.others.length > 0) report(told, 'DUPLICATE', result.others[0]);
      }
      drop(some);
    }
  } catch (e) { if (!(e instanceof Away)) throw e; } finally { telling = false; counts(); }
}

function drop(told) {
  queue = queue.filter((some) => !told.some((one) => one.scanId === some.scanId));
  store('queue', queue);
}

function report(told, entry, first) {
  reports.push({ ticketId: idOf(told.ticket), at: told.at, entry, first });
  store('reports', reports);
}

// ---- showing

const clock = (instant) => new Date(instant).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: event?.zone });
const fill = (text, ...facts) => text.replace(/\{(\d)\}/g, (_, n) => facts[n] ?? '');

function show(entry, facts) {
  const words = page.querySelector(`[data-entry="${entry}"]`) ?? page.querySelector('[data-entry="OTHER"]');
  const answer = $('answer');
  answer.dataset.kind = words.dataset.kind;
  $('word').textContent = words.dataset.title;
  const type = event?.ticketTypes.find((some) => some.id === facts.ticketType)?.name ?? '';
  const first = [facts.category, facts.name, type].filter(Boolean).join(' · ');
  $('more').textContent = entry === 'ADMITTED' ? first
    : fill(words.dataset.text, facts.firstAt ? clock(facts.firstAt) : facts.doorsOpenAt ? clock(facts.doorsOpenAt) : '', nameOf(facts.firstBy));
  $('undo').hidden = !(last && (entry === 'ADMITTED' || entry === 'NOTED'));
  answer.hidden = false;
  play(words.dataset.kind);
}

/** A device goes by its own name where it is ours. */
const nameOf = (by) => (!by ? '' : by.includes(device.deviceId) ? device.name : by.replace(/^door-device[:/ ]*/, ''));

const TUNES = { good: [[660, 0, .09], [880, .1, .16]], noted: [[660, 0, .14]], twice: [[330, 0, .16], [330, .24, .16]], bad: [[180, 0, .55]] };
function play(kind) {
  navigator.vibrate?.({ good: 60, noted: 60, twice: [80, 80, 80], bad: 300 }[kind] ?? 0);
  if (!sound || sound.state !== 'running') return;
  for (const [tone, from, length] of TUNES[kind] ?? []) {
    const voice = sound.createOscillator(), volume = sound.createGain();
    voice.frequency.value = tone;
    volume.gain.value = .25;
    voice.connect(volume).connect(sound.destination);
    voice.start(sound.currentTime + from);
    voice.stop(sound.currentTime + from + length);
  }
}

async function counts() {
  $('waiting').textContent = queue.length ? fill(page.dataset.wordWaiting, queue.length) : '';
  const list = $('reports');
  list.parentElement.hidden = reports.length === 0;
  list.replaceChildren(...reports.map(({ ticketId, at, entry, first }) => {
    const item = document.createElement('li');
    const words = page.querySelector(`[data-entry="${entry}"]`);
    item.textContent = `${clock(at)} · ${words ? words.dataset.title : entry}${first ? ` (${clock(first.at)}, ${nameOf(first.by)})` : ''} · ${ticketId}`;
    return item;
  }));
  try {
    const { ok, said } = await ask(atDoor('/admissions/counts'));
    if (ok) $('in').textContent = fill(page.dataset.wordIn, said.admitted.toLocaleString(document.documentElement.lang));
  } catch { /* shown as offline */ }
}

// ---- by hand

async function find(text) {
  const list = $('found');
  if (/^T1\./.test(text)) { list.replaceChildren(); return scan(text); }
  try {
    const { ok, said } = await ask(atDoor(`/door/guests?q=${encodeURIComponent(text)}`));
    if (!ok) return list.replaceChildren(line(page.dataset.wordMore));
    list.replaceChildren(...(said.items.length ? said.items.map(found) : [line(page.dataset.wordNobody)]));
  } catch { list.replaceChildren(line(page.dataset.wordNoSearch)); }
}

function line(text) {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

function found(guest) {
  const item = document.createElement('li');
  const who = document.createElement('span'), button = document.createElement('button');
  who.textContent = [guest.name ?? fill(page.dataset.wordParty, guest.partyOf), guest.category, event?.ticketTypes.find((some) => some.id === guest.ticketType)?.name,
    guest.admittedAt && fill(page.dataset.wordSince, clock(guest.admittedAt))].filter(Boolean).join(' · ');
  button.textContent = page.dataset.wordAdmit;
  button.className = 'plain';
  button.addEventListener('click', async () => {
    try {
      const answer = await ask(atDoor(`/admissions/${encodeURIComponent(guest.ticketId)}`), { method: 'PUT', key: crypto.randomUUID() });
      if (answer.ok) answer.said.name = guest.name;
      answered(answer);
      item.remove();
    } catch { show('NO_NETWORK', {}); }
  });
  item.append(who, button);
  return item;
}

// ---- the camera

async function camera() {
  const video = $('video');
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    await video.play();
  } catch {
    $('camera').hidden = true;
    $('no-camera').hidden = false;
    return;
  }
  navigator.wakeLock?.request('screen').catch(() => {});
  const read = await reader();
  const look = async () => {
    if (!video.srcObject) return;
    try { const text = video.videoWidth && await read(video); if (text) await glimpse(text); } catch { /* the next picture */ }
    setTimeout(look, 120);
  };
  look();
}

/** The browser's own reader where it has one, else one that is fetched now, while there is a network. */
async function reader() {
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  await import(page.dataset.reader);
  const canvas = document.createElement('canvas'), context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    canvas.width = Math.min(800, video.videoWidth);
    canvas.height = Math.round(canvas.width * video.videoHeight / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return self.jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
  };
}

// ---- beginning

async function enrol(code) {
  const wrong = $('enrol-wrong');
  wrong.hidden = true;
  try {
    const { ok, said } = await ask('/door-devices/enrolments', { method: 'POST', body: { code } });
    if (!ok) { wrong.hidden = false; return; }
    device = said; store('device', device);
    seen = {}; queue = []; reports = [];
    for (const key of ['seen', 'queue', 'reports']) store(key);
    history.replaceState(null, '', location.pathname); // the code is used up
    await begin();
  } catch { wrong.hidden = false; }
}

async function prepare() {
  try {
    const [fetchedKeys, fetchedEvent] = await Promise.all([ask('/ticket-keys'), ask(atDoor(''))]);
    if (fetchedKeys.ok) { keys = fetchedKeys.said.keys; store('keys', keys); }
    if (fetchedEvent.ok) { event = fetchedEvent.said; store('event', { title: event.title, zone: event.zone, ticketTypes: event.ticketTypes }); }
  } catch { /* what was kept has to do */ }
}

async function begin() {
  $('enrol').hidden = true;
  $('work').hidden = false;
  await prepare();
  $('name').textContent = device.name;
  $('event').textContent = event?.title ?? '';
  await counts();
  tell();
}

$('enrol-form').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  wake();
  enrol(submitted.target.elements.namedItem('code').value.trim());
});
$('find-form').addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  wake();
  const field = submitted.target.elements.namedItem('q');
  const text = field.value.trim();
  if (text.length < 2) return;
  if (/^T1\./.test(text)) field.value = '';
  await find(text);
});
$('undo').addEventListener('click', undo);
$('start').addEventListener('click', () => { wake(); $('start').hidden = true; $('camera').hidden = false; camera(); });
$('seen-reports').addEventListener('click', () => { reports = []; store('reports'); counts(); });
$('forget').addEventListener('click', () => {
  if (queue.length > 0) return show('UNTOLD', {});
  for (const key of ['device', 'keys', 'event', 'queue', 'seen', 'reports']) store(key);
  location.reload();
});
addEventListener('online', () => { online(true); tell(); });
addEventListener('offline', () => online(false));
setInterval(() => { if (device) { counts(); tell(); } }, LOOK_EVERY);

/** Browsers are silent until somebody has touched the page. */
function wake() {
  sound ??= new AudioContext();
  sound.resume();
}

navigator.serviceWorker?.register('/assets/door-worker.js', { scope: '/door' }).catch(() => {}); // without it, a reload needs the network
online(navigator.onLine);
if (device) begin();
else {
  $('enrol').hidden = false;
  if (location.hash.length > 1) page.querySelector('[name="code"]').value = decodeURIComponent(location.hash.slice(1));
}
