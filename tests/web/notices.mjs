// SPDX-License-Identifier: GPL-3.0-or-later
// What one is told in the browser: in words that pass, under the bell, and in pop-ups for those who want them.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {assertFits, shoot} from './support/browser.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

let house;
let ids;

before(async () => {
  house = await House.open();
  const {users} = await house.dana.ask('identity.users.list');
  ids = Object.fromEntries(users.map(({id, username}) => [username, id]));
});
afterEach(() => house.empty());
after(() => house?.close());

const toast = (page, text) => page.locator('.toast', {hasText: text});
const notice = (page, title) => page.locator('.told-row', {hasText: title});
const notify = (who, title, fields = {}) => house.dana.ask('alerts.notify', {user_id: ids[who.username], title, message: '', ...fields});

/** As Prometheus does: `count` alerts of one machine. */
async function storm(instance, count, severity) {
  const alerts = Array.from({length: count}, (_, index) => ({
    labels: {alertname: `${instance}-port-${index}`, instance, severity}, annotations: {summary: `Port ${index} of ${instance} is down`},
    startsAt: new Date().toISOString()}));
  const answer = await house.belfry.post('/api/v2/alerts', alerts, {Authorization: `Bearer ${house.token}`});
  assert.ok(answer.ok, await answer.text());
}

/** Stands in for the browser's own pop-ups, for being looked at, and for the time that passes between two pop-ups. */
function standIn() {
  window.popUps = [];
  window.isLookedAt = true;
  document.hasFocus = () => window.isLookedAt;
  performance.now = () => 1000;
  window.Notification = class extends EventTarget {
    static permission = 'default';
    static async requestPermission() { return (this.permission = 'granted'); }
    constructor(title, options) {
      super();
      Object.assign(this, {title, ...options, isOpen: true});
      window.popUps = window.popUps.filter(({tag}) => tag !== options.tag).concat(this);
    }
    close() { this.isOpen = false; }
  };
}

const open = (page) => page.evaluate(() => window.popUps.filter(({isOpen}) => isOpen).map(({title, body}) => `${title}|${body}`));

test('what somebody is told stands under the bell, leads to its place, and is read', async () => {
  const page = await house.page(omar);
  await page.locator('#bell').waitFor();
  await house.dana.ask('chat.send', {room_name: 'general_chat', message: 'The lift is stuck.'});
  const {messages: [message]} = await house.dana.ask('chat.search', {text: 'lift'});
  await notify(omar, 'Called', {type: 'info', data: {room_name: 'general_chat', message_id: message.id}});
  await notify(omar, 'The tape is full <b>now</b>', {type: 'warning', message: 'Change it.'});
  await toast(page, 'Warning: The tape is full <b>now</b>: Change it.').waitFor();
  await page.locator('#bell-count', {hasText: '2'}).waitFor();
  await page.click('#bell');
  await notice(page, 'The tape is full <b>now</b>').waitFor();
  assert.deepEqual(await page.locator('.told-row .name').allTextContents(), ['The tape is full <b>now</b>', 'Called']);
  assert.match(await focused(page), /The tape is full/);
  await page.keyboard.press('Enter');
  await page.locator('.told-row:not(.unread)', {hasText: 'The tape is full'}).waitFor();
  assert.match(await focused(page), /The tape is full/, 'it stays under the finger');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.chat-line', {hasText: 'The lift is stuck.'}).waitFor();
  assert.equal(await page.isVisible('.notice-centre'), false);
  await page.waitForFunction(() => document.getElementById('bell').title === 'Notifications, none unread');
  await page.click('#bell');
  await page.locator('.notice-centre .empty', {hasText: 'Nothing is unread.'}).waitFor();
  await page.getByRole('button', {name: 'All', exact: true}).click();
  assert.deepEqual(await page.locator('.told-row .name').allTextContents(), ['The tape is full <b>now</b>', 'Called']);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'bell');
  for (let number = 0; number < 55; ++number) {
    await notify(omar, `Note ${number}`);
  }
  await page.locator('#bell-count', {hasText: '55'}).waitFor();
  await page.reload();
  await page.locator('#bell-count', {hasText: '55'}).waitFor();
  await page.click('#bell');
  await page.getByRole('button', {name: 'All', exact: true}).click();
  await page.waitForFunction(() => document.querySelectorAll('.told-row').length === 50);
  await page.getByRole('button', {name: 'Show older'}).click();
  await page.waitForFunction(() => document.querySelectorAll('.told-row').length === 57);
  await page.getByRole('button', {name: 'Mark all read'}).click();
  await page.waitForFunction(() => document.getElementById('bell-count').hidden && !document.querySelector('.told-row.unread'));
  await finish(page);
});

