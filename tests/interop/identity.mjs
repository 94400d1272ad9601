// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in by every door: one-time codes, sign-ins that end from afar, forged tokens, and a storm of bad passwords.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import {once} from 'node:events';
import http from 'node:http';
import test, {after, before} from 'node:test';

import {codeOf} from './support/authenticator.mjs';
import {account, Belfry} from './support/belfry.mjs';
import {Console} from './support/console.mjs';
import {socketIo, webSocket} from './support/modules.mjs';

const WebSocket = webSocket();
const io = socketIo();
const omar = {username: 'omar', email: 'omar@example.org', password: 'mossy lantern quiet'};
let belfry;
let dana;
let admin;

before(async () => {
  belfry = await Belfry.start({args: ['--max-connections', '3000']});
  dana = await belfry.login();
  admin = await Console.open(belfry, dana);
  const {error} = await admin.ask('identity.users.add',
                                  {username: omar.username, password: omar.password, email: omar.email, role: 'viewer'});
  assert.equal(error, undefined);
});

after(async () => {
  admin?.close();
  await belfry?.remove();
});

/** {status, body} of a request from an address of this machine; the status is 'cut' where the server hung up. */
function request(path, {headers = {}, body, address} = {}) {
  return new Promise((resolve) => {
    const sent = http.request(belfry.url + path, {
      method: body === undefined ? 'GET' : 'POST', headers, localAddress: address, agent: false,
    }, (answer) => {
      let text = '';
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => resolve({status: answer.statusCode, body: text}));
      answer.on('error', () => resolve({status: 'cut'}));
    });
    sent.on('error', () => resolve({status: 'cut'}));
    sent.end(body);
  });
}

const json = (path, fields, address) =>
  request(path, {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(fields), address});
const form = (path, fields, address) =>
  request(path, {headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: String(new URLSearchParams(fields)), address});

/** An access token; each test comes from an address of its own, of which only so many sign-ins a minute are taken. */
async function signIn({username, password}, address) {
  const {status, body} = await json('/api/v1/auth/login', {username, password}, address);
  assert.equal(status, 200, body);
  return JSON.parse(body).access_token;
}

/** Every shape a sign-in has: how it is sent, where its token is, what its refusal is called. */
const shapes = {
  own: [(user, otp, address) => json('/api/v1/auth/login', {username: user.username, password: user.password, ...otp}, address),
        (body) => body.access_token, (body) => body.error.message],
  OPMAS: [(user, otp, address) => form('/api/v1/auth/login', {username: user.username, password: user.password, ...otp}, address),
          (body) => body.access_token, (body) => body.detail],
  Everyst: [(user, otp, address) => json('/api/auth/login/', {username: user.username, password: user.password, ...otp}, address),
            (body) => body.access, (body) => body.detail],
  departments: [(user, otp, address) => json('/api/auth/login', {email: user.email, password: user.password, ...otp}, address),
                (body) => body.token, (body) => body.message],
  ThreatLens: [(user, otp, address) => json('/auth/login', {username: user.username, password: user.password, ...otp}, address),
               (body) => body.token.token, (body) => body.message],
};

for (const [name, [send, tokenIn, refusalIn]] of Object.entries(shapes)) {
  test(`a protected account needs a code, and each is good once: ${name}`, async () => {
    const address = `127.0.3.${1 + Object.keys(shapes).indexOf(name)}`;
    const user = {username: `user-${name}`, email: `${name}@example.org`, password: omar.password};
    const added = await admin.ask('identity.users.add', {...user, role: 'viewer'});
    assert.equal(added.error, undefined);
    const own = await Console.open(belfry, await signIn(user, address));
    const begun = (await own.ask('identity.otp.begin', {password: user.password})).reply;
    assert.equal(new URL(begun.uri).pathname, `/Belfry:${user.username}`);
    const [code, other] = (await own.ask('identity.otp.confirm', {otp: codeOf(begun.secret)})).reply.recovery_codes;
    own.close();
    const without = await send(user, {}, address);
    assert.equal(without.status, 401);
    assert.match(refusalIn(JSON.parse(without.body)), /one-time code/);
    const answer = await send(user, {otp: code}, address);
    assert.equal(answer.status, 200, answer.body);
    const token = tokenIn(JSON.parse(answer.body));
    assert.equal((await request('/api/v1/me', {headers: {Authorization: `Bearer ${token}`}})).status, 200);
    assert.equal((await send(user, {otp: code}, address)).status, 401);
    // Whoever guesses waits, also for the next that is right.
    assert.equal((await send(user, {otp: other}, address)).status, 429);
    const reset = await admin.ask('identity.users.otp.remove', {username: user.username});
    assert.equal(reset.error, undefined);
    assert.equal((await send(user, {}, `127.0.4.${address.split('.')[3]}`)).status, 200);
  });
}

