// SPDX-License-Identifier: GPL-3.0-or-later
// The rooms, with what is unread in each and who of the others is here.

import {make} from '../dom.js';
import {plural} from '../format.js';
import {presence} from '../glyph.js';

const groups = [['Rooms', ['public', 'private']], ['Incidents', ['incident']], ['System', ['system']], ['Direct', ['direct']]];

export const roomLink = (name) => `#/chat/${encodeURIComponent(name)}`;

function mark({unread, mentions}, isDirect) {
  const calls = isDirect ? unread : mentions;
  const words = plural(unread, 'unread message', 'unread messages');
  return (unread > 0 || calls > 0) && make('b', {class: `count${calls ? ' calls' : ''}`, title: words},
    `${calls && !isDirect ? '@' : ''}${(calls || unread).toLocaleString()}`);
}

export class RoomList {
  #chat;
  #look = '';
  element = make('nav', {class: 'rooms', 'aria-label': 'Rooms'});

  constructor(chat) { this.#chat = chat; }

  draw(current) {
    const chat = this.#chat;
    const rooms = chat.rooms();
    const presenceOf = (room) => room.room.kind === 'direct' && chat.presenceOf(chat.partnerOf(room)?.id);
    const look = JSON.stringify([current, rooms.map((room) => [room.name, room.room, chat.titleOf(room), room.marks, presenceOf(room)])]);
    if (look === this.#look) {
      return;
    }
    this.#look = look;
    const held = this.element.contains(document.activeElement) ? document.activeElement.hash : '';
    this.element.replaceChildren(...groups.flatMap(([title, kinds]) => {
      const own = rooms.filter(({room}) => kinds.includes(room.kind));
      return own.length ? [make('h2', {}, title), make('ul', {}, own.map((room) => make('li', {}, make('a',
        {href: roomLink(room.name), 'aria-current': room.name === current ? 'page' : null, class: room.marks.unread ? 'unread' : null},
        presenceOf(room) ? presence(presenceOf(room)) : make('span', {class: 'hash', 'aria-hidden': 'true'}, '#'),
        make('bdi', {}, chat.titleOf(room)), mark(room.marks, room.room.kind === 'direct')))))] : [];
    }));
    [...this.element.querySelectorAll('a')].find((link) => held && link.hash === held)?.focus();
  }
}
