// SPDX-License-Identifier: GPL-3.0-or-later
// This machine as its kernel tells it, to hold readings against.
import assert from 'node:assert/strict';
import fs from 'node:fs';

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

/** Fails unless `part` of `whole` is no further than `share` of `whole` from `expected`. */
export function near(part, expected, whole, share, what) {
  assert.ok(Math.abs(part - expected) <= whole * share, `${what}: ${part}, but the kernel says ${expected}`);
}

/** Fails unless the four blocks say what the kernel says; `before` is an earlier `traffic()`. */
export function assertTrue(reading, before) {
  const kernel = memory();
  const root = fs.statfsSync('/');
  assert.equal(reading.memory.total, kernel.total);
  near(reading.memory.used, kernel.total - kernel.available, kernel.total, 0.05, 'memory used');
  near(reading.memory.usage_percent, reading.memory.used / reading.memory.total * 100, 100, 0.001, 'memory share');
  assert.equal(reading.disk.total, root.blocks * root.bsize);
  near(reading.disk.used, (root.blocks - root.bfree) * root.bsize, reading.disk.total, 0.02, 'disk used');
  assert.ok(reading.cpu.usage_percent >= 0 && reading.cpu.usage_percent <= 100, 'cpu share');
  assert.equal(reading.cpu.load.length, 3);
  assert.ok(reading.cpu.temperature === null || typeof reading.cpu.temperature === 'number');
  const after = traffic();
  for (const [name, value] of Object.entries(before)) {
    assert.ok(reading.network[name] >= value && reading.network[name] <= after[name],
      `${name}: ${reading.network[name]} is not between ${value} and ${after[name]}`);
  }
  assert.match(reading.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
}
