// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before something is done to an alert: a note, until when, whom, or which labels.

import {make} from '../dom.js';
import {plain, plural} from '../format.js';
import {labelled, openSheet} from '../sheet.js';
import {labelsOf, matchersOf, writtenMatchers} from './matchers.js';
import {Until} from './until.js';
import {ownerOf, titleOf} from './words.js';

const longestNote = 4096;
const longestReason = 1024;
const longestName = 256;
const longestMatchers = 4096;
const mostNamed = 10;

export class Questions {
  #deeds;
  #alerts;
  #person;
  #clock;

  constructor(deeds, alerts, person, clock) {
    this.#deeds = deeds;
    this.#alerts = alerts;
    this.#person = person;
    this.#clock = clock;
  }

  #open(alert, question) {
    openSheet({about: alert.about ?? `${alert.id}: ${titleOf(alert)}`, link: this.#deeds.link, whyNot: this.#deeds.whyNot, ...question});
  }

  acknowledge(alert) {
    this.#acknowledge(alert, 'Until it is resolved', [], (...said) => this.#deeds.acknowledge(alert.id, ...said));
  }

  acknowledgeAll(alerts) {
    const more = alerts.length - mostNamed;
    const names = alerts.slice(0, mostNamed).map((alert) => make('li', {}, `${alert.id} `, make('bdi', {}, plain(titleOf(alert), 96))));
    const list = make('ul', {class: 'named'}, names, more > 0 && make('li', {}, `and ${more.toLocaleString()} more`));
    this.#acknowledge({about: plural(alerts.length, 'alert', 'alerts')}, 'Until they are resolved', [list],
      (...said) => this.#deeds.acknowledgeAll(alerts.map(({id}) => id), ...said));
  }

  #acknowledge(alert, endless, content, act) {
    const note = make('input', {maxlength: longestNote, placeholder: 'What you do about it'});
    const until = new Until(this.#clock.now(), endless);
    this.#open(alert, {title: 'Acknowledge', deed: 'Acknowledge', content: [content, labelled('Note', note), until.fields],
      act: async () => act(note.value.trim(), until.value)});
  }

  /** What takes a note alone: `resolve` or `reopen`. */
  noted(alert, title, deed) {
    const note = make('input', {maxlength: longestNote, placeholder: 'What others should know'});
    this.#open(alert, {title, deed: title, content: [labelled('Note', note)], act: () => this.#deeds[deed](alert.id, note.value.trim())});
  }

  assign(alert) {
    const others = [...new Set(this.#alerts.all().map(ownerOf))].filter((name) => name && name !== this.#person.name).sort();
    const known = make('datalist', {id: 'known-owners'}, [this.#person.name, ...others].map((value) => make('option', {value})));
    const who = make('input', {maxlength: longestName, list: known.id, placeholder: 'Nobody', autocomplete: 'off', autocapitalize: 'none'});
    who.value = alert.assignee || this.#person.name;
    this.#open(alert, {title: 'Give to somebody', deed: 'Give', content: [labelled('Owner', who), known],
      act: () => this.#deeds.assign(alert.id, who.value.trim())});
  }

  silence(alert) {
    const until = new Until(this.#clock.now(), null);
    const reason = make('input', {required: true, maxlength: longestReason, placeholder: 'What others should know'});
    const labels = labelsOf(alert).map((label) => [label, make('input', {type: 'checkbox', checked: true})]);
    const rows = labels.map(([[name, value], box]) => make('label', {class: 'check'}, box, plain(`${name} = ${value}`, 128)));
    this.#open(alert, {
      title: 'Silence alerts', deed: 'Silence',
      content: [make('p', {class: 'hint'}, 'They are still listed and counted; nobody is told of them.'),
        make('fieldset', {}, make('legend', {}, 'Alerts of which all of this is true'), rows), until.fields, labelled('Reason', reason)],
      act: async () => {
        const chosen = labels.filter(([, box]) => box.checked).map(([label]) => label);
        if (!chosen.length) {
          throw new Error('Choose at least one: a silence of everything hides what matters.');
        }
        await this.#deeds.silence(matchersOf(chosen), until.value, reason.value.trim());
      }});
  }
  /** Of everything a rule raises. */
  silenceAll(source) { this.silenceBy({matchers: [{label: 'source', comparison: '=', value: source}], reason: '', is_over: true}); }

  /** A silence of one's own words, or another one as `from`; one that is over is made anew. */
  silenceBy(from = null) {
    const until = new Until(this.#clock.now(), null, from && !from.is_over ? Date.parse(from.until) : 0);
    const matchers = make('input', {required: true, maxlength: longestMatchers, class: 'mono', autocapitalize: 'none', autocomplete: 'off',
      spellcheck: 'false', placeholder: 'instance="nas-1", severity=~"high|medium"'});
    const reason = make('input', {required: true, maxlength: longestReason, placeholder: 'What others should know'});
    const before = from && !from.is_over ? from : null;
    matchers.value = from ? writtenMatchers(from.matchers) : '';
    reason.value = from?.reason ?? '';
    openSheet({title: before ? 'Change the silence' : 'Silence alerts', deed: before ? 'Change' : 'Silence', about: before?.id ?? '',
      link: this.#deeds.link, whyNot: this.#deeds.whyNot,
      content: [make('p', {class: 'hint'}, 'They are still listed and counted; nobody is told of them.'),
        labelled('Alerts with', matchers), until.fields, labelled('Reason', reason)],
      act: async () => this.#deeds.silence(matchers.value.trim(), until.value, reason.value.trim(), before)});
  }
}
