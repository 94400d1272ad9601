// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed sample of the departments' contract, as it is printed.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {Console} from '../support/console.mjs';
import {memory} from '../support/machine.mjs';
import {Page, snippetsOf, startPrinted} from '../support/page.mjs';

const snippets = snippetsOf(new URL('departments.md', import.meta.url));
const clientMark = /\/\/ Client(?: Subscription|-side)\n/;
let belfry;

/** What is the server's in a snippet, and what is the client's. */
const partsOf = (heading) => snippets.get(heading).split(clientMark);

/** What a snippet shows the server emitting: [word, payload]. */
function emitted(heading) {
  let said;
  // The literals are made again by JSON, for those of another context are nobody's equals.
  new Page(belfry, {given: {socket: {emit: (...args) => { said = JSON.parse(JSON.stringify(args)); }}}}).run(partsOf(heading)[0]);
  return said;
}

/** A page that is connected as the document shows it. */
async function connected(functions = [], connection = 'Client Connection') {
  const page = new Page(belfry, {functions}).run(snippets.get(connection)).run(snippets.get('Connection Events'));
  const [, id] = await page.logged('Connected with ID:');
  assert.equal(id, page.value('socket.id'));
  return page;
}

/** The payload without what it has beyond `wanted`. */
const like = (payload, wanted) => Object.fromEntries(Object.keys(wanted).map((key) => [key, payload[key]]));

const facts = [
  ['Real-time Usage Updates', 'updateDashboard', 'usage.updated', ({departmentId, timestamp, metrics}) => ({
    department_id: departmentId, timestamp, bytes_transferred: metrics.bytesTransferred,
    active_connections: metrics.activeConnections, bandwidth_utilization: metrics.bandwidthUtilization})],
  ['Quota Alerts', 'showQuotaNotification', 'usage.quota.reached', ({departmentId, ...rest}) => ({department_id: departmentId, ...rest})],
  ['Security Incidents', 'handleSecurityIncident', 'security.incident', ({departmentId, timestamp, incident}) => ({
    department_id: departmentId, timestamp, severity: 8, ...incident})],
  ['Department Status Updates', 'updateDepartmentStatus', 'usage.department.status', ({departmentId, timestamp, status}) => ({
    department_id: departmentId, timestamp, active: status.active, connected_users: status.connectedUsers, health_score: status.healthScore})],
  ['IP Management Events', 'notifyIPBlocked', 'security.address.blocked', ({departmentId, timestamp, ip}) => ({
    department_id: departmentId, timestamp, ...ip})],
  ['Real-time Analytics Updates', 'updateAnalyticsDashboard', 'usage.analytics', ({departmentId, timestamp, metrics}) => ({
    department_id: departmentId, timestamp, active_users: metrics.activeUsers, top_websites: metrics.topWebsites, bandwidth: metrics.bandwidth})],
  ['Anomaly Detection', 'handleAnomalyDetection', 'usage.anomaly', ({departmentId, timestamp, anomaly}) => ({
    department_id: departmentId, timestamp, ...anomaly, severity: 5})],
  ['Maintenance Notifications', 'showMaintenanceNotification', 'alerts.maintenance', ({timestamp, maintenance}) => ({
    timestamp, type: maintenance.type, start_time: maintenance.startTime, duration: maintenance.duration, impact: maintenance.impact})],
  ['Error Events', 'handleSocketError', 'usage.quota.reached', ({timestamp}) => ({
    department_id: 'dept123', timestamp, type: 'exceeded', quota: {type: 'daily', used: 5368709120, limit: 5368709120, percentage: 100}})],
];

before(async () => { belfry = await startPrinted(); });
afterEach(() => Page.endAll());
after(() => belfry?.remove());

test('no printed snippet is missing here', () => {
  assert.deepEqual([...snippets.keys()], [
    'Client Connection', 'Connection Events', 'Real-time Usage Updates', 'Quota Alerts', 'Security Incidents',
    'Department Status Updates', 'IP Management Events', 'Real-time Analytics Updates', 'Anomaly Detection',
    'Health Status Updates', 'Maintenance Notifications', 'Error Events', 'Reconnection Strategy', 'Event Acknowledgments']);
});

test('Connection Events', async () => {
  await connected();
  const refused = new Page(belfry, {token: 'forged'}).run(snippets.get('Client Connection')).run(snippets.get('Connection Events'));
  const [said, message] = await refused.next('error');
  assert.equal(said, 'Connection failed:');
  assert.equal(typeof message, 'string');
});

