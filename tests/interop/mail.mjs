// SPDX-License-Identifier: GPL-3.0-or-later
// Mail over TLS, by a real mail server: to whom the machine trusts, or whose certificate is pinned, with a password; to
// nobody else, and never unencrypted when it was to be encrypted.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test, {after, before} from 'node:test';

import {Belfry, temporaryFolder} from './support/belfry.mjs';
import {authority, fingerprintOf, selfSigned} from './support/certificates.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {hasMail, mailServer} from './support/receivers.mjs';
import {demand, refused, seen} from './support/waiting.mjs';

const manners = ['starttls', 'tls'];
// In mounts of its own, it is this authority that the machine trusts.
const asTrusted = ['unshare', '--mount', 'sh', '-c',
                   'mount -t tmpfs tmpfs /etc/ssl/certs && cp "$0" /etc/ssl/certs/own.pem && openssl rehash /etc/ssl/certs >/dev/null && exec "$@"'];
const mayMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/etc/ssl/certs']).status === 0;
const needsMail = {skip: !hasMail && 'python3-aiosmtpd is missing'};
const needsTrust = {skip: needsMail.skip || (!mayMount && 'only root may have a machine trust somebody for a while')};

const folder = temporaryFolder();
let trusted;
let misnamed;
let stranger;
let belfry;
let client;
let token;

const ask = (command, params) => demand(client, command, params);

before(async () => {
  const own = authority(folder);
  trusted = own.issue('mail', 'DNS:localhost,IP:127.0.0.1');
  misnamed = own.issue('elsewhere', 'DNS:mail.example.org');
  stranger = selfSigned(folder, 'stranger');
  belfry = await Belfry.start({within: mayMount ? [...asTrusted, own.certificate] : []});
  token = await belfry.login();
  client = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
  await ask('alerts.delivery.set', {ends_learning: true});
});
after(async () => {
  client?.close();
  await belfry?.remove();
  fs.rmSync(folder, {recursive: true});
});

const channel = (port, security, settings, secret) => ({display_name: 'Mail', kind: 'email', secret, settings: {
  is_private_allowed: true, host: '127.0.0.1', port, security, user_name: 'dana', from: 'belfry@example.org',
  to: ['dana@example.org'], ...settings}});

/** What became of a test over a channel to a mail server, and the mails it has then: {is_delivered, message, mails}. */
async function tried(manner, files, {settings, secret = 'pw', security = manner} = {}) {
  const server = await mailServer(manner, files);
  try {
    const {id} = await ask('alerts.channels.set', {...channel(server.port, security, settings, secret), is_enabled: false});
    const said = await ask('alerts.channels.test', {id});
    await ask('alerts.channels.remove', {id});
    return {...said, mails: server.mails};
  } finally {
    server.close();
  }
}

function assertRefused({is_delivered: isDelivered, message, mails}, sentence) {
  assert.equal(isDelivered, false);
  assert.match(message, sentence);
  assert.equal(mails.length, 0);
}

for (const manner of manners) {
  test(`${manner}: whom the machine trusts is sent mail, after the password`, needsTrust, async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const {is_delivered: isDelivered, message, mails} = await tried(manner, trusted, {settings: {host}});
      assert.equal(isDelivered, true, message);
      await seen('the mail', () => mails.length === 1);
      assert.equal(mails[0].user, 'dana');
    }
    assertRefused(await tried(manner, trusted, {secret: 'another'}), /does not let Belfry sign in.*535/);
  });

  test(`${manner}: who has another name is not sent any`, needsTrust, async () => {
    assertRefused(await tried(manner, misnamed), /certificate of 127\.0\.0\.1:\d+ is not trusted: .*host ?name/i);
  });

  test(`${manner}: whom nobody vouches for is not sent any, but where they are pinned`, needsMail, async () => {
    const said = await tried(manner, stranger);
    assertRefused(said, /certificate of 127\.0\.0\.1:\d+ is not trusted: .*self-signed/);
    assert.ok(said.message.includes(fingerprintOf(stranger)), 'it says which that is');
    assertRefused(await tried(manner, stranger, {settings: {fingerprint: fingerprintOf(trusted)}}), /shows another certificate than the one that is pinned/);
    const {is_delivered: isDelivered, message, mails} = await tried(manner, stranger, {settings: {fingerprint: fingerprintOf(stranger)}});
    assert.equal(isDelivered, true, message);
    await seen('the mail', () => mails.length === 1);
  });

  test(`${manner}: to who does not encrypt, nothing is said`, needsMail, async () => {
    assertRefused(await tried('plain', {}, {security: manner}), /STARTTLS|TLS/);
  });
}

test('a password is not said in plain text', needsMail, async () => {
  const {message} = await refused(client, 'alerts.channels.set', channel(25, 'none', {}, 'pw'));
  assert.match(message, /never sent in the clear/);
  assertRefused(await tried('starttls', stranger, {settings: {user_name: ''}, secret: '', security: 'none'}), /STARTTLS/);
});

test('an alert goes out so, once', needsMail, async () => {
  const server = await mailServer('starttls', stranger);
  try {
    await ask('alerts.channels.set', channel(server.port, 'starttls', {host: 'localhost', fingerprint: fingerprintOf(stranger)}, 'pw'));
    assert.equal((await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
      id: 'one', title: 'Trouble <one>', message: 'Look at it.', alert_type: 'system', severity: 9, source: 'probe',
      created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`})).status, 200);
    const {subject, tls, user, defects} = await seen('the mail', () => server.mails[0]);
    assert.match(subject, /Trouble <one>/);
    assert.deepEqual([tls, user, defects], [true, 'dana', []]);
    await seen('that it is known to have arrived', async () =>
      (await ask('alerts.deliveries.list', {state: 'delivered'})).deliveries.length === 1);
    assert.equal(server.mails.length, 1);
  } finally {
    server.close();
  }
});
