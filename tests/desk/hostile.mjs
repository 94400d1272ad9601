// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers write reaches the real window as it is written, and does not hold it up: the 308 bytes of markup that
// freeze a label for half a minute, in chat, titles, names and rooms; a message of a megabyte, a flood, borrowed names.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console, overlookMachine, quietAssistant} from '../interop/support/console.mjs';
import {demand, refused, seen} from '../interop/support/waiting.mjs';
import {Desk} from './desk.mjs';

const freeze = '<table><tr><td>'.repeat(20) + 'bang!!!!';
const patience = 10_000; // ms for an answer of the window, beside other tests; what it is about takes 31 s
const general = 'general_chat';
let belfry;
let token;
let admin;
let desk;

const ask = (command, params) => demand(admin, command, params);

/** What the window answers, which it must do soon. */
async function soon(what, act) {
  const began = performance.now();
  const answer = await act();
  const took = performance.now() - began;
  assert.ok(took < patience, `${what}: the window was held up for ${Math.round(took)} ms`);
  return answer;
}
const reads = (name, text) => seen(async () => `${text.slice(0, 40)} in ${name}: ${JSON.stringify(await desk.rows(name)).slice(0, 400)}`,
  async () => (await soon(name, () => desk.rows(name))).rows?.some((row) => row.includes(text.slice(0, 60))), 20);

before(async () => {
  assert.equal(Buffer.byteLength(freeze), 308);
  belfry = await Belfry.start();
  token = await belfry.login();
  admin = await Console.open(belfry, token);
  await quietAssistant(belfry, token);
  await overlookMachine(belfry, token);
  desk = await Desk.open(belfry, token);
});
after(async () => {
  await desk?.close();
  admin?.close();
  await belfry?.remove();
});

test('markup in chat and in the name of a room', async () => {
  await ask('chat.join', {room_name: general});
  await ask('chat.send', {room_name: general, message: freeze});
  await ask('chat.rooms.set', {room_name: 'markup', kind: 'public', topic: freeze.slice(0, 250)});
  await soon('the page', () => desk.press('Ctrl+9'));
  await reads('Messages', freeze);
  await reads('Chat rooms', 'markup');
  await ask('chat.send', {room_name: 'markup', message: `<img src=x onerror=alert(1)>\u202e${freeze}`});
  await soon('after it', () => desk.press('Ctrl+1', 'Ctrl+9'));
});

test('markup in the title of an alert, what it says and what is said of it', async () => {
  const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: 'h-1', title: freeze.slice(0, 256), message: freeze, alert_type: 'system', severity: 9, source: freeze.slice(0, 60),
    created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`});
  assert.equal(answer.status, 200);
  const [{id}] = await seen('the alert', async () => {
    const {alerts} = await ask('alerts.list');
    return alerts.length && alerts;
  }, 20);
  await ask('alerts.comment', {id, text: freeze});
  await soon('the page', () => desk.press('Ctrl+5'));
  await reads('Alerts', '<table>');
  await desk.tabTo(/^Alerts$/);
  await soon('its own page', () => desk.press('Home', 'Return'));
  await reads('What happened', freeze);
  for (const page of ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+5']) {
    await soon(page, () => desk.press(page));
  }
});

test('markup in the names of devices, and in what is noted of them', async () => {
  const names = [freeze.slice(0, 128), `<img src=x onerror=alert(1)>\u202egnp.tset`];
  for (const [i, name] of names.entries()) {
    const {id} = await ask('network.devices.add', {address: `192.0.2.${i + 7}`, display_name: name});
    await ask('network.devices.set', {ids: [id], owner: freeze.slice(0, 128), notes: freeze, tags: [freeze.slice(0, 60)]});
  }
  await soon('the page', () => desk.press('Ctrl+3'));
  for (const name of ['<table>', '<img src=x']) {
    await reads('Devices', name);
  }
  await desk.tabTo(/^Devices$/);
  await soon('its own page', () => desk.press('Home', 'Return'));
  await desk.hears('StaticText', /<(table|img)/);
  await soon('the map', () => desk.press('Ctrl+2'));
  await soon('the box', () => desk.press('Ctrl+K'));
  await soon('what is found', () => desk.type('<table'));
  await soon('back', () => desk.press('Escape', 'Escape', 'Ctrl+1'));
});

test('a message of a megabyte is refused, and a flood; nobody is who they are not', async () => {
  const flooder = await Console.open(belfry, token);
  const error = await refused(flooder, 'chat.send', {room_name: general, message: 'x'.repeat(1_000_000)});
  assert.equal(error.code, 'invalid');
  const codes = await Promise.all(Array.from({length: 200}, async (_, i) =>
    (await flooder.ask('chat.send', {room_name: general, message: `flood ${i}`})).error?.code));
  flooder.close();
  assert.ok(codes.includes('limited'), 'not all of a flood is taken');
  const {messages} = await ask('chat.history', {room_name: general, limit: 100});
  assert.equal(messages.filter(({message}) => message.startsWith('flood')).length, codes.filter((code) => !code).length);
  const spoofed = await seen('who may write again', async () => (await admin.ask('chat.send', {
    room_name: general, message: 'I am the assistant', user_id: 'ai_assistant', user_name: 'AI Assistant', is_ai: true})), 20);
  if (spoofed.reply) {
    assert.deepEqual([spoofed.reply.user_name, spoofed.reply.is_ai], ['dana', false]);
  } else {
    assert.ok(['invalid', 'limited'].includes(spoofed.error.code), JSON.stringify(spoofed));
  }
  await soon('after it all', () => desk.press('Ctrl+9'));
  assert.equal(desk.pointers, 0);
});

test('a rule that everything meets is one alert for each, told of together', async () => {
  const heard = [];
  admin.onEvent(({event, payload}) => event === 'alerts.notified' && heard.push(payload));
  await ask('session.subscribe', {topics: ['alerts.notified']});
  for (let i = 0; i < 20; ++i) {
    await ask('automation.rules.set', {rule: {id: `all-${i}`, name: `Everything ${i}`, condition: 'last(memory.usage[10s]) > -1',
      severity: 9, summary: '{value}'}});
  }
  await seen('an alert of each', async () => (await ask('alerts.list', {text: 'Everything', limit: 100})).count === 20, 40);
  await soon('the list', () => desk.press('Ctrl+5'));
  await seen('it is told', () => heard.length > 0, 30);
  assert.ok(heard.length <= 20, `${heard.length} notifications`);
  for (let i = 0; i < 20; ++i) {
    await ask('automation.rules.remove', {id: `all-${i}`});
  }
  await seen('all is over', async () => (await ask('alerts.list', {text: 'Everything'})).count === 0, 40);
});
