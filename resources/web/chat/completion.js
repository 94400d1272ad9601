// SPDX-License-Identifier: GPL-3.0-or-later
// What could follow an @, a # or a slash: chosen with the arrows, taken with Tab or Enter.

import {make} from '../dom.js';
import {plain} from '../format.js';

const most = 8;

/** Whether some word in there begins so. */
const isBegunBy = (text, typed) => text.toLowerCase().split(/(?<=[ \-._@])/).some((_, index, parts) =>
  parts.slice(index).join('').startsWith(typed.toLowerCase()));

/** Each {text, title, detail, card}. */
function proposals(word, isFirst, {chat, person, alerts}) {
  const typed = word.slice(1);
  if (word.startsWith('@')) {
    const found = chat.people().filter(([id, name]) => id !== person.id && name && isBegunBy(name, typed))
      .map(([id, name]) => ({text: `@${name}`, title: name, detail: chat.presenceOf(id)}))
      .sort((one, other) => one.title.localeCompare(other.title));
    return isBegunBy('here', typed) ? [...found, {text: '@here', title: 'here', detail: 'calls everybody who is in the room now'}] : found;
  }
  if (word.startsWith('#')) {
    return alerts.firing().filter(({id, title}) => isBegunBy(id, typed) || isBegunBy(title, typed))
      .map(({id, title}) => ({text: `#${id}`, title: id, detail: plain(title, 80)}));
  }
  return word.startsWith('/') && isFirst ? chat.words.filter((one) => one.word.startsWith(typed.toLowerCase()))
    .map((one) => ({text: `/${one.word}`, title: `/${one.word} ${one.arguments}`.trim(), detail: one.summary})) : [];
}

export class Completion {
  #field;
  #around;
  #found = [];
  #at = 0;
  element = make('ul', {class: 'completion', id: 'completion', role: 'listbox', 'aria-label': 'Proposals', hidden: true});

  constructor(field, around) {
    this.#field = field;
    this.#around = around;
    this.element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const index = [...this.element.children].indexOf(event.target.closest('li'));
      if (index >= 0) {
        this.#at = index;
        this.#take();
      }
    });
    field.addEventListener('blur', () => this.close());
  }

  /** The word the cursor stands behind, and where it begins. */
  #word() {
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    const word = /(?:^|\s)([@#/][^\s@#]*)$/.exec(before)?.[1] ?? '';
    return {word, start: before.length - word.length};
  }

  propose() {
    const {word, start} = this.#word();
    this.#found = word ? proposals(word, start === 0, this.#around).slice(0, most) : [];
    this.#at = 0;
    this.#draw();
  }

  close() {
    this.#found = [];
    this.#draw();
  }

  /** Whether the key was for the list. */
  press(event) {
    if (!this.#found.length) {
      return false;
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      this.#at = (this.#at + step + this.#found.length) % this.#found.length;
      this.#draw();
    } else if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Tab' && !event.shiftKey) {
      this.#take();
    } else if (event.key === 'Enter' && !event.shiftKey && this.#found[this.#at].text !== this.#word().word) {
      this.#take();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  #take() {
    const {start} = this.#word();
    this.#field.setRangeText(`${this.#found[this.#at].text} `, start, this.#field.selectionStart, 'end');
    this.close();
    this.#field.focus();
    this.#field.dispatchEvent(new Event('input'));
  }

  #draw() {
    this.element.replaceChildren(...this.#found.map(({title, detail}, index) => make('li',
      {role: 'option', id: `proposal-${index}`, 'aria-selected': String(index === this.#at)},
      make('bdi', {}, title), make('span', {class: 'detail'}, detail))));
    this.element.hidden = !this.#found.length;
    // The field is one to choose in only while there is something to choose.
    const told = {role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'completion', 'aria-expanded': 'true',
      'aria-activedescendant': `proposal-${this.#at}`};
    for (const [name, value] of Object.entries(told)) {
      if (this.#found.length) {
        this.#field.setAttribute(name, value);
      } else {
        this.#field.removeAttribute(name);
      }
    }
  }
}
