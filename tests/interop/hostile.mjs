// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be wrong with every word of every contract: an error in the contract's manner, on a connection that
// stays, while another client misses nothing.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import test, {after, before} from 'node:test';

import {Belfry} from './support/belfry.mjs';
import {Console, quietAssistant} from './support/console.mjs';
import {hostilities, sample} from './support/hostility.mjs';
import {socketIo, webSocket} from './support/modules.mjs';
import {vocabularyOf} from './support/vocabulary.mjs';
import {demand, seen} from './support/waiting.mjs';

const WebSocket = webSocket();
const io = socketIo();
/** As much as a connection may say at once, and some less. */
const atOnce = 150;
const mallory = {username: 'mallory', password: 'many small brass keys'};
let belfry;
let admin;
let agent; // the secret of an agent's token
let hostile; // the token of an administrator who is up to no good
let witness;

/** Fails unless an error says what, and is not the server's own. */
function assertReason(text) {
  assert.equal(typeof text, 'string');
  assert.ok(text.length > 0 && text.length < 2000, `a reason of ${text.length} characters`);
}
const assertTime = (text) => assert.ok(Number.isFinite(Date.parse(text)), text);
const codes = /^(invalid|unknown_command|forbidden|not_found|limited|unavailable|authentication_required|conflict|\w+_required)$/;

// --- How each contract is spoken: {say(word, argument) → {isRefused, answer}, end()} ---------------------------------------

const acks = {
  everyst({status, message}) {
    assert.match(status, /^(success|error)$/);
    return status === 'error' && (assertReason(message), true);
  },
  departments({success, error}) {
    assert.equal(typeof success, 'boolean');
    return !success && (assertReason(error), true);
  },
  auraos({success, error, message}) {
    assert.equal(typeof success, 'boolean');
    return !success && (assertReason(error ?? message), true);
  },
};

async function socketIoSpeaker(dialect, token = hostile) {
  const socket = io(`${belfry.url}/${dialect}`, {auth: {token}, forceNew: true, reconnection: false, transports: ['websocket']});
  await Promise.race([once(socket, 'connect'), once(socket, 'connect_error').then(([error]) => { throw error; })]);
  return {
    socket,
    async say(word, argument) {
      const answer = await socket.timeout(30000).emitWithAck(word, argument);
      return {isRefused: acks[dialect](answer), answer};
    },
    end: () => socket.disconnect(),
  };
}

/** `wrap`: the message; `read`: null for what is no answer, else whether it refuses. */
async function webSocketSpeaker(path, wrap, read) {
  const socket = new WebSocket(`${belfry.url.replace('http', 'ws')}${path}`);
  const heard = [];
  socket.on('message', (data) => {
    heard.push(JSON.parse(data));
    socket.emit('heard');
  });
  const closed = once(socket, 'close').then(([code]) => { throw new Error(`closed with ${code}`); });
  closed.catch(() => {});
  await Promise.race([once(socket, 'open'), closed]);
  return {
    async say(word, argument) {
      const message = wrap(word, argument);
      socket.send(JSON.stringify(message));
      for (;;) {
        while (heard.length) {
          const answer = heard.shift();
          const isRefused = read(answer, message);
          if (isRefused !== null) {
            return {isRefused, answer};
          }
        }
        await Promise.race([once(socket, 'heard'), closed]);
      }
    },
    end: () => socket.terminate(),
  };
}

function threatLensRefuses({type, data, timestamp}) {
  if (type === 'error') {
    assertReason(data.error);
    assertTime(data.timestamp);
    assertTime(timestamp);
    return true;
  }
  return /^(subscription_updated|filter_updated|pong|status_response)$/.test(type) ? false : null;
}

let nextId = 1;

function opmasRefuses({type, subject, id, data}, message) {
  if (id !== message.id) {
    return null;
  }
  if (type === 'error') {
    assert.equal(subject, 'session.error');
    assert.match(data.code, codes);
    assertReason(data.error);
    assertTime(data.timestamp);
    return true;
  }
  assert.match(type, /^(accepted|pong)$/);
  return false;
}

