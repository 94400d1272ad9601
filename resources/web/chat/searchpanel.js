// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for what was written in all rooms one may read: by words, by whom and how long ago. What was found leads to its
// place.

import {button, make, write} from '../dom.js';
import {exact, moment, plain} from '../format.js';
import {authorOf} from './line.js';
import {openPassage} from './passage.js';
import {roomLink} from './roomlist.js';

const longestWords = 256;
const longestText = 200;
const dayLong = 86400000;
const times = [['', 'Any time'], ['1', 'Last 24 hours'], ['7', 'Last 7 days'], ['30', 'Last 30 days']];

const linkTo = ({room_name: room, id}) => `${roomLink(room)}?message=${encodeURIComponent(id)}`;
const option = ([value, text]) => make('option', {value}, text);

export class SearchPanel extends EventTarget {
  #around;
  #room = '';
  #round = 0;
  #oldest = '';
  #words = make('input', {type: 'search', placeholder: 'Search what was written', 'aria-label': 'Words to look for, all of them',
    autocapitalize: 'none', autocomplete: 'off', maxlength: longestWords});
  #author = make('select', {'aria-label': 'Who wrote it'});
  #time = make('select', {'aria-label': 'How long ago'}, times.map(option));
  #isHere = make('input', {type: 'checkbox'});
  #here = make('label', {class: 'check'}, this.#isHere, 'Only in this room');
  #narrow = make('div', {class: 'narrow', hidden: true}, this.#author, this.#time, this.#here);
  #result = make('p', {class: 'result', role: 'status'});
  #list = make('ol', {class: 'hits', 'aria-label': 'What was found'});
  #more = button('Load older', () => this.#search(true), {hidden: true});
  element = make('form', {class: 'search', role: 'search', 'aria-label': 'Chat'},
    this.#words, this.#narrow, this.#result, this.#list, this.#more);

  /** `around`: {chat, link, clock}. Events: `again`, the message the page shows already, is wanted; `change`, it is in use or
   *  not. */
  constructor(around) {
    super();
    this.#around = around;
    this.element.addEventListener('submit', (event) => { event.preventDefault(); this.#search(); });
    for (const control of [this.#author, this.#time, this.#isHere]) {
      control.addEventListener('change', () => this.#search());
    }
    this.#words.addEventListener('focus', () => this.#offerAuthors());
    this.#words.addEventListener('input', () => this.#words.value || this.#leave());
    this.element.addEventListener('keydown', (event) => this.#press(event));
    this.#list.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      const isGone = link && !around.chat.find(link.dataset.room);
      if (isGone || link?.hash === location.hash) {
        event.preventDefault();
      }
      if (isGone) {
        openPassage({room_name: link.dataset.room, id: link.dataset.id}, around);
      } else if (event.defaultPrevented) {
        this.dispatchEvent(new CustomEvent('again', {detail: link.dataset.id}));
      }
    });
  }

  /** Something was looked for: what was found stands in place of the rooms. */
  get isOpen() { return !this.#narrow.hidden; }

  setRoom(name) {
    this.#room = name;
    this.#here.hidden = !name;
  }

  clear() {
    this.#words.value = '';
    this.#author.replaceChildren();
    this.#leave();
  }

  #leave() {
    ++this.#round;
    this.#narrow.hidden = this.#more.hidden = true;
    this.#list.replaceChildren();
    write(this.#result, '');
    this.dispatchEvent(new Event('change'));
  }

  #offerAuthors() {
    const before = this.#author.value;
    const people = this.#around.chat.people().sort(([, one], [, other]) => one.localeCompare(other));
    this.#author.replaceChildren(...[['', 'Anybody'], ...people].map(option));
    this.#author.value = people.some(([id]) => id === before) ? before : '';
  }

  async #search(isMore = false) {
    const text = this.#words.value.trim();
    if (!text) {
      return;
    }
    const round = ++this.#round;
    const {link, clock} = this.#around;
    const days = Number(this.#time.value);
    this.#narrow.hidden = false;
    this.dispatchEvent(new Event('change'));
    try {
      const found = await link.ask('chat.search', {text, author: this.#author.value,
        room_name: this.#isHere.checked ? this.#room : '',
        ...(days ? {from: new Date(clock.now() - days * dayLong).toISOString()} : {}),
        ...(isMore ? {before: this.#oldest} : {})});
      if (round === this.#round) {
        this.#take(found, isMore);
      }
    } catch ({message}) {
      if (round === this.#round) {
        write(this.#result, `Nothing could be looked for: ${message}`);
      }
    }
  }

  #take({messages, has_older: hasOlder}, isMore) {
    const rows = messages.map((message) => make('li', {}, this.#draw(message)));
    if (isMore) {
      this.#list.append(...rows);
      rows[0]?.firstChild.focus();
    } else {
      this.#list.replaceChildren(...rows);
    }
    this.#oldest = messages.at(-1)?.id ?? this.#oldest;
    this.#more.hidden = !hasOlder;
    const count = this.#list.children.length;
    write(this.#result, !count ? 'Nothing has all these words. Try fewer of them.'
      : hasOlder ? `The newest ${count.toLocaleString()}` : `${count.toLocaleString()} found`);
  }

  #draw(message) {
    const {chat, clock} = this.#around;
    const room = chat.find(message.room_name);
    const at = Date.parse(message.timestamp);
    return make('a', {href: linkTo(message), 'data-id': message.id, 'data-room': message.room_name},
      make('span', {class: 'detail', title: exact(at)}, make('bdi', {}, authorOf(message)), ' in ',
        make('bdi', {}, room ? chat.titleOf(room) : plain(message.room_name, 128)), ` · ${moment(at, clock.now())}`),
      make('bdi', {class: 'found'}, plain(message.message, longestText)));
  }

  /** Arrows go from the words through what was found, Escape leaves. */
  #press(event) {
    const stops = [this.#words, ...this.#list.querySelectorAll('a')];
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const at = stops.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      stops[at + step]?.focus();
    } else if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      this.#words.value = '';
      this.#leave();
      this.#words.focus();
    }
  }
}
