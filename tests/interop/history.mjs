// SPDX-License-Identifier: GPL-3.0-or-later
// A restart keeps the history and shows the gap as a gap; a killed server loses at most a second of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Belfry} from './support/belfry.mjs';
import {Console} from './support/console.mjs';

const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Start moments of the recorded seconds, ms. */
async function recorded(client, from) {
  const {reply} = await client.ask('metrics.history', {
    names: ['memory.used'], from: new Date(from).toISOString(), to: new Date(Date.now() + 5000).toISOString(), points: 1000,
  });
  assert.equal(reply.bucket, 1);
  return reply.series[0].points.map(([at]) => at);
}

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`history outlives ${signal}, and the time without a server is a gap`, async () => {
    const belfry = await Belfry.start();
    try {
      const began = Date.now() - 1000;
      await seconds(4);
      const endedAt = Date.now();
      await belfry.stop(signal);
      await seconds(3);
      await belfry.launch();
      const backAt = Date.now();
      await seconds(2.5);
      const client = await Console.open(belfry, await belfry.login());
      const points = await recorded(client, began);
      client.close();
      const before = points.filter((at) => at < endedAt);
      assert.ok(before.length >= 3, `only ${before.length} seconds are kept`);
      assert.ok(endedAt - before.at(-1) <= 2000, `${endedAt - before.at(-1)} ms were lost`);
      assert.ok(points.some((at) => at > backAt - 1000), 'nothing was recorded after the restart');
      const within = points.filter((at) => at > endedAt && at < backAt - 1000);
      assert.deepEqual(within, [], 'readings in a time without a server');
    } finally {
      await belfry.remove();
    }
  });
}
