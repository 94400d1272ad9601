// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in the browser: they come by themselves, people see to them, and everybody sees who.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertFits, banner, noBanner, shoot} from './support/browser.mjs';
import {Cable} from './support/cable.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

let house;
let first;

before(async () => {
  house = await House.open();
  first = await house.raise('core-sw-01 stopped answering', {severity: 9, alert_type: 'network'});
});
afterEach(() => house.empty());
after(() => house?.close());

const row = (page, title) => page.locator('#alerts .alert', {hasText: title});
const stands = (page, title, state) => row(page, title).filter({hasText: state}).waitFor();

test('a link in a notification leads to its alert once one has signed in', async () => {
  const page = await house.page(account, `#/alerts/${first}`);
  await page.locator('#alert h1', {hasText: 'core-sw-01 stopped answering'}).waitFor();
  assert.equal(await page.title(), `${first} core-sw-01 stopped answering · Belfry`);
  await page.locator('.story li', {hasText: 'Raised'}).waitFor();
  assert.match(await page.textContent('#alert dl'), /Critical, 9 of 10/);
  await finish(page);
});

test('an alert that is not there says so', async () => {
  const page = await house.page(account, '#/alerts/A-999999');
  await page.locator('#alert [role=status]', {hasText: 'There is no alert A-999999.'}).waitFor();
  assert.equal(await page.isVisible('#alert .deeds'), false);
  await page.goto(`${house.belfry.url}/#/alerts/${encodeURIComponent('<img src=x>')}`);
  await page.locator('#alert [role=status]', {hasText: 'There is no alert <img src=x>.'}).waitFor();
  await finish(page);
});

test('what is published, and what a rule finds, appears by itself, the worst first', async () => {
  const page = await house.page(account, '#/alerts');
  await row(page, 'core-sw-01').waitFor();
  await house.raise('A little thing', {severity: 3});
  await row(page, 'A little thing').waitFor();
  const rule = {id: 'tried', name: 'Memory in use', severity: 7, summary: '{value} % of the memory of {source} is in use.'};
  await house.dana.ask('automation.rules.set', {rule: {...rule, condition: 'last(memory.usage[10s]) > 0'}});
  await row(page, 'Memory in use').waitFor();
  const words = await page.locator('#alerts .alert .word').allTextContents();
  assert.deepEqual(words, ['Critical', 'High', 'Low']);
  assert.equal(await page.locator('#alerts .alert .glyph.critical').count(), 1);
  assert.match(await page.textContent('#alerts .counts'), /^3 open: 1 critical, 1 high, 1 low$/);
  await page.click('#pages a[data-page=overview]');
  await page.locator('#attention .alert').nth(2).waitFor();
  assert.deepEqual(await page.locator('#attention .alert .word').allTextContents(), ['Critical', 'High', 'Low']);
  await house.dana.ask('automation.rules.set', {rule: {...rule, condition: 'last(memory.usage[10s]) > 200'}});
  await page.locator('#attention .alert', {hasText: 'Memory in use'}).waitFor({state: 'detached'});
  const urgent = await house.raise('The roof is on fire', {severity: 10});
  await page.locator('.toast', {hasText: 'Critical: The roof is on fire'}).getByRole('button', {name: 'Open'}).click();
  await page.locator('#alert h1', {hasText: 'The roof is on fire'}).waitFor();
  await house.dana.ask('alerts.resolve', {ids: [urgent]});
  await page.locator('#alert .line-of', {hasText: 'Resolved'}).waitFor();
  await finish(page);
});

test('who acknowledges in one browser is seen in another and in a console, and may think better of it', async () => {
  const [one, other] = await Promise.all([house.page(account, '#/alerts'), house.page(omar, `#/alerts/${first}`)]);
  const desk = await house.desk(omar, ['alerts.changed']);
  await row(one, 'core-sw-01').getByRole('button', {name: 'Acknowledge'}).click();
  await stands(one, 'core-sw-01', 'Acknowledged');
  await one.locator('.toast').first().hover(); // it stays as long as it is pointed at
  await other.locator('.story li', {hasText: 'Acknowledged'}).filter({hasText: 'dana'}).waitFor();
  const isSeen = ({id, state}) => id === first && state === 'acknowledged';
  const fact = await desk.until(({event, payload}) => event === 'alerts.changed' && payload.alerts.some(isSeen));
  assert.equal(fact.payload.alerts.find(({id}) => id === first).acknowledgement.by, 'dana');
  assert.equal(await row(one, 'core-sw-01').locator('.glyph.outline').count(), 1, 'the shape says it, too');
  await one.click('.toast button');
  await stands(one, 'core-sw-01', 'Open');
  await other.locator('#alert .line-of', {hasText: 'Open'}).waitFor();
  desk.client.close();
  await finish(one, other);
});

