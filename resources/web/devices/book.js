// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of devices that somebody looks at: asked for once, a few at a time, and again after a reconnect. While
// a page of devices is shown, it is kept up by facts.
//
// A `change` event says of which.

import {nameOf} from './words.js';

const mostAtOnce = 4;
const mostKept = 500;
const topics = ['network.device.changed', 'network.device.removed'];

export class Devices extends EventTarget {
  #link;
  #known = new Map();
  #wanted = [];
  #underWay = 0;

  constructor(link) {
    super();
    this.#link = link;
    link.addEventListener('ready', () => {
      this.#wanted = [...this.#known.keys()].slice(-mostKept);
      this.#askNext();
    });
    link.addEventListener('fact', ({detail: {event, payload}}) => {
      if (event === 'network.device.changed') {
        this.take(payload.device.id, payload.device);
      } else if (event === 'network.device.removed') {
        this.take(payload.device_id, null);
      }
    });
  }

  clear() { this.#known.clear(); }

  /** What happens to devices is heard only while somebody looks at them: in a large network it is much. */
  follow() { this.#link.hear(topics); }
  leave() { this.#link.forgo(topics); }

  /** The device, null when there is none, undefined while that is not known. */
  find(id) {
    if (id && !this.#known.has(id)) {
      this.#known.set(id, undefined);
      this.#wanted.push(id);
      this.#askNext();
    }
    return this.#known.get(id);
  }

  /** What a device is called; its id while nothing else is known. */
  nameOf(id) {
    const device = this.find(id);
    return device ? nameOf(device) : id;
  }

  /** A device as it is now, if anybody looks at it. */
  take(id, device) {
    if (this.#known.has(id)) {
      this.#known.set(id, device);
      this.dispatchEvent(new CustomEvent('change', {detail: id}));
    }
  }

  async #askNext() {
    while (this.#wanted.length && this.#underWay < mostAtOnce && this.#link.state === 'live') {
      const id = this.#wanted.shift();
      ++this.#underWay;
      this.#link.ask('network.devices.get', {id}).then(({device}) => device, ({code}) => (code === 'not_found' ? null : undefined))
        .then((device) => {
          --this.#underWay;
          this.#known.set(id, device);
          this.dispatchEvent(new CustomEvent('change', {detail: id}));
          this.#askNext();
        });
    }
  }
}
