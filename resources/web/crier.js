// SPDX-License-Identifier: GPL-3.0-or-later
// Says aloud what cannot wait while the reader looks at something else: critical alerts, and being called.

import {linkOf, severityOf, titleOf} from './alerts/words.js';
import {authorOf} from './chat/line.js';
import {roomLink} from './chat/roomlist.js';
import {plain, plural} from './format.js';

const pause = 500;
const shown = 80;

export class Crier {
  #toasts;
  #raised = [];
  #timer = 0;

  constructor(alerts, chat, toasts) {
    this.#toasts = toasts;
    alerts.addEventListener('raised', ({detail: alert}) => {
      if (severityOf(alert) === 'critical' && !alert.silenced_by && alerts.isRoot(alert)) {
        this.#raised.push(alert);
        this.#timer ||= setTimeout(() => this.#cry(), pause);
      }
    });
    chat.addEventListener('called', ({detail: {room, message}}) => {
      if (location.hash.split('?')[0] !== roomLink(room.name)) {
        this.#say(`${authorOf(message)}: ${plain(message.message, shown)}`, roomLink(room.name));
      }
    });
  }

  #say(text, link) { this.#toasts.say(text, ['Open', () => { location.hash = link; }]); }

  /** Many at once are one word. */
  #cry() {
    const raised = this.#raised;
    this.#raised = [];
    this.#timer = 0;
    const [first] = raised;
    if (location.hash === '#/alerts' || location.hash === linkOf(first.id)) {
      return;
    }
    if (raised.length === 1) {
      this.#say(`Critical: ${plain(titleOf(first), shown)}`, linkOf(first.id));
    } else {
      this.#say(plural(raised.length, 'critical alert', 'critical alerts'), '#/alerts');
    }
  }
}
