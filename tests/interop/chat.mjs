// SPDX-License-Identifier: GPL-3.0-or-later
// AuraOS' published client, twice, and sessions of Belfry's own tongue hold a conversation.
import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import test, {after, afterEach, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, quietAssistant} from './support/console.mjs';
import {socketIo} from './support/modules.mjs';

const io = socketIo();
const general = 'general_chat';
const people = {omar: 'nine loud ravens at dawn', eve: 'three slow herons at noon'};
let belfry;
let tokens;
let open = [];

/** Remembers what comes, and finds the next that is wanted. */
class Ear {
  #heard = [];
  #news = new EventEmitter().setMaxListeners(0);

  take(word, payload) {
    this.#heard.push([word, payload]);
    this.#news.emit('heard');
  }

  async next(word, wanted = () => true) {
    for (;;) {
      const at = this.#heard.findIndex(([each, payload]) => each === word && wanted(payload));
      if (at >= 0) {
        return this.#heard.splice(at, 1)[0][1];
      }
      await once(this.#news, 'heard', {signal: AbortSignal.timeout(20000)});
    }
  }

  has(word) { return this.#heard.some(([each]) => each === word); }
}

async function aura(token) {
  const socket = io(belfry.url, {auth: {token}, forceNew: true, reconnection: false, transports: ['websocket']});
  const ear = new Ear();
  socket.onAny((word, payload) => ear.take(word, payload));
  open.push(() => socket.disconnect());
  await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
  const {user} = await socket.timeout(20000).emitWithAck('get_user_info', {});
  socket.emit('join_user_room', {userId: user.id});
  await ear.next('joined_chat');
  return {
    id: user.id,
    ear,
    say: (word, argument) => socket.timeout(20000).emitWithAck(word, argument),
    next: (word, wanted) => ear.next(word, wanted),
  };
}

async function desk(token) {
  const client = await Console.open(belfry, token);
  open.push(() => client.close());
  const ear = new Ear();
  client.onEvent(({event, payload}) => ear.take(event, payload));
  assert.ok((await client.ask('session.subscribe', {topics: ['chat.*', 'alerts.notified']})).reply);
  return {
    ear,
    next: (topic, wanted) => ear.next(topic, wanted),
    ask: async (command, params) => {
      const {reply, error} = await client.ask(command, params);
      assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
      return reply;
    },
    refused: async (command, params) => {
      const {reply, error} = await client.ask(command, params);
      assert.ok(error, `${command}: ${JSON.stringify(reply)}`);
      return error.code;
    },
  };
}

before(async () => {
  belfry = await Belfry.start();
  tokens = {dana: await belfry.login()};
  const admin = await Console.open(belfry, tokens.dana);
  for (const [username, password] of Object.entries(people)) {
    assert.ok((await admin.ask('identity.users.add', {username, password, role: 'viewer'})).reply);
    tokens[username] = await belfry.login({username, password});
  }
  admin.close();
  await quietAssistant(belfry, tokens.dana);
});
afterEach(() => {
  open.forEach((close) => close());
  open = [];
});
after(() => belfry?.remove());

test('two AuraOS clients and a console converse', async () => {
  const dana = await desk(tokens.dana);
  const omar = await aura(tokens.omar);
  const eve = await aura(tokens.eve);
  for (const client of [omar, eve]) {
    assert.equal((await client.say('join_chat_room', {roomName: general})).success, true);
    await client.next('chat_history');
  }
  await dana.ask('chat.join', {room_name: general});
  assert.equal((await omar.next('user_joined_chat', ({user}) => user.displayName === 'dana')).message, 'dana joined the chat');

  assert.equal((await omar.say('typing_start', {roomName: general})).success, true);
  assert.equal((await dana.next('chat.typing')).is_typing, true);
  assert.equal((await eve.next('user_typing')).userId, omar.id);

  await omar.say('send_message', {roomName: general, message: 'The printer smokes, @dana'});
  const heard = await dana.next('chat.message');
  assert.equal(heard.mentions[0].text, '@dana');
  const plain = await eve.next('new_message', ({userName}) => userName === 'omar');
  assert.deepEqual(Object.keys(plain).sort(), ['id', 'isAI', 'message', 'messageType', 'roomName', 'timestamp', 'userAvatar', 'userId', 'userName']);

  const answer = await dana.ask('chat.send', {room_name: general, message: 'On my way', reply_to: heard.id, cards: [{kind: 'device', id: 'd-1'}]});
  assert.equal(answer.reply_to, heard.id);
  assert.equal((await omar.next('new_message', ({message}) => message === 'On my way')).userName, 'dana');

  // What AuraOS has no word for reaches its clients as nothing, and the history as it is by then.
  await dana.ask('chat.edit', {room_name: general, id: answer.id, message: 'On my way, with an extinguisher'});
  assert.equal((await dana.next('chat.changed')).message.message, 'On my way, with an extinguisher');
  await dana.ask('chat.react', {room_name: general, id: heard.id, emoji: '🔥'});
  assert.deepEqual((await dana.next('chat.reacted')).reactions.map(({emoji, count}) => [emoji, count]), [['🔥', 1]]);
  const joke = await dana.ask('chat.send', {room_name: general, message: 'Bring marshmallows'});
  await dana.ask('chat.delete', {room_name: general, id: joke.id});
  assert.equal((await dana.next('chat.changed', ({deed}) => deed === 'deleted')).message.message, '');
  await omar.say('join_chat_room', {roomName: general});
  const history = await omar.next('chat_history');
  assert.deepEqual(history.slice(-2).map(({message}) => message), ['The printer smokes, @dana', 'On my way, with an extinguisher']);
  for (const client of [omar, eve]) {
    assert.ok(!client.ear.has('error'));
  }

  const {messages} = await dana.ask('chat.search', {text: 'extinguisher'});
  assert.deepEqual(messages.map(({id}) => id), [answer.id]);
  const page = await dana.ask('chat.history', {room_name: general, around: answer.id, limit: 3});
  assert.equal(page.messages.length, 3);
  const {entries} = await dana.ask('chat.trace', {room_name: general, id: joke.id});
  assert.equal(entries[0].text, 'Bring marshmallows');
  const log = await dana.ask('chat.log.export', {room_name: general, format: 'csv'});
  assert.match(log.text, /"On my way, with an extinguisher"/);
});

test('who is called and away finds it when they come', async () => {
  const dana = await desk(tokens.dana);
  const eve = await desk(tokens.eve);
  await dana.ask('chat.join', {room_name: 'workshop'});
  const message = await dana.ask('chat.send', {room_name: 'workshop', message: '@eve, where is the key?'});
  const notice = await eve.next('alerts.notified');
  assert.equal(notice.data.message_id, message.id);
  const {rooms} = await eve.ask('chat.rooms.list', {});
  const workshop = rooms.find(({room}) => room.name === 'workshop');
  assert.equal(workshop.marks.mentions, 1);
  const other = await desk(tokens.eve);
  assert.equal((await eve.ask('chat.read', {room_name: 'workshop', up_to: message.id})).mentions, 0);
  assert.equal((await other.next('chat.marked')).marks.up_to, message.id);
  assert.ok(!eve.ear.has('chat.marked'));
});

test('what is private stays so, whatever is said', async () => {
  const dana = await desk(tokens.dana);
  const omar = await desk(tokens.omar);
  const eve = await aura(tokens.eve);
  await dana.ask('chat.rooms.set', {room_name: 'crew', kind: 'private', members: ['omar']});
  assert.equal((await omar.next('chat.room.changed')).room.name, 'crew');
  await omar.ask('chat.join', {room_name: 'crew', is_quiet: true});
  const direct = await dana.ask('chat.direct', {user: 'omar'});
  for (const name of ['crew', direct.name]) {
    const refused = await eve.say('join_chat_room', {roomName: name});
    assert.equal(refused.success, false);
    assert.equal((await eve.say('send_message', {roomName: name, message: 'let me in'})).success, false);
    await eve.say('join_room', name); // anybody enters any name, and hears nothing of it
  }
  await dana.ask('chat.send', {room_name: 'crew', message: 'under the mat'});
  assert.equal((await omar.next('chat.message')).message, 'under the mat');
  await eve.say('leave_room', 'nowhere'); // what was sent before has been dealt with
  assert.ok(!eve.ear.has('new_message') && !eve.ear.has('joined_chat') && !eve.ear.has('chat_history'));
  const stranger = await desk(tokens.eve);
  assert.equal(await stranger.refused('chat.history', {room_name: 'crew'}), 'forbidden');
  assert.deepEqual((await stranger.ask('chat.search', {text: 'mat'})).messages, []);
  assert.ok(!(await stranger.ask('chat.rooms.list', {})).rooms.some(({room}) => ['crew', direct.name].includes(room.name)));
});

test('a slash is previewed, and what it makes is a command of its own', async () => {
  const dana = await desk(tokens.dana);
  const {words} = await dana.ask('chat.commands', {});
  assert.ok(words.some(({word}) => word === 'ack') && words.some(({word}) => word === 'scan'));
  const preview = await dana.ask('chat.command', {room_name: general, text: '/topic All about printers'});
  assert.equal(preview.is_changing, true);
  assert.equal((await dana.ask(preview.command, preview.params)).topic, 'All about printers');
  const {fault} = await dana.ask('chat.command', {room_name: general, text: '/dm @nobody'});
  assert.deepEqual([fault.start, fault.length], [4, 7]);
  const omar = await desk(tokens.omar);
  assert.ok(!(await omar.ask('chat.commands', {})).words.some(({word}) => word === 'ack'));
  assert.equal(await omar.refused(preview.command, preview.params), 'forbidden');
});

test('too much is refused, and nobody else notices', async () => {
  const dana = await desk(tokens.dana);
  const omar = await desk(tokens.omar);
  await omar.ask('chat.join', {room_name: general});
  assert.equal(await omar.refused('chat.send', {room_name: general, message: 'x'.repeat(900_000)}), 'invalid');
  const codes = await Promise.all(Array.from({length: 60}, () => omar.refused('chat.send', {room_name: general, message: ''})));
  assert.ok(codes.includes('limited') && codes.includes('invalid'));
  assert.equal((await dana.ask('chat.send', {room_name: general, message: 'still here'})).message, 'still here');
  assert.equal((await omar.next('chat.message', ({message}) => message === 'still here')).user_name, 'dana');
});
