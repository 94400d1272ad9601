// SPDX-License-Identifier: GPL-3.0-or-later
// Every published client, by every transport, plain and over TLS, as one crowd that is told and asked together.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

import {socketIo} from '../interop/support/modules.mjs';
import {keyHash} from '../web/support/browser.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const patience = 150000;
const manners = {WebSocket: ['websocket'], polling: ['polling'], upgraded: ['polling', 'websocket']};

export const javaScript = ['socket.io-client', 'socket.io-client-4.8', 'chromium'];
export const python = ['python', 'python-blocking'];
export const everyKind = [...javaScript, ...python, 'ws'];

/** A certificate for these addresses: the names of its files. */
export function makeCertificate(where, addresses) {
  const files = {certificate: path.join(where, 'fleet.pem'), key: path.join(where, 'fleet.key')};
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-days', '2', '-subj', '/CN=fleet', '-addext', `subjectAltName=${addresses.map((each) => `IP:${each}`).join()}`,
    '-keyout', files.key, '-out', files.certificate], {stdio: 'ignore'});
  return files;
}

/** What a client is to do at belfry-conformance, or at Belfry for whom `token` is good. */
const tasks = {
  conformance: () => ({event: 'ev', ask: 'echo', isDense: true}),
  belfry: (token) => ({event: 'metrics_update', ask: 'get_current_metrics', isDense: false, auth: {token}}),
};

/** A client of each of `kinds` by each of `by`, plain and over TLS, at `place` (address:port), which gives up an attempt to
 *  connect after `timeout` ms.
 *
 *  Not `reconnects`: python-socketio does not come back by itself, but the program takes a new client. By itself it waits
 *  one second for its namespace and may then leave the former reader at work beside the new one (5.7.2). */
export function everyClient(place, {kinds = everyKind, by = Object.keys(manners), token, label = '', timeout = 20000,
                                    reconnects = true} = {}) {
  const {auth, ...task} = token ? tasks.belfry(token) : tasks.conformance();
  const specs = [];
  for (const kind of kinds) {
    for (const manner of kind === 'ws' ? ['WebSocket'] : by) {
      for (const [scheme, security] of [['http', 'plain'], ['https', 'TLS']]) {
        const spec = {name: `${label}${kind}, ${manner}, ${security}`, kind, reconnects, ...task, url: `${scheme}://${place}`,
                      options: {transports: manners[manner], auth, forceNew: true, timeout, reconnectionDelay: 200,
                                reconnectionDelayMax: 3000}};
        specs.push(kind === 'ws' ? {...spec, ...lineOf(spec, token)} : spec);
      }
    }
  }
  return specs;
}

function lineOf({url}, token) {
  const socketUrl = url.replace('http', 'ws');
  return token
    ? {tongue: 'console', event: 'metrics.sampled', url: `${socketUrl}/console`,
       options: {headers: {Authorization: `Bearer ${token}`}}}
    : {url: `${socketUrl}/socket.io/?EIO=4&transport=websocket`, options: {}};
}

/** One program that runs clients. */
class Crew {
  #waiting = [];

  constructor(command) {
    this.child = spawn(command[0], command.slice(1), {stdio: ['pipe', 'pipe', 'inherit']});
    process.once('exit', () => this.child.kill('SIGKILL'));
    this.ended = new Promise((resolve) => { this.child.on('close', resolve); });
    this.child.stdin.on('error', () => {});
    this.child.on('close', () => this.#waiting.splice(0).forEach(({reject}) =>
      reject(new Error(`${command.at(-1)} ended`))));
    readline.createInterface({input: this.child.stdout})
      .on('line', (line) => this.#waiting.shift().resolve(JSON.parse(line)));
  }

