// SPDX-License-Identifier: GPL-3.0-or-later
// The way an outage takes through the house: it pops up in a window, leads to its alert, to the device and to the chart
// around it; the chart goes to chat, where a colleague's browser opens the same view; what is done there is seen in the
// window. The window is used by keys alone.
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Desk} from '../desk/desk.mjs';
import {Belfry} from '../interop/support/belfry.mjs';
import {Console, overlookMachine, quietAssistant} from '../interop/support/console.mjs';
import {launch, openPage, signIn} from '../web/support/browser.mjs';
import {demand, devicesByName, seen} from './knowledge.mjs';
import {Network} from './network.mjs';
import {community, subnets} from './network/plan.mjs';

const lacking = Network.missing();
if (lacking) {
  console.log(`Not run: ${lacking}`);
  process.exit(77);
}

const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
const general = 'general_chat';
const quarter = 15 * 60000;
let network;
let belfry;
let client;
let token;
let browser;
let desk; // dana's
let page; // omar's
let printer;
let alert;
let view; // what the chart shows, as its link says

const ask = (command, params) => demand(client, command, params);

/** What is seen after it was done, and how long that took. */
async function hop(what, find) {
  const began = performance.now();
  const found = await seen(what, find, 20);
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`);
  return found;
}

async function picture(name) {
  if (process.env.BELFRY_SHOTS) {
    await desk.picture(path.join(process.env.BELFRY_SHOTS, `path-${name}.png`));
    await page.screenshot({path: path.join(process.env.BELFRY_SHOTS, `path-${name}-browser.png`)});
  }
}

/** Goes by Tab to what is called so, and presses it. */
async function use(name, most) {
  await desk.tabTo(name, most);
  return desk.press('Space');
}

before(async () => {
  network = await Network.raise({plain: 2});
  belfry = await Belfry.start();
  token = await belfry.login();
  client = await Console.open(belfry, token);
  await quietAssistant(belfry, token);
  await overlookMachine(belfry, token);
  await ask('identity.users.add', {...omar, role: 'operator'});
  await ask('network.credentials.set', {display_name: 'Office', version: 'v2c', community});
  await ask('network.scope.set', {subnet: subnets.office, ticked: true});
  await seen('the printer', async () => (await devicesByName(network, client)).get('printer')?.state === 'up');
  printer = (await devicesByName(network, client)).get('printer');
  await ask('network.devices.set', {ids: [printer.id], expected_up: true});
  const measured = {names: ['reach.rtt'], source: printer.id, from: new Date(Date.now() - quarter).toISOString(), points: 10};
  await seen('how long it takes to answer', async () =>
    (await ask('metrics.history', {...measured, to: new Date().toISOString()})).series[0]?.points.length > 0);
  // In its first week a window pops up for what is critical alone.
  const {rule} = (await ask('automation.rules.list')).rules.find(({rule: {id}}) => id === 'device-down');
  await ask('automation.rules.set', {rule: {...rule, severity: 9}});
  browser = await launch();
  page = await openPage(browser, `${belfry.url}/#/chat/${general}`);
  await signIn(page, omar);
  await page.locator('.composer textarea').waitFor();
  desk = await Desk.open(belfry, token);
});
after(async () => {
  await desk?.close();
  await browser?.close();
  client?.close();
  await belfry?.remove();
  await network?.end();
});

test('an outage pops up in the window, and leads to its alert', async () => {
  await ask('session.subscribe', {topics: ['alerts.raised']});
  const raised = client.nextEvent('alerts.raised');
  await network.cut('printer');
  alert = (await raised).payload;
  await hop('the pop-up in the window', async () => (await desk.all('Button')).some(({name}) => name === 'Show'));
  await use(/^Show$/);
  await hop('the alert\'s page', async () => (await desk.rows('What happened')).rows?.length > 0);
  await picture('alert');
});

test('which leads to the device, and to the chart of the time around it', async () => {
  await use(/^Show the device/);
  await hop('the device', async () => (await desk.focused()).window.includes('Devices'));
  await picture('device');
  await desk.press('Ctrl+5');
  await use(/^Measured values around it/);
  await hop('its chart', async () => (await desk.all('Button')).some(({name}) => /^Send Round-trip time.* to chat$/.test(name)));
  await picture('chart');
});

test('which goes to chat, where the colleague opens the same view', async () => {
  await use(/^Send Round-trip time.* to chat$/, 120);
  assert.equal((await desk.focused()).window, 'Send to chat');
  await desk.type('Since when?');
  await desk.press('Return');
  const message = page.locator('.chat-line', {hasText: 'Since when?'});
  await hop('the message in the browser', () => message.isVisible());
  // The window asks until it was told that it is sent; what is pressed before goes there.
  await seen('the window is done with it', async () => (await desk.focused()).window !== 'Send to chat', 20);
  await message.locator('a.frame[href] img').waitFor();
  const {messages} = await ask('chat.history', {room_name: general, limit: 10});
  const {attachment} = messages.find(({message: text}) => text === 'Since when?');
  view = new URL((await ask('chat.attachment', {id: attachment.id})).data.view).searchParams;
  assert.equal(view.get('m'), 'reach.rtt');
  assert.equal(view.get('source'), printer.id);
  assert.ok(Date.parse(view.get('from')) < Date.parse(alert.created_at));
  await message.locator('a.frame').click();
  await hop('the same chart in the browser', () => page.locator('#metrics h1', {hasText: 'Round-trip time'}).isVisible());
  const own = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
  for (const word of ['m', 'source', 'from', 'to']) {
    assert.equal(Date.parse(own.get(word)) || own.get(word), Date.parse(view.get(word)) || view.get(word), word);
  }
  await page.locator('#metrics svg.plot path.line').first().waitFor({state: 'attached'});
});

test('who sees to it there, and the window says so', async () => {
  await desk.press('Ctrl+5', 'Escape');
  await page.click('#pages a[data-page=alerts]');
  await page.locator('a.title', {hasText: alert.title}).click();
  await page.locator('#alert .deeds button', {hasText: 'Acknowledge'}).click();
  await hop('the row in the window', async () =>
    (await desk.rows('Alerts')).rows?.some((text) => text.includes(alert.id) && /Acknowledged/.test(text) && /omar/.test(text)));
  await picture('acknowledged');
  assert.equal(desk.pointers, 0);
  assert.deepEqual(page.faults, []);
});
