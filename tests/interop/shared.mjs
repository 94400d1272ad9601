// SPDX-License-Identifier: GPL-3.0-or-later
// Three contracts on one namespace, and each alone on its own: the published client says and hears every word.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, afterEach, before} from 'node:test';

import {Belfry, freePort} from './support/belfry.mjs';
import {Console} from './support/console.mjs';
import {socketIo} from './support/modules.mjs';
import {factsOf, vocabularyOf} from './support/vocabulary.mjs';

const dialects = ['everyst', 'departments', 'auraos'];
const io = socketIo();
let open = [];
let belfry;
let token;
let words; // {dialect: {heard, said}}
let facts;
let narrowPorts;

async function client(namespace = '/', {auth = {token}, port = belfry.port} = {}) {
  const socket = io(`http://127.0.0.1:${port}${namespace}`, {auth, forceNew: true, reconnection: false, transports: ['websocket']});
  open.push(socket);
  socket.heard = [];
  socket.onAny((word, payload) => {
    socket.heard.push([word, payload]);
    socket.io.emit('told');
  });
  await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
  return socket;
}

const ask = (socket, word, ...args) => socket.timeout(20000).emitWithAck(word, ...args);

/** Waits until `socket` has heard all of these words. */
async function hearAll(socket, wanted) {
  for (;;) {
    const missing = wanted.filter((word) => !socket.heard.some(([each]) => each === word));
    if (missing.length === 0) {
      return;
    }
    const timer = setTimeout(() => socket.io.emit('told', new Error(`not heard: ${missing}`)), 60000);
    const [error] = await once(socket.io, 'told');
    clearTimeout(timer);
    if (error) {
      throw error;
    }
  }
}

const heardOf = (socket, word) => socket.heard.filter(([each]) => each === word).map(([, payload]) => payload);

/** What does not stand in the documents as an example that would be understood. */
const argumentsOf = {
  start_network_scan: {scan_type: 'discovery', target: '192.0.2.0/24'},
  join_system_room: 'system_updates',
  join_room: 'project_1',
  leave_room: 'project_1',
  'analytics:subscribe': 'dept123',
  'analytics:request': {timestamp: 1},
  mark_notification_read: {},
  set_metrics_interval: {interval: 1},
};
const colliding = ['authenticate', 'send_notification'];
const argumentFor = ({word, example}) => argumentsOf[word] ?? example;

/** How each contract acknowledges. */
const manners = {
  everyst: (answer) => assert.match(answer.status, /^(success|error)$/),
  departments: (answer) => assert.equal(typeof answer.success, 'boolean'),
  auraos: (answer) => assert.equal(typeof answer.success, 'boolean'),
};
const isUnknown = (answer) => /^Unknown event/.test(answer.message ?? answer.error ?? '');

before(async () => {
  narrowPorts = Object.fromEntries(await Promise.all(dialects.map(async (dialect) => [dialect, await freePort()])));
  belfry = await Belfry.start({args: dialects.flatMap((dialect) => ['--listen', `127.0.0.1:${narrowPorts[dialect]}=${dialect}`])});
  token = await belfry.login();
  words = Object.fromEntries(await Promise.all(dialects.map(async (dialect) => [dialect, await vocabularyOf(dialect)])));
  facts = await factsOf();
});
afterEach(() => {
  open.forEach((socket) => socket.disconnect());
  open = [];
});
after(() => belfry?.remove());

test('one client says every word of three contracts, and each is acknowledged in its own manner', async () => {
  const socket = await client();
  for (const dialect of dialects) {
    for (const heard of words[dialect].heard.filter(({word}) => !colliding.includes(word))) {
      const answer = await ask(socket, heard.word, argumentFor(heard));
      assert.ok(!isUnknown(answer), `${heard.word}: ${JSON.stringify(answer)}`);
      manners[dialect](answer);
      assert.notEqual(answer.status ?? answer.success, undefined, heard.word);
    }
  }
  assert.ok(socket.connected);
});

