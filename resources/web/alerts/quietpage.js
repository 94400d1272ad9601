// SPDX-License-Identifier: GPL-3.0-or-later
// `#/silences`: when nobody is told of alerts, and of how many of them: silences, and maintenance windows.

import {allow, button, find, make, tellFacts, write} from '../dom.js';
import {exact, moment, plain, plural, span} from '../format.js';
import {writtenMatchers} from './matchers.js';

const second = 1000;
const days = {MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun'};
const every = {DAILY: 'Every day', WEEKLY: 'Every week', MONTHLY: 'Every month', YEARLY: 'Every year'};

/** "Every Mon, Thu"; what is not as simple, as it is written. */
function repeatsText(rule) {
  if (!rule) {
    return 'Once';
  }
  const {FREQ: often, BYDAY: on, ...others} = Object.fromEntries(rule.split(';').map((part) => part.split('=')));
  const named = on?.split(',').map((day) => days[day]);
  if (!(often in every) || Object.keys(others).length || (named && (often !== 'WEEKLY' || !named.every(Boolean)))) {
    return plain(rule, 96);
  }
  return named ? `Every ${named.join(', ')}` : every[often];
}

const reachOf = ({matchers, departments}) =>
  plain(writtenMatchers(matchers) + (departments.length ? ` · only in ${departments.join(', ')}` : ''), 256);

export class QuietPage {
  #desk;
  #silences;
  #look = '';
  #counts = make('p', {class: 'counts'});
  #reason = make('p', {class: 'reason', role: 'status', hidden: true});
  #new = button('New silence…', () => this.#desk.questions.silenceBy());
  #inForce = make('ul', {class: 'quiet-list', 'aria-label': 'Silences in force'});
  #none = make('p', {class: 'empty'});
  #over = make('ul', {class: 'quiet-list', 'aria-label': 'Silences that are over'});
  #overTitle = make('summary');
  #past = make('details', {}, this.#overTitle, this.#over);
  #windows = make('ul', {class: 'quiet-list', 'aria-label': 'Maintenance windows'});
  #noWindows = make('p', {class: 'empty'}, 'No maintenance is planned. It is planned in the window of Belfry.');

  element = find('quiet');
  title = 'Silences and maintenance';

  /** `desk`: {alerts, link, clock, deeds, questions}. */
  constructor(desk, silences, router) {
    this.#desk = desk;
    this.#silences = silences;
    const back = make('a', {href: '#/alerts', class: 'back'}, '‹ Alerts');
    back.addEventListener('click', (event) => { event.preventDefault(); router.up('#/alerts'); });
    this.element.append(back, make('div', {class: 'title'}, make('h1', {tabindex: -1}, 'Silences and maintenance'), this.#counts),
      this.#reason,
      make('section', {class: 'card'}, make('header', {class: 'head'}, make('h2', {}, 'Silences'), this.#new), this.#inForce, this.#none,
        this.#past),
      make('section', {class: 'card'}, make('h2', {}, 'Maintenance'), this.#windows, this.#noWindows));
    silences.addEventListener('change', () => this.#draw());
    for (const event of ['change', 'reset']) {
      desk.alerts.addEventListener(event, () => this.#draw());
    }
    desk.link.addEventListener('state', () => this.#draw());
    setInterval(() => !document.hidden && this.#draw(), second);
  }

  show() {
    this.#silences.watch(true);
    this.#draw();
  }

  hide() { this.#silences.watch(false); }

  clear() {
    this.#silences.clear();
    this.#look = '';
  }

  /** How many are under it now. */
  #under({id, alerts: told}) {
    const {alerts} = this.#desk;
    return alerts.isKnown ? alerts.all().filter((alert) => alert.silenced_by === id && alert.state !== 'resolved').length : told;
  }

  #draw() {
    if (this.element.hidden) {
      return;
    }
    const {silences, windows, isKnown, trouble} = this.#silences;
    const now = this.#desk.clock.now();
    const why = this.#desk.deeds.whyNot();
    const inForce = silences.filter((one) => !one.is_over && Date.parse(one.until) > now);
    const over = silences.filter((one) => !inForce.includes(one));
    const counts = [...inForce, ...windows].map((one) => this.#under(one));
    const all = counts.reduce((sum, count) => sum + count, 0);
    write(this.#counts, isKnown
      ? `${plural(inForce.length, 'silence', 'silences')} in force · nobody is told of ${plural(all, 'alert', 'alerts')}` : '');
    this.#reason.hidden = !why;
    write(this.#reason, why && `Nothing can be changed now. ${why}`);
    allow(this.#new, why);
    const waits = this.#desk.link.state === 'live' ? 'Waiting for the silences.' : 'There is no connection to the server.';
    write(this.#none, trouble || (isKnown
      ? 'Nothing is silenced. A silence says that nobody is to be told of some alerts until a moment.' : waits));
    this.#none.hidden = inForce.length > 0 && !trouble;
    this.#noWindows.hidden = windows.length > 0 || !isKnown;
    this.#past.hidden = !over.length;
    write(this.#overTitle, `Over (${over.length.toLocaleString()})`);
    const look = JSON.stringify([inForce, over, windows, counts, why, new Date(now).toDateString()]);
    if (look !== this.#look) {
      this.#look = look;
      this.#fill(this.#inForce, inForce.map((silence) => this.#silence(silence, now, why)));
      this.#fill(this.#over, over.map((silence) => this.#silence({...silence, is_over: true}, now, why)));
      this.#fill(this.#windows, windows.map((one) => this.#window(one, now)));
    }
  }

  /** Who was on a button is on the same again. */
  #fill(list, rows) {
    const held = list.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : '';
    list.replaceChildren(...rows);
    [...list.querySelectorAll('button')].find((one) => held && one.getAttribute('aria-label') === held)?.focus({preventScroll: true});
  }

  #row(name, facts, tools = []) {
    const list = make('dl');
    tellFacts(list, facts.filter(([, value]) => value));
    return make('li', {}, make('h3', {}, make('bdi', {}, name)), list, tools.length > 0 && make('div', {class: 'deeds'}, tools));
  }

  #alertsUnder(one) {
    const count = this.#under(one);
    return ['Alerts now', count.toLocaleString(), count ? '#/alerts?show=silenced' : undefined];
  }

  #silence(silence, now, why) {
    const {id, until, reason, by, is_over: isOver} = silence;
    const {deeds, questions} = this.#desk;
    const at = Date.parse(until);
    const add = (text, act) => {
      const tool = button(text, act, {'aria-label': `${text} ${id}`});
      allow(tool, why);
      return tool;
    };
    const tools = isOver ? [add('Again…', () => questions.silenceBy(silence))]
      : [add('Change…', () => questions.silenceBy(silence)), add('End now', () => deeds.try(() => deeds.endSilence(silence)))];
    const row = this.#row(reachOf(silence), [[isOver ? 'Over since' : 'Until', moment(at, now)], ['Reason', plain(reason, 1024)],
      ['By', plain(by, 128)], ...(isOver ? [] : [this.#alertsUnder(silence)])], tools);
    row.querySelector('dd').title = exact(at);
    return row;
  }

  #window(one, now) {
    const when = (text) => moment(Date.parse(text), now);
    const due = one.next_at ? when(one.next_at) : 'Over';
    const next = !one.is_enabled ? 'Not in use' : one.is_active && one.ends_at ? `Now, until ${when(one.ends_at)}` : due;
    return this.#row(plain(one.display_name, 96), [['Next', next], ['Lasts', span(one.duration)], ['Repeats', repeatsText(one.repetition)],
      ['Alerts with', reachOf(one)], ['Reason', plain(one.reason, 1024)], ['By', plain(one.by, 128)],
      ...(one.is_active ? [this.#alertsUnder(one)] : [])]);
  }
}
