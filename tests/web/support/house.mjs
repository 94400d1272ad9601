// SPDX-License-Identifier: GPL-3.0-or-later
// The real program with some people in it, and browsers they look at it with.
import assert from 'node:assert/strict';

import {account, Belfry} from '../../interop/support/belfry.mjs';
import {Console, overlookMachine, quietAssistant} from '../../interop/support/console.mjs';
import {launch, openPage, signIn} from './browser.mjs';

const password = 'nine loud ravens at dawn';
export const omar = {username: 'omar', password};
export const eve = {username: 'eve', password};

export const sizes = {
  'wide-light': {}, 'wide-dark': {colorScheme: 'dark'}, 'phone-light': {viewport: {width: 360, height: 740}},
  'phone-dark': {viewport: {width: 360, height: 740}, colorScheme: 'dark'},
};

/** A console that fails on what is refused, and can wait for what is said. */
class Desk {
  heard = [];

  constructor(client) {
    this.client = client;
    client.onEvent((event) => this.heard.push(event));
  }

  async ask(command, params = {}) {
    const {reply, error} = await this.client.ask(command, params);
    assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
    return reply;
  }

  async until(wanted) {
    for (const end = Date.now() + 20000; ; await new Promise((resolve) => { setTimeout(resolve, 20); })) {
      const found = this.heard.find(wanted);
      if (found) {
        return found;
      }
      assert.ok(Date.now() < end, `not heard: ${wanted}`);
    }
  }
}

export class House {
  #desks = [];
  #pages = [];
  #tokens = new Map();
  #sessions = new Map();

  /** dana is an administrator, omar an operator, eve a viewer. */
  static async open() {
    const house = new House();
    try {
      await house.#furnish();
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  async #furnish() {
    this.browser = await launch();
    this.belfry = await Belfry.start();
    this.token = await this.belfry.login();
    this.dana = await this.#admit(account);
    await this.dana.ask('identity.users.add', {...omar, role: 'operator', display_name: 'Omar B.'});
    await this.dana.ask('identity.users.add', {...eve, role: 'viewer'});
    await quietAssistant(this.belfry, this.token);
    await overlookMachine(this.belfry, this.token);
  }

  async #admit(who) {
    this.#tokens.set(who, this.#tokens.get(who) ?? this.belfry.login(who));
    return new Desk(await Console.open(this.belfry, await this.#tokens.get(who)));
  }

  async desk(who, topics = []) {
    const desk = await this.#admit(who);
    this.#desks.push(desk);
    if (topics.length) {
      await desk.ask('session.subscribe', {topics});
    }
    return desk;
  }

  /** A browser on `hash` in which `who` has signed in and everything is live. Nobody may sign in too often: whoever did
   *  comes back with the cookie they were given. */
  async page(who, hash = '#/', options = {}, url = this.belfry.url) {
    const storageState = this.#sessions.get(who);
    const page = await openPage(this.browser, `${url}/${hash}`, {storageState, ...options});
    if (!storageState) {
      await signIn(page, who);
    }
    // Also the list of alerts, or what is raised now would be no news.
    await page.waitForFunction(() => document.getElementById('state').dataset.state === 'live' && !document.getElementById('attention').hidden);
    this.#sessions.set(who, await page.context().storageState());
    this.#pages.push(page);
    return page;
  }

  /** Tells of an alert as a program would; its number. */
  async raise(title, fields = {}) {
    const answer = await this.belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
      id: title, title, message: `${title}. Look at it.`, alert_type: 'system', severity: 7, source: `probe ${title}`.slice(0, 120),
      created_at: new Date().toISOString(), ...fields}}, {Authorization: `Bearer ${this.token}`});
    assert.ok(answer.ok, await answer.text());
    for (const end = Date.now() + 20000; Date.now() < end;) {
      const {alerts} = await this.dana.ask('alerts.list', {is_flat: true, order: 'newest', limit: 50});
      const found = alerts.find((alert) => alert.title === title);
      if (found) {
        return found.id;
      }
    }
    throw new Error(`no alert ${title}`);
  }

  /** Everybody but dana leaves: who a failed test left behind is not there in the next one. */
  async empty() {
    this.#desks.splice(0).forEach(({client}) => client.close());
    await Promise.all(this.#pages.splice(0).map((page) => page.context().close()));
  }

  async close() {
    await this.empty();
    this.dana?.client.close();
    await this.browser?.close();
    await this.belfry?.remove();
  }
}

/** Nothing was refused by the policy, no script failed, nothing foreign was asked for; then the browser is closed. */
export async function finish(...pages) {
  for (const page of pages) {
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
}

export const focused = (page) => page.evaluate(() => document.activeElement.textContent);
