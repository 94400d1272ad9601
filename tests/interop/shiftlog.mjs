// SPDX-License-Identifier: GPL-3.0-or-later
// The log of the shift writes itself: what is raised, who looks after it and resolves it, and what is silenced, stand in its
// room and in what is exported of it.
import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {demand, refused, seen} from './support/waiting.mjs';

const log = 'shift_log';
let belfry;
let token;
let dana;

const raise = (id, fields = {}) => belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
  id, title: `Trouble ${id}`, message: 'Look at it.', alert_type: 'system', severity: 7, source: 'probe',
  created_at: new Date().toISOString(), ...fields}}, {Authorization: `Bearer ${token}`});
const raised = (id) => seen(`the alert ${id}`, async () =>
  (await demand(dana, 'alerts.list', {text: `Trouble ${id}`})).alerts[0], 20);

/** The lines of the room, once there is one like that. */
async function written(pattern) {
  const lines = async () => (await demand(dana, 'chat.history', {room_name: log}).catch(() => ({messages: []}))).messages;
  const line = await seen(async () => `${pattern} among ${JSON.stringify((await lines()).map(({message}) => message))}`,
    async () => (await lines()).find(({message}) => pattern.test(message)), 30);
  assert.deepEqual([line.user_id, line.message_type], ['system', 'system']);
  return line;
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
  dana = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
});
after(async () => {
  dana?.close();
  await belfry?.stop();
});

test('what becomes of alerts, and what is silenced, is written by itself', async () => {
  await raise('pump');
  const {id} = await raised('pump');
  const first = await written(new RegExp(`${id} \\(Trouble pump\\)`));
  assert.deepEqual(first.cards, [{kind: 'alert', id}]);
  await demand(dana, 'alerts.acknowledge', {ids: [id], note: 'I go there'});
  await written(new RegExp(`looks after ${id} \\(Trouble pump\\) — I go there`));
  const silence = await demand(dana, 'alerts.silences.set',
    {matchers: 'source="probe"', until: new Date(Date.now() + 3600e3).toISOString(), reason: 'The pump is changed'});
  await written(/silenced \{source="probe"\} until \d{4}-\d\d-\d\d \d\d:\d\d UTC — The pump is changed/);
  await demand(dana, 'alerts.silences.remove', {id: silence.id});
  await written(/ended the silence of \{source=/);
  await demand(dana, 'alerts.resolve', {ids: [id], note: 'A new pump'});
  await written(new RegExp(`resolved ${id} \\(Trouble pump\\) — A new pump`));
});

test('it is exported as it was written', async () => {
  const {text, messages} = await demand(dana, 'chat.log.export', {room_name: log});
  const {messages: lines} = await demand(dana, 'chat.history', {room_name: log});
  assert.equal(messages, lines.length);
  const places = lines.map(({message}) => text.indexOf(message.split('\n')[0]));
  assert.ok(places.every((place) => place >= 0), text);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
});

test('it is read by everybody, and written by those on duty', async () => {
  await demand(dana, 'identity.users.add', {username: 'eve', password: 'three slow herons at noon', role: 'viewer'});
  const eve = await Console.open(belfry, await belfry.login({username: 'eve', password: 'three slow herons at noon'}));
  const {messages} = await demand(eve, 'chat.history', {room_name: log});
  assert.ok(messages.length >= 5);
  await demand(eve, 'chat.join', {room_name: log});
  assert.equal((await refused(eve, 'chat.send', {room_name: log, message: 'me too'})).code, 'forbidden');
  eve.close();
});
