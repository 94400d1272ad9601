// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a program: around its own server, and on another Belfry by --connect.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import {account, Belfry, freePort, plainEnvironment, program, run, temporaryFolder} from './support/belfry.mjs';
import {Console} from './support/console.mjs';

const offscreen = (home) => ({
  QT_QPA_PLATFORM: 'offscreen', XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home,
});

const hasXvfb = spawnSync('Xvfb', ['-help'], {stdio: 'ignore'}).error === undefined;

/** Runs `act` with the DISPLAY of an X server that ends afterwards. */
async function onDisplay(act) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
                       {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const ended = once(server, 'close');
  try {
    const [number] = await Promise.race([once(server.stdio[3], 'data'), ended.then(() => [''])]);
    assert.match(String(number), /^\d+/, 'Xvfb does not start');
    await act(`:${String(number).trim()}`);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function until(what, holds) {
  for (let tries = 0; tries < 900; ++tries) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`it never happened: ${what}`);
}

test('--connect shows another Belfry: it signs in, listens, and leaves in order', async () => {
  const belfry = await Belfry.start();
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  try {
    const passwordFile = path.join(home, 'password');
    fs.writeFileSync(passwordFile, `${account.password}\n`, {mode: 0o600});
    const window = spawn(program, ['--connect', `ws://127.0.0.1:${belfry.port}`, '--user', account.username,
                                   '--password-file', passwordFile], {env: plainEnvironment(offscreen(home))});
    const ended = new Promise((resolve) => { window.on('close', (code) => resolve(code)); });
    const client = await Console.open(belfry, await belfry.login());
    const clients = async () => (await client.ask('session.server')).reply.clients;
    await until('the window is a client', async () => await clients() === 2);
    window.kill('SIGTERM');
    assert.equal(await ended, 0);
    await until('the window has gone', async () => await clients() === 1);
    client.close();
  } finally {
    await belfry.remove();
    fs.rmSync(home, {recursive: true, force: true});
  }
});

test('--connect with a wrong password ends with 8', async () => {
  const belfry = await Belfry.start();
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  try {
    const refused = await run(['--connect', `127.0.0.1:${belfry.port}`, '--user', 'dana', '--password-file', '-'],
                              {input: 'not the password\n', env: offscreen(home)});
    assert.equal(refused.code, 8, refused.err);
    assert.ok(refused.err.trim(), 'says nothing');
  } finally {
    await belfry.remove();
    fs.rmSync(home, {recursive: true, force: true});
  }
});

test('--connect by TLS: a stranger is refused, a fingerprint lets it in, and is remembered', async () => {
  const belfry = await Belfry.start();
  const [, fingerprint] = await belfry.says(/Certificate fingerprint \(SHA-256\): (\S+)/);
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  const arguments_ = ['--connect', `https://127.0.0.1:${belfry.port}`, '--user', account.username, '--password-file', '-'];
  const options = {input: `${account.password}\n`, env: offscreen(home)};
  try {
    const stranger = await run(arguments_, options);
    assert.equal(stranger.code, 8, stranger.err);
    assert.ok(stranger.err.includes(fingerprint), stranger.err);
    const other = fingerprint.replace(/^../, (pair) => (pair === '00' ? '01' : '00'));
    const wrong = await run([...arguments_, '--fingerprint', other], options);
    assert.equal(wrong.code, 8, wrong.err);
    assert.ok(wrong.err.includes(fingerprint) && wrong.err.includes(other), wrong.err);

    const client = await Console.open(belfry, await belfry.login());
    const clients = async () => (await client.ask('session.server')).reply.clients;
    for (const more of [['--fingerprint', fingerprint], []]) {
      const window = spawn(program, [...arguments_, ...more], {env: plainEnvironment(offscreen(home))});
      const ended = new Promise((resolve) => { window.on('close', (code) => resolve(code)); });
      window.stdin.end(options.input);
      await until('the window is a client', async () => await clients() === 2);
      window.kill('SIGTERM');
      assert.equal(await ended, 0);
      await until('the window has gone', async () => await clients() === 1);
    }
    client.close();
    const plain = await run(['--connect', `http://127.0.0.1:${belfry.port}`, ...arguments_.slice(2)], options);
    assert.equal(plain.code, 8, plain.err);
    assert.ok(plain.err.includes('encrypted connection before'), plain.err);
  } finally {
    await belfry.remove();
    fs.rmSync(home, {recursive: true, force: true});
  }
});

test('--connect to a server that is silent ends by SIGTERM', async () => {
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  const silent = net.createServer();
  try {
    await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const passwordFile = path.join(home, 'password');
    fs.writeFileSync(passwordFile, 'whatever it is\n', {mode: 0o600});
    const window = spawn(program, ['--connect', `127.0.0.1:${silent.address().port}`, '--user', 'dana',
                                   '--password-file', passwordFile], {env: plainEnvironment(offscreen(home))});
    const ended = new Promise((resolve) => { window.on('close', (code, by) => resolve(by ?? code)); });
    const [socket] = await once(silent, 'connection');
    window.kill('SIGTERM');
    assert.equal(await ended, 0);
    socket.destroy();
  } finally {
    silent.close();
    fs.rmSync(home, {recursive: true, force: true});
  }
});

test('the window serves while it is open, and ends in order', async () => {
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  const port = await freePort();
  const window = spawn(program, ['--listen', `127.0.0.1:${port}`], {env: plainEnvironment(offscreen(home))});
  const ended = new Promise((resolve) => { window.on('close', (code) => resolve(code)); });
  try {
    await until('it answers', () => fetch(`http://127.0.0.1:${port}/health`).then((answer) => answer.ok, () => false));
    assert.ok((await (await fetch(`http://127.0.0.1:${port}/`)).text()).includes('<html'));
  } finally {
    window.kill('SIGTERM');
    assert.equal(await ended, 0);
    fs.rmSync(home, {recursive: true, force: true});
  }
});

/** A data directory whose database is damaged. */
function damagedData(home) {
  const folder = path.join(home, 'data');
  fs.mkdirSync(folder, {mode: 0o700});
  fs.writeFileSync(path.join(folder, 'belfry.db'), Buffer.alloc(65536, 'not a database '));
  return folder;
}

test('without a screen nobody is asked about a damaged database', async () => {
  const home = temporaryFolder();
  fs.chmodSync(home, 0o700);
  try {
    const {code, err} = await run(['--listen', `127.0.0.1:${await freePort()}`, '--data-dir', damagedData(home)],
                                  {env: offscreen(home)});
    assert.equal(code, 5, err);
    assert.match(err, /belfry\.db/);
  } finally {
    fs.rmSync(home, {recursive: true, force: true});
  }
});

test('on an X display a failed start is told on stderr, without a box', {skip: !hasXvfb && 'there is no Xvfb'}, () =>
  onDisplay(async (display) => {
    const home = temporaryFolder();
    fs.chmodSync(home, 0o700);
    try {
      const {QT_QPA_PLATFORM: _, ...folders} = offscreen(home);
      const {code, err} = await run(['--listen', `127.0.0.1:${await freePort()}`, '--data-dir', '/proc/belfry'],
                                    {env: {...folders, DISPLAY: display}});
      assert.equal(code, 5, err);
      assert.match(err, /\/proc\/belfry/);
    } finally {
      fs.rmSync(home, {recursive: true, force: true});
    }
  }));

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  test(`on an X display the window ends in order by ${signal}`, {skip: !hasXvfb && 'there is no Xvfb'}, () =>
    onDisplay(async (display) => {
      const home = temporaryFolder();
      fs.chmodSync(home, 0o700);
      const port = await freePort();
      const {QT_QPA_PLATFORM: _, ...folders} = offscreen(home);
      const window = spawn(program, ['--listen', `127.0.0.1:${port}`],
                           {env: plainEnvironment({...folders, DISPLAY: display})});
      const ended = new Promise((resolve) => { window.on('close', (code, by) => resolve(by ?? code)); });
      let err = '';
      window.stderr.on('data', (part) => { err += part; });
      try {
        await until('it answers',
                    () => fetch(`http://127.0.0.1:${port}/health`).then((answer) => answer.ok, () => false));
      } finally {
        window.kill(signal);
        assert.equal(await ended, 0, err);
        fs.rmSync(home, {recursive: true, force: true});
      }
    }));
}
