// SPDX-License-Identifier: GPL-3.0-or-later
// ThreatLens' WebSocket at /ws and /ws/{client_id}, as its document tells it, with the client that is printed there.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {webSocket} from './support/modules.mjs';

const WebSocket = webSocket();
const open = [];
let belfry;
let token;

// --- the document's client, as it is printed -----------------------------------------------------------------------
class WebSocketClient {
  constructor(url) {
    this.url = url;
    this.reconnectAttempts = 0;
    this.maxReconnectAttempts = 5;
    this.reconnectDelay = 1000;
  }
  
  connect() {
    this.ws = new WebSocket(this.url);
    
    this.ws.onopen = () => {
      console.log('Connected to WebSocket');
      this.reconnectAttempts = 0;
    };
    
    this.ws.onclose = () => {
      console.log('WebSocket connection closed');
      this.handleReconnect();
    };
    
    this.ws.onerror = (error) => {
      console.error('WebSocket error:', error);
    };
    
    this.ws.onmessage = (event) => {
      const message = JSON.parse(event.data);
      this.handleMessage(message);
    };
  }
  
  handleReconnect() {
    if (this.reconnectAttempts < this.maxReconnectAttempts) {
      this.reconnectAttempts++;
      setTimeout(() => {
        console.log(`Reconnecting... (${this.reconnectAttempts}/${this.maxReconnectAttempts})`);
        this.connect();
      }, this.reconnectDelay * this.reconnectAttempts);
    }
  }
  
  subscribe(eventTypes) {
    this.send({
      type: 'subscribe',
      data: { event_types: eventTypes }
    });
  }
  
  send(message) {
    if (this.ws && this.ws.readyState === WebSocket.OPEN) {
      this.ws.send(JSON.stringify(message));
    }
  }
}
// ---------------------------------------------------------------------------------------------------------------------

const address = (server, path) => `${server.url.replace('http', 'ws')}${path}`;

function connect(path, {server = belfry, headers = {}} = {}) {
  const socket = new WebSocket(address(server, path), {headers});
  socket.heard = [];
  socket.closedWith = new Promise((resolve) => {
    socket.on('close', (code, reason) => resolve({code, reason: reason.toString()}));
  });
  socket.on('message', (data) => {
    const text = data.toString();
    socket.heard.push(text.startsWith('{') ? JSON.parse(text) : {type: `raw ${text}`});
    socket.emit('heard');
  });
  socket.on('error', () => {});
  open.push(socket);
  return socket;
}

/** The next message of this type; those before it are dropped. */
async function hear(socket, type) {
  for (;;) {
    while (socket.heard.length) {
      const message = socket.heard.shift();
      if (message.type === type) {
        return message;
      }
    }
    await Promise.race([once(socket, 'heard'), socket.closedWith.then(({code}) => { throw new Error(`closed: ${code}`); })]);
  }
}

async function ask(socket, message, type) {
  socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return hear(socket, type);
}

const named = (id) => `/ws/${id}?token=${token}`;
const get = (path, headers = {}) => fetch(belfry.url + path, {headers});

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
});
after(async () => {
  open.forEach((socket) => socket.terminate());
  await belfry?.remove();
});

