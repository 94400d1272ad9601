// SPDX-License-Identifier: GPL-3.0-or-later
// Belfry asks a real network what joins it: devices let it in by SNMP and say what they are, bridges and LLDP say which
// cable goes where, routes say what is behind the router; and a dead switch is one event, not one for each device behind.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {demand, devicesByName, seen} from './knowledge.mjs';
import {Network} from './network.mjs';
import {community, secret, subnets} from './network/plan.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const plain = 4;
let network;
let belfry;
let client;

const ask = (command, params) => demand(client, command, params);

const devices = () => devicesByName(network, client);

/** Links as "sw1:port3 - printer:", by names in the lab, the one that comes first in the alphabet first. */
async function links() {
  const byId = new Map([...await devices()].map(([name, device]) => [device.id, name]));
  const {links: list} = await ask('network.links.list');
  return list.map((link) => {
    const ends = [[byId.get(link.source_id) ?? link.source_id, link.source_port],
                  [byId.get(link.target_id) ?? link.target_id, link.target_port]];
    return {...link, ends: ends.map(([name]) => name).sort(), ports: Object.fromEntries(ends)};
  });
}

const joins = (list, a, b) => list.find(({ends}) => ends.join() === [a, b].sort().join());
const speakWith = (names) =>
  spawnSync('fping', ['-c2', '-t500', '-q', ...names.map((name) => network.address(name))], {stdio: 'ignore'});
const inOffice = () => network.nodes.map(({name}) => name).filter((name) => network.address(name)?.startsWith('10.77.1.'));

before(async () => {
  network = await Network.raise({plain});
  belfry = await Belfry.start();
  client = await Console.open(belfry, await belfry.login());
});

after(async () => {
  client?.close();
  await belfry?.stop();
  await network?.end();
});

test('credentials are kept, and their secrets never told', async () => {
  const {id} = await ask('network.credentials.set', {display_name: 'Office', version: 'v2c', community});
  await ask('network.credentials.set', {
    display_name: 'Vaults', version: 'v3', user: secret.user, authentication: 'sha', privacy: 'aes',
    authentication_key: secret.auth, privacy_key: secret.privacy, networks: [subnets.servers]});
  const {credentials} = await ask('network.credentials.list');
  assert.deepEqual(credentials.map(({display_name: name}) => name).sort(), ['Office', 'Vaults']);
  for (const word of [community, secret.auth, secret.privacy]) {
    assert.ok(!JSON.stringify(credentials).includes(word), word);
  }
  const bad = await client.ask('network.credentials.set', {display_name: 'Short', version: 'v3', user: 'x',
                                                           authentication: 'sha', authentication_key: 'short'});
  assert.match(bad.error?.message ?? '', /8 characters/);
  const outside = await client.ask('network.credentials.test', {id, address: network.address('sw1')});
  assert.match(outside.error?.message ?? '', /[Tt]ick/);
  await ask('network.scope.set', {subnet: subnets.office, ticked: true});
  await ask('network.scope.set', {subnet: subnets.servers, ticked: true});
  const answer = await ask('network.credentials.test', {id, address: network.address('sw1')});
  assert.equal(answer.answered, true, answer.message);
  assert.match(answer.message, /ProCurve/);
});

test('who lets us in says what it is', async () => {
  speakWith(inOffice());
  const expected = new Map([['sw1', 'switch'], ['sw2', 'switch'], ['router', 'router'], ['printer', 'printer']]);
  for (const [name, type] of expected) {
    await seen(`${name} is a ${type}`, async () => (await devices()).get(name)?.device_type === type);
  }
  const {id} = (await devices()).get('sw1');
  const page = await seen('sw1 says what it is', async () => {
    const found = await ask('network.devices.get', {id});
    return found.system && found;
  });
  assert.match(page.system.description, /2910al/);
  assert.ok(page.interfaces.some(({name}) => name === 'port1'));
});

