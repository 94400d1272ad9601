// SPDX-License-Identifier: GPL-3.0-or-later
// Until when something is: usual spans, or a moment.

import {make} from '../dom.js';
import {minute} from '../format.js';
import {labelled} from '../sheet.js';

const minutes = 60000;
const atEight = 8;

const local = (ms) => new Date(ms - new Date(ms).getTimezoneOffset() * minutes).toISOString().slice(0, 16);

/** `endless` is the first choice, where there is one; `chosen` a moment that is set already. */
export class Until {
  #now;
  #choice = make('select');
  #moment = make('input', {type: 'datetime-local', 'aria-label': 'Until which moment', hidden: true});

  constructor(now, endless, chosen = 0) {
    this.#now = now;
    const morning = new Date(now);
    morning.setDate(morning.getDate() + 1);
    morning.setHours(atEight, 0, 0, 0);
    const choices = [...(endless ? [['', endless]] : []), [now + 30 * minutes, '30 minutes'], [now + 60 * minutes, '1 hour'],
      [now + 240 * minutes, '4 hours'], [morning.getTime(), `Tomorrow at ${minute(morning)}`], ['other', 'Another moment…']];
    this.#choice.append(...choices.map(([value, text]) => make('option', {value: String(value)}, text)));
    this.#moment.value = local(chosen || now + 120 * minutes);
    this.#moment.min = local(now);
    this.#choice.value = chosen ? 'other' : this.#choice.value;
    this.#moment.hidden = !chosen;
    this.#choice.addEventListener('change', () => { this.#moment.hidden = this.#choice.value !== 'other'; });
  }

  get fields() { return [...labelled('Until', this.#choice), this.#moment]; }

  /** An ISO time, or null without an end. Throws a sentence when it is no time to come. */
  get value() {
    const {value} = this.#choice;
    if (value === '') {
      return null;
    }
    const ms = value === 'other' ? Date.parse(this.#moment.value) : Number(value);
    if (!(ms > this.#now)) {
      throw new Error('Choose a moment in the future.');
    }
    return new Date(ms).toISOString();
  }
}