test('the welcome is flat and in the documented envelope, and the token comes in any of its ways', async () => {
  for (const [path, headers] of [[`/ws?token=${token}`, {}], ['/ws', {Authorization: `Bearer ${token}`}]]) {
    const welcome = await hear(connect(path, {headers}), 'connection_established');
    assert.match(welcome.client_id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(welcome.data.client_id, welcome.client_id);
    assert.equal(welcome.data.server_info.name, 'ThreatLens WebSocket Server');
    assert.equal(typeof welcome.data.server_info.version, 'string');
    assert.equal(welcome.server_info.authentication_required, true);
    assert.deepEqual(welcome.user_info, {username: 'dana', role: 'admin', permissions: ['read', 'write', 'admin']});
  }
});

for (const [name, path, code, reason] of [
  ['no token', () => '/ws', 1008, /^Authentication required/],
  ['a bad token', () => '/ws/wall-2?token=eyJhbGciOiJub25lIn0.e30.', 1008, /^Authentication failed: /],
  ['an empty id', () => named(''), 1003, /^Invalid client id/],
  ['an id of strange characters', () => named('w%C3%A4nd%202'), 1003, /^Invalid client id/],
  ['too long an id', () => named('a'.repeat(101)), 1003, /^Invalid client id/],
]) {
  test(`${name} is closed with ${code} after accepting`, async () => {
    const socket = connect(path());
    await once(socket, 'open');
    const closed = await socket.closedWith;
    assert.equal(closed.code, code);
    assert.match(closed.reason, reason);
  });
}

test('one connection too many is closed with 1013', async () => {
  const small = await Belfry.start({args: ['--guests', 'loopback', '--max-connections', '2']});
  try {
    const guests = [connect('/ws', {server: small}), connect('/ws/wall-2', {server: small})];
    const welcomes = await Promise.all(guests.map((guest) => hear(guest, 'connection_established')));
    assert.equal(welcomes[1].user_info.username, 'guest-wall-2');
    assert.equal(welcomes[1].server_info.authentication_required, false);
    assert.equal((await connect('/ws', {server: small}).closedWith).code, 1013);
    assert.equal((await ask(guests[0], 'ping', 'raw pong')).type, 'raw pong');
    guests.forEach((guest) => guest.terminate());
  } finally {
    await small.remove();
  }
});

test('what a browser client of theirs says as it is, is answered as it is', async () => {
  const socket = connect(named('browser'));
  await hear(socket, 'connection_established');
  await ask(socket, 'ping', 'raw pong');
  socket.send('pong');
  const pong = await ask(socket, {type: 'ping', data: {}}, 'pong');
  assert.equal(pong.data.client_id, 'browser');
  assert.ok(Math.abs(Date.parse(pong.data.timestamp) - Date.now()) < 60000);
});

test('a bad message is answered by an error and the connection stays', async () => {
  const socket = connect(`/ws?token=${token}`);
  await hear(socket, 'connection_established');
  for (const bad of ['{', '[]', '"ping"', '42', '{}', '{"type":"nonsense"}', '{"type":7}', '{"type":"subscribe"}',
                     '{"type":"set_filter","data":7}', 'x'.repeat(1024 * 1024)]) {
    const {data, timestamp} = await ask(socket, bad, 'error');
    assert.equal(typeof data.error, 'string', bad.slice(0, 40));
    assert.ok(Number.isFinite(Date.parse(data.timestamp)) && Number.isFinite(Date.parse(timestamp)));
  }
  const missing = await ask(socket, {type: 'subscribe', data: {}}, 'error');
  assert.equal(missing.data.error, 'Invalid subscription request: missing event_types');
  socket.send(Buffer.from([1, 2, 3]));
  await hear(socket, 'error');
  await ask(socket, {type: 'ping'}, 'pong');
});

test('what is asked twice while it is being kept is answered twice', async () => {
  const socket = connect(named('twice'));
  await hear(socket, 'connection_established');
  const subscribe = JSON.stringify({type: 'subscribe', data: {event_types: ['user_action'], replace_existing: true}});
  for (let i = 0; i < 5; ++i) {
    socket.send(subscribe);
  }
  for (let i = 0; i < 5; ++i) {
    await hear(socket, 'subscription_updated');
  }
});

test('the pages tell what is, to those who may know', async () => {
  for (const path of ['/ws/info', '/realtime/status']) {
    assert.equal((await get(path)).status, 401);
    assert.equal((await get(`${path}?token=forged`)).status, 401);
  }
  const socket = connect(named('info'), {headers: {'User-Agent': 'wall display'}});
  assert.equal((await hear(socket, 'connection_established')).client_id, 'info');
  await ask(socket, {type: 'subscribe', data: {event_types: ['user_action']}}, 'subscription_updated');
  const headers = {Authorization: `Bearer ${token}`};
  const info = await (await get('/ws/info', headers)).json();
  const client = info.connected_clients.find(({client_id}) => client_id === 'info');
  assert.deepEqual(client.subscriptions, ['user_action']);
  assert.equal(client.user_agent, 'wall display');
  assert.equal(client.last_ping, null);
  assert.ok(Math.abs(Date.parse(client.connected_at) - Date.now()) < 60000);
  assert.equal(info.active_connections, info.connected_clients.length);
  assert.equal(info.websocket_manager_stats.active_connections, info.active_connections);
  assert.equal(info.websocket_manager_stats.max_connections, 100);
  assert.ok(info.websocket_manager_stats.auth_failures >= 2);
  assert.equal(info.broadcaster_stats.throttle_rules, 0);
  const status = await (await get(`/realtime/status?token=${token}`)).json();
  assert.equal(status.manager_running, true);
  assert.equal(status.component_count, Object.keys(status.components).length);
  assert.equal(status.components.websocket_manager.connections, info.active_connections);
  assert.equal(status.components.database.status, 'healthy');
  assert.ok(status.background_tasks >= 1);
  socket.close(1000);
  assert.equal((await socket.closedWith).code, 1000);
});

test('what was answered outlives a server that is killed', async () => {
  const socket = connect(named('killed'));
  await hear(socket, 'connection_established');
  await ask(socket, {type: 'set_filter', data: {categories: ['network']}}, 'filter_updated');
  await ask(socket, {type: 'subscribe', data: {event_types: ['system_status']}}, 'subscription_updated');
  await belfry.stop('SIGKILL');
  await belfry.launch();
  const back = connect(named('killed'));
  await hear(back, 'connection_established');
  const {client_info: info} = (await ask(back, {type: 'get_status'}, 'status_response')).data;
  assert.deepEqual(info.subscriptions, ['system_status']);
  assert.deepEqual(info.filter_details.categories, ['network']);
});

test("the document's client goes on after a restart, and hears what it missed under its id", async () => {
  const heard = [];
  let told = () => {};
  const client = new WebSocketClient(address(belfry, named('wall-2')));
  client.handleMessage = (message) => { heard.push(message); told(); };
  /** The next message that `wanted` likes. */
  const next = async (wanted) => {
    for (;;) {
      while (heard.length) {
        const message = heard.shift();
        if (wanted(message)) {
          return message;
        }
      }
      await new Promise((resolve) => { told = resolve; });
    }
  };
  const said = {log: console.log, error: console.error};
  console.log = console.error = () => {};
  try {
    client.connect();
    await next(({type}) => type === 'connection_established');
    client.subscribe(['security_event', 'health_check']);
    assert.deepEqual((await next(({type}) => type === 'subscription_updated')).subscriptions, ['security_event', 'health_check']);
    client.send({type: 'set_filter', data: {max_priority: 9}});
    await next(({type}) => type === 'filter_updated');

    await belfry.stop();
    await belfry.launch();
    await next(({type}) => type === 'connection_established');
    client.send({type: 'get_status', data: {}});
    const {client_info: info} = (await next(({type}) => type === 'status_response')).data;
    assert.deepEqual(info.subscriptions, ['security_event', 'health_check']);
    assert.equal(info.filter_details.max_priority, 9);

    client.maxReconnectAttempts = 0; // it stays away for a while
    const gone = once(client.ws, 'close');
    client.ws.close();
    await gone;
    const witness = connect(`/ws?token=${token}`);
    await hear(witness, 'connection_established');
    const check = await hear(witness, 'health_check'); // within 30 s
    assert.equal(check.priority, 2);
    assert.equal(check.data.overall_status, 'healthy');
    assert.ok(check.data.components.websocket_manager.connections >= 1);
    client.connect();
    await next(({type}) => type === 'connection_established');
    const missed = await next(({type, data}) => type === 'health_check' && data.timestamp === check.data.timestamp);
    assert.equal(missed.queued, true);
    assert.ok(Number.isFinite(Date.parse(missed.queued_at)));
    assert.deepEqual(missed.data, check.data);
  } finally {
    Object.assign(console, said);
    client.maxReconnectAttempts = 0;
    client.ws.terminate();
  }
});
