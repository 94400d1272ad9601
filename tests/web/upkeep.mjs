// SPDX-License-Identifier: GPL-3.0-or-later
// The strip above every page while maintenance runs or is about to begin, against the stand-in of mock/.
import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';

import {account, Mock} from './mock/server.mjs';
import {assertFits, launch, live, openPage, shoot, signIn} from './support/browser.mjs';

const minute = 60_000;
const sizes = {
  'wide-light': {}, 'wide-dark': {colorScheme: 'dark'}, 'phone-light': {viewport: {width: 360, height: 740}},
  'phone-dark': {viewport: {width: 360, height: 740}, colorScheme: 'dark'},
};
let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

/** A house in which maintenance is planned, and browsers that look at it. */
class Stage {
  #mock = new Mock();
  #pages = [];
  #windows = [];

  async open() { this.url = `http://127.0.0.1:${await this.#mock.start()}/`; }

  async close() {
    for (const page of this.#pages) {
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
    await this.#mock.stop();
  }

  async page(options = {}) {
    const page = await openPage(browser, this.url, options);
    this.#pages.push(page);
    await signIn(page, account);
    await live(page);
    return page;
  }

  /** Begins so much later and lasts an hour; everybody hears of it. */
  plan(name, later, isEnabled = true) {
    const begin = Date.now() + later;
    this.#tell([...this.#windows.filter((one) => one.display_name !== name), {
      id: name, display_name: name, is_enabled: isEnabled,
      next_at: new Date(begin).toISOString(), ends_at: new Date(begin + 60 * minute).toISOString()}]);
  }

  takeBack(name) { this.#tell(this.#windows.filter((one) => one.display_name !== name)); }

  #tell(windows) {
    this.#windows = windows;
    this.#mock.replies['alerts.maintenance.list'] = {windows};
    this.#mock.tell('alerts.silences.changed', {id: 'M-1', by: 'dana'});
  }
}

function scene(name, act) {
  test(name, async () => {
    const stage = new Stage();
    await stage.open();
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  });
}

const strip = (page, pattern) => page.waitForFunction(
  (source) => !document.getElementById('upkeep').hidden && new RegExp(source).test(document.querySelector('#upkeep p').textContent), pattern.source);
const noStrip = (page) => page.waitForFunction(() => document.getElementById('upkeep').hidden);

scene('it comes when maintenance is set, is there for who signs in, and goes when it is off', async (stage) => {
  const page = await stage.page();
  await noStrip(page);
  stage.plan('Tomorrow', 24 * 60 * minute);
  stage.plan('Core switches', 10 * minute);
  await strip(page, /^Maintenance: Core switches begins at \d\d:\d\d \(in (9|10)\u202fmin\)$/);
  const late = await stage.page();
  await strip(late, /^Maintenance: Core switches begins at/);
  stage.plan('Storage', -minute);
  await strip(late, /^Maintenance: Storage until \d\d:\d\d, and 1 more$/);
  stage.plan('Storage', -minute, false);
  await strip(late, /^Maintenance: Core switches begins at/);
  stage.takeBack('Core switches');
  await noStrip(page);
  await noStrip(late);
});

scene('what was about to begin runs, and is over, without a word of the server', async (stage) => {
  stage.plan('Core switches', 2000);
  const page = await stage.page();
  await strip(page, /until/);
  stage.plan('Core switches', -60 * minute + 3000);
  await strip(page, /until/);
  await noStrip(page);
});

scene('whoever closes it sees the next one, and the calendar', async (stage) => {
  stage.plan('Core switches', -minute);
  const page = await stage.page();
  await strip(page, /Core switches/);
  await page.click('#upkeep-close');
  await noStrip(page);
  stage.plan('Storage', 5 * minute);
  await strip(page, /^Maintenance: Storage begins/);
  await page.click('#upkeep-show');
  await page.locator('main h1:visible', {hasText: 'Silences and maintenance'}).waitFor();
  await page.click('#upkeep-close');
  await noStrip(page);
  // The next time of what was closed is another.
  stage.plan('Core switches', 2 * minute);
  await strip(page, /^Maintenance: Core switches begins/);
});

scene('a name is text only, and it fits everywhere', async (stage) => {
  stage.plan(`<img src=x onerror=alert(1)>\u202e ${'w'.repeat(150)}`, -minute);
  for (const [size, options] of Object.entries(sizes)) {
    const page = await stage.page(options);
    await strip(page, /^Maintenance: <img src=x onerror=alert\(1\)> w+ until/);
    assert.equal(await page.locator('#upkeep img').count(), 0);
    await assertFits(page);
    await shoot(page, `upkeep-${size}`);
  }
});

scene('who signs out leaves nothing of it', async (stage) => {
  stage.plan('Core switches', -minute);
  const page = await stage.page();
  await strip(page, /Core switches/);
  await page.click('#sign-out');
  await noStrip(page);
  assert.equal((await page.textContent('#upkeep p')).includes('Core switches'), false);
});
