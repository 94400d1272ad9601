// SPDX-License-Identifier: GPL-3.0-or-later
// What happened while something was measured: the alerts about it, and maintenance.

import {plain} from '../format.js';
import {drawnAs, isMeasure} from '../measures.js';
import {severityOf, severityTitle, titleOf} from './words.js';

const mostAlerts = 200;
const longestName = 80;
const mostDays = 400;
const day = 86400000;

/** The series that says most about an alert; empty: none does. */
export function seriesFor({labels, subject_id: subject, alert_type: kind, source, title}) {
  const named = ['metric', 'series', 'name'].map((label) => labels[label]).find(isMeasure);
  if (named || subject || kind !== 'system') {
    return named ?? (subject ? 'reach.rtt' : '');
  }
  const words = `${source} ${title}`.toLowerCase();
  return [['memory', 'memory.usage'], ['disk', 'disk.usage'], ['volume', 'disk.usage'], ['temperature', 'cpu.temperature'],
    ['cpu', 'cpu.usage'], ['processor', 'cpu.usage']].find(([word]) => words.includes(word))?.[1] ?? '';
}

/** An alert as charts mark it; what is not over has no end. */
export function markOf(alert) {
  const end = alert.state === 'resolved' && alert.resolved_at ? Date.parse(alert.resolved_at) : Infinity;
  return {id: alert.id, severity: alert.severity, from: Date.parse(alert.raised_at), to: end, kind: severityOf(alert),
    text: `${severityTitle(alert)}: ${alert.id} ${titleOf(alert)}`};
}

/** {marks, hatches} of a series between two moments, ms; none where they cannot be had. */
export async function besideOf(link, {name, source, from, to}) {
  const iso = (ms) => new Date(ms).toISOString();
  const about = source ? {subject_id: source} : {is_about_device: false};
  const line = drawnAs(name);
  const [found, held] = await Promise.allSettled([
    link.ask('alerts.list', {states: ['open', 'acknowledged', 'resolved'], is_flat: true, order: 'newest', limit: mostAlerts,
      from: iso(from), to: iso(to), ...about}),
    link.ask('alerts.maintenance.times', {from: iso(Math.max(from, to - mostDays * day)), to: iso(to), source: source || 'host'}),
  ]);
  const isAbout = (alert) => {
    const series = seriesFor(alert);
    return series === name || (series && drawnAs(series) === line);
  };
  return {
    marks: (found.value?.alerts ?? []).filter(isAbout).map(markOf).sort((one, other) => one.severity - other.severity),
    hatches: (held.value?.times ?? []).map(({display_name: words, begin, end}) => ({
      from: Date.parse(begin), to: Date.parse(end), text: `Maintenance: ${plain(words, longestName)}`})),
  };
}
