// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up: Belfry lives, says so, keeps showing, refuses what it cannot keep, and recovers by itself.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {Belfry, run, temporaryFolder} from './support/belfry.mjs';
import {Console} from './support/console.mjs';

const MiB = 1024 * 1024;

/** A file system of 400 MiB in memory; null where this user may not mount one. */
function smallDisk() {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', folder], {stdio: 'ignore'});
    return folder;
  } catch {
    fs.rmdirSync(folder);
    return null;
  }
}

/** Leaves `free` bytes, fewer than there are, on the disk of `folder`; 0 leaves none at all. */
function fill(folder, free) {
  const {bavail, bsize} = fs.statfsSync(folder);
  const handle = fs.openSync(path.join(folder, 'filler'), 'a');
  try {
    const block = Buffer.alloc(MiB);
    for (let left = bavail * bsize - free; left > 0; left -= block.length) {
      fs.writeSync(handle, block, 0, Math.min(left, block.length));
    }
  } catch (error) {
    assert.equal(error.code, 'ENOSPC');
  } finally {
    fs.closeSync(handle);
  }
}

test('a full disk is lived through', async (t) => {
  const disk = smallDisk();
  if (!disk) {
    t.skip('only root may mount a small disk here');
    return;
  }
  const dataDir = path.join(disk, 'data');
  fs.mkdirSync(dataDir, {mode: 0o700});
  const belfry = await Belfry.start({dataDir});
  try {
    const client = await Console.open(belfry, await belfry.login());
    const states = [];
    client.onEvent((event) => { if (event.event === 'session.storage') states.push(event.payload.state); });
    await client.ask('session.subscribe', {topics: ['session.*', 'metrics.*']});
    const becomes = async (state) => {
      for (let tries = 0; tries < 100; ++tries) {
        if ((await client.ask('session.server')).reply.storage === state) {
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.fail(`the storage never became ${state}`);
    };
    const add = (name) => run(['user', 'add', name, '--role', 'viewer', '--password-stdin', '--data-dir', dataDir],
                              {input: 'nine loud ravens at dawn\n'});
    const stillShows = async () => {
      await client.nextEvent('metrics.sampled');
      assert.ok((await client.ask('metrics.current')).reply.memory.total > 0);
      assert.ok((await client.ask('identity.users.list')).reply.users.length >= 1);
    };

    await becomes('ok');
    fill(disk, 150 * MiB);
    await becomes('low');
    assert.equal((await add('omar')).code, 0, 'below 256 MiB only readings stop');
    fill(disk, 20 * MiB);
    await becomes('full');
    const refused = await add('lee');
    assert.notEqual(refused.code, 0);
    assert.match(refused.err, /disk|space/i);
    await stillShows();
    fill(disk, 0);
    await stillShows();
    fs.rmSync(path.join(disk, 'filler'));
    await becomes('ok');
    assert.equal((await add('lee')).code, 0);
    await stillShows();
    for (const state of ['low', 'full', 'ok']) {
      assert.ok(states.includes(state), `nobody was told ${state}: ${states}`);
    }
    assert.deepEqual(await belfry.stop(), {code: 0, signal: null}, belfry.err);
  } finally {
    await belfry.remove();
    execFileSync('umount', [disk]);
    fs.rmdirSync(disk);
  }
});
