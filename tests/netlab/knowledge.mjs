// SPDX-License-Identifier: GPL-3.0-or-later
// What Belfry knows of the network of network.mjs, and how long one waits until it does.
import {demand} from '../interop/support/waiting.mjs';

export {demand, seen} from '../interop/support/waiting.mjs';

/** Devices by their names in the lab. */
export async function devicesByName(network, client) {
  const {devices: list} = await demand(client, 'network.devices.list', {limit: 1000});
  const byAddress = new Map(list.flatMap((device) => device.addresses.map((address) => [address, device])));
  return new Map(network.nodes.filter(({name}) => network.address(name))
    .map(({name}) => [name, byAddress.get(network.address(name))]).filter(([, device]) => device));
}
