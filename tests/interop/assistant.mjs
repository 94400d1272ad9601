// SPDX-License-Identifier: GPL-3.0-or-later
// The assistant of the real program: by its own rules, and with a model's words from a stub of a chat-completions
// service; asked as whoever asks, and never acting.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {chatCompletions, manners} from './support/chatcompletions.mjs';
import {Console, overlookMachine} from './support/console.mjs';

const key = 'sk-quartz-tremolo-77';
let belfry;
let model;
let admin;

const ask = async (text) => {
  const {reply, error} = await admin.ask('assistant.ask', {text});
  assert.equal(error, undefined, JSON.stringify(error));
  return reply;
};

before(async () => {
  belfry = await Belfry.start();
  model = await chatCompletions();
  const token = await belfry.login();
  await overlookMachine(belfry, token);
  admin = await Console.open(belfry, token);
});

after(async () => {
  admin?.close();
  model?.close();
  await belfry?.remove();
});

test('without a model the house answers by its own rules', async () => {
  const answer = await ask('how is the CPU over the last hour?');
  assert.match(answer.text, /now\./);
  assert.equal(answer.basis, 'local rules');
  assert.match(answer.query, /^metrics\.current \{\}; metrics\.history \{/);
  const german = await ask('Wie viele Geräte gibt es?');
  assert.match(german.text, /device/);
  assert.equal((await ask('make me a sandwich')).is_understood, false);
  const direct = await admin.ask(answer.sources[0].command, answer.sources[0].params);
  assert.ok(direct.reply, 'a source can be asked again');
});

test('a model phrases, looks things up and proposes', async () => {
  const set = await admin.ask('assistant.settings.set', {url: model.url, model: 'stub', key, private_allowed: true});
  assert.equal(set.reply.has_key, true);
  assert.ok(!JSON.stringify(set).includes(key));
  model.next(manners.call('network-devices-list', {limit: 5}));
  model.answer('Nothing is down.\n/scan 127.0.0.0/30', {torn: true, tokens: 77});
  const answer = await ask('what is down?');
  assert.equal(answer.text, 'Nothing is down.');
  assert.equal(answer.basis, 'model stub at 127.0.0.1');
  assert.equal(answer.is_model, true);
  assert.deepEqual(answer.proposals.map(({line}) => line), ['/scan 127.0.0.0/30']);
  assert.equal(model.questions[0].headers.authorization, `Bearer ${key}`);
  const {reply} = await admin.ask('assistant.settings.get');
  assert.ok(reply.tokens_today >= 77);
});

test('a model that fails, or has no end, is not waited for', async () => {
  model.next(manners.object('Nothing, as one object.'));
  assert.equal((await ask('what is down?')).text, 'Nothing, as one object.');
  for (const manner of [manners.status(500), manners.garbage(), manners.status(302, {Location: 'http://127.0.0.1:1/'})]) {
    model.next(manner);
    const answer = await ask('what is down?');
    assert.match(answer.text, /Without the model: /);
    assert.equal(answer.basis, 'local rules');
  }
  model.next(manners.endless());
  assert.ok((await ask('what is down?')).detail.length <= 4001);
});

test('what is secret is neither told nor kept in clear', async () => {
  const {reply} = await admin.ask('assistant.settings.get');
  assert.ok(!JSON.stringify(reply).includes('quartz'));
  for (const name of fs.readdirSync(belfry.dataDir)) {
    const file = path.join(belfry.dataDir, name);
    assert.ok(!fs.statSync(file).isFile() || !fs.readFileSync(file).includes('quartz'), name);
  }
  assert.ok(!belfry.err.includes('quartz'));
  const trail = await admin.ask('audit.read', {});
  assert.ok(JSON.stringify(trail.reply).includes('assistant_set'));
});

test('a model is tested with a word, and what the service says is told', async () => {
  model.next(manners.status(401));
  const failed = (await admin.ask('assistant.settings.test', {})).reply;
  assert.equal(failed.answered, false);
  assert.match(failed.message, /answered 401/);
  model.answer('OK', {tokens: 3});
  const good = (await admin.ask('assistant.settings.test', {})).reply;
  assert.deepEqual([good.answered, good.message], [true, 'stub answered: OK']);
  assert.ok((await admin.ask('assistant.settings.set', {url: ''})).reply);
  assert.equal((await admin.ask('assistant.settings.test', {})).reply.answered, false);
});

test('a room is told what all in it may see, and /ai the asker alone', async (t) => {
  const room = 'general_chat';
  const password = 'quartz-tremolo-99';
  for (const [username, role] of [['omar', 'viewer'], ['eve', 'operator']]) {
    assert.ok((await admin.ask('identity.users.add', {username, password, role})).reply);
  }
  assert.ok((await admin.ask('identity.users.departments', {username: 'omar', departments: ['design']})).reply);
  const raised = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: 'fan', title: 'The fan stands still', message: 'Look at it.', alert_type: 'system', severity: 7, source: 'probe',
    created_at: new Date().toISOString()}}, {Authorization: `Bearer ${await belfry.login()}`});
  assert.equal(raised.status, 200);
  const eve = await Console.open(belfry, await belfry.login({username: 'eve', password}));
  t.after(() => eve.close());
  const preview = async (text) => (await eve.ask('chat.command', {room_name: room, text})).reply;
  const heard = new Promise((resolve) => eve.onEvent(({event, payload}) => event === 'chat.message' && payload.is_ai && resolve(payload)));
  assert.ok((await eve.ask('session.subscribe', {topics: ['chat.*']})).reply);
  assert.ok((await eve.ask('chat.join', {room_name: room})).reply);

  assert.ok((await eve.ask('chat.send', {room_name: room, message: 'which alerts are open?'})).reply);
  const told = await heard;
  assert.doesNotMatch(told.message, /fan/);
  assert.match(told.message, /Ask me directly to see more/);
  assert.deepEqual(told.proposals.map(({line}) => line), ['/ai which alerts are open?']);

  const plan = await preview(told.proposals[0].line);
  assert.deepEqual([plan.command, plan.is_changing], ['assistant.ask', false]);
  const own = (await eve.ask(plan.command, plan.params)).reply;
  assert.match(own.detail, /The fan stands still/);
  assert.match(own.proposals[0].line, /^\/ack A-\d+$/);
  assert.match((await preview('/ai')).fault.message, /Ask something/);
  assert.ok((await admin.ask('assistant.rooms.set', {room, hearing: 'off'})).reply);
  assert.match((await preview('/ai what is down?')).fault.message, /switched off/);
  assert.equal((await eve.ask(plan.command, plan.params)).error.code, 'forbidden');
});