test('silence, give, resolve and reopen, each with a reason, and what is silenced is counted', async () => {
  await house.raise('A loud thing', {severity: 6});
  const page = await house.page(omar, '#/alerts');
  const pick = async (text) => {
    await row(page, 'A loud thing').locator('.more').click();
    await page.getByRole('menuitem', {name: text}).click();
    await page.waitForSelector('.sheet[open]');
  };
  await pick('Give to somebody…');
  assert.equal(await page.inputValue('.sheet input'), 'Omar B.');
  await page.click('.sheet .primary');
  await row(page, 'A loud thing').locator('.owner', {hasText: 'Omar B.'}).waitFor();
  await pick('Acknowledge with a note…');
  await page.fill('.sheet input', 'Turning it down.');
  await page.keyboard.press('Enter');
  await stands(page, 'A loud thing', 'Acknowledged');
  await pick('Resolve…');
  await page.fill('.sheet input', 'It is quiet.');
  await page.click('.sheet .primary');
  await page.locator('.toast', {hasText: 'resolved.'}).waitFor();
  await page.locator('.parts a', {hasText: 'Resolved'}).click();
  await pick('Reopen…');
  await page.click('.sheet .primary');
  await page.locator('.parts a', {hasText: 'Open'}).click();
  await stands(page, 'A loud thing', 'Open');
  await pick('Silence…');
  await page.locator('.sheet .check', {hasText: 'reported_by'}).click();
  await page.fill('.sheet input[required]', 'Until the new fan is here');
  await page.click('.sheet .primary');
  await page.locator('.counts', {hasText: '1 silenced'}).waitFor();
  await page.locator('.parts a', {hasText: 'Silenced (1)'}).click();
  await stands(page, 'A loud thing', 'silenced until');
  await row(page, 'A loud thing').locator('a.title').click();
  const story = page.locator('.story li');
  await story.filter({hasText: 'Given to Omar B.'}).waitFor();
  await story.filter({hasText: 'Acknowledged: Turning it down.'}).waitFor();
  await story.filter({hasText: 'Resolved: It is quiet.'}).waitFor();
  await page.fill('[aria-label="Add a comment"]', 'New fan <b>ordered</b>.');
  await page.keyboard.press('Enter');
  await story.filter({hasText: 'New fan <b>ordered</b>.'}).waitFor();
  await finish(page);
});

test('parts are counted, shown with the whole, and can be taken out of it', async () => {
  const child = await house.raise('A printer is gone, too', {severity: 4});
  await house.dana.ask('alerts.fold', {ids: [child], into: first});
  const page = await house.page(account, '#/alerts');
  await row(page, 'core-sw-01').locator('.times', {hasText: '1 folded'}).waitFor();
  assert.equal(await row(page, 'A printer').count(), 0);
  await row(page, 'core-sw-01').locator('a.title').click();
  const part = page.locator('#alert .alert', {hasText: 'A printer'});
  await part.locator('.more').click();
  await page.getByRole('menuitem', {name: `Take out of ${first}`}).click();
  await part.waitFor({state: 'hidden'});
  await house.dana.ask('alerts.resolve', {ids: [child]});
  await finish(page);
});

test('who may only look is told why nothing can be done', async () => {
  const page = await house.page(eve, '#/alerts');
  await row(page, 'core-sw-01').waitFor();
  assert.match(await page.textContent('#alerts .reason'), /Only operators and administrators/);
  assert.equal(await row(page, 'core-sw-01').locator('.ack').isDisabled(), true);
  await row(page, 'core-sw-01').locator('a.title').click();
  await page.locator('#alert .reason', {hasText: 'Only operators'}).waitFor();
  assert.equal(await page.locator('#alert .deeds button:not(:disabled)').count(), 0);
  await finish(page);
});

