// SPDX-License-Identifier: GPL-3.0-or-later
// The page as the real program serves it, in Debian's Chromium.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, {after, before} from 'node:test';

import {codeOf} from '../interop/support/authenticator.mjs';
import {account, Belfry} from '../interop/support/belfry.mjs';
import {Console} from '../interop/support/console.mjs';
import {memory, underLoad} from '../interop/support/machine.mjs';
import {assertFits, banner, enter, keyHash, launch, live, noBanner, openPage, shoot, signIn} from './support/browser.mjs';

let browser;
let belfry;

/** Waits for two new readings. What is drawn moves with the time as well; the processor's share does not. */
async function isLive(page) {
  await page.evaluate(() => {
    window.readings = 0;
    new MutationObserver(() => { ++window.readings; })
      .observe(document.querySelectorAll('#tables tbody')[0], {childList: true, subtree: true, characterData: true});
  });
  await page.waitForFunction(() => window.readings >= 2);
}

before(async () => { browser = await launch(); });
after(async () => {
  await browser.close();
  await belfry?.remove();
});

test('the first administrator is created on the page', async () => {
  belfry = await Belfry.start({admin: false});
  const [, token] = await belfry.says(/Set-up token: (\S+)/);
  const page = await openPage(browser, `${belfry.url}/`);
  await page.waitForSelector('#set-up[open]');
  await page.fill('#set-up-token', token);
  await page.fill('#set-up-username', account.username);
  await page.fill('#set-up-password', account.password);
  await page.click('#set-up .primary');
  await live(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the server protects the page by its headers', async () => {
  const {headers} = await fetch(`${belfry.url}/`);
  const policy = headers.get('content-security-policy');
  for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
    assert.ok(policy.includes(part), `${part} is not in ${policy}`);
  }
  assert.ok(!policy.includes('unsafe'), policy);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
});

