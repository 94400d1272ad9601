// SPDX-License-Identifier: GPL-3.0-or-later
// What was written is found again, in every room one may read, and can be taken along.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertFits, shoot} from './support/browser.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

const cellar = 'cellar';
const tellers = 36;
const told = 576;
let house;

const say = (desk, room, message) => desk.ask('chat.send', {room_name: room, message});

before(async () => {
  house = await House.open();
  await house.dana.ask('chat.rooms.set', {room_name: cellar, topic: 'What is below'});
  await house.dana.ask('chat.rooms.set', {room_name: 'vault', kind: 'private'});
  await say(house.dana, 'vault', 'The crane is secret here.');
  await say(house.dana, cellar, 'A crane <img src=x onerror=alert(1)> stands in the yard.');
  await say(house.dana, 'general_chat', 'Who moved the crane?');
});
afterEach(() => house.empty());
after(() => house?.close());

const words = (page) => page.locator('.search [type=search]');
const hit = (page, text) => page.locator('.hits a', {hasText: text});
const sought = (page, text) => page.waitForFunction((wanted) => document.activeElement.matches('.chat-line')
  && document.activeElement.textContent.includes(wanted), text);

async function look(page, text) {
  await words(page).fill(text);
  await words(page).press('Enter');
}

test('words are found in all rooms one may read, and lead to where they were written', async () => {
  const page = await house.page(account, '#/chat');
  await look(page, 'cra');
  await page.locator('.result', {hasText: '3 found'}).waitFor();
  assert.match(await hit(page, 'Who moved').textContent(), /^dana in general_chat · \d\d:\d\dWho moved the crane\?$/);
  await hit(page, 'stands in the yard').click();
  await sought(page, 'stands in the yard');
  assert.match(page.url(), /#\/chat\/cellar\?message=/);
  assert.equal(await page.locator('.hits img').count(), 0);
  await page.locator('.narrow .check', {hasText: 'Only in this room'}).click();
  await page.locator('.result', {hasText: '1 found'}).waitFor();
  await page.locator('.composer textarea').focus();
  await hit(page, 'stands in the yard').click();
  await sought(page, 'stands in the yard');
  await page.locator('.narrow .check', {hasText: 'Only in this room'}).click();
  await house.dana.ask('chat.rooms.archive', {room_name: 'vault'});
  await page.locator('.rooms a', {hasText: 'vault'}).waitFor({state: 'detached'});
  await hit(page, 'secret').click();
  await page.locator('.passage .sought', {hasText: 'The crane is secret here.'}).waitFor();
  await page.keyboard.press('Escape');
  await look(page, 'crane nowhere');
  await page.locator('.result', {hasText: 'Nothing has all these words. Try fewer of them.'}).waitFor();
  assert.equal(await page.locator('.hits a').count(), 0);
  await finish(page);
  const other = await house.page(eve, '#/chat');
  await look(other, 'crane');
  await other.locator('.result', {hasText: '2 found'}).waitFor();
  assert.equal(await hit(other, 'secret').count(), 0);
  assert.equal(await other.locator('.export').count(), 1);
  await hit(other, 'Who moved').click();
  await sought(other, 'Who moved');
  assert.equal(await other.isVisible('.export'), false, 'who may only look takes nothing along');
  await finish(other);
});

test('the keyboard alone is enough to find something', async () => {
  const page = await house.page(omar, '#/chat');
  await words(page).focus();
  await page.keyboard.type('crane');
  await page.keyboard.press('Enter');
  await page.locator('.result', {hasText: '2 found'}).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /stands in the yard/);
  await page.keyboard.press('ArrowUp');
  assert.match(await focused(page), /Who moved/);
  await page.keyboard.press('Enter');
  await sought(page, 'Who moved');
  await words(page).focus();
  await page.keyboard.press('Escape');
  await page.locator('.rooms').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
  assert.equal(await words(page).inputValue(), '');
  await finish(page);
});

test('what is too far back for its room is shown with what was written around it', async () => {
  const desks = await Promise.all(Array.from({length: tellers}, () => house.desk(omar)));
  await say(desks[0], cellar, 'The lantern was lit.');
  for (let index = 0; index < told; index += tellers) {
    await Promise.all(desks.map((desk, at) => say(desk, cellar, `Stone ${index + at}.`)));
  }
  const page = await house.page(account, '#/chat');
  await look(page, 'lantern');
  await hit(page, 'The lantern was lit.').click();
  const passage = page.locator('.passage');
  await passage.locator('.sought', {hasText: 'The lantern was lit.'}).waitFor();
  await passage.locator('li', {hasText: 'stands in the yard'}).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.className), 'sought');
  await shoot(page, 'passage');
  const count = await passage.locator('li').count();
  await passage.getByRole('button', {name: 'Later'}).click();
  await page.waitForFunction((before) => document.querySelectorAll('.passage li').length > before, count);
  await page.keyboard.press('Escape');
  await passage.waitFor({state: 'detached'});
  await look(page, 'stone');
  await page.locator('.result', {hasText: 'The newest 50'}).waitFor();
  await page.getByRole('button', {name: 'Load older'}).click();
  await page.locator('.result', {hasText: 'The newest 100'}).waitFor();
  desks.forEach(({client}) => client.close());
  await finish(page);
});

test('a room is exported: all of it, or of a time', async () => {
  const page = await house.page(omar, '#/chat/general_chat');
  await page.locator('.chat-line', {hasText: 'Who moved the crane?'}).waitFor();
  await page.click('.export');
  await page.selectOption('.sheet select', {label: 'from … to …'});
  await page.fill('.sheet [type=datetime-local] >> nth=1', '2001-01-01T00:00');
  await page.click('.sheet .primary');
  await page.locator('.sheet .problem', {hasText: 'It ends before it begins. Choose a later end.'}).waitFor();
  await page.fill('.sheet [type=datetime-local] >> nth=0', '2000-01-01T00:00');
  await page.click('.sheet .primary');
  await page.locator('.sheet .problem', {hasText: 'Nothing was written here in that time.'}).waitFor();
  await shoot(page, 'export');
  await page.selectOption('.sheet select >> nth=0', {label: 'everything'});
  await page.selectOption('.sheet select >> nth=1', {label: 'Table (CSV)'});
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.sheet .primary')]);
  assert.match(download.suggestedFilename(), /^general_chat.*\.csv$/);
  assert.match(await fs.readFile(await download.path(), 'utf8'), /Who moved the crane\?/);
  await page.locator('.toast', {hasText: 'of general_chat exported.'}).waitFor();
  await finish(page);
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const page = await house.page(account, '#/chat', options);
    await look(page, 'crane');
    await page.locator('.result', {hasText: '3 found'}).waitFor();
    await assertFits(page);
    await shoot(page, `finding-${name}`);
    await hit(page, 'Who moved').click();
    await sought(page, 'Who moved');
    await assertFits(page);
    await shoot(page, `found-${name}`);
    await finish(page);
  });
}

test('nothing of it is left for whoever signs in next', async () => {
  const page = await house.page(eve, '#/chat');
  await look(page, 'lantern');
  await hit(page, 'The lantern was lit.').click();
  await page.locator('.passage .sought').waitFor();
  await page.evaluate(() => document.getElementById('sign-out').click());
  await page.waitForSelector('#sign-in[open]');
  await page.waitForFunction(() => !document.querySelector('.passage, .hits a') && !document.querySelector('.search input').value);
  await finish(page);
});
