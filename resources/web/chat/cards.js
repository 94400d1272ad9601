// SPDX-License-Identifier: GPL-3.0-or-later
// What messages point to, as it is now: alerts with a link and a way to acknowledge them, devices, scans, metrics.

import {alertGlyph} from '../alerts/row.js';
import {linkOf, ownerOf, stateLine, titleOf} from '../alerts/words.js';
import {allow, button, make} from '../dom.js';
import {age, plain} from '../format.js';
import {glyph} from '../glyph.js';

const shapes = {up: 'ok', down: 'high', unreachable: 'medium', away: 'away', unknown: 'away'};
const words = {up: 'up', down: 'down', unreachable: 'unreachable', away: 'away', unknown: 'not known'};

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
      ?? [make('bdi', {class: 'name'}, plain(card.id, 128)), make('span', {class: 'detail'}, card.kind)];
    return make('div', {class: 'chat-card'}, parts);
  }

  #drawAlert(id) {
    const alert = this.#alert(id);
    if (!alert) {
      return [make('a', {class: 'name', href: linkOf(id)}, id), make('span', {class: 'detail'}, alert === null ? 'no longer kept' : 'alert')];
    }
    const now = this.#desk.clock.now();
    const acknowledge = alert.state === 'open' && button('Acknowledge', () => this.#desk.deeds.try(() => this.#desk.deeds.acknowledge(id)),
      {'aria-label': `Acknowledge ${id}`});
    if (acknowledge) {
      allow(acknowledge, this.#desk.deeds.whyNot());
    }
    return [alertGlyph(alert), make('a', {class: 'name', href: linkOf(id)}, `${id} `, make('bdi', {}, titleOf(alert))),
      make('span', {class: 'detail'}, [stateLine(alert, now), ownerOf(alert), age(Date.parse(alert.raised_at), now)].filter(Boolean).join(' · ')), acknowledge];
  }

  #drawDevice(id) {
    const device = this.#desk.devices.find(id);
    if (!device) {
      return [make('bdi', {class: 'name'}, plain(id, 128)), make('span', {class: 'detail'}, device === null ? 'There is no such device any more.' : 'device')];
    }
    return [glyph(shapes[device.state] ?? 'away'), make('bdi', {class: 'name'}, plain(this.#desk.devices.nameOf(id), 128)),
      make('span', {class: 'detail'}, [device.addresses[0], plain(device.vendor, 64), words[device.state]].filter(Boolean).join(' · '))];
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
