// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody sets the clock while the program runs, ahead and back, and back once more while it is killed: what is measured,
// found, said and looked after goes on, in the order in which it happened. Debian's libfaketime sets the wall clock alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, {after, before} from 'node:test';

import {Belfry, temporaryFolder} from './support/belfry.mjs';
import {Console, overlookMachine, quietAssistant} from './support/console.mjs';
import {demand, seen} from './support/waiting.mjs';

const hour = 3600;
const general = 'general_chat';
const folder = temporaryFolder();
const stamp = path.join(folder, 'clock');
const library = fs.readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketime.so.1`).find((file) => fs.existsSync(file));
const said = [];
let belfry;
let token;
let dana;
let heard;
let ahead = 0; // s of the program's clock

/** The clock shows so much more than that of this machine. */
function setClock(seconds) {
  ahead = seconds;
  fs.writeFileSync(`${stamp}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  fs.renameSync(`${stamp}.new`, stamp);
}

const ask = (command, params) => demand(dana, command, params);
const alerts = async (filter = {}) => (await ask('alerts.list', {limit: 1000, ...filter})).alerts;
const titled = async (title) => (await alerts({states: ['open', 'acknowledged', 'resolved']})).find((alert) => alert.title.startsWith(title));
const distance = (time) => Math.abs(Date.parse(time) - Date.now() - ahead * 1000);

async function open() {
  dana = await Console.open(belfry, token);
  heard = [];
  dana.onEvent((event) => heard.push({...event, far: event.event === 'metrics.sampled' ? distance(event.payload.timestamp) : 0}));
  await ask('session.subscribe', {topics: ['metrics.sampled', 'alerts.changed', 'chat.message']});
  await ask('chat.join', {room_name: general});
}

async function say(message) {
  said.push(message);
  await ask('chat.send', {room_name: general, message});
}

/** Raises an alert and sees that it is told, with the time that the clock shows. */
async function raise(title) {
  const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {id: title, title, message: 'Look at it.',
    alert_type: 'system', severity: 9, source: `probe of ${title}`, created_at: new Date(Date.now() + ahead * 1000).toISOString()}},
  {Authorization: `Bearer ${token}`});
  assert.equal(answer.status, 200, await answer.text());
  await seen(`${title} told`, () => heard.some(({event, payload}) =>
    event === 'alerts.changed' && payload.alerts.some((alert) => alert.title === title)), 20);
}

/** A rule that everything meets raises its alert, and is over once it is gone. */
async function findAndForget(name) {
  await ask('automation.rules.set', {rule: {id: 'met', name, condition: 'last(memory.usage[10s]) > -1', severity: 7, summary: '{value}'}});
  await seen(`${name} raised`, async () => (await titled(name))?.state === 'open', 20);
  await ask('automation.rules.remove', {id: 'met'});
  await seen(`${name} over`, async () => (await titled(name)).state === 'resolved', 20);
}

/** Everything goes on as the clock has it now. */
async function goesOn(name) {
  const from = heard.length;
  await seen('three readings of the new time', () => heard.slice(from).filter(({event, far}) =>
    event === 'metrics.sampled' && far < 5000).length >= 3, 60);
  await say(`It is ${name}`);
  await raise(`Raised ${name}`);
  await findAndForget(`Found ${name}`);
  const {messages} = await ask('chat.history', {room_name: general, limit: 100});
  assert.deepEqual(messages.map(({message}) => message).filter((message) => said.includes(message)), said);
  // Nobody has waited for a quarter of an hour, whatever the clock says.
  for (const {id, level} of await alerts()) {
    assert.equal(level, 0, `${id} was escalated`);
  }
  const numbers = heard.map(({sequence}) => sequence);
  assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b));
}

before(async () => {
  setClock(0);
  belfry = await Belfry.start({env: {LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: stamp, FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1'}});
  token = await belfry.login();
  await quietAssistant(belfry, token);
  await overlookMachine(belfry, token);
  await open();
});
after(async () => {
  dana?.close();
  await belfry?.remove();
  fs.rmSync(folder, {recursive: true, force: true});
});

test('as it is', async () => {
  await goesOn('as it was');
  await ask('alerts.acknowledge', {ids: [(await titled('Raised as it was')).id], note: 'Seen'});
});

test('two hours ahead', async () => {
  setClock(2 * hour);
  const before = token;
  token = await belfry.login(); // what was given for a quarter of an hour is not taken any more
  assert.equal((await fetch(`${belfry.url}/api/v1/me`, {headers: {Authorization: `Bearer ${before}`}})).status, 401);
  await goesOn('late');
  assert.match(belfry.err, /The clock was set by/);
  assert.equal((await titled('Raised as it was')).state, 'acknowledged');
});

test('back again, and an hour more', async () => {
  setClock(-hour);
  token = await belfry.login();
  await goesOn('early');
});

test('back by another hour while nobody runs', async () => {
  const known = await alerts();
  const told = (await ask('alerts.get', {id: known[0].id})).entries.length;
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  setClock(-2 * hour);
  await belfry.launch();
  token = await belfry.login();
  await open();
  assert.deepEqual((await alerts()).map(({id, state}) => [id, state]).sort(), known.map(({id, state}) => [id, state]).sort());
  assert.equal((await ask('alerts.get', {id: known[0].id})).entries.length, told);
  await goesOn('earlier');
});
