// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed sample of AuraOS' contract, as it is printed. `reconnect` is never heard by a socket of today's client;
// what it shows is done by hand here after a restart.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {quietAssistant} from '../support/console.mjs';
import {Page, snippetsOf, startPrinted} from '../support/page.mjs';

const snippets = snippetsOf(new URL('auraos.md', import.meta.url));
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const general = 'general_chat';
const john = {uid: 'user_123', email: 'user@example.com', displayName: 'John Doe'};
const jane = {uid: 'user_456', email: 'jane@example.com', displayName: 'Jane'};
let belfry;

/** A connected page that has run these snippets. */
async function page(headings = [], options = {}) {
  const made = new Page(belfry, options).run(snippets.get('Client Setup'));
  made.socket = made.value('socket');
  made.heard = [];
  made.socket.onAny((word, payload) => made.heard.push([word, payload]));
  const [, id] = await made.logged('Connected:');
  assert.equal(id, made.socket.id);
  headings.forEach((heading) => made.run(snippets.get(heading)));
  return made;
}

/** The newest payload of this word, as it came. */
const payloadOf = (made, word) => made.heard.findLast(([each]) => each === word)[1];

const ask = (made, word, argument) => made.socket.timeout(30000).emitWithAck(word, argument);

/** Once this is answered, everything said before has been dealt with. */
const settled = (made) => ask(made, 'leave_room', 'nowhere');

/** A page of Jane's, in the chat, that has run these snippets. */
async function janes(headings, options) {
  const made = await page([], options);
  const joined = new Promise((resolve) => { made.socket.once('chat_history', resolve); });
  made.socket.emit('join_user_room', {userId: jane.uid, userProfile: jane});
  made.socket.emit('join_chat_room', {roomName: general, userProfile: jane});
  await joined;
  headings.forEach((heading) => made.run(snippets.get(heading)));
  return made;
}

before(async () => {
  belfry = await startPrinted();
  await quietAssistant(belfry, belfry.token);
});
afterEach(() => Page.endAll());
after(() => belfry?.remove());

test('no printed snippet is missing here', () => {
  assert.deepEqual([...snippets.keys()], [
    'Client Setup', 'join_user_room', 'user_joined', 'online_users', 'user_left', 'join_system_room', 'join_room',
    'leave_room', 'join_chat_room', 'joined_chat', 'chat_history', 'send_message', 'new_message', 'user_joined_chat',
    'user_left_chat', 'typing_start', 'typing_stop', 'user_typing', 'send_notification', 'notification',
    'broadcast_system_alert', 'system_alert', 'update_app_status', 'app_updated', 'request_system_status',
    'system_status_update', 'data_agent_update', 'error', 'Connection Management', 'Event Listeners', 'Error Handling',
    'Performance', 'Security']);
});

test('Client Setup', async () => {
  const made = await page();
  made.socket.disconnect();
  await made.logged('Disconnected:', 'io client disconnect');
});

test('join_user_room, user_joined, online_users, user_left', async () => {
  const other = await janes(['online_users', 'user_left']);
  const made = await page(['user_joined', 'online_users', 'join_user_room']);
  await made.logged(`Joined as user_123 with socket ${made.socket.id}`);
  assert.deepEqual(payloadOf(made, 'user_joined'), {id: 'user_123', socketId: made.socket.id});
  await made.next('log', (said) => /^\d+ users online$/.test(said));
  await Promise.all([made, other].map((each) => each.logged('- John Doe')));
  const entry = payloadOf(made, 'online_users').find(({id}) => id === 'user_123');
  assert.deepEqual({...entry, connectedAt: '', lastSeen: ''}, {
    id: 'user_123', socketId: made.socket.id, connectedAt: '', status: 'online', lastSeen: '',
    userProfile: {...john, photoURL: 'https://example.com/avatar.jpg', isGuest: true},
  });
  assert.match(entry.connectedAt, time);
  assert.match(entry.lastSeen, time);
  made.socket.disconnect();
  await other.logged('User user_123 left');
});

test('join_system_room: administrators hear what is raised', async () => {
  const made = await page(['join_system_room', 'system_alert'], {functions: ['showSystemAlert']});
  const other = await page(['system_alert'], {functions: ['showSystemAlert']});
  await settled(made);
  await belfry.publish('alerts.raised', {id: 'a-9', title: 'High memory usage', message: '94 % is in use.', alert_type: 'system',
    severity: 9, source: 'host', created_at: '2024-01-01T12:00:00.000Z'});
  await made.logged('[critical] High memory usage: 94 % is in use.');
  await settled(other);
  assert.ok(!other.has('showSystemAlert'));
});

