// SPDX-License-Identifier: GPL-3.0-or-later
// `#/map?focus=ID,ID`: the devices somebody chose on the map, as a list.

import {find, make, write} from '../dom.js';
import {placeHere} from '../place.js';
import {linkTo, showState, stateWord} from './words.js';

export class MapList {
  #desk;
  #rows = new Map();
  #list = make('ul', {class: 'device-list'});
  #problem = make('p', {class: 'empty', role: 'status', hidden: true});
  element = find('map');
  title = 'On the map';

  /** `desk` is what lists of alerts have. */
  constructor(desk) {
    this.#desk = desk;
    this.element.append(make('div', {class: 'title'}, make('h1', {tabindex: -1}, this.title)),
      make('p', {class: 'line-of'}, 'The map itself is in Belfry’s window; here are the devices it was opened at.'),
      this.#problem, this.#list);
    desk.devices.addEventListener('change', () => this.#draw());
    desk.link.addEventListener('state', () => this.#draw());
  }

  show() {
    const place = placeHere();
    this.#rows = new Map(place?.devices.map((id) => [id, this.#row(id)]));
    this.#list.replaceChildren(...[...this.#rows.values()].map(({element}) => element));
    this.#problem.hidden = this.#rows.size > 0;
    write(this.#problem, place ? 'The link names no device.' : 'This link cannot be read: it names devices that cannot be.');
    this.#desk.devices.follow();
    this.#draw();
  }

  hide() { this.#desk.devices.leave(); }

  clear() {
    this.#rows.clear();
    this.#list.replaceChildren();
  }

  #row(id) {
    const row = {shape: make('span', {class: 'shape-of'}), name: make('bdi'), state: make('span', {class: 'stand'})};
    row.link = make('a', {class: 'name', href: linkTo(id)}, row.name);
    row.element = make('li', {}, row.shape, row.link, row.state);
    return row;
  }

  #draw() {
    if (this.element.hidden) {
      return;
    }
    const {devices, link} = this.#desk;
    for (const [id, {shape, name, state}] of this.#rows) {
      const device = devices.find(id);
      showState(shape, device?.state ?? 'unknown');
      write(name, devices.nameOf(id));
      const waits = link.state === 'live' ? 'Asking the server about it.' : 'There is no connection to the server.';
      write(state, device ? stateWord(device) : device === null ? 'This device is not known (any more).' : waits);
    }
  }
}
