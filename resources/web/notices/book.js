// SPDX-License-Identifier: GPL-3.0-or-later
// What one was told, the newest first, and what of it is unread: what the server keeps for the account, and what was said
// to everyone while this page was open.
//
// Events: `change`; `arrived` with a notice that came just now.

import {linkOf} from '../alerts/words.js';
import {hashOf, readPlace} from '../place.js';
import {plain} from '../format.js';

const page = 50;
const mostHere = 100;
const mostKept = 1000;
const urgent = {info: 'info', warning: 'medium', critical: 'critical'};
const tones = {info: 'info', success: 'ok', warning: 'medium', error: 'high'};

export const topics = ['alerts.notified', 'alerts.broadcast'];

/** What the data of a notification lead to: they are of foreign hands. */
function linkFor({room_name: room, message_id: message}, alerts) {
  if (typeof room === 'string' && room) {
    const said = typeof message === 'string' && message ? `?message=${encodeURIComponent(message)}` : '';
    const place = readPlace(`belfry://room/${encodeURIComponent(room)}${said}`);
    return place ? hashOf(place) : '';
  }
  const [first] = alerts;
  return alerts.length === 1 && readPlace(`belfry://alert/${first}`) ? linkOf(first) : alerts.length ? '#/alerts' : '';
}

function ofNotification(told) {
  const data = told.data && typeof told.data === 'object' ? told.data : {};
  const isOfAlerts = told.is_system && told.source === 'alerts';
  const alerts = isOfAlerts && Array.isArray(data.alerts) ? data.alerts.filter((id) => typeof id === 'string') : [];
  return {id: told.id, title: plain(told.title), message: plain(told.message, 1024), from: plain(told.source, 64), at: told.created_at,
    kind: tones[told.type], isRead: told.is_read, isHere: false, isOfAlerts, link: linkFor(data, alerts)};
}

function ofBroadcast(said, number) {
  const {action} = said;
  const place = action && readPlace(action.url);
  const message = [said.message, action && !place && `${action.label}: ${action.url}`].filter(Boolean).join(' ');
  return {id: `here ${number}`, title: plain(said.title), message: plain(message, 1024), from: plain(said.by, 128), at: said.created_at,
    kind: urgent[said.severity], isRead: false, isHere: true, isOfAlerts: false, link: place ? hashOf(place) : ''};
}

export class Notices extends EventTarget {
  #link;
  #alerts;
  #all = [];
  #unread = 0;
  #lastHere = 0;
  #round = 0;

  hasOlder = false;
  trouble = '';

  constructor(link, alerts) {
    super();
    this.#link = link;
    this.#alerts = alerts;
    link.addEventListener('ready', () => this.load());
    link.addEventListener('fact', ({detail: {event, payload}}) => this.#hear(event, payload));
    alerts.addEventListener('change', () => this.#all.some(({isHere}) => isHere) && this.#changed());
  }

  /** What is said to everyone of an alert that stands in the list of alerts is told there. */
  all() { return this.#all.filter((notice) => !notice.isHere || !this.isOfAlert(notice)); }
  get unread() { return this.#unread + this.all().filter(({isHere, isRead}) => isHere && !isRead).length; }
  find(id) { return this.#all.find((notice) => notice.id === id); }

  isOfAlert({isHere, isOfAlerts, title, from}) {
    return isOfAlerts || (isHere && this.#alerts.all().some((alert) => plain(alert.title) === title && plain(alert.source, 128) === from));
  }

  clear() {
    ++this.#round;
    this.#all = [];
    this.#unread = 0;
    this.hasOlder = false;
    this.#changed();
  }

  #changed() { this.dispatchEvent(new Event('change')); }

  #hear(event, payload) {
    if (event === 'alerts.notified' && !this.find(payload.id)) {
      this.#unread += !payload.is_read;
      this.#put(ofNotification(payload));
    } else if (event === 'alerts.broadcast') {
      this.#put(ofBroadcast(payload, ++this.#lastHere));
    }
  }

  #put(notice) {
    this.#all.unshift(notice);
    if (this.#all.filter(({isHere}) => isHere).length > mostHere) {
      this.#all.splice(this.#all.findLastIndex(({isHere}) => isHere), 1);
    }
    if (this.#all.length > mostKept) {
      this.#all.pop();
      this.hasOlder = true;
    }
    this.#changed();
    this.dispatchEvent(new CustomEvent('arrived', {detail: notice}));
  }

  loadOlder() { return this.load(this.#all.filter(({isHere}) => !isHere).length); }

  /** The newest page, or the one behind so many. */
  async load(offset = 0) {
    const round = ++this.#round;
    try {
      const {notifications, count, unread} = await this.#link.ask('alerts.notifications', {limit: page, offset});
      if (round !== this.#round) {
        return;
      }
      const found = notifications.map(ofNotification);
      const known = new Map(found.map((notice) => [notice.id, notice]));
      this.#all = [...this.#all.filter(({id}) => !known.has(id)), ...found]
        .sort((one, other) => other.at.localeCompare(one.at)).slice(0, mostKept);
      this.#unread = unread;
      this.hasOlder = notifications.length > 0 && this.#all.filter(({isHere}) => !isHere).length < count;
      this.trouble = '';
    } catch ({message}) {
      this.trouble = round === this.#round ? message : this.trouble;
    }
    this.#changed();
  }

  /** This one, or without an id all that are known now: one that comes before the answer may be newer than the question. */
  async read(id = '') {
    const asked = this.#all.filter((notice) => !notice.isRead && (!id || notice.id === id));
    asked.filter(({isHere}) => isHere).forEach((notice) => { notice.isRead = true; });
    this.#changed();
    if (id && !asked.some(({isHere}) => !isHere)) {
      return;
    }
    try {
      const {unread} = await this.#link.ask('alerts.read', id ? {notification_id: id} : {});
      asked.forEach((notice) => { notice.isRead = true; });
      this.#unread = unread;
      this.trouble = '';
    } catch ({message}) {
      this.trouble = `It stays unread: ${message}`;
    }
    this.#changed();
  }
}
