// SPDX-License-Identifier: GPL-3.0-or-later
// A list of alerts that stays where it is while somebody points at it, is in it, or reads further down: what is shown
// goes on telling the truth, and what is new waits.

import {make} from '../dom.js';
import {AlertRow} from './row.js';

export class AlertRows {
  #desk;
  #rows = new Map();
  element = make('ol', {class: 'alert-list'});
  /** How many wait to be shown. */
  waiting = 0;
  /** What is shown is not what there is, or not in its order. */
  isUnsettled = false;

  constructor(desk) { this.#desk = desk; }

  get #isHeld() {
    return this.#rows.size > 0 && (this.element.matches(':hover') || this.element.contains(document.activeElement)
      || this.element.getBoundingClientRect().top < 0);
  }

  /** Shows these, unless the list is held; `isAsked`: somebody wants to see them now. */
  show(alerts, isAsked = false) {
    const order = alerts.map(({id}) => id).join();
    const before = [...this.#rows.keys()].join();
    this.waiting = 0;
    this.isUnsettled = false;
    if (order !== before && !isAsked && this.#isHeld) {
      this.waiting = alerts.filter(({id}) => !this.#rows.has(id)).length;
      this.isUnsettled = true;
    } else if (order !== before) {
      this.#settle(alerts);
    }
    const given = new Map(alerts.map((alert) => [alert.id, alert]));
    for (const [id, row] of this.#rows) {
      const alert = this.#desk.alerts.find(id) ?? given.get(id);
      if (alert) {
        row.show(alert);
      }
    }
  }

  #settle(alerts) {
    const before = this.#rows;
    this.#rows = new Map(alerts.map(({id}) => [id, before.get(id) ?? new AlertRow(this.#desk)]));
    const {activeElement} = document;
    this.element.replaceChildren(...[...this.#rows.values()].map(({element}) => element));
    if (this.element.contains(activeElement)) {
      activeElement.focus({preventScroll: true});
    }
  }

  /** Goes to the row of this alert. */
  focus(id) {
    const row = this.#rows.get(id);
    row?.link.focus({preventScroll: true});
    return Boolean(row);
  }

  clear() {
    this.#rows.clear();
    this.element.replaceChildren();
  }
}