test('join_room, leave_room', async () => {
  const chat = {roomName: 'project_123', userProfile: jane};
  const other = await janes([]);
  assert.equal((await ask(other, 'join_chat_room', chat)).success, true);
  const made = await page(['new_message', 'join_room']);
  await settled(made);
  const say = (message) => ask(other, 'send_message', {...chat, message});
  assert.equal((await say('Inside?')).success, true);
  await made.logged('Jane: Inside?');
  made.run(snippets.get('leave_room'));
  await settled(made);
  assert.equal((await say('Gone?')).success, true);
  await settled(made);
  assert.ok(!made.has('log', (said) => said === 'Jane: Gone?'));
});

test('join_chat_room, joined_chat, chat_history, user_joined_chat, user_left_chat', async () => {
  const other = await janes(['user_joined_chat', 'user_left_chat']);
  await ask(other, 'send_message', {roomName: general, message: 'Anybody here?', userProfile: jane});
  const made = await page(['joined_chat', 'chat_history', 'user_joined_chat', 'join_chat_room']);
  await made.logged('Welcome to general_chat! in room general_chat');
  const [count] = await made.next('log', (said) => /^Received \d+ messages$/.test(said));
  await made.logged('Jane: Anybody here?');
  const history = payloadOf(made, 'chat_history');
  assert.equal(count, `Received ${history.length} messages`);
  assert.ok(history.length <= 50);
  const {id, timestamp, ...message} = history.at(-1);
  assert.equal(typeof id, 'string');
  assert.match(timestamp, time);
  assert.deepEqual(message, {roomName: general, userId: 'user_456', userName: 'Jane', userAvatar: null, message: 'Anybody here?',
    messageType: 'text', isAI: false, isGuest: true});
  await other.logged('John Doe joined the chat');
  assert.deepEqual(payloadOf(other, 'user_joined_chat'), {user: {...john, isGuest: true}, message: 'John Doe joined the chat'});
  made.socket.disconnect();
  await other.logged('John Doe left the chat');
  assert.ok(!made.has('log', (said) => said === 'John Doe joined the chat'), 'it is for the others');
});

test('send_message, new_message', async () => {
  const other = await janes(['new_message']);
  const made = await page(['new_message', 'join_chat_room', 'send_message']);
  await Promise.all([made, other].map((each) => each.logged('John Doe: Hello everyone!')));
  const {id, timestamp, ...message} = payloadOf(other, 'new_message');
  assert.equal(typeof id, 'string');
  assert.match(timestamp, time);
  assert.deepEqual(message, {roomName: general, userId: 'user_123', userName: 'John Doe', userAvatar: null,
    message: 'Hello everyone!', messageType: 'text', isAI: false, isGuest: true});
});

test('typing_start, typing_stop, user_typing, through a restart', async () => {
  const other = await janes(['user_typing']);
  const made = await page(['user_typing', 'join_chat_room']);
  for (let round = 0; round < 2; ++round) {
    made.run(snippets.get('typing_start'));
    await other.logged('John Doe is typing...');
    assert.deepEqual(payloadOf(other, 'user_typing'), {userId: 'user_123', userName: 'John Doe', isTyping: true});
    made.run(snippets.get('typing_stop'));
    await other.logged('John Doe stopped typing');
    await settled(made);
    assert.ok(!made.heard.some(([word]) => word === 'user_typing'), 'it is for the others');
    if (round === 1) {
      return;
    }
    await belfry.stop();
    await Promise.all([made, other].map((each) => each.next('log', (said) => said === 'Disconnected:')));
    await Promise.all([made, other].map((each) => each.next('error', (said) => said === 'Connection error:')));
    await belfry.launch();
    await Promise.all([made, other].map((each) => each.logged('Connected:')));
    await ask(other, 'join_chat_room', {roomName: general, userProfile: jane});
    made.run(snippets.get('join_chat_room'));
  }
});

test('send_notification, notification', async () => {
  const other = await janes(['notification'], {functions: ['showNotification']});
  const made = await page(['notification', 'send_notification'], {functions: ['showNotification']});
  await other.logged('[info] New Message: You have a new message from John');
  const [{title, message, type, data}] = await other.next('showNotification');
  assert.deepEqual({title, message, type, data},
    {title: 'New Message', message: 'You have a new message from John', type: 'info', data: {messageId: 'msg_123'}});
  await settled(made);
  assert.ok(!made.has('showNotification'));
});

test('broadcast_system_alert, system_alert', async () => {
  const other = await janes(['system_alert'], {functions: ['showSystemAlert']});
  const made = await page(['system_alert', 'broadcast_system_alert'], {functions: ['showSystemAlert']});
  for (const each of [made, other]) {
    await each.logged('[warning] Maintenance Notice: System will be down for maintenance in 10 minutes');
    assert.deepEqual(await each.next('showSystemAlert'), [{
      title: 'Maintenance Notice', message: 'System will be down for maintenance in 10 minutes', severity: 'warning',
      action: {label: 'Learn More', url: '/maintenance'},
    }]);
  }
});

