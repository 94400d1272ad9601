// SPDX-License-Identifier: GPL-3.0-or-later
// `#/alerts`: what is the matter, worst first; what is silenced; what is over.

import {allow, button, find, make, write} from '../dom.js';
import {severities, subjectOf} from './words.js';
import {AlertRows} from './rows.js';
import {silencedLine} from './attention.js';

const most = 200;
const mostAtOnce = 500;
const second = 1000;
const parts = {open: 'Open', silenced: 'Silenced', resolved: 'Resolved'};

export class AlertList {
  #desk;
  #rows;
  #part = 'open';
  #words = [];
  #most = most;
  #past = {alerts: [], count: 0, round: 0, trouble: ''};
  #left = '';
  #tabs = Object.entries(parts).map(([part, title]) => ({part, title, link: make('a', {'data-part': part})}));
  #search = make('input', {type: 'search', placeholder: 'Words, a device, A-17', 'aria-label': 'Show only alerts with these words',
    autocapitalize: 'none', spellcheck: 'false', maxlength: 256});
  #counts = make('p', {class: 'counts'});
  #reason = make('p', {class: 'reason', role: 'status', hidden: true});
  #news = button('', () => this.#showNews(), {class: 'news', hidden: true});
  #unseen = [];
  #acknowledge = button('', () => this.#desk.questions.acknowledgeAll(this.#unseen), {hidden: true});
  #empty = make('p', {class: 'empty', hidden: true});
  #more = button('', () => this.#showMore(), {class: 'show-more', hidden: true});

  element = find('alerts');
  title = 'Alerts';

  /** `desk` is what rows need, and {alerts, link}. */
  constructor(desk) {
    this.#desk = desk;
    this.#rows = new AlertRows(desk);
    const which = make('nav', {class: 'parts', 'aria-label': 'Which alerts'}, this.#tabs.map(({link}) => link));
    this.element.append(make('div', {class: 'title'}, make('h1', {tabindex: -1}, 'Alerts'), this.#counts),
      make('div', {class: 'tools-row'}, which, this.#search, this.#acknowledge,
        make('a', {href: '#/silences', class: 'quiet'}, 'Silences and maintenance ›')),
      this.#reason, this.#news, this.#rows.element, this.#empty, this.#more);
    this.#search.addEventListener('input', () => this.#seek());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#search.value) {
        event.preventDefault();
        this.#search.value = '';
        this.#seek();
      }
    });
    this.#rows.element.addEventListener('click', ({target}) => {
      this.#left = target.closest('a.title')?.hash.split('/').at(-1) ?? this.#left;
    });
    for (const event of ['change', 'reset']) {
      desk.alerts.addEventListener(event, () => this.#draw());
    }
    desk.alerts.addEventListener('reset', () => this.#part === 'resolved' && this.#askPast());
    desk.devices.addEventListener('change', () => this.#draw());
    desk.link.addEventListener('state', () => this.#draw());
    setInterval(() => !document.hidden && this.#draw(), second);
  }

  show(rest, query) {
    this.#part = query.get('show') in parts ? query.get('show') : 'open';
    this.#search.value = query.get('q') ?? '';
    this.#most = most;
    this.#seek(false);
  }

  /** The reader comes back to the row they went from. */
  resume() { return this.#rows.focus(decodeURIComponent(this.#left)); }

  clear() {
    this.#rows.clear();
    this.#past = {alerts: [], count: 0, round: this.#past.round + 1, trouble: ''};
  }

  #seek(isTyped = true) {
    this.#words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const query = (part) => {
      const words = this.#search.value;
      const found = new URLSearchParams({...(part === 'open' ? {} : {show: part}), ...(words ? {q: words} : {})}).toString();
      return `#/alerts${found && `?${found}`}`;
    };
    for (const {part, link} of this.#tabs) {
      link.href = query(part);
      link.ariaCurrent = part === this.#part ? 'true' : null;
    }
    if (isTyped) {
      history.replaceState(history.state, '', query(this.#part));
    }
    if (this.#part === 'resolved') {
      this.#askPast();
    }
    this.#draw(true);
  }

  #has({id, title, message, labels, ...alert}) {
    const text = [id, title, message, ...Object.values(labels), alert.assignee, alert.acknowledgement?.by,
      subjectOf({labels, ...alert}, this.#desk.devices)].join('\n').toLowerCase();
    return this.#words.every((word) => text.includes(word));
  }

  get #wanted() {
    const {alerts} = this.#desk;
    if (this.#part === 'resolved') {
      return this.#past.alerts.map((alert) => alerts.find(alert.id) ?? alert).filter(({state}) => state === 'resolved');
    }
    const isSilenced = this.#part === 'silenced';
    return alerts.firing().filter((alert) => Boolean(alert.silenced_by) === isSilenced && this.#has(alert));
  }

  #draw(isAsked = false) {
    if (this.element.hidden) {
      return;
    }
    const {alerts, deeds} = this.#desk;
    const wanted = this.#wanted;
    this.#rows.show(wanted.slice(0, this.#most), isAsked);
    this.#news.hidden = !this.#rows.waiting;
    write(this.#news, `▲ ${this.#rows.waiting.toLocaleString()} new: show`);
    const rest = this.#part === 'resolved' ? this.#past.count - this.#past.alerts.length : wanted.length - this.#most;
    this.#more.hidden = rest <= 0;
    write(this.#more, `Show more (${Math.max(0, rest).toLocaleString()})`);
    this.#tellCounts(alerts.counts);
    const why = alerts.isKnown ? deeds.whyNot() : '';
    this.#unseen = wanted.slice(0, Math.min(this.#most, mostAtOnce)).filter(({state}) => this.#part === 'open' && state === 'open');
    this.#acknowledge.hidden = this.#unseen.length < 2;
    write(this.#acknowledge, `Acknowledge ${this.#unseen.length.toLocaleString()}…`);
    allow(this.#acknowledge, why);
    this.#reason.hidden = !why;
    write(this.#reason, why && `Nothing can be done with alerts now. ${why}`);
    this.#tellEmpty(wanted.length);
  }

  #tellCounts(counts) {
    const {open, acknowledged, silenced} = counts;
    const numbers = {open: open + acknowledged, silenced};
    for (const {part, title, link} of this.#tabs) {
      write(link, numbers[part] ? `${title} (${numbers[part].toLocaleString()})` : title);
    }
    const worst = severities.filter((word) => counts[word]).reverse().map((word) => `${counts[word].toLocaleString()} ${word}`);
    const told = this.#desk.alerts.isKnown ? [`${open.toLocaleString()} open${worst.length ? `: ${worst.join(', ')}` : ''}`,
      acknowledged && `${acknowledged.toLocaleString()} acknowledged`, silencedLine(this.#desk.alerts, this.#desk.clock.now())] : [];
    write(this.#counts, told.filter(Boolean).join(' · '));
  }

  /** Why nothing is shown. */
  #tellEmpty(shown) {
    const {alerts, link} = this.#desk;
    this.#empty.hidden = shown > 0 && !this.#past.trouble;
    const words = this.#search.value.trim();
    const trouble = this.#part === 'resolved' ? this.#past.trouble : alerts.trouble;
    const waits = this.#part === 'resolved' ? this.#past.round === 0 : !alerts.isKnown;
    const waiting = link.state === 'live' ? 'Waiting for the list of alerts.' : 'There is no connection to the server.';
    write(this.#empty, trouble || (waits && waiting)
      || (words && `No ${parts[this.#part].toLowerCase()} alerts match “${words}”.`)
      || {open: 'All clear: no alert is open.', silenced: 'No alert is silenced.', resolved: 'No alert was resolved yet.'}[this.#part]);
  }

  #showNews() {
    this.#rows.element.scrollIntoView({block: 'nearest'});
    this.#draw(true);
    this.#rows.element.querySelector('a')?.focus();
  }

  #showMore() {
    this.#most += most;
    if (this.#part === 'resolved') {
      this.#askPast(this.#past.alerts.length);
    }
    this.#draw(true);
  }

  /** What is over is asked for only while somebody looks at it. */
  async #askPast(offset = 0) {
    const round = ++this.#past.round;
    try {
      const {alerts, count} = await this.#desk.link.ask('alerts.list',
        {states: ['resolved'], is_flat: true, order: 'changed', text: this.#words.join(' '), limit: most, offset});
      if (round !== this.#past.round) {
        return;
      }
      this.#past = {alerts: offset ? [...this.#past.alerts, ...alerts] : alerts, count, round, trouble: ''};
    } catch ({message}) {
      this.#past.trouble = round === this.#past.round ? message : this.#past.trouble;
    }
    this.#draw();
  }
}
