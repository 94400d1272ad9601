// SPDX-License-Identifier: GPL-3.0-or-later
// People talk in browsers, with those who sit at a console, and nothing of it is lost when the cable is.
import assert from 'node:assert/strict';
import test, {after, afterEach, before} from 'node:test';

import {account} from '../interop/support/belfry.mjs';
import {chatCompletions, dictation} from '../interop/support/chatcompletions.mjs';
import {assertFits, banner, shoot} from './support/browser.mjs';
import {Cable} from './support/cable.mjs';
import {eve, finish, focused, House, omar, sizes} from './support/house.mjs';

const general = 'general_chat';
const room = `#/chat/${general}`;
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let house;

before(async () => { house = await House.open(); });
afterEach(() => house.empty());
after(() => house?.close());

const line = (page, text) => page.locator('.chat-line', {has: page.locator('.text', {hasText: text})});
const field = (page) => page.locator('.composer textarea');

async function write(page, text) {
  await field(page).fill(text);
  await field(page).press('Enter');
}

async function pick(page, text, deed) {
  await line(page, text).hover();
  await line(page, text).locator('.line-tools').click();
  await page.getByRole('menuitem', {name: deed}).click();
}

const enter = async (desk, name = general) => desk.ask('chat.join', {room_name: name});

test('two browsers and a console converse: typing, replies, reactions, second thoughts', async () => {
  const [one, other] = await Promise.all([house.page(account, room), house.page(omar, room)]);
  const desk = await house.desk(eve, ['chat.*']);
  await enter(desk);
  await field(one).pressSequentially('The printer sm');
  await other.locator('.typing', {hasText: 'dana is typing…'}).waitFor();
  await field(one).pressSequentially('okes');
  await field(one).press('Enter');
  await line(other, 'The printer smokes').waitFor();
  assert.equal(await other.textContent('.typing'), '');
  assert.equal((await desk.until(({event}) => event === 'chat.message')).payload.message, 'The printer smokes');
  await pick(other, 'The printer smokes', 'Reply');
  await other.locator('.mode', {hasText: 'Reply to dana: The printer smokes'}).waitFor();
  await field(other).pressSequentially('On my way');
  await field(other).press('Enter');
  await line(one, 'On my way').locator('.quote', {hasText: 'dana: The printer smokes'}).waitFor();
  await pick(one, 'On my way', '👍');
  const reaction = line(other, 'On my way').locator('.reaction');
  await reaction.waitFor();
  assert.equal(await reaction.getAttribute('aria-pressed'), 'false');
  await reaction.click();
  await line(one, 'On my way').locator('.reaction', {hasText: '2'}).waitFor();
  await field(other).press('ArrowUp');
  assert.equal(await field(other).inputValue(), 'On my way');
  await field(other).fill('On my way, with water');
  await field(other).press('Enter');
  await line(one, 'On my way, with water').locator('.edited').waitFor();
  await pick(one, 'The printer smokes', 'Delete…');
  await one.click('.sheet .primary');
  await line(other, 'This message was deleted.').waitFor();
  await desk.ask('chat.send', {room_name: general, message: 'Shall I call somebody, @dana?'});
  await one.locator('.chat-line.calls', {hasText: 'Shall I call'}).locator('.mention', {hasText: '@dana'}).waitFor();
  desk.client.close();
  await finish(one, other);
});

test('a late comer reads upward page by page, and sees what is new', async () => {
  await house.dana.ask('chat.rooms.set', {room_name: 'long story', topic: 'How it came about'});
  // Each of them may write so much at once.
  const tellers = await Promise.all(Array.from({length: 8}, () => house.desk(omar)));
  const late = await house.page(account, '#/chat/long%20story');
  await late.locator('.log-place > .empty', {hasText: 'Nobody has written here yet.'}).waitFor();
  await late.click('#pages a[data-page=overview]');
  for (let index = 0; index < 130; ++index) {
    const message = `Part ${index}.${index === 129 ? ' Do you read this, @dana?' : ''}`;
    await tellers[index % tellers.length].ask('chat.send', {room_name: 'long story', message});
  }
  await late.locator('#chat-count', {hasText: '@1'}).waitFor();
  await late.locator('.toast', {hasText: 'Omar B.: Part 129. Do you read this, @dana?'}).waitFor();
  await late.click('#pages a[data-page=chat]');
  const mark = late.locator('.rooms a', {hasText: 'long story'});
  assert.equal(await mark.locator('.count').textContent(), '@1');
  await mark.click();
  await line(late, 'Part 129.').waitFor();
  await late.waitForFunction(() => document.getElementById('chat-count').hidden);
  const [{marks}] = (await house.dana.ask('chat.rooms.list')).rooms.filter((entry) => entry.room.name === 'long story');
  assert.equal(marks.unread, 0);
  const fresh = await house.page(eve, '#/chat/long%20story');
  await line(fresh, 'Part 129.').waitFor();
  assert.equal(await fresh.locator('.chat-line').count(), 50);
  const at = () => line(fresh, 'Part 90.').evaluate((element) => element.getBoundingClientRect().top);
  await fresh.evaluate(() => { document.querySelector('.log').scrollTop = 150; });
  const before = await at();
  await fresh.waitForFunction(() => document.querySelectorAll('.chat-line').length >= 100);
  assert.ok(Math.abs(await at() - before) < 4, 'what is read moved away');
  await fresh.evaluate(() => { document.querySelector('.log').scrollTop = 0; });
  await line(fresh, 'Part 0.').waitFor({state: 'attached'});
  assert.deepEqual((await fresh.locator('.chat-line .text').allTextContents()).map((text) => parseInt(text.slice(5), 10)),
    Array.from({length: 130}, (_, index) => index));
  await fresh.click('.latest');
  await fresh.waitForFunction(() => {
    const {scrollHeight, scrollTop, clientHeight} = document.querySelector('.log');
    return scrollHeight - scrollTop - clientHeight < 2;
  });
  tellers.forEach(({client}) => client.close());
  await finish(late, fresh);
});

