// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to alerts: told to the server, said to be done when it says so, and for a moment to be taken back.

import {plain, plural} from '../format.js';
import {writtenMatchers} from './matchers.js';

export class Deeds {
  #alerts;
  #link;
  #person;
  #toasts;

  constructor(alerts, link, person, toasts) {
    this.#alerts = alerts;
    this.#link = link;
    this.#person = person;
    this.#toasts = toasts;
  }

  get link() { return this.#link; }

  /** Why nothing can be done now; empty: it can. */
  whyNot = () => {
    if (this.#link.state !== 'live') {
      return this.#link.state === 'stale' ? 'The server is silent.' : 'There is no connection to the server.';
    }
    return this.#person.isOperator ? '' : 'Only operators and administrators may see to alerts.';
  };

  /** Runs a deed of a button: what the server refuses is said. */
  try(deed) {
    return deed().catch(({message}) => this.#toasts.refuse(`Nothing was changed: ${message}`));
  }

  async #send(command, params) {
    const {alerts} = await this.#link.ask(command, params);
    this.#alerts.take(alerts);
  }

  #say(said, undo) {
    this.#toasts.say(said, ['Undo', () => this.try(async () => {
      await undo();
      this.#toasts.say('It is as it was.');
    })]);
  }

  /** Acknowledges it again as it was; nothing where it was not. */
  async #again(was, id) {
    if (was) {
      await this.#send('alerts.acknowledge', {ids: [id], note: was.note, ...(was.until ? {until: was.until} : {})});
    }
  }

  async acknowledge(id, note = '', until = null) {
    const was = this.#alerts.find(id)?.acknowledgement;
    await this.#send('alerts.acknowledge', {ids: [id], note, ...(until ? {until} : {})});
    this.#say(`${id} acknowledged.`, () => (was ? this.#again(was, id) : this.#send('alerts.unacknowledge', {ids: [id]})));
  }

  async acknowledgeAll(ids, note, until) {
    await this.#send('alerts.acknowledge', {ids, note, ...(until ? {until} : {})});
    this.#say(`${plural(ids.length, 'alert', 'alerts')} acknowledged.`, () => this.#send('alerts.unacknowledge', {ids}));
  }

  async unacknowledge(id) {
    const was = this.#alerts.find(id)?.acknowledgement;
    await this.#send('alerts.unacknowledge', {ids: [id]});
    this.#say(`Nobody looks after ${id} any more.`, () => this.#again(was, id));
  }

  async assign(id, assignee) {
    const before = this.#alerts.find(id)?.assignee ?? '';
    await this.#send('alerts.assign', {ids: [id], assignee});
    this.#say(assignee ? `${id} given to ${plain(assignee, 64)}.` : `${id} given to nobody.`,
      () => this.#send('alerts.assign', {ids: [id], assignee: before}));
  }

  async resolve(id, note = '') {
    const was = this.#alerts.find(id)?.acknowledgement;
    await this.#send('alerts.resolve', {ids: [id], note});
    this.#say(`${id} resolved.`, async () => {
      await this.#send('alerts.reopen', {ids: [id]});
      await this.#again(was, id);
    });
  }

  async reopen(id, note = '') {
    await this.#send('alerts.reopen', {ids: [id], note});
    this.#say(`${id} reopened.`, () => this.#send('alerts.resolve', {ids: [id]}));
  }

  async unfold(id) {
    const before = this.#alerts.find(id)?.folded_into;
    await this.#send('alerts.unfold', {ids: [id]});
    this.#say(`${id} stands by itself.`, () => this.#send('alerts.fold', {ids: [id], into: before}));
  }

  async comment(id, text) { await this.#send('alerts.comment', {id, text}); }

  /** `before`: the silence that is changed by it. */
  async silence(matchers, until, reason, before = null) {
    const silence = await this.#link.ask('alerts.silences.set', {id: before?.id ?? '', matchers, until, reason});
    this.#say(`${plural(silence.alerts, 'alert', 'alerts')} silenced.`,
      () => (before ? this.#setAgain(before, before.id) : this.#link.ask('alerts.silences.remove', {id: silence.id})));
  }

  async endSilence(silence) {
    await this.#link.ask('alerts.silences.remove', {id: silence.id});
    this.#say(`The silence ${silence.id} is over.`, () => this.#setAgain(silence));
  }

  #setAgain({matchers, until, reason}, id = '') {
    return this.#link.ask('alerts.silences.set', {id, matchers: writtenMatchers(matchers), until, reason});
  }

  /** The room in which people talk about it. */
  async room(alertId) {
    const {name} = await this.#link.ask('chat.incident', {alert_id: alertId});
    return name;
  }
}
