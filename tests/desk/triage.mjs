// SPDX-License-Identifier: GPL-3.0-or-later
// A storm of 200 alerts is seen to in the real window on the real program with the keyboard alone, by what a screen reader
// says of it; at the end the server's record is what the window showed.
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console, overlookMachine} from '../interop/support/console.mjs';
import {demand, seen} from '../interop/support/waiting.mjs';
import {Desk} from './desk.mjs';

const storm = 200;
const severities = [9, 7, 5, 3];
let belfry;
let token;
let record; // another console
let desk;

const ask = (command, params) => demand(record, command, params);
const idIn = (row) => /\b(A-\d+)\b/.exec(row)[1];
const rows = async () => (await desk.rows('Alerts', 1000)).rows ?? []; // an empty list is a sentence
const rowOf = async (id) => (await rows()).find((row) => idIn(row) === id);
const alertOf = async (id) => (await ask('alerts.get', {id})).alert;

/** The row the keyboard is on, as it is read out. */
async function current() {
  const {role, name, row} = await desk.focused();
  assert.deepEqual([role, name], ['Table', 'Alerts']);
  return row;
}

/** Presses these keys on the table and waits until the server says so of the alert it was on. */
async function settle(id, holds, ...keys) {
  const focused = await desk.press(...keys);
  await seen(async () => `${keys} on ${id}: ${JSON.stringify(await alertOf(id))}`, async () => holds(await alertOf(id)), 20);
  return focused;
}

