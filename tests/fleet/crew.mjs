// SPDX-License-Identifier: GPL-3.0-or-later
// The clients of the fleet that JavaScript runs: socket.io-client of both versions, ws, and Chromium. Commands come as
// lines of JSON on standard input, answers go as such to standard output.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';

import {socketIo, webSocket} from '../interop/support/modules.mjs';
import {launch} from '../web/support/browser.mjs';
import {Account, ConsoleLine, PacketLine, socketIoMember} from './member.mjs';

const modules = fileURLToPath(new URL('../interop/node_modules/', import.meta.url));
const members = new Map();
let page = null;

async function openPage(keys) {
  const browser = await launch({trustedKeys: keys});
  page = await (await browser.newContext()).newPage();
  const client = fs.readFileSync(path.join(modules, 'socket.io-client-4.8/dist/socket.io.js'), 'utf8');
  for (const content of [client, `${Account}; ${socketIoMember}; const members = new Map();`]) {
    await page.addScriptTag({content});
  }
}

async function enlist({specs, ca, keys}) {
  for (const spec of specs) {
    const options = {...spec.options, ca};
    if (spec.kind === 'chromium') {
      page ?? await openPage(keys);
      await page.evaluate(`members.set(${JSON.stringify(spec.name)},
        socketIoMember(io, ${JSON.stringify(spec)}, new Account(${spec.isDense})))`);
    } else if (spec.kind === 'ws') {
      const Line = spec.tongue === 'console' ? ConsoleLine : PacketLine;
      members.set(spec.name, new Line(webSocket(), {...spec, options}, new Account(spec.isDense)));
    } else {
      members.set(spec.name, socketIoMember(socketIo(spec.kind), {...spec, options}, new Account(spec.isDense)));
    }
  }
}

async function report() {
  const states = Object.fromEntries([...members].map(([name, member]) => [name, member.report()]));
  return page ? {...states, ...await page.evaluate(
    'Object.fromEntries([...members].map(([name, member]) => [name, member.report()]))')} : states;
}

/** Of all, or of those of `kind`: plain or TLS. */
async function each(act, kind = '') {
  [...members].filter(([name]) => name.endsWith(kind)).forEach(([, member]) => member[act]());
  await page?.evaluate(
    `[...members].filter(([name]) => name.endsWith('${kind}')).forEach(([, member]) => member.${act}())`);
}

const commands = {enlist, report, renew: ({kind}) => each('renew', kind), leave: () => each('leave')};
for await (const line of readline.createInterface({input: process.stdin})) {
  const {command, ...rest} = JSON.parse(line);
  const answer = await commands[command](rest);
  process.stdout.write(`${JSON.stringify(answer ?? null)}\n`);
}
await page?.context().browser().close();
process.exit(0);
