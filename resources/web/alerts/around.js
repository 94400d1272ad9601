// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured around the moment an alert was raised, where something of it was.

import {make} from '../dom.js';
import {readingsOf, SeriesChart} from '../measures.js';
import {hashOf} from '../place.js';
import {markOf, seriesFor} from './marks.js';

const quarter = 15 * 60000;
const refresh = 15000;

export class Around {
  #link;
  #clock;
  #shown = '';
  #chart = null;
  #whole = null;
  element = make('section', {class: 'around', 'aria-label': 'What was measured', hidden: true});

  constructor(link, clock) {
    this.#link = link;
    this.#clock = clock;
  }

  clear() {
    this.#shown = '';
    this.#chart = null;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  async show(alert) {
    const series = seriesFor(alert);
    const raised = Date.parse(alert.raised_at);
    const end = Math.min(raised + quarter, this.#clock.now());
    const key = `${alert.id} ${alert.resolved_at ?? ''} ${Math.floor(end / refresh)}`;
    if (this.#shown === key || !series) {
      return;
    }
    this.#shown = key;
    try {
      const from = raised - quarter;
      const found = await readingsOf(this.#link, {name: series, source: alert.subject_id, from, to: end});
      if (this.#shown === key && found.samples.length) {
        this.#draw(alert, series, found, {from, to: end});
      }
    } catch {
      this.#shown = '';
    }
  }

  #draw(alert, series, found, span) {
    if (!this.#chart) {
      this.#chart = new SeriesChart({name: series, unit: found.unit, span: '15 minutes before and after'});
      this.#whole = make('a', {}, 'Other times ›');
      this.element.replaceChildren(this.#chart.element, this.#whole);
    }
    this.element.hidden = false;
    this.#whole.href = hashOf({kind: 'chart', name: series, source: alert.subject_id, span: {...span, to: span.from + 2 * quarter}});
    this.#chart.marks = [markOf(alert)];
    this.#chart.showReadings(found, span);
  }
}
