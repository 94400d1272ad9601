// SPDX-License-Identifier: GPL-3.0-or-later
// The connection to /console: opens, listens, asks, notices silence, and tries again with growing waits.
//
// States, told by `state` events: connecting, live, stale, offline, expired, full, outdated, stopped.

const waits = [1, 2, 4, 8, 15, 30];
const silence = 5000;
const death = 12000;
const answer = 10000;

export class Link extends EventTarget {
  #socket = null;
  #pending = new Map();
  #nextId = 1;
  #attempt = 0;
  #retryTimer = 0;
  #watchTimer = 0;
  #heardAt = 0;
  #version = '';
  #epoch = null;
  #sequence = null;
  #topics;
  #wakeful = [];
  #renew;
  #renewedAt = -Infinity;

  state = 'stopped';
  code = 0;
  retryAt = 0;

  /** `renew` asks for more time for the session: 'good', 'refused', or 'unanswered' when nobody could say. */
  constructor(topics, renew) {
    super();
    this.#topics = new Set(topics);
    this.#renew = renew;
    document.addEventListener('visibilitychange', () => this.#look());
    addEventListener('online', () => this.retry());
    addEventListener('offline', () => this.#probe());
  }

  /** Connects, or tries again at once. */
  start() {
    clearTimeout(this.#retryTimer);
    this.#forget();
    this.#change('connecting', this.code);
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/console`);
    this.#socket = socket;
    this.#heardAt = performance.now();
    this.#watchTimer = setInterval(() => this.#watch(), 1000);
    socket.onmessage = (message) => this.#hear(message.data);
    socket.onclose = (close) => this.#drop(close.code);
  }

  /** Tries again at once unless connected or signed out. */
  retry() {
    if (!this.#socket && !['stopped', 'expired', 'outdated'].includes(this.state)) {
      this.start();
    }
  }

  stop() {
    clearTimeout(this.#retryTimer);
    this.#forget();
    this.#epoch = this.#sequence = null;
    this.#attempt = 0;
    this.#change('stopped', 0);
  }

  /** The reply, or a rejection with {code, message}. */
  ask(command, params = {}, patience = answer) {
    return new Promise((resolve, reject) => {
      if (this.#socket?.readyState !== WebSocket.OPEN) {
        reject({code: 'unavailable', message: 'Not connected.'});
        return;
      }
      const id = this.#nextId++;
      const timer = setTimeout(() => this.#settle(id, null, {code: 'unavailable', message: 'No answer.'}), patience);
      this.#pending.set(id, {resolve, reject, timer});
      this.#socket.send(JSON.stringify({id, command, params}));
    });
  }

  /** Hears these topics, too, until they are let go. */
  hear(topics) {
    topics.forEach((topic) => this.#topics.add(topic));
    this.ask('session.subscribe', {topics}).catch(() => {});
  }

  forgo(topics) {
    topics.forEach((topic) => this.#topics.delete(topic));
    this.ask('session.unsubscribe', {topics}).catch(() => {});
  }

  /** Hears these although the page is hidden. */
  stayAwakeFor(topics) { this.#wakeful = topics; }

  #settle(id, reply, error) {
    const waiting = this.#pending.get(id);
    if (waiting) {
      this.#pending.delete(id);
      clearTimeout(waiting.timer);
      error ? waiting.reject(error) : waiting.resolve(reply);
    }
  }

  #hear(text) {
    this.#heardAt = performance.now();
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (message.hello) {
      this.#greet(message.hello);
    } else if (message.event) {
      this.#take(message);
    } else if ('id' in message) {
      this.#settle(message.id, message.reply, message.error);
    }
    if (this.state === 'stale') {
      this.#change('live', 0);
    }
  }

  #take(event) {
    if (this.#sequence !== null && event.sequence <= this.#sequence) {
      return;
    }
    this.#sequence = event.sequence;
    this.dispatchEvent(new CustomEvent('fact', {detail: event}));
  }

  async #greet(hello) {
    if (!hello.signed_in) {
      this.#drop(4001);
      return;
    }
    if (this.#version && this.#version !== hello.version) {
      this.#drop(1003);
      return;
    }
    this.#version = hello.version;
    const missed = this.#epoch === hello.epoch && this.#sequence !== null
      ? Math.max(0, hello.sequence - this.#sequence) : null;
    try {
      await this.#subscribe();
      this.#attempt = 0;
      this.#change('live', 0);
      this.dispatchEvent(new CustomEvent('ready', {detail: {hello, missed}}));
    } catch {
      this.#socket?.close(1000);
    }
  }

  async #subscribe() {
    const since = this.#sequence !== null ? {since: this.#sequence, epoch: this.#epoch} : {};
    const reply = await this.ask('session.subscribe', {topics: [...this.#topics], ...since});
    if (!reply.recovered) {
      this.#sequence = reply.sequence;
    }
    this.#epoch = reply.epoch;
  }

  /** A hidden page hears only what keeps it awake; a page that is looked at again takes up where it is now. */
  async #look() {
    if (document.hidden) {
      this.ask('session.unsubscribe', {topics: [...this.#topics].filter((topic) => !this.#wakeful.includes(topic))}).catch(() => {});
      return;
    }
    this.#heardAt = performance.now();
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      this.retry();
      return;
    }
    try {
      await this.#subscribe();
      this.dispatchEvent(new CustomEvent('ready', {detail: {missed: null}}));
    } catch {
      this.#socket?.close(1000);
    }
  }

  #watch() {
    const quiet = document.hidden ? 0 : performance.now() - this.#heardAt;
    if (quiet > death) {
      this.#drop(1006);
    } else if (quiet > silence && this.state === 'live') {
      this.#change('stale', 0);
      this.#probe();
    }
  }

  /** Asks for a sign of life; whether the connection is lost, its silence tells. A browser that calls itself offline
   *  may be on the server's own machine. */
  #probe() { this.ask('session.ping').catch(() => {}); }

  #drop(code) {
    this.#forget();
    if (['stopped', 'expired', 'outdated'].includes(this.state)) {
      return;
    }
    if (code === 4001) {
      this.#prolong();
      return;
    }
    if (code === 1003) {
      this.#change('outdated', code);
      return;
    }
    const wait = code === 1013 ? 30 : waits[Math.min(this.#attempt, waits.length - 1)] * (0.8 + Math.random() * 0.4);
    ++this.#attempt;
    this.retryAt = Date.now() + wait * 1000;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.start(), wait * 1000);
    const unchanged = code === 1006 && this.state !== 'live' && this.code;
    this.#change(code === 1013 ? 'full' : 'offline', unchanged || code);
  }

  /** A session that ran out is renewed without a question, but not again and again. */
  async #prolong() {
    this.#change('connecting', 0);
    const mayAsk = performance.now() - this.#renewedAt > 10000;
    const answer = mayAsk ? await this.#renew() : 'refused';
    if (this.state !== 'connecting') {
      return;
    }
    if (answer === 'good') {
      this.#renewedAt = performance.now();
      this.start();
    } else if (answer === 'refused') {
      this.#change('expired', 4001);
    } else {
      this.#drop(1006);
    }
  }

  #forget() {
    clearInterval(this.#watchTimer);
    if (this.#socket) {
      this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
    for (const id of [...this.#pending.keys()]) {
      this.#settle(id, null, {code: 'unavailable', message: 'The connection was lost.'});
    }
  }

  #change(state, code) {
    this.code = code;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
