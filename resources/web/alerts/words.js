// SPDX-License-Identifier: GPL-3.0-or-later
// What people read for an alert.

import {linkTo} from '../devices/words.js';
import {exact, moment, plain, plural} from '../format.js';

export const severities = ['info', 'low', 'medium', 'high', 'critical'];
const titles = {info: 'Info', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical'};
const states = {open: 'Open', acknowledged: 'Acknowledged', resolved: 'Resolved'};
const kinds = {system: 'System', network: 'Network', security: 'Security'};

export const severityOf = ({severity}) => severities[Math.floor(Math.max(0, Math.min(9, severity - 1)) / 2)];
export const severityTitle = (alert) => titles[severityOf(alert)];
export const titleOf = (alert) => plain(alert.title) || plain(alert.message) || alert.id;
export const linkOf = (id) => `#/alerts/${encodeURIComponent(id)}`;

/** What it is about, as its labels or the devices call it; empty: nothing in particular. */
export function subjectOf(alert, devices) {
  const label = ['device', 'host', 'instance', 'department'].map((name) => alert.labels[name]).find(Boolean);
  return plain(label || (alert.subject_id && devices.nameOf(alert.subject_id)), 128);
}

/** Where what it is about is shown; empty: it is no device. */
export const subjectLink = ({subject_id: id}) => (id ? linkTo(id) : '');

export function stateLine(alert, now) {
  const title = states[alert.state];
  const until = (text) => moment(Date.parse(text), now);
  if (alert.state === 'resolved') {
    return title;
  }
  if (alert.silenced_by) {
    return alert.silenced_until ? `${title}, silenced until ${until(alert.silenced_until)}` : `${title}, silenced`;
  }
  if (alert.acknowledgement?.until) {
    return `${title} until ${until(alert.acknowledgement.until)}`;
  }
  return alert.is_flapping ? `${title}, flapping` : title;
}

/** Whose it is: given to somebody, or looked after by somebody. */
export const ownerOf = (alert) => plain(alert.assignee || alert.acknowledgement?.by, 128);

/** "×3 · 48 folded", or nothing. */
export const timesOf = (alert) => [alert.occurrences > 1 && `×${alert.occurrences.toLocaleString()}`,
  alert.children > 0 && `${alert.children.toLocaleString()} folded`].filter(Boolean).join(' · ');

const deeds = {
  raised: 'Raised', changed: 'Changed', acknowledged: 'Acknowledged', unacknowledged: 'Acknowledgement taken back',
  lapsed: 'Acknowledgement ended', escalated: 'Escalated', unfolded: 'Stands by itself', resolved: 'Resolved', reopened: 'Reopened',
};

/** What was done, as a sentence without who and when. */
export function deedLine({deed, text}) {
  const said = plain(text, 4096);
  if (deed === 'commented') {
    return said;
  }
  if (deed === 'assigned') {
    return said ? `Given to ${said}` : 'Given to nobody';
  }
  if (deed === 'folded') {
    return `Folded into ${said || 'another'}`;
  }
  return said ? `${deeds[deed] ?? deed}: ${said}` : deeds[deed] ?? deed;
}

/** What is known of an alert as [name, value, link]; what is not known is left out. */
export function factsOf(alert, devices, now) {
  const when = (text) => text && `${exact(Date.parse(text))}`;
  const times = (count) => count > 0 && plural(count, 'time', 'times');
  return [
    ['State', stateLine(alert, now)],
    ['Severity', `${severityTitle(alert)}, ${alert.severity} of 10`],
    ['About', subjectOf(alert, devices), subjectLink(alert)],
    ['Since', when(alert.raised_at)],
    ['Last said', alert.last_at !== alert.raised_at && when(alert.last_at)],
    ['Resolved', when(alert.resolved_at)],
    ['Resolved by', plain(alert.resolved_by, 128)],
    ['Acknowledged by', plain(alert.acknowledgement?.by, 128)],
    ['Note', plain(alert.acknowledgement?.note, 1024)],
    ['Owner', plain(alert.assignee, 128)],
    ['Silenced by', plain(alert.silenced_by, 128), '#/silences'],
    ['Said', alert.occurrences > 1 && times(alert.occurrences)],
    ['Came back', times(alert.reopenings)],
    ['Escalated', times(alert.level)],
    ['Kind', kinds[alert.alert_type]],
    ['Labels', Object.entries(alert.labels).map(([name, value]) => plain(`${name}=${value}`, 128)).join(', ')],
  ].filter(([, value]) => value);
}
