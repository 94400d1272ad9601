// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the Engine.IO v4 suite, and the answers of the reference server around them, against belfry-conformance.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import http from 'node:http';
import net from 'node:net';
import test, {after, before, describe} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';

import {Line, Polling, Subject, WebSocket} from './subject.mjs';

const pingInterval = 300;
const pingTimeout = 200;
const maxPayload = 1000000;
let subject;
let patient; // where each answer to a ping is a request of its own, and what is tested is something else

before(async () => {
  subject = await Subject.start();
  patient = await Subject.start('--ping-interval', '5000', '--ping-timeout', '20000');
});
after(() => Promise.all([subject.stop(), patient.stop()]));

const at = (query) => `${subject.http}/engine.io/${query}`;
const socketAt = (query) => `${subject.ws}/engine.io/${query}`;
const openSocket = async () => {
  const line = await Line.open(socketAt('?EIO=4&transport=websocket'));
  assert.ok((await line.next()).startsWith('0'));
  return line;
};

function assertHandshake(packet, upgrades) {
  assert.equal(packet[0], '0');
  const {sid, ...rest} = JSON.parse(packet.slice(1));
  assert.equal(typeof sid, 'string');
  assert.deepEqual(rest, {upgrades, pingInterval, pingTimeout, maxPayload});
  return sid;
}

async function assertFault(answer, status, code, message) {
  assert.equal(answer.status, status);
  assert.match(answer.headers.get('content-type'), /^application\/json/);
  assert.deepEqual(await answer.json(), {code, message});
}

describe('handshake over polling', () => {
  test('opens a session', async () => {
    const answer = await fetch(at('?EIO=4&transport=polling'));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=UTF-8');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const packet = await answer.text();
    assert.equal(answer.headers.get('content-length'), String(packet.length));
    assert.equal(assertHandshake(packet, ['websocket']).length, 20);
  });
  for (const [what, query] of [['missing', '?transport=polling'], ['abc', '?EIO=abc&transport=polling'],
                               ['3', '?EIO=3&transport=polling']]) {
    test(`refuses EIO ${what}`, async () =>
      assertFault(await fetch(at(query)), 400, 5, 'Unsupported protocol version'));
  }
  for (const [what, query] of [['missing', '?EIO=4'], ['abc', '?EIO=4&transport=abc']]) {
    test(`refuses transport ${what}`, async () => assertFault(await fetch(at(query)), 400, 0, 'Transport unknown'));
  }
  for (const method of ['POST', 'PUT']) {
    test(`refuses ${method}`, async () =>
      assertFault(await fetch(at('?EIO=4&transport=polling'), {method}), 400, 2, 'Bad handshake method'));
  }
  test('refuses transport websocket without an upgrade', async () =>
    assertFault(await fetch(at('?EIO=4&transport=websocket')), 400, 3, 'Bad request'));
  test('refuses a session it does not know', async () =>
    assertFault(await fetch(at('?EIO=4&transport=polling&sid=abc')), 400, 1, 'Session ID unknown'));
  test('passes over what it does not need', async () =>
    assert.equal((await fetch(at('?EIO=4&transport=polling&t=xyz&b64=1&j=0'))).status, 200));
});

describe('handshake over WebSocket', () => {
  test('opens a session', async () => {
    const line = await Line.open(socketAt('?EIO=4&transport=websocket'));
    assertHandshake(await line.next(), []);
    line.close();
  });
  for (const query of ['?transport=websocket', '?EIO=abc&transport=websocket', '?EIO=4', '?EIO=4&transport=abc',
                       '?EIO=4&transport=websocket&sid=abc']) {
    test(`closes ${query}`, async () => new Line(socketAt(query)).isClosed());
  }
});