test('names come from the name server and from the devices', async () => {
  await seen('the workstation has its name', async () => /^workstation/.test((await devices()).get('workstation')?.name));
  await seen('the nas has its name', async () => /^nas/.test((await devices()).get('nas')?.name));
});

test('cables are measured: which switch, which port', async () => {
  speakWith(inOffice());
  const plan = ['printer', 'camera', 'nas', 'workstation', 'router', 'sw2'].map((name) => [name, network.farEnd(
    name === 'router' ? 'router:lan' : name === 'sw2' ? 'sw2:uplink' : name)]);
  for (const [name, {net, device: port}] of plan) {
    const link = await seen(async () => `${name} at ${net}:${port} in ${JSON.stringify((await links()).map(({ends, ports, origin, kind}) => [ends, ports, origin, kind]))}`,
                            async () => {
                              const found = joins(await links(), name, net);
                              return found?.origin === 'measured' && found;
                            }, 150);
    assert.equal(link.layer, 'l2', name);
    assert.equal(link.ports[net], port, name);
    assert.ok(link.evidence.length > 0, name);
  }
  const list = await links();
  assert.equal(joins(list, 'printer', 'sw2'), undefined);
  assert.equal(joins(list, 'workstation', 'sw1'), undefined);
});

test('a dead switch is one event, and what is behind it is unknown', async () => {
  const behind = network.nodes.filter(({legs, name}) => legs && network.farEnd(name).net === 'sw2').map(({name}) => name);
  assert.equal(behind.length, plain + 1);
  speakWith(behind);
  const state = async (name) => (await devices()).get(name)?.state;
  for (const name of [...behind, 'sw2', 'sw1', 'printer']) {
    await seen(`${name} is up`, async () => await state(name) === 'up');
    // Else it would be away, which nobody minds.
    await ask('network.devices.set', {ids: [(await devices()).get(name).id], expected_up: true});
  }
  await seen('the map knows what is behind sw2', async () => {
    const list = await links();
    return behind.every((name) => joins(list, name, 'sw2')?.origin === 'measured');
  });
  const names = new Map([...await devices()].map(([name, {id}]) => [id, name]));
  const told = [];
  await ask('session.subscribe', {topics: ['network.device.status']});
  client.onEvent((event) => {
    if (event.event === 'network.device.status') {
      told.push({name: names.get(event.payload.device_id), ...event.payload, priority: event.priority});
    }
  });
  await network.powerOff('sw2');
  await seen('sw2 is down', async () => await state('sw2') === 'down');
  for (const name of behind) {
    await seen(`${name} is unreachable`, async () => await state(name) === 'unreachable');
  }
  // One answers no ping, and is taken for away whatever happens.
  const gone = told.filter(({name, is_online: isOnline}) => name && !isOnline && network.node(name)?.answersPing !== false);
  assert.deepEqual(gone.filter(({cause_id: cause}) => !cause).map(({name}) => name), ['sw2'], JSON.stringify(gone));
  const root = (await devices()).get('sw2').id;
  for (const name of behind) {
    assert.deepEqual(gone.filter((one) => one.name === name).map(({cause_id: cause}) => cause), [root], name);
  }
  assert.equal(await state('printer'), 'up');
  await network.powerOn('sw2');
  for (const name of [...behind, 'sw2']) {
    await seen(`${name} is up again`, async () => await state(name) === 'up');
  }
});

test('what goes through a port is recorded', async () => {
  const {id} = (await devices()).get('sw1');
  const {series} = await seen('two readings of port1', async () => {
    const history = await ask('metrics.history', {
      source: id, names: ['interface.port1.rx', 'interface.port1.errors'],
      from: new Date(Date.now() - 600_000).toISOString(), to: new Date().toISOString()});
    return history.series.every(({points}) => points.length > 0) && history;
  }, 300);
  assert.deepEqual(series.map(({unit}) => unit), ['bytes/s', '1/s']);
});
