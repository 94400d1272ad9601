// SPDX-License-Identifier: GPL-3.0-or-later
// Two real windows, a page in Debian's Chromium and AuraOS' sample client talk in one room: everybody hears everything in
// one order, who types and who is here; who comes late finds what was said, as it is by then.
import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Console, quietAssistant} from '../interop/support/console.mjs';
import {Page, snippetsOf, startPrinted} from '../interop/support/page.mjs';
import {demand, seen} from '../interop/support/waiting.mjs';
import {launch, openPage} from '../web/support/browser.mjs';
import {Desk} from './desk.mjs';

const interop = fileURLToPath(new URL('../interop/', import.meta.url));
const snippets = snippetsOf(path.join(interop, 'samples/auraos.md'));
const general = 'general_chat';
const john = {uid: 'user_123', email: 'user@example.com', displayName: 'John Doe'};
const people = {omar: 'nine loud ravens at dawn', eve: 'three slow herons at noon'};
const tokens = {};
const said = []; // in the order in which it was said
let belfry;
let browser;
let dana; // a window
let omar; // another
let eve; // a page in a browser
let sample; // AuraOS'

/** A page of the server's own origin that does with Socket.IO what AuraOS' pages do. */
async function talkingPage(token) {
  const page = await openPage(browser, `${belfry.url}/`, {bypassCSP: true});
  await page.addScriptTag({path: path.join(interop, 'node_modules/socket.io-client/dist/socket.io.js')});
  await page.evaluate(({token, room}) => new Promise((resolve) => {
    const socket = io('/', {auth: {token}, transports: ['websocket'], forceNew: true});
    window.talk = {socket, lines: [], typing: [], online: [], history: []};
    socket.on('new_message', (line) => window.talk.lines.push(line));
    socket.on('user_typing', (typing) => window.talk.typing.push(typing));
    socket.on('online_users', (users) => { window.talk.online = users; });
    socket.on('chat_history', (lines) => { window.talk.history = lines; resolve(); });
    socket.on('connect', () => {
      socket.emit('get_user_info', {}, ({user}) => {
        socket.emit('join_user_room', {userId: user.id});
        socket.emit('join_chat_room', {roomName: room});
      });
    });
  }), {token, room: general});
  page.say = (word, argument) => page.evaluate(([each, what]) => { window.talk.socket.emit(each, what); }, [word, argument]);
  page.heard = () => page.evaluate(() => window.talk);
  return page;
}

/** What is said in the room, as each of the four has it; all of it has to be there before. */
const inWindow = async (desk) => (await desk.rows('Messages')).rows ?? [];
async function allHear(text) {
  said.push(text);
  for (const [name, desk] of Object.entries({dana, omar})) {
    await seen(async () => `${text} in the window of ${name}: ${JSON.stringify(await inWindow(desk))}`,
      async () => (await inWindow(desk)).some((row) => row.includes(text)), 20);
  }
  await seen(`${text} in the browser`, async () => (await eve.heard()).lines.some(({message}) => message === text), 20);
  await seen(`${text} in AuraOS' page`, () => sample.lines.some(({message}) => message === text), 20);
}

/** The known lines among these, in their order. */
const known = (rows) => rows.map((row) => said.find((text) => row.includes(text))).filter(Boolean);

async function write(desk, text) {
  await desk.tabTo(/^Message to/);
  await desk.type(text);
  await desk.press('Return');
}

async function openWindow(token) {
  const desk = await Desk.open(belfry, token);
  await seen('the page of the chat', async () => (await desk.press('Ctrl+9')).window.includes('Chat'), 20);
  await seen('the room', async () => (await desk.rows('Chat rooms')).rows?.some((row) => row.includes(general)), 20);
  await desk.tabTo(/^Message to general_chat/);
  return desk;
}

before(async () => {
  belfry = await startPrinted();
  tokens.dana = belfry.token;
  const admin = await Console.open(belfry, tokens.dana);
  for (const [username, password] of Object.entries(people)) {
    await demand(admin, 'identity.users.add', {username, password, role: 'operator'});
    tokens[username] = await belfry.login({username, password});
  }
  admin.close();
  await quietAssistant(belfry, tokens.dana);
  browser = await launch();
});
after(async () => {
  Page.endAll();
  await browser?.close();
  await dana?.close();
  await omar?.close();
  await belfry?.remove();
});

