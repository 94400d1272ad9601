// SPDX-License-Identifier: GPL-3.0-or-later
// The server under test, and clients that speak to it packet by packet.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

import {webSocket} from '../interop/support/modules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = path.resolve(root, process.env.BELFRY_CONFORMANCE_BIN ?? 'build/release/bin/belfry-conformance');
const patience = 20000;

const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export const WebSocket = webSocket();

/** Runs belfry-conformance on a free port until `stop`. */
export class Subject {
  port = 0;

  static async start(...args) {
    const subject = new Subject();
    subject.args = args;
    await subject.launch();
    subject.http = `http://localhost:${subject.port}`;
    subject.ws = `ws://localhost:${subject.port}`;
    return subject;
  }

  /** Starts it; again at the same port after `stop`. */
  async launch() {
    const child = spawn(program, ['--port', this.port, ...this.args], {stdio: ['ignore', 'pipe', 'inherit']});
    this.child = child;
    running.add(child);
    this.ended = new Promise((resolve) => { child.on('close', resolve); });
    child.on('close', () => running.delete(child));
    for await (const line of readline.createInterface({input: child.stdout})) {
      [, this.port] = /^Listening on http:\/\/[\d.]+:(\d+)/.exec(line);
      return;
    }
    throw new Error(`${program} ended with ${child.exitCode}`);
  }

  stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Fails when `promise` is not kept; a lost answer is told by its name, not by the time-out of the whole run. */
export async function soon(promise, what) {
  const stopped = new AbortController();
  const late = sleep(patience, null, {signal: stopped.signal}).then(
    () => { throw new Error(`${what} did not come within ${patience} ms`); }, () => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    stopped.abort();
  }
}

/** A WebSocket whose messages wait until they are asked for. */
export class Line {
  #waiting = [];
  #asked = null;

  constructor(url) {
    this.socket = new WebSocket(url);
    this.opened = new Promise((resolve) => { this.socket.on('open', resolve); });
    this.isOver = false;
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code) => {
        this.isOver = true;
        resolve(code);
        this.#asked?.(null);
      });
    });
    this.socket.on('error', () => {});
    this.socket.on('message', (data, isBinary) => {
      const message = isBinary ? data : data.toString();
      if (this.#asked) {
        this.#asked(message);
        this.#asked = null;
      } else {
        this.#waiting.push(message);
      }
    });
  }

  static async open(url) {
    const line = new Line(url);
    await soon(line.opened, 'The WebSocket');
    return line;
  }

  /** The next message as it comes; null when the connection closed. */
  async next() {
    if (this.#waiting.length > 0) {
      return this.#waiting.shift();
    }
    return this.isOver ? null : soon(new Promise((resolve) => { this.#asked = resolve; }), 'A message');
  }

  /** The next message that is not a ping; pings are answered. */
  async nextButPings() {
    for (;;) {
      const message = await this.next();
      if (message !== '2') {
        return message;
      }
      this.say('3');
    }
  }

  say(...packets) { packets.forEach((packet) => this.socket.send(packet)); }

  async hears(...packets) {
    for (const packet of packets) {
      assert.deepEqual(await this.nextButPings(), packet);
    }
  }

  /** Waits for the end, whatever comes before it. */
  async isClosed() { await soon(this.closed, 'The close'); }

  close() { this.socket.terminate(); }
}

/** An Engine.IO session over polling. */
export class Polling {
  constructor(subject, mount, sid) {
    this.url = `${subject.http}${mount}?EIO=4&transport=polling&sid=${sid}`;
    this.sid = sid;
  }

  static async open(subject, mount = '/engine.io/') {
    const answer = await fetch(`${subject.http}${mount}?EIO=4&transport=polling`);
    assert.equal(answer.status, 200);
    return new Polling(subject, mount, JSON.parse((await answer.text()).slice(1)).sid);
  }

  poll() { return fetch(this.url); }

  post(body, headers = {}) { return fetch(this.url, {method: 'POST', body, headers}); }

  /** What the next poll brings, but for a ping, which is answered. */
  async hearsButPings() {
    for (;;) {
      const answer = await this.poll();
      assert.equal(answer.status, 200);
      const packets = (await answer.text()).split('\x1e');
      const rest = packets.filter((packet) => packet !== '2');
      if (rest.length < packets.length) {
        await this.says('3');
      }
      if (rest.length > 0) {
        return rest.join('\x1e');
      }
    }
  }

  async says(body) {
    const answer = await this.post(body);
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), 'ok');
  }

  /** The session is no more. */
  async isGone() { assert.equal((await this.poll()).status, 400); }
}
