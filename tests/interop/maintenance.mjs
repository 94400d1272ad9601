// SPDX-License-Identifier: GPL-3.0-or-later
// Maintenance as people set it and as calendars have it: who is told of it and when, what is silenced meanwhile, and what
// is told behind it.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {socketIo} from './support/modules.mjs';
import {demand, refused, seen} from './support/waiting.mjs';

const minute = 60;
const viewer = {username: 'vera', password: 'four slow herons at noon'};
let belfry;
let token;
let dana;
let departments;
let heard; // what is told in our own tongue
let spoken; // what departments hear

const ask = (command, params) => demand(dana, command, params);
const ahead = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();
const set = (fields) => ask('alerts.maintenance.set', {matchers: 'source=probe', time_zone: 'UTC', duration: 3600, ...fields});
const list = async () => (await ask('alerts.maintenance.list')).windows;
const remove = (id) => ask('alerts.maintenance.remove', {id});
const stamp = (date) => date.toISOString().replace(/[-:]|\.\d+/g, '');

async function open() {
  token = await belfry.login();
  dana = await Console.open(belfry, token);
  heard = [];
  dana.onEvent(({event, payload}) => event === 'alerts.maintenance' && heard.push(payload));
  await ask('session.subscribe', {topics: ['alerts.maintenance']});
  departments = socketIo()(`${belfry.url}/departments`, {auth: {token}, transports: ['websocket'], forceNew: true});
  spoken = [];
  departments.on('system:maintenance', (said) => spoken.push(said));
  await once(departments, 'connect');
}

function close() {
  departments?.close();
  dana?.close();
}

/** What both are told next, as {fact, said}. */
async function told(state) {
  const fact = await seen(`that it is ${state}`, () => heard.shift(), 120);
  const said = await seen('the same in the contract', () => spoken.shift(), 20);
  assert.equal(fact.state, state, JSON.stringify(fact));
  return {fact, said};
}

const silent = () => assert.deepEqual([heard, spoken], [[], []]);

before(async () => {
  belfry = await Belfry.start();
  await open();
  await overlookMachine(belfry, token);
  await ask('identity.users.add', {...viewer, role: 'viewer'});
});
after(async () => {
  close();
  await belfry?.remove();
});

test('what begins soon is told at once, what is put off and off as well', async () => {
  const start = ahead(10 * minute);
  const {id} = await set({display_name: 'Core switches', reason: 'New firmware', start});
  const {fact, said} = await told('planned');
  assert.deepEqual(said, {timestamp: said.timestamp, maintenance: {type: 'scheduled', startTime: start, duration: 3600, impact: 'New firmware'}});
  assert.ok(Math.abs(Date.parse(said.timestamp) - Date.now()) < 20_000);
  assert.equal(fact.id, id);
  assert.equal(fact.display_name, 'Core switches');
  assert.equal(fact.start_time, start);
  const [listed] = await list();
  assert.deepEqual([listed.id, listed.is_active, listed.next_at, listed.ends_at],
    [id, false, start, new Date(Date.parse(start) + 3_600_000).toISOString()]);
  const later = ahead(12 * minute);
  await set({id, display_name: 'Core switches', start: later, duration: 7200});
  const moved = await told('planned');
  assert.deepEqual([moved.said.maintenance.startTime, moved.said.maintenance.duration, moved.said.maintenance.impact], [later, 7200, 'Core switches']);
  await remove(id);
  assert.equal((await told('cancelled')).said.maintenance.type, 'cancelled');
  assert.deepEqual(await list(), []);
  await set({display_name: 'Tomorrow', start: ahead(24 * 3600)});
  await remove((await list())[0].id);
  silent();
});

test('what cannot be is refused with a reason, and nothing is kept', async () => {
  const good = {display_name: 'Storage', matchers: 'source=probe', time_zone: 'UTC', start: ahead(3600), duration: 3600};
  for (const [fields, code, words] of [
    [{display_name: ' '}, 'invalid', /name/],
    [{matchers: 'source~probe'}, 'invalid', /~probe/],
    [{time_zone: 'Mars/Olympus'}, 'invalid', /Mars\/Olympus/],
    [{repetition: 'FREQ=YEARLY'}, 'invalid', /YEARLY/],
    [{duration: 10}, 'invalid', /duration/],
    [{start: 'soon'}, 'invalid', /start/],
    [{id: 'M-999'}, 'not_found', /M-999/],
  ]) {
    const error = await refused(dana, 'alerts.maintenance.set', {...good, ...fields});
    assert.equal(error.code, code, JSON.stringify([fields, error]));
    assert.match(error.message, words);
  }
  assert.equal((await refused(dana, 'alerts.maintenance.remove', {id: 'M-999'})).code, 'not_found');
  assert.equal((await refused(dana, 'alerts.maintenance.import', {calendar: 'hello', matchers: 'source=probe'})).code, 'invalid');
  const vera = await Console.open(belfry, await belfry.login(viewer));
  assert.equal((await refused(vera, 'alerts.maintenance.set', good)).code, 'forbidden');
  assert.deepEqual((await demand(vera, 'alerts.maintenance.list')).windows, []);
  vera.close();
  silent();
});

