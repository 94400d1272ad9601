// SPDX-License-Identifier: GPL-3.0-or-later
// A small client of Belfry's own tongue for tests that are about something else.
import {once} from 'node:events';
import {webSocket} from './modules.mjs';
import {demand} from './waiting.mjs';

export class Console {
  #socket;
  #nextId = 1;
  #waiting = new Map();
  #listeners = [];

  /** `options` are those of `ws`, as `ca`. */
  static async open(belfry, token, options = {}) {
    const client = new Console();
    const WebSocket = webSocket();
    client.#socket = new WebSocket(`${belfry.url.replace('http', 'ws')}/console`,
                                   {headers: {Authorization: `Bearer ${token}`}, ...options});
    client.#socket.on('message', (data) => client.#receive(JSON.parse(data)));
    client.#socket.on('error', () => {});
    client.#socket.on('close', (code, reason) => client.#end(`${code} ${reason}`));
    await once(client.#socket, 'open');
    return client;
  }

  #receive(message) {
    if (message.event) {
      this.#listeners.forEach((listener) => listener(message));
    } else if (this.#waiting.has(message.id)) {
      this.#waiting.get(message.id)(message);
      this.#waiting.delete(message.id);
    }
  }

  /** What is asked of who has hung up is not answered any more. */
  #end(why) {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach((resolve) => resolve({error: {code: 'hung_up', message: `The server hung up: ${why}`}}));
  }

  /** {reply} or {error}. */
  ask(command, params = {}) {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      if (this.#socket.readyState === this.#socket.OPEN) {
        this.#socket.send(JSON.stringify({id, command, params}));
      } else {
        this.#end('before that');
      }
    });
  }

  onEvent(listener) { this.#listeners.push(listener); }

  nextEvent(topic) {
    return new Promise((resolve) => {
      const listener = (event) => {
        if (event.event === topic) {
          this.#listeners = this.#listeners.filter((one) => one !== listener);
          resolve(event);
        }
      };
      this.#listeners.push(listener);
    });
  }

  close() {
    this.#waiting.clear();
    this.#socket.terminate();
  }
}

/** What a test sets before it begins, by a client of its own. */
async function prepare(belfry, token, deed) {
  const client = await Console.open(belfry, token);
  try {
    await deed((command, params) => demand(client, command, params));
  } finally {
    client.close();
  }
}

/** From now on the assistant answers in general_chat, too, only who calls it: people talk to each other there. */
export const quietAssistant = (belfry, token) => prepare(belfry, token, (ask) =>
  ask('assistant.rooms.set', {room: 'general_chat', hearing: 'addressed'}));

const aboutMachine = ['memory-high', 'processor-busy', 'disk-almost-full', 'disk-full-soon'];

/** From now on no shipped rule looks at this machine: how full its disks are, and how busy it is, is not what is tested. */
export const overlookMachine = (belfry, token) => prepare(belfry, token, async (ask) => {
  const {rules} = await ask('automation.rules.list');
  for (const {rule} of rules.filter(({rule: {id}}) => aboutMachine.includes(id))) {
    await ask('automation.rules.set', {rule: {...rule, enabled: false}});
  }
});
