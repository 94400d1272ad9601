// SPDX-License-Identifier: GPL-3.0-or-later
// Rules raise alerts from what is measured, everybody hears of them in his own words, people see to them, and nothing of it
// is lost when the program is killed.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:net';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {socketIo, webSocket} from './support/modules.mjs';

const memory = {id: 'tried', name: 'Memory in use', condition: 'last(memory.usage[1m]) > 0', severity: 7,
                summary: '{value} % of the memory of {source} is in use.', labels: {team: 'north'}};
let belfry;
let token;
let dana;

async function ask(client, command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}

async function seen(what, find, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `not seen within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A console that keeps what it hears of these topics. */
async function ears(topics) {
  const client = await Console.open(belfry, token);
  client.heard = [];
  client.onEvent((event) => client.heard.push(event));
  await ask(client, 'session.subscribe', {topics});
  return client;
}

const raise = (id, fields = {}) => belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
  id, title: `Trouble ${id}`, message: 'Look at it.', alert_type: 'system', severity: 7, source: 'probe',
  created_at: new Date().toISOString(), ...fields}}, {Authorization: `Bearer ${token}`});
const only = async (filter) => (await ask(dana, 'alerts.list', filter)).alerts;

async function open() {
  token = await belfry.login();
  dana = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
}

before(async () => {
  belfry = await Belfry.start();
  await open();
});
after(async () => {
  dana?.close();
  await belfry?.stop();
});

test('the shipped rules are in force', async () => {
  const {rules} = await ask(dana, 'automation.rules.list');
  const ids = rules.map(({rule}) => rule.id);
  for (const id of ['memory-high', 'disk-full-soon', 'device-down', 'service-down', 'certificate-expires', 'interface-errors']) {
    assert.ok(ids.includes(id), id);
  }
  assert.deepEqual(rules.map(({fault}) => fault).filter(Boolean), []);
});

test('what a rule finds is an alert, in every tongue', async () => {
  const everyst = socketIo()(`${belfry.url}/everyst`, {auth: {token}, transports: ['websocket'], forceNew: true});
  await once(everyst, 'connect').catch(() => {});
  const WebSocket = webSocket();
  const opmas = new WebSocket(`${belfry.url.replace('http', 'ws')}/api/v1/ws/rules?token=${token}`);
  await once(opmas, 'open');
  const words = [];
  opmas.on('message', (data) => words.push(JSON.parse(data)));
  const console_ = await ears(['alerts.*', 'automation.rule.*']);
  const spoken = new Promise((resolve) => { everyst.on('alert', (alert) => alert.title.startsWith(memory.name) && resolve(alert)); });
  const began = performance.now();
  await ask(dana, 'automation.rules.set', {rule: memory});
  const alert = await spoken;
  console.log(`from the rule to the browser's alert: ${Math.round(performance.now() - began)} ms, with a reading a second`);
  assert.equal(alert.severity, 'warning');
  assert.match(alert.message, /% of the memory of \S+ is in use/);
  await seen('it is told as a rule, too', () => words.some(({type}) => type === 'rule.triggered'));
  const triggered = words.find(({type}) => type === 'rule.triggered');
  const {data} = triggered;
  assert.equal(data.rule_id, memory.id);
  assert.deepEqual([data.kind, data.state, data.group.source, data.tags.team, data.threshold, data.count], ['metric', 'firing', 'host', 'north', 0, 1]);
  assert.ok(data.evidence.length >= 1 && data.evidence.length <= 10);
  assert.deepEqual([data.evidence.at(-1).source, data.evidence.at(-1).name, data.evidence.at(-1).value], ['host', 'memory.usage', data.value]);
  assert.ok(Date.parse(data.first_seen) <= Date.parse(data.timestamp));
  const run = words.find(({type, data: {rule_id: rule}}) => type === 'rule.execution_complete' && rule === memory.id).data;
  assert.ok(words.some(({type, data: {execution_id: id}}) => type === 'rule.execution_start' && id === run.execution_id));
  assert.ok(run.duration_ms > 0, `${run.duration_ms} ms`);
  assert.deepEqual([run.status, run.candidates >= 1, run.matches, run.errors], ['completed', true, 1, 0]);
  await seen('and on the console', () => console_.heard.some(({event}) => event === 'alerts.changed'));
  const [listed] = await only({source: memory.id});
  assert.equal(listed.state, 'open');
  assert.equal(listed.labels.team, 'north');
  assert.equal(listed.labels.rule, memory.id);
  assert.equal(listed.labels.series, 'memory.usage');
  everyst.close();
  opmas.terminate();
  console_.close();
});