function consoleRefuses({id, error, reply}, message) {
  if (id !== message.id) {
    return null;
  }
  if (error) {
    assert.match(error.code, codes);
    assertReason(error.message);
    return true;
  }
  assert.equal(typeof reply, 'object');
  return false;
}

const opmas = (place) => () => webSocketSpeaker(`/api/v1/ws/${place}?token=${agent}`,
  (type, data) => ({type, id: nextId++, data}), opmasRefuses);

const contracts = {
  everyst: () => socketIoSpeaker('everyst'),
  departments: () => socketIoSpeaker('departments'),
  auraos: () => socketIoSpeaker('auraos'),
  threatlens: () => webSocketSpeaker(`/ws?token=${hostile}`, (type, data) => ({type, data}), threatLensRefuses),
  opmas: opmas('devices'),
  console: () => webSocketSpeaker(`/console?token=${hostile}`, (command, params) => ({id: nextId++, command, params}), consoleRefuses),
};

// --- Another client --------------------------------------------------------------------------------------------------------

/** Somebody who has nothing to do with it, and hears every fact that is published meanwhile. */
class Witness {
  #heard = [];
  #published = 0;
  closed = null;

  static async make() {
    const made = new Witness();
    made.speaker = await socketIoSpeaker('departments', belfry.token);
    made.speaker.socket.on('disconnect', (reason) => { made.closed = reason; });
    made.speaker.socket.on('usage:update', ({departmentId, metrics}) => {
      if (departmentId === 'witness') {
        made.#heard.push(metrics.activeConnections);
        made.speaker.socket.io.emit('heard');
      }
    });
    return made;
  }

