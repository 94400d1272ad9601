// SPDX-License-Identifier: GPL-3.0-or-later
// A real Prometheus takes Belfry for an Alertmanager, and a real Alertmanager has it among its webhooks and hears of
// Belfry's own alerts. `tests/run` unpacks both.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {Belfry, freePort, temporaryFolder} from './support/belfry.mjs';
import {Console, overlookMachine} from './support/console.mjs';

const isThere = (name) => spawnSync(name, ['--version']).status === 0;
const skip = !(isThere('prometheus') && isThere('prometheus-alertmanager')) &&
  'prometheus and prometheus-alertmanager are not there; tests/run unpacks them';

const templates = '/usr/share/prometheus/alertmanager';
const folder = temporaryFolder();
const programs = [];
let belfry;
let client;
let token;

function start(name, args) {
  const child = spawn(name, args, {stdio: ['ignore', 'ignore', 'pipe']});
  child.said = '';
  child.stderr.on('data', (part) => { child.said += part; });
  programs.push(child);
  return child;
}

/** Debian's Alertmanager reads its templates in one place alone; unpacked, it gets them there for itself. */
function startManager(args) {
  if (fs.existsSync(templates)) {
    start('prometheus-alertmanager', args);
    return;
  }
  const where = spawnSync('sh', ['-c', 'command -v prometheus-alertmanager'], {encoding: 'utf8'}).stdout.trim();
  const share = path.join(folder, 'share');
  const inside = path.join(share, path.relative('/usr/share', templates));
  fs.mkdirSync(inside, {recursive: true});
  const unpacked = path.join(path.dirname(where), '../lib');
  fs.readdirSync(unpacked).filter((name) => name.endsWith('.tmpl'))
    .forEach((name) => fs.copyFileSync(path.join(unpacked, name), path.join(inside, name)));
  start('unshare', ['--map-root-user', '--mount', 'sh', '-c', 'mount --bind "$0" /usr/share && exec "$@"', share,
                    'prometheus-alertmanager', ...args]);
}

function file(name, text) {
  const where = path.join(folder, name);
  fs.writeFileSync(where, text);
  return where;
}

