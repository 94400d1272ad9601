// SPDX-License-Identifier: GPL-3.0-or-later
// Which rule an alert comes from, how often of late, and how often nobody cared.

import {allow, button, make, write} from '../dom.js';
import {plain, plural} from '../format.js';

const dayLong = 86400000;
const days = 30;

export class Origin {
  #desk;
  #source = '';
  #rule = make('bdi', {class: 'name'});
  #figures = make('p', {class: 'line-of'});
  #silence = button('Silence all of it…', () => this.#desk.questions.silenceAll(this.#source), {class: 'after'});
  element = make('section', {class: 'card', hidden: true}, make('h2', {}, 'Where it comes from'),
    make('p', {}, 'Raised by ', this.#rule), this.#figures, this.#silence);

  /** `desk`: {link, clock, deeds, questions}. */
  constructor(desk) { this.#desk = desk; }

  clear() {
    this.#source = '';
    write(this.#figures, '');
  }

  show({source}) {
    this.element.hidden = !source;
    allow(this.#silence, this.#desk.deeds.whyNot());
    if (source && source !== this.#source && this.#desk.link.state === 'live') {
      this.#source = source;
      write(this.#rule, plain(source, 128));
      write(this.#figures, '');
      this.#ask(source);
    }
  }

  async #ask(source) {
    const now = this.#desk.clock.now();
    try {
      const {by_source: all} = await this.#desk.link.ask('alerts.history',
        {from: new Date(now - days * dayLong).toISOString(), to: new Date(now).toISOString(), subjects: 0});
      const found = all.find(({key}) => key === source);
      if (source === this.#source && found) {
        write(this.#figures, `In the last ${days} days: ${plural(found.raised, 'alert', 'alerts')}, `
          + `${found.acknowledged.toLocaleString()} acknowledged, ${found.ignored.toLocaleString()} over before anybody cared.`);
      }
    } catch {
      this.#source = '';
    }
  }
}
