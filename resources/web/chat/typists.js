// SPDX-License-Identifier: GPL-3.0-or-later
// Who types in a room, and telling the others that one does.

import {plain} from '../format.js';

const most = 3;
const lasts = 8000;
const toldAgain = 3000;
const idle = 4000;

/** "Omar is typing…", or nothing. Whoever says nothing more for a while has gone. */
export class Typists {
  #told;
  #until = new Map();
  #timer = 0;

  /** `told` is called with the sentence whenever that is another. */
  constructor(told) { this.#told = told; }

  hear({user_id: id, user_name: name, is_typing: isTyping}) {
    this.#until.delete(id);
    if (isTyping) {
      this.#until.set(id, {name: plain(name, 64), end: performance.now() + lasts});
    }
    this.#tell();
  }

  forget(id) {
    if (this.#until.delete(id)) {
      this.#tell();
    }
  }

  clear() {
    this.#until.clear();
    this.#tell();
  }

  #tell() {
    const now = performance.now();
    this.#until.forEach(({end}, id) => end <= now && this.#until.delete(id));
    const names = [...this.#until.values()].map(({name}) => name);
    clearTimeout(this.#timer);
    if (names.length) {
      this.#timer = setTimeout(() => this.#tell(), Math.min(...[...this.#until.values()].map(({end}) => end)) - now + 1);
    }
    this.#told(names.length > most ? 'Several people are typing…' : names.length > 1 ? `${names.join(', ')} are typing…`
      : names.length ? `${names[0]} is typing…` : '');
  }
}

/** Tells at most every three seconds that one types, and after four idle ones that one stopped. */
export class OwnTyping {
  #say;
  #toldAt = -Infinity;
  #timer = 0;

  constructor(say) { this.#say = say; }

  type() {
    if (performance.now() - this.#toldAt >= toldAgain) {
      this.#toldAt = performance.now();
      this.#say(true);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), idle);
  }

  stop() {
    clearTimeout(this.#timer);
    if (this.#toldAt > -Infinity) {
      this.#toldAt = -Infinity;
      this.#say(false);
    }
  }
}
