// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed sample of OPMAS' contract, as it is printed.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, afterEach, before} from 'node:test';

import {Page, snippetsOf, startPrinted} from '../support/page.mjs';

const snippets = snippetsOf(new URL('opmas.md', import.meta.url));
const timestamp = '2024-01-01T12:00:00.000Z';
let belfry;

/** [heading, how the page names it, [type, subject, topic, data]…]: the events of the document's list. */
const endpoints = [
  ['Device Updates', 'Device update:', [
    ['device.status_update', 'devices.d-7c.status', 'network.device.status', {device_id: 'd-7c', is_online: false, last_seen: timestamp, status_change: 'offline'}],
    ['device.config_change', 'devices.d-7c.config', 'network.device.configured', {device_id: 'd-7c', changes: [{field: 'os', from: 'Linux 5', to: 'Linux 6'}], timestamp}],
    ['device.error', 'devices.d-7c.error', 'network.device.failed', {device_id: 'd-7c', code: 'paper_jam', message: 'The printer reports a paper jam.', timestamp}],
  ]],
  ['Agent Updates', 'Agent update:', [
    ['agent.status_update', 'agents.agent_123.status', 'automation.agent.status', {agent_id: 'agent_123', status: 'processing', data: {progress: 75}, timestamp}],
    ['agent.task_complete', 'agents.agent_123.task', 'automation.agent.task.completed', {agent_id: 'agent_123', task_id: 't-5', status: 'completed', result: {progress: 100}, duration: 83, timestamp}],
    ['agent.error', 'agents.agent_123.error', 'automation.agent.failed', {agent_id: 'agent_123', code: 'unreachable', message: 'It has not reported for 30 s.', timestamp}],
  ]],
  ['Rule Updates', 'Rule update:', [
    ['rule.execution_start', 'rules.rule_7.start', 'automation.rule.started', {execution_id: 'x-90', rule_id: 'rule_7', trigger: 'schedule', started_at: timestamp}],
    ['rule.execution_complete', 'rules.rule_7.complete', 'automation.rule.completed', {execution_id: 'x-90', rule_id: 'rule_7', status: 'completed', duration: 0.25, events_evaluated: 1200, matches: 1, errors: 0, completed_at: timestamp}],
    ['rule.triggered', 'rules.rule_7.triggered', 'automation.rule.triggered', {rule_id: 'rule_7', rule_name: 'Many failed sign-ins', kind: 'metric', state: 'firing', severity: 7, confidence: 0.9, value: 12, threshold: 10, message: '12 failed sign-ins.', timestamp,
      group: {source: 'web-1'}, evidence: [{at: timestamp, source: 'web-1', name: 'sessions.failed', value: 12, word: '', readings: 1}], tags: {team: 'north'}, first_seen: timestamp, count: 3}],
  ]],
  ['System Updates', 'System update:', [
    ['system.alert', 'system.dana.alert', 'alerts.raised', {id: 'a-9', title: 'High memory usage', message: '94 % of the memory is in use.', alert_type: 'system', severity: 7, source: 'host', created_at: timestamp}],
  ]],
];

const [[, , deviceEvents]] = endpoints;
/** The message of an event as the document's envelope has it. */
const messageOf = ([type, subject, , data]) => ({type, subject, data});
const publish = ([, , topic, data]) => belfry.publish(topic, data);

before(async () => { belfry = await startPrinted(); });
afterEach(() => Page.endAll());
after(() => belfry?.remove());

test('no printed snippet is missing here', () => {
  assert.deepEqual([...snippets.keys()], ['Authentication', 'Device Updates', 'Agent Updates', 'Rule Updates',
    'System Updates', 'Best Practices', 'Best Practices 2', 'Best Practices 3', 'Example Implementation']);
});

test('Authentication', async () => {
  const page = new Page(belfry).run(snippets.get('Authentication'));
  await page.next('opened');
  const heard = once(page.value('ws'), 'message');
  await publish(deviceEvents[0]);
  assert.deepEqual(JSON.parse((await heard)[0]), messageOf(deviceEvents[0]));
});

