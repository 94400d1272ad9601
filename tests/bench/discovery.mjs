// SPDX-License-Identifier: GPL-3.0-or-later
// How long a /24 takes to be found, beside nmap alone with the same options, in one run:
//
//   tests/netlab/lab.sh node tests/bench/discovery.mjs [ROUNDS]
//
// Each round in turn: nmap by itself, then Belfry that knows nothing yet (a data directory of its own). Told for Belfry: the
// time from the start of the scan to the first device and to the end; and from a device's own time of an event to the event
// at a client.
import {spawnSync} from 'node:child_process';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {Network} from '../netlab/network.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}
const rounds = Number(process.argv[2] ?? 5);
const subnet = '10.77.1.0/24';
const network = await Network.raise({plain: 48});
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const flushNeighbours = () => spawnSync('ip', ['neigh', 'flush', 'all'], {stdio: 'ignore'});

async function ask(client, command, params) {
  const {reply, error} = await client.ask(command, params);
  if (!reply) {
    throw new Error(`${command}: ${JSON.stringify(error)}`);
  }
  return reply;
}

async function scanByBelfry() {
  const belfry = await Belfry.start();
  const client = await Console.open(belfry, await belfry.login());
  const delays = [];
  flushNeighbours(); // else they are known before the scan
  await ask(client, 'network.scope.set', {subnet, ticked: true, watched: false});
  await ask(client, 'session.subscribe', {topics: ['network.device.discovered', 'network.scan.completed']});
  const {commands} = await ask(client, 'network.scans.preview', {scan_type: 'discovery', target: subnet});
  let first;
  let devices = 0;
  const ended = new Promise((resolve) => client.onEvent(({event, at}) => {
    const now = performance.now();
    delays.push(Date.now() - Date.parse(at));
    if (event === 'network.device.discovered') {
      first ??= now;
      ++devices;
    } else {
      resolve(now);
    }
  }));
  const began = performance.now();
  await ask(client, 'network.scan.start', {scan_type: 'discovery', target: subnet});
  const whole = await ended - began;
  client.close();
  await belfry.stop();
  return {first: first - began, whole, devices, delays, commands};
}

/** The commands of the preview as they are, one after the other; what Belfry splits, nmap alone gets whole. */
function scanByNmap(commands) {
  flushNeighbours();
  const words = commands[0].split(' ');
  const options = words.slice(1, words.indexOf('--'));
  const began = performance.now();
  const {status, stderr} = spawnSync('nmap', [...options, '--', subnet], {encoding: 'utf8'});
  if (status !== 0) {
    throw new Error(stderr);
  }
  return performance.now() - began;
}

try {
  const alone = [];
  const belfry = [];
  await scanByBelfry(); // programs and files into the cache
  for (let i = 0; i < rounds; ++i) {
    const round = await scanByBelfry();
    belfry.push(round);
    alone.push(scanByNmap(round.commands));
  }
  const whole = belfry.map((round) => round.whole);
  const delays = belfry.flatMap((round) => round.delays).toSorted((a, b) => a - b);
  console.log(`${rounds} rounds, ${subnet}, ${belfry[0].devices} devices: ${belfry[0].commands[0]}`);
  console.log(`nmap alone         ${Math.round(median(alone))} ms`);
  console.log(`Belfry             ${Math.round(median(whole))} ms, ${(median(whole) / median(alone)).toFixed(2)} of nmap alone`);
  console.log(`first device after ${Math.round(median(belfry.map((round) => round.first)))} ms`);
  console.log(`event to client    ${median(delays)} ms, at most ${delays.at(-1)} ms, of ${delays.length}`);
} finally {
  await network.end();
}
