// SPDX-License-Identifier: GPL-3.0-or-later
// One room: its head, its log, who types, and where one writes.

import {linkOf} from '../alerts/words.js';
import {button, make, write} from '../dom.js';
import {exact, plain, plural} from '../format.js';
import {presence} from '../glyph.js';
import {openMenu} from '../menu.js';
import {openSheet} from '../sheet.js';
import {Composer} from './composer.js';
import {openExport} from './exportsheet.js';
import {authorOf} from './line.js';
import {Log} from './log.js';
import {OwnTyping, Typists} from './typists.js';
import {openValues} from './values.js';

const signs = ['👍', '👀', '✅', '❤', '🎉', '👎'];
const pause = 500;
const offline = 'There is no connection to the server.';

export class Conversation {
  #around;
  #room = null;
  #log;
  #composer;
  #typing = make('p', {class: 'typing'});
  #typists = new Typists((sentence) => write(this.#typing, sentence));
  #ownTyping = new OwnTyping((isTyping) => this.#around.link.ask('chat.typing', {room_name: this.#room.name, is_typing: isTyping})
    .catch(() => {}));
  #title = make('bdi');
  #topic = make('p', {class: 'topic', dir: 'auto'});
  #alert = make('a', {hidden: true});
  #here = button('', () => this.#showHere(), {class: 'here', 'aria-haspopup': 'menu', 'aria-expanded': 'false'});
  #export = button('Export…', () => openExport(this.#room, this.#around), {class: 'export', hidden: true});
  #users = [];
  #timer = 0;
  #stop = new AbortController();
  heading = make('h1', {tabindex: -1}, this.#title);
  element = make('section', {class: 'conversation', hidden: true});

  /** `around`: {chat, person, alerts, link, clock, cards, pictures, drafts, toasts}. */
  constructor(around) {
    this.#around = around;
    const deeds = {
      menu: (message, opener) => this.#menu(message, opener), react: (...what) => this.#react(...what),
      seek: (id) => this.#log.seek(id), sent: () => this.#log.answered(), edit: (message, text) => this.#edit(message, text),
      editLast: () => this.#editLast(), propose: (line) => this.#composer.plan(line), values: (message) => this.#showValues(message),
      stop: () => this.#stopAnswer(),
    };
    this.#log = new Log({...around, deeds});
    this.#composer = new Composer({...around, deeds, typing: this.#ownTyping});
    const head = make('header', {class: 'room-head'}, make('a', {href: '#/chat', class: 'back', 'aria-label': 'All rooms'}, '‹'),
      make('div', {class: 'names'}, this.heading, this.#topic), this.#alert, this.#export, this.#here);
    this.element.append(head, this.#log.element, this.#typing, this.#composer.element);
    around.chat.addEventListener('people', () => this.#askHere());
    around.link.addEventListener('ready', () => this.#askHere());
  }

  get room() { return this.#room; }
  seek(message) { return this.#log.seek(message); }
  get first() {
    const hasKeys = matchMedia('(hover: hover) and (min-width: 641px)').matches;
    return hasKeys && this.#composer.isOpen ? this.#composer : this.heading;
  }

  show(room) {
    if (room === this.#room) {
      this.refresh();
      return;
    }
    this.#composer.show(room);
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#room = room;
    this.#typists.clear();
    this.element.hidden = !room;
    this.#users = [];
    this.#here.hidden = true;
    this.#log.show(room);
    if (room) {
      const {signal} = this.#stop;
      room.addEventListener('change', () => this.refresh(), {signal});
      room.addEventListener('typing', ({detail}) => detail.user_id !== this.#around.person.id && this.#typists.hear(detail), {signal});
      room.addEventListener('people', () => this.#askHere(), {signal});
      room.addEventListener('arrived', ({detail}) => { this.#typists.forget(detail.user_id); this.#log.arrive(detail); }, {signal});
      this.#askHere();
      this.refresh();
    }
  }

  refresh() {
    const room = this.#room;
    if (!room) {
      return;
    }
    if (!room.isLoaded && !room.trouble && this.#around.link.state === 'live') {
      room.load();
    }
    const {topic, alert_id: alert} = room.room;
    write(this.#title, this.#around.chat.titleOf(room));
    write(this.#topic, plain(topic, 256));
    this.#export.hidden = !this.#around.person.isOperator;
    this.#alert.hidden = !alert;
    if (alert) {
      this.#alert.href = linkOf(alert);
      write(this.#alert, `Alert ${alert}`);
    }
    this.#log.draw();
  }

  /** Who is in the room; asked for once whatever happens in half a second. */
  #askHere() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const room = this.#room;
      if (!room) {
        return;
      }
      const {users} = await this.#around.link.ask('chat.who', {room_name: room.name}).catch(() => ({users: this.#users}));
      if (room === this.#room) {
        this.#users = users;
        this.#here.hidden = !users.length;
        write(this.#here, plural(users.length, 'here', 'here'));
      }
    }, pause);
  }

  #showHere() {
    const {chat, person} = this.#around;
    openMenu(this.#here, 'Who is here', this.#users.map(({uid, display_name: name, email, is_guest: isGuest}) => ({
      text: make('span', {class: 'one'}, presence(isGuest ? 'online' : chat.presenceOf(uid)),
        make('bdi', {}, plain(name || email || uid, 96)), isGuest && ' (guest)', uid === person.id && ' (you)'),
      whyNot: uid === person.id || isGuest ? 'Nobody to write to alone.' : '', act: () => this.#openDirect(uid)})));
  }

  async #openDirect(user) {
    try {
      const room = await this.#around.link.ask('chat.direct', {user});
      await this.#around.chat.adopt(room);
      location.hash = `#/chat/${encodeURIComponent(room.name)}`;
    } catch ({message}) {
      this.#composer.tell(message);
    }
  }

  #menu(message, opener) {
    const {person, link} = this.#around;
    const isOwn = this.#room.isMine(message);
    const whyNot = link.state === 'live' ? '' : offline;
    openMenu(opener, `What to do with what ${authorOf(message)} wrote`, [
      ...signs.map((sign) => ({sign: true, text: sign, whyNot, act: () => this.#react(message, sign,
        !message.reactions.some(({emoji, user_ids: ids}) => emoji === sign && ids.includes(person.id)))})),
      {text: 'Reply', act: () => this.#composer.reply(message, `${authorOf(message)}: ${plain(message.message, 120)}`)},
      isOwn && {text: 'Edit', whyNot, act: () => this.#composer.edit(message)},
      (isOwn || person.isOperator) && {text: 'Delete…', whyNot, act: () => this.#askToDelete(message)},
      {text: 'Copy', act: () => navigator.clipboard?.writeText(message.message)},
    ].filter(Boolean));
  }

  #editLast() {
    const line = this.#room.lines.findLast(({message, sending}) => sending === 'sent' && this.#room.isMine(message) && !message.is_deleted);
    if (line && this.#around.link.state === 'live') {
      this.#composer.edit(line.message);
    }
  }

  async #showValues(message) {
    try {
      await openValues(this.#around.link, message.attachment, `as ${authorOf(message)} sent them, ${exact(Date.parse(message.timestamp))}`);
    } catch ({message: why}) {
      this.#composer.tell(`The values could not be had: ${why}`);
    }
  }

  #askToDelete(message) {
    const {link} = this.#around;
    openSheet({title: 'Delete this message?', about: `${authorOf(message)}: ${plain(message.message, 200)}`, deed: 'Delete', link,
      whyNot: () => (link.state === 'live' ? '' : offline),
      content: [make('p', {class: 'hint'}, 'That it was there stays to be seen. This cannot be undone.')],
      act: async () => {
        const {room_name: room, id} = message;
        const gone = await link.ask('chat.delete', {room_name: room, id});
        this.#around.chat.find(room)?.amend(id, gone);
      }});
  }

  async #edit({room_name: room, id}, text) {
    try {
      const message = await this.#around.link.ask('chat.edit', {room_name: room, id, message: text});
      this.#around.chat.find(room)?.amend(id, message);
    } catch ({message}) {
      this.#composer.tell(`The message stays as it was: ${message}`);
    }
  }

  async #stopAnswer() {
    try {
      await this.#around.link.ask('assistant.stop', {room_name: this.#room.name});
    } catch ({message}) {
      this.#composer.tell(message);
    }
  }

  async #react({room_name: room, id}, emoji, isOn) {
    try {
      const {reactions} = await this.#around.link.ask('chat.react', {room_name: room, id, emoji, is_on: isOn});
      this.#around.chat.find(room)?.amend(id, {reactions});
    } catch ({message}) {
      this.#composer.tell(message);
    }
  }
}
