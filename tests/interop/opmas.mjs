// SPDX-License-Identifier: GPL-3.0-or-later
// OPMAS' WebSocket at /api/v1/ws/system, as its document tells it.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {assertTrue, kernel} from './support/machine.mjs';
import {webSocket} from './support/modules.mjs';

const WebSocket = webSocket();
const open = [];
let belfry;
let token;

function connect(place, query = `?token=${token}`) {
  const socket = new WebSocket(`${belfry.url.replace('http', 'ws')}/api/v1/ws/${place}${query}`);
  socket.heard = [];
  socket.on('message', (data, binary) => {
    socket.heard.push(binary ? data : JSON.parse(data));
    socket.emit('heard');
  });
  open.push(socket);
  return socket;
}

/** The next message that `wanted` likes; those before it are dropped. */
async function hear(socket, wanted) {
  for (;;) {
    while (socket.heard.length) {
      const message = socket.heard.shift();
      if (wanted(message)) {
        return message;
      }
    }
    await Promise.race([once(socket, 'heard'), once(socket, 'close').then(([code]) => { throw new Error(`closed: ${code}`); })]);
  }
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
});
after(async () => {
  open.forEach((socket) => socket.terminate());
  await belfry?.remove();
});

test('system.metrics comes in the documented envelope and is true', async () => {
  const earlier = kernel();
  const began = Date.now();
  const socket = connect('system');
  const message = await hear(socket, ({type, data}) => type === 'system.metrics' && Date.parse(data.timestamp) > began);
  assert.deepEqual(Object.keys(message).sort(), ['data', 'subject', 'type']);
  assert.equal(typeof message.subject, 'string');
  assertTrue(message.data, earlier);
});

test('the other endpoints open and hear no metrics', async () => {
  const system = connect('system');
  const others = ['devices', 'agents', 'rules'].map((place) => connect(place));
  await Promise.all(others.map((socket) => once(socket, 'open')));
  await hear(system, ({type}) => type === 'system.metrics');
  await hear(system, ({type}) => type === 'system.metrics');
  for (const socket of others) {
    assert.equal(socket.readyState, WebSocket.OPEN);
    assert.ok(!socket.heard.some(({type}) => type === 'system.metrics'));
  }
});

test('a path that is not there is refused before the upgrade', async () => {
  const [error] = await once(connect('nothing'), 'error');
  assert.match(error.message, /404/);
});

for (const [name, query] of [['no token', ''], ['an invalid token', '?token=eyJhbGciOiJub25lIn0.e30.'], ['an empty token', '?token=']]) {
  test(`${name} closes with 4001`, async () => {
    const [code] = await once(connect('system', query), 'close');
    assert.equal(code, 4001);
  });
}

test('ping is answered with the time', async () => {
  const socket = connect('system');
  await once(socket, 'open');
  socket.send(JSON.stringify({type: 'ping'}));
  const pong = await hear(socket, ({type}) => type === 'pong');
  assert.equal(pong.subject, 'session.pong');
  assert.ok(Math.abs(Date.parse(pong.data.timestamp) - Date.now()) < 60000);
});

test('a bad message is answered by an error and the connection stays', async () => {
  const socket = connect('system');
  await once(socket, 'open');
  for (const bad of ['{', '[]', '"ping"', '42', '{}', '{"type":"nonsense"}', '{"type":7}']) {
    socket.send(bad);
    const {subject, data} = await hear(socket, ({type}) => type === 'error');
    assert.equal(subject, 'session.error', bad);
    assert.equal(typeof data.code, 'string', bad);
    assert.equal(typeof data.error, 'string', bad);
    assert.ok(Number.isFinite(Date.parse(data.timestamp)), bad);
  }
  socket.send(JSON.stringify({type: 'ping'}));
  await hear(socket, ({type}) => type === 'pong');
});

test("a client's close is answered with 1000", async () => {
  const socket = connect('system');
  await once(socket, 'open');
  socket.close(1000);
  const [code] = await once(socket, 'close');
  assert.equal(code, 1000);
});

test('disabling the account closes with 4001', async () => {
  const admin = new WebSocket(`${belfry.url.replace('http', 'ws')}/console?token=${token}`);
  open.push(admin);
  await once(admin, 'open');
  const ask = async (id, command, params) => {
    admin.send(JSON.stringify({id, command, params}));
    for (;;) {
      const message = JSON.parse((await once(admin, 'message'))[0]);
      if (message.id === id) {
        assert.ok(message.reply, JSON.stringify(message));
        return;
      }
    }
  };
  const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
  await ask(1, 'identity.users.add', {...omar, role: 'viewer'});
  const socket = connect('system', `?token=${await belfry.login(omar)}`);
  await hear(socket, ({type}) => type === 'system.metrics');
  const closed = once(socket, 'close');
  await ask(2, 'identity.users.enable', {username: 'omar', enabled: false});
  assert.equal((await closed)[0], 4001);
});
