// SPDX-License-Identifier: GPL-3.0-or-later
// `#/chat` and `#/chat/<room>`: the rooms, and beside them the one that is read.

import {find, make} from '../dom.js';
import {plain} from '../format.js';
import {Conversation} from './conversation.js';
import {OwnState} from './ownstate.js';
import {openPassage} from './passage.js';
import {RoomList} from './roomlist.js';
import {SearchPanel} from './searchpanel.js';

export class ChatPage {
  #around;
  #name = '';
  #message = '';
  #list;
  #conversation;
  #own;
  #search;
  #heading = make('h1', {tabindex: -1}, 'Chat');
  #hint = make('p', {class: 'empty'});
  element = find('chat');

  constructor(around) {
    this.#around = around;
    this.#list = new RoomList(around.chat);
    this.#own = new OwnState(around);
    this.#conversation = new Conversation(around);
    this.#search = new SearchPanel(around);
    this.#search.addEventListener('change', () => this.#draw());
    this.#search.addEventListener('again', ({detail}) => { this.#message = detail; this.#draw(); });
    this.element.append(make('div', {class: 'room-side'}, this.#heading, this.#search.element, this.#own.element, this.#list.element),
      make('div', {class: 'no-room'}, this.#hint), this.#conversation.element);
    for (const event of ['change', 'people']) {
      around.chat.addEventListener(event, () => this.#draw());
    }
    around.link.addEventListener('state', () => this.#draw());
  }

  /** Who has keys writes at once; who has not would have half of the screen covered. */
  get first() { return this.#conversation.room ? this.#conversation.first : this.#heading; }

  get title() {
    const room = this.#around.chat.find(this.#name);
    return this.#name ? `${room ? this.#around.chat.titleOf(room) : plain(this.#name, 128)} · Chat` : 'Chat';
  }

  /** A room, and in it the message the address names. */
  show(name, query) {
    this.#name = name;
    this.#message = query.get('message') ?? '';
    this.#draw();
  }

  hide() { this.#conversation.show(null); }

  clear() {
    this.#name = '';
    this.#search.clear();
    this.#conversation.show(null);
  }

  /** Whoever opens a room goes on in it; whoever comes back to the list, to where they were. */
  #draw() {
    if (this.element.hidden) {
      return;
    }
    const {chat, link} = this.#around;
    this.#own.draw();
    this.#search.setRoom(this.#name);
    this.element.classList.toggle('finding', this.#search.isOpen);
    const room = this.#name ? chat.find(this.#name) ?? null : null;
    this.element.classList.toggle('in-room', this.#name !== '');
    this.#list.draw(this.#name);
    this.#conversation.show(room);
    this.element.querySelector('.no-room').hidden = room !== null;
    const waits = link.state === 'live' ? 'Asking the server which rooms there are.' : 'There is no connection to the server.';
    const known = this.#name ? `There is no room ${plain(this.#name, 128)} for you. ` : 'Choose a room to read and write in.';
    this.#hint.replaceChildren(chat.trouble || (chat.isKnown ? known : waits),
      ...(chat.isKnown && this.#name && !room ? [make('a', {href: '#/chat'}, 'All rooms')] : []));
    this.retitle?.();
    this.#seek(room);
  }

  /** Once the room is there, and after whoever turned the page has gone to where it begins. */
  #seek(room) {
    const message = this.#message;
    if (room?.isLoaded && message) {
      this.#message = '';
      setTimeout(() => this.#lead(room, message));
    }
  }

  async #lead(room, message) {
    if (room === this.#conversation.room && !await this.#conversation.seek(message)) {
      openPassage({room_name: room.name, id: message}, this.#around);
    }
  }
}
