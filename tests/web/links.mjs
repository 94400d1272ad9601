// SPDX-License-Identifier: GPL-3.0-or-later
// Links to things of the house: found in what people write, led to by pictures, and shown by the pages they name.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertFits, banner, shoot} from './support/browser.mjs';
import {Cable} from './support/cable.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

const general = 'general_chat';
const room = `#/chat/${general}`;
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const hostile = `<img src=x onerror=alert(1)>\u202e gnihton ${'w'.repeat(150)}`;
let house;
let alertId;
let printer;
let router;

before(async () => {
  house = await House.open();
  printer = (await house.dana.ask('network.devices.add', {address: '192.0.2.7', display_name: 'printer-4'})).id;
  router = (await house.dana.ask('network.devices.add', {address: '192.0.2.1', display_name: 'core-rt-01'})).id;
  await tell('PaperJam', 'printer-4 is out of paper', '192.0.2.7:9100');
  alertId = (await house.dana.ask('alerts.list', {text: 'out of paper'})).alerts[0].id;
  await house.dana.ask('chat.join', {room_name: general});
});
afterEach(() => house.empty());
after(() => house?.close());

/** As an Alertmanager would, about the device with that address. */
async function tell(alertname, summary, instance, status = 'firing') {
  const answer = await house.belfry.post('/api/v1/alertmanager', {version: '4', alerts: [{status, startsAt: new Date().toISOString(),
    endsAt: new Date().toISOString(), labels: {alertname, instance, severity: 'critical'}, annotations: {summary}}]},
  {Authorization: `Bearer ${house.token}`});
  assert.ok(answer.ok, await answer.text());
}

const say = (message, more = {}) => house.dana.ask('chat.send', {room_name: general, message, ...more});
const line = (page, text) => page.locator('.chat-line', {has: page.locator('.text', {hasText: text})}).last();
const linksOf = (page, text) => line(page, text).locator('.text a').evaluateAll((links) =>
  links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttributeNames().join()]));
const goTo = (page, hash) => page.evaluate((to) => { location.hash = to; }, hash);
const heading = (page, text) => page.locator('main h1:visible', {hasText: text}).waitFor();
const ago = (minutes) => new Date(Date.now() - minutes * 60000).toISOString();

