// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention, on the overview: the six worst, and what is hidden.

import {find, make, write} from '../dom.js';
import {moment} from '../format.js';
import {glyph} from '../glyph.js';
import {AlertRows} from './rows.js';
import {titleOf} from './words.js';

const most = 6;
const second = 1000;

/** "2 silenced, the first until 16:00", or nothing. */
export function silencedLine(alerts, now) {
  const {silenced} = alerts.counts;
  const until = alerts.silencedUntil;
  return silenced ? `${silenced.toLocaleString()} silenced${until ? `, the first until ${moment(Date.parse(until), now)}` : ''}` : '';
}

export class Attention {
  #desk;
  #rows;
  #clear = make('p', {class: 'clear', hidden: true});
  #all = make('a', {href: '#/alerts'});
  #silenced = make('a', {href: '#/alerts?show=silenced', class: 'quiet'});
  #last = null;
  #isLastAsked = false;

  constructor(desk) {
    this.#desk = desk;
    this.#rows = new AlertRows(desk);
    const head = make('header', {class: 'head'}, make('h2', {}, 'Needs attention'), this.#all);
    find('attention').append(head, this.#rows.element, this.#clear, this.#silenced);
    for (const event of ['change', 'reset']) {
      desk.alerts.addEventListener(event, () => this.show());
    }
    desk.devices.addEventListener('change', () => this.show());
    desk.link.addEventListener('state', () => this.show());
    setInterval(() => !document.hidden && this.show(), second);
    this.show();
  }

  /** While it is not looked at, nothing is drawn. */
  show() {
    const {alerts} = this.#desk;
    find('attention').hidden = !alerts.isKnown;
    if (find('overview').hidden || !alerts.isKnown) {
      return;
    }
    const worst = alerts.firing().filter((alert) => !alert.silenced_by);
    this.#rows.show(worst.slice(0, most));
    write(this.#all, `All alerts (${worst.length.toLocaleString()}) ›`);
    const silenced = silencedLine(alerts, this.#desk.clock.now());
    this.#silenced.hidden = !silenced;
    write(this.#silenced, `${silenced}: show`);
    this.#tellClear(!worst.length);
  }

  #tellClear(isClear) {
    this.#clear.hidden = !isClear;
    if (!isClear) {
      this.#isLastAsked = false;
      return;
    }
    const last = this.#last && `Last problem: ${moment(Date.parse(this.#last.raised_at), this.#desk.clock.now())}, ${titleOf(this.#last)}.`;
    this.#clear.replaceChildren(glyph('ok'), ['All clear.', last].filter(Boolean).join(' '));
    this.#askLast();
  }

  /** What was last is asked for once whenever the last of them is over. */
  async #askLast() {
    if (this.#isLastAsked) {
      return;
    }
    this.#isLastAsked = true;
    try {
      const {alerts} = await this.#desk.link.ask('alerts.list', {states: ['resolved'], order: 'changed', limit: 1});
      this.#last = alerts[0] ?? null;
      this.show();
    } catch {
      this.#isLastAsked = false;
    }
  }
}
