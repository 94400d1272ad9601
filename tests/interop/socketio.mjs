// SPDX-License-Identifier: GPL-3.0-or-later
// The published Socket.IO client, as Everyst's and the departments' users run it, against the real program.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import test, {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Belfry} from './support/belfry.mjs';
import {assertTrue, busyShare, kernel, near, processor, underLoad} from './support/machine.mjs';
import {socketIo} from './support/modules.mjs';

const io = socketIo();
const open = [];
let belfry;
let token;

function connect(options = {}) {
  const socket = io(belfry.url, {forceNew: true, reconnection: false, transports: ['websocket'], timeout: 10000, ...options});
  open.push(socket);
  return socket;
}

async function connected(options) {
  const socket = connect(options);
  await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
  return socket;
}

const ask = (socket, word, ...params) => socket.timeout(10000).emitWithAck(word, ...params);

const hear = async (socket, word) => (await once(socket, word))[0];

/** The next reading that was made after now. */
async function nextReading(socket, word = 'metrics_update') {
  const now = Date.now();
  for (;;) {
    const reading = await hear(socket, word);
    if (Date.parse(reading.timestamp) > now) {
      return reading;
    }
  }
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
});
after(async () => {
  open.forEach((socket) => socket.disconnect());
  await belfry?.remove();
});

const manners = {
  'WebSocket only, auth.token': () => ({auth: {token}}),
  'polling first, then upgraded': () => ({auth: {token}, transports: ['polling', 'websocket']}),
  'polling only': () => ({auth: {token}, transports: ['polling']}),
  'token in the query': () => ({query: {token}}),
  'token in the Authorization header': () => ({extraHeaders: {Authorization: `Bearer ${token}`}}),
  'token in the Authorization header, polling first': () =>
    ({extraHeaders: {Authorization: `Bearer ${token}`}, transports: ['polling', 'websocket']}),
};
for (const [manner, options] of Object.entries(manners)) {
  test(`signs in: ${manner}`, async () => {
    const socket = await connected(options());
    if (manner === 'polling first, then upgraded' && socket.io.engine.transport.name !== 'websocket') {
      await once(socket.io.engine, 'upgrade');
      assert.equal(socket.io.engine.transport.name, 'websocket');
    }
    const {status, metrics} = await ask(socket, 'get_current_metrics');
    assert.equal(status, 'success');
    assert.equal(typeof metrics.cpu.usage_percent, 'number');
    socket.disconnect();
  });
}

test('authenticate signs in a connection that came as nobody', async () => {
  const socket = await connected();
  const answer = await ask(socket, 'authenticate', {token});
  assert.equal(answer.status, 'success');
  assert.equal(typeof answer.user_id, 'string');
  assert.equal((await ask(socket, 'get_current_metrics')).status, 'success');
  const {status, user} = await ask(socket, 'get_user_info');
  assert.equal(status, 'success');
  assert.equal(user.id, answer.user_id);
  assert.equal(user.username, 'dana');
  assert.equal(user.is_active, true);
  assert.equal(user.is_staff, true);
});

test('authenticate refuses a wrong token and the connection stays', async () => {
  const socket = await connected();
  const answer = await ask(socket, 'authenticate', {token: 'not.a.token'});
  assert.equal(answer.status, 'error');
  assert.equal(typeof answer.message, 'string');
  assert.equal(socket.connected, true);
});

test('nobody is told "Authentication required" and hears no readings', async () => {
  const nobody = await connected();
  const heard = [];
  nobody.onAny((word) => heard.push(word));
  for (const [word, params] of [['get_current_metrics', []], ['set_metrics_interval', [{interval: 2}]], ['get_user_info', []]]) {
    assert.deepEqual(await ask(nobody, word, ...params), {status: 'error', message: 'Authentication required'}, word);
  }
  const known = await connected({auth: {token}});
  await nextReading(known);
  await nextReading(known);
  assert.ok(!heard.includes('metrics_update') && !heard.includes('system:health'), `heard ${heard}`);
});

