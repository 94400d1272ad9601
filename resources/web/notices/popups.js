// SPDX-License-Identifier: GPL-3.0-or-later
// Pop-ups outside of the page, for those who want them: the browser shows them while its reader looks elsewhere, not too
// many of them, and they go when they hold no longer.

import {button, make, write} from '../dom.js';
import {plural} from '../format.js';
import {Remembered} from './remembered.js';

const iconHref = 'favicon.svg';
const longestBody = 400;
const mostNamed = 5;
const pace = 5000;
const while10 = 600000;
const mostIn10 = 6;

export class PopUps extends EventTarget {
  #link;
  #wished;
  #topics;
  #shown = [];
  #waiting = [];
  #times = [];
  #timer = 0;
  #box = make('input', {type: 'checkbox'});
  #wish = make('label', {class: 'check'}, this.#box, 'Show pop-ups while I look elsewhere');
  #ask = button('Allow pop-ups…', () => this.#allow());
  #words = make('p', {class: 'hint', role: 'status'});
  element = make('div', {class: 'pop-ups'}, this.#wish, this.#ask, this.#words);

  /** `topics` are heard although the page is hidden, where pop-ups are wanted. Event: `centre`, one of many things was pressed. */
  constructor(link, person, topics) {
    super();
    this.#link = link;
    this.#wished = new Remembered('popups', person);
    this.#topics = topics;
    this.#box.addEventListener('change', () => this.#wishFor(this.#box.checked));
  }

  get #isWanted() { return this.#wished.get() === 'on'; }

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
    this.#wished.set(isWanted ? 'on' : 'off');
    if (!isWanted) {
      this.clear();
    }
    this.look();
  }

  #mayTell({isUrgent}) { return this.#isOn && (isUrgent || !document.hasFocus()); }

  /** `key`: one takes the place of the one before; `isUrgent`: it is shown to whoever looks at the page, too, and stays. */
  tell({key, title, body = '', link = '', isUrgent = false}) {
    const news = {key, title, body, link, isUrgent};
    if (this.#mayTell(news)) {
      this.#waiting = [...this.#waiting.filter((one) => one.key !== key), news];
      this.#wait();
    }
  }

  /** One in five seconds, and six in ten minutes; what is urgent waits for the first alone. */
  #wait() {
    const now = performance.now();
    this.#times = this.#times.filter((at) => now - at < while10);
    const isFull = this.#times.length >= mostIn10 && !this.#waiting.some(({isUrgent}) => isUrgent);
    const next = isFull ? this.#times.at(-mostIn10) + while10 : this.#times.length ? this.#times.at(-1) + pace : now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), Math.max(0, next - now));
  }

  /** What had to wait is told of together. */
  #say() {
    const told = this.#waiting.filter((news) => this.#mayTell(news));
    this.#waiting = [];
    if (told.length) {
      const more = told.length - mostNamed;
      const lines = told.slice(0, mostNamed).map(({title}) => title).concat(more > 0 ? `and ${more.toLocaleString()} more` : []);
      this.#show(told.length === 1 ? told[0] : {key: 'together', title: plural(told.length, 'thing', 'things') + ' happened',
        body: lines.join('\n'), link: '', isUrgent: told.some(({isUrgent}) => isUrgent)}, told.map(({key}) => key));
    }
  }

  #show({key, title, body, link, isUrgent}, keys) {
    try {
      const popUp = new Notification(title, {body: body.slice(0, longestBody), tag: `belfry ${key}`, icon: iconHref,
        requireInteraction: isUrgent});
      this.#times.push(performance.now());
      this.#shown = [...this.#shown.filter((one) => one.popUp.tag !== popUp.tag), {popUp, keys: new Set(keys)}];
      popUp.addEventListener('click', () => {
        window.focus();
        if (link) {
          location.hash = link;
        } else {
          this.dispatchEvent(new Event('centre'));
        }
        popUp.close();
      });
    } catch {
      write(this.#words, 'This browser shows pop-ups of installed pages only.');
    }
  }

  /** What it told of holds no longer; one that tells of other things, too, stays. */
  withdraw(key) {
    this.#waiting = this.#waiting.filter((one) => one.key !== key);
    const over = this.#shown.filter(({keys}) => keys.delete(key) && !keys.size);
    over.forEach(({popUp}) => popUp.close());
    this.#shown = this.#shown.filter((one) => !over.includes(one));
  }

  clear() {
    this.#waiting = [];
    this.#shown.splice(0).forEach(({popUp}) => popUp.close());
  }
}
