// SPDX-License-Identifier: GPL-3.0-or-later
// What tests wait for, and what has to succeed.
import assert from 'node:assert/strict';

/** Waits until `find` gives something; `what` is what was waited for, or tells it. */
export async function seen(what, find, seconds = 90, pause = 50) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `not seen within ${seconds} s: ${typeof what === 'function' ? await what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The reply to a command that has to succeed. */
export async function demand(client, command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}

/** The error of a command that must not. */
export async function refused(client, command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(error, `${command}: ${JSON.stringify(reply)}`);
  return error;
}