/** Asks until there is an answer; for what takes its time by design, as a full queue. */
async function waitFor(ask) {
  for (let turn = 0; turn < 300; ++turn) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error('It never came');
}

test('a sign-in that is ended from afar closes what it opened', async () => {
  const token = await signIn(omar, '127.0.5.1');
  const socket = io(belfry.url, {auth: {token}, transports: ['websocket'], forceNew: true, reconnection: false});
  const raw = new WebSocket(`${belfry.url.replace('http', 'ws')}/ws?token=${token}`);
  await Promise.all([once(socket, 'connect'), once(raw, 'open')]);
  const {sign_ins: known} = (await admin.ask('identity.sessions.list', {username: 'omar'})).reply;
  const mine = known[0];
  assert.equal(mine.username, 'omar');
  assert.equal(mine.address, '127.0.5.1');
  const closed = Promise.all([once(socket, 'disconnect'), once(raw, 'close')]);
  const begin = performance.now();
  assert.deepEqual((await admin.ask('identity.sessions.revoke', {id: mine.id})).reply, {});
  const [, [code]] = await closed;
  assert.equal(code, 1008); // as ThreatLens ends what is not signed in
  assert.ok(performance.now() - begin < 10_000, 'and not when it next speaks');
  assert.equal((await fetch(`${belfry.url}/api/v1/me`, {headers: {Authorization: `Bearer ${token}`}})).status, 401);
});

const base64 = (text) => Buffer.from(text).toString('base64url');
const mark = (key, head, claims) => {
  const part = `${base64(head)}.${base64(claims)}`;
  return `${part}.${crypto.createHmac('sha256', key).update(part).digest('base64url')}`;
};

/** Tokens that must not let anybody in (threat model, JWT). */
function forgeries(good) {
  const [head, claims, signature] = good.split('.');
  const said = JSON.parse(Buffer.from(claims, 'base64url'));
  const withHead = (text) => `${base64(text)}.${claims}.${signature}`;
  return {
    'alg none': `${base64('{"alg":"none","typ":"JWT"}')}.${claims}.`,
    'alg nOnE': `${base64('{"alg":"nOnE","typ":"JWT"}')}.${claims}.`,
    'no signature': `${head}.${claims}`,
    'empty signature': `${head}.${claims}.`,
    'key empty': mark('', '{"alg":"HS256","typ":"JWT"}', JSON.stringify(said)),
    'key secret': mark('secret', '{"alg":"HS256","typ":"JWT"}', JSON.stringify(said)),
    'RS256 header': withHead('{"alg":"RS256","typ":"JWT"}'),
    'kid path': withHead('{"alg":"HS256","typ":"JWT","kid":"../../../dev/null"}'),
    'kid SQL': withHead('{"alg":"HS256","typ":"JWT","kid":"\' OR 1=1"}'),
    'jku': withHead('{"alg":"HS256","typ":"JWT","jku":"http://127.0.0.1:1/keys"}'),
    'crit': withHead('{"alg":"HS256","typ":"JWT","crit":["exp"]}'),
    'alg twice': withHead('{"alg":"none","alg":"HS256","typ":"JWT"}'),
    'role raised': `${head}.${base64(JSON.stringify({...said, role: 'admin'}))}.${signature}`,
    'end moved': `${head}.${base64(JSON.stringify({...said, exp: 9999999999}))}.${signature}`,
    'padded': `${good}==`,
    'trailing bits': `${good.slice(0, -1)}${good.at(-1) === 'A' ? 'B' : 'A'}`,
    'nested': base64(good),
    'API token': `bft_${base64(crypto.randomBytes(44))}`,
    'not a token': 'null',
  };
}

