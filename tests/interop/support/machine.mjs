// SPDX-License-Identifier: GPL-3.0-or-later
// This machine as its kernel tells it, to hold readings against.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

/** {total, available} bytes of main memory. */
export function memory() {
  const text = fs.readFileSync('/proc/meminfo', 'utf8');
  const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]) * 1024;
  return {total: bytes('MemTotal'), available: bytes('MemAvailable')};
}

/** Counters of all interfaces but the loopback, added up. */
export function traffic() {
  const sum = {bytes_received: 0, packets_received: 0, bytes_sent: 0, packets_sent: 0};
  for (const row of fs.readFileSync('/proc/net/dev', 'utf8').trim().split('\n').slice(2)) {
    const [name, ...numbers] = row.trim().split(/[:\s]+/);
    if (name !== 'lo') {
      const n = numbers.map(Number);
      sum.bytes_received += n[0];
      sum.packets_received += n[1];
      sum.bytes_sent += n[8];
      sum.packets_sent += n[9];
    }
  }
  return sum;
}

/** {busy, all}: how the processors spent their time since the start, in ticks. */
export function processor() {
  const [user, nice, system, idle, wait, irq, soft, steal] =
    fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  const busy = user + nice + system + irq + soft + steal;
  return {busy, all: busy + idle + wait};
}

/** What the kernel says now, to hold later readings against. */
export const kernel = () => ({traffic: traffic(), memory: memory(), processor: processor()});

/** The share of the processors that was busy since an earlier `processor()`, in percent. */
export function busyShare(before) {
  const now = processor();
  return (now.busy - before.busy) / Math.max(1, now.all - before.all) * 100;
}

/** Keeps every other processor busy while `act` runs, which is given the least share in percent that this makes.
 *  Whatever else runs comes on top, so that what must be seen is seen on a busy machine, too. */
export async function underLoad(act) {
  const count = Math.ceil(os.cpus().length / 2);
  const burners = Array.from({length: count}, () => spawn(process.execPath, ['-e', 'for (;;);'], {stdio: 'ignore'}));
  try {
    return await act(count / os.cpus().length * 100);
  } finally {
    burners.forEach((burner) => burner.kill('SIGKILL'));
  }
}

/** Fails unless `part` of `whole` is no further than `share` of `whole` from `expected`. */
export function near(part, expected, whole, share, what) {
  assert.ok(Math.abs(part - expected) <= whole * share, `${what}: ${part}, but the kernel says ${expected}`);
}

/** Fails unless `used` lies between what the kernel said before and what it says now; programs that come and go
 *  meanwhile may use a twentieth of all. */
export function assertMemory(used, before) {
  const now = memory();
  const [least, most] = [before, now].map(({total, available}) => total - available).sort((a, b) => a - b);
  const slack = now.total / 20;
  assert.ok(used >= least - slack && used <= most + slack, `memory used: ${used} is not between ${least} and ${most}`);
}

/** Fails unless the four blocks say what the kernel says; `before` is an earlier `kernel()`. */
export function assertTrue(reading, before) {
  const root = fs.statfsSync('/');
  assert.equal(reading.memory.total, memory().total);
  assertMemory(reading.memory.used, before.memory);
  near(reading.memory.usage_percent, reading.memory.used / reading.memory.total * 100, 100, 0.001, 'memory share');
  assert.equal(reading.disk.total, root.blocks * root.bsize);
  near(reading.disk.used, (root.blocks - root.bfree) * root.bsize, reading.disk.total, 0.02, 'disk used');
  assert.ok(reading.cpu.usage_percent >= 0 && reading.cpu.usage_percent <= 100, 'cpu share');
  assert.equal(reading.cpu.load.length, 3);
  assert.ok(reading.cpu.temperature === null || typeof reading.cpu.temperature === 'number');
  const after = traffic();
  for (const [name, value] of Object.entries(before.traffic)) {
    assert.ok(reading.network[name] >= value && reading.network[name] <= after[name],
      `${name}: ${reading.network[name]} is not between ${value} and ${after[name]}`);
  }
  assert.match(reading.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
}
