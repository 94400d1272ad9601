// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of a standing network for whoever runs in it, in whatever language: a line of JSON to a socket, as
// ["cut", "printer"], is answered by one, {"is": what it gave} or {"error": "…"}.
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import readline from 'node:readline';

export const place = '/run/lab/verbs';
const verbs = [
  'cut', 'mend', 'powerOff', 'powerOn', 'open', 'close', 'changeMac', 'changeAddress', 'rename', 'add', 'swap', 'flap', 'strain', 'spoil',
  'answers', 'isSilent', 'neighbours', 'farEnd', 'address', 'mac',
];

async function obey(network, line) {
  try {
    const [verb, ...args] = JSON.parse(line);
    if (!verbs.includes(verb)) {
      throw new Error(`There is no verb ${verb}; there are ${verbs.join(', ')}.`);
    }
    return {is: await network[verb](...args) ?? null};
  } catch (error) {
    return {error: error.message};
  }
}

export async function takeOrders(network) {
  fs.rmSync(place, {force: true});
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    readline.createInterface({input: socket}).on('line', async (line) => {
      socket.write(`${JSON.stringify(await obey(network, line))}\n`);
    });
  }).listen(place);
  await once(server, 'listening');
}

export async function give(verb, args) {
  const socket = net.connect(place);
  socket.write(`${JSON.stringify([verb, ...args])}\n`);
  const [line] = await once(readline.createInterface({input: socket}), 'line');
  socket.destroy();
  return JSON.parse(line);
}
