// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them: network rates in SI bits, disks in GB = 10⁹ bytes, memory in GiB.

const narrow = '\u202f';
export const none = '—';

const clock = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
const shortClock = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});

export const time = (ms) => clock.format(ms);
export const minute = (ms) => shortClock.format(ms);

const shortDay = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short'});
const longDay = new Intl.DateTimeFormat(undefined, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
const whole = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23'});

export const day = (ms) => shortDay.format(ms);
export const date = (ms) => longDay.format(ms);
/** "14:28:03 GMT+1, 20 Nov 2026", in the order the reader is used to. */
export const exact = (ms) => whole.format(ms);
/** The time of day, with the date where that is another one. */
export const moment = (ms, now) =>
  (new Date(ms).toDateString() === new Date(now).toDateString() ? minute(ms) : `${day(ms)} ${minute(ms)}`);
/** How long ago in one unit; the date of what is older than a day. */
export function age(ms, now) {
  const seconds = Math.max(0, Math.floor((now - ms) / 1000));
  const found = [['h', 3600], ['min', 60], ['s', 1]].find(([, size]) => seconds >= size);
  return seconds >= 86400 ? day(ms) : found ? `${Math.floor(seconds / found[1])}${narrow}${found[0]}` : 'now';
}

/** What others wrote as one line: no breaks, and nothing unseen that turns the text around. */
export const plain = (text, most = 512) => String(text ?? '')
  .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim().slice(0, most);

export const plural = (count, one, many) => `${count.toLocaleString()} ${count === 1 ? one : many}`;

export const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

/** Three figures at most after rounding: 0.42, 6.1, 61, 6,120. */
export function figures(value, decimals = value < 9.95 ? 1 : 0) {
  return value.toLocaleString(undefined, {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
}

export const percent = (value) => (isNumber(value) ? figures(value) + narrow + '%' : none);
export const degrees = (value) => (isNumber(value) ? figures(value, 0) + narrow + '°C' : none);

/** The unit in which `value` has one to four digits, as {divisor, unit}. */
function step(value, base, units) {
  let index = 0;
  while (index < units.length - 1 && value >= base ** (index + 1)) {
    ++index;
  }
  return {divisor: base ** index, unit: units[index]};
}

export const bitScale = (bytesPerSecond) => {
  const found = step(Math.max(bytesPerSecond * 8, 1000), 1000, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s']);
  return {divisor: found.divisor / 8, unit: found.unit};
};
export const byteScale = (bytesPerSecond) =>
  step(Math.max(bytesPerSecond, 1000), 1000, ['B/s', 'kB/s', 'MB/s', 'GB/s', 'TB/s']);
export const memoryScale = (bytes) => step(Math.max(bytes, 1024 ** 2), 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
export const diskScale = (bytes) => step(Math.max(bytes, 1e6), 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);

const inScale = (scale) => (value) => {
  if (!isNumber(value)) {
    return none;
  }
  const {divisor, unit} = scale(value);
  return figures(value / divisor) + narrow + unit;
};

export const bitRate = inScale(bitScale);
export const byteRate = inScale(byteScale);
export const memory = inScale(memoryScale);
export const disk = inScale(diskScale);

/** "3.9 / 8.0 GiB" */
export function share(used, total, scale) {
  if (!isNumber(used) || !isNumber(total)) {
    return none;
  }
  const {divisor, unit} = scale(total);
  return `${figures(used / divisor)} / ${figures(total / divisor)}${narrow}${unit}`;
}

/** "2 d 3 h", "3 h 12 min", "12 min", "40 s" */
export function span(seconds) {
  if (!isNumber(seconds)) {
    return none;
  }
  const parts = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
  const first = Math.max(0, parts.findIndex(([, size]) => seconds >= size));
  let rest = Math.floor(seconds);
  return parts.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest %= size;
    return [count, unit];
  }).filter(([count], index) => count > 0 || index === 0).map(([count, unit]) => `${count}${narrow}${unit}`).join(' ');
}
