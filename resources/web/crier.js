// SPDX-License-Identifier: GPL-3.0-or-later
// Says aloud what cannot wait while the reader looks at something else: alerts that are high or critical, being called,
// and what is said to everyone. What came together is one word, and a word that holds no longer is taken back.

import {linkOf, severityOf, severityTitle, subjectOf, titleOf} from './alerts/words.js';
import {authorOf} from './chat/line.js';
import {roomLink} from './chat/roomlist.js';
import {plain} from './format.js';

const together = 500;
const pace = 5000;
const shown = 80;
const kinds = {critical: 'Critical', high: 'Error', medium: 'Warning', info: 'To everyone', ok: 'Done'};

export class Crier {
  #around;
  #waiting = [];
  #said = [];
  #told = [];
  #timer = 0;
  #takeBack = () => {};

  /** `around`: {alerts, devices, chat, notices, bell, toasts, popUps, telling}. */
  constructor(around) {
    this.#around = around;
    const {alerts, chat, notices, telling} = around;
    alerts.addEventListener('raised', ({detail: alert}) => {
      const severity = severityOf(alert);
      const isTold = ['critical', 'high'].includes(severity) && telling.tells(severity);
      if (isTold && this.#isWaiting(alert.id) && !alert.is_flapping) {
        this.#waiting.push(alert.id);
        this.#timer ||= setTimeout(() => this.#cry(), together);
      }
    });
    for (const event of ['change', 'reset']) {
      alerts.addEventListener(event, () => this.#review());
    }
    addEventListener('hashchange', () => this.#said.length && this.#isSeen(this.#said) && this.#takeBack());
    chat.addEventListener('called', ({detail: {room, message}}) => this.#call(room, message));
    notices.addEventListener('arrived', ({detail: notice}) => setTimeout(() => this.#announce(notice), together));
  }

  clear() {
    this.#waiting = this.#told = [];
    this.#takeBack();
  }

  #say(text, link, options) {
    const {bell, toasts} = this.#around;
    return toasts.say(text, link ? ['Open', () => { location.hash = link; }] : ['Show', () => bell.open()], options);
  }

  #isWaiting(id) {
    const alert = this.#around.alerts.find(id);
    return alert?.state === 'open' && !alert.silenced_by && this.#around.alerts.isRoot(alert);
  }

  /** Whoever looks at the list, or at this one, sees them. */
  #isSeen(ids) {
    return location.hash.split('?')[0] === '#/alerts' || (ids.length === 1 && location.hash === linkOf(ids[0]));
  }

  #review() {
    if (this.#said.length && !this.#said.some((id) => this.#isWaiting(id))) {
      this.#takeBack();
    }
    if (this.#told.length && !this.#told.some((id) => this.#isWaiting(id))) {
      this.#told = [];
      this.#around.popUps.withdraw('alerts');
    }
  }

  /** "Critical: The roof is on fire", "7 alerts on core-sw-01" where they are about the same, or "7 new alerts"; and a link. */
  #wordsFor(alerts) {
    const [first] = alerts;
    if (alerts.length === 1) {
      return {text: `${severityTitle(first)}: ${plain(titleOf(first), shown)}`, link: linkOf(first.id)};
    }
    const [subject, ...others] = new Set(alerts.map((alert) => subjectOf(alert, this.#around.devices)));
    const count = alerts.length.toLocaleString();
    return subject && !others.length
      ? {text: `${count} alerts on ${plain(subject, shown)}`, link: `#/alerts?q=${encodeURIComponent(subject)}`}
      : {text: `${count} new alerts`, link: '#/alerts'};
  }

  /** What was said and still holds is part of the next word, which takes its place. */
  #cry() {
    this.#timer = 0;
    const fresh = this.#waiting.filter((id) => this.#isWaiting(id));
    this.#waiting = [];
    const ids = [...this.#said.filter((id) => this.#isWaiting(id)), ...fresh];
    if (!fresh.length) {
      return;
    }
    this.#timer = setTimeout(() => this.#cry(), pace);
    const isSeen = this.#isSeen(ids);
    if (isSeen && document.hasFocus()) {
      return;
    }
    const alerts = ids.map((id) => this.#around.alerts.find(id));
    const isUrgent = alerts.some((alert) => severityOf(alert) === 'critical');
    const {text, link} = this.#wordsFor(alerts);
    if (!isSeen) {
      this.#takeBack();
      this.#takeBack = this.#say(text, link, {stays: isUrgent, gone: () => { this.#said = []; }});
      this.#said = ids;
    }
    this.#told = ids;
    this.#around.popUps.tell({key: 'alerts', title: text, body: alerts.length > 1 ? alerts.map(titleOf).join('\n') : '', link, isUrgent});
  }

  #call(room, message) {
    if (!this.#around.telling.tells(room.room.kind === 'direct' ? 'direct' : 'mention')) {
      return;
    }
    const link = roomLink(room.name);
    const text = `${authorOf(message)}: ${plain(message.message, shown)}`;
    if (location.hash.split('?')[0] !== link) {
      this.#say(text, link);
    }
    this.#around.popUps.tell({key: `room ${room.name}`, title: `${authorOf(message)} in ${this.#around.chat.titleOf(room)}`,
      body: plain(message.message, shown), link});
  }

  /** Of alerts is told where they are raised; what only informs stands in the list. */
  #announce(notice) {
    const {notices, popUps, telling} = this.#around;
    const isUrgent = notice.kind === 'critical';
    const isNews = notice.isHere || ['medium', 'high'].includes(notice.kind);
    const kind = isUrgent ? 'urgent' : notice.isHere ? 'announcement' : 'warning';
    if (notice.isRead || !isNews || notices.isOfAlert(notice) || !telling.tells(kind)) {
      return;
    }
    this.#say(`${kinds[notice.kind]}: ${plain([notice.title, notice.message].filter(Boolean).join(': '), 2 * shown)}`, notice.link,
      {stays: isUrgent});
    if (isUrgent) {
      popUps.tell({key: notice.id, title: notice.title, body: notice.message, link: notice.link, isUrgent});
    }
  }
}
