// SPDX-License-Identifier: GPL-3.0-or-later
// The rules Belfry comes with find what they are there for, from what is really so to the alert and back: answers that get
// lost or take long, a bad cable, a service that stops, a certificate that ends soon, a disk that fills up. What they wait
// for is shortened, what they look at is not changed.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import tls from 'node:tls';

import {Belfry} from '../interop/support/belfry.mjs';
import {selfSigned} from '../interop/support/certificates.mjs';
import {Console} from '../interop/support/console.mjs';
import {demand, devicesByName, seen} from './knowledge.mjs';
import {folder, Network} from './network.mjs';
import {community, standard, subnets} from './network/plan.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const MiB = 1024 * 1024;
const wanted = ['router', 'sw1', 'sw2', 'belfry', 'printer', 'plain-1', 'plain-2'];
let network;
let belfry;
let client;
let devices;

const ask = (command, params) => demand(client, command, params);

/** What is needed of the office; of it only the printer is asked by SNMP. */
const office = () => standard({plain: 2}).filter(({name}) => wanted.includes(name)).map((node) => ({
  ...node, lldp: false, snmp: node.name === 'printer' ? {...node.snmp, isWorn: true} : undefined, legs: node.legs?.filter(({to}) => wanted.includes(to))}));

/** Has a rule of the house find at once what it finds after minutes; the rule. */
async function hasten(id, window = null) {
  const {rule} = (await ask('automation.rules.list')).rules.find(({rule: each}) => each.id === id);
  const condition = window ? rule.condition.replace(/\[\w+\]/, `[${window}]`) : rule.condition;
  return (await ask('automation.rules.set', {rule: {...rule, condition, for: 0, keep_firing_for: 0}})).rule;
}

/** The alert of a rule that is about something, in one of these states. */
const alertOf = (source, isIt, ...states) => seen(`an alert of ${source} that is ${states}`, async () =>
  (await ask('alerts.list', {source, states})).alerts.find(isIt), 300, 250);

/** What a rule says of something, and that it takes it back once `mend` was done. */
async function found(source, isIt, mend) {
  const alert = await alertOf(source, isIt, 'open');
  await mend();
  await alertOf(source, ({id}) => id === alert.id, 'resolved');
  return alert;
}

before(async () => {
  network = await Network.raise({nodes: office()});
  belfry = await Belfry.start();
  client = await Console.open(belfry, await belfry.login());
  await ask('network.credentials.set', {display_name: 'Office', version: 'v2c', community});
  await ask('network.scope.set', {subnet: subnets.office, ticked: true});
  const watched = ['plain-1', 'plain-2', 'printer'];
  spawnSync('fping', ['-c1', '-t500', '-q', ...watched.map((name) => network.address(name))], {stdio: 'ignore'});
  devices = await seen('the hosts', async () => {
    const known = await devicesByName(network, client);
    return watched.every((name) => known.get(name)?.state === 'up') && known;
  });
});
after(async () => {
  client?.close();
  await belfry?.remove();
  await network?.end();
});

/** A small file system, seen in the lab only; null where there are no loop devices. */
function smallDisk() {
  const [image, place] = [path.join(folder, 'small.img'), path.join(folder, 'small')];
  fs.writeFileSync(image, Buffer.alloc(16 * MiB));
  fs.mkdirSync(place);
  try {
    execFileSync('mkfs.ext4', ['-q', '-m', '0', image], {stdio: 'ignore'});
    execFileSync('mount', ['-o', 'loop', image, place], {stdio: 'ignore'});
    return place;
  } catch {
    return null;
  }
}

