// SPDX-License-Identifier: GPL-3.0-or-later
// What people read for a device.

import {make} from '../dom.js';
import {exact, plain} from '../format.js';
import {glyph} from '../glyph.js';

const shapes = {up: 'ok', down: 'high', unreachable: 'medium'};
const words = {up: 'Up', down: 'Down', unreachable: 'Unreachable', away: 'Away', unknown: 'State not known'};

export const linkTo = (id) => `#/devices/${encodeURIComponent(id)}`;
export const deviceGlyph = ({state}) => glyph(shapes[state] ?? 'away');
export const stateWord = ({state}) => words[state] ?? plain(state, 64);
export const nameOf = (device) => plain(device.name || device.hostname || device.addresses[0] || device.id, 128);

/** Puts the shape of a state where it is to be, unless it is there. */
export function showState(place, state) {
  if (place.dataset.state !== state) {
    place.dataset.state = state;
    place.replaceChildren(deviceGlyph({state}));
  }
}

/** Its name as a link to it. */
export const deviceLink = (id, name, attributes = {}) => make('a', {href: linkTo(id), ...attributes}, make('bdi', {}, name));

/** What lists know of a device as [name, value]; what is not known is left out. */
export function factsOf(device) {
  const when = (text) => text && exact(Date.parse(text));
  return [['Kind', device.device_type !== 'unknown' && plain(device.device_type, 64)], ['Addresses', device.addresses.slice(0, 8).join(', ')],
    ['MAC', device.mac_address], ['Vendor', plain(device.vendor, 128)], ['System', plain(device.os, 128)],
    ['Owner', plain(device.owner, 128)], ['Last seen', when(device.last_seen)], ['First seen', when(device.first_seen)]]
    .filter(([, value]) => value);
}
