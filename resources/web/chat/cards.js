// SPDX-License-Identifier: GPL-3.0-or-later
// What messages point to, as it is now: alerts with a link and a way to acknowledge them, devices, scans, metrics.

import {alertGlyph} from '../alerts/row.js';
import {linkOf, ownerOf, stateLine, titleOf} from '../alerts/words.js';
import {deviceGlyph, deviceLink, stateWord} from '../devices/words.js';
import {allow, button, make} from '../dom.js';
import {age, percent, plain, plural} from '../format.js';
import {measureOf} from '../measures.js';
import {hashOf} from '../place.js';

const named = (name) => make('bdi', {class: 'name'}, plain(name, 128));
const scanStates = {RUNNING: 'running', COMPLETED: 'completed', FAILED: 'failed', CANCELLED: 'cancelled', TIMED_OUT: 'timed out'};
const detail = (...parts) => make('span', {class: 'detail'}, parts.filter(Boolean).join(' · '));

export class Cards extends EventTarget {
  #desk;
  #scans;
  #past = new Map();

  /** `desk` is what lists of alerts have. */
  constructor(desk, scans) {
    super();
    this.#desk = desk;
    this.#scans = scans;
    for (const [place, event] of [[desk.alerts, 'change'], [desk.alerts, 'reset'], [desk.devices, 'change'], [scans, 'change'], [desk.link, 'state']]) {
      place.addEventListener(event, () => this.dispatchEvent(new Event('change')));
    }
  }

  clear() { this.#past.clear(); }

  /** What a card says, as a text that is another whenever it is to be drawn anew. */
  lookOf({kind, id}) {
    const now = {alert: () => this.#alert(id), device: () => this.#desk.devices.find(id), scan: () => this.#scans.find(id),
      metric: () => ''}[kind]();
    return `${kind} ${id} ${now === undefined ? '' : JSON.stringify(now)} ${this.#desk.deeds.whyNot()}`;
  }

  draw(card) {
    const parts = {alert: () => this.#drawAlert(card.id), device: () => this.#drawDevice(card.id), scan: () => this.#drawScan(card.id),
      metric: () => this.#drawMetric(card.id)}[card.kind];
    return make('div', {class: 'chat-card'}, parts());
  }

  #drawAlert(id) {
    const alert = this.#alert(id);
    if (!alert) {
      return [make('a', {class: 'name', href: linkOf(id)}, id), detail(alert === null ? 'no longer kept' : 'alert')];
    }
    const now = this.#desk.clock.now();
    const acknowledge = alert.state === 'open' && button('Acknowledge', () => this.#desk.deeds.try(() => this.#desk.deeds.acknowledge(id)),
      {'aria-label': `Acknowledge ${id}`});
    if (acknowledge) {
      allow(acknowledge, this.#desk.deeds.whyNot());
    }
    return [alertGlyph(alert), make('a', {class: 'name', href: linkOf(id)}, `${id} `, make('bdi', {}, titleOf(alert))),
      detail(stateLine(alert, now), ownerOf(alert), age(Date.parse(alert.raised_at), now)), acknowledge];
  }

  #drawDevice(id) {
    const device = this.#desk.devices.find(id);
    if (!device) {
      return [named(id), detail(device === null ? 'There is no such device any more.' : 'device')];
    }
    return [deviceGlyph(device), deviceLink(id, this.#desk.devices.nameOf(id), {class: 'name'}),
      detail(device.addresses[0], plain(device.vendor, 64), stateWord(device).toLowerCase())];
  }

  #drawScan(id) {
    const run = this.#scans.find(id);
    if (!run) {
      return [named(id), detail(run === null ? 'There is no such scan any more.' : 'scan')];
    }
    const title = `Scan of ${plain(run.target, 128) || 'all ticked networks'}`;
    const cancel = this.#scans.mayCancel(run) && button('Cancel', () => this.#desk.deeds.try(() => this.#scans.cancel(id)),
      {'aria-label': `Cancel: ${title}`});
    if (cancel) {
      allow(cancel, this.#desk.deeds.whyNot());
    }
    const state = scanStates[run.status];
    return [named(title), run.status === 'RUNNING'
      ? detail(state, percent(Math.floor(run.progress))) : detail(state, plural(run.devices, 'device', 'devices')), cancel];
  }

  #drawMetric(id) {
    const href = hashOf({kind: 'chart', name: id});
    return [make('a', {class: 'name', href}, make('bdi', {}, measureOf(id).title)), detail('chart')];
  }

  /** One that is over is asked for, once. Undefined: not known yet; null: there is none. */
  #alert(id) {
    const {alerts, link} = this.#desk;
    const known = alerts.find(id);
    if (!known && alerts.isKnown && !this.#past.has(id) && link.state === 'live') {
      this.#past.set(id, undefined);
      link.ask('alerts.get', {id}).then(({alert}) => alert, () => null).then((alert) => {
        this.#past.set(id, alert);
        this.dispatchEvent(new Event('change'));
      });
    }
    return known ?? this.#past.get(id);
  }
}