async function filterBy(text, count) {
  await desk.press('Ctrl+F', 'Ctrl+A', 'Del');
  assert.equal((await desk.focused()).name, 'Filter the alerts');
  await desk.type(text);
  await desk.press('Return');
  await seen(async () => `${count} rows of ${text}: ${(await rows()).length}`, async () => (await rows()).length === count, 20);
  await desk.press('Home');
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
  record = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
  await ask('identity.users.add', {username: 'omar', password: 'nine loud ravens at dawn', role: 'operator'});
  for (let i = 0; i < storm; ++i) {
    const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
      id: `s-${i}`, title: `Storm ${i}`, message: 'Look at it.', alert_type: 'system', severity: severities[i % 4],
      source: `probe-${i}`, created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`});
    assert.equal(answer.status, 200);
  }
  await seen('all of them', async () => (await ask('alerts.list', {limit: 1})).count === storm);
});
after(async () => {
  await desk?.close();
  record?.close();
  await belfry?.remove();
});

test('the list is reached and read', async () => {
  desk = await Desk.open(belfry, token);
  await seen('the page', async () => (await desk.press('Ctrl+5')).window.startsWith('127.0.0.1') && (await desk.focused()).window.includes('Alerts'), 20);
  await seen('all rows', async () => (await rows()).length === storm, 30);
  await desk.tabTo(/^Alerts$/);
  await desk.press('Home');
  assert.match(await current(), /^Critical, Storm \d+, .*Open/);
  const first = idIn(await current());
  await desk.press('J');
  const second = idIn(await current());
  assert.notEqual(first, second);
  await desk.press('K');
  assert.equal(idIn(await current()), first);
});

test('one is acknowledged with a note, and that is undone', async () => {
  const id = idIn(await current());
  const sheet = await desk.press('Shift+A');
  assert.deepEqual([sheet.window, sheet.name, sheet.role], ['Acknowledge', 'Note', 'EditableText']);
  await desk.type('On my way');
  await settle(id, ({state, acknowledgement}) => state === 'acknowledged' && acknowledgement.note === 'On my way', 'Return');
  await seen('that it can be undone', async () => (await desk.all('Button')).some(({name}) => name === 'Undo'), 20);
  await settle(id, ({state}) => state === 'open', 'Ctrl+Z'); // while it is offered
  await seen('that it is open', async () => /Open/.test(await rowOf(id)), 20);
  const {entries} = await ask('alerts.get', {id});
  assert.deepEqual(entries.map(({deed}) => deed), ['raised', 'acknowledged', 'unacknowledged']);
});

test('one is given away, one silenced, one commented, one resolved', async () => {
  await desk.press('Home');
  const given = idIn(await current());
  assert.equal((await desk.press('O')).window, 'Give to somebody');
  await desk.type('omar');
  await settle(given, ({assignee}) => assignee === 'omar', 'Return');
  await seen('its owner', async () => /omar/.test(await rowOf(given)), 20);

  await desk.press('J');
  const silenced = idIn(await current());
  const reason = await desk.press('S');
  assert.deepEqual([reason.window, reason.name], ['Silence alerts', 'Reason']);
  await desk.type('We know');
  await settle(silenced, ({silenced_by: by}) => by !== '', 'Return');
  await seen('that it is silenced', async () => /silenced until/.test(await rowOf(silenced)), 20);
  const {silences} = await ask('alerts.silences.list');
  assert.deepEqual(silences.map(({reason: why, alerts}) => [why, alerts]), [['We know', 1]]);

  await desk.press('J');
  const commented = idIn(await current());
  assert.equal((await desk.press('N')).window, 'Add a comment');
  await desk.type('The fan is on its way');
  await desk.press('Ctrl+Return');
  await seen('the comment', async () =>
    (await ask('alerts.get', {id: commented})).entries.some(({deed, text}) => deed === 'commented' && text === 'The fan is on its way'), 20);
  await seen('the list', async () => (await desk.focused()).name === 'Alerts', 20);
  await settle(commented, ({state}) => state === 'resolved', 'R');
  await seen('that it is over', async () => /Resolved/.test(await rowOf(commented) ?? 'Resolved'), 20);
});

test('what is medium is acknowledged at once', async () => {
  await filterBy('sev:medium', storm / 4);
  assert.ok((await rows()).every((row) => row.startsWith('Medium')));
  const button = async () => (await desk.all('Button')).some(({name}) => name === `Acknowledge ${storm / 4}`);
  await desk.press('Ctrl+A');
  await seen('how many are meant', button, 20);
  await desk.press('A');
  await seen('all acknowledged', async () => (await ask('alerts.list', {limit: 1000})).alerts
    .filter(({severity, state}) => severity === 5 && state === 'acknowledged').length === storm / 4, 20);
  await desk.press('Escape');
});

test('the rest is seen to one by one', async () => {
  const {open} = (await ask('alerts.list')).counts;
  assert.ok(open >= storm * 3 / 4 - 2, String(open));
  await filterBy('state:open', open);
  for (let i = 0; i < open; ++i) {
    const row = await current();
    const id = idIn(row);
    const isBad = /^(Critical|High)/.test(row);
    await settle(id, ({state}) => state === (isBad ? 'acknowledged' : 'resolved'), isBad ? 'A' : 'R');
  }
  assert.equal((await ask('alerts.list')).counts.open, 0);
});

test('the record is what the window shows, and no pointer was moved', async () => {
  await desk.press('Ctrl+F', 'Ctrl+A', 'Del');
  const words = {open: 'Open', acknowledged: 'Acknowledged', resolved: 'Resolved'};
  const {alerts} = await ask('alerts.list', {limit: 1000, states: Object.keys(words)});
  const resolved = alerts.filter(({state}) => state === 'resolved').length;
  const shown = new Map();
  for (const [keys, count] of [[['End', 'Left'], storm - resolved], [['End'], resolved]]) { // all that is so, and what was
    await desk.tabTo(/^Part of the alerts$/);
    await desk.press(...keys);
    await seen('some of them', async () => (await rows()).length > 0, 20);
    await desk.tabTo(/^Alerts$/);
    await desk.press('Home');
    await seen(async () => `${count} rows: ${(await rows()).length}`, async () => (await rows()).length === count, 20);
    (await rows()).forEach((row) => shown.set(idIn(row), row));
  }
  assert.equal(alerts.length, storm);
  for (const {id, state, title, assignee} of alerts) {
    const row = shown.get(id);
    assert.ok(row.includes(`${title},`) && row.includes(words[state]), `${id} ${state}: ${row}`);
    assert.ok(!assignee || row.includes(assignee), `${assignee}: ${row}`);
  }
  if (process.env.BELFRY_SHOTS) {
    await desk.picture(path.join(process.env.BELFRY_SHOTS, 'triage.png'));
  }
  assert.equal(desk.pointers, 0);
});
