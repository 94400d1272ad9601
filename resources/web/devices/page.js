// SPDX-License-Identifier: GPL-3.0-or-later
// `#/devices/ID`: one device, how it is, what is the matter with it, and what is known of it.

import {AlertRows} from '../alerts/rows.js';
import {fill, find, make, tellFacts, write} from '../dom.js';
import {moment, none, plain, plural} from '../format.js';
import {readingsOf, SeriesChart} from '../measures.js';
import {hashOf} from '../place.js';
import {deviceLink, factsOf, nameOf, showState, stateWord} from './words.js';

const second = 1000;
const hour = 3600 * second;
const refresh = 30 * second;
const pause = 2 * second;
const mostPorts = 200;
const series = 'reach.rtt';
const unknown = 'This device is not known (any more).';

/** What only the device itself and those who asked it tell. */
function moreOf({device, system, addresses, names}) {
  const past = addresses.filter(({current, address}) => !current && address !== device.mac_address).map(({address}) => address);
  const others = names.map(({name}) => name).filter((name) => name !== device.name);
  return [['Also called', plain([...new Set(others)].slice(0, 8).join(', '), 512)], ['Had before', past.slice(0, 8).join(', ')],
    ['Model', plain(system?.model, 128)], ['Serial', plain(system?.serial, 128)], ['Says of itself', plain(system?.description, 512)],
    ['Where', plain(system?.location, 128)], ['Network', device.subnet], ['Tags', plain(device.tags.join(', '), 512)],
    ['Notes', plain(device.notes, 2048)]].filter(([, value]) => value);
}

export class DevicePage {
  #desk;
  #id = '';
  #reply = null;
  #round = 0;
  #timer = 0;
  #measuredAt = 0;
  #chart = null;
  #rows;
  #shape = make('span', {class: 'shape-of'});
  #heading = make('h1', {tabindex: -1});
  #line = make('p', {class: 'line-of'});
  #problem = make('p', {class: 'empty', role: 'status', hidden: true});
  #heir = '';
  #body = make('div', {class: 'halves', hidden: true});
  #clear = make('p', {class: 'clear'}, 'No alert is open about it.');
  #plot = make('section', {class: 'series', 'aria-label': 'How fast it answers', hidden: true});
  #ports = make('tbody');
  #portTitle = make('h2');
  #portCard;
  #facts = make('dl');

  element = find('device');

