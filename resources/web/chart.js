// SPDX-License-Identifier: GPL-3.0-or-later
// A line chart of some minutes: areas start at zero, gaps stay gaps, and every value is also in a table.

import {fill, make, write} from './dom.js';
import {glyph} from './glyph.js';
import {day, figures, isNumber, minute, moment, none, time} from './format.js';

const margin = {left: 44, right: 8, top: 8, bottom: 22};
const marked = 20;
const shape = 14;
const stripes = 8;
const mostTold = 3;
const [hour, wholeDay] = [3600000, 86400000];

/** A round step that parts `range` into three to five. */
function roundStep(range) {
  const raw = range / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((part) => part * power).find((candidate) => candidate >= raw * 0.999);
}

/** The runs of [x, y] without a gap between them. */
function runs(samples, column, x, y, gap = 2600) {
  const found = [];
  let last = -Infinity;
  for (const sample of samples) {
    const value = sample[column];
    if (isNumber(value)) {
      if (sample[0] - last > gap) {
        found.push([]);
      }
      found.at(-1).push([x(sample[0]).toFixed(1), y(value).toFixed(1)]);
      last = sample[0];
    }
  }
  return found;
}

const line = (run) => 'M' + run.map((point) => point.join(' ')).join('L') + (run.length === 1 ? 'h0.1' : '');

/** Round times of the day between two moments; where whole days part them, midnights. */
function* ticksOf(start, end, step) {
  const at = new Date(start);
  at.setHours(0, 0, 0, 0);
  while (at <= end) {
    if (at >= start) {
      yield Number(at);
    }
    if (step < wholeDay) {
      at.setTime(Number(at) + step);
    } else {
      at.setDate(at.getDate() + step / wholeDay);
    }
  }
}

/** A small line without axes, for tiles. `samples` are [ms, value …]; a change of less than `least` stays small. */
export function sparkline(path, samples, column, window, end, least) {
  const values = samples.map((sample) => sample[column]).filter(isNumber);
  const low = Math.min(...values);
  const range = Math.max(Math.max(...values) - low, least);
  path.setAttribute('d', runs(samples, column, (ms) => 72 - (end - ms) / window * 72,
                              (value) => 18 - (value - low) / range * 16).map(line).join(''));
}

export class Chart {
  /** `series`: [{column, label, title}] in the order of their looks; `scale(top)` gives {divisor, unit};
   *  `ceiling(samples)` a fixed top, or null to follow the values; `window` how long it is, `span` that in words.
   *  Later, `gap` is what counts as one, ms, `marks` {from, to, kind, text} what happened, the worst last, and `hatches`
   *  {from, to, text} when something else held. */
  constructor({title, series, scale, ceiling = () => null, window, span = 'last 5 minutes', tick = 60000, tableStep = 10000,
               height = 168}) {
    this.series = series;
    this.scale = scale;
    this.ceiling = ceiling;
    this.window = window;
    this.span = span;
    this.tick = tick;
    this.tableStep = tableStep;
    this.height = height;
    this.marks = [];
    this.hatches = [];
    this.samples = [];
    this.pointer = null;
    this.unit = make('span', {class: 'unit'});
    this.moment = make('span', {class: 'moment'});
    this.values = series.map(() => make('b'));
    this.svg = make('svg', {class: 'plot', height, role: 'img', tabindex: 0});
    this.body = make('tbody');
    const heads = ['Time', ...series.map((one) => one.title)];
    this.details = make('details', {}, make('summary', {}, 'Show data'),
      make('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title}, data`},
        make('table', {}, make('thead', {}, make('tr', {}, heads.map((head) => make('th', {scope: 'col'}, head)))),
             this.body)));
    const legend = series.map((one, index) => make('span', {class: `key s${index + 1}`},
      one.label && make('svg', {class: 'swatch', width: 18, height: 8, 'aria-hidden': 'true'},
        make('line', {x1: 0, x2: 18, y1: 4, y2: 4})), one.label, ' ', this.values[index]));
    this.element = make('article', {class: 'card chart'},
      make('header', {}, make('h2', {}, title, ' ', this.unit), make('p', {class: 'legend'}, this.moment, legend)),
      this.svg, this.details);
    this.title = title;
    this.#listen();
  }

