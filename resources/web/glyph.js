// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes that tell severities and presence apart without any colour.

import {make} from './dom.js';

const circle = 'M1 8a7 7 0 1 1 14 0a7 7 0 1 1-14 0Z';
const shapes = {
  critical: ['M14.8 10.8L10.8 14.8H5.2L1.2 10.8V5.2L5.2 1.2H10.8L14.8 5.2Z', 'M8 4.4V8.4M8 11.5h.01'],
  high: ['M8 1.2L15.2 14.4H.8Z', 'M8 6V9.1M8 12.2h.01'],
  medium: ['M8 .8L15.2 8 8 15.2 .8 8Z', 'M8 4.6V8.2M8 11.3h.01'],
  low: ['M4.5 1.5h7a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3Z', 'M4.9 6.7L8 9.8l3.1-3.1'],
  info: [circle, 'M8 7.6V11.3M8 4.8h.01'],
  ok: [circle, 'M4.8 8.3L7.1 10.6 11.3 5.9'],
  away: [circle, 'M5 8h6'],
};
const overlays = {tick: 'M10.9 13.1l1.7 1.7 3-3.6', silenced: 'M10.9 14.2h4.4l-.8-1.2v-1.4a1.4 1.4 0 0 0-2.8 0V13ZM10.4 10.2l5.4 5.4'};
const presences = {online: 'M1 5a4 4 0 1 1 8 0a4 4 0 1 1-8 0Z', away: 'M5 1a4 4 0 0 0 0 8Z', busy: 'M3 5h4', offline: ''};

/** A severity's shape; `isOutline` for what somebody looks after, `overlay` "tick" or "silenced". */
export function glyph(kind, {isOutline = false, overlay = ''} = {}) {
  const [shape, mark] = shapes[kind];
  const look = `glyph ${kind}${isOutline ? ' outline' : ''}`;
  return make('svg', {class: look, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true'},
    make('path', {class: 'shape', d: shape}), make('path', {class: 'mark', d: mark}),
    overlay && make('circle', {class: 'ground', cx: 13, cy: 13, r: 4.4}),
    overlay && make('path', {class: 'overlay', d: overlays[overlay]}));
}

export const presenceWords = {online: 'online', away: 'away', busy: 'busy', offline: 'offline'};

/** How somebody is here: a full, half, barred or empty circle. */
export function presence(status) {
  const words = {role: 'img', 'aria-label': presenceWords[status]};
  return make('svg', {class: `presence ${status}`, viewBox: '0 0 10 10', width: 10, height: 10, ...words},
    make('circle', {class: 'ring', cx: 5, cy: 5, r: 4}), make('path', {class: 'inside', d: presences[status]}));
}
