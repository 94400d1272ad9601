// SPDX-License-Identifier: GPL-3.0-or-later
// The published Socket.IO clients, by every transport, against belfry-conformance: what the contracts do not use yet.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, afterEach, before, describe} from 'node:test';

import {socketIo} from '../interop/support/modules.mjs';
import {soon, Subject} from './subject.mjs';

// What is tested here is not how fast a client answers a ping.
const patientPings = ['--ping-interval', '5000', '--ping-timeout', '20000'];
let subject;
const open = [];

before(async () => { subject = await Subject.start(...patientPings); });
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
after(() => subject.stop());

const hear = (socket, word) => soon(once(socket, word), word);

const manners = {
  'WebSocket': {transports: ['websocket']},
  'polling': {transports: ['polling']},
  'polling, then upgraded': {transports: ['polling', 'websocket']},
  'WebSocket or polling': {transports: ['websocket', 'polling']},
};

for (const name of ['socket.io-client', 'socket.io-client-4.8']) {
  test(`${name} recovers`, async () => {
    const recovering = await Subject.start(...patientPings, '--recovery', '60');
    const io = socketIo(name);
    const [socket, other] = [0, 1].map(() => io(recovering.http, {forceNew: true, reconnection: false,
                                                                 transports: ['websocket']}));
    open.push(socket, other);
    try {
      await Promise.all([hear(socket, 'auth'), hear(other, 'auth')]);
      assert.equal(socket.recovered, false);
      const {id} = socket;
      const gone = hear(socket, 'disconnect');
      socket.io.engine.close();
      await gone;
      const news = hear(other, 'ev');
      other.emit('pub', 'news');
      await news;
      const missed = hear(socket, 'ev');
      const back = hear(socket, 'connect');
      socket.connect();
      await back;
      assert.equal(socket.recovered, true);
      assert.equal(socket.id, id);
      assert.equal((await missed)[0], 'news');
    } finally {
      socket.disconnect();
      other.disconnect();
      await recovering.stop();
    }
  });
}

for (const name of ['socket.io-client', 'socket.io-client-4.8']) {
  const io = socketIo(name);
  for (const [manner, options] of Object.entries(manners)) {
    describe(`${name}, ${manner}`, () => {
      /** A client in the namespace; what was said to it at once is not lost. */
      const connected = async (nsp = '/', extra = {}) => {
        const socket = io(subject.http + nsp, {forceNew: true, reconnection: false, ...options, ...extra});
        open.push(socket);
        const auth = once(socket, 'auth');
        await soon(Promise.race([
          once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]), 'connect');
        [socket.toldAuth] = await soon(auth, 'auth');
        if (manner === 'polling, then upgraded' && socket.io.engine.transport.name !== 'websocket') {
          await soon(once(socket.io.engine, 'upgrade'), 'upgrade');
          assert.equal(socket.io.engine.transport.name, 'websocket');
        }
        return socket;
      };

      test('signs in and talks', async () => {
        const socket = await connected('/', {auth: {token: 'T'}});
        assert.deepEqual(socket.toldAuth, {token: 'T'});
        const back = hear(socket, 'message-back');
        socket.emit('message', 1, '2', {3: [true]}, 'ä€😀', null);
        assert.deepEqual(await back, [1, '2', {3: [true]}, 'ä€😀', null]);
      });

      test('talks binary', async () => {
        const socket = await connected();
        const back = hear(socket, 'message-back');
        const bytes = Buffer.from([0, 1, 2, 255]);
        socket.emit('message', {deep: [bytes]}, Buffer.alloc(100000, 7), 'text');
        const [first, second, third] = await back;
        assert.deepEqual(first, {deep: [bytes]});
        assert.ok(second.equals(Buffer.alloc(100000, 7)));
        assert.equal(third, 'text');
      });

      test('is acknowledged', async () => {
        const socket = await connected();
        assert.deepEqual(await socket.timeout(20000).emitWithAck('echo', {a: 1}), {a: 1});
        const bytes = Buffer.from([1, 2, 3]);
        const answers = await new Promise((resolve, reject) =>
          socket.timeout(20000).emit('message-with-ack', bytes, 'x', (error, ...all) => error ? reject(error) : resolve(all)));
        assert.deepEqual(answers, [bytes, 'x']);
      });

      test('acknowledges', async () => {
        const socket = await connected();
        socket.on('question', (...params) => params.pop()(...params, 'indeed'));
        for (const params of [[1, 'two'], [Buffer.from([9, 8]), {three: Buffer.from([7])}], []]) {
          const answered = hear(socket, 'answered');
          socket.emit('ask', ...params);
          assert.deepEqual(await answered, [...params, 'indeed']);
        }
      });

      test('shares a connection between namespaces', async () => {
        const socket = await connected();
        const other = socket.io.socket('/custom', {auth: {who: 'other'}});
        open.push(other);
        assert.deepEqual(await hear(other, 'auth'), [{who: 'other'}]);
        assert.notEqual(other.id, socket.id);
        other.disconnect();
        assert.equal(await socket.timeout(20000).emitWithAck('echo', 'still here'), 'still here');
      });

      test('is told that a namespace is not there', async () => {
        await assert.rejects(connected('/random'), {message: 'Invalid namespace'});
      });

      test('stays away when the server says so', async () => {
        const socket = await connected('/', {reconnection: true});
        const gone = hear(socket, 'disconnect');
        socket.emit('leave');
        assert.equal((await gone)[0], 'io server disconnect');
        assert.equal(socket.active, false);
      });

      test('hears what others publish', async () => {
        const sockets = [await connected(), await connected()];
        const heard = sockets.map((socket) => hear(socket, 'ev'));
        sockets[0].emit('pub', {n: 1}, Buffer.from([5]));
        for (const event of heard) {
          assert.deepEqual(await event, [{n: 1}, Buffer.from([5])]);
        }
      });

      test('is back after a restart of the server', async () => {
        const restarted = await Subject.start(...patientPings);
        const socket = io(restarted.http, {...options, forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 200});
        open.push(socket);
        try {
          await hear(socket, 'connect');
          const gone = hear(socket, 'disconnect');
          await restarted.stop();
          await gone;
          const back = hear(socket, 'connect');
          await restarted.launch();
          await back;
          assert.equal(await socket.timeout(20000).emitWithAck('echo', 'back'), 'back');
        } finally {
          socket.disconnect();
          await restarted.stop();
        }
      });

      test('upgrades and talks under load', async () => {
        const sockets = await Promise.all(Array.from({length: 10}, async () => {
          const socket = io(subject.http, {forceNew: true, reconnection: false, ...options});
          open.push(socket);
          await hear(socket, 'connect');
          return socket;
        }));
        // Every answer comes once and in order, whatever happens to the transport meanwhile.
        await Promise.all(sockets.map(async (socket, who) => {
          const answers = await Promise.all(Array.from({length: 100}, (_, number) =>
            socket.timeout(20000).emitWithAck('echo', [who, number])));
          assert.deepEqual(answers, Array.from({length: 100}, (_, number) => [who, number]));
        }));
      });
    });
  }
}
