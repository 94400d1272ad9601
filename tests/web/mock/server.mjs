// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for Belfry that serves resources/web and speaks enough of the console dialect to show every state of the
// page, the rare ones too: full, restarting, signed out, throttled, first run.
//
// As a program: node server.mjs [PORT] serves until it is stopped; sign in as dana, "correct horse battery".
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {webSocketServer} from '../../interop/support/modules.mjs';
import {Machine} from './machine.mjs';

const pages = fileURLToPath(new URL('../../../resources/web/', import.meta.url));
const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml'};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

// A house where nothing is the matter and nobody has written.
const quiet = {'alerts.list': {alerts: [], count: 0, counts: {}}, 'chat.rooms.list': {rooms: []}, 'chat.commands': {words: []}, 'identity.join': {},
               'identity.presence.list': {users: []}, 'alerts.maintenance.list': {windows: []}};

export const account = {username: 'dana', password: 'correct horse battery', token: 'set-up-token'};

export class Mock {
  needsSetUp = false;
  renewable = false;
  throttled = 0;
  refuse = 0;
  /** The status that is answered to whatever is asked under /api/; 0: what is right. */
  broken = 0;
  version = '0.1.0';
  silent = false;
  /** How far the clock of the readings is off, ms. */
  shift = 0;
  processName = '';
  /** What commands are answered with, beside those that show the machine. */
  replies = {...quiet};
  /** How many connections were let in so far. */
  opened = 0;
  #machine = new Machine();
  #sequence = 0;
  #sessions = new Set();
  #epoch = Math.random().toString(36).slice(2, 10);
  #history = [];

