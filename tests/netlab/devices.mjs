// SPDX-License-Identifier: GPL-3.0-or-later
// Belfry finds and watches a real network without scanning it: who talks on the wire of a ticked network is a device with
// its maker, a pulled cable is seen, and a restart forgets nothing.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {seen} from './knowledge.mjs';
import {Network} from './network.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const office = '10.77.1.0/24';
let network;
let belfry;
let client;

async function devices(filter = {}) {
  const {reply, error} = await client.ask('network.devices.list', filter);
  assert.ok(reply, JSON.stringify(error));
  return new Map(reply.devices.map((device) => [device.addresses[0], device]));
}

const inOffice = () => network.nodes.filter((node) => network.address(node.name)?.startsWith('10.77.1.'));
const isState = (name, state) => seen(`${name} is ${state}`, async () =>
  (await devices()).get(network.address(name))?.state === state);

/** Whoever is spoken with is known to the kernel. */
function speakWithAll() {
  const addresses = inOffice().map((node) => network.address(node.name));
  spawnSync('fping', ['-c1', '-t500', '-q', ...addresses], {stdio: 'ignore'});
}

before(async () => {
  network = await Network.raise({plain: 4});
  belfry = await Belfry.start();
  client = await Console.open(belfry, await belfry.login());
});

after(async () => {
  client?.close();
  await belfry?.stop();
  await network?.end();
});

test('a network is offered, and nothing in it is taken in before it is ticked', async () => {
  speakWithAll();
  const {reply} = await client.ask('network.scope.list');
  const offered = reply.networks.find(({subnet}) => subnet === office);
  assert.equal(offered?.ticked, false);
  assert.equal(offered.interface, 'office');
  assert.equal((await devices()).size, 0);
});

test('who talks on the wire is a device with its hardware address and maker', async () => {
  assert.ok((await client.ask('network.scope.set', {subnet: office, ticked: true})).reply);
  const ticked = performance.now();
  await seen('the first of them, asked by Belfry itself', async () => (await devices()).has(network.address('printer')));
  console.log(`the printer was found ${Math.round(performance.now() - ticked)} ms after its network was ticked`);
  speakWithAll();
  // Not the two that share an address: that is another story.
  const answering = inOffice().filter(({name}) => network.mac(name) && name !== 'belfry' && !name.startsWith('twin'));
  assert.ok(answering.length > 8, `${answering.length} nodes`);
  await seen('all of them', async () => {
    const known = await devices();
    return answering.every(({name}) => known.get(network.address(name))?.mac_address) && known.get('10.77.1.1')?.device_type === 'router';
  });
  const found = await devices();
  for (const {name} of answering) {
    const device = found.get(network.address(name));
    assert.ok(device, `${name} is known`);
    assert.equal(device.mac_address, network.mac(name).toUpperCase(), name);
    assert.equal(device.subnet, office);
    assert.equal(device.standing, 'new');
  }
  assert.match(found.get(network.address('printer')).vendor, /Hewlett/);
  const gateway = [...found.values()].find(({device_type: type}) => type === 'router');
  assert.equal(gateway?.addresses[0], '10.77.1.1');
});

test('they are watched, and a cut cable is seen and mended', async () => {
  await isState('printer', 'up');
  const device = (await devices()).get(network.address('printer'));
  // It may be taken for a printer already, which is missed by itself.
  assert.ok((await client.ask('network.devices.set', {ids: [device.id], expected_up: true})).reply);
  assert.equal((await devices()).get(network.address('printer')).expected_up, true);
  await client.ask('session.subscribe', {topics: ['network.device.status']});
  const told = new Promise((resolve) => client.onEvent((event) => {
    if (event.event === 'network.device.status' && event.payload.device_id === device.id && !event.payload.is_online) {
      resolve(event);
    }
  }));
  await network.cut('printer');
  await isState('printer', 'down');
  assert.equal((await told).priority, 7);
  const wasDown = new Date().toISOString();
  await network.mend('printer');
  await isState('printer', 'up');
  const {reply} = await client.ask('network.devices.history', {id: device.id, kinds: ['state']});
  assert.deepEqual(reply.changes.map(({to}) => to).slice(0, 2), ['up', 'down']);
  const {reply: then} = await client.ask('network.devices.states', {at: wasDown});
  assert.equal(then.states[device.id], 'down');
  assert.ok(Object.values(then.states).includes('up'));
});

test('how fast they answer is kept', async () => {
  const {id} = (await devices()).get(network.address('printer'));
  const names = ['reach.rtt', 'reach.loss'];
  const [rtt, loss] = await seen('a minute of the printer', async () => {
    const {reply, error} = await client.ask('metrics.history', {
      source: id, names, from: new Date(Date.now() - 3600_000).toISOString(), to: new Date().toISOString(), points: 600});
    assert.ok(reply, JSON.stringify(error));
    return reply.series.every(({points}) => points.length > 0) && reply.series;
  }, 300);
  assert.equal(rtt.unit, 'ms');
  assert.ok(rtt.points[0][2] > 0 && rtt.points[0][2] < 1000, JSON.stringify(rtt));
  assert.ok(loss.points[0][3] <= 100);
  assert.equal((await client.ask('metrics.history', {
    source: 'nobody', names, from: new Date(0).toISOString(), to: new Date(1000).toISOString()})).error.code, 'not_found');
});

test('of a network that is not ticked any more nothing is said to be up', async () => {
  assert.ok((await client.ask('network.scope.set', {subnet: office, ticked: false})).reply);
  const {reply} = await client.ask('network.devices.list');
  const watched = reply.devices.filter(({addresses}) => addresses[0] !== network.address('belfry'));
  assert.ok(watched.length > 8);
  assert.deepEqual(watched.filter(({state}) => state !== 'unknown'), []);
  assert.ok((await client.ask('network.scope.set', {subnet: office, ticked: true})).reply);
});

test('a restart forgets nothing', async () => {
  const known = await devices();
  client.close();
  await belfry.stop();
  await belfry.launch();
  client = await Console.open(belfry, await belfry.login());
  const again = await devices();
  for (const [address, device] of known) {
    assert.equal(again.get(address)?.id, device.id, address);
    assert.equal(again.get(address).first_seen, device.first_seen);
  }
});