describe('pages of other origins', () => {
  test('may read every answer', async () => {
    for (const [query, options] of [['?EIO=4&transport=polling', {}], ['?EIO=4&transport=abc', {}],
                                    ['?EIO=4&transport=polling', {headers: {Origin: 'https://noc.example'}}]]) {
      const answer = await fetch(at(query), options);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
  });
  test('may ask before they send headers of their own', async () => {
    const answer = await fetch(at('?EIO=4&transport=polling'), {method: 'OPTIONS', headers: {
      Origin: 'https://noc.example', 'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization'}});
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-methods'), 'GET,HEAD,PUT,PATCH,POST,DELETE');
    assert.equal(answer.headers.get('access-control-allow-headers'), 'authorization');
    assert.match(answer.headers.get('vary'), /Access-Control-Request-Headers/);
  });
  test('may open a WebSocket', async () => {
    const socket = new WebSocket(socketAt('?EIO=4&transport=websocket'), {origin: 'https://noc.example'});
    const [packet] = await once(socket, 'message');
    assertHandshake(packet.toString(), []);
    socket.terminate();
  });
});

describe('messages over polling', () => {
  test('one packet', async () => {
    const session = await Polling.open(patient);
    const posted = await session.post('4hello');
    assert.equal(posted.status, 200);
    assert.equal(posted.headers.get('content-type'), 'text/html');
    assert.equal(await posted.text(), 'ok');
    assert.equal(await session.hearsButPings(), '4hello');
  });
  test('several packets', async () => {
    const session = await Polling.open(patient);
    await session.says('4test1\x1e4test2\x1e4test3');
    assert.equal(await session.hearsButPings(), '4test1\x1e4test2\x1e4test3');
  });
  test('text and binary', async () => {
    const session = await Polling.open(patient);
    await session.says('4hello\x1ebAQIDBA==');
    assert.equal(await session.hearsButPings(), '4hello\x1ebAQIDBA==');
  });
  test('a message beyond ASCII', async () => {
    const session = await Polling.open(patient);
    await session.says('4utf8 — €');
    assert.equal(await session.hearsButPings(), '4utf8 — €');
  });
  test('an invalid packet ends the session', async () => {
    const session = await Polling.open(patient);
    assert.equal((await session.post('abc')).status, 400);
    await session.isGone();
  });
  test('binary as octets ends the session', async () => {
    const session = await Polling.open(patient);
    const answer = await session.post('4hello', {'Content-Type': 'application/octet-stream'});
    assert.equal(answer.status, 400);
    await session.isGone();
  });
  test('a body beyond maxPayload is refused and the session stays', async () => {
    const session = await Polling.open(patient);
    assert.equal((await session.post(`4${'x'.repeat(maxPayload)}`)).status, 413);
    await session.says('4hello');
    assert.equal(await session.hearsButPings(), '4hello');
  });
  test('a method nobody needs is answered by 500', async () => {
    const session = await Polling.open(patient);
    const answer = await fetch(session.url, {method: 'PUT'});
    assert.equal(answer.status, 500);
    assert.equal(await answer.text(), '');
  });
  test('a second poll ends the session', async () => {
    const session = await Polling.open(patient);
    const answers = await Promise.all([session.poll(), session.poll()]);
    const [first, second] = answers.sort((a, b) => a.status - b.status);
    assert.equal(first.status, 200);
    assert.equal(await first.text(), '1');
    assert.equal(second.status, 400);
    await session.isGone();
  });
  test('a cancelled poll ends the session', async () => {
    const session = await Polling.open(patient);
    const {pathname, search} = new URL(session.url);
    const socket = net.connect(patient.port, '127.0.0.1');
    socket.end(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    socket.resume();
    await once(socket, 'close'); // the server has seen that nobody waits
    await session.isGone();
  });
});

describe('messages over WebSocket', () => {
  test('text', async () => {
    const line = await openSocket();
    line.say('4hello');
    await line.hears('4hello');
    line.close();
  });
  test('binary', async () => {
    const line = await openSocket();
    const bytes = Buffer.from([1, 2, 3, 4]);
    line.say(bytes);
    await line.hears(bytes);
    line.close();
  });
  test('an invalid packet closes', async () => {
    const line = await openSocket();
    line.say('abc');
    await line.isClosed();
  });
  test('a ping of the client closes', async () => {
    const line = await openSocket();
    line.say('2');
    await line.isClosed();
  });
  test('open, upgrade and noop are passed over', async () => {
    const line = await openSocket();
    line.say('0', '5', '6', '4hello');
    await line.hears('4hello');
    line.close();
  });
  test('a message beyond maxPayload is closed with 1009', async () => {
    const line = await openSocket();
    line.say(`4${'x'.repeat(maxPayload + 1)}`);
    await line.isClosed();
    assert.equal(await line.closed, 1009);
  });
});

describe('heartbeat', () => {
  test('over polling', async () => {
    const session = await Polling.open(subject);
    for (let round = 0; round < 3; ++round) {
      const answer = await session.poll();
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), '2');
      await session.says('3');
    }
  });
  test('a polling client that is silent is gone at once after interval and time-out', async () => {
    const session = await Polling.open(subject);
    await sleep(pingInterval + pingTimeout);
    await session.isGone();
  });
  test('over WebSocket', async () => {
    const line = await openSocket();
    for (let round = 0; round < 3; ++round) {
      assert.equal(await line.next(), '2');
      line.say('3');
    }
    line.close();
  });
  test('a silent WebSocket is closed', async () => {
    const line = await openSocket();
    await line.isClosed();
  });
});