test('no forged token opens any door, and all are refused alike', async () => {
  const viewer = await signIn(omar, '127.0.5.2');
  const place = belfry.url.replace('http', 'ws');
  const sentences = new Set();
  for (const [name, token] of Object.entries(forgeries(viewer))) {
    for (const namespace of ['/', '/everyst', '/departments', '/auraos']) {
      const socket = io(belfry.url + namespace, {auth: {token}, transports: ['websocket'], forceNew: true, reconnection: false});
      const [error] = await Promise.race([once(socket, 'connect_error'), once(socket, 'connect').then(() => [null])]);
      socket.close();
      assert.ok(error, `${name} at ${namespace}`);
      sentences.add(error.message);
    }
    for (const door of ['/console', '/ws', '/api/v1/ws/devices', '/api/v1/ws/agents', '/api/v1/ws/rules', '/api/v1/ws/system']) {
      const socket = new WebSocket(`${place}${door}?token=${encodeURIComponent(token)}`);
      socket.on('error', () => {});
      const [code] = await once(socket, 'close');
      assert.equal(code, door === '/ws' ? 1008 : 4001, `${name} at ${door}`);
    }
    for (const path of ['/api/v1/me', '/metrics']) {
      const answer = await fetch(belfry.url + path, {headers: {Authorization: `Bearer ${token}`}});
      assert.equal(answer.status, 401, `${name} at ${path}`);
    }
  }
  assert.equal(sentences.size, 1, 'nobody learns what was wrong with it');
});

test('a token of a megabyte costs nobody but its sender', async () => {
  const huge = 'a'.repeat(1000000);
  const healthy = await Console.open(belfry, dana);
  const answers = [];
  for (const headers of [{Authorization: `Bearer ${huge}`}, {Cookie: `belfry_access=${huge}`}]) {
    answers.push((await request('/api/v1/me', {headers})).status);
  }
  answers.push((await request(`/api/v1/me?token=${huge}`)).status);
  assert.deepEqual(answers.filter((answer) => ![431, 414, 400, 'cut'].includes(answer)), []);
  const socket = io(belfry.url, {auth: {token: huge}, transports: ['websocket'], forceNew: true, reconnection: false});
  const [reason] = await Promise.race([once(socket, 'connect_error'), once(socket, 'disconnect'), once(socket, 'connect').then(() => ['connected'])]);
  socket.close();
  assert.notEqual(reason, 'connected');
  const refused = await healthy.ask('identity.authenticate', {token: 'a'.repeat(900000)});
  assert.equal(refused.error.code, 'invalid');
  assert.equal((await healthy.ask('identity.whoami')).reply.username, account.username);
  healthy.close();
});

test('a thousand bad sign-ins at once lock nobody out and disturb nobody', async () => {
  const watching = await Console.open(belfry, dana);
  const socket = io(`${belfry.url}/everyst`, {auth: {token: dana}, transports: ['websocket'], forceNew: true, reconnection: false});
  await once(socket, 'connect');
  let isLost = false;
  socket.on('disconnect', () => { isLost = true; });
  const heard = [];
  watching.onEvent(({event, payload}) => event === 'automation.app.updated' && heard.push(payload.app_id));
  await watching.ask('session.subscribe', {topics: ['automation.app.updated']});

  // Each from one of twenty addresses, some for people there are, some for nobody.
  const storm = Array.from({length: 1000}, (_, i) =>
    json('/api/v1/auth/login', {username: ['dana', 'omar', `nobody${i}`][i % 3], password: `wrong password ${i}`},
         `127.0.1.${1 + i % 20}`));
  const facts = Array.from({length: 50}, (_, i) => `app-${i}`);
  for (const id of facts) {
    assert.equal((await admin.ask('automation.app.set', {app_id: id, status: 'active'})).error, undefined);
  }
  const answers = (await Promise.all(storm)).map((each) => each.status);
  assert.deepEqual(answers.filter((answer) => answer !== 401 && answer !== 429), []);
  assert.ok(answers.includes(401) && answers.includes(429));
  // Who knows the password comes in from where nobody guesses; the queue of passwords may still be full.
  await waitFor(async () => (await json('/api/v1/auth/login', account, '127.0.2.1')).status === 200);
  // Facts come before answers.
  assert.equal((await watching.ask('identity.whoami')).reply.username, account.username);
  assert.deepEqual(heard, facts);
  assert.equal(isLost, false);
  const trail = (await admin.ask('audit.read', {actions: ['sign_in'], outcome: 'failed', limit: 1000})).reply.records;
  assert.ok(trail.length > 0 && trail.length < 400, `${trail.length} records for a thousand tries`);
  socket.close();
  watching.close();
});

