// SPDX-License-Identifier: GPL-3.0-or-later
// Who is outside of the window is told: by signed webhooks, ntfy, real mail and what people chat with, once, also when the
// program is killed in between; by routes; and what cannot be delivered is seen.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {chatKinds, chatServices} from './support/chatservices.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {hasMail, mailServer, rawAnswers, webhooks} from './support/receivers.mjs';
import {demand, seen} from './support/waiting.mjs';

const secret = `whsec_${Buffer.from('a very secret key indeed').toString('base64')}`;
let belfry;
let token;
let client;
let hooks;

const ask = (command, params) => demand(client, command, params);

async function open() {
  token = await belfry.login();
  client = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
}

const raise = async (id, severity = 9, title = `Trouble ${id}`) => assert.equal((await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
  id, title, message: 'Look at it.', alert_type: 'system', severity, source: `probe-${id}`,
  created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`})).status, 200);
const about = (id) => hooks.about(`Trouble ${id}`, '/hook');

before(async () => {
  hooks = await webhooks();
  belfry = await Belfry.start();
  await open();
  await ask('alerts.delivery.set', {ends_learning: true, public_url: 'https://belfry.example.org'});
});
after(async () => {
  client?.close();
  await belfry?.stop();
  hooks?.close();
});

const place = (name) => hooks.place(name);
const channel = (display_name, kind, settings, more = {}) => ask('alerts.channels.set', {
  display_name, kind, settings: {is_private_allowed: true, ...settings}, ...more});

test('a channel is tried, and says what became of it', async () => {
  const {id, has_secret: hasSecret} = await channel('Hook', 'webhook', {url: place('/hook')}, {secret});
  assert.equal(hasSecret, true);
  assert.ok(!JSON.stringify(await ask('alerts.channels.list')).includes(secret));
  const tried = await ask('alerts.channels.test', {id});
  assert.equal(tried.is_delivered, true, tried.message);
  const {headers, body} = hooks.posts.at(-1);
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.slice(6), 'base64');
  assert.equal(headers['webhook-signature'], `v1,${crypto.createHmac('sha256', key).update(signed).digest('base64')}`);
  const {id: inner} = await ask('alerts.channels.set', {display_name: 'Inner', kind: 'webhook', is_enabled: false,
                                                        settings: {url: place('/hook').replace('http', 'https')}});
  const forbidden = await ask('alerts.channels.test', {id: inner});
  assert.equal(forbidden.is_delivered, false);
  assert.match(forbidden.message, /private|computer/);
});

test('an alert goes out once, and so does that somebody looks after it', async () => {
  await channel('Phones', 'ntfy', {url: place('/'), topic: 'belfry'});
  const began = performance.now();
  await raise('one');
  await seen('the webhook', () => about('one').length > 0);
  await seen('ntfy', () => hooks.posts.some(({url, body}) => url === '/' && body.includes('Trouble one')));
  console.log(`an alert was told outside ${((performance.now() - began) / 1000).toFixed(1)} s after it was raised`);
  const [alert] = (await ask('alerts.list', {text: 'Trouble one'})).alerts;
  await ask('alerts.acknowledge', {ids: [alert.id], note: 'Mine.'});
  await seen('that somebody looks after it', () => about('one').length > 1);
  assert.equal(about('one').length, 2);
});

test('what fails is tried again with the same key, also after kill -9', async () => {
  hooks.status = 503;
  await raise('two');
  await seen('a first attempt', () => about('two').length > 0);
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  client.close();
  hooks.status = 200;
  await belfry.launch();
  await open();
  await seen('a later one', () => about('two').some(({status: answered}) => answered === 200));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.equal(about('two').filter(({status: answered}) => answered === 200).length, 1);
  assert.equal(new Set(about('two').map(({headers}) => headers['webhook-id'])).size, 1);
});

test('what is refused for good is seen, and sent again by hand', async () => {
  hooks.status = 403;
  await raise('three');
  const dead = await seen('a dead letter of each channel', async () => {
    const {deliveries} = await ask('alerts.deliveries.list', {state: 'dead'});
    return deliveries.length === 2 && deliveries;
  });
  hooks.status = 200;
  const before = about('three').length;
  await ask('alerts.deliveries.retry', {ids: dead.map(({id}) => id)});
  await seen('it once more', () => about('three').length > before);
  await seen('no dead letters', async () => (await ask('alerts.deliveries.list', {state: 'dead'})).deliveries.length === 0);
});

test('mail goes to a real mail server', {skip: !hasMail && 'python3-aiosmtpd is missing'}, async () => {
  const server = await mailServer();
  try {
    const {id} = await channel('Mail', 'email', {host: '127.0.0.1', port: server.port, security: 'none', from: 'belfry@example.org',
                                                to: ['dana@example.org']});
    const tried = await ask('alerts.channels.test', {id});
    assert.equal(tried.is_delivered, true, tried.message);
    await seen('the mail', () => server.mails.length > 0);
    assert.deepEqual(server.mails[0].to, ['dana@example.org']);
  } finally {
    server.close();
  }
});

// Of a title with the markup of all of them, as it must stand in each so that it is shown, and calls and links nobody.
const marked = 'Full: *a* _b_ `c` <!channel> <@U1> [d](http://x.example) @everyone & more';
const inMarkdown = marked.replace(/[\\`*_{}[\]()>#+\-.!|~]/g, '\\$&').replace(/[@<]/g, '$&\u200b');
const spoken = {
  gotify: ({title, message, priority, extras}) => {
    assert.equal(title, `Critical: ${marked}`);
    assert.match(message, /^Critical: Full: .* \(A-\d+\)$/);
    assert.equal(priority, 9);
    assert.equal(extras['client::display'].contentType, 'text/plain');
    assert.match(extras['client::notification'].click.url, /^https:\/\/belfry\.example\.org\/#\/alerts\/A-\d+$/);
  },
  telegram: ({chat_id: chat, text, parse_mode: mode, disable_notification: isQuiet}) => {
    assert.equal(chat, '-1001');
    assert.ok(text.startsWith(`Critical: ${marked}\n`), text);
    assert.match(text, /\nhttps:\/\/belfry\.example\.org\/#\/alerts\/A-\d+$/);
    assert.equal(mode, undefined, 'it is plain text');
    assert.equal(isQuiet, false);
  },
  slack: ({text, mrkdwn, link_names: callsNames}) => {
    assert.ok(text.startsWith(`Critical: ${marked.replace('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\n`), text);
    assert.equal(mrkdwn, false);
    assert.equal(callsNames, false);
  },
  mattermost: ({text, username}) => {
    assert.equal(username, 'Belfry');
    assert.ok(text.startsWith(`**Critical: ${inMarkdown}**\n`), text);
  },
  discord: ({content, allowed_mentions: mentions}) => {
    assert.ok(content.startsWith(`**Critical: ${inMarkdown}**\n`), content);
    assert.deepEqual(mentions, {parse: []});
  },
};

test('what people chat with takes a test, then an alert, once, as text', async () => {
  const services = await chatServices();
  const ids = [];
  try {
    for (const kind of chatKinds) {
      const [settings, secret] = services.account(kind);
      const {id} = await channel(`Chat by ${kind}`, kind, settings, {secret});
      ids.push(id);
      const {is_delivered: isDelivered, message} = await ask('alerts.channels.test', {id});
      assert.equal(isDelivered, true, `${kind}: ${message}`);
      assert.match(JSON.stringify(services.taken(kind).pop()), /A test of Belfry/, kind);
    }
    await raise('chat', 9, marked);
    await seen('the alert with each', () => chatKinds.every((kind) => services.taken(kind).length > 0));
    chatKinds.forEach((kind) => spoken[kind](services.taken(kind)[0]));
    // One after the other to each: what is told of it next would come behind a second one.
    const [{id: alert}] = (await ask('alerts.list', {text: 'Full:'})).alerts;
    await ask('alerts.acknowledge', {ids: [alert], note: 'Mine.'});
    await seen('that somebody looks after it', () => chatKinds.every((kind) => services.taken(kind).length > 1));
    for (const kind of chatKinds) {
      assert.equal(services.taken(kind).length, 2, kind);
      assert.match(JSON.stringify(services.taken(kind)[1]), /Looked after: Full/, kind);
    }
    const {channels} = await ask('alerts.channels.list');
    assert.deepEqual(channels.filter(({id, last_error: error}) => ids.includes(id) && error), []);
  } finally {
    await Promise.all(ids.map((id) => ask('alerts.channels.remove', {id})));
    services.close();
  }
});

const kinds = {
  webhook: (url) => [{url}, secret],
  ntfy: (url) => [{url, topic: 'belfry'}],
  gotify: (url) => [{url}, 'Apptoken77'],
  telegram: (url) => [{url, chat_id: '-1001'}, '123456:ABC-def'],
  slack: (url) => [{}, url],
  mattermost: (url) => [{}, url],
  discord: (url) => [{}, url],
  alertmanager: (url) => [{url}],
};

/** What each kind says after a message to this address: [is delivered, sentence]; four at a time, as many as may be tried. */
async function triedByAll(url) {
  const said = {};
  const names = Object.keys(kinds);
  while (names.length > 0) {
    await Promise.all(names.splice(0, 4).map(async (kind) => {
      const [settings, secret] = kinds[kind](url);
      const {id} = await channel(`Odd ${kind}`, kind, settings, {is_enabled: false, ...(secret && {secret})});
      const {is_delivered: isDelivered, message} = await ask('alerts.channels.test', {id});
      said[kind] = [isDelivered, message];
      await ask('alerts.channels.remove', {id});
    }));
  }
  return Object.entries(said);
}

test('whatever a server does, every kind says it in a sentence, and goes nowhere else', async () => {
  const page = Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Length: 40\r\n\r\n<script>alert(1)</script>\u202e\u0007 no such\n');
  const odd = [
    ['HTTP/1.1 307 Elsewhere\r\nLocation: ' + place('/stolen') + '\r\nContent-Length: 0\r\n\r\n', /sends Belfry elsewhere \(307\)/],
    [Buffer.alloc(65536, 0xfe), /no HTTP/],
    ['220 mail.example.org ESMTP\r\n', /no HTTP/],
    [page, /refuses the message \(404\)/],
    ['HTTP/1.1 410 Gone\r\n\r\n', /refuses the message \(410\)/],
    ['HTTP/1.1 429 Slow\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n', /fewer messages \(429\)/],
    ['HTTP/1.1 500 Oh\r\nContent-Length: 99999999999\r\n\r\n' + 'x'.repeat(100_000), /could not take the message \(500\)/],
    ['HTTP/1.1 ' + '9'.repeat(70_000), /no HTTP/],
  ];
  for (const [answer, sentence] of odd) {
    const server = await rawAnswers(answer);
    for (const [kind, [isDelivered, message]] of await triedByAll(server.url)) {
      assert.equal(isDelivered, false, `${kind}: ${message}`);
      assert.match(message, sentence, kind);
      assert.doesNotMatch(message, /[\p{Cc}\u202e<]/u, kind);
      assert.ok(message.length < 500, `${kind}: ${message.length}`);
    }
    server.close();
  }
  assert.ok(hooks.posts.every(({url}) => url !== '/stolen'));
});

test('who hangs is left, by every kind, and others are served meanwhile', async () => {
  const server = await rawAnswers();
  const began = performance.now();
  const trying = triedByAll(server.url);
  assert.ok((await ask('alerts.list')).alerts);
  assert.ok(performance.now() - began < 14_000, 'the house answers before who hangs is left');
  for (const [kind, [isDelivered, message]] of await trying) {
    assert.equal(isDelivered, false, `${kind}: ${message}`);
    assert.match(message, /answer|time/i, kind);
  }
  server.close();
});