/** The token of somebody else. */
async function omar() {
  const account = {username: 'omar', password: 'nine loud ravens at dawn'};
  const admin = await Console.open(belfry, token);
  assert.ok((await admin.ask('identity.users.add', {...account, role: 'viewer'})).reply);
  admin.close();
  return belfry.login(account);
}

/** Lets every fact of the three contracts happen. */
async function letAllHappen() {
  for (const [topic, payload] of facts) {
    const answer = await belfry.post('/api/v1/events', {topic, payload}, {Authorization: `Bearer ${token}`});
    assert.ok([200, 403].includes(answer.status), `${topic}: ${answer.status} ${await answer.text()}`);
  }
  const other = await client();
  const me = await ask(other, 'get_user_info', {});
  other.emit('join_user_room', {userId: me.user.id});
  assert.equal((await ask(other, 'join_chat_room', {roomName: 'general_chat'})).success, true);
  assert.equal((await ask(other, 'send_message', {roomName: 'general_chat', message: 'Hello'})).success, true);
  assert.equal((await ask(other, 'typing_start', {roomName: 'general_chat'})).success, true);
  assert.equal((await ask(other, 'send_notification', {user_id: me.user.id, title: 'Hello'})).status, 'success');
  assert.equal((await ask(other, 'broadcast_system_alert', {title: 'Hello', message: 'All', severity: 'info'})).success, true);
  await ask(other, 'leave_room', 'general_chat');
  other.disconnect();
}

test('one client hears every word of three contracts, and each contract alone has its own', async () => {
  const shared = await client();
  const alone = Object.fromEntries(await Promise.all(dialects.map(async (dialect) => [dialect, await client(`/${dialect}`)])));
  const narrow = Object.fromEntries(await Promise.all(dialects.map(async (dialect) => [dialect, await client('/', {port: narrowPorts[dialect]})])));
  // In AuraOS one hears of oneself, and of those in the same room.
  const sockets = [shared, alone.auraos, narrow.auraos];
  for (const socket of sockets) {
    assert.equal((await ask(socket, 'join_chat_room', {roomName: 'general_chat'})).success, true);
  }
  await letAllHappen();
  sockets.forEach((socket) => socket.emit('join_user_room', {userId: 'me'}));
  const leaving = await client('/', {auth: {token: await omar()}});
  assert.equal((await ask(leaving, 'join_user_room', {userId: 'me'})).success, true);
  leaving.disconnect();
  sockets.forEach((socket) => socket.emit('request_system_status'));
  const saidBy = (dialect) => [...new Set(words[dialect].said.map(({word}) => word))];
  await hearAll(shared, dialects.flatMap(saidBy));
  for (const dialect of dialects) {
    for (const socket of [alone[dialect], narrow[dialect]]) {
      await hearAll(socket, saidBy(dialect));
      const foreign = socket.heard.map(([word]) => word).filter((word) => ![...saidBy(dialect), 'joined_chat', 'chat_history'].includes(word));
      assert.deepEqual(foreign, [], dialect);
    }
  }
  // A word that contracts share is said once.
  assert.equal(heardOf(shared, 'notification').filter(({title}) => title === 'Hello').length, 1);
  assert.equal(heardOf(shared, 'error').length, 1);
});

for (const [name, reach] of [
  ['its namespace', (dialect) => client(`/${dialect}`)],
  ['a listener narrowed to it', (dialect) => client('/', {port: narrowPorts[dialect]})],
]) {
  test(`on ${name} only the one contract is understood`, async () => {
    for (const dialect of dialects) {
      const socket = await reach(dialect);
      const own = words[dialect].heard.map(({word}) => word);
      for (const heard of dialects.flatMap((each) => words[each].heard)) {
        const answer = heard.word === 'authenticate' ? await ask(socket, heard.word, {token}) : await ask(socket, heard.word, argumentFor(heard));
        assert.equal(isUnknown(answer), !own.includes(heard.word), `${heard.word} on ${dialect}: ${JSON.stringify(answer)}`);
        if (!isUnknown(answer)) {
          manners[dialect](answer);
        }
      }
    }
  });
}

