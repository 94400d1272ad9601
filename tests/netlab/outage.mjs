// SPDX-License-Identifier: GPL-3.0-or-later
// A switch with 48 devices dies: Belfry has found and mapped them, the window exports its map of them in every form, and
// the outage is one event. With BELFRY_SHOTS, the window's pictures before and in the outage are kept there.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Belfry, plainEnvironment, temporaryFolder} from '../interop/support/belfry.mjs';
import {Console, overlookMachine} from '../interop/support/console.mjs';
import {webhooks} from '../interop/support/receivers.mjs';
import {demand, devicesByName, seen} from './knowledge.mjs';
import {Network} from './network.mjs';
import {community, subnets} from './network/plan.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const plain = 48;
let network;
let belfry;
let client;
let token;
let folder;
let hooks;
let behind; // names of what stands behind sw2

const ask = (command, params) => demand(client, command, params);

const devices = () => devicesByName(network, client);

async function links() {
  const byId = new Map([...await devices()].map(([name, {id}]) => [id, name]));
  return (await ask('network.links.list')).links.map((link) =>
    ({...link, ends: [byId.get(link.source_id), byId.get(link.target_id)].sort().join()}));
}

const inOffice = () => network.nodes.map(({name}) => name).filter((name) => network.address(name)?.startsWith('10.77.1.'));
const speakWith = (names) =>
  spawnSync('fping', ['-c1', '-t500', '-q', ...names.map((name) => network.address(name))], {stdio: 'ignore'});

/** Runs a window on the server until it has written its files. */
async function lookThroughWindow(word, count) {
  const child = spawn(process.env.BELFRY_LABWINDOW, [folder, String(count), word], {
    stdio: 'inherit', env: plainEnvironment({BELFRY_URL: belfry.url, BELFRY_TOKEN: token, QT_QPA_PLATFORM: 'offscreen'})});
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  const keep = process.env.BELFRY_SHOTS;
  if (keep) {
    fs.readdirSync(folder).forEach((name) => fs.copyFileSync(path.join(folder, name), path.join(keep, name)));
  }
}

/** What went out by the channel: of each message its alerts, why, and how many more are a part of each. */
const sent = () => hooks.posts.map(({body}) => JSON.parse(body).items.map(({alert_id: id, reason, children}) => [id, reason, children]));

const written = (name) => fs.readFileSync(path.join(folder, name));
const times = (text, pattern) => [...text.matchAll(pattern)].length;

before(async () => {
  folder = temporaryFolder();
  network = await Network.raise({plain});
  belfry = await Belfry.start();
  token = await belfry.login();
  client = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
  hooks = await webhooks();
  await ask('alerts.delivery.set', {ends_learning: true});
  const {id} = await ask('alerts.channels.set', {display_name: 'Out', kind: 'webhook',
                                                 settings: {url: hooks.place('/out'), is_private_allowed: true}});
  await ask('alerts.routes.set', {route: {display_name: 'All of it', channels: [id], is_enabled: true}});
});

after(async () => {
  client?.close();
  await belfry?.stop();
  await network?.end();
  hooks?.close();
  fs.rmSync(folder, {recursive: true, force: true});
});

test('an office of sixty is found at once', async () => {
  await ask('network.credentials.set', {display_name: 'Office', version: 'v2c', community});
  await ask('network.scope.set', {subnet: subnets.servers, ticked: true});
  await ask('network.scope.set', {subnet: subnets.office, ticked: true});
  const began = performance.now();
  behind = inOffice().filter((name) => network.node(name).legs && network.farEnd(name).net === 'sw2');
  assert.equal(behind.length, plain + 1);
  await seen('all behind sw2', async () => {
    const known = await devices();
    return behind.every((name) => known.has(name));
  });
  console.log(`${behind.length} devices were found ${Math.round(performance.now() - began)} ms after their network was ticked`);
});

test('and joined to their switch', async () => {
  speakWith(inOffice());
  await seen(async () => `all at sw2, but for ${behind.length - (await links()).filter(({ends}) => ends.endsWith(',sw2') || ends.startsWith('sw2,')).length}`,
             async () => {
    const measured = new Set((await links()).filter(({origin}) => origin === 'measured').map(({ends}) => ends));
    return behind.every((name) => measured.has([name, 'sw2'].sort().join()));
  }, 240, 250);
  await seen('the way to the servers is a measured link, too', async () =>
    (await links()).some(({layer, origin, ends}) => layer === 'l3' && origin === 'measured' && ends.includes('router')), 120, 250);
});

