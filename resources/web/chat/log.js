// SPDX-License-Identifier: GPL-3.0-or-later
// What was written in a room: stays at the end while the reader is there, asks for what is older further up.

import {button, make, write} from '../dom.js';
import {date} from '../format.js';
import {drawComing, drawLine} from './line.js';

const nearEnd = 48;
const nearTop = 200;
const group = 5 * 60000;
const mostPages = 10;

const dayOf = ({timestamp}) => new Date(timestamp).toDateString();

export class Log {
  #around;
  #room = null;
  #drawn = new Map();
  #coming = {};
  #firstUnread = '';
  #unread = 0;
  #below = 0;
  #isAtEnd = true;
  #frame = 0;
  #latest = button('', () => this.toEnd(), {class: 'latest', hidden: true});
  #jump = button('', () => this.seek(this.#firstUnread), {class: 'jump', hidden: true});
  #scroll = make('div', {class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': 'Messages', tabindex: 0});
  #empty = make('p', {class: 'empty'});
  element = make('div', {class: 'log-place'}, this.#scroll, this.#jump, this.#latest, this.#empty);

  /** `around`: {chat, person, cards, pictures, deeds, link}. */
  constructor(around) {
    this.#around = around;
    around.cards.addEventListener('change', () => this.draw());
    around.chat.addEventListener('people', () => this.draw());
    document.addEventListener('visibilitychange', () => this.draw());
    this.#scroll.addEventListener('scroll', () => this.#scrolled(), {passive: true});
    new ResizeObserver(() => this.#isAtEnd && this.toEnd()).observe(this.#scroll);
  }

  show(room) {
    this.#room = room;
    this.#drawn.clear();
    this.#scroll.replaceChildren();
    this.#firstUnread = room?.marks.unread ? room.marks.first_unread_id : '';
    this.#unread = room?.marks.unread ?? 0;
    this.#below = 0;
    this.#isAtEnd = true;
    this.#drawNow();
  }

  /** Somebody else wrote: what is not in sight is counted. */
  arrive(message) {
    const isSeen = this.#isAtEnd && !document.hidden;
    this.#below += !this.#isAtEnd;
    if (!isSeen) {
      this.#firstUnread ||= message.id;
      ++this.#unread;
    }
  }

  /** Who answers has read. */
  answered() {
    this.#firstUnread = '';
    this.#unread = 0;
    this.toEnd();
  }

  draw() {
    this.#frame ||= requestAnimationFrame(() => this.#drawNow());
  }

  toEnd() {
    this.#isAtEnd = true;
    this.#below = 0;
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.draw();
  }

  /** Goes to a message, loading what is older until it is there. Whether it is, where the room is still the same. */
  async seek(id) {
    const room = this.#room;
    for (let pages = 0; pages < mostPages && room.hasOlder && !room.lines.some(({message}) => message.id === id); ++pages) {
      await room.settled;
      await room.loadOlder();
    }
    this.#drawNow();
    const found = this.#drawn.get(id)?.element;
    if (found && room === this.#room) {
      found.scrollIntoView({block: 'center'});
      found.focus({preventScroll: true});
    }
    return Boolean(found) || room !== this.#room;
  }

  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroll;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (scrollTop < nearTop && this.#room?.isLoaded) {
      this.#room.loadOlder();
    }
    this.draw();
  }

  #placeOf(index, lines) {
    const {message} = lines[index];
    const above = lines[index - 1]?.message;
    const startsDay = !above || dayOf(above) !== dayOf(message);
    const isFirstUnread = message.id === this.#firstUnread;
    const isAlone = message.is_ai || message.reply_to;
    return {startsDay, isFirstUnread, startsGroup: startsDay || isFirstUnread || isAlone || above.user_id !== message.user_id
      || above.user_name !== message.user_name || above.message_type !== message.message_type
      || Date.parse(message.timestamp) - Date.parse(above.timestamp) > group};
  }