test('a calendar is imported with what it adds, moves and takes out of a series, and again', async () => {
  const first = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 86_400_000 + 2 * 3_600_000);
  const day = (days, hours = 0) => new Date(first.getTime() + days * 86_400_000 + hours * 3_600_000);
  const event = (uid, ...lines) => ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Patches', ...lines, 'END:VEVENT'];
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0',
    ...event('series@x', `DTSTART:${stamp(first)}`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4', `RDATE;VALUE=PERIOD:${stamp(day(0, 5))}/PT30M`),
    ...event('series@x', `RECURRENCE-ID:${stamp(first)}`, `DTSTART:${stamp(day(0, 2))}`, 'DURATION:PT2H'),
    ...event('series@x', `RECURRENCE-ID:${stamp(day(1))}`, 'STATUS:CANCELLED'),
    ...event('other@x', `DTSTART:${stamp(first)}`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
    ...event('other@x', `RECURRENCE-ID;RANGE=THISANDFUTURE:${stamp(day(1))}`, `DTSTART:${stamp(day(1, 1))}`, 'DURATION:PT1H'),
    'END:VCALENDAR', ''].join('\r\n');
  let id;
  for (let round = 0; round < 2; ++round) {
    const {windows, remarks} = await ask('alerts.maintenance.import', {calendar, matchers: 'source=probe'});
    assert.equal(windows.length, 1, JSON.stringify(remarks));
    assert.match(remarks.join('\n'), /RANGE/);
    const [window] = windows;
    assert.equal(window.id, id ??= window.id);
    assert.equal(window.next_at, day(0, 2).toISOString());
    assert.equal(window.ends_at, day(0, 4).toISOString());
    assert.deepEqual(window.exceptions, [first, day(1)].map((moment) => moment.toISOString()));
    assert.deepEqual(window.additions, [{begin: day(0, 5).toISOString(), duration: 1800}, {begin: day(0, 2).toISOString(), duration: 7200}]);
  }
  assert.equal((await list()).length, 1);
  const spans = async (source) => (await ask('alerts.maintenance.times', {from: day(0).toISOString(), to: day(3).toISOString(), ...source}))
    .times.map(({id: each, begin, end}) => [each, begin, end]);
  const all = await spans();
  assert.deepEqual(all.slice(0, 2), [[id, day(0, 2).toISOString(), day(0, 4).toISOString()], [id, day(0, 5).toISOString(), new Date(+day(0, 5) + 1800_000).toISOString()]]);
  await remove(id);
  assert.deepEqual(await spans(), []);
  silent();
});

test('while it runs alerts are counted and not told, over a restart too; what is still so behind it is told', async () => {
  const start = ahead(-minute + 50);
  const {id} = await set({display_name: 'Storage', start, duration: minute});
  assert.equal((await told('running')).said.maintenance.startTime, start);
  const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {id: 'x-1', title: 'The disk is gone', message: 'Look at it.',
    alert_type: 'system', severity: 8, source: 'probe', created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`});
  assert.equal(answer.status, 200, await answer.text());
  const found = async () => (await ask('alerts.list', {text: 'The disk is gone'})).alerts[0];
  const alert = await seen('the alert', found, 10);
  assert.equal(alert.silenced_by, id);
  assert.equal(alert.silenced_until, new Date(Date.parse(start) + minute * 1000).toISOString());
  assert.equal((await ask('alerts.list')).counts.silenced, 1);
  assert.equal((await list())[0].alerts, 1);
  const notices = async () => (await ask('alerts.notifications')).notifications.filter(({title}) => title.includes('The disk is gone'));
  close();
  await belfry.stop('SIGKILL');
  await belfry.launch();
  await open();
  assert.equal((await found()).silenced_by, id);
  assert.deepEqual(await notices(), []);
  const {fact, said} = await told('over');
  assert.equal(fact.id, id);
  assert.equal(said.maintenance.type, 'completed');
  assert.ok(Date.now() >= Date.parse(start) + minute * 1000);
  await seen('a notification', async () => (await notices()).length === 1, 40);
  assert.equal((await found()).silenced_by, '');
  assert.equal((await list())[0].is_active, false);
  silent();
});
