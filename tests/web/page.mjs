// SPDX-License-Identifier: GPL-3.0-or-later
// The page as the real program serves it, in Debian's Chromium.
import assert from 'node:assert/strict';
import os from 'node:os';
import test, {after, before} from 'node:test';

import {account, Belfry} from '../interop/support/belfry.mjs';
import {memory} from '../interop/support/machine.mjs';
import {assertFits, banner, enter, launch, live, noBanner, openPage, shoot, signIn} from './support/browser.mjs';

let browser;
let belfry;

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
    const told = await page.textContent('.tile:nth-child(2) .note');
    const total = memory().total / 1024 ** 3;
    const shown = Number(told.split('/')[1].replace(/[^\d.]/g, ''));
    assert.ok(Math.abs(shown - total) <= 0.5 + total * 0.01, `${told}, but the kernel says ${total} GiB`);
    const line = () => page.locator('.chart .line').first().getAttribute('d');
    const first = await line();
    await page.waitForFunction((before) => document.querySelector('.chart .line').getAttribute('d') !== before, first);
    await assertFits(page);
    await shoot(page, `page-${name}`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

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
  await page.click('#banner-action');
  await live(page);
  await page.context().close();
});
