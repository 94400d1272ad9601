// SPDX-License-Identifier: GPL-3.0-or-later
// Belfry's own tongue at /console, spoken by a foreign WebSocket client.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import net from 'node:net';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {assertTrue, kernel} from './support/machine.mjs';
import {webSocket} from './support/modules.mjs';

const WebSocket = webSocket();
let belfry;
let token;

class Client {
  static #all = [];
  #nextId = 1;
  heard = [];

  constructor(options = {headers: {Authorization: `Bearer ${token}`}}, query = '') {
    this.socket = new WebSocket(`${belfry.url.replace('http', 'ws')}/console${query}`, options);
    this.closed = new Promise((resolve) => { this.socket.on('close', resolve); });
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(data));
      this.socket.emit('heard');
    });
    Client.#all.push(this);
  }

  static endAll() { Client.#all.forEach(({socket}) => socket.terminate()); }

  async hear(wanted) {
    for (;;) {
      while (this.heard.length) {
        const message = this.heard.shift();
        if (wanted(message)) {
          return message;
        }
      }
      await Promise.race([once(this.socket, 'heard'), this.closed.then((code) => { throw new Error(`closed: ${code}`); })]);
    }
  }

  hello() { return this.hear(({hello}) => hello).then(({hello}) => hello); }

  /** {reply} or {error}; what comes in between is kept. */
  async ask(command, params, id = this.#nextId++) {
    this.socket.send(JSON.stringify({id, command, ...(params === undefined ? {} : {params})}));
    const kept = [];
    const answer = await this.hear((message) => message.id === id || (kept.push(message), false));
    this.heard.unshift(...kept);
    return answer;
  }

  reading() { return this.hear(({event}) => event === 'metrics.sampled'); }
}

async function signedIn() {
  const client = new Client();
  await client.hello();
  return client;
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
});
after(async () => {
  Client.endAll();
  await belfry?.remove();
});

test('the server speaks first', async () => {
  const client = new Client();
  const hello = await client.hello();
  assert.equal(hello.server, 'belfry');
  assert.match(hello.version, /^\d+\.\d+\.\d+/);
  assert.equal(typeof hello.epoch, 'string');
  assert.ok(Number.isInteger(hello.sequence));
  assert.equal(hello.signed_in, true);
});

test('without a credential it waits for identity.authenticate', async () => {
  const client = new Client({});
  assert.equal((await client.hello()).signed_in, false);
  assert.equal((await client.ask('metrics.current')).error.code, 'authentication_required');
  assert.equal((await client.ask('identity.authenticate', {token})).reply.username, 'dana');
  assert.equal((await client.ask('identity.whoami')).reply.role, 'admin');
});

test('an invalid token in the handshake closes with 4001', async () => {
  assert.equal(await new Client({headers: {Authorization: 'Bearer nonsense'}}).closed, 4001);
  assert.equal(await new Client({}, '?token=nonsense').closed, 4001);
});

test('ten seconds without a sign-in close with 4001', async () => {
  assert.equal(await new Client({}).closed, 4001);
});

test('metrics.current is true', async () => {
  const earlier = kernel();
  const began = Date.now();
  const client = await signedIn();
  await client.ask('session.subscribe', {topics: ['metrics.*']});
  const {payload} = await client.hear(({event, payload}) => event === 'metrics.sampled' && Date.parse(payload.timestamp) > began);
  assertTrue(payload, earlier);
  const {reply} = await client.ask('metrics.current');
  assertTrue(reply, earlier);
  assert.ok(reply.volumes.some(({mount}) => mount === '/'));
  assert.ok(reply.processes.length > 0);
  assert.ok(reply.uptime > 0);
  assert.ok('lo' in reply.network.interfaces);
});

test('metrics.history gives what was recorded, in order', async () => {
  const client = await signedIn();
  await client.ask('session.subscribe', {topics: ['metrics.*']});
  await client.reading();
  await client.reading();
  await client.reading();
  const to = new Date();
  const from = new Date(to - 300000);
  for (let tries = 0; ; ++tries) {
    const {reply} = await client.ask('metrics.history', {names: ['cpu.usage', 'memory.used'], from, to, points: 300});
    assert.deepEqual(reply.series.map(({name}) => name), ['cpu.usage', 'memory.used']);
    const {points} = reply.series[0];
    if (points.length === 0 && tries < 60) {
      await client.reading();
      continue;
    }
    assert.ok(points.length > 0 && points.length <= 300);
    for (const [at, low, mean, high, count] of points) {
      assert.ok(at >= from - 1000 * reply.bucket && at <= to && low <= mean && mean <= high && count >= 1);
    }
    assert.ok(points.every(([at], index) => index === 0 || at > points[index - 1][0]));
    break;
  }
});

test('nothing is sent until it is asked for, and no longer than that', async () => {
  const quiet = await signedIn();
  const client = await signedIn();
  const {reply} = await client.ask('session.subscribe', {topics: ['metrics.sampled']});
  assert.equal(reply.recovered, false);
  const first = await client.reading();
  assert.ok(first.sequence > reply.sequence);
  assert.equal(first.priority, 3);
  assert.ok(Number.isFinite(Date.parse(first.at)));
  assert.ok((await client.reading()).sequence > first.sequence);
  assert.ok(!quiet.heard.some(({event}) => event));
  await client.ask('session.unsubscribe', {topics: ['metrics.sampled']});
  client.heard.length = 0;
  await quiet.ask('session.subscribe', {topics: ['metrics.sampled']});
  await quiet.reading();
  await quiet.reading();
  assert.ok(!client.heard.some(({event}) => event));
});

