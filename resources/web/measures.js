// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded series: what they are called, the units they are read in, and their charts.

import {Chart} from './chart.js';
import {bitScale, byteScale, diskScale, memoryScale, plain} from './format.js';

const points = 400;
const [minute, hour, day] = [60000, 3600000, 86400000];
const mostTicks = 5;
const mostRows = 60;
const steps = [...[1, 5, 15, 30].map((one) => one * 1000), ...[1, 5, 10, 15, 30].map((one) => one * minute),
  ...[1, 2, 3, 6, 12].map((one) => one * hour), ...[1, 2, 7, 14, 30, 60, 180].map((one) => one * day)];

const always = (unit) => () => ({divisor: 1, unit});
const percent = always('%');
const scales = {'bytes': memoryScale, 'bytes/s': byteScale, '%': percent};
// `*` is what the name calls the one of several.
const measures = [
  [/^cpu\.usage$/, 'Processor', percent], [/^cpu\.core\.(.+)$/, 'Processor core *', percent],
  [/^cpu\.temperature$/, 'Processor temperature', always('°C')], [/^load\.(.+)$/, 'Load average, * min', always('')],
  [/^memory\.usage$/, 'Memory in use', percent], [/^memory\.used$/, 'Memory in use', memoryScale],
  [/^memory\.total$/, 'Memory size', memoryScale], [/^swap\.used$/, 'Swap space in use', memoryScale],
  [/^disk\.usage$/, 'Root file system in use', percent], [/^disk\.used$/, 'Root file system in use', diskScale],
  [/^volume\.usage\.(.+)$/, 'File system * in use', percent], [/^disk\.read$/, 'Disks, reading', byteScale],
  [/^disk\.write$/, 'Disks, writing', byteScale], [/^disk\.busy$/, 'Busiest disk', percent],
  [/^net\.rx$/, 'Network, receiving', bitScale], [/^net\.tx$/, 'Network, sending', bitScale],
  [/^(?:net|interface)\.(.+)\.rx$/, '*, receiving', bitScale], [/^(?:net|interface)\.(.+)\.tx$/, '*, sending', bitScale],
  [/^interface\.(.+)\.errors$/, '*, errors', always('1/s')], [/^reach\.rtt$/, 'Round-trip time', always('ms')],
  [/^reach\.loss$/, 'Probes without an answer', percent],
];

// What a series is a share or a part of; both are about the same.
const kin = [[/^cpu\.core\./, 'cpu.usage'], [/^memory\./, 'memory.used'], [/^disk\.(?:usage|used)$/, 'volume.usage./'],
  [/^disk\.busy$/, 'disk.read'], [/^net\..+\.rx$/, 'net.rx'], [/^net\..+\.tx$/, 'net.tx']];

export const drawnAs = (name) => kin.find(([pattern]) => pattern.test(name))?.[1] ?? name;

export const isMeasure = (name) => measures.some(([pattern]) => pattern.test(name ?? ''));

/** {title, scale}; what is not known here keeps its name, and the unit it comes with. */
export function measureOf(name, unit = '') {
  for (const [pattern, title, scale] of measures) {
    const found = pattern.exec(name);
    if (found) {
      return {title: title.replace('*', () => plain(found[1], 128)), scale};
    }
  }
  return {title: plain(name, 200), scale: scales[unit] ?? always(unit)};
}

/** What is longer than the readings' own distance, and somewhat more, is a gap. */
function gapOf(samples, bucket) {
  const distances = samples.slice(1).map(([at], index) => at - samples[index][0]).sort((a, b) => a - b);
  return 2.6 * Math.max(bucket, distances[distances.length >> 1] ?? 0);
}

/** What was read of a series between two moments, ms, as {samples, gap, unit}. */
export async function readingsOf(link, {name, source, from, to}) {
  const {series, bucket} = await link.ask('metrics.history', {names: [name], source, points,
    from: new Date(from).toISOString(), to: new Date(to).toISOString()});
  const samples = (series[0]?.points ?? []).map(([at, , mean]) => [at, mean]);
  return {samples, gap: gapOf(samples, bucket * 1000), unit: series[0]?.unit};
}

export class SeriesChart extends Chart {
  constructor({name, unit, ...look}) {
    const {title, scale} = measureOf(name, unit);
    super({title, series: [{column: 1, label: '', title: 'Mean'}], scale, ceiling: () => (scale === percent ? 100 : null), ...look});
  }

  /** Shows what readingsOf() found. */
  showReadings({samples, gap}, {from, to}) {
    const atMost = (count) => steps.find((step) => (to - from) / step <= count) ?? steps.at(-1);
    this.window = to - from;
    this.tick = atMost(mostTicks);
    this.tableStep = atMost(mostRows);
    this.gap = gap;
    this.show(samples, to);
  }
}
