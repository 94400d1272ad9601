// SPDX-License-Identifier: GPL-3.0-or-later
// `#/alerts/A-1`: one alert, what was measured around it, its story, and what belongs to it.

import {roomLink} from '../chat/roomlist.js';
import {factsOf as deviceFactsOf, linkTo, nameOf, stateWord} from '../devices/words.js';
import {allow, button, find, make, tellFacts, write} from '../dom.js';
import {exact, moment, plain} from '../format.js';
import {openMenu} from '../menu.js';
import {Around} from './around.js';
import {Origin} from './origin.js';
import {Related} from './related.js';
import {alertGlyph, menuFor} from './row.js';
import {deedLine, factsOf, linkOf, severityOf, severityTitle, stateLine, titleOf} from './words.js';

const longestComment = 4096;
const pause = 100;
const second = 1000;

const deviceFacts = (device) => [['Device', nameOf(device), linkTo(device.id)], ['Now', stateWord(device)], ...deviceFactsOf(device)];

export class AlertPage {
  #desk;
  #router;
  #id = '';
  #round = 0;
  #timer = 0;
  #alert = null;
  #entries = [];
  #parts = [];
  #around;
  #related;
  #origin;
  #back = make('a', {href: '#/alerts', class: 'back'}, '‹ Alerts');
  #shape = make('span', {class: 'shape-of'});
  #heading = make('h1', {tabindex: -1});
  #line = make('p', {class: 'line-of'});
  #message = make('p', {class: 'message', dir: 'auto'});
  #parent = make('p', {hidden: true});
  #problem = make('p', {class: 'empty', role: 'status', hidden: true});
  #reason = make('p', {class: 'reason', role: 'status', hidden: true});
  #body = make('div', {class: 'halves'});
  #story = make('ol', {class: 'story'});
  #comment = make('input', {'aria-label': 'Add a comment', placeholder: 'Add a comment', maxlength: longestComment});
  #say = make('button', {type: 'submit'}, 'Add');
  #facts = make('dl');
  #device = make('dl');
  #deviceCard = make('section', {class: 'card', hidden: true}, make('h2', {}, 'Device'), this.#device);
  #buttons = {};
  #bar;

  element = find('alert');

