// SPDX-License-Identifier: GPL-3.0-or-later
// The bell, with how much is unread, and below it what one was told: each leads to its place.

import {button, find, make, write} from '../dom.js';
import {age, exact} from '../format.js';
import {glyph} from '../glyph.js';

const mostCounted = 99;
const choices = {unread: 'Unread', all: 'All'};

export class Bell {
  #notices;
  #clock;
  #which = 'unread';
  #kept = new Set();
  #bell = find('bell');
  #count = find('bell-count');
  #choices = Object.entries(choices).map(([which, text]) => button(text, () => this.#choose(which), {'data-which': which}));
  #list = make('ol', {class: 'notices', 'aria-label': 'What you were told'});
  #empty = make('p', {class: 'empty'});
  #problem = make('p', {class: 'problem', role: 'alert'});
  #readAll = button('Mark all read', () => this.#notices.read());
  #older = button('Show older', () => this.#notices.loadOlder());
  #panel;

  /** `wishes`: what stands below the list, {element, look()}, asked to look whenever it is opened. */
  constructor(notices, clock, wishes) {
    this.#notices = notices;
    this.#clock = clock;
    this.#panel = make('div', {class: 'notice-centre', id: 'notice-centre', popover: 'auto', role: 'dialog', 'aria-label': 'Notifications'},
      make('header', {class: 'head'}, make('h2', {}, 'Notifications'),
        make('div', {class: 'parts', role: 'group', 'aria-label': 'Which notifications'}, this.#choices)),
      this.#problem, this.#list, this.#empty, make('div', {class: 'foot'}, this.#readAll, this.#older), wishes.map(({element}) => element));
    this.#bell.after(this.#panel);
    this.#bell.popoverTargetElement = this.#panel;
    this.#panel.addEventListener('toggle', ({newState}) => this.#turn(newState === 'open', wishes));
    this.#panel.addEventListener('keydown', (event) => this.#press(event));
    notices.addEventListener('change', () => this.#draw());
    this.#draw();
  }

  get #isOpen() { return this.#panel.matches(':popover-open'); }

  open() {
    if (!this.#isOpen) {
      this.#panel.showPopover();
    }
  }

  close() {
    if (this.#isOpen) {
      this.#panel.hidePopover();
    }
  }

  #turn(isOpen, wishes) {
    this.#bell.setAttribute('aria-expanded', isOpen);
    this.#kept.clear();
    if (isOpen) {
      wishes.forEach((wish) => wish.look());
      this.#notices.load();
      this.#draw();
      (this.#list.querySelector('a, button') ?? this.#choices[0]).focus();
    }
  }

  #choose(which) {
    this.#which = which;
    this.#kept.clear();
    this.#draw();
  }

  /** One that was just read stays where it is, so that the next does not slip under the pointer. */
  get #wanted() {
    return this.#notices.all().filter(({id, isRead}) => this.#which === 'all' || !isRead || this.#kept.has(id));
  }

  #draw() {
    const {unread, hasOlder, trouble} = this.#notices;
    const words = unread ? `Notifications, ${unread.toLocaleString()} unread` : 'Notifications, none unread';
    this.#bell.setAttribute('aria-label', words);
    this.#bell.title = words;
    this.#count.hidden = !unread;
    write(this.#count, unread > mostCounted ? `${mostCounted}+` : unread.toLocaleString());
    if (!this.#isOpen) {
      return;
    }
    for (const choice of this.#choices) {
      choice.setAttribute('aria-pressed', choice.dataset.which === this.#which);
    }
    const wanted = this.#wanted;
    wanted.forEach(({id}) => this.#kept.add(id));
    const held = this.#list.contains(document.activeElement) ? document.activeElement.dataset.id : '';
    this.#list.replaceChildren(...wanted.map((notice) => make('li', {}, this.#row(notice))));
    [...this.#list.querySelectorAll('a, button')].find(({dataset}) => held && dataset.id === held)?.focus({preventScroll: true});
    this.#empty.hidden = wanted.length > 0;
    write(this.#empty, this.#which === 'unread' ? 'Nothing is unread.' : 'You have not been told anything yet.');
    write(this.#problem, trouble);
    this.#readAll.disabled = !unread;
    this.#older.hidden = !hasOlder || this.#which === 'unread';
  }

  #row(notice) {
    const at = Date.parse(notice.at);
    const meta = [age(at, this.#clock.now()), notice.from, notice.isHere && 'to everyone'].filter(Boolean).join(' · ');
    const parts = [glyph(notice.kind), make('span', {class: 'told'},
      !notice.isRead && make('span', {class: 'unseen'}, 'Unread: '),
      make('bdi', {class: 'name'}, notice.title), notice.message && make('bdi', {class: 'found'}, notice.message),
      make('span', {class: 'detail', title: exact(at)}, meta))];
    const look = {class: `told-row${notice.isRead ? '' : ' unread'}`, 'data-id': notice.id};
    const row = notice.link ? make('a', {...look, href: notice.link}, parts) : make('button', {...look, type: 'button'}, parts);
    row.addEventListener('click', () => {
      this.#notices.read(notice.id);
      if (notice.link) {
        this.close();
      }
    });
    return row;
  }

  #press(event) {
    const rows = [...this.#list.querySelectorAll('a, button')];
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const at = rows.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      rows[at + step]?.focus();
    }
  }
}