test('the window exports its map of them', async () => {
  const known = (await ask('network.devices.list', {limit: 1000})).devices;
  const joined = (await ask('network.links.list')).links;
  await lookThroughWindow('before', known.length);
  assert.equal(written('map.png').subarray(1, 4).toString(), 'PNG');
  assert.equal(written('map.pdf').subarray(0, 5).toString(), '%PDF-');
  const svg = written('map.svg').toString();
  assert.match(svg, /printer/);
  const csv = written('devices.csv').toString().trim().split('\r\n');
  const since = (await ask('network.devices.list', {limit: 1000})).devices.length;
  assert.ok(csv.length > known.length && csv.length <= since + 1, `${csv.length} lines of ${known.length} devices`);
  assert.ok(written('links.csv').toString().trim().split('\r\n').length >= joined.length);
  const graph = written('map.graphml').toString();
  const drawing = written('map.drawio').toString();
  const sketch = written('map.mmd').toString();
  assert.ok(times(graph, /<node /g) >= known.length, 'every device is a node');
  assert.ok(times(graph, /<edge /g) >= behind.length, 'every cable is an edge');
  for (const name of ['printer', 'sw1', 'sw2', 'workstation']) {
    const {name: called} = (await devices()).get(name);
    for (const text of [csv.join('\n'), graph]) {
      assert.ok(text.includes(called), called);
    }
    for (const text of [drawing, sketch]) { // what is for eyes is as short as on the map
      assert.ok(text.includes(called.split('.')[0]), called);
    }
  }
});

test('their switch dies, and that is one event', async () => {
  await seen('all of them up', async () => {
    const known = await devices();
    return [...behind, 'sw1', 'sw2'].every((name) => known.get(name).state === 'up');
  });
  const ids = [...await devices()].filter(([name]) => behind.includes(name) || name === 'sw2').map(([, {id}]) => id);
  await ask('network.devices.set', {ids, expected_up: true});
  const names = new Map([...await devices()].map(([name, {id}]) => [id, name]));
  const told = [];
  const raised = [];
  const notified = [];
  await ask('session.subscribe', {topics: ['network.device.status', 'alerts.raised', 'alerts.notified']});
  client.onEvent((event) => {
    if (event.event === 'network.device.status' && !event.payload.is_online) {
      told.push({name: names.get(event.payload.device_id), cause: event.payload.cause_id, priority: event.priority});
    } else if (event.event === 'alerts.raised') {
      raised.push(event.payload);
    } else if (event.event === 'alerts.notified') {
      notified.push(event.payload);
    }
  });
  // All are asked in turn: those behind it are missed before it is, so that one notice tells of all of them.
  const answer = async () => (await devices()).get('sw2').latency;
  const before = await answer();
  await seen('that sw2 was asked just now', async () => await answer() !== before, 60, 20);
  await network.powerOff('sw2');
  await seen('sw2 down, all behind it unreachable', async () => {
    const known = await devices();
    return known.get('sw2').state === 'down' && behind.every((name) => known.get(name).state === 'unreachable');
  });
  const root = (await devices()).get('sw2').id;
  const own = told.filter(({name}) => name && network.node(name)?.answersPing !== false);
  assert.deepEqual(own.filter(({cause}) => !cause).map(({name}) => name), ['sw2'], JSON.stringify(own));
  assert.equal(own.filter(({cause}) => cause === root).length, behind.length);
  assert.equal(own.filter(({priority}) => priority >= 7).length, 1, 'only the switch is something to look at');

  // One alert, in which all that is behind the switch is folded; one notification, and one message by each channel.
  const {alerts} = await seen('an alert with all of them', async () => {
    const list = await ask('alerts.list');
    return list.alerts.some(({children}) => children === behind.length) && list;
  });
  // Whatever it is of: nothing but the switch is worth an alert in this office.
  assert.deepEqual(alerts.map(({source, subject_id: id, children}) => [source, id, children]), [['device-down', root, behind.length]]);
  const [{id: outage}] = alerts;
  const {children} = await ask('alerts.get', {id: outage});
  assert.deepEqual(new Set(children.map(({folded_into: into}) => into)), new Set([outage]));
  assert.equal(children.length, behind.length);
  assert.deepEqual(raised.map(({id}) => id), [outage]);
  await seen('a notification', () => notified.length > 0, 30);
  await seen('a message by the channel', () => sent().length > 0, 30);
  await new Promise((resolve) => setTimeout(resolve, 11_000)); // what would follow would be told by now
  assert.equal(notified.length, 1, JSON.stringify(notified));
  assert.deepEqual(sent(), [[[outage, 'raised', behind.length]]]);
  assert.match(notified[0].title, new RegExp(`sw2.*${behind.length}`));
  await lookThroughWindow('outage', (await ask('network.devices.list', {limit: 1000})).devices.length);
  await network.powerOn('sw2');
  await seen('all of them up again', async () => {
    const known = await devices();
    return behind.every((name) => known.get(name).state === 'up');
  });
  await seen('every alert resolved', async () =>
    (await ask('alerts.list', {is_flat: true})).alerts.length === 0);
  assert.equal(raised.length, 1, 'nothing was raised while they came back');
  await seen('that it is over', () => notified.length > 1, 30);
  assert.equal(notified.length, 2, JSON.stringify(notified.map(({title}) => title)));
  assert.equal(notified[1].type, 'success');
  await seen('a message that it is over', () => sent().length > 1, 30);
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  assert.deepEqual(sent().slice(1).map((items) => items.map(([id, reason]) => [id, reason])), [[[outage, 'resolved']]]);
  assert.equal(notified.length, 2);
});
