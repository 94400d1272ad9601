// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line promises: exit codes, the user command, an orderly end.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';

import {account, Belfry, freePort, run, temporaryFolder} from './support/belfry.mjs';

/** Runs `act` with a folder that goes away afterwards. */
async function inFolder(act) {
  const folder = temporaryFolder();
  try {
    return await act(folder);
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

async function withBelfry(options, act) {
  const belfry = await Belfry.start(options);
  try {
    await act(belfry);
  } finally {
    await belfry.remove();
  }
}

const headless = async (folder) => ['--headless', '--listen', `127.0.0.1:${await freePort()}`, '--data-dir', folder];

test('--version and --help are answered with 0', async () => {
  const version = await run(['--version']);
  assert.equal(version.code, 0);
  assert.match(version.out, /\d+\.\d+\.\d+/);
  const help = await run(['--help']);
  assert.equal(help.code, 0);
  for (const option of ['--listen', '--data-dir', '--headless', '--connect', '--allow-plaintext']) {
    assert.ok(help.out.includes(option), option);
  }
});

test('a bad option or value ends with 2 and names it', async () => {
  for (const args of [['--no-such-option'], ['--headless', '--listen', 'nowhere:port'], ['emperor'],
                      ['--headless', '--listen', '127.0.0.1:99999'], ['--print-asyncapi', 'klingon']]) {
    const {code, out, err} = await run(args);
    assert.equal(code, 2, `${args}: ${out}${err}`);
    assert.ok(err.trim().length > 10, `${args} says nothing`);
    assert.equal(out, '', `${args}`);
  }
});

test('without a display it says so in one line and ends with 2', () => inFolder(async (folder) => {
  const holder = net.createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const unused = holder.address().port;
  holder.close();
  await once(holder, 'close');
  const displays = [undefined, '', ':59000', 'nonsense', ':'];
  if (unused > 6000) {
    displays.push(`127.0.0.1:${unused - 6000}`);
  }
  for (const display of displays) {
    const {code, err} = await run(['--data-dir', folder], {env: display === undefined ? {} : {DISPLAY: display}});
    assert.equal(code, 2, `DISPLAY=${display}: ${err}`);
    assert.match(err, /^belfry: No display found\. Use --headless to run only the server\.$/m);
  }
}));

test('a taken port ends with 4 and is named', () => inFolder(async (folder) => {
  const holder = net.createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const {port} = holder.address();
  const {code, err} = await run(['--headless', '--listen', `127.0.0.1:${port}`, '--data-dir', folder]);
  holder.close();
  assert.equal(code, 4);
  assert.ok(err.includes(String(port)), err);
}));

test('a data directory that cannot be one ends with 5', () => inFolder(async (folder) => {
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, 'no directory');
  for (const place of [file, path.join(file, 'below'), '/proc/belfry']) {
    const {code, err} = await run(await headless(place));
    assert.equal(code, 5, `${place}: ${err}`);
    assert.ok(err.includes(place), err);
  }
}));

test('a corrupt database without a copy ends with 5', () => inFolder(async (folder) => {
  const belfry = await Belfry.start({dataDir: folder});
  await belfry.stop();
  for (const name of fs.readdirSync(folder)) {
    if (/^belfry\.db-/.test(name)) {
      fs.rmSync(path.join(folder, name));
    }
  }
  fs.rmSync(path.join(folder, 'copies'), {recursive: true, force: true});
  fs.writeFileSync(path.join(folder, 'belfry.db'), Buffer.alloc(65536, 'not a database '));
  const {code, err} = await run(await headless(folder));
  assert.equal(code, 5, err);
  assert.match(err, /belfry\.db/);
}));

test('a database of a newer program ends with 5 and stays as it was', () => inFolder(async (folder) => {
  const belfry = await Belfry.start({dataDir: folder});
  await belfry.stop();
  const file = path.join(folder, 'belfry.db');
  const data = fs.readFileSync(file);
  data.writeUInt32BE(9999, 60);  // user_version in the header of an SQLite file
  fs.writeFileSync(file, data);
  const {code, err} = await run(await headless(folder));
  assert.equal(code, 5, err);
  assert.match(err, /newer/);
  assert.ok(fs.readFileSync(file).equals(data));
}));

test('a second program on the same data ends with 6', () => withBelfry({admin: false}, async (belfry) => {
  const {code, err} = await run(await headless(belfry.dataDir));
  assert.equal(code, 6, err);
}));

test('SIGTERM and SIGINT end it with 0, and what was stored is there again', async () => {
  const belfry = await Belfry.start();
  try {
    assert.deepEqual(await belfry.stop('SIGTERM'), {code: 0, signal: null}, belfry.err);
    await belfry.launch();
    assert.ok(await belfry.login());
    assert.ok(!belfry.out.includes('Set-up token'), 'an administrator exists');
    assert.deepEqual(await belfry.stop('SIGINT'), {code: 0, signal: null}, belfry.err);
  } finally {
    await belfry.remove();
  }
});

test('a hang-up ends it with 0', async () => {
  const belfry = await Belfry.start({admin: false});
  try {
    assert.deepEqual(await belfry.stop('SIGHUP'), {code: 0, signal: null}, belfry.err);
  } finally {
    await belfry.remove();
  }
});

test('user add works without a server, and the account signs in afterwards', () => inFolder(async (folder) => {
  const args = ['user', 'add', account.username, '--role', 'admin', '--password-stdin', '--data-dir', folder];
  const added = await run(args, {input: `${account.password}\n`});
  assert.equal(added.code, 0, added.err);
  const again = await run(args, {input: `${account.password}\n`});
  assert.notEqual(again.code, 0);
  assert.match(again.err, /taken/);
  await withBelfry({dataDir: folder, admin: false}, async (belfry) => {
    assert.ok(await belfry.login());
    assert.ok(!belfry.out.includes('Set-up token'));
  });
}));

test('user add and passwd work while the server runs', () => withBelfry({}, async (belfry) => {
  const omar = {username: 'omar', password: 'nine loud ravens at dawn'};
  const added = await run(['user', 'add', 'omar', '--role', 'viewer', '--password-stdin', '--data-dir', belfry.dataDir],
                          {input: `${omar.password}\n`});
  assert.equal(added.code, 0, added.err);
  assert.ok(await belfry.login(omar));
  const unprotected = await run(['user', 'otp-off', 'omar', '--data-dir', belfry.dataDir]);
  assert.deepEqual([unprotected.code, unprotected.out, unprotected.err], [0, '', '']);
  const unknown = await run(['user', 'otp-off', 'nobody', '--data-dir', belfry.dataDir]);
  assert.deepEqual([unknown.code, unknown.err], [2, 'belfry: There is no account nobody.\n']);
  const changed = await run(['user', 'passwd', 'omar', '--password-stdin', '--data-dir', belfry.dataDir],
                            {input: 'four new herons by noon\n'});
  assert.equal(changed.code, 0, changed.err);
  assert.ok(await belfry.login({username: 'omar', password: 'four new herons by noon'}));
  await assert.rejects(belfry.login(omar), /401/);
}));

test('user add refuses a weak password and an unknown role', () => inFolder(async (folder) => {
  for (const [role, password] of [['viewer', 'qzxwvk'], ['viewer', 'password1234'], ['emperor', 'nine loud ravens at dawn']]) {
    const {code, err} = await run(['user', 'add', 'omar', '--role', role, '--password-stdin', '--data-dir', folder],
                                  {input: `${password}\n`});
    assert.notEqual(code, 0, `${role}, ${password}`);
    assert.ok(err.trim(), 'says nothing');
    assert.ok(!err.includes(password), 'repeats the password');
  }
}));

test('the environment sets what the command line does not, and the command line wins', () => inFolder(async (folder) => {
  const [first, second] = [await freePort(), await freePort()];
  const env = {BELFRY_HEADLESS: '1', BELFRY_LISTEN: `127.0.0.1:${first}`, BELFRY_DATA_DIR: folder};
  const belfry = new Belfry();
  Object.assign(belfry, {dataDir: folder, env, args: []});
  await belfry.launch();
  assert.match(belfry.out, new RegExp(`Listening on http://127\\.0\\.0\\.1:${first}\\b`));
  await belfry.stop();
  belfry.args = ['--listen', `127.0.0.1:${second}`];
  await belfry.launch();
  assert.match(belfry.out, new RegExp(`Listening on http://127\\.0\\.0\\.1:${second}\\b`));
  assert.ok(!belfry.out.includes(`:${first}`));
  await belfry.stop();
}));

test('--max-connections counts the clients of all ports together', async () => {
  const second = await freePort();
  await withBelfry({args: ['--listen', `127.0.0.1:${second}=departments`, '--max-connections', '3']}, async (belfry) => {
    const admin = {Authorization: `Bearer ${await belfry.login()}`};
    const knock = async (port, headers = {}) =>
      (await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, {headers})).status;
    assert.deepEqual([await knock(belfry.port), await knock(second), await knock(belfry.port)], [200, 200, 200]);
    for (const port of [belfry.port, second]) {
      assert.equal(await knock(port), 403);
      assert.equal(await knock(port, {Authorization: 'Bearer x'}), 403);
      assert.equal(await knock(port, admin), 200, 'an administrator is let in');
    }
  });
});