  #look(line, place, around) {
    const answered = line.message.reply_to && this.#room.lines.find(({message}) => message.id === line.message.reply_to)?.message;
    const {chat, cards} = around;
    const {message} = line;
    return JSON.stringify([line, place, answered?.message, answered?.is_deleted, message.cards.map((card) => cards.lookOf(card)),
      message.is_deleted && chat.nameOf(message.edited_by), message.reactions.map(({user_ids: ids}) => ids.map((id) => chat.nameOf(id)))]);
  }

  #band(place, message) {
    return [place.startsDay && make('p', {class: 'band day'}, date(Date.parse(message.timestamp))),
      place.isFirstUnread && make('p', {class: 'band unread'}, `new messages (${this.#unread.toLocaleString()})`)].filter(Boolean);
  }

  #drawNow() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const room = this.#room;
    if (!room) {
      this.#empty.hidden = this.#jump.hidden = this.#latest.hidden = true;
      return;
    }
    if (this.#isAtEnd) {
      room.tidy();
    }
    const {lines} = room;
    const around = {...this.#around, room};
    const before = this.#drawn;
    const anchor = this.#isAtEnd ? null : this.#anchor();
    const held = this.#scroll.contains(document.activeElement) ? document.activeElement.closest('.chat-line')?.dataset.id : null;
    const isPast = lines.length > 0 && before.size > 0 && !before.has(lines[0].message.id);
    this.#drawn = new Map(lines.map((line, index) => {
      const place = this.#placeOf(index, lines);
      const look = this.#look(line, place, around);
      const known = before.get(line.message.id);
      const parts = known?.look === look ? known : {look, element: drawLine(line, place, around), bands: this.#band(place, line.message)};
      return [line.message.id, parts];
    }));
    // What is older is read by whoever goes there; it is not said aloud.
    this.#scroll.setAttribute('aria-live', isPast || !before.size ? 'off' : 'polite');
    this.#arrange([...[...this.#drawn.values()].flatMap(({bands, element}) => [...bands, element]), ...this.#drawComing(room.coming)]);
    if (held && !this.#scroll.contains(document.activeElement)) {
      this.#drawn.get(held)?.element.focus({preventScroll: true});
    }
    if (this.#isAtEnd) {
      this.#scroll.scrollTop = this.#scroll.scrollHeight;
    } else if (anchor) {
      this.#scroll.scrollTop += (this.#drawn.get(anchor.id)?.element.offsetTop ?? anchor.top) - anchor.top;
    }
    this.#tell(room);
  }

  #drawComing(coming) {
    if (!coming) {
      return [];
    }
    if (this.#coming.id !== coming.id) {
      this.#coming = {id: coming.id, ...drawComing(coming, this.#around)};
    }
    this.#coming.grow(coming.text);
    return [this.#coming.element];
  }

  /** The first line in sight keeps its place. */
  #anchor() {
    const {scrollTop} = this.#scroll;
    for (const [id, {element}] of this.#drawn) {
      if (element.offsetTop + element.offsetHeight > scrollTop) {
        return {id, top: element.offsetTop};
      }
    }
    return null;
  }

  /** Puts what is to be shown in its order, and leaves alone what is there. */
  #arrange(elements) {
    let at = this.#scroll.firstChild;
    for (const element of elements) {
      if (element === at) {
        at = at.nextSibling;
      } else {
        this.#scroll.insertBefore(element, at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  #tell(room) {
    const {link} = this.#around;
    const waits = link.state === 'live' ? 'Asking the server what was written here.' : 'There is no connection to the server.';
    write(this.#empty, room.trouble || (room.isLoaded ? 'Nobody has written here yet. What you write is kept.' : waits));
    this.#empty.hidden = room.lines.length > 0 && !room.trouble;
    this.#latest.hidden = this.#isAtEnd || !room.lines.length;
    write(this.#latest, this.#below ? `↓ ${this.#below.toLocaleString()} new` : '↓ Latest');
    const first = this.#drawn.get(this.#firstUnread)?.element;
    this.#jump.hidden = !this.#firstUnread || !room.lines.length || (first && first.offsetTop >= this.#scroll.scrollTop);
    write(this.#jump, `↑ Jump to unread (${this.#unread.toLocaleString()})`);
    if (room.hasOlder && this.#scroll.clientHeight && this.#scroll.scrollHeight <= this.#scroll.clientHeight) {
      room.loadOlder();
    }
    if (this.#isAtEnd && !document.hidden && !this.element.closest('[hidden]') && (room.marks.unread || room.marks.mentions)) {
      room.read(room.newest);
    }
  }
}
