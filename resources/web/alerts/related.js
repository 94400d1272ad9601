// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside an alert: what is folded into it, and what else was the matter with the same thing, or by the same rule.

import {make, write} from '../dom.js';
import {plural} from '../format.js';
import {AlertRows} from './rows.js';

const most = 50;
const states = ['open', 'acknowledged', 'resolved'];

const isFirst = (one, other) => (one.state === 'resolved') - (other.state === 'resolved') || other.raised_at.localeCompare(one.raised_at);
const isSame = (alert) => (one) => one.id !== alert.id
  && (alert.subject_id ? one.subject_id === alert.subject_id : one.source === alert.source);

export class Related {
  #desk;
  #key = '';
  #past = [];
  #partRows;
  #otherRows;
  #partTitle = make('h2');
  #otherTitle = make('h2');
  #changed;
  parts;
  others;

  /** `changed` is called once what is over was asked for. */
  constructor(desk, changed) {
    this.#desk = desk;
    this.#changed = changed;
    this.#partRows = new AlertRows(desk);
    this.#otherRows = new AlertRows(desk);
    this.parts = make('section', {class: 'card', hidden: true}, this.#partTitle, this.#partRows.element);
    this.others = make('section', {class: 'card', hidden: true}, this.#otherTitle, this.#otherRows.element);
  }

  clear() {
    this.#key = '';
    this.#past = [];
    this.#partRows.clear();
    this.#otherRows.clear();
  }

  show(alert, children) {
    const {alerts} = this.#desk;
    const now = (one) => alerts.find(one.id) ?? one;
    this.parts.hidden = !children.length;
    write(this.#partTitle, `${plural(children.length, 'alert', 'alerts')} folded into it`);
    this.#partRows.show(children.map(now));
    this.#ask(alert);
    const known = new Map([...this.#past, ...alerts.all()].filter(isSame(alert)).map((one) => [one.id, now(one)]));
    this.others.hidden = !known.size || !(alert.subject_id || alert.source);
    write(this.#otherTitle, alert.subject_id ? 'Also about this' : 'Also by this rule');
    this.#otherRows.show([...known.values()].sort(isFirst).slice(0, most));
  }

  /** Once for each thing; what happens later is heard of. */
  async #ask({subject_id: subject, source}) {
    const about = subject ? {subject_id: subject} : {source};
    const key = JSON.stringify(about);
    if (key === this.#key || this.#desk.link.state !== 'live' || !(subject || source)) {
      return;
    }
    this.#key = key;
    try {
      const {alerts} = await this.#desk.link.ask('alerts.list', {...about, states, is_flat: true, order: 'newest', limit: most});
      if (key === this.#key) {
        this.#past = alerts;
        this.#changed();
      }
    } catch {
      this.#key = '';
    }
  }
}
