// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that are not over, and those that ended while somebody looked: loaded whole whenever the connection is
// live again, kept up by facts.
//
// Events: `reset` the whole list is another, or could not be had; `change` some of it is, at most four times a second;
// `raised` with an alert that came just now.

import {severityOf} from './words.js';

const page = 1000;
const pace = 250;
const mostOver = 500;

const isWorse = (one, other) => other.severity - one.severity || other.raised_at.localeCompare(one.raised_at);

export class Alerts extends EventTarget {
  #link;
  #all = new Map();
  #round = 0;
  #noted = null;
  #leaving = 0;
  #timer = 0;
  #isUntold = false;

  isKnown = false;
  trouble = '';
  counts = {};
  silencedUntil = null;

  constructor(link) {
    super();
    this.#link = link;
    link.addEventListener('ready', () => this.#load());
    link.addEventListener('fact', ({detail}) => {
      if (detail.event === 'alerts.changed') {
        this.#hear(detail.payload.alerts);
      }
    });
  }

  find(id) { return this.#all.get(id); }
  all() { return [...this.#all.values()]; }

  clear() {
    ++this.#round;
    this.#all.clear();
    this.#noted = null;
    this.isKnown = false;
    this.#count();
  }

  /** It is no part of another that is not over. */
  isRoot(alert) {
    const parent = this.#all.get(alert.folded_into);
    return !parent || parent.state === 'resolved';
  }

  /** Those that stand for themselves, worst first. */
  firing() {
    return this.all().filter((alert) => alert.state !== 'resolved' && this.isRoot(alert)).sort(isWorse);
  }

  /** Those that are about a device, parts of others among them, worst first. */
  about(device) {
    return this.all().filter((alert) => alert.state !== 'resolved' && alert.subject_id === device).sort(isWorse);
  }

  /** Alerts as a command answered them. */
  take(alerts) {
    for (const alert of alerts) {
      if (this.#noted) {
        this.#noted.push(alert);
        this.#leaving += alert.state === 'resolved';
      }
      this.#all.set(alert.id, alert);
    }
    this.#isUntold = true;
    if (!this.#timer) {
      this.#tell();
    }
  }

  #hear(alerts) {
    const fresh = this.isKnown ? alerts.filter(({id, state}) => state === 'open' && !this.#all.has(id)) : [];
    this.take(alerts);
    for (const alert of fresh) {
      this.dispatchEvent(new CustomEvent('raised', {detail: alert}));
    }
  }

  /** The first is told at once, and what follows in the next quarter of a second together. */
  #tell() {
    this.#timer = 0;
    if (this.#isUntold) {
      this.#isUntold = false;
      this.#timer = setTimeout(() => this.#tell(), pace);
      this.#count();
      this.dispatchEvent(new Event('change'));
      this.#tidy();
    }
  }

  /** The oldest first, so that what is raised meanwhile comes last. */
  async #load() {
    const round = ++this.#round;
    const found = [];
    this.#noted = [];
    this.#leaving = 0;
    try {
      for (let size = page; size === page;) {
        const {alerts} = await this.#link.ask('alerts.list',
          {is_flat: true, order: 'oldest', limit: page, offset: Math.max(0, found.length - this.#leaving)});
        if (round !== this.#round) {
          return;
        }
        found.push(...alerts);
        size = alerts.length;
      }
      this.#all = new Map([...found, ...this.#noted].map((alert) => [alert.id, alert]));
      this.isKnown = true;
      this.trouble = '';
    } catch (error) {
      if (round !== this.#round) {
        return;
      }
      this.trouble = error.message;
    }
    this.#noted = null;
    this.#count();
    this.dispatchEvent(new Event('reset'));
  }

  #count() {
    const counts = {open: 0, acknowledged: 0, silenced: 0, critical: 0, high: 0, medium: 0, low: 0, info: 0};
    this.silencedUntil = null;
    for (const alert of this.#all.values()) {
      if (alert.state === 'resolved' || !this.isRoot(alert)) {
        continue;
      }
      if (alert.silenced_by) {
        ++counts.silenced;
        this.silencedUntil = [this.silencedUntil, alert.silenced_until].filter(Boolean).sort()[0] ?? null;
      } else if (alert.state === 'acknowledged') {
        ++counts.acknowledged;
      } else {
        ++counts.open;
        ++counts[severityOf(alert)];
      }
    }
    this.counts = counts;
  }

  /** A page that is open for weeks does not keep all that ever was. */
  #tidy() {
    const over = this.all().filter(({state}) => state === 'resolved');
    for (const {id} of over.slice(0, Math.max(0, over.length - mostOver))) {
      this.#all.delete(id);
    }
  }
}
