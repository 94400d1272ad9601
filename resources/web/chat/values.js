// SPDX-License-Identifier: GPL-3.0-or-later
// The values a picture shows: a table to read and sort, and the same as a file. Foreign hands wrote them.

import {button, make} from '../dom.js';
import {save} from '../file.js';
import {plain, span} from '../format.js';
import {openSheet} from '../sheet.js';

const longestCell = 300;
const bucketNumbers = 4; // when, min, avg and max
const formula = /^[=+\-@\t\r\n]/;

const two = (number) => String(Math.abs(number)).padStart(2, '0');
const dayOf = (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const clockOf = (at) => `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

/** One row for each time any of the lines has a point at. */
function tableOfLines(lines) {
  const columns = ['Time'];
  const rows = new Map();
  for (const {name, unit, points} of lines) {
    const parts = points.some(({length}) => length === bucketNumbers) ? ['min', 'avg', 'max'] : [''];
    const first = columns.length;
    columns.push(...parts.map((part) => plain(`${name} ${part}`, longestCell) + (unit ? ` (${plain(unit, longestCell)})` : '')));
    for (const point of points) {
      const row = rows.get(point[0]) ?? [new Date(point[0])];
      rows.set(point[0], row);
      parts.forEach((_, index) => { row[first + index] = point[point.length === bucketNumbers ? index + 1 : 1]; });
    }
  }
  const inOrder = [...rows].sort(([one], [other]) => one - other);
  return {columns, rows: inOrder.map(([, row]) => Array.from(columns, (_, index) => row[index] ?? null))};
}

function tableOfMap({devices, links}) {
  const text = (...parts) => plain(parts.join(' '), longestCell);
  return {columns: ['Kind', 'Name', 'Leads to', 'Address', 'Type', 'State'], rows: [
    ...devices.map(({name, address, type, state}) => ['Device', text(name), '', text(address), text(type), text(state)]),
    ...links.map(({from, from_port: fromPort, to, to_port: toPort, type, state}) =>
      ['Link', text(from, fromPort), text(to, toPort), '', text(type), text(state)])]};
}

/** {columns, rows} of dates, numbers, texts, and null where there is a gap. */
export const tableOf = (values) => (values.lines.length ? tableOfLines(values.lines) : tableOfMap(values));

function shown(value) {
  if (value instanceof Date) {
    return `${dayOf(value)} ${clockOf(value)}`;
  }
  return typeof value === 'number' ? value.toLocaleString(undefined, {maximumSignificantDigits: 6}) : value || '—';
}

/** What a spreadsheet would take for a formula is text there, too. */
function cellOf(value) {
  if (value instanceof Date) {
    const offset = -value.getTimezoneOffset();
    const sign = offset < 0 ? '-' : '+';
    return `${dayOf(value)}T${clockOf(value)}.${String(value.getMilliseconds()).padStart(3, '0')}${sign}${
      two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
  }
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvOf = ({columns, rows}) => [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

/** Empty cells last; times and numbers by size, text as people sort it. */
function compare(one, other) {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  return typeof one === 'string' ? one.localeCompare(other, undefined, {numeric: true}) : one - other;
}

function sortable({columns, rows}) {
  const body = make('tbody');
  const isOfNumbers = columns.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const heads = columns.map((text, column) => make('th', {scope: 'col'}, button(text, () => sort(column), {class: 'sort'})));
  const fill = (sorted) => body.replaceChildren(...sorted.map((row) => make('tr', {},
    row.map((value, column) => make(column ? 'td' : 'th', {scope: !column && 'row', class: isOfNumbers[column] && 'number'},
      make('bdi', {}, shown(value)))))));
  function sort(column) {
    const isTurned = heads[column].getAttribute('aria-sort') === 'ascending';
    heads.forEach((head) => head.removeAttribute('aria-sort'));
    heads[column].setAttribute('aria-sort', isTurned ? 'descending' : 'ascending');
    const sorted = [...rows].sort((one, other) => compare(one[column], other[column]));
    fill(isTurned ? sorted.reverse() : sorted);
  }
  fill(rows);
  return make('table', {}, make('thead', {}, make('tr', {}, heads)), body);
}

/** Asks for the values of a message's picture and shows them; `about` says who sent them, and when. */
export async function openValues(link, {id, name}, about) {
  const title = plain(name, 128);
  const values = await link.ask('chat.values', {id});
  const table = tableOf(values);
  const said = [about, values.resolution > 0 && values.lines.length > 0 && `a point every ${span(values.resolution)}`,
    values.left_out > 0 && `${values.left_out.toLocaleString()} more did not go along`];
  openSheet({title: `Values of ${title}`, about: said.filter(Boolean).join(' · '), link, deed: 'Download CSV', leave: 'Close', shape: 'values',
    content: [make('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Values'}, sortable(table))],
    act: () => save({file_name: `${title.replace(/[^\p{L}\p{N} _,-]/gu, '_')}.csv`, media_type: 'text/csv', text: csvOf(table)})});
}
