// SPDX-License-Identifier: GPL-3.0-or-later
// What Belfry knows of the network of network.mjs, and how long one waits until it does.
import assert from 'node:assert/strict';

/** Waits until `find` gives something; `what` is what was waited for, or tells it. */
export async function seen(what, find, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `not seen within ${seconds} s: ${typeof what === 'function' ? await what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The reply to a command that has to succeed. */
export async function demand(client, command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}

/** Devices by their names in the lab. */
export async function devicesByName(network, client) {
  const {devices: list} = await demand(client, 'network.devices.list', {limit: 1000});
  const byAddress = new Map(list.flatMap((device) => device.addresses.map((address) => [address, device])));
  return new Map(network.nodes.filter(({name}) => network.address(name))
    .map(({name}) => [name, byAddress.get(network.address(name))]).filter(([, device]) => device));
}
