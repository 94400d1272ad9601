// SPDX-License-Identifier: GPL-3.0-or-later
// A page that runs the printed JavaScript of a contract, and remembers what that makes of what it hears.
//
// The code is run as it is printed. What a page has from elsewhere is given: the clients' libraries, the functions the
// code calls, a token in place of the documents' `your_jwt_token`, and the ports: 8000, 5001 and 5000 of a machine on
// which other tests run are somebody else's, so `localhost:8000` leads to whichever port stands for it.
import {EventEmitter, once} from 'node:events';
import fs from 'node:fs';
import vm from 'node:vm';

import {Belfry, freePort} from './belfry.mjs';
import {socketIo, webSocket} from './modules.mjs';

const printedPorts = [8000, 5001, 5000];

/** The snippets of a document: Map from the heading to the code; the second under one heading is "heading 2". */
export function snippetsOf(file) {
  const snippets = new Map();
  let under = '';
  for (const [, heading, code] of fs.readFileSync(file, 'utf8').matchAll(/^#+ ([^\n]*)$|^```javascript\n(.*?)^```$/gms)) {
    if (heading) {
      under = heading;
      continue;
    }
    let name = under;
    for (let i = 2; snippets.has(name); ++i) {
      name = `${under} ${i}`;
    }
    snippets.set(name, code);
  }
  return snippets;
}

/** Belfry as the documents find it: listening on the three printed ports, or those that stand for them, and letting in
 *  as administrators those who come from this machine without a token. */
export async function startPrinted() {
  const ports = [await freePort(), await freePort(), await freePort()];
  const args = ports.slice(1).flatMap((port) => ['--listen', `127.0.0.1:${port}`]);
  const belfry = await Belfry.start({port: ports[0], args: ['--guests', 'loopback', '--guest-role', 'admin', ...args]});
  belfry.placeOf = (url) => printedPorts.reduce((text, printed, i) => text.replace(`localhost:${printed}`, `127.0.0.1:${ports[i]}`), url);
  belfry.token = await belfry.login();
  belfry.publish = async (topic, payload) => {
    const answer = await belfry.post('/api/v1/events', {topic, payload}, {Authorization: `Bearer ${belfry.token}`});
    if (answer.status !== 200) {
      throw new Error(`Publishing ${topic} answered ${answer.status}: ${await answer.text()}`);
    }
  };
  return belfry;
}

export class Page {
  static #open = [];
  #context;
  #doing = new EventEmitter().setMaxListeners(0);
  #sockets = [];
  #timers = [];
  #isEnded = false;
  calls = []; ///< [name, ...arguments] of console.log, console.error and the functions given by name
  intervals = []; ///< what setInterval was given; nothing calls it but the test
  timeouts = []; ///< the same of setTimeout, where the page was made with `isClockOurs`

  /** `functions`: names of what the code calls; `given`: whatever else it finds. */
  constructor(belfry, {functions = [], given = {}, token = belfry.token, isClockOurs = false} = {}) {
    const page = this;
    const place = (url) => belfry.placeOf(url).replace('your.jwt.token', token);
    const io = (url, options = {}) => {
      const auth = options.auth?.token === 'your_jwt_token' ? {auth: {...options.auth, token}} : {};
      const socket = socketIo()(place(url), {...options, ...auth, forceNew: true});
      page.#sockets.push({end: () => socket.disconnect()});
      return socket;
    };
    class PageSocket extends webSocket() {
      constructor(url) {
        super(place(url));
        this.on('error', () => {}); // a page that does not listen is not ended by it
        this.on('open', () => page.#note('opened', this));
        this.on('close', (code) => page.#note('closed', code));
        page.#sockets.push({end: () => this.terminate()});
      }
    }
    const spies = Object.fromEntries(functions.map((name) => [name, (...args) => page.#note(name, ...args)]));
    this.#context = vm.createContext({
      io, WebSocket: PageSocket, JSON, token,
      modules: {'socket.io-client': {io}, lodash: {throttle: (act) => act, debounce: (act) => act}},
      console: {log: (...args) => page.#note('log', ...args), error: (...args) => page.#note('error', ...args)},
      setTimeout: isClockOurs ? (act, ms) => page.timeouts.push({act, ms}) : (act, ms) => page.#later(act, ms),
      clearTimeout: isClockOurs ? () => {} : clearTimeout,
      setInterval: (act, ms) => page.intervals.push({act, ms}),
      clearInterval: (id) => page.#note('clearInterval', id),
      ...spies, ...given,
    });
    Page.#open.push(this);
  }

  /** A page is a script, in which nothing is imported: there the names come from `modules`. */
  run(code) {
    vm.runInContext(code.replace(/^import (\{.*\}) from '(.*)';$/gm, "const $1 = modules['$2'];"), this.#context);
    return this;
  }

  value(expression) { return vm.runInContext(expression, this.#context); }

  /** The arguments of the next call of this name that `wanted` likes, which is taken out of `calls`. */
  async next(name, wanted = () => true) {
    for (;;) {
      const at = this.calls.findIndex(([called, ...args]) => called === name && wanted(...args));
      if (at >= 0) {
        return this.calls.splice(at, 1)[0].slice(1);
      }
      await once(this.#doing, 'done');
    }
  }

  /** Waits until this was logged. */
  logged(...args) { return this.next('log', (...said) => args.every((arg, i) => said[i] === arg)); }

  has(name, wanted = () => true) { return this.calls.some(([called, ...args]) => called === name && wanted(...args)); }

  #later(act, ms) {
    const timer = this.#isEnded ? 0 : setTimeout(act, ms); // who is gone does not come back
    this.#timers.push(timer);
    return timer;
  }

  #end() {
    this.#isEnded = true;
    this.#timers.forEach(clearTimeout);
    this.#sockets.forEach(({end}) => end());
  }

  #note(...call) {
    this.calls.push(call);
    this.#doing.emit('done');
  }

  static endAll() {
    Page.#open.splice(0).forEach((page) => page.#end());
  }
}
