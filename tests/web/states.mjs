// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of the page, the rare ones too, against the stand-in of mock/.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';

import {account, Mock} from './mock/server.mjs';
import {assertFits, banner, launch, live, noBanner, openPage, shoot, signIn} from './support/browser.mjs';

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

/** A test with a stand-in and a page of its own. */
function scene(name, act, {prepare = () => {}, signedIn = true, options = {}} = {}) {
  test(name, async () => {
    const mock = new Mock();
    prepare(mock);
    const url = `http://127.0.0.1:${await mock.start()}/`;
    const page = await openPage(browser, url, options);
    try {
      if (signedIn) {
        await signIn(page, account);
        await live(page);
      }
      await act(page, mock);
      assert.deepEqual(page.faults, []);
    } finally {
      await page.context().close();
      await mock.stop();
    }
  });
}

const problem = (page, dialog = 'sign-in') => page.waitForFunction(
  (id) => document.querySelector(`#${id} [data-problem]`).textContent, dialog).then((handle) => handle.jsonValue());
/** Waits until `holds` is true of the stand-in. */
const until = async (holds) => {
  const patience = Date.now() + 20000;
  while (!holds()) {
    assert.ok(Date.now() < patience, `it never happened: ${holds}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};
const state = (page, wanted) =>
  page.waitForFunction((word) => document.getElementById('state').dataset.state === word, wanted);

scene('a wrong password is answered neutrally, the right one signs in', async (page) => {
  await signIn(page, {username: 'nobody', password: 'wrong'});
  assert.equal(await problem(page), 'Name or password is wrong.');
  await signIn(page, account);
  await live(page);
  assert.equal(await page.inputValue('#password'), '', 'the password stays in the form');
  assert.equal(page.url().includes('?'), false);
}, {signedIn: false});

scene('the password can be shown', async (page) => {
  await page.fill('#password', 'abc');
  await page.check('[data-shows=password]');
  assert.equal(await page.getAttribute('#password', 'type'), 'text');
  await page.uncheck('[data-shows=password]');
  assert.equal(await page.getAttribute('#password', 'type'), 'password');
}, {signedIn: false});

scene('a throttled sign-in says how long to wait', async (page, mock) => {
  await signIn(page, account);
  assert.match(await problem(page), /^Too many tries\. Wait [0-9]+ s\.$/);
  assert.equal(await page.isDisabled('#sign-in .primary'), true);
  mock.throttled = 0;
  await page.waitForSelector('#sign-in .primary:not(:disabled)');
  assert.equal(await page.textContent('#sign-in .primary'), 'Sign in');
  await page.click('#sign-in .primary');
  await live(page);
}, {signedIn: false, prepare: (mock) => { mock.throttled = 8; }});

scene('the first administrator is created with the set-up token', async (page) => {
  await page.waitForSelector('#set-up[open]');
  await shoot(page, 'set-up');
  await page.fill('#set-up-token', 'wrong');
  await page.fill('#set-up-username', account.username);
  await page.fill('#set-up-password', account.password);
  await page.click('#set-up .primary');
  assert.match(await problem(page, 'set-up'), /set-up token/);
  await page.fill('#set-up-token', account.token);
  await page.click('#set-up .primary');
  await live(page);
}, {signedIn: false, prepare: (mock) => { mock.needsSetUp = true; }});

scene('a restart is said at once and the page comes back by itself', async (page, mock) => {
  const {port} = mock;
  await mock.stop(1001);
  await banner(page, 'The server is restarting.');
  assert.match(await page.textContent('#as-of'), /^Data as of /);
  await shoot(page, 'restarting');
  await mock.start(port);
  await banner(page, 'Live again.');
  await noBanner(page);
});

scene('a short cut shows no banner', async (page, mock) => {
  await page.evaluate(() => {
    window.seen = 0;
    window.cut = {};
    new MutationObserver(() => { window.seen += !document.getElementById('banner').hidden; })
      .observe(document.getElementById('banner'), {attributes: true});
    new MutationObserver(() => {
      window.cut[document.getElementById('state').dataset.state === 'live' ? 'end' : 'begin'] ??= performance.now();
    }).observe(document.getElementById('state'), {attributes: true});
  });
  const {opened} = mock;
  mock.closeAll(0);
  await until(() => mock.opened > opened);
  await live(page);
  const {seen, gap} = await page.evaluate(() => ({seen: window.seen, gap: window.cut.end - window.cut.begin}));
  // Where the machine was so slow that the cut was no short one, the banner was right.
  assert.ok(gap > 0 && (gap >= 2500 || seen === 0), `${seen} times in ${gap} ms`);
});

scene('a lost connection keeps the numbers and says their age', async (page, mock) => {
  const {port} = mock;
  const processor = await page.textContent('.tile strong');
  await mock.stop(0);
  await banner(page, 'Connection lost. Showing data from');
  assert.match(await page.textContent('#banner-count'), /^Trying (again in \d+ s\.|now…)$/);
  assert.notEqual(processor, '');
  assert.equal(await page.evaluate(() => document.body.classList.contains('dim')), true);
  await shoot(page, 'lost');
  await mock.start(port);
  await live(page);
});

scene('a silent server is noticed', async (page, mock) => {
  mock.silent = true;
  await state(page, 'stale');
  mock.silent = false;
  await live(page);
});

scene('a clock that is set back is followed', async (page, mock) => {
  const hour = 3600000;
  await page.waitForFunction(() => document.querySelector('.chart .line').getAttribute('d') !== '');
  mock.shift = -hour;
  // The readings of the past hour were an hour ahead of the new ones: only these are shown now.
  await page.waitForFunction((ago) => {
    const shown = document.getElementById('as-of').textContent.match(/(\d+):(\d+):(\d+)/).slice(1).map(Number);
    const wanted = new Date(Date.now() - ago);
    const day = 86400;
    const off = shown[0] * 3600 + shown[1] * 60 + shown[2]
      - (wanted.getHours() * 3600 + wanted.getMinutes() * 60 + wanted.getSeconds());
    return Math.min((off % day + day) % day, (-off % day + day) % day) <= 30;
  }, hour);
  await page.waitForFunction(() => (document.querySelector('.chart .line').getAttribute('d').match(/L/g) ?? []).length > 60);
});

scene('a full server is said with the next try', async (page, mock) => {
  mock.refuse = 1013;
  mock.closeAll(1013);
  await banner(page, 'The server is full.');
  assert.match(await page.textContent('#banner-count'), /Trying again in (30|2\d) s\./);
  mock.refuse = 0;
  await page.click('#banner-action');
  await live(page);
});

scene('an internal problem is said', async (page, mock) => {
  mock.refuse = 1011;
  mock.closeAll(1011);
  await banner(page, 'The server had an internal problem.');
});

scene('4001 asks to sign in over the page, which keeps its state', async (page, mock) => {
  mock.signOutAll();
  mock.closeAll(4001);
  await page.waitForSelector('#sign-in[open]');
  assert.notEqual(await page.textContent('.tile strong'), '');
  assert.equal(await page.inputValue('#username'), account.username);
  await shoot(page, 'signed-out');
  await page.fill('#password', account.password);
  await page.press('#password', 'Enter');
  await live(page);
});

scene('a session that ran out is renewed without a question', async (page, mock) => {
  mock.renewable = true;
  await page.evaluate(() => {
    window.asked = 0;
    new MutationObserver(() => { window.asked += document.getElementById('sign-in').open; })
      .observe(document.getElementById('sign-in'), {attributes: true});
  });
  const {opened} = mock;
  mock.signOutAll();
  mock.closeAll(4001);
  await until(() => mock.opened > opened);
  await live(page);
  assert.equal(await page.evaluate(() => window.asked), 0);
  mock.signOutAll();
  await page.reload();
  await live(page);
});

for (const status of [429, 503]) {
  scene(`a session is not over because the server answers ${status}`, async (page, mock) => {
    mock.renewable = true;
    mock.signOutAll();
    mock.broken = status;
    mock.closeAll(4001);
    await banner(page, 'Connection lost.');
    assert.equal(await page.isVisible('#sign-in'), false);
    mock.broken = 0;
    await live(page);
    mock.broken = status;
    await page.reload();
    await page.waitForFunction((wanted) => performance.getEntriesByType('resource')
      .some(({name, responseStatus}) => name.includes('/api/') && responseStatus === wanted), status);
    mock.broken = 0;
    await live(page);
    assert.equal(await page.isVisible('#sign-in'), false);
  });
}

scene('another version asks to reload', async (page, mock) => {
  mock.version = '0.2.0';
  mock.closeAll(1001);
  await banner(page, 'This page is out of date.');
  assert.equal(await page.textContent('#banner-action'), 'Reload');
});

scene('an offline device is said when the server is silent', async (page, mock) => {
  await page.context().setOffline(true);
  mock.silent = true;
  await banner(page, 'Your device is offline.');
  mock.silent = false;
  await page.context().setOffline(false);
  await live(page);
});

scene('a device that calls itself offline still hears a server that answers', async (page) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', {value: false});
    dispatchEvent(new Event('offline'));
    window.states = [];
    new MutationObserver(() => window.states.push(document.getElementById('state').dataset.state))
      .observe(document.getElementById('state'), {attributes: true});
  });
  const line = () => page.getAttribute('.tile path', 'd');
  for (let readings = 0; readings < 3; ++readings) {
    await page.waitForFunction((before) => document.querySelector('.tile path').getAttribute('d') !== before, await line());
  }
  assert.deepEqual(await page.evaluate(() => window.states), []);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false}));
  await page.reload();
  await live(page);
});

scene('signing out forgets what was shown', async (page) => {
  await page.click('#sign-out');
  await page.waitForSelector('#sign-in[open]');
  assert.equal(await page.isVisible('#overview'), false);
  await page.reload();
  await page.waitForSelector('#sign-in[open]');
});

scene('a sign-out that failed is said and can be tried again', async (page, mock) => {
  mock.broken = 503;
  await page.click('#sign-out');
  await banner(page, 'Not signed out. The server refused this (503).');
  assert.equal(await page.isVisible('#overview'), true);
  const {port} = mock;
  await mock.stop(0);
  await page.click('#banner-action');
  await banner(page, 'Not signed out: the server does not answer.');
  await shoot(page, 'not-signed-out');
  mock.broken = 0;
  await mock.start(port);
  await live(page);
  assert.match(await page.textContent('#banner-text'), /^Not signed out/);
  await page.click('#banner-action');
  await page.waitForSelector('#sign-in[open]');
  assert.equal(await page.isVisible('#banner'), false);
  await page.reload();
  await page.waitForSelector('#sign-in[open]');
});

scene('a chart has its values in words and in a table, and its gap', async (page) => {
  const chart = page.locator('.chart').first();
  await page.waitForFunction(() => (document.querySelector('.chart .line').getAttribute('d').match(/M/g) ?? []).length >= 2);
  await chart.locator('.plot').focus();
  await page.keyboard.press('ArrowLeft');
  assert.match(await chart.locator('.moment').textContent(), /\d\d:\d\d:\d\d/);
  assert.match(await chart.locator('.plot').getAttribute('aria-label'), /Processor, last 5 minutes\. \d\d:\d\d:\d\d: Used [\d.,]+ %/);
  await chart.locator('summary').click();
  await chart.locator('tbody td').nth(28).waitFor();
  const cells = await chart.locator('tbody td').allTextContents();
  assert.ok(cells.length >= 29 && cells.includes('no data') && cells.some((cell) => /%/.test(cell)), cells.join());
  await shoot(page, 'chart-data');
});

scene('what a machine is called is text, never markup', async (page) => {
  await page.waitForFunction(() => document.getElementById('host').textContent !== '');
  assert.equal(await page.evaluate(() => document.querySelectorAll('#tables script, #tables img, #host *').length), 0);
  assert.match(await page.textContent('#tables'), /<img src=x onerror=/);
}, {prepare: (mock) => { mock.processName = '<img src=x onerror=alert(1)>'; }});

scene('a hidden page hears nothing and takes up where it is looked at again', async (page, mock) => {
  const look = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', {value, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  const heardBy = (count) => until(() => mock.listeners === count);
  await heardBy(1);
  await look(true);
  await heardBy(0);
  await look(false);
  await heardBy(1);
  await live(page);
});

scene('an address that names no page says so, and the way back is a link', async (page) => {
  for (const wrong of ['#/nothing', '#/%E0%A4%A', '#somewhere']) {
    await page.goto(page.url().replace(/#.*|$/, wrong));
    await page.waitForSelector('#nowhere', {state: 'visible'});
    assert.equal(await page.title(), 'No such page · Belfry');
  }
  await page.click('#nowhere a');
  await page.waitForSelector('#overview', {state: 'visible'});
  assert.equal(await page.title(), 'Overview · Belfry');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Overview');
});

scene('the first Tab leads past the ways to other pages', async (page) => {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.equal(new URL(page.url()).hash, '');
});

const said = {room_name: 'den', user_avatar: null, timestamp: '2026-11-20T14:28:03.250Z', is_guest: false, mentions: [], reactions: [], cards: []};

scene('what the assistant proposes is shown before it is done; what it answers one person is called so', async (page, mock) => {
  await page.goto(`${page.url()}#/chat/den`);
  await page.locator('.chat-line .reaction', {hasText: '/ack A-1'}).click();
  await page.locator('.plan', {hasText: 'Acknowledges A-1'}).waitFor();
  await page.keyboard.press('Escape');
  mock.replies['chat.command'] = {sentence: 'Asks the assistant', command: 'assistant.ask', params: {text: 'x'}, is_changing: false};
  await page.fill('.composer textarea', '/ai what is down?');
  await page.press('.composer textarea', 'Enter');
  await page.locator('.notice', {hasText: '✦ AI · local rules · may be wrong · for you alone'}).filter({hasText: 'Nothing is down.'}).waitFor();
  assert.equal(await page.inputValue('.composer textarea'), '');
}, {prepare: (mock) => {
  const marks = {up_to: 'm-1', unread: 0, mentions: 0, first_unread_id: ''};
  const room = {name: 'den', kind: 'public', topic: '', alert_id: '', members: [], made_by: 'u-1', made_at: said.timestamp, is_archived: false};
  Object.assign(mock.replies, {
    'chat.rooms.list': {rooms: [{room, marks, is_entered: true}]}, 'chat.who': {users: []},
    'chat.history': {has_older: false, has_newer: false, messages: [{...said, id: 'm-1', user_id: 'ai_assistant', user_name: 'AI Assistant', is_ai: true,
      message_type: 'ai_response', message: 'A-1 is open.', basis: 'local rules', proposals: [{line: '/ack A-1', sentence: 'Acknowledges A-1'}]}]},
    'chat.command': {sentence: 'Acknowledges A-1', command: 'alerts.acknowledge', params: {ids: ['A-1']}, is_changing: true},
    'assistant.ask': {text: 'Nothing is down.', detail: 'Nothing is down.', basis: 'local rules'},
  });
}});

scene('a device that is down is shown with all that is known of it', async (page, mock) => {
  const device = mock.replies['network.devices.get'].device;
  await page.evaluate(() => { location.hash = '#/devices/d-7c'; });
  await page.locator('#device .glyph.high').waitFor();
  assert.match(await page.textContent('#device .line-of'), /^Down since .+ · flapping · 192\.168\.1\.40$/);
  assert.equal(await page.textContent('#device .card:not(.chart) table'), 'PortServiceState631/tcpipp · CUPS 2.4open9100/tcp—open');
  const facts = await page.locator('#device dl > div').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(facts.filter(([name]) => ['MAC', 'Model', 'Had before', 'Also called'].includes(name)),
    [['MAC', '00:11:22:33:44:55'], ['Also called', 'laser.example'], ['Had before', '192.168.1.39'], ['Model', 'Laser 4']]);
  await page.locator('#device .chart .line').waitFor({state: 'attached'});
  for (const [name, width] of [['wide', 1280], ['phone', 360]]) {
    await page.setViewportSize({width, height: 740});
    await assertFits(page);
    await shoot(page, `device-down-${name}`);
  }
  mock.tell('network.device.changed', {device: {...device, state: 'up', state_since: null, flapping: false}});
  await page.locator('#device .line-of', {hasText: /^Up · 192/}).waitFor();
  assert.equal(await page.locator('#device .shape-of .glyph.ok').count(), 1);
  await page.locator('#device .series a', {hasText: 'Other times'}).click();
  await page.locator('#metrics h1', {hasText: 'Round-trip time · printer-4'}).waitFor();
  await page.locator('#metrics .chart').waitFor();
  await page.locator('#metrics a', {hasText: 'All about this device'}).click();
  await page.locator('#device h1', {hasText: 'printer-4'}).waitFor();
}, {prepare: (mock) => {
  const seen = {first_seen: '2026-10-20T14:28:03Z', last_seen: new Date().toISOString()};
  mock.replies['network.devices.get'] = {
    device: {id: 'd-7c', name: 'printer-4', device_type: 'printer', state: 'down', state_since: new Date(Date.now() - 600000).toISOString(),
      flapping: true, addresses: ['192.168.1.40'], mac_address: '00:11:22:33:44:55', vendor: 'Hewlett Packard', os: '', hostname: '',
      subnet: '192.168.1.0/24', owner: 'Dana K.', tags: ['floor 2'], notes: '', ...seen},
    addresses: [{address: '192.168.1.40', current: true, ...seen}, {address: '192.168.1.39', current: false, ...seen}],
    names: [{name: 'printer-4', source: 'hand'}, {name: 'laser.example', source: 'dns'}],
    ports: [{port: 631, protocol: 'tcp', state: 'open', service: 'ipp', product: 'CUPS', version: '2.4', ...seen},
      {port: 9100, protocol: 'tcp', state: 'open', service: '', product: '', version: '', ...seen}],
    reasons: [], interfaces: [],
    system: {name: 'printer-4', description: 'Example Laser 4', location: 'Room 12', contact: '', model: 'Laser 4', serial: 'X1'}};
}});

test('the page is small, and everything it consists of is built in', () => {
  const folder = fileURLToPath(new URL('../../resources/web/', import.meta.url));
  const files = fs.readdirSync(folder, {recursive: true}).filter((name) => /\.\w+$/.test(name) && name !== 'web.qrc');
  const list = fs.readFileSync(`${folder}web.qrc`, 'utf8');
  assert.deepEqual(files.filter((name) => !list.includes(`<file>${name}</file>`)), []);
  const size = files.reduce((sum, name) => sum + zlib.gzipSync(fs.readFileSync(folder + name)).length, 0);
  console.log(`${files.length} files, ${size} bytes compressed`);
  assert.ok(size <= 150 * 1024, `${size} bytes`);
});

for (const [name, options] of Object.entries({
  'wide-light': {}, 'wide-dark': {colorScheme: 'dark'}, 'phone-light': {viewport: {width: 360, height: 740}},
  'phone-dark': {viewport: {width: 360, height: 740}, colorScheme: 'dark'}, 'wide-contrast': {contrast: 'more'},
  'middle': {viewport: {width: 820, height: 1100}},
})) {
  scene(`fits: ${name}`, async (page) => {
    await shoot(page, `sign-in-${name}`);
    await assertFits(page);
    await signIn(page, account);
    await live(page);
    await page.waitForFunction(() => document.querySelector('.chart .line').getAttribute('d') !== '');
    await assertFits(page);
    await shoot(page, `overview-${name}`);
  }, {signedIn: false, options});
}
