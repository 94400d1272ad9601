// SPDX-License-Identifier: GPL-3.0-or-later
// What a text with a slash would do, in the server's words; what changes something is done once it is confirmed.

import {allow, button, make, write} from '../dom.js';
import {plain} from '../format.js';

const mostFound = 5;
// A model takes its time.
const patience = 90000;

export class SlashPlan {
  #around;
  #planned = null;
  #text = '';
  #sentence = make('p', {dir: 'auto'});
  #confirm = button('Confirm', () => this.#run(this.#planned), {class: 'primary'});
  element = make('div', {class: 'plan', role: 'group', 'aria-label': 'What the command would do', hidden: true}, this.#sentence,
    make('div', {class: 'row'}, button('Cancel', () => { this.close(); this.#around.focus(); }), this.#confirm));

  /** `around`: {link, chat, done, tell, fault, focus}; `done` is given what was written. */
  constructor(around) {
    this.#around = around;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.close();
        around.focus();
      }
    });
    around.link.addEventListener('state', () => this.#refresh());
  }

  close() {
    this.#planned = null;
    this.element.hidden = true;
  }

  #refresh() { allow(this.#confirm, this.#around.link.state === 'live' ? '' : 'There is no connection to the server.'); }

  /** `isStill` tells whether that is what stands in the field when the answer comes. */
  async preview(room, text, isStill) {
    const {link, tell, fault} = this.#around;
    this.#text = text;
    if (link.state !== 'live') {
      tell('There is no connection to the server. A command does not wait for one: send it again then.');
      return;
    }
    try {
      const reply = await link.ask('chat.command', {room_name: room, text});
      if (!isStill()) {
        return;
      }
      if (reply.fault) {
        tell(reply.fault.message);
        fault(reply.fault);
      } else if (reply.is_changing) {
        this.#planned = reply;
        write(this.#sentence, reply.sentence);
        this.#confirm.setAttribute('aria-description', reply.sentence);
        this.element.hidden = false;
        this.#refresh();
        this.#confirm.focus();
      } else {
        await this.#run(reply);
      }
    } catch ({message}) {
      tell(message);
    }
  }

  async #run({command, params}) {
    const {link, done, tell, focus} = this.#around;
    this.close();
    focus();
    try {
      const reply = await link.ask(command, params, patience);
      done(this.#text);
      tell(await this.#outcome(command, reply));
    } catch ({message}) {
      tell(message);
    }
  }

  /** What was asked for, as a sentence; what was done stands in the room where the house writes it. */
  async #outcome(command, reply) {
    const {chat} = this.#around;
    if (command === 'chat.direct') {
      await chat.adopt(reply);
      location.hash = `#/chat/${encodeURIComponent(reply.name)}`;
    } else if (command === 'assistant.ask') {
      return `✦ AI · ${plain(reply.basis, 128)} · may be wrong · for you alone\n${reply.detail || reply.text}`;
    } else if (command === 'chat.who') {
      return `Here now: ${reply.users.map((user) => plain(user.display_name || user.email || user.uid, 64)).join(', ') || 'nobody'}.`;
    } else if (command === 'chat.commands') {
      return reply.words.map((one) => `/${one.word} ${one.arguments}`.trim() + `: ${one.summary}`).join('\n');
    } else if (command === 'network.devices.list') {
      const names = reply.devices.slice(0, mostFound)
        .map(({id, name, hostname, addresses: [address = '']}) => plain(`${name || hostname || id} ${address}`, 96));
      return names.length ? `Devices called so: ${names.join(', ')}.` : 'No device is called so.';
    }
    return '';
  }
}
