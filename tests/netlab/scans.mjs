// SPDX-License-Identifier: GPL-3.0-or-later
// Scans of a real network, started in Everyst's words and compared with what nmap alone prints.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {socketIo} from '../interop/support/modules.mjs';
import {demand} from './knowledge.mjs';
import {Network} from './network.mjs';
import {hostsUp, scan} from './network/tools.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const office = '10.77.1.0/24';
let network;
let belfry;
let client;
let everyst;
const heard = [];

/** The acknowledgement of one of Everyst's words. */
const say = (word, params = {}) => new Promise((resolve) => everyst.emit(word, params, resolve));

const ask = (command, params) => demand(client, command, params);

/** Starts a scan and waits for its end: {id, complete, progress}. */
async function scanned(params) {
  const from = heard.length;
  const started = await say('start_network_scan', params);
  assert.equal(started.status, 'success', JSON.stringify(started));
  const id = started.scan_id;
  for (;;) {
    const mine = heard.slice(from).filter(({data}) => data.scan_id === id);
    const complete = mine.find(({word}) => word === 'scan_complete');
    if (complete) {
      return {id, complete: complete.data, progress: mine.filter(({word}) => word === 'scan_progress').map(({data}) => data)};
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

before(async () => {
  network = await Network.raise({plain: 4});
  belfry = await Belfry.start();
  const token = await belfry.login();
  client = await Console.open(belfry, token);
  everyst = socketIo()(`${belfry.url}/everyst`, {auth: {token}, transports: ['websocket'], forceNew: true});
  for (const word of ['scan_progress', 'scan_complete', 'device_discovered', 'network_map_updated']) {
    everyst.on(word, (data) => heard.push({word, data: data ?? {}}));
  }
  await new Promise((resolve) => everyst.once('connect', resolve));
});

after(async () => {
  everyst?.disconnect();
  client?.close();
  await belfry?.stop();
  await network?.end();
});

test('nothing is scanned before a network is ticked, and never what is outside', async () => {
  const refused = await say('start_network_scan', {scan_type: 'discovery', target: office});
  assert.equal(refused.status, 'error');
  assert.match(refused.message, /[Tt]ick/);
  await ask('network.scope.set', {subnet: office, ticked: true, watched: false});
  for (const target of ['10.77.20.0/24', '8.8.8.8', '0.0.0.0/0', '-oN/tmp/x', '10.77.1.1 --script=x', '127.0.0.1']) {
    const answer = await say('start_network_scan', {scan_type: 'discovery', target});
    assert.equal(answer.status, 'error', target);
  }
  assert.deepEqual((await say('get_network_scan_status')).active_scans, []);
});

test('a preview says what would be done, and does nothing', async () => {
  const preview = await ask('network.scans.preview', {scan_type: 'ports', target: office, options: {ports: '22,80'}});
  assert.equal(preview.addresses, 256);
  assert.equal(preview.ports, 2);
  assert.match(preview.commands[0], /^nmap .* -- /);
  assert.ok(preview.seconds > 0);
  assert.deepEqual((await say('get_network_scan_status')).active_scans, []);
});

test('a discovery finds who nmap finds', async () => {
  const {complete, progress} = await scanned({scan_type: 'discovery', target: office});
  assert.equal(complete.status, 'COMPLETED', complete.message);
  const alone = hostsUp(await scan('-sn', '--unprivileged', office)).map(({address}) => address);
  const map = await say('get_network_map');
  const found = new Set(map.devices.map((device) => device.ip_address));
  for (const address of alone) {
    assert.ok(found.has(address), `${address} is on the map`);
  }
  assert.equal(complete.total_devices, alone.length);
  assert.ok(progress.length > 0);
  assert.deepEqual(progress.map(({progress: share}) => share), progress.map(({progress: share}) => share).sort((a, b) => a - b));
  assert.equal(progress.at(-1).is_complete, true);
  assert.ok(heard.some(({word}) => word === 'network_map_updated'));
  assert.equal(map.activeScanInProgress, false);
});

test('ports are those that nmap sees, and a newly opened one is told', async () => {
  const web = network.address('nas');
  const options = {ports: '1-1024', scan_intensity: 'normal', timeout: 120};
  const first = await scanned({scan_type: 'ports', target: web, options});
  assert.equal(first.complete.status, 'COMPLETED', first.complete.message);
  const [device] = (await say('get_network_map', {search: web})).devices;
  const [{ports: open}] = hostsUp(await scan('-sT', '-Pn', '-p1-1024', '--unprivileged', web));
  assert.ok(open.length > 0);
  assert.deepEqual(device.details.ports.filter(({state}) => state === 'open').map(({port}) => port).sort((a, b) => a - b),
                   open.sort((a, b) => a - b));
  await network.open('nas', 999);
  const second = await scanned({scan_type: 'ports', target: web, options});
  const difference = await ask('network.scans.compare', {scan_id: second.id});
  assert.equal(difference.with, first.id);
  assert.deepEqual(difference.differences.map(({letter, address}) => [letter, address]), [['M', web]]);
  assert.match(difference.differences[0].details.join('\n'), /^\+ 999\/tcp/m);
  const history = await ask('network.devices.history', {id: device.id, kinds: ['port']});
  assert.match(history.changes[0].to, /^999\/tcp/);
});

for (const {type, options, alone} of [
  {type: 'targeted', options: {ports: '21,23,445,548,5000', timeout: 120}, alone: ['-p21,23,445,548,5000', '-sV']},
  {type: 'full', options: {timeout: 300}, alone: ['-sV']},
]) {
  test(`a scan of type ${type} tells the ports and services that nmap tells`, async () => {
    const nas = network.address('nas');
    const {complete} = await scanned({scan_type: type, target: nas, options});
    assert.equal(complete.status, 'COMPLETED', complete.message);
    const [device] = (await say('get_network_map', {search: nas})).devices;
    const [{ports, services}] = hostsUp(await scan('-sT', '-Pn', '--unprivileged', ...alone, nas));
    assert.ok(ports.length > 2 && services.some(Boolean), JSON.stringify({ports, services}));
    const open = device.details.ports.filter(({state}) => state === 'open');
    const told = new Set(open.map(({port}) => port));
    for (const port of ports) {
      assert.ok(told.has(port), `${port} of ${[...told]}`);
    }
    // Everyst's words have no place for products; the device's page has.
    const page = await ask('network.devices.get', {id: device.id});
    for (const product of services.filter(Boolean)) {
      assert.ok(page.ports.some((port) => port.product === product), `${product} in ${JSON.stringify(page.ports)}`);
    }
    assert.equal(complete.total_devices, 1);
  });
}

test('a cancelled scan ends within a second and keeps what it found', async () => {
  const started = await say('start_network_scan', {scan_type: 'ports', target: office, options: {ports: '1-65535', timeout: 600}});
  assert.equal(started.status, 'success');
  const begin = Date.now();
  assert.equal((await say('cancel_network_scan', {scan_id: started.scan_id})).status, 'success');
  for (;;) {
    const end = heard.find(({word, data}) => word === 'scan_complete' && data.scan_id === started.scan_id);
    if (end) {
      assert.equal(end.data.status, 'CANCELLED');
      break;
    }
    assert.ok(Date.now() - begin < 10000, 'it goes on');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal((await say('cancel_network_scan', {scan_id: started.scan_id})).status, 'error');
});

test('a restart closes what ran and keeps the others', async () => {
  const started = await say('start_network_scan', {scan_type: 'ports', target: office, options: {ports: '1-65535', timeout: 600}});
  everyst.disconnect();
  client.close();
  await belfry.stop();
  await belfry.launch();
  client = await Console.open(belfry, await belfry.login());
  const {scans} = await ask('network.scans.list');
  const broken = scans.find(({scan_id: id}) => id === started.scan_id);
  assert.equal(broken.status, 'FAILED');
  assert.match(broken.message, /stopped/);
  assert.ok(scans.filter(({status}) => status === 'COMPLETED').length >= 3);
  assert.equal(scans.filter(({status}) => status === 'RUNNING').length, 0);
});
