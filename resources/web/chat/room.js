// SPDX-License-Identifier: GPL-3.0-or-later
// One chat room as this page knows it: its lines, what waits to be sent, and how far one has read.
//
// A line is {message, sending, trouble}; `sending` is sent, queued, pending, unsure or failed. Those that are not sent
// stand last, as they were written; behind them stands what the assistant writes still (`coming`). Told by `change`
// events; `arrived` is a message of somebody else.

const page = 50;
const mostKept = 1000;
const mostUnread = 100;
const comingLasts = 180000; // longer than a model may be silent

let nextOwn = 1;

export class Room extends EventTarget {
  #link;
  #person;
  #clock;
  #noted = null;
  #round = 0;
  #isCaughtUp = true;
  #readAsked = '';
  #coming = null;
  #comingEnd = 0;

  lines = [];
  isLoaded = false;
  isLoading = false;
  hasOlder = false;
  trouble = '';
  /** Resolves once what is being asked for is there, or cannot be had. */
  settled = Promise.resolve();

  constructor(entry, {link, person, clock}) {
    super();
    this.#link = link;
    this.#person = person;
    this.#clock = clock;
    this.take(entry);
  }

  get name() { return this.room.name; }
  get newest() { return this.lines.findLast(({sending}) => sending === 'sent')?.message.id ?? ''; }

  /** As the list of rooms has it. */
  take({room, marks, last_message_at: lastAt}) {
    this.room = room;
    this.marks = marks ?? this.marks ?? {up_to: '', unread: 0, mentions: 0, first_unread_id: ''};
    this.lastAt = lastAt ?? this.lastAt ?? null;
    this.#changed();
  }

  mark(marks) {
    this.marks = marks;
    this.#changed();
  }