  ask(command, rest = {}) {
    this.child.stdin.write(`${JSON.stringify({command, ...rest})}\n`);
    return new Promise((resolve, reject) => { this.#waiting.push({resolve, reject}); });
  }

  end() {
    this.child.stdin.end();
    return this.ended;
  }
}

export class Fleet {
  #crews;
  #patience;

  /** `prefix` runs a command where the clients are to be; `patience` (ms) is how long all may take to what is waited
   *  for. */
  constructor({prefix = [], patience: longest = patience} = {}) {
    this.#patience = longest;
    this.#crews = {js: new Crew([...prefix, process.execPath, path.join(folder, 'crew.mjs')]),
                   py: new Crew([...prefix, '/usr/bin/python3', path.join(folder, 'crew.py')])};
  }

  /** Lets these clients connect; `caFile` is whom they trust. */
  async enlist(specs, caFile) {
    const ca = fs.readFileSync(caFile, 'utf8');
    const [js, py] = [false, true].map((isPython) => specs.filter(({kind}) => python.includes(kind) === isPython));
    await Promise.all([js.length && this.#crews.js.ask('enlist', {specs: js, ca, keys: [keyHash(ca)]}),
                       py.length && this.#crews.py.ask('enlist', {specs: py, caFile})]);
  }

  /** By name: {sessions: [{recovered, acked, runs}], isConnected, transport}. */
  async report() {
    const parts = await Promise.all(Object.values(this.#crews).map((crew) => crew.ask('report')));
    return Object.assign({}, ...parts);
  }

  /** Waits until `holds(state, name)` for all, and gives their states. */
  async until(what, holds) {
    const deadline = Date.now() + this.#patience;
    for (;;) {
      const states = await this.report();
      const late = Object.entries(states).filter(([name, state]) => !holds(state, name));
      if (late.length === 0) {
        return states;
      }
      if (Date.now() > deadline) {
        assert.fail(`${what}: not within ${this.#patience} ms\n${late.map((each) => JSON.stringify(each)).join('\n')}`);
      }
      await sleep(200);
    }
  }

  /** Lets the clients of JavaScript of a kind (plain, TLS) drop what they have and connect anew. */
  renew(kind) { return this.#crews.js.ask('renew', {kind}); }

  leave() { return Promise.all(Object.values(this.#crews).map((crew) => crew.ask('leave'))); }

  end() { return Promise.all(Object.values(this.#crews).map((crew) => crew.end())); }
}

export const newest = (state) => state.sessions.at(-1);

/** The last number a client heard in the newest of its connections; -1: none yet. */
export const lastHeard = (state) => newest(state)?.runs.at(-1)?.[1] ?? -1;

/** A client that is connected by the transport it ends up with, has its answer, and hears. */
export const isWell = (state, name) =>
  state.isConnected && newest(state).acked && lastHeard(state) >= 0 &&
  state.transport === (name.includes('polling') ? 'polling' : 'websocket');

/** Nothing came twice or out of order, and nothing is missing but between two connections of a client that could not
 *  come back as who it was. */
export function assertAccount(states) {
  for (const [name, {sessions, isDense}] of Object.entries(states)) {
    let last = -1;
    for (const {recovered, runs} of sessions) {
      assert.ok(runs.length <= 1, `${name}: lost, doubled or out of order: ${JSON.stringify(sessions)}`);
      if (runs.length === 1) {
        const [first] = runs[0];
        assert.ok(first > last, `${name}: heard again: ${JSON.stringify(sessions)}`);
        assert.ok(!(recovered && isDense && last >= 0) || first === last + 1,
                  `${name}: lost while it was away: ${JSON.stringify(sessions)}`);
        last = runs[0][1];
      }
    }
  }
}

/** Who says `pub` with growing numbers. It comes back by itself when the server does. */
export class Publisher {
  #socket;
  #timer = null;
  count = 0;

  constructor(url) {
    this.#socket = socketIo('socket.io-client-4.8')(url, {transports: ['websocket'], forceNew: true,
                                                         reconnectionDelay: 100, reconnectionDelayMax: 500});
  }

  /** So many each `pause` milliseconds, as long as there is a connection. */
  start(each, pause) {
    this.#timer = setInterval(() => {
      for (let i = 0; i < each && this.#socket.connected; ++i) {
        this.#socket.emit('pub', ++this.count);
      }
    }, pause);
  }

  /** The number of the last one, which the server has said. */
  async stop() {
    clearInterval(this.#timer);
    await this.#socket.timeout(patience).emitWithAck('echo');
    return this.count;
  }

  end() {
    clearInterval(this.#timer);
    this.#socket.disconnect();
  }
}
