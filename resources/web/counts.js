// SPDX-License-Identifier: GPL-3.0-or-later
// How much waits behind the ways to other pages: open alerts with the worst one's shape, and what is unread.

import {severities} from './alerts/words.js';
import {find, write} from './dom.js';
import {plural} from './format.js';
import {glyph} from './glyph.js';

export class Counts {
  #shown = '';

  constructor(alerts, chat) {
    for (const event of ['change', 'reset']) {
      alerts.addEventListener(event, () => this.#tellAlerts(alerts.counts));
    }
    chat.addEventListener('change', () => this.#tellChat(chat.marks));
  }

  #tellChat({unread, mentions}) {
    const place = find('chat-count');
    place.hidden = !unread && !mentions;
    place.classList.toggle('calls', mentions > 0);
    place.title = `${plural(unread, 'unread message', 'unread messages')}${mentions ? `, ${mentions.toLocaleString()} for you` : ''}`;
    write(place, mentions ? `@${mentions.toLocaleString()}` : unread.toLocaleString());
  }

  #tellAlerts({open, ...counts}) {
    const worst = severities.findLast((word) => counts[word]);
    const shown = `${open} ${worst}`;
    const place = find('alerts-count');
    if (this.#shown !== shown) {
      this.#shown = shown;
      place.hidden = !open;
      place.replaceChildren(...(open ? [glyph(worst), open.toLocaleString()] : []));
      place.title = `${plural(open, 'open alert', 'open alerts')}, the worst ${worst}`;
    }
  }
}
