// SPDX-License-Identifier: GPL-3.0-or-later
// Scans with raw sockets, through the helper that alone has them: each type of scan sees what it is for.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {demand} from './knowledge.mjs';
import {Network} from './network.mjs';
import {subnets} from './network/plan.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const socket = '/run/belfry-scan-helper.sock';
let network;
let helper;
let belfry;
let client;

const ask = (command, params) => demand(client, command, params);

/** Scans and waits for the end: {scan, devices} as network.scans.get has them. */
async function scanned(params, seconds = 240) {
  const {scan_id: id} = await ask('network.scan.start', params);
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask('network.scans.get', {scan_id: id});
    if (found.scan.status !== 'RUNNING') {
      assert.equal(found.scan.status, 'COMPLETED', found.scan.message);
      return found;
    }
    assert.ok(Date.now() < end, `not over within ${seconds} s: ${JSON.stringify(found.scan)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const one = ({devices}, name) => devices.find(({address}) => address === network.address(name));

before(async () => {
  network = await Network.raise({plain: 2});
  helper = spawn(path.join(path.dirname(process.env.BELFRY_BIN), 'belfry-scan-helper'), ['--socket', socket, '--uid', '0'],
                 {stdio: 'inherit'});
  while (!fs.existsSync(socket)) {
    assert.equal(helper.exitCode, null, 'the helper ended');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  belfry = await Belfry.start();
  client = await Console.open(belfry, await belfry.login());
  await ask('network.scope.set', {subnet: subnets.office, ticked: true, watched: false});
});

after(async () => {
  client?.close();
  await belfry?.stop();
  helper?.kill();
  await network?.end();
});

test('the helper is there, and nothing is missing', async () => {
  const {scanner, missing} = await ask('network.scope.list');
  assert.match(scanner, /^nmap \d/);
  assert.deepEqual(missing, []);
});

test('a discovery sees hardware addresses, and who answers no ping', async () => {
  const found = await scanned({scan_type: 'discovery', target: subnets.office});
  for (const name of ['printer', 'camera', 'silent', 'workstation']) {
    assert.equal(one(found, name)?.mac_address.toLowerCase(), network.mac(name), name);
  }
});

test('ports: TCP and UDP', async () => {
  const found = await scanned({scan_type: 'ports', target: network.address('printer'),
                               options: {ports: 'T:1-1024,9100,U:161', timeout: 120}});
  assert.deepEqual(one(found, 'printer').open_ports.map((text) => text.split(' ')[0]).sort(),
                   ['161/udp', '515/tcp', '631/tcp', '80/tcp', '9100/tcp']);
});

test('targeted: services, and what the device is', async () => {
  const found = await scanned({scan_type: 'targeted', target: network.address('workstation'), options: {timeout: 240}});
  assert.match(one(found, 'workstation').open_ports.join('\n'), /^22\/tcp ssh OpenSSH/m);
});

test('full: every port', async () => {
  await network.open('nas', 61234);
  const found = await scanned({scan_type: 'full', target: network.address('nas'),
                               options: {scan_intensity: 'aggressive', timeout: 600}}, 600);
  assert.match(one(found, 'nas').open_ports.join('\n'), /^61234\/tcp/m);
});
