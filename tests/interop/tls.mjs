// SPDX-License-Identifier: GPL-3.0-or-later
// TLS beside plain text on one port: clients that check the certificate, its renewal, and other machines.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import test, {after, before} from 'node:test';
import tls from 'node:tls';

import {account, Belfry, freePort, run, temporaryFolder} from './support/belfry.mjs';
import {Console} from './support/console.mjs';
import {socketIo, webSocket} from './support/modules.mjs';

const io = socketIo();
const WebSocket = webSocket();
const printed = /Certificate fingerprint \(SHA-256\): ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})\n/;
let belfry;
let ca;
let token;

/** {status, headers, body} by https, from a server whose certificate must be `ca`. */
function ask(url, {method = 'GET', headers = {}, body = '', servername} = {}) {
  return new Promise((resolve, reject) => {
    const request = https.request(url, {method, headers, ca, servername, agent: false}, (answer) => {
      let text = '';
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => resolve({status: answer.statusCode, headers: answer.headers, body: text}));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function shake(port, options = {}) {
  const socket = tls.connect({host: '127.0.0.1', port, ca, ...options});
  await once(socket, 'secureConnect');
  const shown = {
    fingerprint: socket.getPeerCertificate().fingerprint256, protocol: socket.getProtocol(), authorized: socket.authorized,
  };
  socket.destroy();
  return shown;
}

const secure = (server) => server.url.replace('http:', 'https:');
const own = (server) => fs.readFileSync(path.join(server.dataDir, 'certificate.pem'));

function makePair(folder, name) {
  const files = {certificate: path.join(folder, 'given.pem'), key: path.join(folder, 'given.key')};
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-days', '2', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name},IP:127.0.0.1`,
    '-keyout', files.key, '-out', files.certificate], {stdio: 'ignore'});
  return files;
}

before(async () => {
  belfry = await Belfry.start();
  ca = own(belfry);
  token = await belfry.login();
});
after(async () => { await belfry?.remove(); });

test('the certificate is the printed one, good for this machine, and spoken in TLS 1.2 and 1.3', async () => {
  const [, fingerprint] = await belfry.says(printed);
  assert.equal(fs.statSync(path.join(belfry.dataDir, 'certificate.key')).mode & 0o777, 0o600);
  for (const protocol of ['TLSv1.2', 'TLSv1.3']) {
    assert.deepEqual(await shake(belfry.port, {minVersion: protocol, maxVersion: protocol}),
                     {fingerprint, protocol, authorized: true});
  }
  assert.equal((await shake(belfry.port, {servername: 'localhost'})).authorized, true);
  assert.equal((await shake(belfry.port, {servername: os.hostname()})).authorized, true);
});

test('what is older or weaker than TLS 1.2 is refused', async () => {
  for (const weak of [{minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0'},
                      {maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA256'},
                      {maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-GCM-SHA256'}]) {
    await assert.rejects(shake(belfry.port, weak), /alert|handshake|reset/i, JSON.stringify(weak));
  }
});

const manners = {WebSocket: ['websocket'], polling: ['polling'], 'polling, then upgraded': ['polling', 'websocket']};
for (const [manner, transports] of Object.entries(manners)) {
  test(`socket.io-client by ${manner}`, async () => {
    const socket = io(secure(belfry), {ca, transports, auth: {token}, forceNew: true, reconnection: false});
    await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
    if (transports.length === 2 && socket.io.engine.transport.name !== 'websocket') {
      await once(socket.io.engine, 'upgrade');
    }
    assert.equal(socket.io.engine.transport.name, transports.at(-1));
    const {status} = await socket.timeout(10000).emitWithAck('get_current_metrics');
    assert.equal(status, 'success');
    await once(socket, 'metrics_update');
    socket.disconnect();
  });
}

test('ws speaks the console, and hears why it is closed', async () => {
  const client = await Console.open({url: secure(belfry)}, token, {ca});
  const {reply} = await client.ask('session.server');
  assert.ok(reply.version);
  client.close();
  const stranger = new WebSocket(`${secure(belfry).replace('http', 'ws')}/api/v1/ws/system`, {ca});
  assert.equal((await once(stranger, 'close'))[0], 4001);
});

test('plain text and TLS are served side by side', async () => {
  assert.equal((await fetch(`${belfry.url}/health`)).status, 200);
  assert.equal((await ask(`${secure(belfry)}/health`)).status, 200);
});

test('cookies given over TLS come back over TLS only', async () => {
  const request = {method: 'POST', body: JSON.stringify(account),
                   headers: {'Content-Type': 'application/json', 'X-Belfry-Page': '1'}};
  const encrypted = await ask(`${secure(belfry)}/api/v1/auth/login`, request);
  assert.equal(encrypted.status, 200);
  assert.ok(encrypted.headers['set-cookie'].every((cookie) => /; Secure$/.test(cookie)));
  const plain = await fetch(`${belfry.url}/api/v1/auth/login`, request);
  assert.doesNotMatch(plain.headers.get('set-cookie'), /Secure/);
});

test('a restart shows the same certificate', async () => {
  const [, before] = await belfry.says(printed);
  await belfry.stop();
  await belfry.launch();
  assert.equal((await belfry.says(printed))[1], before);
  assert.equal((await shake(belfry.port)).fingerprint, before);
});

test('a given certificate is shown, followed when it is renewed, and kept when its successor is broken', async () => {
  const folder = temporaryFolder();
  const files = makePair(folder, 'noc.example');
  const server = await Belfry.start({args: ['--certificate', files.certificate, '--key', files.key]});
  try {
    const [, first] = await server.says(printed);
    ca = fs.readFileSync(files.certificate);
    assert.equal((await shake(server.port, {servername: 'noc.example'})).fingerprint, first);
    assert.equal((await ask(`${secure(server)}/health`, {headers: {Host: 'noc.example'}})).status, 200);
    assert.equal((await ask(`${secure(server)}/health`,
                            {servername: 'noc.example', headers: {Host: 'other.example'}})).status, 421);
    const standing = await Console.open({url: secure(server)}, await server.login(), {ca});
    server.out = '';
    makePair(folder, 'other.example');
    const [, second] = await server.says(printed);
    assert.notEqual(second, first);
    ca = fs.readFileSync(files.certificate);
    assert.equal((await shake(server.port)).fingerprint, second);
    assert.ok((await standing.ask('session.server')).reply);
    standing.close();
    fs.writeFileSync(files.key, 'no key');
    while (!server.err.includes('stays in use')) {
      await once(server.child.stderr, 'data');
    }
    assert.equal((await shake(server.port)).fingerprint, second);
  } finally {
    ca = own(belfry);
    await server.remove();
    fs.rmSync(folder, {recursive: true, force: true});
  }
});

test('a certificate that cannot be used ends with 7 and is named', async () => {
  const folder = temporaryFolder();
  const missing = path.join(folder, 'none.pem');
  const {code, err} = await run(['--headless', '--listen', `127.0.0.1:${await freePort()}`, '--data-dir', folder,
                                 '--certificate', missing, '--key', missing]);
  fs.rmSync(folder, {recursive: true, force: true});
  assert.equal(code, 7, err);
  assert.ok(err.includes(missing), err);
});

const outside = Object.values(os.networkInterfaces()).flat().find(({family, internal}) => family === 'IPv4' && !internal);

test('other machines are sent from plain text to TLS', {skip: !outside && 'no address but the loopback'}, async () => {
  const port = await freePort();
  const server = await Belfry.start({args: ['--listen', `${outside.address}:${port}`]});
  try {
    await server.says(new RegExp(`Listening on https://${outside.address}:${port}\n`));
    const place = `//${outside.address}:${port}`;
    const sent = await fetch(`http:${place}/health?a=b`, {redirect: 'manual'});
    assert.deepEqual([sent.status, sent.headers.get('location')], [308, `https:${place}/health?a=b`]);
    const posted = await fetch(`http:${place}/api/v1/auth/login`, {method: 'POST', body: '{}'});
    assert.deepEqual([posted.status, posted.headers.get('upgrade')], [426, 'TLS/1.2, HTTP/1.1']);
    const upgrade = new WebSocket(`ws:${place}/console`);
    const [error] = await once(upgrade, 'error');
    assert.match(error.message, /426/);
    ca = own(server);
    assert.equal((await ask(`https:${place}/health`)).status, 200);
    const client = await Console.open({url: `https:${place}`}, await server.login(), {ca});
    assert.ok((await client.ask('session.server')).reply);
    client.close();
  } finally {
    ca = own(belfry);
    await server.remove();
  }
});

test('--allow-plaintext serves them as they come', {skip: !outside && 'no address but the loopback'}, async () => {
  const port = await freePort();
  const server = await Belfry.start({args: ['--listen', `${outside.address}:${port}`, '--allow-plaintext']});
  try {
    await server.says(new RegExp(`Listening on http://${outside.address}:${port}\n`));
    assert.equal((await fetch(`http://${outside.address}:${port}/health`)).status, 200);
    ca = own(server);
    assert.equal((await ask(`https://${outside.address}:${port}/health`)).status, 200);
  } finally {
    ca = own(belfry);
    await server.remove();
  }
});