async function seen(what, find) {
  for (const end = Date.now() + 60_000; ;) {
    const found = await find();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, `not seen within 60 s: ${what}\n${programs.map(({said}) => said).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(command, params = {}) {
  const {reply, error} = await client.ask(command, params);
  assert.ok(reply, `${command}: ${JSON.stringify(error)}`);
  return reply;
}
const alertsOf = async (text, state) => (await ask('alerts.list', {text, ...(state && {states: [state]})})).alerts;
const send = (place, body, headers = {Authorization: `Bearer ${token}`}) => belfry.post(place, body, headers);

before(async () => {
  belfry = await Belfry.start();
  token = await belfry.login();
  client = await Console.open(belfry, token);
  await overlookMachine(belfry, token);
});
after(async () => {
  programs.forEach((child) => child.kill('SIGKILL'));
  client?.close();
  await belfry?.remove();
  fs.rmSync(folder, {recursive: true, force: true});
});

test('what Prometheus fires is an alert until it is over', {skip}, async () => {
  const target = await freePort();
  const rules = file('rules.yml', `
groups:
  - name: belfry
    interval: 1s
    rules:
      - alert: ExporterGone
        expr: up == 0
        labels: {severity: critical}
        annotations: {summary: 'The exporter of {{ $labels.instance }} does not answer'}
`);
  const config = file('prometheus.yml', `
global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
rule_files: ['${rules}']
scrape_configs:
  - job_name: exporter
    static_configs: [{targets: ['127.0.0.1:${target}']}]
alerting:
  alertmanagers:
    - authorization: {credentials: '${token}'}
      static_configs: [{targets: ['127.0.0.1:${belfry.port}']}]
`);
  start('prometheus', [`--config.file=${config}`, `--storage.tsdb.path=${path.join(folder, 'tsdb')}`,
                       `--web.listen-address=127.0.0.1:${await freePort()}`, '--rules.alert.resend-delay=2s']);
  const [alert] = await seen('the alert', async () => {
    const found = await alertsOf('exporter');
    return found.length > 0 && found;
  });
  assert.equal(alert.title, `The exporter of 127.0.0.1:${target} does not answer`);
  assert.equal(alert.severity, 9);
  assert.equal(alert.source, 'alertmanager.ExporterGone');
  assert.equal(alert.labels.job, 'exporter');
  const exporter = http.createServer((request, response) => response.end('')).listen(target, '127.0.0.1');
  await once(exporter, 'listening');
  try {
    await seen('that it is over', async () => (await ask('alerts.get', {id: alert.id})).alert.state === 'resolved');
  } finally {
    exporter.closeAllConnections();
    exporter.close();
  }
  const {alert: over} = await ask('alerts.get', {id: alert.id});
  assert.equal(over.occurrences, 1, 'what is told again is no other time');
});

test('an Alertmanager tells of alerts, hears of ours, and does not send them back', {skip}, async () => {
  const config = file('alertmanager.yml', `
route: {receiver: belfry, group_wait: 0s, group_interval: 1s, group_by: ['...']}
receivers:
  - name: belfry
    webhook_configs:
      - url: ${belfry.url}/api/v1/alertmanager
        http_config: {authorization: {credentials: '${token}'}}
`);
  const port = await freePort();
  startManager([`--config.file=${config}`, `--storage.path=${path.join(folder, 'am')}`,
                `--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address=']);
  const manager = `http://127.0.0.1:${port}`;
  const tell = (alert) => fetch(`${manager}/api/v2/alerts`, {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify([alert])}).catch(() => ({}));
  const backup = {labels: {alertname: 'BackupFailed', instance: 'nas-1:9100', severity: 'warning'},
                  annotations: {summary: 'The backup of nas-1 failed'}, startsAt: new Date().toISOString()};
  await seen('the Alertmanager', async () => (await tell(backup)).ok);
  const [alert] = await seen('its alert', async () => {
    const found = await alertsOf('backup of nas-1');
    return found.length > 0 && found;
  });
  assert.equal(alert.severity, 5);
  await tell({...backup, endsAt: new Date().toISOString()});
  await seen('that it is over', async () => (await ask('alerts.get', {id: alert.id})).alert.state === 'resolved');

  await ask('alerts.delivery.set', {ends_learning: true, public_url: 'https://belfry.example.org'});
  await ask('alerts.channels.set', {display_name: 'Alertmanager', kind: 'alertmanager',
                                    settings: {url: manager, is_private_allowed: true}});
  assert.equal((await send('/api/v1/events', {topic: 'alerts.raised', payload: {
    id: 'own', title: 'A door stands open', message: 'Shut it.', alert_type: 'system', severity: 8, source: 'probe',
    created_at: new Date().toISOString()}})).status, 200);
  const told = await seen('our alert there', async () => {
    const all = await (await fetch(`${manager}/api/v2/alerts`)).json();
    return all.find(({annotations}) => annotations.summary === 'A door stands open');
  });
  assert.equal(told.labels.alertname, 'Belfry');
  // The Alertmanager has told its webhook of it by now, or does so before what it is told of next.
  await tell({...backup, labels: {...backup.labels, instance: 'nas-2:9100'},
              annotations: {summary: 'The backup of nas-2 failed'}});
  await seen('what came behind it', async () => (await alertsOf('backup of nas-2')).length > 0);
  assert.deepEqual((await alertsOf('A door stands open')).map(({source}) => source), ['probe']);
});

test('who may not, and what is wrong, gets a sentence', async () => {
  const list = [{labels: {alertname: 'X'}}];
  assert.equal((await send('/api/v2/alerts', list, {})).status, 401);
  const wrong = await send('/api/v2/alerts', {alerts: list});
  assert.equal(wrong.status, 400);
  assert.match((await wrong.json()).error.message, /version 4/);
  assert.equal((await send('/api/v2/alerts', [{labels: {alertname: 7}}])).status, 400);
  assert.equal((await send('/api/v1/alertmanager', list, {Authorization: `Bearer ${token}`,
                                                          'Content-Type': 'text/plain'})).status, 415);
  assert.equal((await send('/api/v2/alerts', Array(5001).fill(list[0]))).status, 400);
  const good = await send('/api/v2/alerts', list);
  assert.deepEqual([good.status, await good.json()], [200, {alerts: 1}]);
});