  /** Listens on `port` (0: any free one) and returns the port. */
  async start(port = 0) {
    this.http = http.createServer((request, response) => this.#serve(request, response));
    const Server = webSocketServer();
    this.sockets = new Server({noServer: true});
    this.http.on('upgrade', (request, socket, head) =>
      this.sockets.handleUpgrade(request, socket, head, (client) => this.#open(client, request)));
    await new Promise((resolve) => this.http.listen(port, '127.0.0.1', resolve));
    this.timer = setInterval(() => this.#sample(), 1000);
    this.port = this.http.address().port;
    return this.port;
  }

  /** Closes every connection with `code` and stops listening. */
  async stop(code = 1001) {
    clearInterval(this.timer);
    this.closeAll(code);
    await new Promise((resolve) => { this.http.close(resolve); setTimeout(() => this.http.closeAllConnections(), 100); });
  }

  closeAll(code) { this.sockets.clients.forEach((client) => (code ? client.close(code) : client.terminate())); }

  /** How many connections hear readings. */
  get listeners() { return [...this.sockets.clients].filter((client) => client.hears).length; }

  signOutAll() { this.#sessions.clear(); }

  #session(request) { return this.#sessions.has(/belfry=(\w+)/.exec(request.headers.cookie ?? '')?.[1]); }

  #answer(response, status, content, headers = {}) {
    response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(JSON.stringify(content));
  }

  async #serve(request, response) {
    const place = new URL(request.url, 'http://x').pathname;
    if (place.startsWith('/api/')) {
      let body = '';
      for await (const part of request) {
        body += part;
      }
      if (this.broken) {
        this.#answer(response, this.broken, {});
        return;
      }
      this.#act(`${request.method} ${place}`, request, body && JSON.parse(body), response);
      return;
    }
    const file = path.join(pages, path.normalize(place === '/' ? '/index.html' : place));
    if (!fs.existsSync(file)) {
      this.#answer(response, 404, {});
      return;
    }
    response.writeHead(200, {'Content-Type': types[path.extname(file)] ?? 'text/plain', 'Content-Security-Policy': policy,
                             'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer'});
    fs.createReadStream(file).pipe(response);
  }

  #act(what, request, body, response) {
    const user = {id: 'u-1', username: account.username, display_name: 'Dana K.', role: 'admin'};
    const signedIn = this.#session(request);
    const good = body?.username === account.username && body?.password === account.password;
    if (what === 'GET /api/v1/me') {
      this.#answer(response, signedIn ? 200 : 401, signedIn ? user : {});
    } else if (what === 'GET /api/v1/setup') {
      this.#answer(response, 200, {needed: this.needsSetUp});
    } else if (what === 'POST /api/v1/setup') {
      const right = body.token === account.token;
      this.needsSetUp &&= !right;
      this.#answer(response, right ? 201 : 403, right ? user : {error: {code: 'forbidden', message: 'The set-up token is wrong or no longer valid.'}});
    } else if (what === 'POST /api/v1/auth/login' && this.throttled) {
      this.#answer(response, 429, {}, {'Retry-After': this.throttled});
    } else if ((what === 'POST /api/v1/auth/login' && good) || (what === 'POST /api/v1/auth/refresh' && this.renewable)) {
      const key = Math.random().toString(36).slice(2);
      this.#sessions.add(key);
      this.#answer(response, 200, {access_token: 'x'}, {'Set-Cookie': `belfry=${key}; HttpOnly; SameSite=Strict; Path=/`});
    } else if (what === 'POST /api/v1/auth/logout') {
      this.#sessions.delete(/belfry=(\w+)/.exec(request.headers.cookie ?? '')?.[1]);
      this.#answer(response, 200, {});
    } else {
      this.#answer(response, what.startsWith('POST /api/v1/auth/') ? 401 : 404, {});
    }
  }

  #open(client, request) {
    if (this.refuse) {
      client.close(this.refuse);
      return;
    }
    this.opened += 1;
    const say = (message) => client.send(JSON.stringify(message));
    say({hello: {server: 'belfry', version: this.version, epoch: this.#epoch, sequence: this.#sequence,
                 signed_in: this.#session(request)}});
    client.on('message', (data) => {
      if (this.silent) {
        return;
      }
      const {id, command, params} = JSON.parse(data);
      if (command === 'session.subscribe') {
        client.hears = true;
        say({id, reply: {epoch: this.#epoch, sequence: this.#sequence, recovered: params.epoch === this.#epoch}});
      } else if (command === 'session.unsubscribe') {
        client.hears = false;
        say({id, reply: {epoch: this.#epoch, sequence: this.#sequence, recovered: false}});
      } else if (command === 'metrics.current') {
        say({id, reply: this.#read()});
      } else if (command === 'metrics.history') {
        say({id, reply: this.#recorded(params)});
      } else if (command === 'session.ping') {
        say({id, reply: {timestamp: new Date().toISOString()}});
      } else if (command in this.replies) {
        say({id, reply: this.replies[command]});
      } else {
        say({id, error: {code: 'unknown_command', message: 'There is no such command.'}});
      }
    });
  }

  /** Four minutes of invented past with a hole in it, as a server that was off for a moment would have. */
  #recorded({names, to}) {
    const end = Math.floor(Date.parse(to) / 1000) * 1000;
    const seconds = Array.from({length: 240}, (_, index) => 240 - index).filter((ago) => ago < 100 || ago > 130);
    const wave = (at, slow, top) => top * (1 + Math.sin(at / slow)) / 2;
    const shapes = {'cpu.usage': (at) => 8 + wave(at, 9000, 30) + wave(at, 2100, 9), 'memory.used': (at) => 9e9 + wave(at, 4e4, 4e8),
                    'reach.rtt': (at) => 2 + wave(at, 9000, 3), 'net.rx': (at) => wave(at, 12000, 6e6) + wave(at, 3100, 8e5),
                    'net.tx': (at) => wave(at, 7000, 2e6)};
    return {bucket: 1, tier: 1, series: names.map((name) => ({name, unit: '', points: seconds.map((ago) => {
      const value = (shapes[name] ?? ((at) => wave(at, 15000, 2e6)))(end - ago * 1000);
      return [end - ago * 1000, value, value, value, 1];
    })}))};
  }

  #read() {
    const reading = this.#machine.read();
    reading.timestamp = new Date(Date.parse(reading.timestamp) + this.shift).toISOString();
    reading.processes[0].name = this.processName || reading.processes[0].name;
    return reading;
  }

  #sample() {
    const payload = this.#read();
    this.tell('metrics.sampled', payload, payload.timestamp);
  }

  /** Tells a fact to everybody who hears any. */
  tell(event, payload, at = new Date().toISOString()) {
    ++this.#sequence;
    for (const client of this.sockets.clients) {
      if (client.hears && !this.silent) {
        client.send(JSON.stringify({event, sequence: this.#sequence, at, priority: 3, source: 'mock', payload}));
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mock = new Mock();
  console.log(`Listening on http://127.0.0.1:${await mock.start(Number(process.argv[2] ?? 8100))}`);
}
