// SPDX-License-Identifier: GPL-3.0-or-later
// The real program on a free port of the loopback, with a data directory of its own that goes away with it.
import {spawn} from 'node:child_process';
import crypto from 'node:crypto';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const program = path.resolve(root, process.env.BELFRY_BIN ?? 'build/release/bin/belfry');
export const account = {username: 'dana', password: 'seven quiet owls at dusk'};

/** A port nobody listens at, below those that connections leave from: one of these could take it meanwhile. */
export async function freePort() {
  for (;;) {
    const server = net.createServer().listen(crypto.randomInt(10_240, 32_000), '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    const {port} = server.address();
    server.close();
    await once(server, 'close');
    return port;
  }
}

export const temporaryFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-'));

/** The environment of the tests without what would change how the program starts. */
export function plainEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) =>
    !/^(BELFRY_|QT_|DISPLAY$|WAYLAND_DISPLAY$|XDG_)/.test(name));
  return {...Object.fromEntries(kept), ...extra};
}

/** Runs the program to its end: {code, signal, out, err}. `input` goes to its standard input. */
export function run(args, {input = '', env = {}, kill = 20000} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {env: plainEnvironment(env)});
    const said = {out: '', err: ''};
    const timer = setTimeout(() => child.kill('SIGKILL'), kill);
    child.stdout.on('data', (part) => { said.out += part; });
    child.stderr.on('data', (part) => { said.err += part; });
    child.on('error', reject);
    child.on('close', (code, signal) => { clearTimeout(timer); resolve({code, signal, ...said}); });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

export class Belfry {
  out = '';
  err = '';
  within = [];
  ended = null;

  /** Starts it headless; with `admin`, makes the first administrator from the printed token. `within`: words of a
   *  command that becomes the program. */
  static async start({port, args = [], dataDir, admin = true, env = {}, within = []} = {}) {
    const belfry = new Belfry();
    belfry.ownsData = !dataDir;
    belfry.dataDir = dataDir ?? temporaryFolder();
    belfry.port = port ?? await freePort();
    belfry.url = `http://127.0.0.1:${belfry.port}`;
    belfry.args = ['--headless', '--listen', `127.0.0.1:${belfry.port}`, '--data-dir', belfry.dataDir, ...args];
    belfry.env = env;
    belfry.within = within;
    try {
      await belfry.launch();
      if (admin) {
        await belfry.createAdmin();
      }
    } catch (error) {
      await belfry.remove();
      throw error;
    }
    return belfry;
  }

  async launch() {
    this.out = this.err = '';
    const [command, ...words] = [...this.within, program, ...this.args];
    this.child = spawn(command, words, {env: plainEnvironment(this.env), stdio: ['ignore', 'pipe', 'pipe']});
    this.child.stdout.on('data', (part) => { this.out += part; });
    this.child.stderr.on('data', (part) => { this.err += part; });
    this.ended = new Promise((resolve) => { this.child.on('close', (code, signal) => resolve({code, signal})); });
    process.once('exit', () => this.child.kill('SIGKILL'));
    await this.says(/Listening on \S+/);
  }

  /** Waits until standard output matches; the match. */
  async says(pattern) {
    for (;;) {
      const found = pattern.exec(this.out);
      if (found) {
        return found;
      }
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`${program} ended with ${this.child.exitCode ?? this.child.signalCode}:\n${this.out}${this.err}`);
      }
      await Promise.race([once(this.child.stdout, 'data'), this.ended]);
    }
  }

  async createAdmin() {
    const [, token] = await this.says(/Set-up token: (\S+)/);
    const answer = await this.post('/api/v1/setup', {token, ...account});
    if (!answer.ok) {
      throw new Error(`Set-up answered ${answer.status}: ${await answer.text()}\n${this.err}`);
    }
  }

  post(place, body, headers = {}) {
    return fetch(this.url + place, {
      method: 'POST', body: JSON.stringify(body), headers: {'Content-Type': 'application/json', ...headers},
    });
  }

  /** An access token. */
  async login({username, password} = account) {
    const answer = await this.post('/api/v1/auth/login', {username, password});
    if (answer.status !== 200) {
      throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`);
    }
    return (await answer.json()).access_token;
  }

  /** Stops it and says how it ended: {code, signal}. */
  async stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    const stubborn = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    const ended = await this.ended;
    clearTimeout(stubborn);
    return ended;
  }

  async remove() {
    await this.stop();
    if (this.ownsData) {
      fs.rmSync(this.dataDir, {recursive: true, force: true});
    }
  }
}