  constructor(desk, router) {
    this.#desk = desk;
    this.#router = router;
    this.#around = new Around(desk.link, desk.clock);
    this.#related = new Related(desk, () => this.#draw());
    this.#origin = new Origin(desk);
    this.#build();
    this.#back.addEventListener('click', (event) => { event.preventDefault(); router.up('#/alerts'); });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.target.value && !event.defaultPrevented) {
        router.up('#/alerts');
      }
    });
    desk.alerts.addEventListener('change', () => this.#look());
    desk.alerts.addEventListener('reset', () => this.#ask());
    desk.devices.addEventListener('change', () => this.#draw());
    desk.chat.addEventListener('change', () => this.#draw());
    desk.link.addEventListener('state', () => this.#draw());
    setInterval(() => !document.hidden && !this.element.hidden && this.#alert && this.#around.show(this.#alert), second);
  }

  get title() { return this.#alert ? `${this.#id} ${titleOf(this.#alert)}` : this.#id; }

  #build() {
    const {deeds, questions} = this.#desk;
    const add = (name, text, act, kind) => (this.#buttons[name] = button(text, act, {class: kind}));
    const deed = (name) => () => deeds.try(() => deeds[name](this.#id));
    const bar = make('div', {class: 'deeds', role: 'group', 'aria-label': 'What to do'},
      add('acknowledge', 'Acknowledge', deed('acknowledge'), 'primary'), add('unacknowledge', 'Take back', deed('unacknowledge')),
      add('reopen', 'Reopen…', () => questions.noted(this.#alert, 'Reopen', 'reopen')),
      add('silence', 'Silence…', () => questions.silence(this.#alert)),
      add('assign', 'Give…', () => questions.assign(this.#alert), 'spare'),
      add('resolve', 'Resolve…', () => questions.noted(this.#alert, 'Resolve', 'resolve'), 'spare'),
      add('chat', 'Chat', () => this.#talk()),
      add('more', '⋯', () => openMenu(this.#buttons.more, `What to do with ${this.#id}`, menuFor(this.#alert, this.#desk)), 'more'));
    this.#buttons.more.setAttribute('aria-haspopup', 'menu');
    this.#buttons.more.setAttribute('aria-label', 'More');
    const form = make('form', {class: 'say'}, this.#comment, this.#say);
    form.addEventListener('submit', (event) => { event.preventDefault(); this.#add(); });
    this.#body.append(
      make('div', {class: 'main-half'}, this.#around.element,
        make('section', {class: 'card'}, make('h2', {}, 'What happened'), this.#story, form),
        this.#related.parts, this.#related.others),
      make('div', {class: 'side-half'}, make('section', {class: 'card'}, make('h2', {}, 'Facts'), this.#facts), this.#origin.element,
        this.#deviceCard));
    const words = make('div', {}, this.#heading, this.#line, this.#message, this.#parent);
    this.element.append(this.#back, make('header', {class: 'alert-head'}, this.#shape, words),
      this.#problem, this.#reason, bar, this.#body);
    this.#bar = bar;
  }

  show(id) {
    if (id !== this.#id) {
      this.#id = id;
      this.#alert = this.#desk.alerts.find(id) ?? null;
      this.#entries = [];
      this.#parts = [];
      this.#related.clear();
      this.#origin.clear();
      this.#comment.value = '';
      this.#around.clear();
      write(this.#problem, '');
    }
    this.#draw();
    this.#ask();
  }

  hide() { ++this.#round; }

  clear() {
    this.#id = '';
    this.#alert = null;
  }

  /** A change of this one is asked for whole; of others, what is beside it is drawn again. */
  #look() {
    const now = this.#desk.alerts.find(this.#id);
    if (this.element.hidden || !this.#id) {
      return;
    }
    if (now && now !== this.#alert) {
      this.#alert = now;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), pause);
    }
    this.#draw();
  }

  async #ask() {
    if (this.element.hidden || !this.#id || this.#desk.link.state !== 'live') {
      return;
    }
    const round = ++this.#round;
    try {
      const {alert, entries, children} = await this.#desk.link.ask('alerts.get', {id: this.#id});
      if (round !== this.#round) {
        return;
      }
      [this.#alert, this.#entries, this.#parts] = [alert, entries, children];
      write(this.#problem, '');
      this.#around.show(alert);
    } catch ({code, message}) {
      if (round !== this.#round) {
        return;
      }
      const isGone = ['not_found', 'invalid'].includes(code);
      this.#alert = isGone ? null : this.#alert;
      write(this.#problem, isGone ? `There is no alert ${plain(this.#id, 32)}. It never was, or is no longer kept.` : message);
    }
    this.#draw();
  }

  #draw() {
    if (this.element.hidden || !this.#id) {
      return;
    }
    const alert = this.#alert;
    const now = this.#desk.clock.now();
    this.#problem.hidden = !this.#problem.textContent;
    this.#body.hidden = this.#bar.hidden = !alert;
    this.retitle?.();
    if (!alert) {
      write(this.#heading, plain(this.#id, 32));
      write(this.#line, this.#problem.textContent ? '' : 'Asking the server about it.');
      this.#shape.replaceChildren();
      this.#message.hidden = this.#parent.hidden = this.#reason.hidden = true;
      return;
    }
    this.#shape.replaceChildren(alertGlyph(alert));
    this.element.dataset.severity = severityOf(alert);
    write(this.#heading, titleOf(alert));
    const raised = Date.parse(alert.raised_at);
    write(this.#line, `${alert.id} · ${severityTitle(alert)} · ${stateLine(alert, now)} · since ${moment(raised, now)}`);
    this.#line.title = exact(raised);
    this.#message.hidden = !plain(alert.message);
    write(this.#message, plain(alert.message, 4096));
    this.#parent.hidden = !alert.folded_into;
    this.#parent.replaceChildren('A part of ', make('a', {href: linkOf(alert.folded_into)}, alert.folded_into));
    this.#allow(alert);
    tellFacts(this.#facts, factsOf(alert, this.#desk.devices, now));
    const device = alert.subject_id && this.#desk.devices.find(alert.subject_id);
    this.#deviceCard.hidden = !device;
    tellFacts(this.#device, device ? deviceFacts(device) : []);
    this.#tell(now);
    this.#origin.show(alert);
    this.#related.show(alert, this.#parts);
  }

  #allow(alert) {
    const why = this.#desk.deeds.whyNot();
    const isOver = alert.state === 'resolved';
    const seen = {acknowledge: alert.state === 'open', unacknowledge: alert.state === 'acknowledged', reopen: isOver, resolve: !isOver};
    for (const [name, control] of Object.entries(this.#buttons)) {
      control.hidden = seen[name] === false;
      allow(control, why);
    }
    allow(this.#buttons.chat, this.#desk.chat.roomAbout(this.#id) ? '' : why);
    allow(this.#say, why);
    this.#reason.hidden = !why;
    write(this.#reason, why && `Nothing can be done with this alert now. ${why}`);
  }

  /** The newest first; what is told already stays as it is. */
  #tell(now) {
    const key = `${this.#id} ${this.#entries.length}`;
    if (this.#story.dataset.key === key) {
      return;
    }
    this.#story.dataset.key = key;
    this.#story.replaceChildren(...[...this.#entries].reverse().map((entry) => {
      const at = Date.parse(entry.at);
      return make('li', {class: entry.deed === 'commented' ? 'comment' : null},
        make('time', {datetime: entry.at, title: exact(at)}, moment(at, now)),
        make('bdi', {class: 'who'}, plain(entry.by, 128) || 'Belfry'),
        make('span', {class: 'done', dir: 'auto'}, deedLine(entry)));
    }));
  }

  async #add() {
    const text = this.#comment.value.trim();
    const id = this.#id;
    if (!text || this.#say.disabled) {
      return;
    }
    await this.#desk.deeds.try(async () => {
      await this.#desk.deeds.comment(id, text);
      if (id === this.#id) {
        this.#comment.value = '';
      }
    });
  }

  async #talk() {
    await this.#desk.deeds.try(async () => {
      location.hash = roomLink(this.#desk.chat.roomAbout(this.#id)?.name ?? await this.#desk.deeds.room(this.#id));
    });
  }
}