test('what people write is text, whatever it looks like', async () => {
  const page = await house.page(account, room);
  const desk = await house.desk(omar);
  await enter(desk);
  await desk.ask('chat.send', {room_name: general, message: '<img src=x onerror=alert(1)><script>alert(2)</script> \u202e gnihton', cards: [
    {kind: 'device', id: '<b>nothing</b>'}, {kind: 'alert', id: 'A-999'}]});
  await line(page, '<img src=x onerror=alert(1)>').locator('.chat-card', {hasText: '<b>nothing</b>'}).waitFor();
  await desk.ask('chat.send', {room_name: general, message: 'w'.repeat(1000)});
  await line(page, 'wwwwww').waitFor();
  assert.equal(await page.locator('.log img, .log script, .log .chat-card b').count(), 0);
  await assertFits(page);
  desk.client.close();
  await finish(page);
});

test('a word after a slash is shown before it is done, and cards tell what is so now', async () => {
  const id = await house.raise('core-sw-01 stopped answering', {severity: 9});
  const page = await house.page(omar, room);
  await write(page, `Look at #${id}`);
  const card = line(page, `Look at #${id}`).locator('.chat-card');
  await card.filter({hasText: 'Open'}).waitFor();
  await field(page).pressSequentially('/ac');
  await page.locator('.completion li', {hasText: '/ack'}).waitFor();
  await field(page).press('Tab');
  assert.equal(await field(page).inputValue(), '/ack ');
  await field(page).press('Enter');
  await page.locator('.notice', {hasText: 'Say which alert'}).waitFor();
  await write(page, `/ack ${id} I am on it`);
  await page.locator('.plan', {hasText: `Acknowledges ${id}: I am on it`}).waitFor();
  assert.equal(await focused(page), 'Confirm');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.plan', {state: 'hidden'});
  assert.equal((await house.dana.ask('alerts.get', {id})).alert.state, 'open');
  await field(page).press('Enter');
  await page.click('.plan .primary');
  // What became of the alert is told beside the reply, in either order.
  await card.filter({hasText: 'Acknowledged · Omar B.'}).waitFor();
  await page.waitForFunction(() => document.querySelector('.composer textarea').value === '');
  await write(page, '/who');
  await page.locator('.notice', {hasText: 'Here now:'}).filter({hasText: 'Omar B.'}).waitFor();
  await card.locator('a').click();
  await page.locator('#alert h1', {hasText: 'core-sw-01 stopped answering'}).waitFor();
  await page.locator('#alert .deeds button', {hasText: 'Chat'}).click();
  await page.locator('.room-head', {hasText: `incident-${id}`}).waitFor();
  await page.locator('.room-head a', {hasText: `Alert ${id}`}).waitFor();
  await finish(page);
});

