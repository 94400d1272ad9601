// SPDX-License-Identifier: GPL-3.0-or-later
// The lab by hand, and as a place to run something in; with the command's end it is gone:
//
//   tests/netlab/lab.sh node tests/netlab/stand.mjs [--plain N] [--belfry | --window] [COMMAND…]
//
// Without a command it is a shell. Whoever runs in it changes it by `lab VERB …`, such as `lab cut printer` or `lab powerOff
// sw2`: the verbs of network.mjs, and for other languages network/orders.mjs. --plain: so many hosts more (4). --belfry: the
// program runs there without a window; its address, and a token of its administrator, are BELFRY_URL and BELFRY_TOKEN for
// the command. --window: the same, and a window on it on the display (DISPLAY, QT_QPA_PLATFORM), which a namespace does not
// hide; so screenshots are taken by
//
//   xvfb-run -a tests/netlab/lab.sh node tests/netlab/stand.mjs --window sh -c 'sleep 5; import -window root map.png'
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {account, Belfry, program} from '../interop/support/belfry.mjs';
import {folder, Network} from './network.mjs';
import {takeOrders} from './network/orders.mjs';
import {fullName} from './network/plan.mjs';
import {environment} from './network/programs.mjs';

const options = {plain: {type: 'string', default: '4'}, belfry: {type: 'boolean'}, window: {type: 'boolean'}};
const own = process.argv.slice(2);
// What belongs to the command begins with the first word that is not an option.
const first = own.findIndex((word, i) => !word.startsWith('--') && own[i - 1] !== '--plain');
const {values} = parseArgs({options, args: first < 0 ? own : own.slice(0, first)});
const command = first < 0 ? [process.env.SHELL ?? '/bin/bash'] : own.slice(first);

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const network = await Network.raise({plain: Number(values.plain)});
for (const node of network.nodes.filter(({isPlain}) => !isPlain)) {
  const far = node.legs && network.farEnd(node.name);
  console.log(node.name.padEnd(12), (network.address(node.name) ?? '').padEnd(13), (network.mac(node.name) ?? '').padEnd(18),
              far ? `at ${far.device} of ${far.net}` : '', node.domain ? `(${fullName(node)})` : '');
}

if (values.belfry || values.window) {
  const home = path.join(folder, 'belfry'); // which goes away with the lab
  fs.mkdirSync(home, {mode: 0o700});
  const belfry = await Belfry.start({dataDir: home});
  Object.assign(environment, {BELFRY_URL: belfry.url, BELFRY_TOKEN: await belfry.login()});
  console.log(`\nBelfry: ${belfry.url}, ${account.username}, ${account.password}`);
  if (values.window) {
    const window = spawn(program, ['--connect', belfry.url, '--user', account.username, '--password-file', '-'],
                         {env: {...process.env, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, XDG_RUNTIME_DIR: home},
                          stdio: ['pipe', 'inherit', 'inherit']});
    window.stdin.end(`${account.password}\n`);
  }
}
await takeOrders(network);
const bin = path.join(folder, 'bin');
fs.mkdirSync(bin);
fs.symlinkSync(fileURLToPath(new URL('verb.mjs', import.meta.url)), path.join(bin, 'lab'));
environment.PATH = `${bin}:${environment.PATH}`;
console.log('The lab stands.');

const child = spawn(command[0], command.slice(1), {stdio: 'inherit', env: environment});
child.on('error', (error) => { console.error(error.message); process.exit(1); });
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
