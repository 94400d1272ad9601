// SPDX-License-Identifier: GPL-3.0-or-later
// Chat as this page knows it: the rooms, who is here, and the words that may follow a slash. It enters every room the
// reader may see, quietly, so that it hears what is said there.
//
// Events: `change` rooms are others, or not as they were; `people` who is here; `called` the reader by a message.

import {plain} from '../format.js';
import {knowServers} from '../place.js';
import {Room} from './room.js';

const ranks = {public: 0, private: 0, incident: 1, system: 2, direct: 3};

export const topics = ['chat.message', 'chat.changed', 'chat.reacted', 'chat.typing', 'chat.answering', 'chat.joined', 'chat.left',
  'chat.room.changed', 'chat.marked', 'identity.presence'];

export class Chat extends EventTarget {
  #around;
  #rooms = new Map();
  #online = [];
  #authors = new Map();
  #round = 0;

  isKnown = false;
  trouble = '';
  words = [];

  /** `around`: {link, person, clock}. */
  constructor(around) {
    super();
    this.#around = around;
    const {link} = around;
    link.addEventListener('ready', () => this.#begin());
    link.addEventListener('state', () => {
      if (!['live', 'stale'].includes(link.state)) {
        this.#rooms.forEach((room) => room.suspend());
      }
      this.#changed();
    });
    link.addEventListener('fact', ({detail: {event, payload}}) => this.#hear(event, payload));
  }

  find(name) { return this.#rooms.get(name); }

  /** In which one talks about an alert; undefined: in none yet. */
  roomAbout(alert) { return this.rooms().find(({room}) => room.alert_id === alert); }

  /** By kind, and by name within one. */
  rooms() {
    return [...this.#rooms.values()].sort((one, other) => ranks[one.room.kind] - ranks[other.room.kind]
      || this.titleOf(one).localeCompare(this.titleOf(other)));
  }

  clear() {
    ++this.#round;
    this.#rooms.clear();
    this.#online = [];
    this.#authors.clear();
    this.isKnown = false;
    this.#changed();
  }

  /** {unread, mentions} of all rooms; in a room of two, everything is for the reader. */
  get marks() {
    return this.rooms().reduce((sum, {marks, room}) => ({unread: sum.unread + marks.unread,
      mentions: sum.mentions + (room.kind === 'direct' ? marks.unread : marks.mentions)}), {unread: 0, mentions: 0});
  }

  /** The other one of a room of two, or undefined. */
  partnerOf({room}) {
    return room.kind === 'direct' ? room.members.find(({id}) => id !== this.#around.person.id) ?? room.members[0] : undefined;
  }

  titleOf(room) {
    const partner = this.partnerOf(room);
    return plain(partner ? partner.display_name || partner.id : room.name, 128);
  }

  /** Of somebody with some connections the most wakeful counts; who is busy is so on all of them. */
  presenceOf(id) {
    const found = this.#online.filter((one) => one.id === id).map(({status}) => status);
    return ['busy', 'online', 'away'].find((status) => found.includes(status)) ?? 'offline';
  }

  /** Everybody who was seen here, as [id, name]. */
  people() {
    const people = new Map(this.#authors);
    for (const {room} of this.#rooms.values()) {
      room.members.forEach(({id, display_name: name}) => people.set(id, name));
    }
    for (const {id, user_profile: profile} of this.#online) {
      if (!profile.is_guest) {
        people.set(id, profile.display_name || id);
      }
    }
    return [...people].map(([id, name]) => [id, plain(name, 128)]);
  }

  nameOf(id) { return this.people().find(([one]) => one === id)?.[1] ?? id; }

  /** Knows a room that a command answered with, and enters it. */
  async adopt(room) {
    this.#take({room});
    this.#changed();
    await this.#enter(room.name);
    await this.find(room.name)?.resume();
  }

  #changed() { this.dispatchEvent(new Event('change')); }

  async #begin() {
    const round = ++this.#round;
    const {link} = this.#around;
    try {
      const [{rooms}, {words}, {addresses}] = await Promise.all([link.ask('chat.rooms.list'), link.ask('chat.commands'),
        link.ask('session.server').catch(() => ({addresses: []}))]);
      if (round !== this.#round) {
        return;
      }
      knowServers(addresses); // before a line is drawn
      this.words = words;
      this.trouble = '';
      this.isKnown = true;
      const names = new Set(rooms.map(({room}) => room.name));
      [...this.#rooms.keys()].filter((name) => !names.has(name)).forEach((name) => this.#rooms.delete(name));
      rooms.forEach((entry) => this.#take(entry));
      this.#changed();
      this.#introduce();
      // One after the other, so that many rooms are no flood; what was missed in a room comes after its door is open.
      for (const {room, is_entered: isEntered} of rooms) {
        await (isEntered || this.#enter(room.name));
        if (round !== this.#round) {
          return;
        }
        this.find(room.name)?.resume();
      }
    } catch ({message}) {
      this.trouble = message;
      this.#changed();
    }
  }

  /** Others see that one is here. */
  async #introduce() {
    const {link, person} = this.#around;
    try {
      await link.ask('identity.join', {user_id: person.id});
      this.#meet((await link.ask('identity.presence.list')).users);
    } catch { /* whoever is here comes with the next fact */ }
  }

  #enter(name) { return this.#around.link.ask('chat.join', {room_name: name, is_quiet: true}).catch(() => {}); }

  #take(entry) {
    const known = this.find(entry.room.name);
    if (known) {
      known.take(entry);
      return;
    }
    const room = new Room(entry, this.#around);
    room.addEventListener('change', () => this.#changed());
    room.addEventListener('arrived', ({detail: message}) => {
      if (message.message_type === 'text' && message.user_id && !message.is_ai) {
        this.#authors.set(message.user_id, message.user_name);
      }
      if (room.isCalling(message) || room.room.kind === 'direct') {
        this.dispatchEvent(new CustomEvent('called', {detail: {room, message}}));
      }
    });
    this.#rooms.set(entry.room.name, room);
  }

  #meet(users) {
    this.#online = users;
    this.dispatchEvent(new Event('people'));
  }

  #hear(event, payload) {
    const room = this.find(payload.room_name ?? payload.message?.room_name);
    const deeds = {
      'chat.message': () => room?.hear(payload),
      'chat.changed': () => room?.amend(payload.message.id, payload.message),
      'chat.reacted': () => room?.amend(payload.message_id, {reactions: payload.reactions}),
      'chat.typing': () => room?.dispatchEvent(new CustomEvent('typing', {detail: payload})),
      'chat.answering': () => room?.grow(payload),
      'chat.joined': () => room?.dispatchEvent(new Event('people')),
      'chat.left': () => room?.dispatchEvent(new Event('people')),
      'chat.marked': () => room?.mark(payload.marks),
      'chat.room.changed': () => this.#hearRoom(payload.room),
      // With `left` the list is empty: that account's last connection is gone.
      'identity.presence': () => this.#meet(payload.left ? this.#online.filter(({id}) => id !== payload.left) : payload.users),
    };
    deeds[event]?.();
  }

  #hearRoom(room) {
    const isLost = room.kind === 'private' && !room.members.some(({id}) => id === this.#around.person.id);
    if (room.is_archived || isLost) {
      this.#rooms.delete(room.name);
      this.#changed();
    } else {
      this.adopt(room);
    }
  }
}