test('a card of a scan tells how it is, and ends it where one may; one of a metric leads to its chart', async () => {
  const page = await house.page(account, room);
  await house.dana.ask('chat.send', {room_name: general, message: 'Look at these two',
    cards: [{kind: 'scan', id: 'nowhere'}, {kind: 'metric', id: 'cpu.usage'}]});
  const cards = line(page, 'Look at these two').locator('.chat-card');
  await cards.filter({hasText: 'There is no such scan any more.'}).waitFor();
  // Nothing may be scanned here: the page's own cards, over a link that tells of one.
  const told = await page.evaluate(async () => {
    const [{Scans}, {Cards}] = await Promise.all([import('/chat/scans.js'), import('/chat/cards.js')]);
    const run = {scan_id: 's-1', target: '10.0.0.0/24', status: 'RUNNING', progress: 40.7, started_by: 'omar', devices: 3};
    const asked = [];
    const link = Object.assign(new EventTarget(), {state: 'live', ask: async (command) => { asked.push(command); return {scan: {...run}}; }});
    const desk = {alerts: new EventTarget(), devices: new EventTarget(), link, deeds: {whyNot: () => '', try: (deed) => deed()}};
    const drawn = async (user, isOperator) => {
      const scans = new Scans(link, {user, isOperator});
      const own = new Cards(desk, scans);
      const known = new Promise((resolve) => { scans.addEventListener('change', resolve, {once: true}); });
      own.draw({kind: 'scan', id: 's-1'});
      await known;
      return () => own.draw({kind: 'scan', id: 's-1'});
    };
    const draw = await drawn({username: 'omar', role: 'operator'}, true);
    const texts = [draw().textContent, (await drawn({username: 'lee', role: 'operator'}, true))().textContent];
    draw().querySelector('button').click();
    run.status = 'CANCELLED';
    link.dispatchEvent(new CustomEvent('fact', {detail: {event: 'network.scan.completed', payload: {scan_id: 's-1'}}}));
    await new Promise((resolve) => { setTimeout(resolve); });
    return [...texts, draw().textContent, asked.includes('network.scan.cancel')];
  });
  assert.match(told[0], /Scan of 10\.0\.0\.0\/24.*running · 40.%.*Cancel/s);
  assert.doesNotMatch(told[1], /Cancel/);
  assert.match(told[2], /cancelled · 3 devices$/);
  assert.equal(told[3], true);
  await cards.locator('a', {hasText: 'Processor'}).click();
  await page.locator('#metrics h1', {hasText: 'Processor'}).waitFor();
  await finish(page);
});

test('the assistant is called one, and a picture is shown', async () => {
  await house.dana.ask('assistant.rooms.set', {room: general, hearing: 'every'});
  const page = await house.page(account, room);
  await write(page, 'which alerts are open?');
  await page.locator('.chat-line', {has: page.locator('.badge', {hasText: 'AI · local rules · may be wrong'})}).waitFor();
  await house.dana.ask('assistant.rooms.set', {room: general, hearing: 'addressed'});
  await enter(house.dana);
  await house.dana.ask('chat.send', {room_name: general, message: '', attachment: {name: 'Processor, last hour', picture: dot}});
  await page.waitForFunction(() => [...document.querySelectorAll('.log img')].some((image) => image.naturalWidth === 1));
  assert.equal(await page.locator('.log img').getAttribute('alt'), 'Processor, last hour');
  await finish(page);
});

test('an answer of a model is seen while it comes, and gives way to the message it becomes', async () => {
  const model = await chatCompletions();
  const [asker, reader] = await Promise.all([house.page(eve, room), house.page(account, room)]);
  await house.dana.ask('assistant.settings.set', {url: model.url, model: 'stub', private_allowed: true});
  const coming = (page) => page.locator('.coming');
  const ask = async () => {
    const pen = dictation();
    model.next(pen.manner);
    await write(asker, '@assistant what is down?');
    await pen.asked;
    return pen;
  };
  const pen = await ask();
  pen.say('<b>Two</b> devices ');
  for (const page of [asker, reader]) {
    await coming(page).locator('.text', {hasText: '<b>Two</b> devices …'}).waitFor();
    assert.equal(await coming(page).getAttribute('aria-live'), 'off');
    assert.equal(await coming(page).locator('.text').getAttribute('aria-hidden'), 'true');
  }
  pen.say('are down.');
  await coming(reader).locator('.text', {hasText: 'Two</b> devices are down. …'}).waitFor();
  await shoot(reader, 'chat-coming');
  const before = await coming(reader).boundingBox();
  pen.end();
  const last = line(reader, '<b>Two</b> devices are down.').last();
  await last.locator('.badge', {hasText: 'AI · model stub'}).waitFor();
  await coming(reader).waitFor({state: 'detached'});
  assert.ok(Math.abs((await last.boundingBox()).y - before.y) < 2, 'it jumped');
  const broken = await ask();
  broken.say('Half of it');
  await coming(asker).locator('.text', {hasText: 'Half of it …'}).waitFor();
  broken.fail();
  await line(asker, '(Without the model:').waitFor();
  await coming(asker).waitFor({state: 'detached'});
  const stopped = await ask();
  stopped.say('On and on');
  await coming(reader).getByRole('button', {name: 'Stop'}).waitFor();
  await coming(asker).getByRole('button', {name: 'Stop'}).click();
  await stopped.left;
  await line(reader, '(Stopped by eve.)').waitFor();
  await coming(reader).waitFor({state: 'detached'});
  await house.dana.ask('assistant.settings.set', {url: ''});
  model.close();
  await finish(asker, reader);
});