for (const [heading, name, events] of endpoints) {
  test(heading, async () => {
    const page = new Page(belfry).run(snippets.get(heading));
    await page.next('opened');
    for (const event of events) {
      await publish(event);
      const [, message] = await page.next('log', (said, {type}) => said === name && type === event[0]);
      assert.deepEqual(message, messageOf(event));
    }
  });
}

test('System Updates, of this server itself', async () => {
  const page = new Page(belfry).run(snippets.get('System Updates'));
  await Promise.all(['system.metrics', 'system.status'].map(async (wanted) => { // the latter within 30 s
    const [, message] = await page.next('log', (said, {type}) => type === wanted);
    assert.deepEqual(Object.keys(message).sort(), ['data', 'subject', 'type']);
    assert.match(message.subject, /^system\.[\w-]+\.\w+$/);
  }));
});

test('Heartbeat', async () => {
  const page = new Page(belfry).run(snippets.get('Authentication')).run(snippets.get('Best Practices 2'));
  const [ws] = await page.next('opened');
  page.value('setupHeartbeat(ws)');
  const [{act, ms}] = page.intervals;
  assert.equal(ms, 30000);
  for (let i = 0; i < 3; ++i) {
    const heard = once(ws, 'message');
    act();
    const {type, subject, data} = JSON.parse((await heard)[0]);
    assert.deepEqual([type, subject], ['pong', 'session.pong']);
    assert.ok(Math.abs(Date.parse(data.timestamp) - Date.now()) < 60000);
  }
  ws.close();
  assert.equal((await page.next('closed'))[0], 1005, 'as the client closed');
  assert.ok(page.has('clearInterval'));
});

test('Error Handling', async () => {
  const page = new Page(belfry);
  page.run('const ws = new WebSocket("ws://localhost:8000/api/v1/ws/nothing");').run(snippets.get('Best Practices 3'));
  assert.equal((await page.next('error'))[0], 'WebSocket error:');
});

test('Reconnection Strategy, with a token that is too old and through a restart', async () => {
  let refreshed = 0;
  const refreshToken = async () => { ++refreshed; return belfry.token; };
  const page = new Page(belfry, {token: 'too.old', given: {refreshToken}}).run(snippets.get('Best Practices'));
  page.value('connectWebSocket()');
  await page.next('closed', (code) => code === 4001);
  await page.next('opened', () => refreshed === 1);
  await page.next('opened', () => page.value('token') === belfry.token);
  await belfry.stop();
  assert.equal((await page.next('closed'))[0], 1001, 'going away');
  await belfry.launch();
  const [ws] = await page.next('opened');
  const heard = once(ws, 'message');
  await publish(deviceEvents[0]);
  assert.deepEqual(JSON.parse((await heard)[0]), messageOf(deviceEvents[0]));
});

test('Example Implementation, with a token that is too old and through a restart', async () => {
  const page = new Page(belfry, {functions: ['heard']}).run(snippets.get('Example Implementation'));
  page.run(`
    const client = new OPMASWebSocket('ws://localhost:8000/api/v1/ws/devices', 'too.old');
    const {handleMessage} = client;
    client.handleMessage = (data) => { handleMessage.call(client, data); heard(data); };
    client.refreshToken = async () => { client.token = token; };
    client.connect();`);
  const works = async () => {
    await page.logged('WebSocket connected');
    page.intervals.at(-1).act();
    const [pong] = await page.next('heard', ({type}) => type === 'pong');
    assert.equal(pong.subject, 'session.pong');
    await publish(deviceEvents[0]);
    const [message] = await page.next('heard', ({type}) => type === 'device.status_update');
    assert.deepEqual(message, messageOf(deviceEvents[0]));
  };
  await page.next('closed', (code) => code === 4001);
  // The first is the refused one's: a connection is accepted before it is told why not.
  await page.logged('WebSocket connected');
  await works();
  await belfry.stop();
  await page.next('closed', (code) => code === 1001);
  await belfry.launch();
  await works();
  assert.equal(page.value('client.reconnectAttempts'), 0);
  page.value('client.maxReconnectAttempts = 0; client.disconnect();');
  await page.next('closed');
});
