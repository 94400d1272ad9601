// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has begun to write, room by room, for as long as the tab is open; each account has its own.

const longest = 4000;
const prefix = 'belfry-draft';

export class Drafts {
  #person;

  constructor(person) { this.#person = person; }

  #key(room) { return `${prefix} ${this.#person.id} ${room}`; }

  of(room) {
    try {
      return sessionStorage.getItem(this.#key(room)) ?? '';
    } catch {
      return '';
    }
  }

  /** What did not get away before the page goes stands in the field again: whether it still holds is for its author. */
  keepUnsent(rooms) {
    for (const room of rooms) {
      const texts = room.lines.filter(({sending}) => sending !== 'sent').map(({message}) => message.message);
      if (texts.length) {
        this.keep(room.name, [...texts, this.of(room.name)].filter(Boolean).join('\n'));
      }
    }
  }

  clear() {
    try {
      Object.keys(sessionStorage).filter((key) => key.startsWith(prefix)).forEach((key) => sessionStorage.removeItem(key));
    } catch { /* there is nothing */ }
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