test('what is written without a connection waits, is sent once, and drafts stay with their rooms', async () => {
  const cable = await Cable.to(house.belfry.port);
  const page = await house.page(account, room, {}, cable.url);
  await line(page, 'which alerts').waitFor();
  cable.pull();
  await banner(page, 'Connection lost.');
  await write(page, 'Written in the dark');
  await line(page, 'Written in the dark').locator('.sending', {hasText: 'waits for the connection'}).waitFor();
  await write(page, '/ack A-1');
  await page.locator('.notice', {hasText: 'A command does not wait'}).waitFor();
  await shoot(page, 'chat-cut');
  const desk = await house.desk(omar, ['chat.message']);
  await enter(desk);
  await desk.ask('chat.send', {room_name: general, message: 'Said meanwhile'});
  cable.plug();
  await page.evaluate(() => dispatchEvent(new Event('online'))); // does not wait for its next try
  await line(page, 'Said meanwhile').waitFor();
  await page.waitForFunction(() => !document.querySelector('.sending'));
  assert.equal(await line(page, 'Written in the dark').count(), 1);
  const texts = await page.locator('.chat-line .text').allTextContents();
  assert.ok(texts.indexOf('Said meanwhile') < texts.indexOf('Written in the dark'), texts.join('\n'));
  await desk.until(({payload}) => payload.message === 'Written in the dark');
  await field(page).fill('A thought');
  await page.locator('.rooms a', {hasText: 'long story'}).click();
  await page.locator('.room-head h1', {hasText: 'long story'}).waitFor();
  assert.equal(await field(page).inputValue(), '');
  await page.reload();
  await page.locator('.rooms a', {hasText: general}).click();
  await page.waitForFunction(() => document.querySelector('.composer textarea').value === 'A thought');
  await field(page).fill('x'.repeat(1001));
  assert.equal(await page.locator('.field .primary').isDisabled(), true);
  assert.equal(await page.textContent('.counter'), '1,001/1,000');
  desk.client.close();
  await finish(page);
  cable.remove();
});

test('who is alone with somebody sees whether they are here', async () => {
  const page = await house.page(account, room);
  const desk = await house.desk(omar);
  await desk.ask('identity.join', {});
  await write(page, '/dm @omar ');
  await page.locator('.room-head h1', {hasText: 'Omar B.'}).waitFor();
  const link = page.locator('.rooms a', {hasText: 'Omar B.'});
  await link.locator('.presence.online').waitFor();
  await desk.ask('identity.availability', {status: 'busy'});
  await link.locator('.presence.busy').waitFor();
  desk.client.close();
  await link.locator('.presence.offline').waitFor();
  await page.goto(`${house.belfry.url}/#/chat/nowhere`);
  await page.locator('.no-room', {hasText: 'There is no room nowhere for you.'}).waitFor();
  await finish(page);
});

test('one says oneself that one is busy, and is so for the others until it is taken back', async () => {
  const page = await house.page(account, '#/chat');
  const own = page.locator('.own-state select');
  await page.locator('.own-state .presence.online').waitFor();
  const desk = await house.desk(omar);
  const seen = (status) => desk.until(() => desk.heard.findLast(({event}) => event === 'identity.presence')
    ?.payload.users.some(({user_profile: {display_name: name}, status: is}) => name !== 'Omar B.' && is === status));
  await desk.ask('session.subscribe', {topics: ['identity.presence']});
  await own.selectOption('Busy');
  await page.locator('.own-state .presence.busy').waitFor();
  await seen('busy');
  await page.reload();
  await page.locator('.own-state .presence.busy').waitFor();
  assert.equal(await own.inputValue(), 'busy');
  await own.selectOption('Available');
  await page.locator('.own-state .presence.online').waitFor();
  await seen('online');
  desk.client.close();
  await finish(page);
});

for (const [name, options] of Object.entries(sizes)) {
  test(`fits: ${name}`, async () => {
    const page = await house.page(account, '#/chat', options);
    await page.locator('.rooms a').first().waitFor();
    await assertFits(page);
    await shoot(page, `rooms-${name}`);
    await page.locator('.rooms a', {hasText: general}).click();
    await line(page, 'which alerts').first().waitFor();
    await field(page).fill('/');
    await page.locator('.completion li').first().waitFor();
    await assertFits(page);
    await field(page).fill('');
    await shoot(page, `chat-${name}`);
    await finish(page);
  });
}
