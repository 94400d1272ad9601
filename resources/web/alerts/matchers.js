// SPDX-License-Identifier: GPL-3.0-or-later
// What a silence goes by, as Prometheus writes it.

const most = 8;

const written = (value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** The labels of an alert, and what else it can go by: who reported it alone says too little. */
export function labelsOf(alert) {
  const {rule, device} = alert.labels;
  const others = [['source', rule ? '' : alert.source], ['subject', device ? '' : alert.subject_id]];
  return [...others, ...Object.entries(alert.labels)].filter(([, value]) => value).slice(0, most);
}

/** Those of a silence, as they are written. */
export const writtenMatchers = (matchers) =>
  matchers.map(({label, comparison, value}) => `${label}${comparison}${written(value)}`).join(', ');

export const matchersOf = (labels) => labels.map(([name, value]) => `${name}=${written(value)}`).join(', ');
