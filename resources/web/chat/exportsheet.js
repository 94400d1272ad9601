// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what was written in a room as a file: of which time, and as what.

import {make, write} from '../dom.js';
import {save} from '../file.js';
import {plural} from '../format.js';
import {labelled, openSheet} from '../sheet.js';

const hour = 3600000;
const minute = 60000;
const chosen = 'chosen';
const periods = [['8', 'the last 8 hours'], ['24', 'the last 24 hours'], ['168', 'the last 7 days'], ['720', 'the last 30 days'],
  ['', 'everything'], [chosen, 'from … to …']];
const formats = [['text', 'Text'], ['markdown', 'Markdown'], ['csv', 'Table (CSV)']];

const select = (choices) => make('select', {}, choices.map(([value, text]) => make('option', {value}, text)));
const local = (ms) => new Date(ms - new Date(ms).getTimezoneOffset() * minute).toISOString().slice(0, 16);

/** `around`: {chat, link, clock}; `toasts` say that it is done. */
export function openExport(room, {chat, link, clock, toasts}) {
  const period = select(periods);
  const format = select(formats);
  const from = make('input', {type: 'datetime-local'});
  const to = make('input', {type: 'datetime-local'});
  const span = make('div', {hidden: true}, labelled('From', from), labelled('To', to));
  const said = make('p', {class: 'hint', role: 'status'});
  let next = '';
  period.addEventListener('change', () => { span.hidden = period.value !== chosen; });
  from.addEventListener('input', () => { next = ''; });
  [from.value, to.value] = [local(clock.now() - 8 * hour), local(clock.now())];

  const times = () => {
    if (period.value !== chosen) {
      return period.value ? {from: new Date(clock.now() - Number(period.value) * hour).toISOString()} : {};
    }
    const [begin, end] = [next || from.value, to.value].map((text) => Date.parse(text));
    if (!(begin < end)) {
      throw new Error('It ends before it begins. Choose a later end.');
    }
    return {from: new Date(begin).toISOString(), to: new Date(end).toISOString()};
  };

  /** What follows goes into another file. */
  const goOn = (reply, asked) => {
    next = reply.next;
    period.value = chosen;
    span.hidden = false;
    from.value = local(Date.parse(next));
    to.value = local(asked.to ? Date.parse(asked.to) : clock.now() + minute);
    write(said, `${plural(reply.messages, 'message is', 'messages are')} in that file, which is the most one takes. `
      + 'Export again for what follows.');
  };

  openSheet({title: 'Export', about: chat.titleOf(room), deed: 'Export', link,
    whyNot: () => (link.state === 'live' ? '' : 'There is no connection to the server.'),
    content: [labelled('Period', period), span, labelled('Format', format), said],
    act: async () => {
      const asked = times();
      const reply = await link.ask('chat.log.export', {room_name: room.name, format: format.value, ...asked});
      if (!reply.messages) {
        throw new Error('Nothing was written here in that time.');
      }
      save(reply);
      if (reply.is_cut && reply.next) {
        goOn(reply, asked);
        return false;
      }
      toasts.say(`${plural(reply.messages, 'message', 'messages')} of ${chat.titleOf(room)} exported.`);
      return true;
    }});
}
