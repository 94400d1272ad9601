// SPDX-License-Identifier: GPL-3.0-or-later
// Whose view is limited to a department hears and finds, by every contract and every command, what is of that department
// and nothing of another's: alerts, what rules find, silences, maintenance, devices, rooms of incidents. What is of the one
// is called fjord-…, what is of the other canyon-…; either word is looked for in whatever a person is sent.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine, quietAssistant} from './support/console.mjs';
import {socketIo, webSocket} from './support/modules.mjs';
import {vocabularyOf} from './support/vocabulary.mjs';
import {demand, refused, seen} from './support/waiting.mjs';

const io = socketIo();
const WebSocket = webSocket();
const departments = {north: '192.0.2.0/25', south: '192.0.2.128/25'};
const word = {north: /fjord/i, south: /canyon/i};
const name = {north: 'fjord', south: 'canyon'};
const address = {north: '192.0.2.7', south: '192.0.2.200'};
const socketContracts = ['everyst', 'departments', 'auraos'];
const places = {'opmas, system': '/api/v1/ws/system', 'opmas, rules': '/api/v1/ws/rules', threatlens: '/ws'};
const tellers = ['console', 'everyst', 'opmas, system']; // which have words for alerts
const people = {nora: 'north', sol: 'south'};
const listens = {};
const devices = {};
const alerts = {};
let belfry;
let token;
let dana;

/** Somebody with a session in every contract; `heard` has what each was sent, as text. */
class Listener {
  heard = {};
  #ends = [];