test('the set-up token is used once', () => withBelfry({admin: false}, async (belfry) => {
  const [, token] = await belfry.says(/Set-up token: (\S+) \(valid until .+\)/);
  assert.equal((await (await fetch(`${belfry.url}/api/v1/setup`)).json()).needed, true);
  assert.ok((await belfry.post('/api/v1/setup', {token: 'wrong', ...account})).status >= 400);
  assert.ok((await belfry.post('/api/v1/setup', {token, ...account, password: 'short'})).status >= 400);
  assert.ok((await belfry.post('/api/v1/setup', {token, ...account})).ok);
  assert.ok((await belfry.post('/api/v1/setup', {token, username: 'eve', password: account.password})).status >= 400);
  assert.equal((await (await fetch(`${belfry.url}/api/v1/setup`)).json()).needed, false);
}));

test('a relative --data-dir reaches the server that runs on it', () => withBelfry({}, async (belfry) => {
  const listed = await run(['user', 'list', '--data-dir', path.relative(process.cwd(), belfry.dataDir)]);
  assert.equal(listed.code, 0, listed.err);
  assert.ok(listed.out.includes(account.username), listed.out);
}));

test('a bad value in the configuration ends with 3 and names the line', () => inFolder(async (folder) => {
  const file = path.join(folder, 'belfry.conf');
  fs.writeFileSync(file, '# doors\nheadless = maybe\n');
  const bad = await run(['--check-config', '--config', file]);
  assert.equal(bad.code, 3, bad.err);
  assert.ok(bad.err.includes(`${file}:2: `), bad.err);
  const absent = path.join(folder, 'absent.conf');
  for (const how of [[['--check-config', '--config', absent]], [['--check-config'], {env: {BELFRY_CONFIG: absent}}]]) {
    const {code, err} = await run(...how);
    assert.equal(code, 3, err);
    assert.ok(err.includes(absent), err);
  }
  const variable = await run(['--check-config'], {env: {BELFRY_MAX_CONNECTIONS: 'many'}});
  assert.equal(variable.code, 2, variable.err);
  assert.match(variable.err, /BELFRY_MAX_CONNECTIONS/);
}));

