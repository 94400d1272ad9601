// SPDX-License-Identifier: GPL-3.0-or-later
// The lab is what its plan says, and its verbs do what they say: seen by nmap, snmpbulkwalk, lldpcli, fping, `ip` and
// `bridge`, none of which are ours. Runs inside of lab.sh: selftest.mjs [NUMBER OF PLAIN HOSTS]
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import test, {after, before, describe} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Network, tools} from './network.mjs';
import {addressOf} from './network/plan.mjs';
import {output, run, until} from './network/programs.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const plain = Number(process.argv[2] ?? 4);
const oid = {
  system: '.1.3.6.1.2.1.1', name: '.1.3.6.1.2.1.1.5', wanted: '.1.3.6.1.2.1.2.2.1.7', status: '.1.3.6.1.2.1.2.2.1.8',
  interfaces: '.1.3.6.1.2.1.31.1.1.1.1', received: '.1.3.6.1.2.1.31.1.1.1.6', lldp: '.1.0.8802.1.1.2.1.4.1.1', lldpPorts: '.1.0.8802.1.1.2.1.3.7.1.3',
  bridgePorts: '.1.3.6.1.2.1.17.1.4.1.2', learned: '.1.3.6.1.2.1.17.4.3.1.2', learnedByVlan: '.1.3.6.1.2.1.17.7.1.2.2.1.2',
  how: '.1.3.6.1.2.1.17.4.3.1.3', arp: '.1.3.6.1.2.1.4.22.1.2', model: '.1.3.6.1.2.1.47.1.1.1.1.13',
};
let network;

const sorted = (values) => [...values].sort();
const colons = (hexadecimal) => hexadecimal.toLowerCase().replaceAll(' ', ':');
const invert = (table) => Object.fromEntries(Object.entries(table).map(([key, value]) => [value, key]));
const isIn = (net24) => ({address}) => address.startsWith(net24);
/** Those of the plan that answer at their address in this network. */
const present = (net24) => network.nodes.filter((node) => !node.isUnplugged)
  .flatMap((node) => [node.address && {...node, mac: node.mac}, ...node.legs ?? []].filter(Boolean)
    .filter(({address}) => address).map(({address, mac}) => ({address: address.split('/')[0], mac, node})))
  .filter(isIn(net24));
/** {address: mac} as nmap sees them. */
const seen = async (...targets) => Object.fromEntries(
  tools.hostsUp(await tools.scan('-sn', ...targets)).map(({address, mac}) => [address, mac]));
const holder = async (address) => (await seen(address))[address];
const macOf = (index) => index.split('.').slice(-6).map((byte) => Number(byte).toString(16).padStart(2, '0')).join(':');

/** A conversation over TCP: what came back when `enough` matches. */
function talk(address, port, words, enough) {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = net.connect(port, address, () => socket.write(words));
    socket.setTimeout(30000, () => socket.destroy(new Error(`${address}:${port} said only: ${said}`)));
    socket.on('data', (part) => {
      said += part.toString('latin1');
      if (enough.test(said)) {
        resolve(said);
        socket.destroy();
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`${address}:${port} ended after: ${said}`)));
  });
}

before(async () => {
  const began = Date.now();
  network = await Network.raise({plain});
  console.log(`# raised in ${Date.now() - began} ms`);
});
after(() => network?.end());

const lldpPlan = {
  router: [['lan', 'sw1', 'port2']],
  sw1: [['port1', 'sw2', 'uplink'], ['port2', 'router', 'lan']],
  sw2: [['uplink', 'sw1', 'port1']],
};

/** lldpRemTable: [[own port, name, its port, its chassis]] */
async function lldpTable(name) {
  const address = network.address(name);
  const [table, chassis, ports] = [
    await tools.walk(address, oid.lldp), await tools.walk(address, `${oid.lldp}.5`, {hex: true}),
    await tools.walk(address, oid.lldpPorts)];
  return Object.keys(chassis).map((index) => [
    ports[index.split('.')[1]], table[`9.${index}`], table[`7.${index}`], colons(chassis[index])]).sort();
}

/** {mac: the interface it was learned at}, by BRIDGE-MIB or Q-BRIDGE-MIB. */
async function learnedBySnmp(name) {
  const address = network.address(name);
  const [table, ports, interfaces] = [
    await tools.walk(address, network.node(name).fdb === 'bridge' ? oid.learned : oid.learnedByVlan),
    await tools.walk(address, oid.bridgePorts), await tools.walk(address, oid.interfaces)];
  return Object.fromEntries(Object.entries(table).map(([index, port]) => [macOf(index), interfaces[ports[port]]]));
}

