// SPDX-License-Identifier: GPL-3.0-or-later
// What messages point to, as it is now: alerts with a link and a way to acknowledge them, devices, scans, metrics.

import {alertGlyph} from '../alerts/row.js';
import {linkOf, ownerOf, stateLine, titleOf} from '../alerts/words.js';
import {deviceGlyph, deviceLink, stateWord} from '../devices/words.js';
import {allow, button, make} from '../dom.js';
import {age, plain} from '../format.js';

const named = (name) => make('bdi', {class: 'name'}, plain(name, 128));
const detail = (...parts) => make('span', {class: 'detail'}, parts.filter(Boolean).join(' · '));

export class Cards extends EventTarget {
  #desk;
  #past = new Map();

  /** `desk` is what lists of alerts have. */
  constructor(desk) {
    super();
    this.#desk = desk;
    for (const [place, event] of [[desk.alerts, 'change'], [desk.alerts, 'reset'], [desk.devices, 'change'], [desk.link, 'state']]) {
      place.addEventListener(event, () => this.dispatchEvent(new Event('change')));
    }
  }

  clear() { this.#past.clear(); }

  /** What a card says, as a text that is another whenever it is to be drawn anew. */
  lookOf({kind, id}) {
    const now = kind === 'alert' ? this.#alert(id) : kind === 'device' ? this.#desk.devices.find(id) : '';
    return `${kind} ${id} ${now === undefined ? '' : JSON.stringify(now)} ${this.#desk.deeds.whyNot()}`;
  }

  draw(card) {
    const parts = {alert: () => this.#drawAlert(card.id), device: () => this.#drawDevice(card.id)}[card.kind]?.()
      ?? [named(card.id), detail(card.kind)];
    return make('div', {class: 'chat-card'}, parts);
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
