// SPDX-License-Identifier: GPL-3.0-or-later
// Says how the connection is: the dot in the bar at once, the banner only when it lasts.

import {find, write} from './dom.js';
import {time} from './format.js';

const patience = 2500;
const words = {
  connecting: 'Connecting…', live: 'Live', stale: 'Waiting', offline: 'Offline', full: 'Server full',
  expired: 'Signed out', outdated: 'Out of date', stopped: '',
};

export class Status {
  #link;
  #lastReading = () => null;
  #lostAt = 0;
  #shown = false;
  #untilBack = 0;
  #notice = null;
  #actions;

  /** `lastReading` gives the moment of the newest reading in ms, or null. */
  constructor(link, lastReading, actions) {
    this.#link = link;
    this.#lastReading = lastReading;
    this.#actions = actions;
    link.addEventListener('state', () => this.#turn());
    link.addEventListener('ready', (event) => this.#back(event.detail.missed));
    setInterval(() => this.#draw(), 500);
  }

  /** Says something the person has to know, before anything of the connection, until it is settled. */
  notify(text, action) {
    this.#notice = {text, action};
    this.#draw();
  }

  settle() {
    this.#notice = null;
    this.#draw();
  }

  #turn() {
    const {state} = this.#link;
    find('state').dataset.state = state;
    write(find('state-word'), words[state]);
    if (state === 'live') {
      this.#lostAt = 0;
    } else if (!this.#lostAt) {
      this.#lostAt = performance.now();
    }
    this.#draw();
  }

  #back(missed) {
    if (this.#shown && !this.#notice) {
      this.#untilBack = performance.now() + 4000;
      const changes = missed ? ` ${missed} ${missed === 1 ? 'change' : 'changes'} while you were away.` : '';
      this.#say(`Live again.${changes}`, 'good');
    }
    this.#shown = false;
  }

  #draw() {
    const {state, code} = this.#link;
    const blip = performance.now() - this.#lostAt < patience;
    const atOnce = code === 1001 || ['expired', 'outdated', 'full'].includes(state);
    if (this.#notice) {
      this.#say(this.#notice.text, 'alert', '', this.#notice.action);
    } else if (state === 'live' || state === 'stopped') {
      if (performance.now() > this.#untilBack) {
        find('banner').hidden = true;
      }
    } else if (atOnce || !blip) {
      this.#lost(state, code);
    }
    document.body.classList.toggle('dim', state !== 'live' && state !== 'stopped' && (atOnce || !blip));
  }

  #lost(state, code) {
    const left = Math.max(0, Math.ceil((this.#link.retryAt - Date.now()) / 1000));
    const wait = state === 'connecting' ? 'Trying now…' : `Trying again in ${left} s.`;
    const retry = ['Retry now', this.#actions.retry];
    const moment = this.#lastReading();
    const data = moment ? `Showing data from ${time(moment)}.` : 'No data yet.';
    this.#shown = true;
    if (state === 'expired') {
      this.#say('You were signed out.', 'alert', '', ['Sign in', this.#actions.signIn]);
    } else if (state === 'outdated') {
      this.#say('This page is out of date.', 'alert', '', ['Reload', () => location.reload()]);
    } else if (code === 1013) {
      this.#say('The server is full.', 'alert', wait, retry);
    } else if (code === 1011) {
      this.#say('The server had an internal problem.', 'alert', wait, retry);
    } else if (code === 1001) {
      this.#say('The server is restarting.', 'wait', wait, retry);
    } else if (!navigator.onLine) {
      this.#say(`Your device is offline. ${data}`, 'wait', ...(state === 'stale' ? [] : [wait, retry]));
    } else if (state === 'stale') {
      this.#say(`The server is silent. ${data}`, 'wait');
    } else {
      this.#say(`Connection lost. ${data}`, 'wait', wait, retry);
    }
  }

  #say(text, kind, count = '', action = null) {
    const button = find('banner-action');
    find('banner').hidden = false;
    find('banner').dataset.kind = kind;
    find('banner-text').setAttribute('role', kind === 'alert' ? 'alert' : 'status');
    write(find('banner-text'), text);
    write(find('banner-count'), count);
    button.hidden = !action;
    if (action) {
      write(button, action[0]);
      button.onclick = action[1];
    }
  }
}