// --- what is there; nobody changes it, so all can look at once
// ----------------------------------------------------------------------------------------------------------------

describe('as planned', {concurrency: true}, () => {
  test('each host answers at its address with its hardware address, and nobody else', async () => {
    const office = present('10.77.1.');
    assert.deepEqual(await seen('10.77.1.0/24'), Object.fromEntries(office.map(({address, mac, node}) =>
      [address, node.isOutside ? undefined : mac])));
    const far = Object.keys(await seen('10.77.20.1-15', '10.77.30.1-15'));
    assert.deepEqual(sorted(far), sorted([...present('10.77.20.'), ...present('10.77.30.')].map(({address}) => address)));
    assert.equal(office.filter(({node}) => node.isPlain).length, plain);
  });

  test('vendors are those of ieee-data, but for the phone, which made its address up', async () => {
    const vendors = fs.readFileSync('/usr/share/ieee-data/oui.txt', 'latin1');
    for (const mac of network.nodes.map(({name}) => network.mac(name)).filter(Boolean)) {
      const prefix = mac.slice(0, 8).replaceAll(':', '-').toUpperCase();
      assert.equal(vendors.includes(`${prefix}   (hex)`), mac !== network.mac('phone'), mac);
    }
    assert.equal(parseInt(network.mac('phone').slice(0, 2), 16) & 2, 2);
  });

  test('ports are open as planned', async () => {
    const ports = '21,22,80,135,445,515,548,554,631,3389,5000,8080,9100';
    const found = Object.fromEntries(tools.hostsUp(await tools.scan('-sT', '-Pn', `-p${ports}`,
      ...network.nodes.filter(addressOf).map(({name}) => network.address(name)))).map(({address, ports}) => [address, ports]));
    for (const node of network.nodes.filter(addressOf)) {
      const open = [...Object.keys(node.services ?? {}).map(Number), ...node.ssh ? [22] : [], ...node.web ? [80] : []];
      if (node.name !== 'twin-b') {
        assert.deepEqual(found[network.address(node.name)] ?? [], open, node.name);
      }
    }
  });

  test('a host may answer no ping and still be there', async () => {
    assert.equal(await tools.answersPing(network.address('silent')), false);
    const [host] = tools.hostsUp(await tools.scan('-sT', '-Pn', '-p3389', network.address('silent')));
    assert.deepEqual(host.ports, [3389]);
  });

  test('they speak as what they are', async () => {
    const page = async (name, port = 80) => (await fetch(`http://${network.address(name)}:${port}/`)).text();
    assert.match(await page('web'), /<title>Quiet Owls/);
    assert.match(await page('nas', 5000), /Synology/);
    assert.match(await page('printer', 631), /LaserJet/);
    assert.equal((await fetch(`http://${network.address('camera')}/`)).status, 401);
    // What is no request is refused at once: nmap has many such, and would wait.
    assert.match(await talk(network.address('printer'), 80, '\r\n\r\n', /\r\n\r\n/), /^HTTP\/1\.1 400 /);
    assert.match(await talk(network.address('camera'), 554, 'GET / HTTP/1.0\r\n\r\n', /\r\n\r\n/), /^RTSP\/1\.0 400 /);
    assert.match(await talk(network.address('workstation'), 22, '', /\n/), /^SSH-2\.0-OpenSSH/);
    assert.match(await talk(network.address('printer'), 9100, '\x1b%-12345X@PJL INFO ID\r\n', /\f/),
                 /"HP LaserJet M1536dnf MFP"/);
    assert.match(await talk(network.address('printer'), 515, '\x04raw\n', /\n/), /no entries/);
    assert.match(await talk(network.address('camera'), 554, 'OPTIONS * RTSP/1.0\r\nCSeq: 7\r\n\r\n', /\r\n\r\n/),
                 /^RTSP\/1\.0 200 OK\r\nCSeq: 7\r\nServer: GStreamer/);
    const request = Buffer.from('\x01\x01\x00\x0b\x00\x00\x00\x09\x01\x03', 'latin1');
    const printer = await fetch(`http://${network.address('printer')}:631/ipp/print`,
                                {method: 'POST', headers: {'Content-Type': 'application/ipp'}, body: request});
    const attributes = Buffer.from(await printer.arrayBuffer());
    assert.equal(attributes.readUInt32BE(4), 9);
    assert.match(attributes.toString('latin1'), /printer-make-and-model\0\x18HP LaserJet M1536dnf MFP\x03$/);
  });

  test('names: by the name server both ways, and by multicast DNS', async () => {
    assert.match(await output('getent', ['hosts', '10.77.20.10']), /\bweb\.servers\.test\b/);
    assert.match(await output('getent', ['ahostsv4', 'nas.office.test']), /^10\.77\.1\.22 /);
    assert.equal((await run('getent', ['hosts', '10.77.1.250'])).code, 2);
    const told = await tools.scan('-sU', '-Pn', '-p5353', '--script', 'dns-service-discovery', network.address('printer'));
    assert.match(told, /631\/tcp ipp&#xa; *Address=10\.77\.1\.20/);
  });

  test('SNMP: each says what it is, by version 2 or only by 3', async () => {
    for (const {name, snmp} of network.nodes.filter(({snmp}) => snmp)) {
      const version = snmp.version ?? 2;
      const system = await tools.walk(network.address(name), oid.system, {version});
      assert.deepEqual([system['1.0'], system['5.0']], [snmp.sysDescr, name]);
      assert.equal(system['2.0'], snmp.sysObjectID ?? '.1.3.6.1.4.1.8072.3.2.10');
    }
    assert.deepEqual(await tools.walk(network.address('sw1'), oid.model), {1: 'J9145A'});
    const briefly = {seconds: 1, retries: 1};
    await Promise.all([
      assert.rejects(tools.walk(network.address('vault'), oid.name, briefly), /Timeout/),
      assert.rejects(tools.walk(network.address('sw1'), oid.name, {...briefly, name: 'wrong'}), /Timeout/)]);
  });

  test('LLDP: switches and router know their neighbours, by lldpcli and by SNMP', async () => {
    for (const [name, plan] of Object.entries(lldpPlan)) {
      const heard = (await network.neighbours(name)).map(({port, name, remotePort}) => [port, name, remotePort]);
      assert.deepEqual(sorted(heard), plan, name);
      // lldpd tells snmpd after a moment.
      await until(`lldpRemTable of ${name}`, async () => (await lldpTable(name)).length === plan.length);
      assert.deepEqual(await lldpTable(name), plan.map((row) => [...row, network.mac(row[1])]));
    }
  });

  test('forwarding tables: each host is at the port it is plugged into', async () => {
    const hosts = present('10.77.1.').filter(({node}) => node.name !== 'sw1' && node.name !== 'sw2');
    // All of them are heard by both switches.
    await Promise.all(hosts.map(({node}) => output('fping', ['-q', '-r', 3, network.address('workstation')],
                                                    {net: node.isOutside ? undefined : node.name})));
    for (const name of ['sw1', 'sw2']) {
      const bySnmp = await learnedBySnmp(name);
      const byKernel = Object.fromEntries((await tools.learned(name)).map(({mac, port}) => [mac, port]));
      for (const {mac, node} of hosts) {
        const far = network.farEnd(node.name);
        const port = far.net === name ? far.device : name === 'sw1' ? 'port1' : 'uplink';
        assert.deepEqual([bySnmp[mac], byKernel[mac]], [port, port], `${node.name} at ${name}`);
      }
    }
    const ways = new Set(Object.values(await tools.walk(network.address('sw1'), oid.how)));
    assert.deepEqual(sorted(ways), ['3', '4']);
  });

  test('counters of 64 bits move with the traffic', async () => {
    const [far, address] = [network.farEnd('printer'), network.address('sw1')];
    const index = invert(await tools.walk(address, oid.interfaces))[far.device];
    const count = async () => BigInt((await tools.walk(address, oid.received))[index]);
    const [before, echoes, size] = [await count(), 200, 1400];
    await output('fping', ['-q', '-c', echoes, '-p', 1, '-b', size, network.address('printer')]);
    const answered = BigInt(echoes * size) * 9n / 10n; // an answer may be lost on a busy machine
    await until('ifHCInOctets moves', async () => await count() - before >= answered);
  });

  test('a route has its hops, and the router knows who is behind it', async () => {
    const hops = async (name) => tools.hostsUp(await tools.scan('-sn', '--traceroute', network.address(name)))[0].hops;
    assert.deepEqual(await hops('clerk'), ['10.77.1.1', '10.77.254.2', '10.77.30.10']);
    assert.deepEqual(await hops('web'), ['10.77.1.1', '10.77.20.10']);
    assert.deepEqual(await hops('nas'), ['10.77.1.22']);
    const arp = await tools.walk('10.77.1.1', oid.arp, {hex: true});
    const web = Object.entries(arp).find(([index]) => index.endsWith('.10.77.20.10'));
    assert.equal(colons(web[1]), network.mac('web'));
  });
});

// --- what can be done to it
// ----------------------------------------------------------------------------------------------------------------

const statusOf = async (name, device, column = oid.status) => {
  const address = network.address(name);
  return (await tools.walk(address, column))[invert(await tools.walk(address, oid.interfaces))[device]];
};
const alive = async (names) => {
  const {out} = await run('fping', ['-a', '-r', 2, '-t', 500, ...names.map((name) => network.address(name))]);
  const addresses = out.split('\n');
  return names.filter((name) => addresses.includes(network.address(name)));
};

test('a cable is cut and mended', async () => {
  const {net: name, device} = network.farEnd('printer');
  await network.cut('printer');
  await network.isSilent('printer');
  await until('the switch says that the light is out', async () => await statusOf(name, device) === '2');
  assert.equal((await tools.learned('sw1')).some(({mac}) => mac === network.mac('printer')), false);
  assert.deepEqual(await alive(['camera', 'nas']), ['camera', 'nas']);
  await network.mend('printer');
  await network.answers('printer');
  await until('the switch says that the light is on', async () => await statusOf(name, device) === '1');
});

test('a router whose cables are cut says which, and Belfry\'s own can be cut too', async () => {
  const cables = ['router:dmz', 'router:wan'];
  await Promise.all(cables.map((cable) => network.cut(cable)));
  await Promise.all(['web', 'clerk'].map((name) => network.isSilent(name)));
  for (const device of ['dmz', 'wan']) {
    await until(`the light of ${device} is out`, async () => await statusOf('router', device) === '2');
    assert.equal(await statusOf('router', device, oid.wanted), '1'); // it was not switched off
  }
  await Promise.all(cables.map((cable) => network.mend(cable)));
  await Promise.all(['web', 'clerk'].map((name) => network.answers(name)));

  const carrier = async () => JSON.parse(await output('ip', ['-j', 'link', 'show', 'dev', 'office']))[0].flags;
  await network.cut('belfry');
  assert.deepEqual((await carrier()).filter((flag) => /UP|CARRIER/.test(flag)), ['NO-CARRIER', 'UP']);
  assert.deepEqual(await alive(['router', 'sw1']), []);
  await network.mend('belfry');
  await Promise.all(['router', 'clerk'].map((name) => network.answers(name)));
});

test('a dead switch takes along what is behind it, and nothing else', async (t) => {
  const behind = network.nodes.filter(({legs, name}) => legs && network.farEnd(name).net === 'sw2').map(({name}) => name);
  assert.equal(behind.length, plain + 1);
  assert.deepEqual(await alive(behind), behind);
  await network.powerOff('sw2');
  assert.deepEqual(await alive([...behind, 'sw2', 'sw1', 'router', 'printer', 'web']), ['sw1', 'router', 'printer', 'web']);
  await until('the light at sw1 is out', async () => await statusOf('sw1', 'port1') === '2');
  await until('sw1 forgets it', async () => !(await network.neighbours('sw1')).some(({name}) => name === 'sw2'));
  await until('sw1 forgets it by SNMP', async () => !(await lldpTable('sw1')).some(([, name]) => name === 'sw2'));
  const began = Date.now();
  await network.powerOn('sw2');
  await until('all are back', async () => (await alive(behind)).length === behind.length);
  t.diagnostic(`sw2 and ${behind.length} behind it were back after ${Date.now() - began} ms`);
  assert.deepEqual(sorted((await network.neighbours('sw2')).map(({name}) => name)), ['sw1']);
});

test('ports open and close, devices come, change and are exchanged', async () => {
  const open = async (name) => tools.hostsUp(await tools.scan('-sT', '-Pn', '-p80,8443', network.address(name)))[0].ports;
  await network.open('web', 8443, {kind: 'banner', text: 'hello\r\n'});
  assert.deepEqual(await open('web'), [80, 8443]);
  await network.close('web', 8443);
  assert.deepEqual(await open('web'), [80]);

  await network.changeMac('phone', 'da:a1:19:80:00:31');
  assert.equal(await holder('10.77.1.30'), 'da:a1:19:80:00:31');

  await network.rename('printer', 'laser');
  assert.match(await output('getent', ['hosts', '10.77.1.20']), /\blaser\.office\.test\b/);
  assert.deepEqual(await tools.walk('10.77.1.20', oid.name), {0: 'laser'});

  await network.add({name: 'newcomer', domain: 'office', services: {8443: {kind: 'mute'}}, legs: [
    {device: 'eth0', mac: '24:46:c8:00:00:77', address: '10.77.1.77/24', to: 'sw2', routes: ['default via 10.77.1.1']}]});
  assert.equal(await holder('10.77.1.77'), '24:46:c8:00:00:77');
  assert.deepEqual(await open('newcomer'), [8443]);

  await network.changeAddress('camera', '10.77.1.99');
  assert.equal(await holder('10.77.1.99'), network.mac('camera'));
  assert.equal(await holder('10.77.1.21'), undefined);
});

test('one address is held by one device, and then by another', async () => {
  assert.equal(await holder('10.77.1.66'), network.mac('twin-a'));
  await network.cut('twin-a');
  await network.mend('twin-b');
  assert.equal(await holder('10.77.1.66'), network.mac('twin-b'));
});

test('two hosts are exchanged, at one switch and across two', async () => {
  const place = async (name) => {
    await network.answers(name);
    const {net: at, device} = network.farEnd(name);
    const entry = (await tools.learned(at)).find(({mac}) => mac === network.mac(name));
    return [at, entry?.port, entry?.port === device];
  };
  const [nas, workstation] = [await place('nas'), await place('workstation')];
  await network.swap('nas', 'workstation');
  assert.deepEqual([await place('nas'), await place('workstation')], [workstation, nas]);
  const phone = await place('phone');
  await network.swap('phone', 'workstation');
  assert.deepEqual([await place('phone'), await place('workstation')], [nas, phone]);
});

test('a host that flaps was away each time', async () => {
  const {net: at, device} = network.farEnd('nas');
  const changes = async () => Number(await output('cat', [`/sys/class/net/${device}/carrier_changes`], {net: at}));
  const before = await changes();
  await network.flap('nas', 3);
  assert.equal(await changes() - before, 6);
});

// --- its end
// ----------------------------------------------------------------------------------------------------------------

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const childOf = (pid) => fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
/** A namespace of a process; none when it has ended, even if it still waits to be buried. */
function namespaceOf(pid, kind) {
  try {
    fs.readlinkSync(`/proc/${pid}/exe`);
    return fs.readlinkSync(`/proc/${pid}/ns/${kind}`);
  } catch {
    return '';
  }
}
const inhabitants = (world) =>
  fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && namespaceOf(pid, 'pid') === world);

