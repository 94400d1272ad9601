// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody looks after an alert: who comes next is told after their time, over real receivers, by who is on call; whoever
// looks after it spares the others; and the end of the program between two levels neither loses nor repeats one.
import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {hasMail, mailServer, webhooks} from './support/receivers.mjs';
import {demand, refused, seen} from './support/waiting.mjs';

const steps = [12, 40, 90]; // seconds; each is told of ten seconds later, and in between the program is killed
const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
let belfry;
let token;
let dana;
let hooks;
let mail;

const ask = (command, params) => demand(dana, command, params);

async function open() {
  token = await belfry.login();
  dana = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
}

async function killed() {
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  dana.close();
  await belfry.launch();
  await open();
}

const channel = async (display_name, kind, settings) => (await ask('alerts.channels.set', {
  display_name, kind, settings: {is_private_allowed: true, ...settings}})).id;
const route = (display_name, order, least_level, to) =>
  ask('alerts.routes.set', {route: {id: '', display_name, order, least_level, is_enabled: true, ...to}});
const raise = async (id) => assert.equal((await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
  id, title: `Trouble ${id}`, message: 'Look at it.', alert_type: 'system', severity: 9, source: 'probe',
  created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`})).status, 200);
const alertOf = async (id) => (await ask('alerts.list', {text: `Trouble ${id}`})).alerts[0];

/** What was delivered of an alert to whom: posts to a place, or mails. */
const told = (id, place) => place === 'mail' ? mail.mails.filter(({text}) => text.includes(`Trouble ${id}`))
                                             : hooks.about(`Trouble ${id}`, place);

before(async () => {
  hooks = await webhooks();
  mail = hasMail ? await mailServer() : undefined;
  belfry = await Belfry.start();
  await open();
  await ask('alerts.delivery.set', {ends_learning: true});
  await ask('identity.users.add', {...omar, role: 'operator'});
});
after(async () => {
  dana?.close();
  mail?.close();
  hooks?.close();
  await belfry?.remove();
});

test('times of levels grow, or are refused', async () => {
  assert.deepEqual((await ask('alerts.delivery.get')).escalate_after, [900, 1800, 3600]);
  for (const escalate_after of [[5], [60, 60], [60, 30], Array.from({length: 10}, (_, i) => 60 + i)]) {
    assert.equal((await refused(dana, 'alerts.delivery.set', {escalate_after})).code, 'invalid', String(escalate_after));
  }
  assert.deepEqual((await ask('alerts.delivery.set', {escalate_after: steps})).escalate_after, steps);
});

test('level after level is told, once, though the program is killed twice', {skip: !hasMail && 'python3-aiosmtpd is missing'}, async () => {
  const day = new Date(Date.now() - 36e5).toISOString().slice(0, 10);
  const first = await channel('First', 'webhook', {url: hooks.place('/first')});
  const boss = await channel('Boss', 'webhook', {url: hooks.place('/boss')});
  const chief = await channel('Chief', 'ntfy', {url: hooks.place('/'), topic: 'chief'});
  const letters = await channel('Letters', 'email', {host: '127.0.0.1', port: mail.port, security: 'none',
                                                    from: 'belfry@example.org', to: ['everybody@example.org']});
  const {id: rota_id} = await ask('alerts.rotas.set', {rota: {
    id: '', display_name: 'Network', time_zone: 'UTC', handover: 'daily', hour: 0, start: day,
    members: [{display_name: 'Dana', channel_id: first, address: ''},
              {display_name: 'Omar', channel_id: letters, address: 'omar@example.org'}],
    overrides: [{member: 'Omar', from: new Date(Date.now() - 36e5).toISOString(), until: new Date(Date.now() + 36e5).toISOString()}]}});
  assert.equal((await ask('alerts.rotas.list')).rotas[0].on_call, 'Omar');
  await route('The first', 0, 0, {channels: [first]});
  await route('On call', 1, 1, {rota_id});
  await route('The boss', 2, 2, {channels: [boss]});
  await route('The chief', 3, 3, {channels: [chief]});

  await raise('left');
  await raise('seen-to');
  await seen('the first are told of both', () => told('left', '/first').length && told('seen-to', '/first').length);
  await seen('who is on call is told of both', () => told('left', 'mail').length && told('seen-to', 'mail').length);
  for (const {to} of mail.mails) {
    assert.deepEqual(to, ['omar@example.org']);
  }

  const {id} = await alertOf('seen-to');
  const desk = await Console.open(belfry, await belfry.login(omar));
  await demand(desk, 'alerts.acknowledge', {ids: [id], note: 'Mine.'});
  desk.close();
  await killed();
  assert.equal((await alertOf('seen-to')).state, 'acknowledged');

  // The second time it is in the book that it is escalated, and nobody was told of it yet.
  await seen('the second level', async () => (await alertOf('left')).level === 2);
  assert.equal(told('left', '/boss').length, 0);
  await killed();
  await seen('the boss is told', () => told('left', '/boss').length > 0);
  await seen('and the chief', () => hooks.posts.some(({url, body}) => url === '/' && body.includes('Trouble left')));

  const {alert, entries} = await ask('alerts.get', {id: (await alertOf('left')).id});
  assert.equal(alert.level, 3);
  assert.deepEqual(entries.filter(({deed}) => deed === 'escalated').map(({text}) => text), ['1', '2', '3']);
  for (const place of ['/first', 'mail', '/boss', '/']) {
    assert.equal(told('left', place).length, 1, `${place} was told of what was left alone`);
  }
  for (const place of ['/boss', '/']) {
    assert.equal(told('seen-to', place).length, 0, `${place} was told of what was seen to`);
  }
  const keys = hooks.posts.map(({url, headers}) => `${url} ${headers['webhook-id'] ?? headers['idempotency-key']}`);
  assert.equal(new Set(keys).size, keys.length, 'nothing came twice');

  // Who was told hears that somebody looks after it.
  await ask('alerts.acknowledge', {ids: [alert.id], note: 'Mine, too.'});
  await seen('all four hear of that', () => ['/first', 'mail', '/boss', '/'].every((place) => told('left', place).length === 2));
});
