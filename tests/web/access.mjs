// SPDX-License-Identifier: GPL-3.0-or-later
// Every part of the page can be used without seeing it, with weak eyes, and by keys alone.
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertAccessible, assertWalks} from './support/access.mjs';
import {finish, House, sizes} from './support/house.mjs';

let house;
let first;

before(async () => {
  house = await House.open();
  first = await house.raise('core-sw-01 stopped answering', {severity: 9});
  await house.raise('A loud thing', {severity: 5});
  await house.dana.ask('alerts.silences.set', {id: '', matchers: 'source="probe A loud thing"', reason: 'Until the new fan is here',
    until: new Date(Date.now() + 3600000).toISOString()});
  await house.dana.ask('alerts.maintenance.set', {id: '', matchers: 'instance="nas-1"', duration: 7200, time_zone: 'UTC', repetition: '',
    is_enabled: true, display_name: 'Cabling', reason: 'New cables', start: new Date(Date.now() + 7200000).toISOString()});
  await house.dana.ask('chat.send', {room_name: 'general_chat', message: `Look at #${first}, @omar.`});
});
afterEach(() => house.empty());
after(() => house?.close());

const places = {
  overview: ['#/', '#attention .alert'],
  alerts: ['#/alerts', '#alerts .alert'],
  alert: [() => `#/alerts/${first}`, '.story li'],
  silences: ['#/silences', '[aria-label="Maintenance windows"] li'],
  chart: ['#/metrics?m=cpu.usage', '#metrics .plot'],
  rooms: ['#/chat', '.rooms a'],
  room: ['#/chat/general_chat', '.chat-line'],
};

/** What opens over a place: where, what is pressed, and what is seen then. */
const overlays = {
  'the bell': ['alerts', (page) => page.click('#bell'), '.notice-centre .told-row'],
  'a silence': ['silences', (page) => page.getByRole('button', {name: 'Change… S-1'}).click(), '.sheet[open]'],
  'an export': ['room', (page) => page.evaluate(() => document.querySelector('.export').click()), '.sheet[open]'],
  'the search': ['rooms', async (page) => {
    await page.fill('.search [type=search]', 'look');
    await page.press('.search [type=search]', 'Enter');
  }, '.hits a'],
};

async function go(page, [hash, wanted]) {
  await page.evaluate((there) => { location.hash = there; }, typeof hash === 'function' ? hash() : hash);
  await page.locator(wanted).first().waitFor();
}

/** Comes to each place and each overlay, and looks at it. */
async function visit(page, look) {
  for (const place of Object.values(places)) {
    await go(page, place);
    await look(page);
  }
  for (const [place, open, wanted] of Object.values(overlays)) {
    await go(page, places[place]);
    await open(page);
    await page.locator(wanted).first().waitFor();
    await look(page);
    await page.keyboard.press('Escape');
  }
}

for (const [name, options] of Object.entries({...sizes, 'wide-contrast': {contrast: 'more'}})) {
  test(`everything has a name and stands out: ${name}`, async () => {
    const page = await house.page(account, '#/', options);
    await house.dana.ask('alerts.broadcast', {title: 'The network is slow', message: 'Patience, please.', severity: 'warning'});
    await visit(page, assertAccessible);
    await finish(page);
  });
}

test('keys come to everything, and show where they are', async () => {
  const page = await house.page(account, '#/');
  await visit(page, assertWalks);
  await finish(page);
});