test('what names something of this house is a link, and nothing else ever is', async () => {
  const page = await house.page(omar, room);
  const {url} = house.belfry;
  const day = 'from=2026-11-20T13:14:00.000Z&to=2026-11-20T13:44:00.000Z';
  const good = {
    'A-17': '#/alerts/A-17',
    'belfry://alert/A-18': '#/alerts/A-18',
    'belfry://device/d%201': '#/devices/d%201',
    'belfry://room/night%20shift#m-1': '#/chat/night%20shift?message=m-1',
    [`belfry://chart?m=cpu.usage&${day}`]: `#/metrics?m=cpu.usage&${day}`,
    'belfry://chart?m=disk.%2Fhome%3Aused%26free&source=d%2B1': '#/metrics?m=disk.%2Fhome%3Aused%26free&source=d%2B1',
    'belfry://map?focus=d%2C1,d-2': '#/map?focus=d%2C1,d-2',
    'belfry://map': '#/map',
    [`${url}/#/devices/d-1`]: '#/devices/d-1',
    [`${url}/#/chat/${general}?message=m-2`]: `${room}?message=m-2`,
  };
  await say(`Good: (${Object.keys(good).join(') (')}), @omar!`);
  await line(page, 'Good:').waitFor();
  assert.deepEqual(await linksOf(page, 'Good:'), Object.entries(good).map(([text, hash]) => [text, hash, 'href']));
  assert.equal(await line(page, 'Good:').locator('.mention').textContent(), '@omar');
  const bad = ['javascript:alert(1)', 'javascript://alert/A-1', 'belfry:alert/A-1', 'belfry://alert/1', 'belfry://alert/A-0', 'belfry://alert/A-1/x',
    'belfry://alert/A-1?x=1', 'belfry://alert/A-1#x', 'belfry://me@alert/A-1', 'belfry://alert:80/A-1', 'belfry://event/1', 'belfry://device/',
    'belfry://device/a%0Ab', 'belfry://device/%E2%80%AEcba', 'belfry://device/%E2%81%A6x', 'belfry://device/%FF', 'belfry://device/%zz',
    `belfry://device/${'d'.repeat(201)}`, 'belfry://room/a?message=m-1#m-2', 'belfry://chart', 'belfry://chart?m=', 'belfry://chart?m=a&m=b',
    'belfry://chart?m=a&z=b', 'belfry://chart?m=a#b', 'belfry://chart?m=a&from=2026-11-20T13:14:00Z', `belfry://chart?m=a&to=now&from=then`,
    'belfry://chart?m=a&from=2026-11-20T13:14:00Z&to=2026-11-20T13:14:00Z', 'belfry://map/x', 'belfry://map?focus=%00', 'https://example.org/A-3',
    'https://example.org/#/alerts/A-1', `${url}0/#/alerts/A-1`, `${url}@example.org/#/alerts/A-1`, `${url}/x/#/alerts/A-1`,
    `${url.replace('//', '//me@')}/#/alerts/A-1`, `${url}/#/alertsA-1`, `${url}/#//example.org`, 'CVE-A-19', 'A-20-x', 'A-1234567890', 'file:///etc/passwd'];
  const {dana} = house;
  const desk = await house.desk(account);
  for (let index = 0; index < bad.length; index += 8) {
    await (index % 16 ? dana : desk).ask('chat.send', {room_name: general, message: `Bad ${index}: ${bad.slice(index, index + 8).join(' ')} end`});
  }
  await line(page, `Bad ${bad.length - bad.length % 8}:`).waitFor();
  const texts = page.locator('.chat-line .text', {hasText: /^Bad \d+:.* end$/s});
  assert.equal(await texts.count(), Math.ceil(bad.length / 8));
  assert.deepEqual(await texts.locator('a').allTextContents(), []);
  await finish(page);
});

test('a link by another address of the same server is one, too', async () => {
  const cable = await Cable.to(house.belfry.port);
  const page = await house.page(omar, room, {}, cable.url);
  const {url} = house.belfry;
  assert.notEqual(url, cable.url);
  await say(`Here: ${cable.url}/#/alerts/A-17 ${url}/#/devices/d-1 ${url}0/#/alerts/A-1 ${url.replace('//', '//me@')}/#/alerts/A-1 ${url}x`);
  await line(page, 'Here:').waitFor();
  assert.deepEqual((await linksOf(page, 'Here:')).map(([, hash]) => hash), ['#/alerts/A-17', '#/devices/d-1']);
  await finish(page);
  cable.remove();
});

test('a link ends where something foreign begins', async () => {
  const page = await house.page(omar, room);
  await say('Edge: belfry://alert/A-1"onclick=alert(1) belfry://alert/A-2<script>alert(2)</script> belfry://alert/A-3\u202eA-4');
  await line(page, 'Edge:').waitFor();
  assert.deepEqual((await linksOf(page, 'Edge:')).map(([text, hash, names]) => `${text} ${hash} ${names}`),
    ['belfry://alert/A-1 #/alerts/A-1 href', 'belfry://alert/A-2 #/alerts/A-2 href', 'belfry://alert/A-3 #/alerts/A-3 href', 'A-4 #/alerts/A-4 href']);
  assert.equal(await page.locator('.log script').count(), 0);
  const {long, many, ms} = await page.evaluate(async () => {
    const {placesIn} = await import('./place.js');
    const took = [];
    let found;
    for (let round = 0; round < 5; ++round) { // one of them is not held up by others
      const began = performance.now();
      found = {long: placesIn(`belfry://map?focus=${'d,'.repeat(5000)}`).length, many: placesIn(`https://${'.'.repeat(1e4)}x A-1`).length};
      took.push(performance.now() - began);
    }
    return {...found, ms: Math.min(...took)};
  });
  assert.deepEqual([long, many], [0, 1]);
  assert.ok(ms < 200, `${ms} ms`);
  await finish(page);
});