test('after a cut the missed facts follow', async () => {
  const first = await signedIn();
  const {reply: start} = await first.ask('session.subscribe', {topics: ['metrics.*']});
  const last = await first.reading();
  first.socket.terminate();
  const other = await signedIn();
  await other.ask('session.subscribe', {topics: ['metrics.*']});
  await other.reading();
  const missed = await other.reading();
  const second = await signedIn();
  const {reply} = await second.ask('session.subscribe', {topics: ['metrics.*'], since: last.sequence, epoch: start.epoch});
  assert.equal(reply.recovered, true);
  assert.equal(reply.epoch, start.epoch);
  assert.ok((await second.reading()).sequence >= missed.sequence, 'only the newest of the readings follows');
});

test('an epoch or a position of another run is not recovered', async () => {
  const client = await signedIn();
  assert.equal((await client.ask('session.subscribe', {topics: ['metrics.*'], since: 1, epoch: 'elsewhere'})).reply.recovered, false);
  const {reply} = await client.ask('session.subscribe', {topics: ['metrics.*']});
  const ahead = await client.ask('session.subscribe', {topics: ['metrics.*'], since: reply.sequence + 1e6, epoch: reply.epoch});
  assert.equal(ahead.reply.recovered, false);
});

test('errors carry their code and the id that was sent', async () => {
  const client = await signedIn();
  assert.equal((await client.ask('no.such', {}, 'a-text')).error.code, 'unknown_command');
  const wrong = await client.ask('metrics.interval', {interval: 'soon'});
  assert.equal(wrong.error.code, 'invalid');
  assert.match(wrong.error.message, /interval/);
  assert.equal((await client.ask('metrics.history', {names: 'cpu.usage'})).error.code, 'invalid');
});

test('what is no command is answered and the connection stays', async () => {
  const client = await signedIn();
  for (const bad of ['{', '', 'ping', '[]', '7', 'null', '{"id":1}', '{"command":7}', '{"id":{},"command":"session.ping"}', '\u0000']) {
    client.socket.send(bad);
    assert.equal((await client.hear(({error}) => error)).error.code, 'invalid', JSON.stringify(bad));
  }
  assert.ok((await client.ask('session.ping')).reply.timestamp);
});

test('roles are kept: a viewer may look but not manage', async () => {
  const admin = await signedIn();
  const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
  assert.ok((await admin.ask('identity.users.add', {...omar, role: 'viewer'})).reply.id);
  assert.equal((await admin.ask('identity.users.add', {...omar, role: 'viewer'})).error.code, 'conflict');
  const viewer = new Client({headers: {Authorization: `Bearer ${await belfry.login(omar)}`}});
  await viewer.hello();
  assert.ok((await viewer.ask('metrics.current')).reply.cpu);
  assert.equal((await viewer.ask('identity.users.list')).error.code, 'forbidden');
  assert.equal((await viewer.ask('metrics.interval', {interval: 0.5})).error.code, 'forbidden');
  assert.equal((await viewer.ask('metrics.interval', {interval: 2})).reply.interval, 2);
});

/** A handshake by hand, so that the frames after it can be wrong; resolves when the server ended it. */
function rawFrames(frames) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(belfry.port, '127.0.0.1', () => {
      socket.write(`GET /console?token=${token} HTTP/1.1\r\nHost: 127.0.0.1:${belfry.port}\r\nUpgrade: websocket\r\n` +
        'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n');
    });
    let greeted = false;
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        assert.match(data.toString('latin1'), /^HTTP\/1\.1 101/);
        socket.write(Buffer.from(frames));
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => (greeted ? resolve() : reject(new Error('no handshake'))));
  });
}

test('broken frames end their own connection and nobody else hears of it', async () => {
  const witness = await signedIn();
  await witness.ask('session.subscribe', {topics: ['metrics.*']});
  const first = await witness.reading();
  await rawFrames([0x81, 0x02, 0x7b, 0x7d]);
  await rawFrames([0x83, 0x80, 1, 2, 3, 4]);
  await rawFrames([0xf1, 0x80, 1, 2, 3, 4]);
  await rawFrames([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
  await rawFrames([0x80, 0x80, 1, 2, 3, 4]);
  await rawFrames([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0]);
  await rawFrames([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]);
  assert.ok((await witness.reading()).sequence > first.sequence);
  assert.ok((await witness.ask('session.ping')).reply);
});

test('a message above 1 MiB closes with 1009', async () => {
  const client = await signedIn();
  client.socket.send(JSON.stringify({id: 1, command: 'session.ping', params: {x: 'y'.repeat(1100000)}}));
  assert.equal(await client.closed, 1009);
});

test('a foreign Origin is refused before the upgrade', async () => {
  const client = new Client({headers: {Authorization: `Bearer ${token}`}, origin: 'http://evil.example'});
  const [error] = await once(client.socket, 'error');
  assert.match(error.message, /403/);
});

test('a foreign Host is refused', async () => {
  const client = new Client({headers: {Authorization: `Bearer ${token}`, Host: 'evil.example'}});
  const [error] = await once(client.socket, 'error');
  assert.match(error.message, /4\d\d/);
});

test('a server that stops says goodbye with 1001', async () => {
  const client = await signedIn();
  await client.ask('session.subscribe', {topics: ['metrics.*']});
  await client.reading();
  assert.equal((await belfry.stop()).code, 0);
  assert.equal(await client.closed, 1001);
});
