// SPDX-License-Identifier: GPL-3.0-or-later
// Presence, rooms, chat and notifications, as AuraOS' users run them: its published client against the real program.
import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import test, {after, afterEach, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {socketIo} from './support/modules.mjs';

const io = socketIo();
const general = 'general_chat';
let open = [];
let belfry;
let token;

/** A connected client that remembers what it hears: [word, first argument]. */
async function client(options = {}) {
  const socket = io(belfry.url, {forceNew: true, reconnection: false, transports: ['websocket'], timeout: 10000, ...options});
  socket.heard = [];
  socket.ear = new EventEmitter().setMaxListeners(0);
  socket.onAny((word, argument) => {
    socket.heard.push([word, argument]);
    socket.ear.emit('heard');
  });
  open.push(socket);
  await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
  return socket;
}

/** The next of this word that was not taken yet, and takes it. */
async function hear(socket, word, wanted = () => true) {
  for (;;) {
    const at = socket.heard.findIndex(([each, argument]) => each === word && wanted(argument));
    if (at >= 0) {
      return socket.heard.splice(at, 1)[0][1];
    }
    await Promise.race([
      once(socket.ear, 'heard'),
      once(socket, 'disconnect').then(() => { throw new Error(`closed while waiting for ${word}`); }),
    ]);
  }
}

/** Once this is answered, everything sent before has been dealt with. */
const settled = (socket) => socket.timeout(10000).emitWithAck('leave_room', 'nowhere');

/** The words heard so far, without what Belfry says of itself all the time. */
const words = (socket) => socket.heard.map(([word]) => word).filter((word) => !/^(metrics_update|system:health|system_status_update)$/.test(word));

const profile = (uid, displayName) => ({uid, email: `${uid}@example.com`, displayName});

async function guest(uid, displayName) {
  const socket = await client();
  socket.emit('join_user_room', {userId: uid, userProfile: profile(uid, displayName)});
  await hear(socket, 'joined_chat');
  return socket;
}

before(async () => {
  belfry = await Belfry.start({args: ['--guests', 'loopback']});
  token = await belfry.login();
});
afterEach(() => {
  open.forEach((socket) => socket.disconnect());
  open = [];
});
after(() => belfry?.remove());

test('who joins hears of it in the document\'s order, and the others hear who is here', async () => {
  const first = await guest('user_1', 'Jane');
  first.heard = [];
  const socket = await client();
  socket.emit('join_user_room', {userId: 'user_123', userProfile: {uid: 'user_123', email: 'user@example.com', displayName: 'John Doe', photoURL: 'https://example.com/avatar.jpg'}});
  await hear(socket, 'joined_chat', (joined) => socket.heard.length >= 2 && joined.room === general);
  assert.deepEqual(words(socket), ['user_joined', 'online_users']);
  assert.deepEqual(await hear(socket, 'user_joined'), {id: 'user_123', socketId: socket.id});
  const users = await hear(socket, 'online_users');
  const john = users.find(({id}) => id === 'user_123');
  assert.equal(john.socketId, socket.id);
  assert.equal(john.status, 'online');
  assert.equal(john.userProfile.displayName, 'John Doe');
  assert.equal(john.userProfile.photoURL, 'https://example.com/avatar.jpg');
  assert.match(john.connectedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  await hear(first, 'online_users', (all) => all.some(({id}) => id === 'user_123'));
  assert.ok(!words(first).includes('user_joined'));

  const second = await guest('user_123', 'John Doe');
  second.disconnect();
  await hear(first, 'online_users', (all) => all.filter(({id}) => id === 'user_123').length === 1);
  assert.ok(!words(first).includes('user_left'), 'one of two connections ended');
  socket.disconnect();
  assert.equal(await hear(first, 'user_left'), 'user_123');
  await hear(first, 'online_users', (all) => all.length === 1);
  assert.ok(!words(first).includes('user_left'), 'told once');
});

test('the contract\'s own page joins by the bare id, and nonsense leaves it connected', async () => {
  const socket = await client();
  socket.emit('join_user_room', 'user_9');
  assert.equal((await hear(socket, 'user_joined')).id, 'user_9');
  socket.emit('join_user_room', []);
  assert.equal((await hear(socket, 'error')).code, 'INVALID');
  await settled(socket);
  assert.ok(socket.connected);
});

test('a message reaches the room once, and the history', async () => {
  const jane = await guest('jane', 'Jane');
  const john = await guest('john', 'John');
  jane.emit('join_chat_room', {roomName: general, userProfile: profile('jane', 'Jane')});
  await hear(jane, 'chat_history');
  john.emit('join_chat_room', {roomName: general, userProfile: profile('john', 'John')});
  assert.equal((await hear(john, 'joined_chat')).room, general);
  await hear(john, 'chat_history');
  assert.deepEqual(await hear(jane, 'user_joined_chat'), {
    user: {uid: 'john', email: 'john@example.com', displayName: 'John', isGuest: true}, message: 'John joined the chat',
  });
  john.emit('send_message', {roomName: general, message: 'Hello <b>everyone</b>!', userProfile: profile('john', 'John'), messageType: 'text'});
  const [told, echoed] = await Promise.all([hear(jane, 'new_message'), hear(john, 'new_message')]);
  assert.deepEqual(told, echoed);
  assert.equal(told.message, 'Hello <b>everyone</b>!');
  assert.equal(told.userName, 'John');
  assert.equal(told.messageType, 'text');
  assert.equal(told.isAI, false);
  // In this room everything is a question to the assistant, too.
  const [answer, answered] = await Promise.all([hear(jane, 'new_message'), hear(john, 'new_message')]);
  assert.deepEqual(answer, answered);
  assert.deepEqual([answer.userId, answer.userName, answer.messageType, answer.isAI],
                   ['ai_assistant', 'AI Assistant', 'ai_response', true]);

  john.emit('typing_start', {roomName: general, userProfile: profile('john', 'John')});
  const ofJohn = ({userId}) => userId === 'john'; // the assistant types, too, where it takes its time
  assert.deepEqual(await hear(jane, 'user_typing', ofJohn), {userId: 'john', userName: 'John', isTyping: true});
  john.emit('typing_stop', {roomName: general});
  assert.equal((await hear(jane, 'user_typing', ofJohn)).isTyping, false);

  john.emit('leave_room', general);
  assert.equal((await hear(jane, 'user_left_chat')).message, 'John left the chat');
  jane.emit('send_message', {roomName: general, message: 'Gone?'});
  await hear(jane, 'new_message');
  await settled(john);
  assert.deepEqual(words(john).filter((word) => /message|typing/.test(word)), []);

  const late = await guest('late', 'Late');
  late.emit('join_chat_room', {roomName: general, userProfile: profile('late', 'Late')});
  const history = await hear(late, 'chat_history');
  assert.deepEqual(history.slice(-3).map(({message}) => message), ['Hello <b>everyone</b>!', answer.message, 'Gone?']);
  assert.deepEqual(history.at(-3), told);
  late.disconnect();
  assert.equal((await hear(jane, 'user_left_chat')).message, 'Late left the chat');
});

test('what may not be said is refused, and told to nobody', async () => {
  const jane = await guest('jane', 'Jane');
  const john = await guest('john', 'John');
  for (const [message, code] of [['', 'INVALID'], [' \n', 'INVALID'], ['x'.repeat(1001), 'INVALID'], [{}, 'INVALID']]) {
    john.emit('send_message', {roomName: general, message});
    assert.equal((await hear(john, 'error')).code, code, JSON.stringify(message).slice(0, 40));
  }
  john.emit('send_message', {roomName: 'no such room', message: 'x'});
  assert.equal((await hear(john, 'error')).code, 'NOT_FOUND');
  john.emit('send_message', {roomName: general, message: 'é'.repeat(1000)});
  assert.equal((await hear(jane, 'new_message')).message.length, 1000);
  assert.deepEqual(words(jane).filter((word) => word === 'new_message'), []);
});

test('identity is the token\'s; a guest is nobody who has an account', async () => {
  const jane = await guest('jane', 'Jane');
  const dana = await client({auth: {token}});
  dana.emit('send_message', {roomName: general, message: 'It is me', userProfile: profile('ceo', 'The Boss'), messageType: 'ai_response'});
  const said = await hear(jane, 'new_message');
  assert.equal(said.userName, 'dana');
  assert.equal(said.messageType, 'text');
  assert.equal(said.isAI, false);
  const impostor = await client();
  for (const word of ['join_user_room', 'join_chat_room', 'send_message']) {
    impostor.emit(word, {userId: 'dana', roomName: general, message: 'I am dana', userProfile: profile('dana', 'Dana')});
    assert.equal((await hear(impostor, 'error')).code, 'AUTH_FAILED', word);
  }
  await settled(impostor);
  await settled(jane);
  assert.deepEqual(words(jane).filter((word) => word === 'new_message'), []);
});

test('rooms of the house are entered by join_system_room alone, the administrators\' by administrators', async () => {
  const jane = await guest('jane', 'Jane');
  const dana = await client({auth: {token}});
  for (const room of ['system_updates', 'app_updates']) {
    assert.equal((await jane.timeout(10000).emitWithAck('join_system_room', room)).success, true);
  }
  assert.equal((await jane.timeout(10000).emitWithAck('join_system_room', 'admin_notifications')).success, false);
  assert.equal((await dana.timeout(10000).emitWithAck('join_system_room', 'admin_notifications')).success, true);
  for (const room of ['admin_notifications', 'user_dana', '']) {
    assert.equal((await dana.timeout(10000).emitWithAck('join_room', room)).success, false, room);
  }
  assert.equal((await jane.timeout(10000).emitWithAck('join_room', 'project_123')).success, true);
  for (let i = 0; i < 120; ++i) {
    dana.emit('join_room', `room ${i}`);
  }
  assert.equal((await hear(dana, 'error')).code, 'LIMITED');
});

test('a notification finds who is here, waits for who is away, and is read by its owner', async () => {
  const jane = await guest('jane', 'Jane');
  const dana = await client({auth: {token}});
  dana.emit('send_notification', {to: 'jane', notification: {title: 'New Message', message: 'From John', type: 'info', data: {messageId: 'msg_123'}}});
  const told = await hear(jane, 'notification');
  assert.equal(told.title, 'New Message');
  assert.deepEqual(told.data, {messageId: 'msg_123'});
  const me = await dana.timeout(10000).emitWithAck('get_user_info', {});
  dana.disconnect();
  const away = await jane.timeout(10000).emitWithAck('send_notification', {to: me.user?.id ?? me.id, notification: {title: 'While you were away', message: '', type: 'warning'}});
  assert.equal(away.success, true);

  const back = await client({auth: {token}});
  const kept = await back.timeout(10000).emitWithAck('get_notifications', {});
  assert.equal(kept.status, 'success');
  const mine = kept.notifications.find(({title}) => title === 'While you were away');
  assert.equal(mine.is_read, false);
  const before = kept.unread ?? kept.unread_count;
  const read = await back.timeout(10000).emitWithAck('mark_notification_read', {notification_id: mine.id});
  assert.equal(read.status, 'success');
  const again = await back.timeout(10000).emitWithAck('get_notifications', {});
  assert.equal(again.notifications.find(({id}) => id === mine.id).is_read, true);
  assert.ok(before === undefined || (again.unread ?? again.unread_count) === before - 1);

  jane.emit('broadcast_system_alert', {title: 'x', message: 'y', severity: 'info'});
  assert.equal((await hear(jane, 'error')).code, 'FORBIDDEN');
  const action = {label: 'Learn More', url: '/maintenance'};
  back.emit('broadcast_system_alert', {title: 'Maintenance Notice', message: 'In 10 minutes', severity: 'warning', action});
  assert.deepEqual(await hear(jane, 'system_alert'), {title: 'Maintenance Notice', message: 'In 10 minutes', severity: 'warning', action});
});

test('apps and agents are what was set and reported, and the summary counts them', async () => {
  const jane = await guest('jane', 'Jane');
  const dana = await client({auth: {token}});
  const first = await hear(dana, 'system_status_update');
  assert.match(first.uptime, /^\d+d \d+h \d+m$/);
  assert.equal(first.totalApps, 0);
  dana.emit('update_app_status', {appId: 'app_123', status: 'active'});
  const updated = await hear(jane, 'app_updated');
  assert.equal(updated.appId, 'app_123');
  assert.equal(updated.status, 'active');
  assert.ok(Math.abs(Date.parse(updated.updatedAt) - Date.now()) < 60000);
  dana.emit('update_app_status', {appId: 'app_124', status: 'inactive'});
  await hear(jane, 'app_updated', ({appId}) => appId === 'app_124');
  jane.emit('request_system_status');
  const status = await hear(jane, 'system_status_update', ({totalApps}) => totalApps === 2);
  assert.equal(status.activeApps, 1);
  assert.equal(status.inactiveApps, 1);
  dana.emit('data_agent_update', {agentId: 'agent_123', status: 'processing', data: {progress: 75}});
  const report = await hear(jane, 'data_agent_update');
  assert.deepEqual({...report, timestamp: undefined}, {agentId: 'agent_123', status: 'processing', data: {progress: 75}, timestamp: undefined});
  for (const [word, argument] of [['update_app_status', {appId: 'app_123', status: 'inactive'}], ['data_agent_update', {agentId: 'agent_123', status: 'x', data: 1}]]) {
    jane.emit(word, argument);
    assert.equal((await hear(jane, 'error')).code, 'FORBIDDEN', word);
  }
  for (const argument of [{appId: 'app_123', status: 'broken'}, {appId: ' ', status: 'active'}, 7]) {
    dana.emit('update_app_status', argument);
    assert.equal((await hear(dana, 'error')).code, 'INVALID', JSON.stringify(argument));
  }
});

test('after a restart clients rejoin as the document shows, and the chat is still there', async () => {
  const chatData = {roomName: 'project_42', userProfile: profile('jane', 'Jane')};
  const socket = await client({reconnection: true, reconnectionDelay: 50, reconnectionDelayMax: 200});
  socket.io.on('reconnect', () => {
    socket.emit('join_user_room', {userId: 'jane', userProfile: profile('jane', 'Jane')});
    socket.emit('join_chat_room', chatData);
  });
  socket.emit('join_chat_room', chatData);
  assert.deepEqual(await hear(socket, 'chat_history'), []);
  socket.emit('send_message', {...chatData, message: 'Before the restart'});
  const said = await hear(socket, 'new_message');
  await Promise.all([once(socket, 'disconnect'), belfry.stop()]);
  await belfry.launch();
  const history = await hear(socket, 'chat_history');
  assert.deepEqual(history, [said]);
  await hear(socket, 'online_users', (users) => users.some(({socketId}) => socketId === socket.id));
});