test('the picture of a chart leads to the chart, and an alert from there to its device', async () => {
  const {message} = await say('What happened here?', {attachment: {name: 'Processor, 30 minutes', picture: dot,
    data: {view: `belfry://chart?m=cpu.usage&from=${ago(15)}&to=${ago(-15)}`, metric: 'cpu.usage'}}});
  assert.equal(message, 'What happened here?');
  await say('Not a view', {attachment: {name: 'A trap', picture: dot, data: {view: 'javascript:alert(1)'}}});
  await say('No words', {attachment: {name: 'Another', picture: dot, data: {view: {toString: 'belfry://map'}}}});
  await say(`And look at ${alertId}.`);
  const page = await house.page(omar, room);
  const view = page.getByRole('link', {name: 'Processor, 30 minutes: open this view'});
  await view.waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.log img')].every((image) => image.naturalWidth === 1));
  assert.equal(await page.locator('.log .frame[href]').count(), 1);
  await view.focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Processor · ');
  await page.locator('#metrics .line').waitFor({state: 'attached'});
  assert.match(await focused(page), /^Processor · /);
  assert.match(await page.textContent('#metrics .line-of'), /^The last /);
  await page.goBack();
  await line(page, 'And look at').locator('.text a').click();
  await heading(page, 'printer-4 is out of paper');
  await page.locator('#alert .side-half a', {hasText: 'printer-4'}).click();
  await heading(page, 'printer-4');
  assert.equal(await focused(page), 'printer-4');
  await finish(page);
});

