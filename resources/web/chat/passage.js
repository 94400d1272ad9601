// SPDX-License-Identifier: GPL-3.0-or-later
// What was written around a message that cannot be reached in its room.

import {button, make, write} from '../dom.js';
import {exact, moment, plain} from '../format.js';
import {authorOf, textOf} from './line.js';

const page = 50;

let count = 0;

/** `message`: {room_name, id}; `around`: {chat, link, clock}. */
export function openPassage({room_name: name, id}, {chat, link, clock}) {
  const room = chat.find(name);
  const heading = make('h1', {id: `passage-${++count}`}, make('bdi', {}, room ? chat.titleOf(room) : plain(name, 128)));
  const list = make('ol', {class: 'passage-lines', tabindex: 0, 'aria-label': 'Messages'});
  const problem = make('p', {class: 'problem', role: 'alert'});
  const earlier = button('Earlier', () => read({before: list.firstChild?.dataset.id}), {hidden: true});
  const later = button('Later', () => read({after: list.lastChild?.dataset.id}), {hidden: true});
  const sheet = make('dialog', {class: 'sheet passage', 'aria-labelledby': heading.id}, heading,
    make('p', {class: 'place'}, room ? 'This is too far back to be reached in the room itself.' : 'This room is not in use any more.'),
    earlier, list, later, problem,
    make('div', {class: 'row'}, button('Close', () => sheet.close())));
  sheet.addEventListener('close', () => sheet.remove());

  const draw = (message) => {
    const at = Date.parse(message.timestamp);
    return make('li', {'data-id': message.id, class: message.id === id ? 'sought' : null, tabindex: message.id === id ? -1 : null},
      make('span', {class: 'detail', title: exact(at)}, make('bdi', {}, authorOf(message)), ` · ${moment(at, clock.now())}`),
      make('p', {class: 'text', dir: 'auto'}, make('bdi', {}, textOf(message, chat))));
  };

  async function read(which) {
    try {
      const {messages, has_older: hasOlder, has_newer: hasNewer} =
        await link.ask('chat.history', {room_name: name, limit: page, ...which});
      const rows = messages.map(draw);
      write(problem, '');
      if (which.after) {
        list.append(...rows);
      } else {
        list.prepend(...rows);
        earlier.hidden = !hasOlder;
      }
      if (!which.before) {
        later.hidden = !hasNewer;
      }
      const sought = list.querySelector(which.around ? '.sought' : 'li');
      (which.around ? sought : rows[which.before ? rows.length - 1 : 0])?.scrollIntoView({block: 'center'});
      sought?.focus({preventScroll: true});
    } catch ({message}) {
      write(problem, plain(message));
    }
  }

  document.body.append(sheet);
  sheet.showModal();
  read({around: id});
}
