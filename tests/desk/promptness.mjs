// SPDX-License-Identifier: GPL-3.0-or-later
// How soon the window shows what somebody does in a browser: a hundred acknowledgements, each from the click until the
// table was painted with it. Prints it, and fails when one is not shown, since machines differ.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Belfry} from '../interop/support/belfry.mjs';
import {Console, overlookMachine} from '../interop/support/console.mjs';
import {demand, seen} from '../interop/support/waiting.mjs';
import {launch, openPage, signIn} from '../web/support/browser.mjs';
import {Desk} from './desk.mjs';

const [rounds, many] = [10, 10]; // as many as are in sight
const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
let belfry;
let client;
let browser;
let desk;
let page;
let ids;

before(async () => {
  belfry = await Belfry.start();
  const token = await belfry.login();
  client = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
  await demand(client, 'identity.users.add', {...omar, role: 'operator'});
  for (let i = 0; i <= many; ++i) { // one stays, so that the table is never empty
    assert.equal((await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
      id: `p-${i}`, title: `Trouble ${i}`, message: '', alert_type: 'system', severity: 6, source: `probe-${i}`,
      created_at: new Date().toISOString()}}, {Authorization: `Bearer ${token}`})).status, 200);
  }
  ids = (await demand(client, 'alerts.list')).alerts.map(({id}) => id).slice(0, many);
  browser = await launch();
  page = await openPage(browser, `${belfry.url}/#/alerts`);
  await signIn(page, omar);
  desk = await Desk.open(belfry, token);
  await desk.press('Ctrl+5');
  await seen('all rows in the window', async () => (await desk.rows('Alerts')).rows?.length > many, 30);
});
after(async () => {
  await desk?.close();
  await browser?.close();
  client?.close();
  await belfry?.remove();
});

/** Clicks in the browser; when that was. */
const acknowledge = (id) => page.evaluate((link) => {
  const row = [...document.querySelectorAll('#alerts .alert')].find((each) => each.querySelector(`a[href$="${link}"]`));
  const button = [...row.querySelectorAll('button')].find(({textContent}) => textContent.trim() === 'Acknowledge');
  const at = performance.timeOrigin + performance.now();
  button.click();
  return at;
}, `/alerts/${id}`);

test('what is acknowledged in the browser is painted in the window', async () => {
  await desk.watch('Alerts', 'Open'); // whether the list goes on to show it is a matter of its filter
  const took = [];
  for (let round = 0; round < rounds; ++round) {
    await page.waitForFunction((count) => [...document.querySelectorAll('#alerts .alert button')]
      .filter(({textContent}) => textContent.trim() === 'Acknowledge').length > count, many);
    for (const id of ids) {
      const began = await acknowledge(id);
      const {at} = await seen(`${id} in the window`, async () => (await desk.stamps()).find((stamp) => stamp.id === id), 20, 5);
      took.push(at - began);
    }
    await demand(client, 'alerts.unacknowledge', {ids});
    await seen('that they are open', async () => (await desk.rows('Alerts')).rows.filter((row) => row.includes('Open')).length > many, 20);
  }
  assert.equal(took.length, rounds * many);
  took.sort((a, b) => a - b);
  const share = (part) => took[Math.ceil(part * took.length) - 1].toFixed(1);
  console.log(`from the click in the browser until the window is painted: half within ${share(0.5)} ms, 99 of 100 within ${share(0.99)} ms, all within ${share(1)} ms`);
});
