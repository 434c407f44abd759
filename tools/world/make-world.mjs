#!/usr/bin/env node
/**
 * Writes land.txt beside this file: the outlines of the land, from the unpacked npm package world-atlas.
 *
 *   node make-world.mjs <world-atlas>
 *
 * One ring a line: longitude and latitude of its first point in tenths of a degree, then the differences from point to point.
 * Rings that cross the antimeridian are cut there. What lies south of 60° S altogether is left out, and so are points that tenths
 * of a degree do not tell apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOUTHERNMOST = -60;
const TENTHS = 10;
const HALF_ROUND = 180;
const [atlas] = process.argv.slice(2);
if (!atlas) throw new Error('usage: make-world.mjs <world-atlas>');

const topology = JSON.parse(readFileSync(join(atlas, 'land-110m.json'), 'utf8'));
const { scale, translate } = topology.transform;

/** Arcs are quantised and delta-encoded (TopoJSON 1.0, section 2.1.4). */
const arcs = topology.arcs.map((arc) => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});

/** A negative index means the arc backwards; the last point of an arc is the first of the next. */
const ring = (indexes) => indexes.flatMap((index) => {
  const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
  return arc.slice(0, -1);
});

/** A ring that crosses the antimeridian goes on beyond 180°. */
function unrolled(points) {
  let turns = 0;
  return points.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - points[i - 1][0]) > HALF_ROUND) turns += x < points[i - 1][0] ? 1 : -1;
    return [x + turns * 2 * HALF_ROUND, y];
  });
}

/** What of a ring lies between 180° west and 180° east (Sutherland and Hodgman's way of clipping). */
const cut = (points) => clipped(clipped(points, 1), -1);
const shifted = (points, by) => cut(points.map(([x, y]) => [x + by, y]));

function clipped(points, side) {
  const inside = ([x]) => side * x <= HALF_ROUND;
  const edge = ([x1, y1], [x2, y2]) => [side * HALF_ROUND, y1 + (y2 - y1) * (side * HALF_ROUND - x1) / (x2 - x1)];
  return points.flatMap((point, i) => {
    const before = points.at(i - 1);
    const crosses = inside(before) !== inside(point) ? [edge(before, point)] : [];
    return inside(point) ? [...crosses, point] : crosses;
  });
}

const polygons = topology.objects.land.geometries.flatMap((geometry) =>
  geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs);
const lines = polygons.flat().map(ring)
  .filter((points) => points.some(([, latitude]) => latitude > SOUTHERNMOST))
  .map(unrolled).flatMap((points) => [cut(points), shifted(points, -2 * HALF_ROUND), shifted(points, 2 * HALF_ROUND)])
  .map((points) => points.map((point) => point.map((degrees) => Math.round(degrees * TENTHS))))
  .map((points) => points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]))
  .filter((points) => points.length > 3)
  .map((points) => points.flatMap(([x, y], i) => i === 0 ? [x, y] : [x - points[i - 1][0], y - points[i - 1][1]]).join(' '));

writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'land.txt'), lines.join('\n') + '\n');
console.log(`${lines.length} rings`);