test('they come, and see who is here', async () => {
  dana = await openWindow(tokens.dana);
  omar = await openWindow(tokens.omar);
  eve = await talkingPage(tokens.eve);
  sample = new Page(belfry).run(snippets.get('Client Setup'));
  await sample.logged('Connected:');
  sample.lines = [];
  sample.typing = [];
  sample.value('socket').on('new_message', (line) => sample.lines.push(line));
  sample.value('socket').on('user_typing', (typing) => sample.typing.push(typing));
  ['join_user_room', 'join_chat_room', 'new_message'].forEach((heading) => sample.run(snippets.get(heading)));
  await seen('all four in the browser', async () => {
    const names = (await eve.heard()).online.map(({userProfile}) => userProfile?.displayName);
    return ['dana', 'omar', 'eve', 'John Doe'].every((name) => names.includes(name));
  }, 20);
  for (const desk of [dana, omar]) {
    await desk.tabTo(/^Members$/);
    await desk.press('Space');
    for (const name of ['dana', 'omar', 'eve', 'John Doe']) {
      await seen(async () => `${name} among ${JSON.stringify(await desk.rows('Members'))}`,
        async () => (await desk.rows('Members')).rows?.some((row) => row.includes(name) && /online/i.test(row)), 20);
    }
  }
});

test('what each says everybody hears, in one order', async () => {
  await write(dana, 'The printer smokes');
  await allHear('The printer smokes');
  await write(omar, 'Which one? <b>Ours</b>?');
  await allHear('Which one? <b>Ours</b>?');
  await eve.say('send_message', {roomName: general, message: 'I bring the extinguisher', messageType: 'text'});
  await allHear('I bring the extinguisher');
  sample.run(snippets.get('send_message'));
  await sample.logged('John Doe: Hello everyone!');
  await allHear('Hello everyone!');
  // All at once: whatever order it is, it is one.
  const burst = Array.from({length: 8}, (_, i) => `all at once ${i}`);
  await Promise.all(burst.map((text, i) => i % 2 === 0
    ? eve.say('send_message', {roomName: general, message: text})
    : sample.value('socket').emit('send_message', {roomName: general, message: text, userProfile: john})));
  for (const text of burst) {
    await allHear(text);
  }
  const order = sample.lines.map(({message}) => message);
  assert.deepEqual((await eve.heard()).lines.map(({message}) => message), order);
  for (const desk of [dana, omar]) {
    assert.deepEqual(known(await inWindow(desk)), order);
  }
  said.splice(0, said.length, ...order);
});

test('who types is seen by the others', async () => {
  for (const desk of [dana, omar]) {
    await eve.say('typing_start', {roomName: general}); // it is forgotten after some seconds
    await desk.hears('StaticText', /eve.*(types|typing|writ)/i);
  }
  await seen('in AuraOS\' page', () => sample.typing.some(({userName, isTyping}) => userName === 'eve' && isTyping), 20);
  await eve.say('typing_stop', {roomName: general});
  await dana.tabTo(/^Message to/);
  await dana.type('Hm');
  await Promise.all([
    seen('who types at the window', async () =>
      (await eve.heard()).typing.some(({userName, isTyping}) => userName === 'dana' && isTyping), 20),
    omar.hears('StaticText', /dana.*(types|typing|writ)/i)]);
  await dana.press('Ctrl+A', 'Del');
});

test('what is edited and deleted is so for everybody', async () => {
  await write(omar, 'All is wel');
  await allHear('All is wel');
  await omar.tabTo(/^Message to/);
  await omar.press('Up', 'End');
  await omar.type('l again');
  await omar.press('Return');
  for (const desk of [dana, omar]) {
    await seen('the edited line', async () => (await inWindow(desk)).some((row) => /All is well again.*edited/.test(row)), 20);
  }
  said.splice(said.indexOf('All is wel'), 1, 'All is well again');

  await write(dana, 'Bring marshmallows');
  await allHear('Bring marshmallows');
  await dana.tabTo(/^Messages$/);
  await dana.press('End', 'Del');
  const asked = (await dana.focused()).window;
  await dana.press('Return');
  for (const desk of [omar, dana]) {
    await seen(async () => `that it is gone (${asked}): ${JSON.stringify((await inWindow(desk)).slice(-3))}`,
      async () => !(await inWindow(desk)).some((row) => row.includes('marshmallows')), 20);
    assert.ok((await inWindow(desk)).at(-1).includes('deleted'));
  }
  said.splice(said.indexOf('Bring marshmallows'), 1);
});

test('who comes late finds it all', async () => {
  const late = await talkingPage(tokens.eve);
  assert.deepEqual(known((await late.heard()).history.map(({message}) => message)), said);
  assert.ok((await late.heard()).history.every(({message}) => message !== 'Bring marshmallows'));
  await late.context().close();
  await omar.close();
  omar = await openWindow(tokens.omar);
  await seen('all lines in a new window', async () => known(await inWindow(omar)).length === said.length, 20);
  assert.deepEqual(known(await inWindow(omar)), said);
  if (process.env.BELFRY_SHOTS) {
    await omar.picture(path.join(process.env.BELFRY_SHOTS, 'conversation.png'));
  }
  await eve.context().close();
  await dana.tabTo(/^Message to/);
  await seen('that eve is away', async () => (await dana.rows('Members')).rows?.some((row) => row.includes('eve') && !/online/i.test(row))
    || !(await dana.rows('Members')).rows?.some((row) => row.includes('eve')), 40);
  assert.deepEqual([dana.pointers, omar.pointers], [0, 0]);
});