test('an account with one-time codes is asked for one, and only then', async () => {
  const kim = {username: 'kim', password: 'nine slow herons at noon'};
  const admin = await Console.open(belfry, await belfry.login());
  assert.ok((await admin.ask('identity.users.add', {...kim, role: 'viewer'})).reply);
  const own = await Console.open(belfry, await belfry.login(kim));
  const {secret} = (await own.ask('identity.otp.begin', {password: kim.password})).reply;
  const {recovery_codes: codes} = (await own.ask('identity.otp.confirm', {otp: codeOf(secret)})).reply;
  own.close();
  admin.close();
  const page = await openPage(browser, `${belfry.url}/`, {viewport: {width: 360, height: 740}});
  await page.waitForSelector('#sign-in[open]');
  assert.equal(await page.isVisible('#otp'), false);
  await signIn(page, kim);
  await page.waitForSelector('#otp', {state: 'visible'});
  assert.equal(await page.evaluate(() => document.activeElement.id), 'otp');
  await assertFits(page);
  await shoot(page, 'page-code');
  await page.fill('#otp', codes[0]);
  await page.click('#sign-in .primary');
  await live(page);
  await page.click('#sign-out');
  await page.waitForSelector('#sign-in[open]');
  assert.equal(await page.isVisible('#otp'), false);
  await signIn(page, kim);
  await page.waitForSelector('#otp', {state: 'visible'});
  await page.fill('#otp', codes[0]);
  await page.click('#sign-in .primary');
  await page.waitForFunction(() => /has been used/.test(document.querySelector('#sign-in [data-problem]').textContent));
  await page.fill('#username', 'somebody else');
  assert.equal(await page.isVisible('#otp'), false);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a wrong password is answered neutrally', async () => {
  const page = await openPage(browser, `${belfry.url}/`);
  await signIn(page, {...account, password: 'certainly not this one'});
  await page.waitForFunction(() => document.querySelector('#sign-in [data-problem]').textContent === 'Name or password is wrong.');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const [name, options] of Object.entries({
  'wide': {}, 'phone': {viewport: {width: 360, height: 740}}, 'phone-dark': {viewport: {width: 360, height: 740}, colorScheme: 'dark'},
})) {
  test(`live and true: ${name}`, async () => {
    const page = await openPage(browser, `${belfry.url}/`, options);
    await assertFits(page);
    await enter(page, account);
    assert.equal(await page.textContent('#host'), os.hostname());
    const before = memory();
    await isLive(page);
    const told = await page.textContent('.tile:nth-child(2) .note');
    const after = memory();
    const gib = 1024 ** 3;
    const [used, total] = told.split('/').map((part) => Number(part.replace(/[^\d.]/g, '')));
    const slack = 0.5 + after.total / gib / 20;
    assert.ok(Math.abs(total - after.total / gib) <= slack, `${told}, but the kernel says ${after.total / gib} GiB`);
    const kernels = [before, after].map((one) => (one.total - one.available) / gib).sort((a, b) => a - b);
    assert.ok(used >= kernels[0] - slack && used <= kernels[1] + slack, `${told}, but the kernel says ${kernels} GiB`);
    await assertFits(page);
    await shoot(page, `page-${name}`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('the processor tile shows a load that begins', async () => {
  const page = await openPage(browser, `${belfry.url}/`);
  await enter(page, account);
  await underLoad((least) => page.waitForFunction(
    (wanted) => parseFloat(document.querySelector('.tile strong').textContent) >= wanted, least * 0.8));
  await page.context().close();
});

test('the session is in a cookie the page cannot read', async () => {
  const page = await openPage(browser, `${belfry.url}/`);
  await enter(page, account);
  const cookies = await page.context().cookies();
  assert.ok(cookies.length > 0);
  assert.deepEqual(cookies.filter(({httpOnly, sameSite}) => !httpOnly || sameSite !== 'Strict'), []);
  const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length, location.href]);
  assert.deepEqual(kept, ['', 0, 0, `${belfry.url}/`]);
  await page.reload();
  await live(page);
  await page.click('#sign-out');
  await page.waitForSelector('#sign-in[open]');
  await page.reload();
  await page.waitForSelector('#sign-in[open]');
  await page.context().close();
});

test('a restart of the server shows a banner and heals', async () => {
  const page = await openPage(browser, `${belfry.url}/`);
  await enter(page, account);
  assert.equal((await belfry.stop()).code, 0);
  await banner(page, 'The server is restarting.');
  await shoot(page, 'page-restarting');
  await belfry.launch();
  await banner(page, 'Live again.');
  await noBanner(page);
  await live(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a killed server shows the loss and heals', async () => {
  if (belfry.child.exitCode !== null) {
    await belfry.launch();
  }
  const page = await openPage(browser, `${belfry.url}/`);
  await enter(page, account);
  await belfry.stop('SIGKILL');
  await banner(page, 'Connection lost. Showing data from');
  await shoot(page, 'page-lost');
  await belfry.launch();
  await live(page);
  await page.context().close();
});

test('over TLS the page is the same, for whom trusts the certificate', async () => {
  if (belfry.child.exitCode !== null || belfry.child.signalCode !== null) {
    await belfry.launch();
  }
  const url = belfry.url.replace('http:', 'https:');
  await assert.rejects(openPage(browser, `${url}/`), /ERR_CERT_AUTHORITY_INVALID/);
  const trusting = await launch({trustedKeys: [keyHash(fs.readFileSync(path.join(belfry.dataDir, 'certificate.pem')))]});
  try {
    const page = await openPage(trusting, `${url}/`);
    await enter(page, account);
    await isLive(page);
    assert.ok((await page.context().cookies()).every(({secure}) => secure));
    await belfry.stop();
    await banner(page, 'The server is restarting.');
    await belfry.launch();
    await banner(page, 'Live again.');
    await isLive(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await trusting.close();
  }
});