test('a notification tells of it once', async () => {
  await seen('a notification', async () =>
    (await ask(dana, 'alerts.notifications')).notifications.some(({title}) => title.startsWith(memory.name)));
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  const {notifications} = await ask(dana, 'alerts.notifications');
  assert.equal(notifications.filter(({source}) => source === 'alerts').length, 1, JSON.stringify(notifications));
});

test('people see to it, and everybody sees who', async () => {
  const others = await ears(['alerts.changed']);
  const [{id}] = await only({source: memory.id});
  const delays = [];
  for (let i = 0; i < 50; ++i) {
    for (const command of ['alerts.acknowledge', 'alerts.unacknowledge']) {
      const heard = others.nextEvent('alerts.changed');
      const began = performance.now();
      await ask(dana, command, {ids: [id], note: 'On my way.'});
      await heard;
      delays.push(performance.now() - began);
    }
  }
  delays.sort((a, b) => a - b);
  console.log(`seen to → told to another: ${delays[50].toFixed(1)} ms median, ${delays[98].toFixed(1)} ms at the 99th of 100`);
  await ask(dana, 'alerts.acknowledge', {ids: [id], note: 'On my way.'});
  await ask(dana, 'alerts.assign', {ids: [id], assignee: 'Omar'});
  await ask(dana, 'alerts.comment', {id, text: '<b>Fan</b> replaced.'});
  const {alert, entries} = await ask(dana, 'alerts.get', {id});
  assert.equal(alert.state, 'acknowledged');
  assert.equal(alert.acknowledgement.note, 'On my way.');
  assert.equal(alert.assignee, 'Omar');
  assert.equal(entries.at(-1).text, '<b>Fan</b> replaced.');
  assert.equal(entries[0].deed, 'raised');
  others.close();
});

test('what was answered is there after kill -9', async () => {
  const [{id}] = await only({source: memory.id});
  await ask(dana, 'alerts.comment', {id, text: 'Last words.'});
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  dana.close();
  await belfry.launch();
  await open();
  const {alert, entries} = await ask(dana, 'alerts.get', {id});
  assert.equal(alert.state, 'acknowledged');
  assert.equal(entries.at(-1).text, 'Last words.');
  const all = await only({source: memory.id});
  assert.deepEqual(all.map(({id: each}) => each), [id], 'what still fires is the same alert');
});

test('it ends with its rule', async () => {
  const [{id}] = await only({source: memory.id});
  await ask(dana, 'automation.rules.remove', {id: memory.id});
  const {alert} = await seen('resolved', async () => {
    const found = await ask(dana, 'alerts.get', {id});
    return found.alert.state === 'resolved' && found;
  });
  assert.ok(alert.resolved_at);
});

test('a silence is seen, counted, and ends', async () => {
  const others = await ears(['alerts.raised', 'alerts.silences.changed', 'alerts.changed']);
  const silence = await ask(dana, 'alerts.silences.set', {
    matchers: 'reported_by=~".+"', until: new Date(Date.now() + 3600_000).toISOString(), reason: 'We know.'});
  assert.equal((await raise('s-1')).status, 200);
  const [alert] = await seen('an alert under it', async () => {
    const list = await only({text: 'Trouble s-1'});
    return list.length && list;
  });
  assert.equal(alert.silenced_by, silence.id);
  const {silences} = await ask(dana, 'alerts.silences.list');
  assert.deepEqual(silences.map(({id, alerts}) => [id, alerts]), [[silence.id, 1]]);
  await ask(dana, 'alerts.silences.remove', {id: silence.id});
  await seen('it calls again', async () => (await only({text: 'Trouble s-1'}))[0].silenced_by === '');
  await seen('both are told', () => others.heard.filter(({event}) => event === 'alerts.silences.changed').length >= 2);
  others.close();
});

