// SPDX-License-Identifier: GPL-3.0-or-later
// When nobody is told of alerts, in the browser: which silences are in force and how much is under them, and what is planned.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertFits, shoot} from './support/browser.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

const hour = 3600000;
const matchers = 'source="probe A loud thing"';
const from = (ms) => new Date(Date.now() + ms).toISOString();
let house;

before(async () => {
  house = await House.open();
  await house.raise('A loud thing', {severity: 6});
  const plan = {id: '', matchers: 'instance="nas-1"', duration: 7200, time_zone: 'UTC', is_enabled: true};
  await house.dana.ask('alerts.maintenance.set', {...plan, display_name: 'Backup <b>night</b>', reason: 'The tapes are changed.',
    start: from(26 * hour), repetition: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'});
  await house.dana.ask('alerts.maintenance.set', {...plan, display_name: 'Cabling', reason: 'New cables', matchers, start: from(-hour / 2),
    repetition: ''});
});
afterEach(() => house.empty());
after(() => house?.close());

const card = (page, list, text) => page.locator(`[aria-label="${list}"] > li`, {hasText: text});
const silence = (page, text) => card(page, 'Silences in force', text);
const window = (page, text) => card(page, 'Maintenance windows', text);

test('a silence is set, counted, changed and ended, and everybody sees it', async () => {
  const [page, other] = [await house.page(omar, '#/alerts'), await house.page(eve, '#/silences')];
  await page.getByRole('link', {name: 'Silences and maintenance'}).click();
  await page.locator('#quiet .empty', {hasText: 'Nothing is silenced.'}).waitFor();
  await page.getByRole('button', {name: 'New silence…'}).click();
  const fill = (label, text) => page.locator('.sheet').getByLabel(label, {exact: true}).fill(text);
  await fill('Alerts with', 'nonsense');
  await fill('Reason', 'Until the new fan is here');
  await page.click('.sheet .primary');
  await page.locator('.sheet .problem:not(:empty)').waitFor();
  await fill('Alerts with', matchers);
  await page.click('.sheet .primary');
  const mine = silence(page, matchers);
  await mine.waitFor();
  await page.locator('#quiet .counts', {hasText: '1 silence in force · nobody is told of 1 alert'}).waitFor();
  assert.match(await mine.textContent(), /ReasonUntil the new fan is hereByOmar B\./);
  await silence(other, matchers).waitFor();
  assert.equal(await silence(other, matchers).getByRole('button', {name: /End now/}).isDisabled(), true);
  assert.match(await other.textContent('#quiet .reason'), /Only operators and administrators/);
  await mine.getByRole('button', {name: /Change…/}).click();
  await fill('Reason', 'Until it is warm');
  await page.keyboard.press('Enter');
  await silence(other, 'Until it is warm').waitFor();
  await page.waitForSelector('.sheet', {state: 'detached'});
  await silence(page, 'Until it is warm').waitFor();
  const end = mine.getByRole('button', {name: /End now/});
  await end.focus();
  await page.keyboard.press('Enter');
  await page.locator('#quiet .empty', {hasText: 'Nothing is silenced.'}).waitFor();
  await page.locator('.toast', {hasText: 'is over.'}).getByRole('button', {name: 'Undo'}).click();
  await silence(page, 'Until it is warm').waitFor();
  await silence(page, 'Until it is warm').getByRole('button', {name: /End now/}).click();
  await page.locator('#quiet summary', {hasText: /^Over \(2\)$/}).click();
  await card(page, 'Silences that are over', 'Until it is warm').first().getByRole('button', {name: /Again…/}).click();
  assert.equal(await page.locator('.sheet').getByLabel('Alerts with', {exact: true}).inputValue(), matchers);
  await page.keyboard.press('Escape');
  await finish(page, other);
});

test('what is planned says when it is next, and what is under way how much is under it', async () => {
  const page = await house.page(eve, '#/silences');
  const [night, now] = [window(page, 'Backup <b>night</b>'), window(page, 'Cabling')];
  await night.waitFor();
  assert.match(await night.textContent(), /Next.*Lasts2\shRepeatsEvery Mon, Tue, Wed, Thu, Fri, Sat, SunAlerts withinstance="nas-1"/);
  await now.filter({hasText: /Now, until .*RepeatsOnce.*Alerts now1/}).waitFor();
  assert.equal(await window(page, 'Backup').locator('button').count(), 0);
  await now.getByRole('link', {name: '1', exact: true}).click();
  await page.locator('#alerts .alert', {hasText: 'A loud thing'}).locator('a.title').click();
  await page.locator('#alert dd a[href="#/silences"]').click();
  await page.waitForSelector('#quiet', {state: 'visible'});
  assert.equal(await focused(page), 'Silences and maintenance');
  await finish(page);
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const {id} = await house.dana.ask('alerts.silences.set', {id: '', matchers: `${matchers}, severity=~"medium|${'w'.repeat(120)}"`,
      until: from(hour), reason: 'Until the new fan is here'});
    const page = await house.page(account, '#/silences', options);
    await silence(page, 'Until the new fan').waitFor();
    await assertFits(page);
    await shoot(page, `silences-${name}`);
    await house.dana.ask('alerts.silences.remove', {id});
    await page.locator('#quiet .empty', {hasText: 'Nothing is silenced.'}).waitFor();
    await finish(page);
  });
}