describe('rules of the house', {concurrency: true}, () => {
  test('answers that get lost, and answers that take long', async () => {
    const {raise: mostLost} = await hasten('reach-loss', '40s');
    const {raise: longest} = await hasten('reach-slow', '40s');
    await network.strain('plain-1', {lost: 0.5});
    await network.strain('plain-2', {delay: 0.4});
    const [lost, slow] = await Promise.all([['reach-loss', 'plain-1'], ['reach-slow', 'plain-2']].map(([source, name]) =>
      found(source, ({subject_id: id}) => id === devices.get(name).id, () => network.strain(name))));
    const [share] = /\d+(\.\d+)?/.exec(lost.message);
    assert.ok(share >= mostLost && share < 100, lost.message);
    const [, duration] = /takes (\d+(?:\.\d+)?) ms/.exec(slow.message);
    assert.ok(duration >= longest && duration < 900, slow.message);
    // A busy machine may be slow to answer for the one, and lose an answer of the other.
    for (const [name, other] of [['plain-1', 'reach-slow'], ['plain-2', 'reach-loss']]) {
      const {alerts} = await ask('alerts.list', {states: ['open', 'resolved'], subject_id: devices.get(name).id});
      assert.equal(alerts.filter(({source}) => source !== other).length, 1, `${name}: ${alerts.map(({title}) => title)}`);
    }
  });

  test('a bad cable', async () => {
    await hasten('interface-errors', '70s');
    const {id: source} = devices.get('printer');
    network.spoil('printer', 100);
    const measured = {names: ['interface.eth0.errors'], source, points: 10, from: new Date(Date.now() - 36e5).toISOString()};
    await seen('how many errors it has', async () =>
      (await ask('metrics.history', {...measured, to: new Date().toISOString()})).series[0]?.points.length > 0, 200, 500);
    network.spoil('printer', 60100); // over a minute
    const alert = await found('interface-errors', ({subject_id: id}) => id === source, () => {});
    assert.match(alert.message, /eth0/);
  });

  test('a service that stops', async () => {
    await network.open('printer', 7070);
    await ask('automation.checks.set', {check: {app_id: 'spooler', display_name: 'Spooler', kind: 'tcp',
      target: network.address('printer'), port: 7070, interval: 10, timeout: 2}});
    await seen('that it works', async () => (await ask('automation.checks.list')).apps
      .find(({check, active, checked_at: at}) => check.app_id === 'spooler' && active && at));
    await network.close('printer', 7070);
    const alert = await found('service-down', ({title}) => title.includes('Spooler'), () => network.open('printer', 7070));
    assert.equal(alert.severity, 7);
  });

  test('a certificate that ends in five days', async () => {
    const serve = async (days) => {
      const {certificate, key} = selfSigned(folder, `days-${days}`, {days});
      const server = tls.createServer({cert: fs.readFileSync(certificate), key: fs.readFileSync(key)},
                                      (socket) => socket.end());
      server.on('tlsClientError', () => {});
      server.listen(8443, '10.77.1.10');
      await once(server, 'listening');
      return server;
    };
    let server = await serve(5);
    try {
      await ask('automation.checks.set', {check: {app_id: 'shop', display_name: 'The shop', kind: 'tls', target: '10.77.1.10',
        port: 8443, interval: 10, timeout: 2, days_before: 1}});
      const alert = await found('certificate-expires', ({title}) => title.includes('The shop'), async () => {
        server.close();
        server = await serve(90);
      });
      const [, days] = /expires in (\d+(?:\.\d+)?) days/.exec(alert.message);
      assert.ok(days > 4 && days <= 5, alert.message);
    } finally {
      server.close();
    }
  });

  test('a disk that fills up', async (t) => {
    const place = smallDisk();
    if (!place) {
      t.skip('there are no loop devices here');
      return;
    }
    const {raise} = await hasten('disk-almost-full');
    const filler = path.join(place, 'filler');
    const {bavail, bsize} = fs.statfsSync(place);
    fs.writeFileSync(filler, Buffer.alloc(Math.floor(bavail * bsize * 0.98)));
    const alert = await found('disk-almost-full', ({message}) => message.includes(place), () => fs.rmSync(filler));
    assert.ok(Number(/\d+(\.\d+)?/.exec(alert.message)[0]) >= raise, alert.message);
  });
});
