// SPDX-License-Identifier: GPL-3.0-or-later
// Killed at any moment, the program loses nothing it has answered for: chat lines, alerts, what was done about them; and
// who is told of alerts outside is told of each, once as far as anybody can know. `node killed.mjs ROUNDS`: so many times.
import assert from 'node:assert/strict';

import {Belfry} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';
import {webhooks} from './support/receivers.mjs';
import {seen} from './support/waiting.mjs';

const rounds = Number(process.argv[2] ?? 5);
const room = 'general_chat';
const longestPage = 100; // of chat
const calm = 1100; // ms; who was too fast, and goes on sooner for long, is hung up on
const belfry = await Belfry.start();
const hooks = await webhooks();
const recorded = new Set(); // messages to the hook of which the program has written that they arrived
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const idOf = ({headers}) => headers['webhook-id'];
let number = 0;

/** What the program has answered for. */
class Promises {
  lines = new Set();
  alerts = new Map(); // by title or id, to the state it has to be in
  comments = new Map(); // by id of their alert
  alarms = new Set(); // titles of those of which the hook is told

  add({lines, alerts, comments, alarms}) {
    lines.forEach((line) => this.lines.add(line));
    alerts.forEach((state, key) => this.alerts.set(key, state));
    comments.forEach((texts, id) => this.comments.set(id, [...this.comments.get(id) ?? [], ...texts]));
    alarms.forEach((title) => this.alarms.add(title));
  }
}

/** The reply to a command, asked again when it was asked too fast. */
async function patiently(client, command, params = {}) {
  for (;;) {
    const {reply, error} = await client.ask(command, params);
    if (reply) {
      return reply;
    }
    assert.equal(error.code, 'limited', `${command}: ${JSON.stringify(error)}`);
    await pause(calm);
  }
}

// --- what is done while it lives -------------------------------------------------------------------------------------

/** Goes on until the program is killed; what is answered counts. */
async function until(isOver, rest, work) {
  while (!isOver()) {
    await work().catch((error) => assert.ok(isOver(), error));
    await pause(rest);
  }
}

async function chat(client, promised) {
  const text = `line ${++number}`;
  const {reply} = await client.ask('chat.send', {room_name: room, message: text});
  if (reply) {
    promised.lines.add(text);
  } else {
    await pause(300); // faster than people may write
  }
}

/** Whether it was taken. */
async function publish(token, title, severity, source) {
  const answer = await belfry.post('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: title, title, message: '', alert_type: 'system', severity, source, created_at: new Date().toISOString()}},
  {Authorization: `Bearer ${token}`});
  return answer.ok;
}

async function raise(token, promised) {
  const title = `trouble ${++number}`;
  if (await publish(token, title, 7, 'probe')) {
    promised.alerts.set(title, null);
  }
}

/** Severe enough that the hook is told of it in the learning week, too; nobody looks after it. */
async function alarm(token, promised) {
  const title = `alarm ${++number}`;
  assert.ok(await publish(token, title, 9, title));
  promised.alerts.set(title, 'open');
  promised.alarms.add(title);
}

async function seeTo(client, promised) {
  const {alerts} = await patiently(client, 'alerts.list', {source: 'probe', order: 'newest', limit: 5});
  for (const {id, state} of alerts) {
    const text = `word ${++number}`;
    await patiently(client, 'alerts.comment', {id, text});
    promised.comments.set(id, [...promised.comments.get(id) ?? [], text]);
    if (state === 'open') {
      await patiently(client, 'alerts.acknowledge', {ids: [id]});
      promised.alerts.set(id, 'acknowledged');
    }
  }
}

// --- when it ends ----------------------------------------------------------------------------------------------------

const aWhile = () => pause(100 + Math.random() * 500);
/** The hook was sent something, just now. */
const posted = (client, isNew) => seen('a message to the hook', () => hooks.posts.some(isNew), 90, 1);

/** Whatever waited has arrived, and that is written: what was written behind it is answered for. */
async function settled(client, isNew) {
  await posted(client, isNew);
  await seen('that no message waits', async () =>
    (await patiently(client, 'alerts.deliveries.list', {state: 'waiting'})).deliveries.length === 0);
  const [{id}] = (await patiently(client, 'alerts.list', {order: 'newest', limit: 1})).alerts;
  await patiently(client, 'alerts.comment', {id, text: 'All is told.'});
  hooks.posts.filter(({status}) => status === 200).forEach((post) => recorded.add(idOf(post)));
}

/** What the hook answers in a round, 0 being nothing, and when the end comes. Telling takes ten seconds, so few wait for it. */
const manners = new Map([[2, {status: 0, moment: posted}], [3, {status: 200, moment: posted}], [5, {status: 200, moment: settled}]]);
const mannerOf = (round) => manners.get(round % 20) ?? {status: 200, moment: aWhile};

// --- what has to be there --------------------------------------------------------------------------------------------

/** The newest so many, or a few more. */
async function newestAlerts(client, most) {
  const found = new Map();
  for (let offset = 0, count = 1; offset < Math.min(count, most); offset += 1000) {
    const reply = await patiently(client, 'alerts.list', {limit: 1000, offset, is_flat: true, order: 'newest'});
    count = reply.count;
    reply.alerts.forEach((alert) => found.set(alert.id, alert));
  }
  return [...found.values()];
}

