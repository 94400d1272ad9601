// SPDX-License-Identifier: GPL-3.0-or-later
// Pop-ups outside of the page, for those who want them: the browser shows them while its reader looks elsewhere, and they
// go when they hold no longer.

import {button, make, write} from '../dom.js';

const prefix = 'belfry-popups';
const iconHref = 'favicon.svg';
const longestBody = 200;

export class PopUps {
  #link;
  #person;
  #topics;
  #shown = new Map();
  #box = make('input', {type: 'checkbox'});
  #wish = make('label', {class: 'check'}, this.#box, 'Show pop-ups while I look elsewhere');
  #ask = button('Allow pop-ups…', () => this.#allow());
  #words = make('p', {class: 'hint', role: 'status'});
  element = make('div', {class: 'pop-ups'}, this.#wish, this.#ask, this.#words);

  /** `topics` are heard although the page is hidden, where pop-ups are wanted. */
  constructor(link, person, topics) {
    this.#link = link;
    this.#person = person;
    this.#topics = topics;
    this.#box.addEventListener('change', () => this.#wishFor(this.#box.checked));
  }

  get #key() { return `${prefix} ${this.#person.id}`; }

  get #isWanted() {
    try {
      return localStorage.getItem(this.#key) === 'on';
    } catch {
      return false;
    }
  }

  /** Why there can be none; empty: there can. */
  get #whyNot() {
    if (!isSecureContext || !('Notification' in window)) {
      return 'Browsers show pop-ups only of a page that came by HTTPS with a certificate they trust. This one did not.';
    }
    return Notification.permission === 'denied' ? 'The settings of this browser forbid this page to show pop-ups.' : '';
  }

  get #isOn() { return !this.#whyNot && Notification.permission === 'granted' && this.#isWanted; }

  /** As the browser and the account that is signed in have it now. */
  look() {
    const why = this.#whyNot;
    const isAllowed = !why && Notification.permission === 'granted';
    this.#wish.hidden = !isAllowed;
    this.#ask.hidden = Boolean(why) || isAllowed;
    this.#box.checked = this.#isWanted;
    write(this.#words, why);
    this.#link.stayAwakeFor(this.#isOn ? this.#topics : []);
  }

  async #allow() {
    const answer = await Notification.requestPermission();
    if (answer === 'granted') {
      this.#wishFor(true);
      this.#box.focus();
    } else {
      this.look();
    }
  }

  #wishFor(isWanted) {
    try {
      localStorage.setItem(this.#key, isWanted ? 'on' : 'off');
    } catch { /* a browser that stores nothing forgets the wish with the page */ }
    if (!isWanted) {
      this.clear();
    }
    this.look();
  }

  /** `key`: one takes the place of the one before; `isUrgent`: it is shown to whoever looks at the page, too, and stays. */
  tell({key, title, body = '', link = '', isUrgent = false}) {
    if (!this.#isOn || (document.hasFocus() && !isUrgent)) {
      return;
    }
    try {
      const popUp = new Notification(title, {body: body.slice(0, longestBody), tag: `belfry ${key}`, icon: iconHref,
        requireInteraction: isUrgent});
      this.#shown.set(key, popUp);
      popUp.addEventListener('click', () => {
        window.focus();
        location.hash = link || location.hash;
        popUp.close();
      });
    } catch {
      write(this.#words, 'This browser shows pop-ups of installed pages only.');
    }
  }

  withdraw(key) {
    this.#shown.get(key)?.close();
    this.#shown.delete(key);
  }

  clear() { [...this.#shown.keys()].forEach((key) => this.withdraw(key)); }
}
