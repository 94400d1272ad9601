#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Does something to the network that stand.mjs keeps up, and prints what it gave: verb.mjs cut printer
import {give} from './network/orders.mjs';

/** A number or an object, if it looks so. */
function meant(word) {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}

const [verb, ...words] = process.argv.slice(2);
const {is, error} = await give(verb, words.map(meant));
if (error) {
  console.error(error);
  process.exit(1);
}
if (is !== null) {
  console.log(JSON.stringify(is));
}
