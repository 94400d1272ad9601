// SPDX-License-Identifier: GPL-3.0-or-later
// Where one writes: Enter sends, what begins with a slash is shown before it is done, and nothing of it is lost on the way.

import {allow, button, make, write} from '../dom.js';
import {Completion} from './completion.js';
import {SlashPlan} from './slashplan.js';

const longest = 1000;
const countedFrom = 800;
const tallest = 140;
const mostCards = 8;

/** Alerts that are named as #A-12 are shown with the message. */
const cardsIn = (text) => [...new Set([...text.matchAll(/(?:^|\s)#(A-\d{1,9})\b/g)].map(([, id]) => id))].slice(0, mostCards)
  .map((id) => ({kind: 'alert', id}));

export class Composer {
  #around;
  #room = null;
  #mode = {kind: 'new', message: null};
  #draft = '';
  #field = make('textarea', {rows: 1, enterkeyhint: 'send'});
  #count = make('span', {class: 'counter', hidden: true});
  #send = make('button', {type: 'submit', class: 'primary'}, 'Send');
  #modeText = make('bdi');
  #strip = make('div', {class: 'mode', hidden: true}, this.#modeText,
    button('✕', () => this.#setMode('new'), {'aria-label': 'Not after all', class: 'close'}));
  #noticeText = make('p', {dir: 'auto'});
  #notice = make('div', {class: 'notice', role: 'status', hidden: true}, this.#noticeText,
    button('✕', () => this.tell(''), {'aria-label': 'Close', class: 'close'}));
  #completion;
  #plan;

  /** `around`: {chat, person, alerts, link, drafts, typing, deeds}; `deeds`: {sent, edit, editLast, whoWanted}. */
  constructor(around) {
    this.#around = around;
    this.#completion = new Completion(this.#field, around);
    this.#plan = new SlashPlan({link: around.link, chat: around.chat, tell: (text) => this.tell(text),
      done: (text) => this.#field.value === text && this.#clear(),
      fault: ({start, length}) => this.#field.setSelectionRange(start, start + length), focus: () => this.#field.focus()});
    this.element = make('form', {class: 'composer'}, this.#notice, this.#plan.element, this.#strip, this.#completion.element,
      make('div', {class: 'field'}, this.#field, this.#count, this.#send));
    this.element.addEventListener('submit', (event) => { event.preventDefault(); this.#submit(); });
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('keydown', (event) => this.#press(event));
    around.link.addEventListener('state', () => this.#refresh());
    around.chat.addEventListener('change', () => this.#refresh());
  }

  show(room) {
    this.#around.typing.stop();
    this.#room = room;
    this.#mode = {kind: 'new', message: null};
    this.#plan.close();
    this.tell('');
    this.#completion.close();
    this.#fill(room ? this.#around.drafts.of(room.name) : '');
    this.#setMode('new');
  }

  get isOpen() { return !this.#field.disabled; }

  focus() { this.#field.focus(); }

  reply(message, about) { this.#setMode('reply', message, `Reply to ${about}`); }

  edit(message) {
    if (this.#mode.kind !== 'edit') {
      this.#draft = this.#field.value;
    }
    this.#setMode('edit', message, 'Editing what you wrote');
    this.#fill(message.message);
  }

  /** Shows what a line would do that somebody proposes; what stands in the field stays there. */
  plan(line) { return this.#plan.preview(this.#room.name, line, () => true); }

  /** Says something until it is closed; nothing: closes it. */
  tell(text) {
    this.#notice.hidden = !text;
    write(this.#noticeText, text);
  }

  #fill(text) {
    this.#field.value = text;
    this.#field.setSelectionRange(text.length, text.length);
    this.#refresh();
  }

  #clear() {
    this.#fill('');
    this.#around.drafts.keep(this.#room.name, '');
  }

  #setMode(kind, message = null, text = '') {
    const wasEdit = this.#mode.kind === 'edit';
    this.#mode = {kind, message};
    this.#strip.hidden = !text;
    write(this.#modeText, text);
    if (wasEdit && kind !== 'edit') {
      this.#fill(this.#draft);
    }
    write(this.#send, kind === 'edit' ? 'Save' : 'Send');
    this.#refresh();
    if (kind !== 'new') {
      this.#field.focus();
    }
  }

  #whyNot() {
    const {room} = this.#room ?? {};
    if (!room || room.is_archived) {
      return 'This room can be read only.';
    }
    return room.kind === 'system' && !this.#around.person.isOperator ? 'Here the house writes; operators may answer.' : '';
  }

  #refresh() {
    const {length} = this.#field.value;
    const isLive = this.#around.link.state === 'live';
    const whyNot = this.#whyNot();
    const title = this.#room ? this.#around.chat.titleOf(this.#room) : '';
    this.#field.disabled = whyNot !== '';
    this.#field.placeholder = whyNot || (isLive ? `Message ${title}` : 'Not connected: what you write is sent later.');
    this.#field.setAttribute('aria-label', `Message to ${title}`);
    this.#count.hidden = length < countedFrom;
    this.#count.classList.toggle('over', length > longest);
    write(this.#count, `${length.toLocaleString()}/${longest.toLocaleString()}`);
    allow(this.#send, whyNot || (length > longest ? `A message has ${longest.toLocaleString()} characters at most. Make two of it.`
      : this.#field.value.trim() ? '' : 'Write something first.'));
    this.#field.style.height = 'auto';
    this.#field.style.height = `${Math.min(tallest, this.#field.scrollHeight + 2)}px`;
  }

  #changed() {
    const {value} = this.#field;
    this.#plan.close();
    this.#completion.propose();
    this.#refresh();
    if (this.#mode.kind === 'edit') {
      return;
    }
    this.#around.drafts.keep(this.#room.name, value);
    if (value.trim() && !value.startsWith('/')) {
      this.#around.typing.type();
    } else {
      this.#around.typing.stop();
    }
  }

  #press(event) {
    if (event.isComposing || this.#completion.press(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#completion.close();
      this.#submit();
    } else if (event.key === 'ArrowUp' && !this.#field.value) {
      event.preventDefault();
      this.#around.deeds.editLast();
    } else if (event.key === 'Escape') {
      this.#plan.close();
      this.tell('');
      this.#setMode('new');
    }
  }

  async #submit() {
    const text = this.#field.value;
    if (this.#send.disabled) {
      return;
    }
    this.tell('');
    if (this.#mode.kind === 'edit') {
      const {message} = this.#mode;
      this.#setMode('new');
      await this.#around.deeds.edit(message, text);
    } else if (text.startsWith('/')) {
      await this.#plan.preview(this.#room.name, text, () => this.#field.value === text);
    } else {
      this.#around.typing.stop();
      this.#room.send(text, {replyTo: this.#mode.message?.id ?? null, cards: cardsIn(text)});
      this.#clear();
      this.#setMode('new');
      this.#around.deeds.sent();
    }
  }
}
