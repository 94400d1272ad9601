// SPDX-License-Identifier: GPL-3.0-or-later
// The servers Belfry is compared with: `node servers.mjs socket.io|ws EVENTBYTES`. `burst N` on standard input sends N
// events to everybody; socket.io acknowledges `get_user_info` with its argument, ws echoes.
import http from 'node:http';
import {createInterface} from 'node:readline';
import {socketIoServer, webSocketServer} from '../interop/support/modules.mjs';

const [kind, eventBytes] = process.argv.slice(2);
const http1 = http.createServer();
const word = 'system:health';
let burst;

if (kind === 'socket.io') {
  const io = new (socketIoServer())(http1, {transports: ['websocket']});
  const body = {pad: 'x'.repeat(Math.max(0, Number(eventBytes) - `__42["${word}",{"pad":""}]__`.length))};
  io.on('connection', (socket) => socket.on('get_user_info', (about, answer) => answer(about)));
  burst = (count) => {
    for (let i = 0; i < count; ++i) {
      io.emit(word, body);
    }
  };
} else {
  const server = new (webSocketServer())({server: http1, perMessageDeflate: false});
  const event = '42' + 'x'.repeat(Number(eventBytes) - 6);
  server.on('connection', (client) => client.on('message', (text) => client.send(text.toString())));
  burst = (count) => {
    for (let i = 0; i < count; ++i) {
      for (const client of server.clients) {
        client.send(event);
      }
    }
  };
}

createInterface({input: process.stdin})
  .on('line', (line) => burst(Number(line.split(' ')[1])))
  .on('close', () => process.exit(0));
http1.listen({port: 0, host: '127.0.0.1', backlog: 4096}, () => console.log(`ready ${http1.address().port}`));