  static async open(access) {
    const made = new Listener();
    made.console = await Console.open(belfry, access);
    made.#ends.push(() => made.console.close());
    made.console.onEvent((event) => made.#keep('console', event));
    await demand(made.console, 'session.subscribe', {topics: ['*']});
    for (const contract of socketContracts) {
      const socket = io(`${belfry.url}/${contract}`, {auth: {token: access}, forceNew: true, reconnection: false, transports: ['websocket']});
      socket.onAny((...said) => made.#keep(contract, said));
      made.#ends.push(() => socket.disconnect());
      await once(socket, 'connect');
      made[contract] = socket;
    }
    for (const [contract, place] of Object.entries(places)) {
      const socket = new WebSocket(`${belfry.url.replace('http', 'ws')}${place}?token=${access}`);
      socket.on('message', (text) => made.#keep(contract, String(text)));
      made.#ends.push(() => socket.terminate());
      await once(socket, 'open');
    }
    return made;
  }

  ask(command, params) { return demand(this.console, command, params); }
  say(contract, ...said) { return this[contract].timeout(20000).emitWithAck(...said); }
  /** What a contract said of a department. */
  of(contract, department) { return (this.heard[contract] ?? []).filter((text) => word[department].test(text)); }
  close() { this.#ends.forEach((end) => end()); }
  #keep(contract, said) { (this.heard[contract] ??= []).push(JSON.stringify(said)); }
}

const other = (department) => (department === 'north' ? 'south' : 'north');
const each = (deed) => Promise.all(Object.entries(people).map(([person, own]) => deed(listens[person], own, person)));

/** As an Alertmanager tells it, about the device of a department. */
async function raise(department, title) {
  const answer = await belfry.post('/api/v1/alertmanager', {version: '4', alerts: [{status: 'firing', startsAt: new Date().toISOString(),
    labels: {alertname: title, instance: `${address[department]}:9100`, severity: 'critical'}, annotations: {summary: title}}]},
  {Authorization: `Bearer ${token}`});
  assert.equal(answer.status, 200, await answer.text());
  return seen(title, async () => (await demand(dana, 'alerts.list', {text: title})).alerts[0]);
}

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
  dana = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
  await quietAssistant(belfry, token);
  for (const [id, network] of Object.entries(departments)) {
    await demand(dana, 'usage.departments.set', {id, name: `The ${name[id]} people`, networks: [network]});
    devices[id] = (await demand(dana, 'network.devices.add', {address: address[id], display_name: `${name[id]}-sw-01`})).id;
    alerts[id] = await raise(id, `${name[id]} smokes`);
    assert.equal(alerts[id].subject_id, devices[id]);
  }
  for (const [username, department] of Object.entries(people)) {
    const password = `${username} and seven quiet owls`;
    await demand(dana, 'identity.users.add', {username, password, role: 'operator'});
    await demand(dana, 'identity.users.departments', {username, departments: [department]});
    listens[username] = await Listener.open(await belfry.login({username, password}));
  }
  listens.dana = await Listener.open(token);
});
after(async () => {
  Object.values(listens).forEach((listener) => listener.close());
  dana?.close();
  await belfry?.remove();
});

test('lists and pages have what is one\'s own', async () => {
  const {heard} = await vocabularyOf('console');
  const free = heard.filter(({word: command, schema}) => !schema.required?.length &&
    /\.(list|get|map|current|history|series|states|export|status|notifications|summary|commands)$/.test(command));
  assert.ok(free.length > 20, `only ${free.length} commands`);
  await each(async (person, own) => {
    for (const {word: command} of free) {
      const text = JSON.stringify(await person.console.ask(command));
      assert.doesNotMatch(text, word[other(own)], command);
    }
    assert.deepEqual((await person.ask('alerts.list')).alerts.map(({id}) => id), [alerts[own].id]);
    assert.equal((await person.ask('alerts.list')).counts.open, 1);
    assert.deepEqual((await person.ask('network.devices.list')).devices.map(({id}) => id), [devices[own]]);
  });
  assert.equal((await demand(dana, 'alerts.list')).count, 2);
});

test('what is another\'s is not there to be asked for, or changed', async () => {
  await each(async (person, own) => {
    const [device, alert] = [devices[other(own)], alerts[other(own)].id];
    const now = new Date().toISOString();
    for (const [command, params] of [
      ['alerts.get', {id: alert}], ['alerts.comment', {id: alert, text: 'Mine!'}], ['alerts.acknowledge', {ids: [alert]}],
      ['alerts.assign', {ids: [alert], assignee: 'nora'}], ['alerts.resolve', {ids: [alert]}],
      ['alerts.fold', {ids: [alerts[own].id], into: alert}], ['chat.incident', {alert_id: alert}],
      ['network.devices.get', {id: device}], ['network.devices.set', {ids: [device], expected_up: true}],
      ['network.devices.forget', {ids: [device]}], ['network.devices.merge', {into: devices[own], ids: [device]}],
      ['network.devices.presence', {id: device, from: now, to: now}],
      ['metrics.history', {names: ['reach.rtt'], source: device, from: new Date(Date.now() - 36e5).toISOString(), to: now, points: 10}]]) {
      const answer = await person.console.ask(command, params);
      const text = JSON.stringify(answer);
      assert.doesNotMatch(text, word[other(own)], command);
      const isNothing = answer.error || Object.values(answer.reply).every((value) => !Array.isArray(value) || value.length === 0);
      assert.ok(isNothing, `${command}: ${text}`);
      assert.notEqual(answer.error?.code, 'invalid', `${command}: ${text}`);
    }
  });
  for (const id of Object.values(alerts).map((alert) => alert.id)) {
    const {alert, entries} = await demand(dana, 'alerts.get', {id});
    assert.equal(alert.state, 'open');
    assert.deepEqual(entries.map(({deed}) => deed).filter((deed) => deed !== 'raised'), []);
  }
  assert.equal((await demand(dana, 'network.devices.list')).devices.length, 2);
});

test('silences and maintenance hold, and are seen, where those who set them may look', async () => {
  const until = new Date(Date.now() + 36e5).toISOString();
  const set = {};
  await each(async (person, own) => {
    const {id} = await person.ask('alerts.silences.set', {matchers: 'severity=~".+"', until, reason: `${name[own]} is rebuilt`});
    const window = await person.ask('alerts.maintenance.set', {display_name: `${name[own]} week`, matchers: 'severity=~".+"',
      start: until, duration: 600});
    set[own] = [id, window.id];
    assert.deepEqual((await person.ask('alerts.silences.list')).silences.map(({departments: whose}) => whose), [[own]]);
  });
  const {id: common} = await demand(dana, 'alerts.silences.set', {matchers: 'device="nothing"', until, reason: 'For all'});
  await each(async (person, own) => {
    const {silences} = await person.ask('alerts.silences.list');
    assert.deepEqual(silences.map(({id}) => id).sort(), [set[own][0], common].sort());
    assert.deepEqual((await person.ask('alerts.maintenance.list')).windows.map(({id}) => id), [set[own][1]]);
    await refused(person.console, 'alerts.silences.remove', {id: set[other(own)][0]});
    await refused(person.console, 'alerts.silences.remove', {id: common});
    await refused(person.console, 'alerts.maintenance.remove', {id: set[other(own)][1]});
    await person.ask('alerts.silences.remove', {id: set[own][0]});
    await person.ask('alerts.maintenance.remove', {id: set[own][1]});
  });
  await demand(dana, 'alerts.silences.remove', {id: common});
});

test('what rules find is told to whom it is of', async () => {
  const rule = (department) => ({id: `of-${department}`, name: `Memory of ${department}`, condition: 'last(memory.usage[1m]) >= 0.1',
    severity: 8, labels: {department}});
  for (const department of Object.keys(departments)) {
    await demand(dana, 'automation.rules.set', {rule: rule(department)});
  }
  const found = (listener) => (listener.heard.console ?? []).map((text) => JSON.parse(text))
    .filter(({event}) => event === 'automation.rule.triggered').map(({payload}) => payload.rule_id);
  await seen('that both rules found something', () => Object.keys(departments).every((id) => found(listens.dana).includes(`of-${id}`)));
  await each(async (person, own) => {
    await seen(`that ${own} hears of its own`, () => found(person).includes(`of-${own}`));
    await seen('the same by OPMAS', () => person.heard['opmas, rules']?.some((text) => text.includes(`of-${own}`)));
    assert.ok(Object.values(person.heard).flat().every((text) => !text.includes(`of-${other(own)}`) || text.includes('automation.rules.changed')));
    const {rules} = await person.ask('automation.rules.list');
    const firing = (id) => rules.find((each) => each.rule.id === `of-${id}`);
    assert.equal(firing(own).firing, 1);
    assert.deepEqual([firing(other(own)).firing, firing(other(own)).fired_at ?? null], [0, null]);
    const {alerts: raised} = await seen('its alert', async () => {
      const reply = await person.ask('alerts.list');
      return reply.alerts.length > 1 && reply;
    });
    assert.deepEqual(raised.map(({source}) => source).filter((source) => source.startsWith('of-')), [`of-${own}`]);
  });
});

test('in chat a card leads whoever may see it, and an incident has its room', async () => {
  const general = 'general_chat';
  const rooms = {};
  await each(async (person, own) => {
    await person.ask('chat.join', {room_name: general});
    await person.say('auraos', 'join_chat_room', {roomName: general});
    rooms[own] = (await person.ask('chat.incident', {alert_id: alerts[own].id})).name;
  });
  await each(async (person, own) => {
    await person.ask('chat.send', {room_name: general, message: `Look at this, ${other(own)}`, cards: [
      {kind: 'device', id: devices[own]}, {kind: 'alert', id: alerts[own].id}]});
    await person.ask('chat.send', {room_name: rooms[own], message: `${name[own]} burns`});
  });
  await each(async (person, own) => {
    const {messages} = await person.ask('chat.history', {room_name: general});
    const {cards} = messages.find(({message}) => message === `Look at this, ${own}`);
    assert.deepEqual(cards.map(({id}) => id), [devices[other(own)], alerts[other(own)].id]);
    await refused(person.console, 'network.devices.get', {id: cards[0].id});
    await refused(person.console, 'alerts.get', {id: cards[1].id});
    assert.ok((await person.ask('chat.rooms.list')).rooms.every((room) => room.name !== rooms[other(own)]));
    for (const [command, params] of [['chat.join', {}], ['chat.history', {}], ['chat.send', {message: 'Hello?'}], ['chat.who', {}]]) {
      await refused(person.console, command, {room_name: rooms[other(own)], ...params});
    }
    assert.equal((await person.say('auraos', 'join_chat_room', {roomName: rooms[other(own)]})).success, false);
    assert.equal((await person.say('auraos', 'send_message', {roomName: rooms[other(own)], message: 'Hello?'})).success, false);
  });
});

test('the assistant knows of one\'s own', async () => {
  await each(async (person, own) => {
    for (const text of ['which alerts are open?', 'what is down?', `why is ${name[other(own)]}-sw-01 red?`, 'what changed last night?']) {
      const {text: said} = await person.ask('assistant.ask', {text});
      assert.doesNotMatch(said.replace(text, '').replaceAll(`${name[other(own)]}-sw-01`, ''), word[other(own)], text);
    }
  });
});

test('nobody is sent anything of another\'s by any contract', async () => {
  for (const department of Object.keys(departments)) {
    alerts[department] = await raise(department, `${name[department]} floods`);
    await demand(dana, 'network.devices.set', {ids: [devices[department]], display_name: `${name[department]}-sw-02`, expected_up: true});
    await demand(dana, 'alerts.acknowledge', {ids: [alerts[department].id], note: `${name[department]} it is`});
    await demand(dana, 'alerts.maintenance.set', {display_name: `${name[department]} month`, matchers: 'severity=~".+"',
      start: new Date(Date.now() + 36e5).toISOString(), duration: 600});
  }
  // Everybody reads the log of the shift, which has none of their words.
  await seen('the deeds in the log', async () => {
    const {messages} = await demand(dana, 'chat.history', {room_name: 'shift_log', limit: 100});
    return Object.values(alerts).every(({id}) => messages.some(({message}) => message.includes(`looks after ${id}`)));
  });
  await each(async (person, own) => {
    assert.deepEqual((await person.ask('chat.search', {text: name[other(own)]})).messages, []);
    const {messages} = await person.ask('chat.history', {room_name: 'shift_log', limit: 100});
    assert.doesNotMatch(JSON.stringify(messages), word[other(own)]);
  });
  await each(async (person, own) => {
    for (const contract of tellers) {
      await seen(`one's own by ${contract}`, () => person.of(contract, own).some((text) => text.includes('floods')));
    }
    await person.ask('alerts.list'); // behind what was on its way
    for (const contract of ['console', ...socketContracts, ...Object.keys(places)]) {
      assert.deepEqual(person.of(contract, other(own)).filter((text) => !text.includes('month')), [], contract);
    }
  });
  for (const contract of tellers) {
    Object.keys(departments).forEach((department) => assert.ok(listens.dana.of(contract, department).length > 0, `dana: ${contract}`));
  }
});