  /** `desk` is what lists of alerts have. */
  constructor(desk) {
    this.#desk = desk;
    this.#rows = new AlertRows(desk);
    const heads = ['Port', 'Service', 'State'].map((head) => make('th', {scope: 'col'}, head));
    this.#portCard = make('section', {class: 'card'}, this.#portTitle,
      make('div', {class: 'scroll'}, make('table', {}, make('thead', {}, make('tr', {}, heads)), this.#ports)));
    this.#body.append(
      make('div', {class: 'main-half'}, make('section', {class: 'card'}, make('h2', {}, 'Open alerts'), this.#rows.element, this.#clear),
        this.#plot, this.#portCard),
      make('div', {class: 'side-half'}, make('section', {class: 'card'}, make('h2', {}, 'Facts'), this.#facts)));
    this.element.append(make('header', {class: 'alert-head'}, this.#shape, make('div', {}, this.#heading, this.#line)),
      this.#problem, this.#body);
    for (const event of ['change', 'reset']) {
      desk.alerts.addEventListener(event, () => this.#draw());
    }
    desk.devices.addEventListener('change', () => this.#draw());
    desk.link.addEventListener('state', () => this.#draw());
    desk.link.addEventListener('ready', () => this.#ask());
    desk.link.addEventListener('fact', ({detail: {event, payload}}) => this.#hear(event, payload));
    setInterval(() => this.#tick(), second);
  }

  get title() { return this.#reply ? nameOf(this.#reply.device) : plain(this.#id, 128); }

  show(id) {
    if (id !== this.#id) {
      this.clear();
      this.#id = id;
    }
    this.#desk.devices.follow();
    this.#say('');
    this.#draw();
    this.#ask();
  }

  hide() {
    this.#rest();
    this.#desk.devices.leave();
  }

  /** What is asked for is of no use any more. */
  #rest() {
    ++this.#round;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  clear() {
    this.#id = '';
    this.#reply = null;
    this.#drop();
    this.#rows.clear();
  }

  /** What lists show of it comes with the fact; the rest is asked for a moment later, once for all that come meanwhile. */
  #hear(event, payload) {
    if (this.element.hidden || !this.#id) {
      return;
    }
    if (event === 'network.device.changed' && payload.device.id === this.#id) {
      if (this.#reply) {
        this.#reply = {...this.#reply, device: payload.device};
        this.#draw();
      }
      this.#timer ||= setTimeout(() => { this.#timer = 0; this.#ask(); }, pause);
    } else if (event === 'network.device.removed' && payload.device_id === this.#id) {
      this.#rest();
      this.#reply = null;
      this.#say(unknown, payload.merged_into);
      this.#draw();
    }
  }

  #tick() {
    if (this.#reply && !this.element.hidden && !document.hidden) {
      this.#draw();
      if (this.#desk.link.state === 'live' && performance.now() - this.#measuredAt >= refresh) {
        this.#measure();
      }
    }
  }

  async #ask() {
    if (this.element.hidden || !this.#id || this.#desk.link.state !== 'live') {
      return;
    }
    const round = ++this.#round;
    try {
      const reply = await this.#desk.link.ask('network.devices.get', {id: this.#id});
      if (round !== this.#round) {
        return;
      }
      this.#reply = reply;
      this.#desk.devices.take(this.#id, reply.device);
      this.#say('');
      this.#measure();
    } catch ({code, message}) {
      if (round !== this.#round) {
        return;
      }
      const isGone = ['not_found', 'invalid'].includes(code);
      this.#reply = isGone ? null : this.#reply;
      this.#say(isGone ? unknown : this.#desk.link.state === 'live' ? message : '');
    }
    this.#draw();
  }

  /** How fast it answered in the last hour, where that was measured. */
  async #measure() {
    const id = this.#id;
    const to = this.#desk.clock.now();
    this.#measuredAt = performance.now();
    const found = await readingsOf(this.#desk.link, {name: series, source: id, from: to - hour, to}).catch(() => null);
    if (id !== this.#id || !found) {
      return;
    }
    if (!found.samples.length) {
      this.#drop();
      return;
    }
    if (!this.#chart) {
      this.#chart = new SeriesChart({name: series, span: 'last hour'});
      const whole = make('a', {href: hashOf({kind: 'chart', name: series, source: id})}, 'Other times ›');
      this.#plot.replaceChildren(this.#chart.element, whole);
    }
    this.#plot.hidden = false;
    this.#chart.showReadings(found, {from: to - hour, to});
  }

  #drop() {
    this.#chart = null;
    this.#plot.hidden = true;
    this.#plot.replaceChildren();
  }

  /** What is the matter, and which device this one turned out to be. */
  #say(problem, heir = '') {
    this.#heir = heir;
    this.#problem.hidden = !problem;
    this.#problem.replaceChildren(problem, ...(heir ? [' It turned out to be ', deviceLink(heir, heir), '.'] : []));
  }

  #draw() {
    if (this.element.hidden || !this.#id) {
      return;
    }
    const reply = this.#reply;
    write(this.#heading, this.title);
    this.retitle?.();
    this.#body.hidden = this.#shape.hidden = !reply;
    if (this.#heir) {
      write(this.#problem.querySelector('bdi'), this.#desk.devices.nameOf(this.#heir));
    }
    if (!reply) {
      const waits = this.#desk.link.state === 'live' ? 'Asking the server about it.' : 'There is no connection to the server.';
      write(this.#line, this.#problem.hidden ? waits : '');
      return;
    }
    const {device} = reply;
    const now = this.#desk.clock.now();
    showState(this.#shape, device.state);
    const since = device.state_since && `since ${moment(Date.parse(device.state_since), now)}`;
    write(this.#line, [[stateWord(device), since].filter(Boolean).join(' '), device.flapping && 'flapping', device.addresses[0]]
      .filter(Boolean).join(' · '));
    tellFacts(this.#facts, [...factsOf(device), ...moreOf(reply)]);
    const open = this.#desk.alerts.about(this.#id);
    this.#rows.show(open);
    this.#clear.hidden = open.length > 0;
    this.#tellPorts(reply.ports);
  }

  #tellPorts(ports) {
    this.#portCard.hidden = !ports.length;
    write(this.#portTitle, plural(ports.length, 'port', 'ports'));
    fill(this.#ports, ports.slice(0, mostPorts).map(({port, protocol, service, product, version, state}) => [`${port}/${protocol}`,
      plain([service, [product, version].filter(Boolean).join(' ')].filter(Boolean).join(' · '), 256) || none, plain(state, 32)]));
  }
}