test('update_app_status, app_updated, request_system_status, system_status_update', async () => {
  const other = await janes(['app_updated'], {functions: ['updateAppStatus']});
  const made = await page(['app_updated', 'update_app_status'], {functions: ['updateAppStatus']});
  for (const each of [made, other]) {
    await each.logged('App app_123 is now active');
    assert.deepEqual(await each.next('updateAppStatus'), ['app_123', 'active']);
    const {updatedAt, ...app} = payloadOf(each, 'app_updated');
    assert.deepEqual(app, {appId: 'app_123', status: 'active'});
    assert.match(updatedAt, time);
  }
  made.run(snippets.get('system_status_update')).run(snippets.get('request_system_status'));
  for (const line of ['System Status:', '- Total Apps: 1', '- Active: 1', '- Inactive: 0']) {
    await made.logged(line);
  }
  await made.next('log', (said) => /^- Uptime: \d+d \d+h \d+m$/.test(said));
  const status = payloadOf(made, 'system_status_update');
  assert.deepEqual(Object.keys(status).sort(), ['activeApps', 'inactiveApps', 'timestamp', 'totalApps', 'uptime']);
  assert.match(status.timestamp, time);
});

test('data_agent_update', async () => {
  const other = await janes([]);
  const heard = new Promise((resolve) => { other.socket.once('data_agent_update', resolve); });
  await page(['data_agent_update']);
  const {timestamp, ...report} = await heard;
  assert.deepEqual(report, {agentId: 'agent_123', status: 'processing', data: {progress: 75}});
  assert.match(timestamp, time);
});

test('error', async () => {
  const made = await page(['error']);
  made.socket.emit('join_chat_room', {roomName: general, userProfile: {uid: 'dana', email: '', displayName: 'Dana'}});
  const [said, message] = await made.next('error');
  assert.equal(said, 'Socket error:');
  assert.equal(typeof message, 'string');
  assert.equal(payloadOf(made, 'error').code, 'AUTH_FAILED');
});

test('Connection Management', async () => {
  const made = await page(['Connection Management'], {functions: ['clearUserPresence']});
  made.socket.disconnect();
  await made.next('clearUserPresence');
});

test('Event Listeners', async () => {
  const effects = [];
  const made = await page([], {functions: ['handleMessage'], given: {useEffect: (effect) => effects.push(effect)}});
  made.run(snippets.get('Event Listeners'));
  const unmount = effects[0]();
  made.run(snippets.get('join_user_room'));
  await made.logged('Initial join confirmed');
  made.run(snippets.get('join_chat_room')).run(snippets.get('send_message'));
  const [message] = await made.next('handleMessage');
  assert.equal(message.message, 'Hello everyone!');
  unmount();
  made.run(snippets.get('join_user_room')).run(snippets.get('send_message'));
  await new Promise((resolve) => { made.socket.once('new_message', resolve); });
  await settled(made);
  assert.ok(!made.has('handleMessage'));
  assert.ok(!made.has('log', (said) => said === 'Initial join confirmed'));
});

test('Error Handling', async () => {
  const made = await page(['Error Handling'], {functions: ['showErrorNotification', 'handleResponse'], isClockOurs: true});
  made.socket.emit('send_message', {roomName: general, message: ' '});
  const [, error] = await made.next('error', (said) => said === 'Socket error:');
  assert.deepEqual(await made.next('showErrorNotification'), [error.message]);
  assert.deepEqual([error.code, typeof error.message], ['INVALID', 'string']);
  // No contract has a `response_event`: its timeout is what comes.
  const [{act, ms}] = made.timeouts;
  assert.equal(ms, 5000);
  act();
  assert.deepEqual(await made.next('error'), ['Request timeout']);
  assert.ok(!made.has('handleResponse'));
});

test('Performance', async () => {
  const other = await janes(['user_typing']);
  const made = await page(['Performance', 'join_chat_room'], {given: {data: {roomName: general, userProfile: john}}});
  made.value('handleTyping()');
  await other.logged('John Doe is typing...');
  made.value('handleTypingStop()');
  await other.logged('John Doe stopped typing');
});

test('Security', async () => {
  const other = await janes(['new_message']);
  const made = await page(['Security', 'error'], {given: {currentRoom: general, currentUser: john, sanitize: (text) => text.trim()}});
  made.value("sendMessage(''); sendMessage('  '); sendMessage('x'.repeat(1001));");
  assert.deepEqual(await made.next('error'), ['Message too long']);
  const longest = 'é'.repeat(1000);
  for (const text of [longest, 'Short']) {
    made.run(`sendMessage(${JSON.stringify(text)})`);
    await other.logged(`John Doe: ${text}`);
  }
  assert.ok(!made.has('error'));
  assert.equal(other.heard.filter(([word]) => word === 'new_message').length, 2);
});