describe('close', () => {
  test('over polling', async () => {
    const session = await Polling.open(subject);
    const [poll] = await Promise.all([session.poll(), session.says('1')]);
    assert.equal(poll.status, 200);
    assert.equal(await poll.text(), '6');
    await session.isGone();
  });
  test('over WebSocket', async () => {
    const line = await openSocket();
    line.say('1');
    await line.isClosed();
  });
});

describe('upgrade', () => {
  const probe = async (session) => {
    const line = await Line.open(socketAt(`?EIO=4&transport=websocket&sid=${session.sid}`));
    line.say('2probe');
    await line.hears('3probe');
    return line;
  };
  test('from polling to WebSocket', async () => {
    const session = await Polling.open(subject);
    const line = await probe(session);
    assert.equal(await session.hearsButPings(), '6');
    line.say('5', '4hello');
    await line.hears('4hello');
    line.close();
  });
  test('what polls ask afterwards is refused', async () => {
    const session = await Polling.open(subject);
    const line = await probe(session);
    line.say('5', '4first');
    await line.hears('4first');
    await assertFault(await session.poll(), 400, 3, 'Bad request');
    assert.equal((await session.post('4hello')).status, 400);
    line.say('4hello');
    await line.hears('4hello');
    line.close();
  });
  test('a second WebSocket of the session is closed', async () => {
    const session = await Polling.open(subject);
    const line = await probe(session);
    line.say('5', '4first');
    await line.hears('4first');
    await new Line(socketAt(`?EIO=4&transport=websocket&sid=${session.sid}`)).isClosed();
    line.say('4hello');
    await line.hears('4hello');
    line.close();
  });
  test('what waited comes over the WebSocket', async () => {
    const session = await Polling.open(subject);
    const line = await probe(session);
    await session.says('4waited');
    line.say('5');
    await line.hears('4waited');
    line.close();
  });
  test('a probe that says something else is closed, and polling goes on', async () => {
    const session = await Polling.open(subject);
    const line = await Line.open(socketAt(`?EIO=4&transport=websocket&sid=${session.sid}`));
    line.say('4hello');
    await line.isClosed();
    await session.says('4still here');
    assert.equal(await session.hearsButPings(), '4still here');
  });
});

describe('raw WebSocket at /echo', () => {
  test('echoes up to 16 MiB', async () => {
    const line = await Line.open(`${subject.ws}/echo`);
    const large = Buffer.alloc(16 * 1024 * 1024, 'x');
    line.say('hello', large);
    assert.equal(await line.next(), 'hello');
    assert.ok(large.equals(await line.next()));
    line.say(Buffer.alloc(large.length + 1));
    await line.isClosed();
    assert.equal(await line.closed, 1009);
  });
});

test('connections beyond --max-connections are turned away', async () => {
  const small = await Subject.start('--max-connections', '2');
  try {
    const lines = [await Line.open(`${small.ws}/echo`), await Line.open(`${small.ws}/echo`)];
    const third = await Line.open(`${small.ws}/echo`);
    await third.isClosed();
    assert.equal(await third.closed, 1013);
    const answer = await new Promise((resolve) =>
      http.get(`${small.http}/engine.io/?EIO=4&transport=polling`, {agent: false}, resolve));
    assert.equal(answer.statusCode, 403);
    lines.forEach((line) => line.close());
  } finally {
    await small.stop();
  }
});
