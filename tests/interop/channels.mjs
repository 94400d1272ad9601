// SPDX-License-Identifier: GPL-3.0-or-later
// Who is outside of the window is told: by signed webhooks, ntfy and real mail, once, also when the program is killed in between;
// by routes; and what cannot be delivered is seen.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import crypto from 'node:crypto';
import {once} from 'node:events';
import http from 'node:http';
import readline from 'node:readline';
import test, {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Belfry} from './support/belfry.mjs';
import {Console} from './support/console.mjs';

const secret = `whsec_${Buffer.from('a very secret key indeed').toString('base64')}`;
const mailServer = fileURLToPath(new URL('../alerts/channels/mailserver.py', import.meta.url));
const hasMail = spawnSync('/usr/bin/python3', ['-c', 'import aiosmtpd']).status === 0;
let belfry;
let token;
let client;
let receiver;
let status = 200; // what the receiver answers
const posts = [];

async function ask(command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}

async function seen(what, find, seconds = 40) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `not seen within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function open() {
  token = await belfry.login();
  client = await Console.open(belfry, token);
}

const raise = async (id, severity = 9) => assert.equal((await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
  id, title: `Trouble ${id}`, message: 'Look at it.', alert_type: 'system', severity, source: `probe-${id}`,
  created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`})).status, 200);
const about = (id, place = '/hook') => posts.filter(({url, body}) => url === place && body.includes(`Trouble ${id}`));

before(async () => {
  receiver = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      posts.push({url: request.url, headers: request.headers, body, status});
      response.writeHead(request.url === '/elsewhere' ? 302 : status, {Location: '/stolen'});
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  belfry = await Belfry.start();
  await open();
  await ask('alerts.delivery.set', {ends_learning: true, public_url: 'https://belfry.example.org'});
});
after(async () => {
  client?.close();
  await belfry?.stop();
  receiver?.close();
});

const place = (name) => `http://127.0.0.1:${receiver.address().port}${name}`;
const channel = (display_name, kind, settings, more = {}) => ask('alerts.channels.set', {
  display_name, kind, settings: {is_private_allowed: true, ...settings}, ...more});

test('a channel is tried, and says what became of it', async () => {
  const {id, has_secret: hasSecret} = await channel('Hook', 'webhook', {url: place('/hook')}, {secret});
  assert.equal(hasSecret, true);
  assert.ok(!JSON.stringify(await ask('alerts.channels.list')).includes(secret));
  const tried = await ask('alerts.channels.test', {id});
  assert.equal(tried.is_delivered, true, tried.message);
  const {headers, body} = posts.at(-1);
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.slice(6), 'base64');
  assert.equal(headers['webhook-signature'], `v1,${crypto.createHmac('sha256', key).update(signed).digest('base64')}`);
  const {id: away} = await channel('Away', 'webhook', {url: place('/elsewhere')}, {is_enabled: false});
  const redirected = await ask('alerts.channels.test', {id: away});
  assert.equal(redirected.is_delivered, false);
  assert.ok(posts.every(({url}) => url !== '/stolen'));
  const {id: inner} = await ask('alerts.channels.set', {display_name: 'Inner', kind: 'webhook', is_enabled: false,
                                                        settings: {url: `https://127.0.0.1:${receiver.address().port}/hook`}});
  const forbidden = await ask('alerts.channels.test', {id: inner});
  assert.equal(forbidden.is_delivered, false);
  assert.match(forbidden.message, /private|computer/);
});

test('an alert goes out once, and so does that somebody looks after it', async () => {
  await channel('Phones', 'ntfy', {url: place('/'), topic: 'belfry'});
  const began = performance.now();
  await raise('one');
  await seen('the webhook', () => about('one').length > 0);
  await seen('ntfy', () => posts.some(({url, body}) => url === '/' && body.includes('Trouble one')));
  console.log(`an alert was told outside ${((performance.now() - began) / 1000).toFixed(1)} s after it was raised`);
  const [alert] = (await ask('alerts.list', {text: 'Trouble one'})).alerts;
  await ask('alerts.acknowledge', {ids: [alert.id], note: 'Mine.'});
  await seen('that somebody looks after it', () => about('one').length > 1);
  assert.equal(about('one').length, 2);
});

test('what fails is tried again with the same key, also after kill -9', async () => {
  status = 503;
  await raise('two');
  await seen('a first attempt', () => about('two').length > 0);
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  client.close();
  status = 200;
  await belfry.launch();
  await open();
  await seen('a later one', () => about('two').some(({status: answered}) => answered === 200));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.equal(about('two').filter(({status: answered}) => answered === 200).length, 1);
  assert.equal(new Set(about('two').map(({headers}) => headers['webhook-id'])).size, 1);
});

test('what is refused for good is seen, and sent again by hand', async () => {
  status = 403;
  await raise('three');
  const dead = await seen('a dead letter of each channel', async () => {
    const {deliveries} = await ask('alerts.deliveries.list', {state: 'dead'});
    return deliveries.length === 2 && deliveries;
  });
  status = 200;
  const before = about('three').length;
  await ask('alerts.deliveries.retry', {ids: dead.map(({id}) => id)});
  await seen('it once more', () => about('three').length > before);
  await seen('no dead letters', async () => (await ask('alerts.deliveries.list', {state: 'dead'})).deliveries.length === 0);
});

test('mail goes to a real mail server', {skip: !hasMail && 'python3-aiosmtpd is missing'}, async () => {
  const server = spawn('/usr/bin/python3', [mailServer, 'plain'], {stdio: ['pipe', 'pipe', 'inherit']});
  const lines = readline.createInterface({input: server.stdout})[Symbol.asyncIterator]();
  try {
    const port = Number((await lines.next()).value);
    const {id} = await channel('Mail', 'email', {host: '127.0.0.1', port, security: 'none', from: 'belfry@example.org',
                                                to: ['dana@example.org']});
    const tried = await ask('alerts.channels.test', {id});
    assert.equal(tried.is_delivered, true, tried.message);
    const mail = JSON.parse((await lines.next()).value);
    assert.match(JSON.stringify(mail), /dana@example\.org/);
  } finally {
    server.kill();
  }
});
