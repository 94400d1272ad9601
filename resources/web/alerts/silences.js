// SPDX-License-Identifier: GPL-3.0-or-later
// The silences and the maintenance windows, asked for again whenever one of them is not as it was, while somebody looks.

export const topics = ['alerts.silences.changed'];

const isFirst = (one, other) => one.is_over - other.is_over || (one.is_over ? -1 : 1) * one.until.localeCompare(other.until);
const isNext = (one, other) => other.is_active - one.is_active || (one.next_at ?? '~').localeCompare(other.next_at ?? '~');

export class Silences extends EventTarget {
  #link;
  #round = 0;
  #isWatched = false;

  silences = [];
  windows = [];
  isKnown = false;
  trouble = '';

  constructor(link) {
    super();
    this.#link = link;
    link.addEventListener('ready', () => this.#ask());
    link.addEventListener('fact', ({detail: {event}}) => topics.includes(event) && this.#ask());
  }

  watch(isWatched) {
    this.#isWatched = isWatched;
    this.#ask();
  }

  clear() {
    ++this.#round;
    this.silences = [];
    this.windows = [];
    this.isKnown = false;
  }

  async #ask() {
    if (!this.#isWatched || this.#link.state !== 'live') {
      return;
    }
    const round = ++this.#round;
    try {
      const [{silences}, {windows}] = await Promise.all([this.#link.ask('alerts.silences.list', {is_over: true}),
        this.#link.ask('alerts.maintenance.list')]);
      if (round !== this.#round) {
        return;
      }
      this.silences = silences.sort(isFirst);
      this.windows = windows.sort(isNext);
      this.isKnown = true;
      this.trouble = '';
    } catch ({message}) {
      this.trouble = round === this.#round ? message : this.trouble;
    }
    this.dispatchEvent(new Event('change'));
  }
}
