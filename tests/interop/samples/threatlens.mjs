// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed sample of ThreatLens' contract, as it is printed; but what it subscribes to waits until it is open, for
// the sample says it before, and its own `send` drops what is said too early.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {Page, snippetsOf, startPrinted} from '../support/page.mjs';

const snippets = snippetsOf(new URL('threatlens.md', import.meta.url));
const onceOpen = `
  const send = WebSocketClient.prototype.send;
  WebSocketClient.prototype.send = function (message) {
    this.ws.readyState === WebSocket.OPEN ? send.call(this, message) : this.ws.addEventListener('open', () => send.call(this, message));
  };`;
const timestamp = '2024-01-01T12:00:00.000Z';
/** The document's own example of each. */
const securityEvent = {
  event_id: 'event_123', severity: 8, category: 'authentication', source: 'auth_service', message: 'Failed login attempt detected',
  timestamp, analysis: {threat_level: 'high', confidence: 0.85},
  recommendations: ['Review user account', 'Check for brute force patterns'],
};
const systemStatus = {component: 'file_monitor', status: 'healthy', uptime: 3600.5, metrics: {files_monitored: 5, events_processed: 1250}};
const processing = {raw_log_id: 'log_456', stage: 'analysis', status: 'completed', progress: 1.0, events_created: 3, processing_time: 2.5};
let belfry;

before(async () => { belfry = await startPrinted(); });
afterEach(() => Page.endAll());
after(() => belfry?.remove());

/** A page with the sample's client, which says what it heard as `heard` too. */
function page() {
  const made = new Page(belfry, {functions: ['updateSecurityDashboard', 'updateSystemStatus', 'heard']});
  made.run(snippets.get('Automatic Reconnection')).run(onceOpen);
  made.run(`Object.defineProperty(WebSocketClient.prototype, 'handleMessage', {
      set(handle) { Object.defineProperty(this, 'handleMessage', {value: (message) => { handle(message); heard(message); }, writable: true}); },
      get() { return heard; }});`);
  return made;
}

test('no printed snippet is missing here', () => {
  assert.deepEqual([...snippets.keys()], ['Automatic Reconnection', 'Frontend Integration']);
});

test('Frontend Integration, through a restart', async () => {
  const client = page().run(snippets.get('Frontend Integration'));
  await client.logged('Connected to WebSocket');
  for (let round = 0; round < 2; ++round) {
    const [welcome] = await client.next('heard', ({type}) => type === 'connection_established');
    assert.equal(typeof welcome.data.client_id, 'string');
    assert.equal(welcome.data.server_info.name, 'ThreatLens WebSocket Server');
    const [{data: {subscriptions}}] = await client.next('heard', ({type}) => type === 'subscription_updated');
    assert.deepEqual(subscriptions, ['security_event', 'system_status']);
    const [{data: {filter}}] = await client.next('heard', ({type}) => type === 'filter_updated');
    assert.deepEqual(filter, {min_priority: 7});

    await belfry.publish('security.event', {...securityEvent, severity: 6, event_id: 'too low'});
    await belfry.publish('metrics.component', systemStatus); // of priority 3
    await belfry.publish('automation.processing', {...processing, status: 'failed'}); // of 8, but not subscribed to
    await belfry.publish('security.event', securityEvent);
    assert.deepEqual(await client.next('updateSecurityDashboard'), [securityEvent]);
    const [event] = await client.next('heard', ({type}) => type === 'security_event');
    assert.equal(event.priority, 8);
    assert.ok(Number.isFinite(Date.parse(event.timestamp)));
    await belfry.publish('metrics.component', {...systemStatus, status: 'unhealthy'});
    assert.deepEqual(await client.next('updateSystemStatus'), [{...systemStatus, status: 'unhealthy'}]);
    assert.deepEqual(client.calls.filter(([name]) => /^update/.test(name)), []);
    assert.ok(!client.has('heard', ({type}) => type === 'processing_update'));

    client.value("client.send({type: 'subscribe', data: {}})");
    const [, reason] = await client.next('error', (said, what) => typeof what === 'string'); // the others could not connect
    assert.equal(reason, 'Invalid subscription request: missing event_types');
    if (round === 1) {
      return;
    }
    await belfry.stop();
    await client.logged('WebSocket connection closed');
    await client.logged('Reconnecting... (1/5)');
    await belfry.launch();
    await client.logged('Connected to WebSocket');
    // At /ws it is somebody new each time, and says again what it wants.
    client.value("client.subscribe(['security_event', 'system_status']); client.send({type: 'set_filter', data: {min_priority: 7}})");
  }
});

test('Automatic Reconnection, under an id: what it asked for is still so after a restart', async () => {
  const client = page().run("const client = new WebSocketClient('ws://localhost:8000/ws/wall-1'); client.connect();");
  await client.logged('Connected to WebSocket');
  client.value("client.subscribe(['system_status', 'processing_update'])");
  await client.next('heard', ({type}) => type === 'subscription_updated');
  await belfry.stop();
  await client.logged('WebSocket connection closed');
  await belfry.launch();
  await client.logged('Connected to WebSocket');
  assert.equal(client.value('client.reconnectAttempts'), 0);
  await client.next('heard', ({type, client_id: id}) => type === 'connection_established' && id === 'wall-1');
  await belfry.publish('security.event', securityEvent); // not subscribed to
  await belfry.publish('metrics.component', systemStatus);
  // Belfry's own parts tell how they are doing, too.
  const [status] = await client.next('heard', ({type, data}) => type === 'system_status' && data.component === systemStatus.component);
  assert.deepEqual([status.data, status.priority], [systemStatus, 3]);
  await belfry.publish('automation.processing', processing);
  const [update] = await client.next('heard', ({type}) => type === 'processing_update');
  assert.deepEqual([{...update.data, source: undefined}, update.priority], [{...processing, source: undefined}, 5]);
  assert.ok(!client.has('heard', ({type}) => type === 'security_event'));
});
