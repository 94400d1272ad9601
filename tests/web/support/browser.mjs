// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, and what the tests of the page want from it.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import {chromium} from '../../interop/support/modules.mjs';

/** `trustedKeys`: keys of certificates that are good although nobody vouches for them, as `keyHash` says them. */
export const launch = ({trustedKeys = []} = {}) => chromium().launch({
  executablePath: process.env.BELFRY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
         ...trustedKeys.length ? [`--ignore-certificate-errors-spki-list=${trustedKeys.join()}`] : []],
});

/** SHA-256 of a certificate's public key. */
export const keyHash = (pem) => crypto.createHash('sha256')
  .update(new crypto.X509Certificate(pem).publicKey.export({type: 'spki', format: 'der'})).digest('base64');

/** A fresh page; `faults` gathers violations of the policy, script errors and foreign requests. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error.stack)));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) {
      page.faults.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', url).href) && !request.url().startsWith('data:')) {
      page.faults.push(`asked ${request.url()}`);
    }
  });
  await page.goto(url);
  return page;
}

export async function signIn(page, {username, password}) {
  await page.waitForSelector('#sign-in[open]');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('#sign-in .primary');
}

/** Signs in, waiting as long as the page asks for after a wrong try before. */
export async function enter(page, account) {
  await signIn(page, account);
  const answer = () => page.waitForFunction(() => !document.getElementById('sign-in').open
    || document.querySelector('#sign-in [data-problem]').textContent !== '');
  await answer();
  if (await page.isVisible('#sign-in')) {
    await page.waitForSelector('#sign-in .primary:not(:disabled)');
    await page.click('#sign-in .primary');
  }
  await live(page);
}

export const banner = (page, text) => page.waitForFunction(
  (wanted) => !document.getElementById('banner').hidden && document.getElementById('banner-text').textContent.includes(wanted), text);

export const noBanner = (page) => page.waitForFunction(() => document.getElementById('banner').hidden);

export const live = (page) => page.waitForFunction(
  () => document.getElementById('state').dataset.state === 'live' && document.querySelector('.tile strong').textContent !== '');

/** Nothing is wider than the page, and what is touched is large enough. */
export async function assertFits(page) {
  const {wide, small} = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    small: [...document.querySelectorAll('button, input:not([type=checkbox]), summary')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map((element) => element.textContent || element.id),
  }));
  assert.equal(wide, 0, 'the page scrolls sideways');
  if (page.viewportSize().width <= 640) {
    assert.deepEqual(small, [], 'too small for a finger');
  }
}

/** A picture in the folder BELFRY_SHOTS, when it is set. */
export async function shoot(page, name) {
  if (process.env.BELFRY_SHOTS) {
    fs.mkdirSync(process.env.BELFRY_SHOTS, {recursive: true});
    await page.screenshot({path: path.join(process.env.BELFRY_SHOTS, `${name}.png`), fullPage: true});
  }
}