test('a storm is told of in a few words, and nothing of it is lost', async () => {
  const others = await ears(['alerts.notified']);
  for (let i = 0; i < 200; ++i) {
    assert.equal((await raise(`storm-${i}`, {title: `Storm ${i}`})).status, 200);
  }
  await seen('all of them', async () => (await ask(dana, 'alerts.list', {text: 'Storm', limit: 1})).count === 200);
  await seen('somebody is told', () => others.heard.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  assert.ok(others.heard.length <= 20, `${others.heard.length} notifications`);
  const hostile = '<img src=x onerror=alert(1)>'.repeat(9);
  await raise('hostile', {title: hostile});
  await seen('as it was written', async () => (await only({text: 'onerror'}))[0]?.title === hostile);
  others.close();
});

test('what is not theirs is refused, and what is wrong is said', async () => {
  const {error: early} = await dana.ask('alerts.silences.set', {matchers: 'a="b"', until: '2020-01-01T00:00:00Z', reason: 'x'});
  assert.match(early.message, /future/);
  const {error: noRule} = await dana.ask('automation.rules.set', {rule: {...memory, condition: 'last(memory.usage'}});
  assert.match(noRule.message, /tried.*missing/);
  const {error: noYaml} = await dana.ask('automation.rules.import', {yaml: '- id: a\n  name: [\n'});
  assert.match(noYaml.message, /\d/);
  await ask(dana, 'identity.users.add', {username: 'lee', password: 'nine slow herons in fog', role: 'viewer'});
  const lee = await Console.open(belfry, await belfry.login({username: 'lee', password: 'nine slow herons in fog'}));
  const [{id}] = await only({});
  assert.equal((await lee.ask('alerts.acknowledge', {ids: [id]})).error.code, 'forbidden');
  assert.ok((await ask(lee, 'alerts.list')).count > 0);
  lee.close();
});

test('a rule is tried with what was recorded', async () => {
  const tried = await ask(dana, 'automation.rules.test', {
    rule: {...memory, id: ''}, from: new Date(Date.now() - 3600_000).toISOString(), to: new Date().toISOString()});
  assert.equal(tried.fired, 1, JSON.stringify(tried));
  assert.ok(tried.inputs > 10);
  const {yaml} = await ask(dana, 'automation.rules.export');
  const {added, changed} = await ask(dana, 'automation.rules.import', {yaml});
  assert.equal(added, 0);
  assert.ok(changed >= 11);
});

test('a rule about services is tried with how they were', async () => {
  const from = new Date().toISOString();
  const service = createServer().listen(0, '127.0.0.1');
  await once(service, 'listening');
  await ask(dana, 'automation.checks.set', {check: {app_id: 'shop', display_name: 'Shop', kind: 'tcp', target: '127.0.0.1',
    port: service.address().port, interval: 5, timeout: 1}});
  const shop = async () => (await ask(dana, 'automation.checks.list')).apps.find(({check}) => check.app_id === 'shop');
  await seen('it works', async () => (await shop()).checked_at && (await shop()).active);
  await new Promise((resolve) => service.close(resolve));
  await seen('it does not', async () => !(await shop()).active, 40);
  const tried = (kind, condition) => ask(dana, 'automation.rules.test',
    {rule: {id: 'tried-service', name: 'Tried', kind, condition}, from, to: new Date().toISOString()});
  // What is played was written, which is a moment after it was told.
  const firings = (kind, condition) => seen(condition, async () => {
    const found = (await tried(kind, condition)).firings;
    return found.length && found;
  });
  assert.deepEqual((await firings('state', 'service.status == inactive')).map(({group}) => group.source), ['shop']);
  assert.deepEqual((await firings('metric', 'last(service.milliseconds[5m]) >= 0')).map(({group}) => group.source), ['shop']);
  await ask(dana, 'automation.checks.remove', {app_id: 'shop'});
});
