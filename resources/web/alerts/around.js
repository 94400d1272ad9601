// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured around the moment an alert was raised, where something of it was.

import {Chart} from '../chart.js';
import {make} from '../dom.js';
import {bitScale, byteScale, memoryScale} from '../format.js';

const quarter = 15 * 60000;
const points = 400;
const refresh = 15000;
const tick = 5 * 60000;
const measures = [
  [/^cpu\.usage$/, 'Processor', '%'], [/^cpu\.core\./, 'Processor core', '%'], [/^cpu\.temperature$/, 'Processor temperature', '°C'],
  [/^load\./, 'Load average', ''], [/^memory\.usage$/, 'Memory in use', '%'], [/^(memory|swap)\.used$/, 'Memory in use', 'bytes'],
  [/^disk\.usage$/, 'Root file system in use', '%'], [/^volume\.usage\./, 'File system in use', '%'],
  [/^disk\.(read|write)$/, 'Disk activity', 'bytes/s'],
  [/^disk\.busy$/, 'Busiest disk', '%'], [/^(net|interface)\..*(rx|tx)$/, 'Network', 'bit/s'], [/\.errors$/, 'Errors', '1/s'],
  [/^reach\.rtt$/, 'Round-trip time', 'ms'], [/^reach\.loss$/, 'Probes without an answer', '%'],
];
const scales = {'bytes': memoryScale, 'bytes/s': byteScale, 'bit/s': bitScale};

const measureOf = (name) => measures.find(([pattern]) => pattern.test(name ?? ''));

/** The series that says most about an alert; empty: none does. */
function seriesFor({labels, subject_id: subject, alert_type: kind, source, title}) {
  const named = ['metric', 'series', 'name'].map((label) => labels[label]).find(measureOf);
  if (named || subject || kind !== 'system') {
    return named ?? (subject ? 'reach.rtt' : '');
  }
  const words = `${source} ${title}`.toLowerCase();
  return [['memory', 'memory.usage'], ['disk', 'disk.usage'], ['volume', 'disk.usage'], ['temperature', 'cpu.temperature'],
    ['cpu', 'cpu.usage'], ['processor', 'cpu.usage']].find(([word]) => words.includes(word))?.[1] ?? '';
}

/** What is longer than the readings' own distance, and somewhat more, is a gap. */
function gapOf(samples, bucket) {
  const steps = samples.slice(1).map(([at], index) => at - samples[index][0]).sort((a, b) => a - b);
  return 2.6 * Math.max(bucket, steps[steps.length >> 1] ?? 0);
}

export class Around {
  #link;
  #clock;
  #shown = '';
  #chart = null;
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
      const reply = await this.#link.ask('metrics.history', {names: [series], points, source: alert.subject_id,
        from: new Date(raised - quarter).toISOString(), to: new Date(end).toISOString()});
      if (this.#shown === key && reply.series[0]?.points.length) {
        this.#draw(alert, series, reply, end);
      }
    } catch {
      this.#shown = '';
    }
  }

  #draw(alert, series, {series: [{points: found, unit: told}], bucket}, end) {
    const [, title, unit] = measureOf(series) ?? [null, series, told];
    const samples = found.map(([at, , mean]) => [at, mean]);
    const raised = Date.parse(alert.raised_at);
    if (!this.#chart) {
      this.#chart = new Chart({title, span: '15 minutes before and after', series: [{column: 1, label: '', title: 'Mean'}], tick,
        tableStep: 60000, scale: scales[unit] ?? (() => ({divisor: 1, unit})), ceiling: () => (unit === '%' ? 100 : null)});
      this.element.replaceChildren(this.#chart.element);
    }
    this.element.hidden = false;
    this.#chart.window = end - raised + quarter;
    this.#chart.gap = gapOf(samples, bucket * 1000);
    this.#chart.mark = {from: raised, to: alert.resolved_at ? Date.parse(alert.resolved_at) : end};
    this.#chart.show(samples, end);
  }
}
