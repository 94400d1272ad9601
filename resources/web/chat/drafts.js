// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has begun to write, room by room, for as long as the tab is open; each account has its own.

const longest = 4000;

export class Drafts {
  #person;

  constructor(person) { this.#person = person; }

  #key(room) { return `belfry-draft ${this.#person.id} ${room}`; }

  of(room) {
    try {
      return sessionStorage.getItem(this.#key(room)) ?? '';
    } catch {
      return '';
    }
  }

  keep(room, text) {
    try {
      if (text) {
        sessionStorage.setItem(this.#key(room), text.slice(0, longest));
      } else {
        sessionStorage.removeItem(this.#key(room));
      }
    } catch { /* a browser that stores nothing loses drafts with the page */ }
  }
}
