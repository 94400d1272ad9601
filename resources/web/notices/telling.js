// SPDX-License-Identifier: GPL-3.0-or-later
// Of which kinds somebody wants to be told in words and pop-ups.

import {make} from '../dom.js';
import {Remembered} from './remembered.js';

const kinds = {critical: 'Critical alerts', high: 'High alerts', mention: 'Mentions', direct: 'Direct messages', urgent: 'Critical announcements',
  announcement: 'Other announcements', warning: 'Notifications that warn'};

export class Telling {
  #untold;
  #boxes = Object.keys(kinds).map((kind) => make('input', {type: 'checkbox', value: kind}));
  element = make('details', {class: 'telling'}, make('summary', {}, 'What you are told of'),
    make('p', {class: 'hint'}, 'Nothing tells you of the others; they still stand in their lists.'),
    this.#boxes.map((box) => make('label', {class: 'check'}, box, kinds[box.value])));

  constructor(person) {
    this.#untold = new Remembered('untold', person);
    this.element.addEventListener('change', () =>
      this.#untold.set(this.#boxes.filter(({checked}) => !checked).map(({value}) => value).join()));
  }

  tells(kind) { return !this.#untold.get().split(',').includes(kind); }

  /** As the account that is signed in has it. */
  look() { this.#boxes.forEach((box) => { box.checked = this.tells(box.value); }); }
}
