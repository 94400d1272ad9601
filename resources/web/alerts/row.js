// SPDX-License-Identifier: GPL-3.0-or-later
// One alert of a list: how bad, what, since when, whose, and what can be done about it.

import {allow, button, make, write} from '../dom.js';
import {age, exact} from '../format.js';
import {glyph} from '../glyph.js';
import {openMenu} from '../menu.js';
import {linkOf, ownerOf, severityOf, severityTitle, stateLine, subjectLink, subjectOf, timesOf, titleOf} from './words.js';

/** The shape of an alert: an outline once somebody looks after it, a check when it is over. */
export function alertGlyph(alert) {
  if (alert.state === 'resolved') {
    return glyph('ok', {isOutline: true});
  }
  const overlay = alert.silenced_by ? 'silenced' : alert.state === 'acknowledged' ? 'tick' : '';
  return glyph(severityOf(alert), {isOutline: alert.state === 'acknowledged', overlay});
}

export class AlertRow {
  #desk;
  #alert = null;
  #look = '';
  #shape = make('span', {class: 'shape-of'});
  #word = make('span', {class: 'word'});
  #title = make('bdi');
  #subject = make('a', {class: 'subject'});
  #state = make('span', {class: 'stand'});
  #age = make('time', {class: 'age'});
  #owner = make('bdi', {class: 'owner'});
  #times = make('span', {class: 'times'});

  /** `desk`: {deeds, questions, devices, clock}, which every place that shows alerts has. */
  constructor(desk) {
    this.#desk = desk;
    this.link = make('a', {class: 'title'}, this.#title);
    const {deeds} = desk;
    this.acknowledge = button('Acknowledge', () => deeds.try(() => deeds.acknowledge(this.#alert.id)), {class: 'ack'});
    this.more = button('⋯', () => this.#open(), {class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false'});
    this.element = make('li', {class: 'alert'}, make('span', {class: 'severity'}, this.#shape, this.#word),
      make('span', {class: 'what'}, this.link, this.#times), this.#subject, this.#state, this.#age, this.#owner,
      make('span', {class: 'tools'}, this.acknowledge, this.more));
    this.element.addEventListener('keydown', (event) => this.#press(event));
  }

  get id() { return this.#alert?.id; }

  show(alert) {
    this.#alert = alert;
    const now = this.#desk.clock.now();
    const raised = Date.parse(alert.raised_at);
    const look = [severityOf(alert), alert.state, Boolean(alert.silenced_by)].join();
    if (this.#look !== look) {
      this.#look = look;
      this.#shape.replaceChildren(alertGlyph(alert));
      this.element.dataset.severity = severityOf(alert);
      this.element.dataset.state = alert.state;
      this.element.dataset.silenced = Boolean(alert.silenced_by);
    }
    const title = titleOf(alert);
    write(this.#word, severityTitle(alert));
    write(this.#title, title);
    this.link.href = linkOf(alert.id);
    this.link.title = title.length > 60 ? title : '';
    write(this.#subject, subjectOf(alert, this.#desk.devices));
    this.#lead(subjectLink(alert));
    write(this.#state, stateLine(alert, now));
    write(this.#age, age(raised, now));
    this.#age.dateTime = alert.raised_at;
    this.#age.title = `Since ${exact(raised)}`;
    write(this.#owner, ownerOf(alert));
    write(this.#times, timesOf(alert));
    this.acknowledge.hidden = alert.state !== 'open';
    this.acknowledge.setAttribute('aria-label', `Acknowledge ${alert.id}`);
    allow(this.acknowledge, this.#desk.deeds.whyNot());
    this.more.setAttribute('aria-label', `More about ${alert.id}`);
  }

  /** What it is about leads somewhere where that is a device. */
  #lead(link) {
    if (link) {
      this.#subject.href = link;
    } else {
      this.#subject.removeAttribute('href');
    }
  }

  #open() { openMenu(this.more, `What to do with ${this.#alert.id}`, menuFor(this.#alert, this.#desk)); }

  /** Arrows go from row to row, `a` acknowledges, Enter opens. */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = {ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling'}[event.key];
    if (step) {
      event.preventDefault();
      this.element[step]?.querySelector('a').focus();
    } else if (event.key === 'a' && !this.acknowledge.hidden && !this.acknowledge.disabled) {
      this.acknowledge.click();
    }
  }
}

const copyLink = ({id}) => navigator.clipboard.writeText(new URL(linkOf(id), location.href).href);

/** All that can be done with an alert as the items of a menu. */
export function menuFor(alert, {deeds, questions}) {
  const whyNot = deeds.whyNot();
  const isOver = alert.state === 'resolved';
  return [
    !isOver && {text: alert.state === 'open' ? 'Acknowledge with a note…' : 'Change the note…',
      act: () => questions.acknowledge(alert)},
    alert.state === 'acknowledged' && {text: 'Take the acknowledgement back', act: () => deeds.try(() => deeds.unacknowledge(alert.id))},
    {text: 'Silence…', act: () => questions.silence(alert)},
    {text: 'Give to somebody…', act: () => questions.assign(alert)},
    !isOver && {text: 'Resolve…', act: () => questions.noted(alert, 'Resolve', 'resolve')},
    isOver && {text: 'Reopen…', act: () => questions.noted(alert, 'Reopen', 'reopen')},
    {text: 'Copy the link', whyNot: navigator.clipboard ? '' : 'Browsers let only pages copy that came by HTTPS.',
      act: () => copyLink(alert)},
    alert.folded_into && {text: `Take out of ${alert.folded_into}`, act: () => deeds.try(() => deeds.unfold(alert.id))},
  ].filter(Boolean).map((item) => ({whyNot, ...item}));
}
