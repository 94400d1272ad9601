// SPDX-License-Identifier: GPL-3.0-or-later
// Clients in other networks, reached by wires that lose, delay, come apart and go silent: each comes back by itself and
// hears on, and the server gives back what the lost ones held. Runs inside of lab.sh.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, {after, before} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';

import {Subject} from '../conformance/subject.mjs';
import {assertAccount, everyClient, Fleet, isWell, javaScript, lastHeard, makeCertificate, newest,
        Publisher} from '../fleet/fleet.mjs';
import {account, Belfry, freePort, temporaryFolder} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {Link} from './link.mjs';

// A dead client is known after 12 s.
const pings = ['--ping-interval', '4000', '--ping-timeout', '8000'];
// On a bad line, and on a slow machine, the answer to a ping is long on its way: to clients that answer by a request of
// its own, lost frames are seconds. Who is taken for dead time and again never hears on.
const patientPings = ['--ping-interval', '5000', '--ping-timeout', '20000'];
const recovery = ['--recovery', '300'];
const patience = 300000;
const began = Date.now();
const ending = [];
let folder;
let files;
let near;
let lost;
let fleet;
let lostStory;

/** Sockets of a process, listening ones included. */
const socketsOf = ({pid}) => fs.readdirSync(`/proc/${pid}/fd`).filter((fd) => {
  try {
    return fs.readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith('socket:');
  } catch {
    return false; // closed meanwhile
  }
}).length;

async function until(what, holds) {
  for (const deadline = Date.now() + patience; !await holds(); await sleep(200)) {
    assert.ok(Date.now() < deadline, `${what}: not within ${patience} ms`);
  }
}

/** A belfry-conformance for the machine at the end of `link`, and who publishes there. */
async function serve(link, ...args) {
  const server = await Subject.start(...args, '--address', link.here,
                                     '--certificate', files.certificate, '--key', files.key);
  const publisher = new Publisher(`http://${link.here}:${server.port}`);
  publisher.start(1, 100);
  ending.push(() => publisher.end(), () => server.stop('SIGKILL'));
  return {place: `${link.here}:${server.port}`, process: server.child, publisher};
}

async function serveBelfry(link) {
  const port = await freePort();
  const place = `${link.here}:${port}`;
  const belfry = await Belfry.start({args: [
    '--listen', place, '--allow-plaintext', '--allow-origin', `http://${place}`, ...recovery,
    '--certificate', files.certificate, '--key', files.key]});
  ending.push(() => belfry.remove());
  await belfry.says(new RegExp(`Listening on http://${place}\n`));
  const token = await belfry.login();
  const admin = await Console.open(belfry, token);
  const changes = [];
  admin.onEvent(({event, payload}) => event === 'identity.account.changed' && changes.push(payload));
  await admin.ask('session.subscribe', {topics: ['identity.*']});
  ending.push(() => admin.close());
  return {place, token, admin, changes, process: belfry.child};
}

before(async () => {
  folder = temporaryFolder();
  near = await Link.make('near', '10.77.1');
  lost = await Link.make('lost', '10.77.2');
  files = makeCertificate(folder, [near.here, lost.here]);
});
after(async () => {
  await Promise.allSettled([lostStory]);
  await fleet?.end();
  for (const end of ending.reverse()) {
    await end();
  }
  near?.close();
  lost?.close();
  fs.rmSync(folder, {recursive: true, force: true});
});

/** Everybody is well and has heard what was said after now. */
async function hearOn(crowd, what, publisher) {
  const now = publisher.count;
  const states = await crowd.until(what, (state, name) => isWell(state, name) && lastHeard(state) > now);
  assertAccount(states);
  return states;
}

// --- a machine that is never heard of again, until it is
// ----------------------------------------------------------------------------------------------------------------

/** Says when all that the clients held is back. */
async function givesBack(name, {process}, base, cutAt, told) {
  await until(`${name} gives back what the lost clients held`, () => socketsOf(process) <= base);
  told.push(`${name} had all sockets back ${Math.round((Date.now() - cutAt) / 100) / 10} s after the cut`);
}

