// SPDX-License-Identifier: GPL-3.0-or-later
// Killed at any moment, the program loses nothing it has answered for: chat lines, alerts, what was done about them.
// `node killed.mjs ROUNDS`: so many times.
import assert from 'node:assert/strict';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';

const rounds = Number(process.argv[2] ?? 5);
const room = 'general_chat';
const promised = {lines: new Set(), alerts: new Map(), comments: new Map()};
const belfry = await Belfry.start();
let number = 0;

async function ask(client, command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}

/** Goes on until the program is killed; what is answered counts. */
async function until(isOver, work) {
  while (!isOver()) {
    await work().catch((error) => assert.ok(isOver(), error));
  }
}

async function chat(client) {
  const text = `line ${++number}`;
  const {reply} = await client.ask('chat.send', {room_name: room, message: text});
  if (reply) {
    promised.lines.add(text);
  } else {
    await new Promise((resolve) => setTimeout(resolve, 300)); // faster than people may write
  }
}

async function raise(token) {
  const title = `trouble ${++number}`;
  const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: title, title, message: '', alert_type: 'system', severity: 7, source: 'probe', created_at: new Date().toISOString()}},
  {Authorization: `Bearer ${token}`});
  if (answer.ok) {
    promised.alerts.set(title, null);
  }
}

async function seeTo(client) {
  const {alerts} = await ask(client, 'alerts.list', {order: 'newest', limit: 5});
  for (const {id, state} of alerts) {
    const text = `word ${++number}`;
    await ask(client, 'alerts.comment', {id, text});
    promised.comments.set(id, [...promised.comments.get(id) ?? [], text]);
    if (state === 'open') {
      await ask(client, 'alerts.acknowledge', {ids: [id]});
      promised.alerts.set(id, 'acknowledged');
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}

async function verify(client) {
  const {alerts} = await ask(client, 'alerts.list', {limit: 500, is_flat: true, order: 'newest'});
  for (const [key, state] of promised.alerts) {
    const found = alerts.find(({id, title}) => id === key || title === key);
    assert.ok(found, `the alert ${key} is lost`);
    assert.ok(!state || found.state === state, `${key} is ${found.state}`);
  }
  for (const [id, texts] of promised.comments) {
    const {entries} = await ask(client, 'alerts.get', {id});
    const said = new Set(entries.map(({text}) => text));
    texts.forEach((text) => assert.ok(said.has(text), `“${text}” about ${id} is lost`));
  }
  const {history} = await ask(client, 'chat.join', {room_name: room});
  const lines = history.map(({message}) => message);
  const mine = [...promised.lines].slice(-Math.min(lines.length, promised.lines.size));
  mine.slice(-40).forEach((line) => assert.ok(lines.includes(line), `“${line}” is lost`));
}

try {
  await overlookMachine(belfry, await belfry.login());
  for (let round = 1; round <= rounds; ++round) {
    const token = await belfry.login();
    const client = await Console.open(belfry, token);
    await ask(client, 'chat.join', {room_name: room});
    promised.alerts.clear();
    promised.comments.clear();
    let isOver = false;
    const work = [until(() => isOver, () => chat(client)), until(() => isOver, () => raise(token)),
                  until(() => isOver, () => seeTo(client))];
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
    isOver = true;
    belfry.child.kill('SIGKILL');
    await belfry.ended;
    client.close();
    await Promise.race([Promise.allSettled(work), new Promise((resolve) => setTimeout(resolve, 200))]);
    await belfry.launch();
    const again = await Console.open(belfry, await belfry.login());
    await verify(again);
    again.close();
    if (round % 20 === 0 || round === rounds) {
      console.log(`${round} times killed; ${promised.lines.size} lines, ${number} things in all`);
    }
  }
} finally {
  await belfry.stop();
}