test('what others call a thing is text, wherever it is shown', async () => {
  const title = `<img src=x onerror=alert(1)>\u202e gnihton ${'w'.repeat(200)}`;
  const id = await house.raise(title, {severity: 8, message: '<script>alert(2)</script>\n\n\u0007 =cmd|x', source: '"><b>'});
  for (const options of [sizes['wide-light'], sizes['phone-light']]) {
    const page = await house.page(account, '#/', options);
    await page.locator('#attention .alert', {hasText: '<img src=x onerror=alert(1)>'}).waitFor();
    await assertFits(page);
    await page.click('#pages a[data-page=alerts]');
    await row(page, '<img').waitFor();
    await assertFits(page);
    await page.goto(`${house.belfry.url}/#/alerts/${id}`);
    await page.locator('#alert .message', {hasText: '<script>alert(2)</script>'}).waitFor();
    await assertFits(page);
    assert.equal(await page.locator('#main img, #main script, #main b:not(.legend b)').count(), 0);
    assert.equal((await page.textContent('#alert h1')).includes('\u202e'), false);
    await finish(page);
  }
  await house.dana.ask('alerts.resolve', {ids: [id]});
});

test('the keyboard alone is enough', async () => {
  const page = await house.page(account, '#/');
  await page.locator('#attention .alert').first().waitFor();
  await page.evaluate(() => document.activeElement.blur());
  const order = [];
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press('Tab');
    const isBell = await page.evaluate(() => document.activeElement.id === 'bell');
    order.push(isBell ? 'the bell' : (await focused(page)).trim().split(/\s/)[0]);
  }
  assert.deepEqual(order, ['Skip', 'the bell', 'Sign', 'Overview', 'Alerts', 'Chat']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#alerts', {state: 'visible'});
  assert.equal(await focused(page), 'Alerts');
  await row(page, 'core-sw-01').locator('a.title').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('a');
  await stands(page, 'core-sw-01', 'Acknowledged');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#alert', {state: 'visible'});
  assert.equal(await focused(page), 'core-sw-01 stopped answering');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#alerts', {state: 'visible'});
  await page.waitForFunction(() => document.activeElement.textContent.includes('core-sw-01'), null);
  await row(page, 'core-sw-01').locator('.more').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.menu');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'Take the acknowledgement back');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.menu', {state: 'detached'});
  assert.match(await focused(page), /⋯/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await stands(page, 'core-sw-01', 'Open');
  await finish(page);
});

test('a pulled cable is said, nothing can be done meanwhile, and all of it is caught up with', async () => {
  const cable = await Cable.to(house.belfry.port);
  const page = await house.page(account, '#/alerts', {}, cable.url);
  await row(page, 'core-sw-01').waitFor();
  cable.pull();
  await banner(page, 'Connection lost.');
  await page.locator('#alerts .reason', {hasText: 'There is no connection to the server.'}).waitFor();
  assert.equal(await row(page, 'core-sw-01').locator('.ack').isDisabled(), true);
  await shoot(page, 'alerts-cut');
  const missed = await house.raise('Happened meanwhile', {severity: 10});
  await house.dana.ask('alerts.acknowledge', {ids: [first], note: 'Seen from elsewhere.'});
  assert.equal(await row(page, 'Happened meanwhile').count(), 0);
  cable.plug();
  await page.evaluate(() => dispatchEvent(new Event('online'))); // does not wait for its next try
  await row(page, 'Happened meanwhile').waitFor();
  await stands(page, 'core-sw-01', 'Acknowledged');
  assert.equal(await row(page, 'Happened meanwhile').locator('.ack').isDisabled(), false);
  await noBanner(page);
  await finish(page);
  cable.remove();
  await house.dana.ask('alerts.unacknowledge', {ids: [first]});
  await house.dana.ask('alerts.resolve', {ids: [missed]});
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const page = await house.page(account, '#/', options);
    await page.locator('#attention .alert').first().waitFor();
    await page.waitForFunction(() => document.querySelector('.tile strong').textContent !== '');
    await assertFits(page);
    await shoot(page, `attention-${name}`);
    await page.click('#pages a[data-page=alerts]');
    await row(page, 'core-sw-01').waitFor();
    await assertFits(page);
    await shoot(page, `alerts-${name}`);
    await row(page, 'core-sw-01').locator('.more').click();
    await assertFits(page);
    await page.getByRole('menuitem', {name: 'Silence…'}).click();
    await assertFits(page);
    await shoot(page, `silence-${name}`);
    await page.keyboard.press('Escape');
    await row(page, 'core-sw-01').locator('a.title').click();
    await page.locator('.story li').first().waitFor();
    await assertFits(page);
    await shoot(page, `alert-${name}`);
    await finish(page);
  });
}

