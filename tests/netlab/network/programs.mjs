// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of others: where they are, how one is run to its end, and how one is kept running in a network of the lab.
import {execFile, spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const tools = path.resolve(here, '../../../build/tools');

// Daemons that must not be installed lie in build/tools (see unpack_tool in packaging/debian.sh).
export const environment = {
  ...process.env,
  PATH: `${tools}/bin:${process.env.PATH}:/usr/sbin:/sbin`,
  LD_LIBRARY_PATH: `${tools}/lib`,
  LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', MIBS: '', SNMPCONFPATH: '/run/lab',
};

export const python = '/usr/bin/python3';
export const script = (name) => path.join(here, name);

export function programPath(name) {
  return environment.PATH.split(':').map((folder) => path.join(folder, name)).find((place) => fs.existsSync(place));
}

/** The condition holds, or it is said what did not come true. */
export async function until(what, holds, seconds = 90) {
  for (const deadline = Date.now() + seconds * 1000; ; await sleep(50)) {
    const found = await holds();
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`Not within ${seconds} s: ${what}`);
    }
  }
}

/** {code, out, err}; it may fail, which is for the caller to judge. */
export function run(program, args, {input = '', net, timeout = 120000} = {}) {
  const [first, ...others] = net ? ['ip', 'netns', 'exec', net, program, ...args] : [program, ...args];
  return new Promise((resolve, reject) => {
    const child = execFile(first, others.map(String), {env: environment, timeout, maxBuffer: 64 << 20}, (error, out, err) =>
      typeof error?.code === 'string' ? reject(error) : resolve({code: error ? error.code ?? -1 : 0, out, err}));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** As run, and what it printed; failure is an error. */
export async function output(program, args, options) {
  const {code, out, err} = await run(program, args, options);
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${err}${out}`);
  }
  return out;
}

/** A program that runs in a network until it is killed, with all that it has started. */
export class Daemon {
  said = '';

  constructor(net, program, args, env = {}) {
    this.name = `${path.basename(program)} of ${net}`;
    // A session of its own, so that its children can be killed with it. `ip netns exec` becomes the program.
    this.child = spawn('ip', ['netns', 'exec', net, program, ...args],
                       {env: {...environment, ...env}, detached: true, stdio: ['pipe', 'pipe', 'pipe']});
    this.child.on('error', (error) => { this.said += error.message; });
    this.child.stderr.on('data', (part) => { this.said = (this.said + part).slice(-20000); });
    this.child.stdin.on('error', () => {});
    this.ended = new Promise((resolve) => { this.child.once('close', resolve); });
  }

  get isRunning() { return this.child.exitCode === null && this.child.signalCode === null; }

  /** Waits until it listens: `protocol` is tcp or udp, as /proc/net has it. */
  listens(protocol, port) {
    const wanted = new RegExp(`:${port.toString(16).toUpperCase().padStart(4, '0')} [0-9A-F]+:0000 0[7A]`);
    return this.until(`listens on ${protocol} ${port}`, () => {
      try {
        return ['', '6'].some((six) => wanted.test(fs.readFileSync(`/proc/${this.child.pid}/net/${protocol}${six}`, 'latin1')));
      } catch {
        return false; // its network is not there any more, and neither is it
      }
    });
  }

  until(what, holds) {
    return until(`${this.name} ${what}`, () => {
      if (!this.isRunning) {
        throw new Error(`${this.name} ended with ${this.child.exitCode ?? this.child.signalCode}:\n${this.said}`);
      }
      return holds();
    });
  }

  async kill() {
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
    await this.ended;
  }
}
