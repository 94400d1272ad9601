// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the Socket.IO v5 suite, and the rules around them, against belfry-conformance.
import assert from 'node:assert/strict';
import test, {after, before, describe} from 'node:test';

import {Line, Polling, Subject} from './subject.mjs';

let subject;
let patient; // where each answer to a ping is a request of its own, and what is tested is something else

before(async () => {
  subject = await Subject.start();
  patient = await Subject.start('--ping-interval', '5000', '--ping-timeout', '20000');
});
after(() => Promise.all([subject.stop(), patient.stop()]));

/** An Engine.IO session on WebSocket that has joined nothing. */
async function dial() {
  const line = await Line.open(`${subject.ws}/socket.io/?EIO=4&transport=websocket`);
  assert.ok((await line.next()).startsWith('0'));
  return line;
}

/** Joins and hears the CONNECT answer, which is exactly {sid}. */
async function join(line, nsp = '', payload = '') {
  line.say(`40${nsp}${nsp && payload ? ',' : ''}${payload}`);
  const answer = await line.nextButPings();
  const head = `40${nsp ? `${nsp},` : ''}`;
  assert.equal(answer.slice(0, head.length), head);
  const {sid, ...rest} = JSON.parse(answer.slice(head.length));
  assert.equal(typeof sid, 'string');
  assert.deepEqual(rest, {});
  return sid;
}

/** Has joined "/". */
async function connected() {
  const line = await dial();
  await join(line);
  await line.hears('42["auth",{}]');
  return line;
}

describe('CONNECT', () => {
  test('to the main namespace', async () => {
    const line = await dial();
    await join(line);
    await line.hears('42["auth",{}]');
    line.close();
  });
  test('to the main namespace with a payload', async () => {
    const line = await dial();
    await join(line, '', '{"token":"123"}');
    await line.hears('42["auth",{"token":"123"}]');
    line.close();
  });
  test('to a custom namespace', async () => {
    const line = await dial();
    await join(line, '/custom');
    await line.hears('42/custom,["auth",{}]');
    line.close();
  });
  test('to a custom namespace with a payload', async () => {
    const line = await dial();
    await join(line, '/custom', '{"token":"abc"}');
    await line.hears('42/custom,["auth",{"token":"abc"}]');
    line.close();
  });
  test('gives every namespace an id of its own, and none is the session\'s', async () => {
    const line = await Line.open(`${subject.ws}/socket.io/?EIO=4&transport=websocket`);
    const {sid} = JSON.parse((await line.next()).slice(1));
    const ids = new Set([sid, await join(line)]);
    await line.hears('42["auth",{}]');
    ids.add(await join(line, '/custom'));
    assert.equal(ids.size, 3);
    line.close();
  });
  test('to an unknown namespace', async () => {
    const line = await dial();
    line.say('40/random');
    await line.hears('44/random,{"message":"Invalid namespace"}');
    await join(line); // the connection is still good
    line.close();
  });
  test('that is not one closes', async () => {
    const line = await dial();
    line.say('4abc');
    await line.isClosed();
  });
  test('that does not come closes', async () => {
    const line = await dial();
    for (;;) {
      const packet = await line.nextButPings();
      if (packet === null) {
        break;
      }
      assert.fail(`heard ${packet}`);
    }
  });
  test('over polling', async () => {
    const session = await Polling.open(patient, '/socket.io/');
    await session.says('40{"token":"T"}');
    const [welcome, auth] = (await session.hearsButPings()).split('\x1e');
    assert.deepEqual(Object.keys(JSON.parse(welcome.slice(2))), ['sid']);
    assert.equal(auth, '42["auth",{"token":"T"}]');
    await session.says('42["message",1]\x1e452-["message",{"_placeholder":true,"num":0},' +
                       '{"_placeholder":true,"num":1}]\x1ebAQID\x1ebBAU=');
    assert.equal(await session.hearsButPings(), '42["message-back",1]\x1e452-["message-back",' +
                 '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]\x1ebAQID\x1ebBAU=');
  });
});

describe('DISCONNECT', () => {
  test('from the main namespace leaves the connection open', async () => {
    const line = await connected();
    line.say('41');
    assert.equal(await line.next(), '2');
    line.close();
  });
  test('from a custom namespace leaves the main one', async () => {
    const line = await connected();
    await join(line, '/custom');
    await line.hears('42/custom,["auth",{}]');
    line.say('41/custom', '42["message","message to main namespace"]');
    await line.hears('42["message-back","message to main namespace"]');
    line.close();
  });
  test('lets come back', async () => {
    const line = await connected();
    line.say('41');
    await join(line);
    line.close();
  });
});