for (const [heading, heardBy, topic, factOf] of facts) {
  test(heading, async () => {
    const [, payload] = emitted(heading);
    const page = await connected([heardBy]);
    page.run(partsOf(heading)[1]);
    await belfry.publish(topic, factOf(payload));
    const [heard] = await page.next(heardBy);
    // An error carries what all the contracts want of it.
    assert.deepEqual(heading === 'Error Events' ? like(heard, payload) : heard, payload);
  });
}

test('Health Status Updates', async () => {
  const [, payload] = emitted('Health Status Updates');
  const page = await connected(['updateSystemHealth']);
  page.run(partsOf('Health Status Updates')[1]);
  const [health] = await page.next('updateSystemHealth');
  const shape = (value) => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)])) : typeof value);
  const {cpu} = health.status;
  assert.ok(cpu.temperature === null || typeof cpu.temperature === 'number', 'null without a sensor');
  cpu.temperature = 0;
  assert.deepEqual(shape(health), shape(payload));
  assert.ok(cpu.usage >= 0 && cpu.usage <= 100);
  assert.equal(health.status.memory.total, memory().total);
  assert.ok(Math.abs(Date.parse(health.timestamp) - Date.now()) < 60000);
});

/** What the snippet shows the server answering: {success: true}. */
function shownAck() {
  let subscribe;
  let answer;
  new Page(belfry, {given: {socket: {on: (word, act) => { subscribe = act; }}}}).run(partsOf('Event Acknowledgments')[0]);
  subscribe('dept123', (given) => { answer = JSON.parse(JSON.stringify(given)); });
  return answer;
}

/** Makes the department that the document speaks of. */
async function makeDepartment() {
  const admin = await Console.open(belfry, belfry.token);
  const {error} = await admin.ask('usage.departments.set', {id: 'dept123', name: 'Design', networks: ['192.0.2.0/24']});
  admin.close();
  assert.equal(error, undefined);
}

test('Event Acknowledgments', async () => {
  await makeDepartment();
  const page = await connected();
  page.run(partsOf('Event Acknowledgments')[1]);
  await page.logged('Successfully subscribed');
  assert.deepEqual(await page.value('socket').emitWithAck('analytics:subscribe', 'dept123'), shownAck());
});

test('Event Acknowledgments: of two departments who subscribed to one hears that one, who did not both', async () => {
  const [heading, heardBy, topic, factOf] = facts.find(([each]) => each === 'Real-time Analytics Updates');
  const [, payload] = emitted(heading);
  const pages = [await connected([heardBy]), await connected([heardBy])];
  pages.forEach((page) => page.run(partsOf(heading)[1]));
  pages[0].run(partsOf('Event Acknowledgments')[1]);
  await pages[0].logged('Successfully subscribed');
  await belfry.publish(topic, factOf({...payload, departmentId: 'dept124'}));
  await belfry.publish(topic, factOf(payload));
  assert.deepEqual(await pages[0].next(heardBy), [payload]);
  assert.deepEqual(await pages[1].next(heardBy), [{...payload, departmentId: 'dept124'}]);
  assert.deepEqual(await pages[1].next(heardBy), [payload]);
});

test('Event Acknowledgments, of what is no department', async () => {
  const page = await connected();
  page.run(partsOf('Event Acknowledgments')[1].replace('dept123', ''));
  const [said, why] = await page.next('error');
  assert.equal(said, 'Subscription failed:');
  assert.equal(typeof why, 'string');
});

test('Reconnection Strategy, through a restart', async () => {
  const page = await connected(['updateDashboard'], 'Reconnection Strategy');
  page.run(partsOf('Real-time Usage Updates')[1]);
  const before = page.value('socket.id');
  await belfry.stop();
  assert.equal((await page.next('error'))[0], 'Connection failed:');
  await belfry.launch();
  const [, now] = await page.logged('Connected with ID:');
  assert.notEqual(now, before);
  const [heading, heardBy, topic, factOf] = facts[0];
  const [, payload] = emitted(heading);
  await belfry.publish(topic, factOf(payload));
  assert.deepEqual(await page.next(heardBy), [payload]);
  page.run(partsOf('Event Acknowledgments')[1]);
  await page.logged('Successfully subscribed');
});