test('user commands but add refuse a directory without data, and leave nothing there', () => inFolder(async (folder) => {
  const typo = path.join(folder, 'typo');
  for (const words of [['list'], ['disable', 'dana'], ['enable', 'dana'], ['passwd', 'dana', '--password-stdin']]) {
    const {code, out, err} = await run(['user', ...words, '--data-dir', typo], {input: `${account.password}\n`});
    assert.equal(code, 5, `${words}: ${err}`);
    assert.equal(err, `belfry: There is no Belfry data in ${typo}.\n`);
    assert.equal(out, '');
    assert.ok(!fs.existsSync(typo), `${words} made the directory`);
  }
}));

test('a user command on a damaged or locked database ends with 5 or 6', () => inFolder(async (folder) => {
  const belfry = await Belfry.start({dataDir: folder});
  fs.rmSync(path.join(folder, 'control.sock'));
  const locked = await run(['user', 'list', '--data-dir', folder]);
  await belfry.stop();
  assert.equal(locked.code, 6, locked.err);
  const file = path.join(folder, 'belfry.db');
  const data = fs.readFileSync(file);
  data.writeUInt32BE(9999, 60);  // user_version in the header of an SQLite file
  fs.writeFileSync(file, data);
  const newer = await run(['user', 'list', '--data-dir', folder]);
  assert.equal(newer.code, 5, newer.err);
}));

test('a key or set-up token that cannot be written ends with 5', () => inFolder(async (folder) => {
  for (const name of ['token.key', 'setup-token']) {
    const place = path.join(folder, name);
    fs.mkdirSync(path.join(place, name, 'in the way'), {recursive: true});
    const {code, err} = await run(await headless(place));
    assert.equal(code, 5, `${name}: ${err}`);
    assert.ok(err.includes(name), err);
  }
}));