test('what is said to everyone reaches everyone, and what is critical stays until it is closed', async () => {
  const page = await house.page(eve);
  await house.dana.ask('alerts.broadcast', {title: 'The network is slow', message: 'Patience, please.', severity: 'warning'});
  await toast(page, 'Warning: The network is slow: Patience, please.').waitFor();
  await toast(page, 'The network is slow').hover(); // it stays as long as it is pointed at
  await house.dana.ask('alerts.broadcast', {title: 'Leave the house', message: 'It burns.', severity: 'critical',
    action: {label: 'Where to', url: 'belfry://room/general_chat'}});
  const urgent = toast(page, 'Critical: Leave the house: It burns.');
  await urgent.waitFor();
  assert.equal(await urgent.evaluate((element) => element.classList.contains('stays')), true);
  await urgent.getByRole('button', {name: 'Close'}).click();
  await urgent.waitFor({state: 'detached'});
  await toast(page, 'The network is slow').getByRole('button', {name: 'Show'}).click();
  await notice(page, 'The network is slow').locator('.detail', {hasText: 'dana · to everyone'}).waitFor();
  await notice(page, 'Leave the house').click();
  await page.waitForSelector('#chat', {state: 'visible'});
  await page.locator('#bell-count', {hasText: '1'}).waitFor();
  await finish(page);
});

test('a storm is one word, which goes when somebody else has seen to it', async () => {
  const page = await house.page(omar);
  await storm('core-sw-01', 7, 'major');
  await toast(page, '7 alerts on core-sw-01').waitFor();
  assert.equal(await page.locator('.toast').count(), 1);
  await shoot(page, 'storm');
  const other = await house.page(account, '#/');
  await storm('core-sw-02', 3, 'critical');
  await storm('core-sw-03', 1, 'minor');
  const urgent = toast(other, '3 alerts on core-sw-02');
  await urgent.getByRole('button', {name: 'Open'}).click();
  await other.locator('#alerts .alert', {hasText: 'core-sw-02'}).nth(2).waitFor();
  await other.getByRole('button', {name: 'Acknowledge 3…'}).click();
  await other.locator('.sheet .named li', {hasText: 'Port 0 of core-sw-02'}).waitFor();
  await other.locator('.sheet').getByLabel('Note').fill('It is unplugged.');
  await shoot(other, 'acknowledge-all');
  await other.click('.sheet .primary');
  await toast(other, '3 alerts acknowledged.').getByRole('button', {name: 'Undo'}).click();
  await other.getByRole('button', {name: 'Acknowledge 3…'}).waitFor();
  const {alerts} = await house.dana.ask('alerts.list', {is_flat: true});
  await house.dana.ask('alerts.acknowledge', {ids: alerts.map(({id}) => id)});
  await page.waitForFunction(() => !document.querySelector('.toast'));
  await house.dana.ask('alerts.resolve', {ids: alerts.map(({id}) => id)});
  await finish(page, other);
});