test('a view is limited to departments, and narrowed to those that are followed', async () => {
  for (const id of ['dept123', 'dept124']) {
    const {error} = await admin.ask('usage.departments.set', {id, name: `Department ${id}`, networks: [`10.0.${id.slice(-1)}.0/24`]});
    assert.equal(error, undefined);
  }
  const analytics = (department) => belfry.post('/api/v1/events', {
    topic: 'usage.analytics',
    payload: {department_id: department, active_users: 25, top_websites: [{domain: 'github.com', visits: 150}],
              bandwidth: {current: 1048576, trend: 'increasing'}, timestamp: new Date().toISOString()},
  }, {Authorization: `Bearer ${dana}`});
  const listen = async (token) => {
    const socket = io(`${belfry.url}/departments`, {auth: {token}, transports: ['websocket'], forceNew: true, reconnection: false});
    socket.heard = [];
    socket.on('analytics:update', ({departmentId}) => socket.heard.push(departmentId));
    await once(socket, 'connect');
    return socket;
  };
  const ask = (socket, word, data) => socket.timeout(10000).emitWithAck(word, data);
  const publish = async (...ids) => {
    for (const id of ids) {
      assert.equal((await analytics(id)).status, 200);
    }
  };

  const all = await listen(dana);
  await publish('dept123', 'dept124');
  assert.equal((await ask(all, 'analytics:subscribe', 'dept124')).success, true);
  assert.deepEqual(all.heard, ['dept123', 'dept124']);
  await publish('dept123', 'dept124');
  const newest = await ask(all, 'analytics:request', {});
  assert.deepEqual(newest.analytics.map((each) => each.departmentId), ['dept123', 'dept124']);
  assert.deepEqual(all.heard, ['dept123', 'dept124', 'dept124']);

  assert.equal((await admin.ask('identity.users.departments', {username: 'omar', departments: ['dept123']})).error, undefined);
  const limited = await listen(await signIn(omar, '127.0.5.3'));
  await publish('dept123', 'dept124');
  const refused = await ask(limited, 'analytics:subscribe', 'dept124');
  assert.equal(refused.success, false);
  assert.match(refused.error, /limited to other departments/);
  assert.equal((await ask(limited, 'analytics:request', {departmentId: 'dept124'})).success, false);
  assert.deepEqual((await ask(limited, 'analytics:request', {})).analytics.map((each) => each.departmentId), ['dept123']);
  assert.deepEqual(limited.heard, ['dept123']);
  all.close();
  limited.close();
});

test('a security incident raises an alert for those who may see its department', async () => {
  const ears = await Console.open(belfry, dana);
  await ears.ask('session.subscribe', {topics: ['alerts.raised']});
  const raised = ears.nextEvent('alerts.raised');
  const incident = {department_id: 'dept123', severity: 9, type: 'unusual_traffic', source: '192.0.2.5', details: '<b>much</b>',
                    timestamp: new Date().toISOString()};
  const answer = await belfry.post('/api/v1/events', {topic: 'security.incident', payload: incident}, {Authorization: `Bearer ${dana}`});
  assert.equal(answer.status, 200);
  const {payload, priority} = await raised;
  assert.equal(payload.alert_type, 'security');
  assert.equal(payload.severity, 9);
  assert.equal(priority, 9);
  assert.equal(payload.message, incident.details);
  assert.match(payload.title, /dept123.*unusual_traffic/);
  ears.close();
});
