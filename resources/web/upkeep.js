// SPDX-License-Identifier: GPL-3.0-or-later
// Says above every page that maintenance runs or is about to begin, until somebody closes it.

import {find, write} from './dom.js';
import {moment, plain} from './format.js';

const ahead = 15 * 60000;
const pace = 5000;
const minute = 60000;
const longestName = 80;

export const topics = ['alerts.maintenance', 'alerts.silences.changed'];

export class Upkeep {
  #link;
  #clock;
  #windows = [];
  #closed = new Set();
  #round = 0;

  constructor(link, clock) {
    this.#link = link;
    this.#clock = clock;
    link.addEventListener('ready', () => this.#load());
    link.addEventListener('fact', ({detail}) => {
      if (topics.includes(detail.event)) {
        this.#load();
      }
    });
    find('upkeep-show').addEventListener('click', () => { location.hash = '#/silences'; });
    find('upkeep-close').addEventListener('click', () => this.#close());
    setInterval(() => this.#draw(), pace);
  }

  clear() {
    ++this.#round;
    this.#windows = [];
    this.#closed.clear();
    this.#draw();
  }

  async #load() {
    const round = ++this.#round;
    try {
      const {windows} = await this.#link.ask('alerts.maintenance.list');
      if (round === this.#round) {
        this.#windows = windows.filter((window) => window.is_enabled && window.next_at).map((window) => ({
          name: plain(window.display_name, longestName), key: `${window.id} ${window.next_at}`,
          begin: Date.parse(window.next_at), end: Date.parse(window.ends_at),
        }));
        this.#draw();
      }
    } catch { /* the next connection asks again */ }
  }

  /** What runs first, and of that what ends last; then what begins first. */
  #near(now) {
    const runs = ({begin}) => begin <= now;
    return this.#windows.filter(({begin, end}) => begin - now <= ahead && now < end)
      .sort((one, other) => runs(other) - runs(one) || (runs(one) ? other.end - one.end : one.begin - other.begin));
  }

  /** A window is closed for one of its times, not for all. */
  #close() {
    this.#closed = new Set(this.#near(this.#clock.now()).map(({key}) => key));
    this.#draw();
    find('main').focus();
  }

  #draw() {
    const now = this.#clock.now();
    const [first, ...more] = this.#near(now).filter(({key}) => !this.#closed.has(key));
    find('upkeep').hidden = !first;
    this.#say(...(first ? this.#wordsOf(first, more.length, now) : ['', '', '', '']));
  }

  #wordsOf({name, begin, end}, others, now) {
    const rest = others ? `, and ${others.toLocaleString()} more` : '';
    if (begin <= now) {
      return [name, `until ${moment(end, now)}`, '', rest];
    }
    const left = Math.max(1, Math.ceil((begin - now) / minute));
    return [name, `begins at ${moment(begin, now)}`, ` (in ${left}\u202fmin)`, rest];
  }

  /** `count` is not said again and again to who listens. */
  #say(name, text, count, rest) {
    write(find('upkeep-name'), name);
    write(find('upkeep-text'), text);
    write(find('upkeep-count'), count);
    write(find('upkeep-rest'), rest);
  }
}