test('the values of a picture are a table and a file, whatever they are called', async () => {
  const formula = '=cmd|"/c calc"!A1';
  await say('Look at these.', {attachment: {name: 'The uplink', picture: dot, values: {resolution: 60, lines: [
    {name: formula, unit: '%', points: [[60000, 3, 4, 5], [120000, -2, -1.5, 9]]}, {name: 'load', points: [[120000, 10], [180000, 2]]}]}}});
  await say('And at those.', {attachment: {name: 'The map', picture: dot, values: {left_out: 3,
    devices: [{id: printer, name: hostile, address: '192.0.2.7', type: 'printer', state: 'online'}, {id: 'd', name: '+pc', address: ''}],
    links: [{from: 'core-rt-01', from_port: 'Gi0/1', to: '+pc', type: 'ethernet', state: 'active'}]}}});
  for (const [values, why] of [[{}, /are of nothing/], [{lines: [{name: 'x', points: [[2, 1], [1, 1]]}]}, /do not ascend/],
    [{lines: 'x'}, /attachment\.values\.lines/], [{lines: [{name: 'x', points: [[0, 'y']]}]}, /points/]]) {
    await assert.rejects(say('Not these.', {attachment: {name: 'Bad', picture: dot, values}}), ({message}) => why.test(message));
  }
  const page = await house.page(omar, room);
  const open = (name) => page.getByRole('button', {name: `Values of ${name}`, exact: true});
  const cells = (column) => page.locator(`dialog.values tbody tr > :nth-child(${column})`).allTextContents();
  await open('The uplink').focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', {name: 'Values of The uplink'});
  await sheet.waitFor();
  assert.match(await page.locator('.picture[alt^="The uplink"]').getAttribute('alt'), /^The uplink: =cmd.*, load$/);
  assert.deepEqual(await sheet.locator('th button').allTextContents(),
    ['Time', ...['min', 'avg', 'max'].map((part) => `${formula} ${part} (%)`), 'load']);
  assert.deepEqual(await cells(5), ['—', '10', '2']);
  await sheet.getByRole('button', {name: 'load', exact: true}).press('Enter');
  assert.deepEqual(await cells(5), ['2', '10', '—']);
  await sheet.getByRole('button', {name: 'load', exact: true}).press('Enter');
  assert.deepEqual(await cells(5), ['—', '10', '2']);
  await assertFits(page);
  await shoot(page, 'values-chart');
  const kept = page.waitForEvent('download');
  await sheet.getByRole('button', {name: 'Download CSV'}).click();
  const file = await kept;
  assert.equal(file.suggestedFilename(), 'The uplink.csv');
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  assert.equal(lines[0], `Time,${['min', 'avg', 'max'].map((part) => `"'${formula.replaceAll('"', '""')} ${part} (%)"`).join(',')},load`);
  assert.match(lines[2], /^1970-01-0\dT\d\d:\d\d:00\.000[+-]\d\d:\d\d,-2,-1\.5,9,10$/);
  await sheet.waitFor({state: 'detached'});
  await open('The map').click();
  const map = page.getByRole('dialog', {name: 'Values of The map'});
  await map.locator('.place', {hasText: '3 more did not go along'}).waitFor();
  assert.equal((await cells(2))[0].startsWith('<img src=x onerror=alert(1)>'), true);
  assert.equal(await map.locator('img').count(), 0);
  assert.equal((await cells(2)).join().includes('\u202e'), false);
  await assertFits(page);
  await shoot(page, 'values-map');
  await page.keyboard.press('Escape');
  assert.equal(await line(page, 'Not these').count(), 0);
  await finish(page);
});

test('a link to a message goes to it, however far up it stands', async () => {
  const {id} = await say('The one that counts');
  const tellers = await Promise.all(Array.from({length: 6}, () => house.desk(account)));
  for (let index = 0; index < 60; ++index) {
    await tellers[index % 6].ask('chat.send', {room_name: general, message: `And another ${index}`});
  }
  const page = await house.page(omar, `${room}?message=${id}`);
  await page.waitForFunction(() => document.activeElement.textContent.includes('The one that counts'));
  assert.equal(await line(page, 'The one that counts').evaluate((element) => {
    const {top, bottom} = element.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  }), true);
  await finish(page);
});

test('a chart shows what was read, goes on by itself, and through its times', async () => {
  await house.dana.ask('metrics.current');
  const page = await house.page(eve, '#/metrics?m=cpu.usage');
  await heading(page, 'Processor · ');
  await page.waitForFunction(() => document.querySelector('#metrics .line')?.getAttribute('d').length > 4);
  assert.match(await page.title(), /^Processor · .+ · Belfry$/);
  assert.match(await page.textContent('#metrics .line-of'), /^The last 1\u202fh: /);
  const press = (name) => page.getByRole('button', {name}).click();
  assert.equal(await page.getByRole('button', {name: 'Later'}).isDisabled(), true);
  await press('Longer');
  await page.locator('#metrics .line-of', {hasText: 'The last 2\u202fh: '}).waitFor();
  assert.match(page.url(), /#\/metrics\?m=cpu\.usage&from=[^&]+&to=[^&]+$/);
  await press('Shorter');
  await page.waitForFunction(() => location.hash === '#/metrics?m=cpu.usage');
  await press('Earlier');
  await page.locator('#metrics .empty', {hasText: 'No readings of this time are kept.'}).waitFor();
  assert.equal(await page.locator('#metrics .chart').count(), 0);
  assert.equal(await focused(page), '‹ Earlier');
  await press('Later');
  await page.locator('#metrics .chart').waitFor();
  assert.equal(await focused(page), '‹ Earlier', 'the keyboard stays where something can be done');
  await page.locator('#metrics summary').click();
  await page.locator('#metrics td', {hasText: '%'}).first().waitFor();
  await finish(page);
});

test('what was measured around an alert can be looked at further', async () => {
  const id = await house.raise('The processor is busy');
  const page = await house.page(omar, `#/alerts/${id}`);
  const way = page.locator('#alert .around a', {hasText: 'Other times'});
  await way.waitFor();
  await shoot(page, 'alert-around');
  await way.click();
  await page.locator('#metrics .line-of', {hasText: 'The last 15\u202fmin'}).waitFor();
  await heading(page, 'Processor · ');
  await page.goBack();
  await heading(page, 'The processor is busy');
  await house.dana.ask('alerts.resolve', {ids: [id]});
  await finish(page);
});

test('what happened while something was measured is marked and leads there', async () => {
  const raised = await house.raise('The processor is <b>busy</b>', {severity: 9});
  const begins = new Date(Date.now() - 60000).toISOString();
  const {id: upkeep} = await house.dana.ask('alerts.maintenance.set', {id: '', matchers: 'site="north"', duration: 300, time_zone: 'UTC',
    repetition: '', is_enabled: true, display_name: 'New <i>fans</i>', reason: 'Fans', start: begins});
  const page = await house.page(omar, `#/metrics?m=cpu.usage&from=${ago(10)}&to=${ago(-10)}`);
  const link = page.locator('#metrics .marked a', {hasText: `Critical: ${raised} The processor is <b>busy</b>`});
  await link.waitFor();
  await page.locator('#metrics .marked li', {hasText: 'Maintenance: New <i>fans</i>'}).waitFor();
  assert.equal(await page.locator('#metrics .plot .shade.critical').count(), 1);
  assert.equal(await page.locator('#metrics .plot .glyph.critical').count(), 1);
  assert.match(await page.locator('#metrics .plot .hatch').getAttribute('d'), /^M[\d.]+ [\d.]+L/);
  assert.match(await page.locator('#metrics .plot').getAttribute('aria-label'), /Critical: A-\d+ The processor is <b>busy<\/b>\. .*Maintenance: New <i>fans<\/i>\./);
  await shoot(page, 'chart-marked');
  // Of something else it is not said.
  await goTo(page, '#/metrics?m=load.1');
  await page.locator('#metrics .chart').waitFor();
  await page.locator('#metrics .marked li', {hasText: 'Maintenance: New <i>fans</i>'}).waitFor();
  assert.equal(await page.locator('#metrics .plot .shade').count(), 0);
  await page.goBack();
  await link.click();
  await heading(page, 'The processor is <b>busy</b>');
  await house.dana.ask('alerts.resolve', {ids: [raised]});
  await house.dana.ask('alerts.maintenance.remove', {id: upkeep});
  await finish(page);
});

test('a span that has not ended grows', async () => {
  const page = await house.page(account, `#/metrics?m=cpu.usage&from=${ago(1)}&to=${ago(-60)}`);
  const path = () => page.locator('#metrics .line').getAttribute('d');
  await page.locator('#metrics .line').waitFor({state: 'attached'});
  const before = await path();
  await page.waitForFunction((was) => document.querySelector('#metrics .line').getAttribute('d') !== was, before, {timeout: 40000});
  await finish(page);
});

test('what cannot be read, is not there or cannot be asked for says so', async () => {
  const cable = await Cable.to(house.belfry.port);
  const page = await house.page(account, '#/metrics?m=cpu.usage&from=yesterday', {}, cable.url);
  await page.locator('#metrics .empty', {hasText: 'This link cannot be read'}).waitFor();
  assert.equal(await page.isVisible('#metrics .spans'), false);
  const said = async (hash, text) => {
    await goTo(page, hash);
    await page.locator('main .empty:visible', {hasText: text}).waitFor();
  };
  await said('#/metrics?m=reach.rtt&source=nobody', 'This device is not known (any more).');
  await said(`#/metrics?m=reach.rtt&source=${printer}`, 'No readings of this time are kept.');
  await said('#/metrics?m=no.such.thing', 'No readings of this time are kept.');
  await said('#/metrics?m=cpu.usage&from=1999-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'kept for 2 years');
  await said('#/metrics?m=cpu.usage&from=2100-01-01T00:00:00Z&to=2100-01-02T00:00:00Z', 'No readings of this time are kept.');
  await said('#/devices/nobody', 'This device is not known (any more).');
  await said(`#/devices/${encodeURIComponent(hostile)}`, 'This device is not known (any more).');
  await said(`#/devices/${'d'.repeat(300)}`, 'This device is not known (any more).');
  await said('#/map?focus=%E2%80%AE', 'This link cannot be read');
  await said('#/map', 'The link names no device.');
  await goTo(page, '#/devices/');
  await heading(page, 'There is no such page');
  cable.pull();
  await banner(page, 'Connection lost.');
  await said('#/metrics?m=cpu.usage', 'There is no connection to the server.');
  await goTo(page, `#/devices/${printer}`);
  await page.locator('#device .line-of', {hasText: 'There is no connection to the server.'}).waitFor();
  cable.plug();
  await page.evaluate(() => dispatchEvent(new Event('online'))); // does not wait for its next try
  await page.locator('#device dl', {hasText: '192.0.2.7'}).waitFor();
  await goTo(page, '#/metrics?m=cpu.usage');
  await page.locator('#metrics .chart').waitFor();
  cable.pull();
  await banner(page, 'Connection lost.');
  assert.equal(await page.isVisible('#metrics .chart'), true, 'what was shown stays');
  await page.getByRole('button', {name: 'Longer'}).click();
  await page.locator('#metrics .empty', {hasText: 'There is no connection to the server.'}).waitFor();
  cable.plug();
  await page.evaluate(() => dispatchEvent(new Event('online'))); // does not wait for its next try
  await page.locator('#metrics .chart').waitFor();
  await finish(page);
  cable.remove();
});

test('a device says how it is, and what is the matter with it, as it happens', async () => {
  const page = await house.page(eve, `#/devices/${printer}`);
  await heading(page, 'printer-4');
  assert.equal(await page.title(), 'printer-4 · Belfry');
  assert.match(await page.textContent('#device .line-of'), /^State not known/);
  assert.equal(await page.locator('#device .shape-of .glyph.away').count(), 1);
  const alert = page.locator('#device .alert', {hasText: 'out of paper'});
  await alert.waitFor();
  await tell('TonerLow', 'printer-4 needs toner', '192.0.2.7:9100');
  await page.locator('#device .alert', {hasText: 'needs toner'}).waitFor();
  await tell('TonerLow', 'printer-4 needs toner', '192.0.2.7:9100', 'resolved');
  await page.locator('#device .alert', {hasText: 'needs toner'}).waitFor({state: 'detached'});
  await house.dana.ask('network.devices.set', {ids: [printer], display_name: hostile, owner: 'Omar <b>B.</b>', notes: 'By the door.'});
  await heading(page, '<img src=x onerror=alert(1)>');
  await page.locator('#device dd', {hasText: 'Omar <b>B.</b>'}).waitFor();
  assert.equal(await page.locator('#device img, #device dd b').count(), 0);
  assert.equal((await page.textContent('#device h1')).includes('\u202e'), false);
  await assertFits(page);
  const phone = await house.page(omar, `#/devices/${printer}`, sizes['phone-light']);
  await heading(phone, '<img src=x onerror=alert(1)>');
  await assertFits(phone);
  await goTo(phone, `#/metrics?m=volume.usage.${encodeURIComponent(hostile)}&source=${printer}`);
  await phone.locator('#metrics .empty', {hasText: 'This link cannot be read'}).waitFor();
  await goTo(phone, `#/metrics?m=volume.usage.${'w'.repeat(180)}&source=${printer}`);
  await heading(phone, '<img src=x onerror=alert(1)>');
  await assertFits(phone);
  await goTo(phone, `#/map?focus=${printer}`);
  await phone.locator('#map li', {hasText: '<img src=x'}).waitFor();
  await assertFits(phone);
  await goTo(phone, `#/alerts/${alertId}`);
  await phone.locator('#alert dd', {hasText: '<img src=x'}).waitFor();
  await assertFits(phone);
  await finish(phone);
  await house.dana.ask('network.devices.set', {ids: [printer], display_name: 'printer-4'});
  await heading(page, 'printer-4');
  await alert.locator('a.title').click();
  await heading(page, 'printer-4 is out of paper');
  await page.locator('#alert dl', {hasText: 'About'}).getByRole('link', {name: '192.0.2.7:9100'}).click();
  await heading(page, 'printer-4');
  await goTo(page, '#/alerts');
  await page.locator('#alerts .alert a.subject', {hasText: '192.0.2.7'}).click();
  await heading(page, 'printer-4');
  await finish(page);
});

test('a device that goes, or turns out to be another, says so at once', async () => {
  const {id: gone} = await house.dana.ask('network.devices.add', {address: '192.0.2.8', display_name: 'old-pc'});
  const {id: twin} = await house.dana.ask('network.devices.add', {address: '192.0.2.9', display_name: 'printer-four'});
  const page = await house.page(eve, `#/devices/${gone}`);
  await heading(page, 'old-pc');
  await house.dana.ask('network.devices.forget', {ids: [gone]});
  await page.locator('#device .empty', {hasText: 'This device is not known (any more).'}).waitFor();
  assert.equal(await page.isVisible('#device .halves'), false);
  await goTo(page, `#/devices/${twin}`);
  await heading(page, 'printer-four');
  await house.dana.ask('network.devices.merge', {into: router, ids: [twin]});
  await page.locator('#device .empty a', {hasText: 'core-rt-01'}).click();
  await heading(page, 'core-rt-01');
  await finish(page);
});

test('the devices of a map are listed, and lead to their pages', async () => {
  const page = await house.page(eve, `#/map?focus=${printer},${router},nobody`);
  const rows = page.locator('#map li');
  await rows.filter({hasText: 'core-rt-01'}).waitFor();
  await rows.filter({hasText: 'nobody'}).filter({hasText: 'This device is not known (any more).'}).waitFor();
  assert.equal(await rows.filter({hasText: 'printer-4'}).locator('.stand').textContent(), 'State not known');
  await house.dana.ask('network.devices.set', {ids: [router], display_name: 'core-rt-02'});
  await rows.filter({hasText: 'core-rt-02'}).waitFor();
  await house.dana.ask('network.devices.set', {ids: [router], display_name: 'core-rt-01'});
  await rows.filter({hasText: 'printer-4'}).locator('a').focus();
  await page.keyboard.press('Enter');
  await heading(page, 'printer-4');
  await finish(page);
});

test('cards name a device with a link to it', async () => {
  await say(`Who knows this one? It has to do with ${alertId}: belfry://chart?m=cpu.usage.`, {cards: [{kind: 'device', id: router}]});
  const page = await house.page(eve, room);
  await line(page, 'Who knows').locator('.chat-card').getByRole('link', {name: 'core-rt-01'}).click();
  await heading(page, 'core-rt-01');
  await finish(page);
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const page = await house.page(account, '#/metrics?m=cpu.usage', options);
    const look = async (what) => {
      await assertFits(page);
      await shoot(page, `${what}-${name}`);
    };
    await page.locator('#metrics .chart').waitFor();
    await look('metrics-hour');
    await goTo(page, `#/metrics?m=cpu.usage&from=${ago(7 * 24 * 60)}&to=${ago(-1)}`);
    await page.locator('#metrics .line-of', {hasText: '7\u202fd'}).waitFor();
    await page.locator('#metrics .axis', {hasText: /[A-Z]/}).first().waitFor();
    await look('metrics-week');
    await goTo(page, `#/metrics?m=reach.rtt&source=${printer}&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z`);
    await page.locator('#metrics .empty', {hasText: 'No readings'}).waitFor();
    await look('metrics-empty');
    await goTo(page, `#/devices/${printer}`);
    await page.locator('#device .alert', {hasText: 'out of paper'}).waitFor();
    await look('device');
    await goTo(page, `#/map?focus=${printer},${router},nobody`);
    await page.locator('#map li', {hasText: 'core-rt-01'}).waitFor();
    await look('map');
    await goTo(page, room);
    await line(page, 'Who knows').waitFor();
    await look('links');
    await finish(page);
  });
}