test('authenticate: with an acknowledgement it is Everyst\'s, without one the departments\'', async () => {
  const socket = await client('/', {auth: {}});
  const refused = await ask(socket, 'authenticate', {token: 'forged'});
  assert.equal(refused.status, 'error');
  assert.equal(typeof refused.message, 'string');
  socket.emit('authenticate', {token: 'forged'});
  const [error] = await once(socket, 'auth_error');
  assert.equal(error.code, 'E_AUTH_FAILED');
  assert.equal((await ask(socket, 'get_user_info', {})).message, 'Authentication required');
  socket.emit('authenticate', {token});
  const [success] = await once(socket, 'auth_success');
  assert.deepEqual(Object.keys(success).sort(), ['email', 'id', 'name', 'role']);
  const answer = await ask(socket, 'authenticate', {token});
  assert.deepEqual([answer.status, answer.user_id, typeof answer.message], ['success', success.id, 'string']);
  assert.equal(heardOf(socket, 'auth_success').length, 1, 'who asks for an acknowledgement gets that alone');
});

test('send_notification: with `to` it is AuraOS\', with `user_id` or without either Everyst\'s; both hear one notification', async () => {
  const socket = await client();
  const {user} = await ask(socket, 'get_user_info', {});
  const auraos = await ask(socket, 'send_notification', {to: user.id, notification: {title: 'A', message: 'a', type: 'info', data: {n: 1}}});
  assert.equal(auraos.success, true);
  assert.equal(auraos.status, undefined);
  for (const argument of [{user_id: user.id, title: 'E', message: 'e', type: 'warning', duration: 3000, source: 'x'},
                          {user_id: user.id, notification: {title: 'N', message: 'n', type: 'error'}}]) {
    assert.equal((await ask(socket, 'send_notification', argument)).status, 'success');
  }
  assert.equal((await ask(socket, 'send_notification', {notification: {title: 'All', message: 'of you', type: 'info'}})).status, 'success');
  // What the house finds by itself is told, too.
  const told = heardOf(socket, 'notification').filter(({title}) => ['A', 'E', 'N', 'All'].includes(title));
  assert.deepEqual(told.map(({title, message, type}) => [title, message, type]),
    [['A', 'a', 'info'], ['E', 'e', 'warning'], ['N', 'n', 'error'], ['All', 'of you', 'info']]);
  assert.deepEqual(told[0].data, {n: 1});
  assert.deepEqual([told[1].duration, told[1].source], [3000, 'x']);
  for (const notification of told) {
    assert.deepEqual([notification.is_read, notification.is_system, typeof notification.id], [false, false, 'string']);
    assert.equal(Date.parse(notification.created_at), notification.timestamp);
  }
});

test('error: one event that carries what every contract reads of it', async () => {
  const socket = await client();
  for (const [word, argument, code] of [
    ['send_message', {roomName: 'nowhere', message: 'x'}, 'NOT_FOUND'], ['get_network_map', {subnet: 7}, 'INVALID'],
    ['analytics:subscribe', {}, 'E_INVALID'], ['no such word', {}, 'INVALID'],
  ]) {
    socket.heard = [];
    socket.emit(word, argument);
    const [error] = await once(socket, 'error');
    assert.deepEqual([error.status, typeof error.message, error.code], ['error', 'string', code], word);
    assert.equal(typeof error.details, 'object');
    assert.ok(Number.isFinite(Date.parse(error.timestamp)));
    await ask(socket, 'get_user_info', {});
    assert.equal(heardOf(socket, 'error').length, 1, word);
  }
});