describe('EVENT', () => {
  test('plain text', async () => {
    const line = await connected();
    line.say('42["message",1,"2",{"3":[true]}]');
    await line.hears('42["message-back",1,"2",{"3":[true]}]');
    line.close();
  });
  test('of a custom namespace', async () => {
    const line = await dial();
    await join(line, '/custom');
    await line.hears('42/custom,["auth",{}]');
    line.say('42/custom,["message",-1,1.5,9007199254740991,"ä€😀",null]');
    await line.hears('42/custom,["message-back",-1,1.5,9007199254740991,"ä€😀",null]');
    line.close();
  });
  test('with attachments', async () => {
    const line = await connected();
    line.say('452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
             Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6]));
    await line.hears('452-["message-back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
                     Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6]));
    line.close();
  });
  test('with an id is acknowledged', async () => {
    const line = await connected();
    line.say('42456["message-with-ack",1,"2",{"3":[false]}]');
    await line.hears('43456[1,"2",{"3":[false]}]');
    line.close();
  });
  test('with attachments and an id is acknowledged', async () => {
    const line = await connected();
    line.say('452-789["message-with-ack",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
             Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6]));
    await line.hears('462-789[{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
                     Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6]));
    line.close();
  });
  test('nobody knows is passed over', async () => {
    const line = await connected();
    line.say('42["unknown",1]', '421["unknown"]', '43999[]', '42["message"]');
    await line.hears('42["message-back"]');
    line.close();
  });
  for (const packet of ['4abc', '42{}', '42abc["message-with-ack",1,"2",{"3":[false]}]', '42[]', '42["connect"]',
                        '42["disconnect"]', '42/custom,["message"]', '44"no"', '40', '451["message"]',
                        '4511-["message"]', '451-["message",{"_placeholder":true,"num":1}]']) {
    test(`${packet} closes`, async () => {
      const line = await connected();
      line.say(packet);
      await line.isClosed();
    });
  }
  test('text where an attachment is due closes', async () => {
    const line = await connected();
    line.say('451-["message",{"_placeholder":true,"num":0}]', '42["message"]');
    await line.isClosed();
  });
  test('an attachment that is not due closes', async () => {
    const line = await connected();
    line.say(Buffer.from([1]));
    await line.isClosed();
  });
});

describe('recovery', () => {
  let recovering;
  before(async () => { recovering = await Subject.start('--recovery', '60'); });
  after(() => recovering.stop());

  /** Joins "/" and hears who it is there. */
  const arrive = async (payload = '') => {
    const line = await Line.open(`${recovering.ws}/socket.io/?EIO=4&transport=websocket`);
    await line.next();
    line.say(`40${payload}`);
    return {line, ...JSON.parse((await line.nextButPings()).slice(2))};
  };
  /** The next event and its offset. */
  const offsetOf = (packet, event) => {
    const heard = JSON.parse(packet.slice(2));
    const offset = heard.pop();
    assert.equal(typeof offset, 'string');
    assert.deepEqual(heard, event);
    return offset;
  };

  test('brings back who lost the connection, and what was missed', async () => {
    const first = await arrive();
    assert.notEqual(first.pid, first.sid);
    const offset = offsetOf(await first.line.nextButPings(), ['auth', {}]);
    const other = await arrive();
    await other.line.nextButPings();
    first.line.close();
    other.line.say('42["pub",1]', '42["message","only mine"]', '42["pub",2]');
    for (const event of [['ev', 1], ['message-back', 'only mine'], ['ev', 2]]) {
      offsetOf(await other.line.nextButPings(), event);
    }
    const {line, pid, sid} = await arrive(JSON.stringify({pid: first.pid, offset}));
    assert.deepEqual([pid, sid], [first.pid, first.sid]);
    offsetOf(await line.nextButPings(), ['ev', 1]);
    offsetOf(await line.nextButPings(), ['ev', 2]);
    [line, other.line].forEach((each) => each.close());
  });
  test('does not bring back who left, nor who knows too little', async () => {
    const gone = await arrive();
    const offset = offsetOf(await gone.line.nextButPings(), ['auth', {}]);
    gone.line.say('41');
    gone.line.close();
    const lost = await arrive();
    await lost.line.nextButPings();
    lost.line.close();
    const other = await arrive(); // a round trip, so that the server has seen them go
    await other.line.nextButPings();
    other.line.close();
    for (const claim of [{pid: gone.pid, offset}, {pid: lost.pid}, {pid: lost.pid, offset: 'x'}, {pid: 'x', offset}]) {
      const again = await arrive(JSON.stringify(claim));
      assert.ok(![gone.sid, lost.sid].includes(again.sid));
      assert.ok(![gone.pid, lost.pid].includes(again.pid));
      offsetOf(await again.line.nextButPings(), ['auth', claim]);
      again.line.close();
    }
  });
});

describe('measurements', () => {
  test('pub reaches everybody in the main namespace', async () => {
    const lines = [await connected(), await connected(), await connected()];
    const elsewhere = await dial();
    await join(elsewhere, '/custom');
    await elsewhere.hears('42/custom,["auth",{}]');
    lines[0].say('42["pub",{"n":1},"two"]');
    for (const line of lines) {
      await line.hears('42["ev",{"n":1},"two"]');
      line.close();
    }
    elsewhere.say('42/custom,["message"]');
    await elsewhere.hears('42/custom,["message-back"]');
    elsewhere.close();
  });
  test('echo answers with its argument', async () => {
    const line = await connected();
    line.say('421["echo",{"a":1}]');
    await line.hears('431[{"a":1}]');
    line.close();
  });
});