async function loseAndFind(told) {
  const [byWebSocket, byPolling, belfry] = await Promise.all([serve(lost, ...pings), serve(lost, ...pings), serveBelfry(lost)]);
  const servers = {'conformance, WebSocket': byWebSocket, 'conformance, polling': byPolling, belfry};
  await until('publishers', () => byWebSocket.publisher.count > 0 && byPolling.publisher.count > 0);
  const {reply: {clients}} = await belfry.admin.ask('session.server');
  const bases = Object.values(servers).map(({process}) => socketsOf(process));

  const far = new Fleet({prefix: lost.inside, patience});
  ending.push(() => far.end());
  const reconnects = false;
  await far.enlist([
    ...everyClient(byWebSocket.place, {
      kinds: ['socket.io-client', 'python-blocking', 'ws'], by: ['WebSocket'], reconnects}),
    ...everyClient(byPolling.place, {
      kinds: ['socket.io-client', 'python', 'python-blocking'], by: ['polling', 'upgraded'], reconnects}),
    ...everyClient(belfry.place, {
      kinds: ['socket.io-client-4.8', 'python', 'ws'], token: belfry.token, label: 'belfry: ', reconnects}),
  ], files.certificate);
  const met = await far.until('the lost ones connect', isWell);
  assertAccount(met);

  await lost.cut();
  const cutAt = Date.now();
  // What happens meanwhile is told when they are back.
  assert.ok((await belfry.admin.ask('identity.users.add', {username: 'omar', password: account.password, role: 'viewer'})).reply);
  for (const enabled of [false, true, false]) {
    assert.ok((await belfry.admin.ask('identity.users.enable', {username: 'omar', enabled})).reply);
  }
  await Promise.all(Object.entries(servers).map(([name, server], i) => givesBack(name, server, bases[i], cutAt, told)));
  await until('belfry counts nobody', async () =>
    (await belfry.admin.ask('session.server')).reply.clients === clients);
  await far.until('the lost ones know it', (state) => !state.isConnected);

  await lost.mend();
  const states = await far.until('the lost ones are found', (state, name) => isWell(state, name) &&
    state.sessions.length > met[name].sessions.length);
  assertAccount(states);
  for (const [name, state] of Object.entries(states)) {
    if (/^belfry: (socket|ws)/.test(name)) {
      assert.equal(newest(state).recovered, true, `${name} came back as somebody else`);
    }
    if (state.each) {
      const changes = state.each.filter(({event}) => event === 'identity.account.changed').map(({payload}) => payload);
      assert.deepEqual(changes, belfry.changes, name);
      assert.equal(changes.length, 4);
    }
  }
}

// --- a machine with a bad line
// ----------------------------------------------------------------------------------------------------------------

test('by every transport, plain and over TLS, each connects', async () => {
  const told = [];
  lostStory = loseAndFind(told).then(() => told);
  lostStory.catch(() => {}); // it is waited for below
  const server = await serve(near, ...patientPings, ...recovery);
  fleet = new Fleet({prefix: near.inside, patience});
  fleet.server = server;
  // Short: HTTP clients try what they have kept open first, which leads nowhere once their address has changed.
  await fleet.enlist(everyClient(server.place, {timeout: 8000, reconnects: false}), files.certificate);
  assertAccount(await fleet.until('connected', isWell));
});

test('each hears on while a tenth of the frames is lost and the others come 0.1 s late', async () => {
  await near.carry({loss: 0.1, delay: 0.1});
  const enough = fleet.server.publisher.count + 60;
  // A client may be coming back on such a line at any moment, so not all need be well at the same one.
  assertAccount(await fleet.until('heard', (state) =>
    state.sessions.some(({runs}) => runs.length > 0 && runs.at(-1)[1] > enough)));
  await near.mend();
});

const cuts = {
  'the plug is pulled until each has seen it': async () => {
    near.unplug();
    await fleet.until('seen', (state) => !state.isConnected);
    near.plug();
  },
  'the line is silent until each has seen it': async () => {
    await near.cut();
    await fleet.until('seen', (state) => !state.isConnected);
    await near.mend();
  },
  // Half of the clients know, and are back while the server takes their old connections for open.
  'the machine has another address': () => {
    near.move();
    return fleet.renew('TLS');
  },
};
for (const [name, cut] of Object.entries(cuts)) {
  test(`each comes back and hears on: ${name}`, async () => {
    await hearOn(fleet, 'well before', fleet.server.publisher);
    await cut();
    // Who polls may need no new session: its next request goes out from the new address.
    const states = await hearOn(fleet, 'back', fleet.server.publisher);
    for (const [who, state] of Object.entries(states)) {
      const mayRecover = javaScript.some((kind) => who.startsWith(`${kind},`));
      assert.equal(newest(state).recovered, mayRecover, `${who}: ${JSON.stringify(state)}`);
    }
  });
}

test('what the lost ones held is given back, and they come back', async (t) => {
  (await lostStory).forEach((line) => t.diagnostic(line));
  t.diagnostic(`all in ${Math.round((Date.now() - began) / 1000)} s`);
});
