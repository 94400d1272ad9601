// SPDX-License-Identifier: GPL-3.0-or-later
// The load of the server's machine: tiles, charts of the last five minutes, and tables.

import {Chart, sparkline} from './chart.js';
import {fill, find, make, tellFacts, write} from './dom.js';
import {bitRate, bitScale, byteScale, degrees, disk, diskScale, figures, isNumber, memory,
        memoryScale, none, percent, share, span, time} from './format.js';

const span5 = 300000;
const second = 1000;
const minute = 60000;
// A clock set back by less is caught up with before anybody wonders.
const leastStep = 3000;

// A sample is [ms, cpu %, memory bytes, received B/s, sent B/s, read B/s, written B/s, disk %], in this order.
const stored = ['cpu.usage', 'memory.used', 'net.rx', 'net.tx', 'disk.read', 'disk.write', 'disk.usage'];

const sampleOf = (reading) => [Date.parse(reading.timestamp), reading.cpu.usage_percent, reading.memory.used,
  reading.network.receive_rate, reading.network.send_rate, reading.disk_io.read_rate, reading.disk_io.write_rate,
  reading.disk.usage_percent];

export class Metrics {
  #link;
  #samples = [];
  #reading = null;
  #offset = 0;
  #heardAt = -Infinity;

  constructor(link) {
    this.#link = link;
    this.#build();
    link.addEventListener('fact', ({detail}) => {
      if (detail.event === 'metrics.sampled') {
        this.#hear(detail.payload);
      }
    });
    link.addEventListener('ready', () => this.#catchUp());
    setInterval(() => this.#idle(), second);
  }

  /** The moment of the newest reading in ms, or null. */
  get lastReading() { return this.#reading ? Date.parse(this.#reading.timestamp) : null; }

  /** What the server's own machine is called; empty while that is not known. */
  get machine() { return this.#reading?.host.hostname ?? ''; }

  clear() {
    this.#samples = [];
    this.#reading = null;
    this.#heardAt = -Infinity;
  }

  /** Facts come in order: one from long before the last means that the server's clock was set back, and all that is
   *  shown lies in its future. */
  #hear(reading) {
    const at = Date.parse(reading.timestamp);
    const isSetBack = this.#heardAt - at > leastStep;
    if (isSetBack) {
      this.clear();
    }
    this.#heardAt = at;
    this.#take(reading);
    if (isSetBack) {
      this.#catchUp();
    }
  }

  async #catchUp() {
    try {
      this.#take(await this.#link.ask('metrics.current'));
      const end = Date.parse(this.#reading.timestamp);
      const {series} = await this.#link.ask('metrics.history', {
        names: stored, from: new Date(end - span5).toISOString(), to: new Date(end).toISOString(), points: 300,
      });
      if (this.lastReading >= end) {
        this.#merge(series);
      }
    } catch { /* the live readings still come, and the link tells what is wrong with it */ }
  }

  #merge(series) {
    const found = new Map();
    for (const one of series) {
      const column = stored.indexOf(one.name) + 1;
      for (const [at, , mean] of one.points) {
        const key = Math.floor(at / second);
        const sample = found.get(key) ?? found.set(key, [at, ...stored.map(() => null)]).get(key);
        sample[column] = mean;
      }
    }
    for (const sample of this.#samples) {
      found.set(Math.floor(sample[0] / second), sample);
    }
    this.#samples = [...found.values()].sort((a, b) => a[0] - b[0]);
    this.show();
  }

