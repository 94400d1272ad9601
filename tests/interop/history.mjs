// SPDX-License-Identifier: GPL-3.0-or-later
// A restart keeps the history and shows the gap as a gap; a killed server loses at most a second of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Belfry} from './support/belfry.mjs';
import {Console} from './support/console.mjs';

/** Start moments of the recorded seconds, ms. */
async function recorded(client, from) {
  const {reply} = await client.ask('metrics.history', {
    names: ['memory.used'], from: new Date(from).toISOString(), to: new Date(Date.now() + 5000).toISOString(), points: 1000,
  });
  assert.equal(reply.bucket, 1);
  return reply.series[0].points.map(([at]) => at);
}

/** The recorded seconds as soon as `holds` is true of them. */
async function recordedUntil(client, from, holds, what) {
  const patience = Date.now() + 60000;
  for (;;) {
    const points = await recorded(client, from);
    if (holds(points)) {
      return points;
    }
    assert.ok(Date.now() < patience, `${what}: only ${points.length} seconds are recorded`);
    await client.nextEvent('metrics.sampled');
  }
}

const listening = async (belfry) => {
  const client = await Console.open(belfry, await belfry.login());
  await client.ask('session.subscribe', {topics: ['metrics.sampled']});
  return client;
};

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`history outlives ${signal}, and the time without a server is a gap`, async () => {
    const belfry = await Belfry.start();
    try {
      const began = Date.now() - 60000;
      const earlier = await listening(belfry);
      const known = await recordedUntil(earlier, began, (points) => points.length >= 6, 'before the end');
      earlier.close();
      const endedAt = Date.now();
      await belfry.stop(signal);
      const stoppedAt = Date.now();
      // A gap is seen where a whole second is missing.
      await new Promise((resolve) => { setTimeout(resolve, 2000); });
      const launchedAt = Date.now();
      await belfry.launch();
      const later = await listening(belfry);
      const points = await recordedUntil(later, began, (all) => all.some((at) => at >= launchedAt - 1000), 'after it');
      later.close();
      // A second that is recorded begins up to a second before its reading; a killed server may lose one.
      const lost = known.filter((at) => at < endedAt - 2000 && !points.includes(at));
      assert.deepEqual(lost, [], 'recorded seconds are gone');
      const within = points.filter((at) => at > stoppedAt && at < launchedAt - 1000);
      assert.deepEqual(within, [], 'readings in a time without a server');
    } finally {
      await belfry.remove();
    }
  });
}
