// SPDX-License-Identifier: GPL-3.0-or-later
// A second program on the data of a window that runs: it hands over what it was to show, and ends.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';

import {freePort, plainEnvironment, program, run, temporaryFolder} from './support/belfry.mjs';
import {seen} from './support/waiting.mjs';

/** A window on data of its own, and whoever else is started there. */
class Home {
  folder = temporaryFolder();

  constructor() {
    fs.mkdirSync(path.join(this.folder, 'run'), {mode: 0o700});
  }

  get env() {
    return {QT_QPA_PLATFORM: 'offscreen', XDG_CONFIG_HOME: this.folder, XDG_STATE_HOME: this.folder,
      XDG_DATA_HOME: this.folder, XDG_RUNTIME_DIR: path.join(this.folder, 'run'), BELFRY_LISTEN: `127.0.0.1:${this.port}`};
  }
  get sockets() { return path.join(this.folder, 'run', 'belfry'); }
  get door() {
    const [name] = fs.existsSync(this.sockets) ? fs.readdirSync(this.sockets).filter((one) => one.startsWith('window-')) : [];
    return name && path.join(this.sockets, name);
  }
  /** The page that the window was left with. */
  get page() {
    const [, page] = /^page=(.*)$/m.exec(fs.readFileSync(path.join(this.folder, 'belfry', 'window.ini'), 'utf8')) ?? [];
    return page;
  }

  async open(args = []) {
    this.port ??= await freePort();
    this.window = spawn(program, args, {env: plainEnvironment(this.env)});
    this.err = '';
    this.window.stderr.on('data', (part) => { this.err += part; });
    this.ended = new Promise((resolve) => { this.window.on('close', (code, by) => resolve(by ?? code)); });
    await seen(() => `a window that can be rung for: ${this.err}`, () => this.answers());
  }
  answers() {
    return new Promise((resolve) => {
      if (!this.door) {
        return resolve(false);
      }
      // It may be let in before anybody listens to it; an empty line is answered.
      const socket = net.connect(this.door, () => socket.write('\n'));
      socket.on('data', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
    });
  }
  second(args = [], env = {}) { return run(args, {env: {...this.env, ...env}}); }
  async close(signal = 'SIGTERM') {
    this.window.kill(signal);
    return this.ended;
  }
  remove() {
    this.window?.kill('SIGKILL');
    fs.rmSync(this.folder, {recursive: true, force: true});
  }
}

async function atHome(act) {
  const home = new Home();
  try {
    await act(home);
  } finally {
    home.remove();
  }
}

test('a link is shown by the window that runs', () => atHome(async (home) => {
  await home.open();
  assert.equal(fs.statSync(home.door).mode & 0o77, 0);
  const {code, out, err} = await home.second(['belfry://alert/A-1'], {XDG_ACTIVATION_TOKEN: 'token-1'});
  assert.equal(code, 0, err);
  assert.equal(out + err, '');
  assert.equal(await home.close(), 0, home.err);
  assert.equal(home.page, 'alerts');
}));

test('without a link the window comes to the front, as it is', () => atHome(async (home) => {
  await home.open(['--page', 'metrics']);
  const {code, err} = await home.second();
  assert.equal(code, 0, err);
  const other = await home.second(['--page', 'attic']);
  assert.equal(other.code, 2);
  assert.match(other.err, /attic/);
  assert.equal(await home.close(), 0, home.err);
  assert.equal(home.page, 'metrics');
}));

test('whoever means another program is refused as before', () => atHome(async (home) => {
  await home.open();
  for (const args of [['--headless'], ['--listen', `127.0.0.1:${await freePort()}`], ['--theme', 'dark', 'belfry://alert/A-1']]) {
    const {code, err} = await home.second(args);
    assert.equal(code, 6, `${args}: ${err}`);
    assert.match(err, new RegExp(`process ${home.window.pid}`));
  }
  const {code, err} = await home.second(['belfry://alert/']);
  assert.equal(code, 2);
  assert.match(err, /leads to nothing/);
}));

test('a server without a window is not rung for', () => atHome(async (home) => {
  home.port = await freePort();
  home.window = spawn(program, ['--headless'], {env: plainEnvironment(home.env)});
  await once(home.window.stdout, 'data');
  const {code, err} = await home.second(['belfry://alert/A-1']);
  assert.equal(code, 6, err);
  assert.match(err, /Another Belfry/);
}));

test('what a killed window left behind is in nobody\'s way', () => atHome(async (home) => {
  await home.open();
  const left = home.door;
  assert.equal(await home.close('SIGKILL'), 'SIGKILL');
  assert.ok(fs.existsSync(left));
  await home.open(['belfry://alert/A-1']);
  assert.equal(home.door, left);
  assert.equal((await home.second(['belfry://map'])).code, 0);
  assert.equal(await home.close(), 0, home.err);
  assert.equal(home.page, 'map');
  assert.ok(!fs.existsSync(left), 'the socket is gone with its window');
}));

test('two that are started at once become one', () => atHome(async (home) => {
  home.port = await freePort();
  const both = [0, 1].map(() => spawn(program, [], {env: plainEnvironment(home.env)}));
  try {
    const began = Date.now();
    const [code, first] = await Promise.race(both.map(async (one, i) => [(await once(one, 'close'))[0], i]));
    // Who takes longer to open than the other waits is no window yet.
    assert.ok(code === 0 || (code === 6 && Date.now() - began >= 2000), `${code}`);
    home.window = both[1 - first];
    await seen('the window that is left can be rung for', () => home.answers());
    assert.equal((await home.second()).code, 0);
  } finally {
    both.forEach((one) => one.kill('SIGKILL'));
  }
}));

test('a window that hangs is not waited for', () => atHome(async (home) => {
  await home.open();
  home.window.kill('SIGSTOP');
  const began = Date.now();
  const {code, err} = await home.second(['belfry://alert/A-1']);
  assert.equal(code, 6, err);
  assert.ok(Date.now() - began >= 2000, 'it did not wait');
  home.window.kill('SIGCONT');
  await seen('it answers again', () => home.answers());
  assert.equal((await home.second(['belfry://alert/A-1'])).code, 0);
}));

test('the window outlives whatever is said at its door', () => atHome(async (home) => {
  await home.open();
  const said = (what) => new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(home.door, () => socket.write(what));
    socket.on('data', (part) => { heard += part; });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
  // Who is still writing when they are sent away may lose the word that was said to them.
  for (const what of ['x'.repeat(1 << 20), `${'x'.repeat(1 << 20)}\n`]) {
    assert.match(await said(what), /^(\{"refused":"[^"]+"\}\n)?$/);
  }
  for (const what of [Buffer.from([0, 255, 254, 10]), '\n', '{"link":"javascript:alert(1)"}\n', `{"link":"belfry://room/${'x'.repeat(9000)}"}\n`, `${'['.repeat(16000)}\n`]) {
    assert.match(await said(what), /^\{"refused":"[^"]+"\}\n$/);
  }
  const silent = Array.from({length: 30}, () => net.connect(home.door).on('error', () => {}));
  assert.equal((await home.second(['belfry://alert/A-1'])).code, 0);
  silent.forEach((one) => one.destroy());
  assert.equal(await home.close(), 0, home.err);
  assert.equal(home.page, 'alerts');
}));