  #take(reading) {
    const sample = sampleOf(reading);
    this.#offset = sample[0] - Date.now();
    if (this.#reading && sample[0] <= this.lastReading) {
      return;
    }
    this.#reading = reading;
    if (this.#heardAt === -Infinity) {
      this.#heardAt = sample[0];
    }
    this.#samples = this.#samples.filter(([at]) => at > sample[0] - span5 - 2 * second);
    this.#samples.push(sample);
    write(find('host'), reading.host.hostname);
    this.show();
  }

  /** While nothing comes, time goes on and the gap becomes visible. */
  #idle() {
    if (this.#reading && !document.hidden && !find('overview').hidden && Date.now() + this.#offset - this.lastReading > 2 * second) {
      this.#draw(Date.now() + this.#offset);
    }
  }

  /** While it is not looked at, nothing is drawn. */
  show() {
    if (this.#reading && !document.hidden && !find('overview').hidden) {
      this.#draw(this.lastReading);
      this.#tell(this.#reading);
    }
  }

  #draw(now) {
    const end = Math.floor(now / second) * second;
    const shown = this.#samples.filter(([at]) => at >= end - span5);
    this.charts.forEach((chart) => chart.show(shown, end));
    const recent = shown.filter(([at]) => at > end - minute);
    this.tiles.forEach(({path, column, least}) => sparkline(path, recent, column, minute, end, least));
    write(find('as-of'), `Data as of ${time(this.lastReading)}`);
  }

  #build() {
    const tile = (title, column, least) => {
      const path = make('path', {class: 'line s1'});
      const parts = {column, path, least, value: make('strong'), note: make('span', {class: 'note'})};
      parts.element = make('div', {class: 'card tile'}, make('h2', {}, title), parts.value,
        make('div', {class: 'foot'}, parts.note,
          make('svg', {class: 'spark', width: 72, height: 20, 'aria-hidden': 'true'}, path)));
      return parts;
    };
    this.tiles = [tile('Processor', 1, 10), tile('Memory', 2, 1e8), tile('Disk', 7, 1), tile('Network', 3, 1000)];
    find('tiles').append(...this.tiles.map(({element}) => element));
    const total = () => this.#reading?.memory.total ?? null;
    this.charts = [
      new Chart({title: 'Processor', window: span5, series: [{column: 1, label: '', title: 'Used'}],
        scale: () => ({divisor: 1, unit: '%'}), ceiling: () => 100}),
      new Chart({title: 'Network', window: span5, scale: bitScale,
        series: [{column: 3, label: '↓ In', title: 'In'}, {column: 4, label: '↑ Out', title: 'Out'}]}),
      new Chart({title: 'Memory', window: span5, series: [{column: 2, label: '', title: 'Used'}], scale: memoryScale,
        ceiling: total}),
      new Chart({title: 'Disk activity', window: span5, scale: byteScale,
        series: [{column: 5, label: 'Read', title: 'Read'}, {column: 6, label: 'Written', title: 'Written'}]}),
    ];
    find('charts').append(...this.charts.map(({element}) => element));
    this.tables = {
      processes: this.#table('Busiest programs', ['Program', 'User:wide', 'PID:wide number', 'CPU:number', 'Memory:number']),
      volumes: this.#table('Volumes', ['Mounted at', 'Type:wide', 'Used:number', 'Free:number wide', ':meter']),
      interfaces: this.#table('Interfaces', ['Name', 'State:wide', '↓ In:number', '↑ Out:number', 'Errors, drops:number wide']),
    };
    this.facts = make('dl');
    find('tables').append(make('article', {class: 'card'}, make('h2', {}, 'This machine'), this.facts));
  }

  #table(title, columns) {
    const body = make('tbody');
    const classes = columns.map((column) => column.split(':')[1] ?? '');
    const heads = columns.map((column) => {
      const [text, kind] = column.split(':');
      return make('th', {scope: 'col', class: kind}, text || make('span', {class: 'unseen'}, 'Share'));
    });
    find('tables').append(make('article', {class: 'card'}, make('h2', {}, title),
      make('div', {class: 'scroll'}, make('table', {}, make('thead', {}, make('tr', {}, heads)), body))));
    return (rows) => {
      fill(body, rows);
      for (const row of body.rows) {
        classes.forEach((kind, index) => { row.cells[index].className = kind; });
      }
    };
  }

  #tell(reading) {
    const {cpu, network, host} = reading;
    const [one, five, fifteen] = cpu.load.map((value) => figures(value, 2));
    const told = [
      [percent(cpu.usage_percent), isNumber(cpu.temperature) ? `${degrees(cpu.temperature)} · load ${one}` : `Load ${one}`],
      [percent(reading.memory.usage_percent), share(reading.memory.used, reading.memory.total, memoryScale)],
      [percent(reading.disk.usage_percent), `${disk(reading.disk.free)} free of ${disk(reading.disk.total)}`],
      [bitRate(network.receive_rate + network.send_rate), `↓ ${bitRate(network.receive_rate)}  ↑ ${bitRate(network.send_rate)}`],
    ];
    told.forEach(([value, note], index) => {
      write(this.tiles[index].value, value);
      write(this.tiles[index].note, note);
    });
    this.tables.processes(reading.processes.slice(0, 8).map((process) => [process.name, process.user,
      String(process.pid), percent(process.cpu_percent), memory(process.memory)]));
    this.tables.volumes(reading.volumes.map(({mount, type, space}) => [mount, type,
      share(space.used, space.total, diskScale), disk(space.free), this.#meter(space.usage_percent)]));
    this.tables.interfaces(Object.entries(network.interfaces).map(([name, card]) => [name, card.is_up ? 'up' : 'down',
      bitRate(card.receive_rate), bitRate(card.send_rate), `${card.errors}, ${card.drops}`]));
    tellFacts(this.facts, [['Name', host.hostname], ['Address', host.address || none], ['System', host.os],
      ['Kernel', `${host.kernel} (${host.architecture})`], ['Processor', `${host.cpu_model || none} × ${host.cores}`],
      ['Load', `${one}  ${five}  ${fifteen}`], ['Swap', reading.swap.total ? share(reading.swap.used, reading.swap.total, memoryScale) : 'none'],
      ['Disk busy', percent(reading.disk_io.busy_percent)],
      ['Up for', span(reading.uptime)]]);
  }

  #meter(value) {
    return make('svg', {class: 'bar-of', viewBox: '0 0 100 8', preserveAspectRatio: 'none', role: 'img',
      'aria-label': percent(value)}, make('rect', {class: 'all', width: 100, height: 8}),
      make('rect', {class: 'used', width: Math.max(0, Math.min(100, value)), height: 8}));
  }
}