async function newestLines(client, most) {
  const lines = [];
  for (let before, hasOlder = true; hasOlder && lines.length < most;) {
    const reply = await patiently(client, 'chat.history', {room_name: room, limit: longestPage, ...before && {before}});
    lines.unshift(...reply.messages.map(({message}) => message));
    before = reply.messages[0]?.id;
    hasOlder = reply.has_older;
  }
  return lines;
}

function assertOnce(things, what) {
  const doubled = things.find((thing, i) => things.indexOf(thing) !== i);
  assert.equal(doubled, undefined, `the ${what} “${doubled}” is there twice`);
}

/** `slack`: how many there may be that are newer, beside those promised. */
async function verify(client, {lines, alerts, comments}, slack) {
  const found = await newestAlerts(client, alerts.size + slack);
  const known = new Map(found.flatMap((alert) => [[alert.id, alert], [alert.title, alert]]));
  for (const [key, state] of alerts) {
    assert.ok(known.has(key), `the alert ${key} is lost`);
    assert.ok(!state || known.get(key).state === state, `${key} is ${known.get(key).state}`);
  }
  for (const [id, texts] of comments) {
    const {entries} = await patiently(client, 'alerts.get', {id});
    const said = new Set(entries.map(({text}) => text));
    texts.forEach((text) => assert.ok(said.has(text), `“${text}” about ${id} is lost`));
  }
  const written = await newestLines(client, lines.size + slack);
  const there = new Set(written);
  lines.forEach((line) => assert.ok(there.has(line), `“${line}” is lost`));
  assertOnce(written, 'line');
  assertOnce(found.map(({title}) => title), 'alert');
}

/** Of what the hook was sent while the program lived: nothing of which it had written before, or knew, that it arrived. */
function verifyPosts(posts, recordedBefore) {
  assertOnce(posts.filter(({status}) => status === 200).map(idOf), 'message');
  posts.forEach((post) => assert.ok(!recordedBefore.has(idOf(post)), `${idOf(post)} had arrived, and that was written`));
}

/** The hook was told of each alarm, by one message: what came more than once says the same under the same name. */
function verifyTold(alarms) {
  const messages = new Map();
  for (const post of hooks.posts) {
    const id = idOf(post);
    assert.equal(post.body, messages.get(id) ?? post.body, `${id} has changed`);
    messages.set(id, post.body);
  }
  const told = [...messages.values()].flatMap((body) => JSON.parse(body).items)
    .filter(({reason}) => reason === 'raised').map(({title}) => title);
  assertOnce(told, 'alarm');
  alarms.forEach((title) => assert.ok(told.includes(title), `nobody was told of ${title}`));
  return messages.size;
}

async function live(round, promised) {
  const token = await belfry.login();
  const client = await Console.open(belfry, token);
  const {status, moment} = mannerOf(round);
  const [first, before] = [hooks.posts.length, new Set(recorded)];
  hooks.status = status;
  await patiently(client, 'chat.join', {room_name: room});
  await alarm(token, promised);
  let isOver = false;
  const rest = moment === aWhile ? 5 : 500; // who floods for long is hung up on
  const work = [chat, raise, seeTo].map((deed) =>
    until(() => isOver, rest, () => deed(deed === raise ? token : client, promised)));
  await moment(client, (post) => hooks.posts.indexOf(post) >= first);
  isOver = true;
  belfry.child.kill('SIGKILL');
  await belfry.ended;
  client.close();
  await Promise.race([Promise.allSettled(work), pause(200)]);
  verifyPosts(hooks.posts.slice(first), before);
}

try {
  const token = await belfry.login();
  await overlookMachine(belfry, token);
  const setter = await Console.open(belfry, token);
  await patiently(setter, 'alerts.channels.set', {display_name: 'Hook', kind: 'webhook',
                                               settings: {url: hooks.place('/hook'), is_private_allowed: true}});
  setter.close();
  const all = new Promises();
  for (let round = 1; round <= rounds; ++round) {
    const promised = new Promises();
    await live(round, promised);
    all.add(promised);
    await belfry.launch();
    const again = await Console.open(belfry, await belfry.login());
    await verify(again, promised, 100);
    if (round === rounds) {
      hooks.status = 200;
      await verify(again, all, Infinity);
      await seen('that the hook is told of all', () =>
        [...all.alarms].every((title) => hooks.about(`"${title}"`, '/hook').some(({status}) => status === 200)));
      await settled(again, () => true);
    }
    again.close();
    if (round % 20 === 0 || round === rounds) {
      console.log(`${round} times killed; ${all.lines.size} lines, ${number} things in all, ${hooks.posts.length} messages to the hook`);
    }
  }
  const messages = verifyTold(all.alarms);
  console.log(`the hook was told of ${all.alarms.size} alarms by ${messages} messages in ${hooks.posts.length} attempts`);
} finally {
  hooks.close();
  await belfry.remove();
}