  isMine({user_id: author}) { return author !== '' && author === this.#person.id; }
  isCalling(message) { return !this.isMine(message) && message.mentions.some(({user_id: id}) => id === '' || id === this.#person.id); }

  #changed() { this.dispatchEvent(new Event('change')); }
  #find(id) { return this.lines.findIndex(({message}) => message.id === id); }
  get #sentCount() { return this.lines.findLastIndex(({sending}) => sending === 'sent') + 1; }

  /** An answer as far as it is written, {id, askedBy, text, at}; it becomes the message of that id. */
  get coming() { return this.#coming && this.#find(this.#coming.id) < 0 ? this.#coming : null; }

  grow({answer_id: id, asked_by: askedBy, text}) {
    clearTimeout(this.#comingEnd);
    const at = this.#coming?.id === id ? this.#coming.at : this.#clock.now();
    this.#coming = text ? {id, askedBy, text, at} : null;
    if (text) {
      this.#comingEnd = setTimeout(() => this.grow({answer_id: id, text: ''}), comingLasts);
    }
    this.#changed();
  }

  /** The last page, if it is not there yet. */
  load() { return this.isLoaded || this.isLoading ? Promise.resolve() : this.#ask({}, (reply) => this.#renew(reply)); }

  async loadOlder() {
    const first = this.lines.find(({sending}) => sending === 'sent');
    if (this.hasOlder && !this.isLoading && first) {
      await this.#ask({before: first.message.id}, ({messages, has_older: hasOlder}) => {
        this.hasOlder = hasOlder;
        const fresh = messages.filter(({id}) => this.#find(id) < 0);
        this.lines.unshift(...fresh.map((message) => ({message, sending: 'sent'})));
      });
    }
  }

  /** What was missed, and what waits, once its door is open again. */
  async resume() {
    if (this.isLoaded) {
      await this.#ask({}, (reply) => this.#merge(reply));
    }
    this.#isCaughtUp = true;
    this.#sendNext();
  }

  /** What is under way when the connection goes may have come there. */
  suspend() {
    ++this.#round;
    this.isLoading = false;
    this.#isCaughtUp = false;
    this.#readAsked = '';
    this.#coming = null;
    this.lines.filter(({sending}) => sending === 'pending').forEach((line) => { line.sending = 'unsure'; });
    this.#changed();
  }

  #ask(which, take) { return this.settled = this.#fetch(which, take); }

  async #fetch(which, take) {
    const round = ++this.#round;
    this.isLoading = true;
    this.#noted = [];
    this.#changed();
    try {
      const reply = await this.#link.ask('chat.history', {room_name: this.name, limit: page, ...which});
      if (round !== this.#round) {
        return;
      }
      take(reply);
      this.trouble = '';
      this.isLoaded = true;
    } catch ({message}) {
      if (round !== this.#round) {
        return;
      }
      this.trouble = message;
    }
    const noted = this.#noted;
    this.#noted = null;
    this.isLoading = false;
    noted.filter(() => this.isLoaded).forEach((message) => this.#add(message));
    this.#changed();
  }

  /** Only what is not sent yet outlives the lines there were; what is unsure may stand in the page already. */
  #renew({messages, has_older: hasOlder}) {
    const own = this.lines.filter(({sending, message}) => sending !== 'sent' && !(sending === 'unsure'
      && messages.some((one) => this.isMine(one) && one.message === message.message && one.timestamp >= message.timestamp)));
    this.lines = [...messages.map((message) => ({message, sending: 'sent'})), ...own];
    this.hasOlder = hasOlder;
  }

  #merge(reply) {
    if (reply.messages.some(({id}) => id === this.newest)) {
      reply.messages.forEach((message) => this.#add(message));
    } else {
      this.#renew(reply);
    }
  }

  #add(message) {
    if (message.id === this.#coming?.id) {
      this.#coming = null;
    }
    const known = this.#find(message.id);
    if (known >= 0) {
      this.lines[known].message = message;
      return;
    }
    const flight = this.isMine(message) ? this.lines.findIndex((line) => ['pending', 'unsure'].includes(line.sending)
      && line.message.message === message.message) : -1;
    if (flight >= 0) {
      this.lines.splice(flight, 1);
    }
    this.lines.splice(this.#sentCount, 0, {message, sending: 'sent'});
  }

  hear(message) {
    const isKnown = this.#find(message.id) >= 0;
    this.lastAt = message.timestamp;
    if (this.#noted && !isKnown) {
      this.#noted.push(message);
    } else if (this.isLoaded || this.isMine(message)) {
      this.#add(message);
    }
    if (!this.isMine(message) && !isKnown) {
      const {marks} = this;
      this.marks = {...marks, unread: Math.min(marks.unread + 1, mostUnread),
        first_unread_id: marks.unread ? marks.first_unread_id : message.id,
        mentions: Math.min(marks.mentions + this.isCalling(message), mostUnread)};
      this.dispatchEvent(new CustomEvent('arrived', {detail: message}));
    }
    this.#changed();
  }

  /** A message is not as it was: edited, deleted, or reacted to. */
  amend(id, change) {
    for (const line of this.lines) {
      if (line.message.id === id) {
        line.message = {...line.message, ...change};
      }
    }
    this.#noted = this.#noted?.map((message) => (message.id === id ? {...message, ...change} : message)) ?? null;
    this.#changed();
  }

  /** A page that is open for weeks keeps the newest lines; older ones are asked for again. */
  tidy() {
    const spare = this.lines.length - mostKept;
    if (spare > 0) {
      this.lines.splice(0, spare);
      this.hasOlder = true;
      this.#changed();
    }
  }

  send(text, {replyTo = null, cards = []} = {}) {
    const message = {id: `own-${nextOwn++}`, room_name: this.name, user_id: this.#person.id, user_name: this.#person.name, message: text,
      message_type: 'text', timestamp: new Date(this.#clock.now()).toISOString(), is_ai: false, mentions: [], reactions: [], cards,
      ...(replyTo ? {reply_to: replyTo} : {})};
    this.lines.push({message, sending: 'queued'});
    this.#changed();
    this.#sendNext();
  }

  /** One after the other: what was written first stands first. */
  async #sendNext() {
    const line = this.lines.slice(this.#sentCount).find(({sending}) => sending !== 'failed');
    if (this.#link.state !== 'live' || !this.#isCaughtUp || !line || line.sending === 'pending') {
      return;
    }
    line.sending = 'pending';
    this.#changed();
    const {message: text, reply_to: replyTo, cards} = line.message;
    try {
      const said = await this.#link.ask('chat.send', {room_name: this.name, message: text, cards, ...(replyTo ? {reply_to: replyTo} : {})});
      this.lines = this.lines.filter((one) => one !== line);
      this.#add(said);
    } catch ({code, message}) {
      const isLost = code === 'unavailable' && this.#link.state !== 'live';
      line.sending = isLost ? 'unsure' : 'failed';
      line.trouble = message;
    }
    this.#changed();
    this.#sendNext();
  }

  retry(id) {
    const line = this.lines[this.#find(id)];
    if (line?.sending === 'failed') {
      line.sending = 'queued';
      this.#changed();
      this.#sendNext();
    }
  }

  discard(id) {
    this.lines = this.lines.filter(({message, sending}) => message.id !== id || ['sent', 'pending'].includes(sending));
    this.#changed();
  }

  /** One has read so far. */
  async read(id) {
    if (!id || id === this.#readAsked || id === this.marks.up_to || this.#link.state !== 'live') {
      return;
    }
    this.#readAsked = id;
    try {
      const marks = await this.#link.ask('chat.read', {room_name: this.name, up_to: id});
      if (this.#readAsked === id) {
        this.mark(marks);
      }
    } catch {
      this.#readAsked = '';
    }
  }
}