  /** Shows `samples`, lists of [ms, value …], up to `end`. */
  show(samples, end) {
    this.samples = samples;
    this.end = end;
    this.#draw();
  }

  #listen() {
    new ResizeObserver(() => this.#draw()).observe(this.svg);
    this.svg.addEventListener('pointermove', (event) => this.#point(event.offsetX));
    this.svg.addEventListener('pointerdown', (event) => this.#point(event.offsetX));
    this.svg.addEventListener('pointerleave', () => this.#leave());
    this.svg.addEventListener('blur', () => this.#leave());
    this.svg.addEventListener('keydown', (event) => {
      const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
      if (step && this.samples.length) {
        event.preventDefault();
        const at = this.pointer ?? this.samples.length - 1;
        this.pointer = Math.max(0, Math.min(this.samples.length - 1, at + step * (event.shiftKey ? 10 : 1)));
        this.pinned = this.samples[this.pointer][0];
        this.#draw();
      } else if (event.key === 'Escape') {
        this.#leave();
      }
    });
    this.details.addEventListener('toggle', () => this.#tabulate());
  }

  #point(offset) {
    const inner = this.svg.clientWidth - margin.left - margin.right;
    const ms = this.end - (1 - (offset - margin.left) / inner) * this.window;
    let best = null;
    for (const [at] of this.samples) {
      if (best === null || Math.abs(at - ms) < Math.abs(best - ms)) {
        best = at;
      }
    }
    this.pinned = best;
    this.#draw();
  }

  #leave() {
    this.pinned = this.pointer = null;
    this.#draw();
  }

  #top() {
    const fixed = this.ceiling(this.samples);
    const found = this.samples.flatMap((sample) => this.series.map((one) => sample[one.column])).filter(isNumber);
    const {divisor, unit} = this.scale(fixed ?? Math.max(0, ...found));
    const range = fixed ?? Math.max(...found, divisor) * 1.1;
    const step = roundStep(range / divisor) * divisor;
    return {divisor, unit, step, top: fixed ?? Math.ceil(range / step - 1e-9) * step};
  }

  /** Shapes of what happened stand over the lines. */
  get #ceil() { return this.marks.length ? marked : margin.top; }

  #draw() {
    const width = this.svg.clientWidth;
    if (!width || this.end === undefined) {
      return;
    }
    const axis = this.#top();
    const bottom = this.height - margin.bottom;
    const x = (ms) => width - margin.right - (this.end - ms) / this.window * (width - margin.left - margin.right);
    const y = (value) => bottom - Math.min(1, value / axis.top) * (bottom - this.#ceil);
    const parts = [...this.#hatch(x, width, bottom), ...this.#shade(x, width, bottom), ...this.#grid(axis, x, y, width, bottom)];
    this.series.forEach((one, index) => {
      const found = runs(this.samples, one.column, x, y, this.gap);
      if (index === 0) {
        const area = found.map((run) => `${line(run)}L${run.at(-1)[0]} ${bottom}L${run[0][0]} ${bottom}Z`);
        parts.push(make('path', {class: 'area s1', d: area.join('')}));
      }
      parts.push(make('path', {class: `line s${index + 1}`, d: found.map(line).join('')}));
    });
    const chosen = this.samples.findIndex(([at]) => at === this.pinned);
    const sample = chosen >= 0 ? this.samples[chosen] : this.samples.at(-1);
    if (chosen >= 0) {
      this.pointer = chosen;
      parts.push(make('line', {class: 'cross', x1: x(sample[0]), x2: x(sample[0]), y1: this.#ceil, y2: bottom}));
    }
    this.svg.replaceChildren(...parts);
    this.#tell(sample, axis, chosen >= 0);
    this.#tabulate();
  }

  /** Where a time is drawn; a span of it that is not seen is left out. */
  * #seen(times, x, width) {
    for (const time of times) {
      const [from, to] = [Math.max(margin.left, x(time.from)), Math.min(width - margin.right, x(time.to))];
      if (from <= to) {
        yield {...time, from, to};
      }
    }
  }

  * #hatch(x, width, bottom) {
    const height = bottom - this.#ceil;
    for (const {from, to} of this.#seen(this.hatches, x, width)) {
      const lines = [];
      for (let at = Math.floor((from - height) / stripes) * stripes; at < to; at += stripes) {
        const [left, right] = [Math.max(from, at), Math.min(to, at + height)];
        if (left < right) {
          lines.push(`M${left.toFixed(1)} ${(bottom - left + at).toFixed(1)}L${right.toFixed(1)} ${(bottom - right + at).toFixed(1)}`);
        }
      }
      yield make('path', {class: 'hatch', d: lines.join('')});
    }
  }

  * #shade(x, width, bottom) {
    for (const {from, to, kind} of this.#seen(this.marks, x, width)) {
      yield make('rect', {class: `shade ${kind}`, x: from, y: this.#ceil, width: Math.max(1, to - from), height: bottom - this.#ceil});
      yield make('line', {class: `start ${kind}`, x1: from, x2: from, y1: this.#ceil, y2: bottom});
      const mark = glyph(kind);
      for (const [name, value] of Object.entries({x: Math.min(from - shape / 2, width - shape), y: 3, width: shape, height: shape})) {
        mark.setAttribute(name, value);
      }
      yield mark;
    }
  }

  * #grid(axis, x, y, width, bottom) {
    const decimals = axis.step / axis.divisor % 1 ? 1 : 0;
    for (let value = 0; value <= axis.top * 1.0001; value += axis.step) {
      const at = Math.round(y(value)) + 0.5;
      yield make('line', {class: 'grid', x1: margin.left, x2: width - margin.right, y1: at, y2: at});
      yield make('text', {class: 'axis', x: margin.left - 6, y: at + 4, 'text-anchor': 'end'},
        figures(value / axis.divisor, decimals));
    }
    for (const ms of ticksOf(this.end - this.window, this.end, this.tick)) {
      const at = x(ms);
      const anchor = at < margin.left + 16 ? 'start' : at > width - margin.right - 16 ? 'end' : 'middle';
      yield make('text', {class: 'axis', x: at, y: bottom + 16, 'text-anchor': anchor}, this.#label(ms));
    }
  }

  /** Midnights of long spans are said by their dates. */
  #label(ms) {
    const isMidnight = new Date(ms).getHours() + new Date(ms).getMinutes() === 0;
    return this.tick >= wholeDay || (this.tick >= hour && isMidnight) ? day(ms) : minute(ms);
  }

  #when(ms) { return this.window > hour ? moment(ms, this.end) : time(ms); }

  #value(sample, column, {divisor}) {
    const value = sample?.[column];
    return isNumber(value) ? figures(value / divisor) : none;
  }

  #tell(sample, axis, chosen) {
    write(this.unit, axis.unit);
    write(this.moment, chosen ? this.#when(sample[0]) : '');
    this.series.forEach((one, index) => write(this.values[index], this.#value(sample, one.column, axis)));
    const values = this.series.map((one) => `${one.title} ${this.#value(sample, one.column, axis)} ${axis.unit}`);
    this.svg.setAttribute('aria-label', `${this.title}, ${this.span}. ` +
      `${sample ? `${this.#when(sample[0])}: ${values.join(', ')}. ` : ''}${this.#beside(chosen ? sample[0] : null)}Left and right arrow keys read single moments.`);
  }

  /** What happened or held at a moment, or in all of the time. */
  #beside(at) {
    const isMeant = ({from, to}) => (at === null ? from <= this.end && to >= this.end - this.window : from <= at && at <= to);
    const told = [...this.marks.filter(isMeant).reverse().slice(0, mostTold), ...this.hatches.filter(isMeant).slice(0, 1)];
    return told.map(({text}) => `${text}. `).join('');
  }

  /** Means of some seconds, newest first; a stretch without readings says so. */
  #tabulate() {
    if (!this.details.open || this.end === undefined) {
      return;
    }
    const axis = this.#top();
    const rows = [];
    for (let start = Math.floor(this.end / this.tableStep) * this.tableStep; start > this.end - this.window;
         start -= this.tableStep) {
      const inside = this.samples.filter(([at]) => at >= start && at < start + this.tableStep);
      rows.push([this.#when(start), ...this.series.map(({column}) => {
        const found = inside.map((sample) => sample[column]).filter(isNumber);
        const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
        return found.length ? `${figures(mean / axis.divisor)} ${axis.unit}` : 'no data';
      })]);
    }
    fill(this.body, rows);
  }
}