test('a token that is not valid is refused at the door', async () => {
  for (const transports of [['websocket'], ['polling']]) {
    const socket = connect({auth: {token: 'eyJhbGciOiJub25lIn0.e30.'}, transports});
    const [error] = await Promise.race([once(socket, 'connect_error'), once(socket, 'connect').then(() => [null])]);
    assert.ok(error, 'it was let in');
    assert.equal(typeof error.message, 'string');
  }
});

test('an unknown word is acknowledged with an error', async () => {
  const socket = await connected({auth: {token}});
  const answer = await ask(socket, 'no_such_word', {});
  assert.equal(answer.status, 'error');
  assert.equal(answer.success, false);
});

test('metrics_update comes every second, flat and nested, and is true', async () => {
  const socket = await connected({auth: {token}});
  const earlier = kernel();
  const first = await nextReading(socket);
  assertTrue(first.metrics, earlier);
  assert.equal(first.timestamp, first.metrics.timestamp);
  assert.equal(first.cpu_usage, first.metrics.cpu.usage_percent);
  assert.equal(first.memory_usage, first.metrics.memory.usage_percent);
  assert.equal(first.disk_usage, first.metrics.disk.usage_percent);
  assert.equal(first.memory_total, Math.round(first.metrics.memory.total / 1024 ** 3 * 100) / 100);
  assert.equal(first.server_info.hostname, os.hostname());
  assert.equal(first.server_info.kernel, os.release());
  assert.ok(first.network_rx >= 0 && first.network_tx >= 0 && first.cpu_cores > 0);
  let last = Date.parse(first.timestamp);
  for (let count = 0; count < 4; ++count) {
    const at = Date.parse((await hear(socket, 'metrics_update')).timestamp);
    assert.ok(at - last >= 400 && at - last < 15_000, `${at - last} ms between two readings`);
    last = at;
  }
});

test('the share of the processors is the kernel\'s', async () => {
  const socket = await connected({auth: {token}});
  await underLoad(async (least) => {
    await nextReading(socket);
    const before = processor();
    const shares = [];
    while (shares.length < 5) {
      shares.push((await hear(socket, 'metrics_update')).cpu_usage);
    }
    const kernels = busyShare(before);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(kernels > least * 0.8, `the load did not come about: ${kernels} %`);
    near(mean, kernels, 100, 0.15, 'mean of five readings');
  });
});

test('get_current_metrics answers with every documented field', async () => {
  const socket = await connected({auth: {token}});
  const earlier = kernel();
  await nextReading(socket);
  const {status, metrics} = await ask(socket, 'get_current_metrics');
  assert.equal(status, 'success');
  assertTrue(metrics, earlier);
  assert.equal(typeof metrics.memory.free, 'number');
  assert.equal(typeof metrics.disk.free, 'number');
  assert.equal(typeof metrics.disk.usage_percent, 'number');
});

test('set_metrics_interval changes this connection alone', async () => {
  const fast = await connected({auth: {token}});
  const slow = await connected({auth: {token}});
  const answer = await ask(fast, 'set_metrics_interval', {interval: 0.5});
  assert.equal(answer.status, 'success');
  assert.equal(answer.interval, 0.5);
  assert.equal(typeof answer.message, 'string');
  const times = [];
  let others = 0;
  slow.on('metrics_update', () => ++others);
  await new Promise((resolve) => {
    fast.on('metrics_update', ({timestamp}) => {
      times.push(Date.parse(timestamp));
      if (times.length === 21) {
        resolve();
      }
    });
  });
  // However slow the machine is, this connection hears twice as often as one of the usual pace.
  assert.ok(times.every((at, index) => index === 0 || at > times[index - 1]), times.join());
  assert.ok(others < times.length * 0.9, `it heard ${times.length}, the other connection ${others}`);
});

