// SPDX-License-Identifier: GPL-3.0-or-later
// What is fetched as a file of its own.

import {make} from './dom.js';
import {plain} from './format.js';

const patience = 60000;

/** The browser asks where, or puts it where it puts what is fetched. */
export function save({file_name: name, media_type: type, text}) {
  const url = URL.createObjectURL(new Blob([text], {type: `${type};charset=utf-8`}));
  make('a', {href: url, download: plain(name, 128)}).click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
}