test('pop-ups are for those who want them, and go with what they tell of', async () => {
  const {name: direct} = await house.dana.ask('chat.direct', {user: ids.omar});
  const isEntered = async () => (await house.dana.ask('chat.who', {room_name: direct})).users.some(({uid}) => uid === ids.omar);
  const page = await house.page(omar);
  await page.addInitScript(standIn);
  await page.reload();
  await page.click('#bell');
  await page.getByRole('button', {name: 'Allow pop-ups…'}).click();
  assert.equal(await page.isChecked('.pop-ups input'), true);
  await page.keyboard.press('Escape');
  while (!await isEntered()) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  await page.evaluate(() => {
    window.isLookedAt = false;
    Object.defineProperty(document, 'hidden', {value: true, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const id = await house.raise('The door is open', {severity: 7});
  await page.waitForFunction(() => window.popUps.length === 1);
  assert.deepEqual(await open(page), ['High: The door is open|']);
  await house.dana.ask('alerts.acknowledge', {ids: [id]});
  await page.waitForFunction(() => window.popUps.every(({isOpen}) => !isOpen));
  await house.dana.ask('chat.send', {room_name: 'general_chat', message: 'Are you there, @omar?'});
  await house.dana.ask('chat.send', {room_name: direct, message: 'Then here.'});
  await page.waitForFunction(() => window.popUps.length === 2);
  assert.deepEqual(await open(page), ['2 things happened|dana in general_chat\ndana in dana']);
  const press = () => page.evaluate(() => window.popUps.at(-1).dispatchEvent(new Event('click')));
  await press();
  await page.waitForSelector('.notice-centre', {state: 'visible'});
  await house.dana.ask('chat.send', {room_name: 'general_chat', message: 'The pizza is here, @omar.'});
  await page.waitForFunction(() => window.popUps.length === 3);
  assert.deepEqual(await open(page), ['dana in general_chat|The pizza is here, @omar.']);
  await press();
  await page.waitForSelector('#chat', {state: 'visible'});
  await page.reload();
  await page.click('#bell');
  await page.getByRole('button', {name: 'Allow pop-ups…'}).waitFor();
  await house.dana.ask('alerts.resolve', {ids: [id]});
  await finish(page);
});

test('who does not want to be told of a kind is not, and finds it in the list', async () => {
  const page = await house.page(eve);
  await page.click('#bell');
  await page.click('.telling summary');
  await page.locator('.telling label', {hasText: 'Other announcements'}).click();
  await shoot(page, 'telling');
  await page.reload();
  await page.waitForFunction(() => document.getElementById('state').dataset.state === 'live');
  await house.dana.ask('alerts.broadcast', {title: 'Soup is ready', message: '', severity: 'info'});
  await house.dana.ask('alerts.broadcast', {title: 'Soup is on fire', message: '', severity: 'critical'});
  await toast(page, 'Critical: Soup is on fire').waitFor();
  assert.equal(await toast(page, 'Soup is ready').count(), 0);
  await page.click('#bell');
  await notice(page, 'Soup is ready').waitFor();
  assert.equal(await page.isChecked('.telling [value=announcement]'), false);
  await finish(page);
});

test('where the browser shows none it is said why', async () => {
  const page = await house.page(eve);
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', {value: false}));
  await page.reload();
  await page.click('#bell');
  await page.locator('.pop-ups .hint', {hasText: 'only of a page that came by HTTPS'}).waitFor();
  assert.equal(await page.locator('.pop-ups button:visible, .pop-ups input:visible').count(), 0);
  await finish(page);
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const page = await house.page(account, '#/', options);
    await house.dana.ask('alerts.broadcast', {title: 'The network is slow', message: 'Patience, please. It will be over by noon.',
      severity: 'warning'});
    await notify(account, 'The tape is full', {type: 'error', message: 'w'.repeat(200)});
    await notify(account, 'The backup is done', {type: 'success'});
    await toast(page, 'The tape is full').waitFor();
    await assertFits(page);
    await shoot(page, `toasts-${name}`);
    await page.click('#bell');
    await notice(page, 'The backup is done').first().waitFor();
    await assertFits(page);
    await shoot(page, `notices-${name}`);
    await finish(page);
  });
}