  async check() {
    const payload = {department_id: 'witness', bytes_transferred: 1, active_connections: ++this.#published, bandwidth_utilization: 0, timestamp: '2024-01-01T12:00:00.000Z'};
    const answer = await belfry.post('/api/v1/events', {topic: 'usage.updated', payload}, {Authorization: `Bearer ${agent}`});
    assert.equal(answer.status, 200, await answer.text());
    while (this.#heard.length < this.#published && !this.closed) {
      await Promise.race([once(this.speaker.socket.io, 'heard'), once(this.speaker.socket, 'disconnect')]);
    }
    assert.equal(this.closed, null);
    assert.deepEqual(this.#heard, Array.from({length: this.#published}, (_, i) => i + 1));
  }
}

/** What would be wrong elsewhere and is understood here: its own page joins by the bare id. */
const understood = ['join_user_room, the whole of type string'];

before(async () => {
  belfry = await Belfry.start();
  belfry.token = await belfry.login();
  admin = await Console.open(belfry, belfry.token);
  assert.ok((await admin.ask('identity.users.add', {...mallory, email: 'mallory@example.org', role: 'admin'})).reply);
  hostile = await belfry.login(mallory);
  agent = (await admin.ask('identity.tokens.add', {name: 'agent_123', role: 'agent'})).reply.secret;
  witness = await Witness.make();
});
after(async () => {
  witness?.speaker.end();
  admin?.close();
  await belfry?.remove();
});

for (const [contract, open] of Object.entries(contracts)) {
  test(`${contract}: whatever is wrong with a word is answered, and the connection stays`, async () => {
    const {heard} = await vocabularyOf(contract);
    assert.ok(heard.length > 0);
    for (const {word, schema, example} of heard) {
      let speaker;
      let said = 0;
      for (const {name, argument, mustFail} of hostilities(schema, example ?? sample(schema))) {
        if (said++ % atOnce === 0) {
          speaker?.end();
          speaker = await open();
        }
        const what = `${word}, ${name}`;
        const {isRefused, answer} = await speaker.say(word, argument).catch((error) => { throw new Error(`${what}: ${error.message}`); });
        if (mustFail && !understood.includes(what)) {
          assert.ok(isRefused, `${what}: ${JSON.stringify(answer).slice(0, 200)}`);
          assert.doesNotMatch(JSON.stringify(answer), /too many requests/i, what);
        }
      }
      speaker?.end();
      await witness.check();
    }
  });
}

for (const dialect of ['everyst', 'departments', 'auraos']) {
  const prefix = dialect === 'departments' ? 'E_' : '';

  test(`${dialect}: without an acknowledgement a failure is an event, and no secret of the server`, async () => {
    const {socket, end} = await socketIoSpeaker(dialect);
    for (const {word, schema} of (await vocabularyOf(dialect)).heard) {
      const isNamed = dialect === 'departments' && word === 'authenticate';
      socket.emit(word, [['wrong']]);
      const [error] = await once(socket, isNamed ? 'auth_error' : 'error');
      assert.equal(error.status, 'error', word);
      assert.match(error.code, new RegExp(`^${prefix}(INVALID|UNAVAILABLE|NOT_FOUND)$`), `${word} ${JSON.stringify(schema)}`);
      assertReason(error.message);
      assertTime(error.timestamp);
    }
    end();
    await witness.check();
  });

  test(`${dialect}: nobody is told that he must sign in, whatever he says`, async () => {
    const {socket, say, end} = await socketIoSpeaker(dialect, '');
    for (const {word, schema, example} of (await vocabularyOf(dialect)).heard.filter((each) => each.word !== 'authenticate')) {
      for (const argument of [example ?? sample(schema), [['wrong']]]) {
        const {answer} = await say(word, argument);
        assert.equal(answer.message ?? answer.error, 'Authentication required', word);
        socket.emit(word, argument);
        assert.equal((await once(socket, 'error'))[0].code, `${prefix}AUTH_FAILED`, word);
      }
    }
    end();
    await witness.check();
  });
}

test('whom somebody claims to be is overruled in every word that names one, and is noted', async () => {
  const {user} = await (await belfry.post('/api/auth/login', {email: 'mallory@example.org', password: mallory.password})).json();
  const dana = (await admin.ask('identity.whoami')).reply;
  await quietAssistant(belfry, belfry.token); // it types, too
  const listener = await socketIoSpeaker('auraos', belfry.token);
  await listener.say('join_chat_room', {roomName: 'general_chat'});
  const speaker = await socketIoSpeaker('auraos');
  const userProfile = {uid: dana.id, email: dana.email, displayName: 'dana'};
  const joined = once(speaker.socket, 'user_joined');
  await speaker.say('join_user_room', {userId: dana.id, userProfile});
  assert.equal((await joined)[0].id, user.id);
  for (const [word, argument, told, idOf] of [
    ['join_chat_room', {}, 'user_joined_chat', (said) => said.user.uid],
    ['send_message', {message: 'I am dana'}, 'new_message', ({userId}) => userId],
    ['typing_start', {}, 'user_typing', ({userId}) => userId],
    ['typing_stop', {}, 'user_typing', ({userId}) => userId],
  ]) {
    const heard = once(listener.socket, told);
    assert.equal((await speaker.say(word, {roomName: 'general_chat', ...argument, userProfile})).isRefused, false, word);
    assert.equal(idOf((await heard)[0]), user.id, word);
  }
  // The first of its kind is noted as it is, after the answer.
  await seen('the record', async () => (await demand(admin, 'audit.read', {actions: ['identity_claimed']})).records
    .some(({actor, outcome}) => actor === mallory.username && outcome === 'overruled'));
  [listener, speaker].forEach(({end}) => end());
});

test('what no parser goes into is an error, or the end of that one connection', async () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  for (const [path, message] of [[`/ws?token=${hostile}`, `{"type":"ping","data":${deep}}`],
                                 [`/api/v1/ws/devices?token=${agent}`, `{"type":"ping","data":${deep}}`],
                                 [`/console?token=${hostile}`, `{"id":1,"command":"session.ping","params":${deep}}`]]) {
    const socket = new WebSocket(`${belfry.url.replace('http', 'ws')}${path}`);
    socket.on('open', () => socket.send(message));
    const [type] = await new Promise((resolve, reject) => {
      socket.on('close', (code) => reject(new Error(`${path}: closed with ${code}`)));
      socket.on('message', (data) => {
        const {type, error} = JSON.parse(data);
        if (type === 'error' || error) {
          resolve(['error']);
        }
      });
    });
    assert.equal(type, 'error');
    socket.terminate();
  }
  const {socket} = await socketIoSpeaker('everyst');
  const gone = once(socket, 'disconnect');
  socket.io.engine.write(`42/everyst,["get_network_map",${deep}]`);
  await gone;
  await witness.check();
});
