// SPDX-License-Identifier: GPL-3.0-or-later
// Something of this house that a link leads to: `belfry://alert/A-17`, `belfry://chart?m=cpu.usage`, or an address of
// this very server with the same. Links are of foreign hands: what is none as a whole is no link at all.

const longestLink = 8192;
const longestId = 200;
const mostDevices = 100;
const pages = {alert: 'alerts', device: 'devices', room: 'chat', chart: 'metrics', map: 'map'};
const link = /^belfry:\/\/(alert|device|room|chart|map)(?:\/([!$-;=@-~]+))?(?:\?([!$-;=?-~]*))?(?:#([!$-;=?-~]+))?$/;
const address = /^\/#\/(\w+)(?=[/?]|$)/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const latest = Date.UTC(2200, 0, 1);
const alertNumber = /^A-[1-9]\d{0,8}$/;
const anyIn = /\b(?:belfry|https?):\/\/[!#-;=?-~]+|(?<![\w./-])A-[1-9]\d{0,8}(?![\w-])/g;
const marks = '.,;:!?)\'';

/** Letters that show themselves: nothing ends the line, turns it around or stands in no place. */
const isShown = (text) => text !== '' && text.length <= longestId
  && !/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/u.test(text);

/** The text behind the percent signs; nothing where it is none, or hides something. */
function decoded(text = '') {
  try {
    const found = decodeURIComponent(text);
    return isShown(found) ? found : '';
  } catch {
    return '';
  }
}

/** The words behind the question mark, still encoded; null where one is not known, said twice or without a value. */
function wordsOf(query, known) {
  const words = {};
  for (const part of query.split('&').filter(Boolean)) {
    const [, name, value] = /^([a-z]+)=(.+)$/.exec(part) ?? [];
    if (!known.includes(name) || Object.hasOwn(words, name)) {
      return null;
    }
    words[name] = value;
  }
  return words;
}

function momentOf(text) {
  const written = decoded(text);
  const at = moment.test(written) ? Date.parse(written) : NaN;
  return at >= 0 && at < latest ? at : NaN;
}

function readChart(query) {
  const words = wordsOf(query, ['m', 'source', 'from', 'to']);
  const name = decoded(words?.m);
  const source = decoded(words?.source);
  if (!name || (words.source && !source)) {
    return null;
  }
  if (!words.from && !words.to) {
    return {kind: 'chart', name, source, span: null};
  }
  const span = {from: momentOf(words.from), to: momentOf(words.to)};
  return span.from < span.to ? {kind: 'chart', name, source, span} : null;
}

function readMap(query) {
  const words = wordsOf(query, ['focus']);
  const devices = words?.focus?.split(',').filter(Boolean).map(decoded) ?? [];
  return words && devices.length <= mostDevices && devices.every(Boolean) ? {kind: 'map', devices} : null;
}

/** Those that are named by what follows the slash; of a room, what follows a # or `message` is one of its messages. */
function readNamed(kind, path, query, fragment) {
  const isRoom = kind === 'room';
  const words = wordsOf(query, isRoom ? ['message'] : []);
  const id = decoded(path);
  const told = [words?.message, fragment].filter(Boolean);
  const message = decoded(told[0]);
  const isFine = words && id && told.length <= Number(isRoom) && (message || !told.length) && (kind !== 'alert' || alertNumber.test(id));
  return isFine ? {kind, id, message} : null;
}

let others = [];

function originOf(text) {
  try {
    return new URL(text).origin;
  } catch {
    return '';
  }
}

/** Where else this server is reached: what leads there leads here. */
export function knowServers(addresses) { others = addresses.map(originOf).filter((one) => /^https?:/.test(one)); }

/** An address of this server as the link it stands for; whatever else as it is. */
function asLink(text) {
  const origin = [location.origin, ...others].find((one) => text.startsWith(`${one}/#/`));
  const [found, page] = origin ? address.exec(text.slice(origin.length)) ?? [] : [];
  const kind = Object.keys(pages).find((one) => pages[one] === page);
  return kind ? `belfry://${kind}${text.slice(origin.length + found.length)}` : text;
}

/** {kind, …} as the link says: an alert, device or room has an `id`, a chart `name`, `source` and `span`, a map its
 *  `devices`; null: it leads nowhere in this house. */
export function readPlace(text) {
  if (typeof text !== 'string' || text.length > longestLink) {
    return null;
  }
  const [found, kind, path, query = '', fragment] = link.exec(asLink(text)) ?? [];
  if (kind === 'chart' || kind === 'map') {
    return path || fragment ? null : kind === 'chart' ? readChart(query) : readMap(query);
  }
  return found ? readNamed(kind, path, query, fragment) : null;
}

/** What the address of the page names. */
export const placeHere = () => readPlace(`${location.origin}/${location.hash}`);

/** Where on this page a place is. */
export function hashOf({kind, id, message, name, source, span, devices}) {
  const said = (words) => Object.entries(words).filter(([, value]) => value).map(([word, value]) => `${word}=${value}`).join('&');
  const to = (path, words) => `#/${[pages[kind] + path, said(words)].filter(Boolean).join('?')}`;
  const code = (text) => text && encodeURIComponent(text);
  if (kind === 'chart') {
    const times = span && {from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString()};
    return to('', {m: code(name), source: code(source), ...times});
  }
  return kind === 'map' ? to('', {focus: devices.map(code).join()}) : to(`/${code(id)}`, {message: code(message)});
}

/** The links in a text, and the numbers of alerts, as {at, length, hash}. */
export function placesIn(text) {
  const found = [];
  for (const {0: word, index: at} of text.matchAll(anyIn)) {
    let {length} = word;
    while (marks.includes(word[length - 1])) {
      --length;
    }
    const said = word.slice(0, length);
    const place = readPlace(alertNumber.test(said) ? `belfry://alert/${said}` : said);
    if (place) {
      found.push({at, length, hash: hashOf(place)});
    }
  }
  return found;
}
