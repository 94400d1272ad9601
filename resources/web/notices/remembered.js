// SPDX-License-Identifier: GPL-3.0-or-later
// What this browser remembers for an account. One that stores nothing forgets it with the page.

export class Remembered {
  #name;
  #person;
  #here = new Map();

  constructor(name, person) {
    this.#name = name;
    this.#person = person;
  }

  get #key() { return `belfry-${this.#name} ${this.#person.id}`; }

  get() {
    try {
      return localStorage.getItem(this.#key) ?? '';
    } catch {
      return this.#here.get(this.#key) ?? '';
    }
  }

  set(text) {
    this.#here.set(this.#key, text);
    try {
      localStorage.setItem(this.#key, text);
    } catch { /* it holds as long as the page */ }
  }
}