test('set_metrics_interval refuses what is out of range', async () => {
  const socket = await connected({auth: {token}});
  for (const interval of [0, 0.1, 4000, -1, 'soon', null]) {
    const answer = await ask(socket, 'set_metrics_interval', {interval});
    assert.equal(answer.status, 'error', `${interval}`);
    assert.equal(typeof answer.message, 'string');
  }
});

test('system:health carries what the departments read', async () => {
  const socket = await connected({auth: {token}});
  const {timestamp, status} = await nextReading(socket, 'system:health');
  assert.match(timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.ok(status.cpu.usage >= 0 && status.cpu.usage <= 100);
  assert.ok('temperature' in status.cpu);
  assert.ok(status.memory.used > 0 && status.memory.used <= status.memory.total);
  assert.ok(status.storage.used > 0 && status.storage.used <= status.storage.total);
});

test('a namespace speaks its own contract only', async () => {
  const socket = io(`${belfry.url}/everyst`, {forceNew: true, reconnection: false, transports: ['websocket'], auth: {token}});
  open.push(socket);
  await once(socket, 'connect');
  const heard = new Set();
  socket.onAny((word) => heard.add(word));
  await nextReading(socket);
  await nextReading(socket);
  assert.ok(heard.has('metrics_update'));
  assert.ok(!heard.has('system:health'));
});

test('pages load the client from the server', async () => {
  const own = fileURLToPath(new URL('node_modules/socket.io-client-4.8/', import.meta.url));
  const {version} = JSON.parse(fs.readFileSync(`${own}package.json`));
  for (const [name, file] of [['socket.io.js', 'socket.io.min.js'], ['socket.io.min.js', 'socket.io.min.js'],
                              ['socket.io.esm.min.js', 'socket.io.esm.min.js']]) {
    const address = `${belfry.url}/socket.io/${name}`;
    const answer = await fetch(address);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/javascript; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=0');
    assert.equal(answer.headers.get('etag'), `"${version}"`);
    assert.equal(await answer.text(), fs.readFileSync(`${own}dist/${file}`, 'utf8'), 'not as its authors built it');
    for (const tag of [`"${version}"`, `W/"${version}"`]) {
      assert.equal((await fetch(address, {headers: {'If-None-Match': tag}})).status, 304);
    }
    assert.equal((await fetch(address, {headers: {'If-None-Match': '"4.0.0"'}})).status, 200);
  }
});

test('a client that lost its connection is who it was, where the server offers it', async () => {
  for (const [args, recovers] of [[['--recovery', '60'], true], [[], false]]) {
    const other = await Belfry.start({args});
    try {
      const socket = io(other.url, {auth: {token: await other.login()}, transports: ['websocket'], forceNew: true,
                                    reconnection: false});
      open.push(socket);
      await once(socket, 'connect');
      const {id} = socket;
      assert.equal((await ask(socket, 'set_metrics_interval', {interval: 0.5})).status, 'success');
      await hear(socket, 'metrics_update');
      const gone = once(socket, 'disconnect');
      socket.io.engine.close();
      await gone;
      const back = once(socket, 'connect');
      socket.connect();
      await back;
      assert.equal(Boolean(socket.recovered), recovers);
      assert.equal(socket.id === id, recovers);
      await hear(socket, 'metrics_update');
      socket.disconnect();
    } finally {
      await other.remove();
    }
  }
});

test('an unmodified client is back after a restart of the server', async () => {
  const other = await Belfry.start();
  try {
    for (const transports of [['websocket'], ['polling', 'websocket']]) {
      const socket = io(other.url, {auth: {token: await other.login()}, transports, forceNew: true});
      await once(socket, 'connect');
      const gone = once(socket, 'disconnect');
      await other.stop();
      await gone;
      await other.launch();
      await once(socket, 'connect');
      await hear(socket, 'metrics_update');
      socket.disconnect();
    }
  } finally {
    await other.remove();
  }
});
