// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a room as it is shown.

import {button, make, write} from '../dom.js';
import {exact, minute, plain} from '../format.js';
import {placesIn} from '../place.js';

const longestQuote = 120;
const words = {queued: 'waits for the connection', pending: 'is being sent', unsure: 'may not have been sent', failed: 'not sent'};
const marks = {queued: '🕒\ufe0e', pending: '🕒\ufe0e', unsure: '🕒\ufe0e', failed: '!'};

export const authorOf = ({user_id: id, user_name: name, is_guest: isGuest}) => `${plain(name, 128) || id}${isGuest ? ' (guest)' : ''}`;

export function textOf(message, chat) {
  if (!message.is_deleted) {
    return message.message;
  }
  const by = message.edited_by;
  return by && by !== message.user_id ? `This message was deleted by ${chat.nameOf(by)}.` : 'This message was deleted.';
}

/** The text with those who are called in it made plain to see. */
function withMentions(text, mentions) {
  const called = mentions.map((mention) => mention.text).filter(Boolean).sort((one, other) => other.length - one.length);
  if (!called.length) {
    return [text];
  }
  const pattern = new RegExp(`(${called.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`);
  return text.split(pattern).map((part) => (called.includes(part) ? make('b', {class: 'mention'}, part) : part));
}

/** The text with those who are called in it, and with links where it names something of this house. */
function withParts(text, mentions) {
  let end = 0;
  const parts = placesIn(text).flatMap(({at, length, hash}) => {
    const before = text.slice(end, at);
    end = at + length;
    return [...withMentions(before, mentions), make('a', {href: hash}, text.slice(at, end))];
  });
  return [...parts, ...withMentions(text.slice(end), mentions)];
}

function reaction({emoji, count, user_ids: ids}, message, {chat, person, deeds}) {
  const isOwn = ids.includes(person.id);
  const names = ids.map((id) => (id === person.id ? 'you' : chat.nameOf(id))).join(', ');
  return button(`${emoji} ${count.toLocaleString()}`, () => deeds.react(message, emoji, !isOwn),
    {class: 'reaction', 'aria-pressed': String(isOwn), title: names, 'aria-label': `${emoji} ${count}: ${names}`});
}

function quote(message, {room, chat, deeds}) {
  const answered = room.lines.find((line) => line.message.id === message.reply_to)?.message;
  const text = answered ? `${authorOf(answered)}: ${plain(textOf(answered, chat), longestQuote)}` : 'in reply to an earlier message';
  return button(text, () => deeds.seek(message.reply_to), {class: 'quote', dir: 'auto', title: 'Show the message it answers'});
}

/** What the assistant writes still: to be seen, but not read aloud before it is a message. `grow` is given all of it. */
export function drawComing({id, at, askedBy}, {person, deeds}) {
  const text = make('bdi');
  const mayStop = person.isOperator || askedBy === person.id;
  const element = make('article', {class: 'chat-line first coming', 'data-id': id, 'aria-live': 'off', 'aria-busy': 'true'},
    make('time', {title: exact(at)}, minute(at)),
    make('div', {class: 'said'}, make('header', {class: 'author'}, make('bdi', {}, 'AI Assistant')),
      make('span', {class: 'badge'}, '✦ AI · may be wrong'), mayStop && button('Stop', () => deeds.stop(), {class: 'stop'}),
      make('p', {class: 'text', dir: 'auto', 'aria-hidden': 'true'}, text, ' …')));
  return {element, grow: (whole) => write(text, whole)};
}

/** `place`: {startsGroup, startsDay, isFirstUnread}; `around`: {room, chat, person, cards, pictures, deeds}. */
export function drawLine({message, sending, trouble}, {startsGroup}, around) {
  const {room, chat, cards, pictures, deeds} = around;
  const at = Date.parse(message.timestamp);
  const isWhole = !message.is_deleted;
  const tools = button('⋯', ({currentTarget}) => deeds.menu(message, currentTarget), {class: 'line-tools',
    'aria-label': `More about what ${authorOf(message)} wrote at ${minute(at)}`, 'aria-haspopup': 'menu', 'aria-expanded': 'false'});
  const head = startsGroup && make('header', {class: 'author'}, make('bdi', {}, authorOf(message)));
  const badge = message.is_ai && make('span', {class: 'badge'},
    ['✦ AI', plain(message.basis, 128), 'may be wrong'].filter(Boolean).join(' · '));
  const state = sending !== 'sent' && make('p', {class: 'sending', 'data-sending': sending},
    make('span', {'aria-hidden': 'true'}, marks[sending]), ` ${words[sending]}${trouble && sending === 'failed' ? `: ${trouble}` : ''} `,
    sending === 'failed' && button('Retry', () => room.retry(message.id)),
    sending !== 'pending' && button('Discard', () => room.discard(message.id)));
  const look = ['chat-line', startsGroup && 'first', message.message_type === 'system' && 'house', room.isCalling(message) && 'calls'];
  return make('article', {class: look.filter(Boolean).join(' '), 'data-id': message.id, tabindex: -1},
    make('time', {datetime: message.timestamp, title: exact(at)}, minute(at)),
    make('div', {class: 'said'}, head, badge, message.reply_to && quote(message, around),
      make('p', {class: `text${isWhole ? '' : ' gone'}`, dir: 'auto'},
        make('bdi', {}, isWhole ? withParts(message.message, message.mentions) : textOf(message, chat)),
        isWhole && message.edited_at && make('span', {class: 'edited'}, ' (edited)')),
      isWhole && message.attachment && pictures.of(message.attachment, 'picture'),
      isWhole && message.attachment?.shows?.length > 0 && button('Values', () => deeds.values(message),
        {class: 'reaction', 'aria-label': `Values of ${message.attachment.name}`}),
      isWhole && message.cards.map((card) => cards.draw(card)),
      isWhole && message.proposals?.length > 0 && make('div', {class: 'reactions'}, message.proposals.map(({line, sentence}) =>
        button(plain(line, 128), () => deeds.propose(line), {class: 'reaction', title: plain(sentence, 512)}))),
      isWhole && message.reactions.length > 0
        && make('div', {class: 'reactions'}, message.reactions.map((one) => reaction(one, message, around))), state),
    sending === 'sent' && isWhole && tools);
}