test('two hundred alerts stay usable: found by a word, and none jumps away from whoever points at it', async () => {
  await Promise.all(Array.from({length: 200}, (_, index) => house.belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: `storm-${index}`, title: `Storm gust-${index}-`, message: 'Wind.', alert_type: 'network', severity: 1 + index % 10,
    source: `storm ${index}`, created_at: new Date().toISOString()}}, {Authorization: `Bearer ${house.token}`})));
  const page = await house.page(account, '#/alerts', sizes['phone-light']);
  await page.waitForFunction(() => document.querySelectorAll('#alerts .alert').length === 200);
  await assertFits(page);
  await page.click('.show-more');
  await page.waitForFunction(() => document.querySelectorAll('#alerts .alert').length > 200);
  const began = performance.now();
  await page.fill('[type=search]', 'gust-199-');
  await page.waitForFunction(() => document.querySelectorAll('#alerts .alert').length === 1);
  console.log(`one of 200 found by a word in ${Math.round(performance.now() - began)} ms`);
  assert.match(page.url(), /#\/alerts\?q=gust-199-$/);
  await page.fill('[type=search]', '');
  await page.waitForFunction(() => document.querySelectorAll('#alerts .alert').length > 200);
  const held = row(page, 'gust-189-');
  await held.hover();
  const {y} = await held.boundingBox();
  await house.raise('Worse than all of them', {severity: 10});
  await page.waitForSelector('.news', {state: 'visible'});
  assert.equal(await row(page, 'Worse than all').count(), 0);
  assert.ok(Math.abs((await held.boundingBox()).y - y) < 60, 'the row moved away from the pointer');
  await page.click('.news');
  await row(page, 'Worse than all').waitFor();
  await finish(page);
});

test('an alert tells which rule it comes from, what else that rule raised, and its room is open to whoever looks', async () => {
  const again = {source: 'probe leak', severity: 8};
  const before = await house.raise('Water in the cellar', again);
  await house.dana.ask('alerts.acknowledge', {ids: [before]});
  await house.dana.ask('alerts.resolve', {ids: [before]});
  const id = await house.raise('Water in the hall', again);
  const page = await house.page(omar, `#/alerts/${id}`);
  await page.locator('#alert .card', {hasText: 'Raised by probe leak'}).filter({hasText: 'In the last 30 days: 2 alerts, 1 acknowledged'}).waitFor();
  await page.locator('#alert .card', {hasText: 'Also by this rule'}).locator('.alert', {hasText: 'Water in the cellar'}).waitFor();
  await page.getByRole('button', {name: 'Silence all of it…'}).click();
  assert.equal(await page.locator('.sheet').getByLabel('Alerts with', {exact: true}).inputValue(), 'source="probe leak"');
  await shoot(page, 'alert-origin');
  await page.keyboard.press('Escape');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#alert .deeds .more').click();
  await page.getByRole('menuitem', {name: 'Copy the link'}).click();
  await page.waitForFunction((wanted) => navigator.clipboard.readText().then((text) => text.endsWith(wanted)), `/#/alerts/${id}`);
  const looker = await house.page(eve, `#/alerts/${id}`);
  const chat = looker.locator('#alert .deeds').getByRole('button', {name: 'Chat'});
  await chat.waitFor();
  assert.equal(await chat.isDisabled(), true);
  await page.locator('#alert .deeds').getByRole('button', {name: 'Chat'}).click();
  await page.waitForSelector('#chat', {state: 'visible'});
  await looker.locator('#alert .deeds button:not(:disabled)', {hasText: 'Chat'}).waitFor();
  await chat.click();
  await looker.locator('.room-head a', {hasText: `Alert ${id}`}).waitFor();
  await finish(page, looker);
});
