// SPDX-License-Identifier: GPL-3.0-or-later
// Where channels lead: HTTP servers that keep what they are sent and answer as they are told to, and a real mail server.
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import http from 'node:http';
import net from 'node:net';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';

const mailProgram = fileURLToPath(new URL('../../alerts/channels/mailserver.py', import.meta.url));

export const hasMail = spawnSync('/usr/bin/python3', ['-c', 'import aiosmtpd']).status === 0;

/** Takes what is posted: {posts, status, place(name), about(text, place), close()}; `status` is what it answers, 0: nothing. */
export async function webhooks() {
  const hooks = {posts: [], status: 200};
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      hooks.posts.push({url: request.url, headers: request.headers, body, status: hooks.status});
      if (hooks.status === 0) {
        return;
      }
      response.writeHead(hooks.status, hooks.status >= 300 && hooks.status < 400 ? {Location: '/stolen'} : {});
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  hooks.place = (name) => `http://127.0.0.1:${server.address().port}${name}`;
  hooks.about = (text, place) => hooks.posts.filter(({url, body}) => url === place && body.includes(text));
  hooks.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return hooks;
}

/** Answers whoever connects with these bytes and hangs up; with none it says nothing and waits. */
export async function rawAnswers(bytes) {
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', () => {
      if (bytes) {
        socket.end(bytes);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/x`,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

/** aiosmtpd: {port, mails, close()}; encrypted as `manner` says (plain, starttls, tls), by these files. */
export async function mailServer(manner = 'plain', {certificate, key} = {}) {
  const child = spawn('/usr/bin/python3', [mailProgram, manner, ...certificate ? [certificate, key] : []], {stdio: ['pipe', 'pipe', 'inherit']});
  const lines = readline.createInterface({input: child.stdout});
  const [port] = await once(lines, 'line');
  const mails = [];
  lines.on('line', (line) => mails.push(JSON.parse(line)));
  return {port: Number(port), mails, close: () => child.kill()};
}
