// SPDX-License-Identifier: GPL-3.0-or-later
// `#/metrics?m=cpu.usage&source=ID&from=…&to=…`: one recorded series over a span; without one, over the last hour.

import {besideOf} from './alerts/marks.js';
import {linkOf} from './alerts/words.js';
import {deviceLink} from './devices/words.js';
import {allow, button, find, make, write} from './dom.js';
import {exact, moment, span} from './format.js';
import {glyph} from './glyph.js';
import {measureOf, readingsOf, SeriesChart} from './measures.js';
import {hashOf, placeHere} from './place.js';

const second = 1000;
const hour = 3600 * second;
const refresh = 15 * second;
const shortest = 60 * second;
const longest = 731 * 24 * hour;
const almost = 0.25;
const height = 280;
const mostMarked = 6;
const unread = 'This link cannot be read: it names no series, or times that are none.';
const unknown = 'This device is not known (any more).';

export class ChartPage {
  #desk;
  #machine;
  #place = null;
  #length = hour;
  #end = null;
  #round = 0;
  #askedTo = 0;
  #chart = null;
  #shown = '';
  #trouble = '';
  #heading = make('h1', {tabindex: -1});
  #about = make('p', {class: 'line-of'});
  #problem = make('p', {class: 'empty', role: 'status', hidden: true});
  #plot = make('div', {class: 'series'});
  #marked = make('ul', {class: 'marked', 'aria-label': 'What happened meanwhile'});
  #moves = {
    earlier: button('‹ Earlier', () => this.#move(-1)), later: button('Later ›', () => this.#move(1)),
    longer: button('Longer', () => this.#stretch(2)), shorter: button('Shorter', () => this.#stretch(0.5)),
  };
  #bar = make('div', {class: 'spans', role: 'group', 'aria-label': 'Which time'}, Object.values(this.#moves));

  element = find('metrics');

  /** `desk` is what lists of alerts have; `machine` tells what the server's own machine is called. */
  constructor(desk, machine) {
    this.#desk = desk;
    this.#machine = machine;
    this.element.append(make('div', {class: 'names'}, this.#heading, this.#about), this.#bar, this.#problem, this.#plot, this.#marked);
    desk.devices.addEventListener('change', () => this.#draw());
    desk.link.addEventListener('state', () => this.#draw());
    desk.link.addEventListener('ready', () => this.#ask());
    setInterval(() => this.#tick(), second);
  }

  get title() { return this.#place ? `${measureOf(this.#place.name).title} · ${this.#owner}` : 'Chart'; }

  get #owner() {
    const {source} = this.#place;
    return source ? this.#desk.devices.nameOf(source) : this.#machine() || 'this machine';
  }

  get #key() { return `${this.#end} ${this.#length}`; }

  /** A span that has not ended follows the time. */
  get #isLive() { return this.#end === null || this.#end > this.#desk.clock.now(); }

  get #range() {
    const now = this.#desk.clock.now();
    return {from: (this.#end ?? now) - this.#length, to: this.#isLive ? now : this.#end};
  }

  show() {
    this.clear();
    const place = placeHere();
    this.#place = place;
    this.#length = place?.span ? place.span.to - place.span.from : hour;
    this.#end = place?.span?.to ?? null;
    this.#turn();
  }

  hide() { ++this.#round; }

  clear() {
    ++this.#round;
    this.#place = null;
    this.#shown = '';
    this.#drop();
  }

  /** Another span of the same; the address says which, and the keyboard stays where it is. */
  #choose(end, length) {
    const isAlmostNow = end > this.#desk.clock.now() - length * almost;
    this.#length = length;
    this.#end = isAlmostNow ? null : end;
    const {from, to} = this.#range;
    const isUsual = this.#isLive && length === hour;
    history.replaceState(history.state, '', hashOf({...this.#place, span: isUsual ? null : {from, to}}));
    this.#turn();
    if (document.activeElement?.disabled) {
      this.#moves.earlier.focus();
    }
  }

  #move(by) { this.#choose(this.#range.to + by * this.#length, this.#length); }

  #stretch(by) {
    const length = Math.max(shortest, Math.min(longest, this.#length * by));
    const {from, to} = this.#range;
    this.#choose(this.#isLive ? to : (from + to + length) / 2, length);
  }

  #turn() {
    this.#trouble = '';
    this.#draw();
    this.#ask();
  }

  #tick() {
    if (!this.element.hidden && !document.hidden && this.#place) {
      this.#draw();
      const missing = this.#range.to - this.#askedTo;
      if (missing >= refresh || (missing > 0 && !this.#isLive)) {
        this.#ask();
      }
    }
  }

  async #ask() {
    if (this.element.hidden || !this.#place || this.#desk.link.state !== 'live') {
      return;
    }
    const round = ++this.#round;
    const range = this.#range;
    const {name, source} = this.#place;
    this.#askedTo = range.to;
    try {
      const asked = {name, source, ...range};
      const [found, beside] = range.from < range.to
        ? await Promise.all([readingsOf(this.#desk.link, asked), besideOf(this.#desk.link, asked)])
        : [{samples: []}, {marks: [], hatches: []}];
      if (round === this.#round) {
        this.#take(found, beside, range);
      }
    } catch ({code, message}) {
      if (round === this.#round) {
        this.#fail(code, message);
      }
    }
  }

  #take(found, beside, range) {
    this.#shown = this.#key;
    this.#trouble = '';
    if (!found.samples.length) {
      this.#drop();
    } else if (!this.#chart) {
      this.#chart = new SeriesChart({name: this.#place.name, unit: found.unit, height});
      this.#plot.replaceChildren(this.#chart.element);
    }
    if (this.#chart) {
      this.#chart.span = this.#words(range);
      Object.assign(this.#chart, beside);
      this.#tellBeside(beside);
      this.#chart.showReadings(found, range);
    }
    this.#draw();
  }

  /** What was shown of this span stays while nobody can be asked. */
  #fail(code, message) {
    if (this.#desk.link.state === 'live') {
      this.#drop();
      this.#trouble = code === 'not_found' ? unknown : message;
    }
    this.#draw();
  }

  /** The worst first; each leads there. */
  #tellBeside({marks, hatches}) {
    const now = this.#desk.clock.now();
    const rows = [
      ...marks.slice().reverse().map(({id, kind, text, from}) => [`${id} ${text} ${from}`, () => [
        glyph(kind), make('a', {href: linkOf(id)}, make('bdi', {}, text)), make('span', {}, moment(from, now))]]),
      ...hatches.map(({text, from, to}) => [`${text} ${from} ${to}`, () => [
        make('a', {href: '#/silences'}, make('bdi', {}, text)), make('span', {}, `${moment(from, now)} – ${moment(to, from)}`)]]),
    ];
    const shown = rows.slice(0, mostMarked);
    const more = rows.length - shown.length;
    const key = [...shown.map(([row]) => row), more].join('\n');
    if (this.#marked.dataset.key !== key) {
      this.#marked.dataset.key = key;
      this.#marked.replaceChildren(...shown.map(([, parts]) => make('li', {}, parts())),
        ...(more ? [make('li', {}, `and ${more.toLocaleString()} more`)] : []));
    }
    this.#marked.hidden = !rows.length;
  }

  #drop() {
    this.#chart = null;
    this.#plot.replaceChildren();
    this.#tellBeside({marks: [], hatches: []});
  }

  /** Why nothing is shown; of another span than the one that is wanted, only until it could be asked for. */
  #tell() {
    const isAnswered = this.#shown === this.#key;
    const isLive = this.#desk.link.state === 'live';
    if (!isAnswered && !isLive) {
      this.#drop();
    }
    const waits = isLive ? 'Asking the server for it.' : 'There is no connection to the server.';
    const problem = this.#place ? this.#trouble || (isAnswered ? 'No readings of this time are kept.' : waits) : unread;
    this.#problem.hidden = this.#chart !== null;
    write(this.#problem, this.#chart ? '' : problem);
  }

  /** "Nov 20 13:28 – 14:28 (1 h)" */
  #words({from, to}) {
    const now = this.#desk.clock.now();
    const length = span(Math.round((to - from) / second));
    const isThisYear = new Date(from).getFullYear() === new Date(now).getFullYear();
    const times = isThisYear ? `${moment(from, now)} – ${moment(to, from)}` : `${exact(from)} – ${exact(to)}`;
    return this.#isLive ? `The last ${length}: ${times}` : `${times} (${length})`;
  }

  #draw() {
    if (this.element.hidden) {
      return;
    }
    const place = this.#place;
    write(this.#heading, this.title);
    this.retitle?.();
    this.#bar.hidden = this.#about.hidden = !place;
    this.#tell();
    if (!place) {
      return;
    }
    const range = this.#range;
    const {source} = place;
    if (this.#about.dataset.source !== source) {
      this.#about.dataset.source = source;
      this.#about.replaceChildren(make('span'), ...(source ? [' · ', deviceLink(source, 'All about this device')] : []));
    }
    write(this.#about.firstChild, range.from < range.to ? this.#words(range) : '');
    allow(this.#moves.later, this.#isLive ? 'This is the newest there is.' : '');
    allow(this.#moves.longer, this.#length >= longest ? 'Readings are kept for two years.' : '');
    allow(this.#moves.shorter, this.#length <= shortest ? 'It is a minute already.' : '');
  }
}
