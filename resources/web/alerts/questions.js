// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before something is done to an alert: a note, until when, whom, or which labels.

import {make} from '../dom.js';
import {minute, plain} from '../format.js';
import {labelled, openSheet} from '../sheet.js';
import {labelsOf, matchersOf} from './matchers.js';
import {ownerOf, titleOf} from './words.js';

const minutes = 60000;
const longestNote = 4096;
const longestReason = 1024;
const longestName = 256;
const atEight = 8;

const local = (ms) => new Date(ms - new Date(ms).getTimezoneOffset() * minutes).toISOString().slice(0, 16);

/** Until when: usual spans, or a moment. `endless` is the first choice, where there is one. */
class Until {
  #now;
  #choice = make('select');
  #moment = make('input', {type: 'datetime-local', 'aria-label': 'Until which moment', hidden: true});

  constructor(now, endless) {
    this.#now = now;
    const morning = new Date(now);
    morning.setDate(morning.getDate() + 1);
    morning.setHours(atEight, 0, 0, 0);
    const choices = [...(endless ? [['', endless]] : []), [now + 30 * minutes, '30 minutes'], [now + 60 * minutes, '1 hour'],
      [now + 240 * minutes, '4 hours'], [morning.getTime(), `Tomorrow at ${minute(morning)}`], ['other', 'Another moment…']];
    this.#choice.append(...choices.map(([value, text]) => make('option', {value: String(value)}, text)));
    this.#moment.value = local(now + 120 * minutes);
    this.#moment.min = local(now);
    this.#choice.addEventListener('change', () => { this.#moment.hidden = this.#choice.value !== 'other'; });
  }

  get fields() { return [...labelled('Until', this.#choice), this.#moment]; }

  /** An ISO time, or null without an end. Throws a sentence when it is no time to come. */
  get value() {
    const {value} = this.#choice;
    if (value === '') {
      return null;
    }
    const ms = value === 'other' ? Date.parse(this.#moment.value) : Number(value);
    if (!(ms > this.#now)) {
      throw new Error('Choose a moment in the future.');
    }
    return new Date(ms).toISOString();
  }
}

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
    openSheet({about: `${alert.id}: ${titleOf(alert)}`, link: this.#deeds.link, whyNot: this.#deeds.whyNot, ...question});
  }

  acknowledge(alert) {
    const note = make('input', {maxlength: longestNote, placeholder: 'What you do about it'});
    const until = new Until(this.#clock.now(), 'Until it is resolved');
    this.#open(alert, {title: 'Acknowledge', deed: 'Acknowledge', content: [labelled('Note', note), until.fields],
      act: async () => this.#deeds.acknowledge(alert.id, note.value.trim(), until.value)});
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
}