describe('its end', {concurrency: true}, () => {
  test('by hand, and from other languages, it is told what to do', async () => {
    const lab = await run(file('lab.sh'), [process.execPath, file('stand.mjs'), '--plain', '0', 'sh', '-c',
      'lab cut nas && ! fping -q -r 0 10.77.1.22 && lab mend nas && lab answers nas && lab mac nas && ! lab sing && exit 7']);
    assert.equal(lab.code, 7, lab.out + lab.err);
    assert.match(lab.out, /The lab stands\.\n"00:11:32:70:00:22"\n$/);
    assert.match(lab.err, /no verb sing/);
  });

  for (const [who, pick] of Object.entries({
    'whoever started it': (outer) => outer,
    'the first process in it': childOf,
  })) {
    test(`nothing is left behind when ${who} is killed`, async (t) => {
      const links = await output('ip', ['-o', 'link']);
      const lab = spawn(file('lab.sh'), [process.execPath, file('stand.mjs'), '--plain', '1', 'sleep', 'infinity'],
                        {stdio: ['ignore', 'pipe', 'pipe']});
      t.after(() => lab.kill('SIGKILL'));
      let said = '';
      lab.stderr.on('data', (part) => { said += part; });
      lab.stdout.on('data', (part) => { said += part; });
      const ended = once(lab, 'close');
      await until('a lab within the lab stands', () => {
        assert.equal(lab.exitCode, null, said);
        return said.includes('The lab stands.');
      });
      const world = namespaceOf(childOf(lab.pid), 'pid');
      const networks = inhabitants(world).map((pid) => namespaceOf(pid, 'net')).filter(Boolean);
      assert.ok(networks.length > 15, `only ${networks.length} processes`);
      assert.ok(new Set(networks).size > 5, `only ${networks}`);
      process.kill(Number(pick(lab.pid)), 'SIGKILL');
      await ended;
      await until('its processes are gone', () => inhabitants(world).length === 0);
      const left = await output('lsns', ['-t', 'net', '-n', '-o', 'NS']);
      assert.deepEqual(networks.filter((name) => left.includes(/\d+/.exec(name)[0])), []);
      assert.equal(await output('ip', ['-o', 'link']), links);
    });
  }
});
