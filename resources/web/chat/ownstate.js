// SPDX-License-Identifier: GPL-3.0-or-later
// How others see the reader, who may say otherwise: available, busy, away.

import {make, write} from '../dom.js';
import {presence} from '../glyph.js';

const choices = {online: 'Available', busy: 'Busy', away: 'Away'};

export class OwnState {
  #around;
  #mark = make('span');
  #select = make('select', {'aria-label': 'How others see you'}, Object.entries(choices).map(([value, text]) => make('option', {value}, text)));
  #problem = make('p', {class: 'problem', role: 'alert'});
  element = make('div', {class: 'own-state'}, make('label', {}, this.#mark, this.#select), this.#problem);

  /** `around`: {chat, link, person}. */
  constructor(around) {
    this.#around = around;
    this.#select.addEventListener('change', () => this.#say(this.#select.value));
  }

  draw() {
    const {chat, link, person} = this.#around;
    const seen = chat.presenceOf(person.id);
    this.element.hidden = seen === 'offline';
    this.#select.disabled = link.state !== 'live';
    if (this.#mark.dataset.seen !== seen) {
      this.#mark.dataset.seen = seen;
      this.#mark.replaceChildren(presence(seen));
      this.#select.value = seen;
    }
  }

  async #say(status) {
    try {
      await this.#around.link.ask('identity.availability', {status});
      write(this.#problem, '');
    } catch ({message}) {
      write(this.#problem, message);
      this.#select.value = this.#mark.dataset.seen;
    }
  }
}
