// SPDX-License-Identifier: GPL-3.0-or-later
// The real daemons of the lab's hosts: snmpd, lldpd, sshd and a web server, each in the network of its host.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {addressOf, community, fullName, secret} from './plan.mjs';
import {Daemon, output, programPath, python, run, script} from './programs.mjs';

export const folder = '/run/lab';
const inFolder = (name) => path.join(folder, name);
/** How many errors its cables have had, beside those that the kernel knows of; where its plan says it is worn. */
export const errorsOf = (node) => inFolder(`${node.name}.errors`);
const socketOf = (node) => inFolder(`${node.name}.lldp`);

/** What is missing to raise the lab, as a sentence; nothing when all is there. */
export function missing() {
  const wanted = {
    snmpd: 'unpack_tool snmpd', lldpd: 'unpack_tool lldpd', lldpcli: 'unpack_tool lldpd', sshd: 'unpack_tool openssh-server',
    snmpbulkwalk: 'package snmp', fping: 'package fping', nmap: 'package nmap', openssl: 'package openssl',
  };
  const lacking = Object.entries(wanted).filter(([program]) => !programPath(program));
  const list = lacking.map(([program, from]) => `${program} (${from})`).join(', ');
  return list && `${list} not found; tests/run gets what the tests need (packaging/debian.sh).`;
}

/** sshd and lldpd give their rights up to users which packages make. Here they are made for the lab's mounts only. */
function addUsers() {
  const users = [['sshd', 64001], ['_lldpd', 64002]];
  for (const [file, line] of [['passwd', (name, id) => `${name}:x:${id}:${id}::/:/usr/sbin/nologin\n`],
                              ['group', (name, id) => `${name}:x:${id}:\n`]]) {
    const known = fs.readFileSync(`/etc/${file}`, 'utf8');
    const lacking = users.filter(([name]) => !new RegExp(`^${name}:`, 'm').test(known));
    fs.writeFileSync(inFolder(file), known + lacking.map(([name, id]) => line(name, id)).join(''));
    execFileSync('mount', ['--bind', inFolder(file), `/etc/${file}`]);
  }
  ['/run/sshd', '/run/lldpd'].forEach((place) => fs.mkdirSync(place, {recursive: true}));
}

/** Who asks for names here asks the lab's router. */
function useNameServer(address) {
  const text = `nameserver ${address}\noptions timeout:1 attempts:2\n`;
  fs.writeFileSync(inFolder('resolv.conf'), text);
  try {
    const link = path.resolve('/etc', fs.readlinkSync('/etc/resolv.conf'));
    if (link.startsWith('/run/')) { // which is the lab's own
      fs.mkdirSync(path.dirname(link), {recursive: true});
      fs.writeFileSync(link, text);
      return;
    }
  } catch {
    // no link
  }
  if (fs.existsSync('/etc/resolv.conf')) {
    execFileSync('mount', ['--bind', inFolder('resolv.conf'), fs.realpathSync('/etc/resolv.conf')]);
  }
}

/** Once in a lab: files of the machine as its daemons want them, seen in here only. */
export function prepare(nameServer) {
  if (fs.existsSync(inFolder('host_key'))) {
    return;
  }
  fs.mkdirSync(folder, {recursive: true});
  addUsers();
  useNameServer(nameServer);
  const key = execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey', '-noout'],
                           {stdio: ['ignore', 'pipe', 'ignore']});
  fs.writeFileSync(inFolder('host_key'), key, {mode: 0o600});
}

const quoted = (value) => `"${value.replaceAll('"', '')}"`;

/** ENTITY-MIB (RFC 6933) of the chassis. */
function entityLines({description, serial, model, maker}, name) {
  const texts = {2: description, 7: name, 11: serial, 12: maker, 13: model};
  return [
    ...Object.entries(texts).map(([column, value]) =>
      `override .1.3.6.1.2.1.47.1.1.1.1.${column}.1 octet_str ${quoted(value)}`),
    'override .1.3.6.1.2.1.47.1.1.1.1.5.1 integer 3', // chassis
  ];
}

function snmpConfiguration(node) {
  const {snmp} = node;
  const tables = `${python} ${script('bridge_mib.py')} br0 ${node.fdb}`;
  return [
    'agentaddress udp:161',
    ...snmp.version === 3 ? [`createUser ${secret.user} SHA ${quoted(secret.auth)} AES ${quoted(secret.privacy)}`,
                             `rouser ${secret.user} authPriv`] : [`rocommunity ${community}`],
    `sysName ${node.shownName ?? node.name}`, `sysDescr ${snmp.sysDescr}`,
    `sysContact Operations <noc@${node.domain}.test>`, `sysLocation ${snmp.sysLocation ?? 'Ground floor'}`,
    ...snmp.sysObjectID ? [`sysObjectID ${snmp.sysObjectID}`] : [], `sysServices ${snmp.sysServices}`,
    ...node.lldp ? ['master agentx', `agentXSocket ${inFolder(`${node.name}.agentx`)}`] : [],
    ...node.fdb ? [`pass_persist .1.3.6.1.2.1.17 ${tables}`] : [],
    ...snmp.isWorn ? [`pass_persist .1.3.6.1.2.1.2.2.1.14 ${python} ${script('errors_mib.py')} ${errorsOf(node)}`] : [],
    ...snmp.entity ? entityLines(snmp.entity, node.name) : [],
  ].join('\n') + '\n';
}

async function startSnmp(node) {
  const [file, persistent] = [inFolder(`${node.name}.snmpd.conf`), inFolder(`${node.name}.snmpd`)];
  fs.writeFileSync(file, snmpConfiguration(node));
  fs.mkdirSync(persistent, {recursive: true});
  const daemon = new Daemon(node.name, programPath('snmpd'), ['-f', '-Le', '-C', '-c', file, '-I', '-smux'],
                            {SNMP_PERSISTENT_DIR: persistent});
  await daemon.listens('udp', 161);
  return daemon;
}

/** Neighbours are told each second, and forgotten four after the last word. */
async function startLldp(node) {
  const file = inFolder(`${node.name}.lldpd.conf`);
  const name = node.shownName ?? node.name;
  fs.writeFileSync(file, [
    `configure system hostname ${quoted(name)}`, `configure system description ${quoted(node.snmp.sysDescr)}`,
    `configure system ip management pattern ${addressOf(node)}`,
    'configure lldp tx-interval 1', 'configure lldp portidsubtype ifname',
    // A bridge lends its address, but it is no port.
    ...node.isSwitch ? ['configure ports br0 lldp status disabled'] : []].join('\n') + '\n');
  fs.rmSync(socketOf(node), {force: true});
  const [interfaces, main] = node.isSwitch ? ['port*,uplink,br0', 'br0'] :
    [node.legs.map(({device}) => device).join(','), node.legs[0].device];
  const daemon = new Daemon(node.name, programPath('lldpd'), [
    '-d', '-x', '-X', inFolder(`${node.name}.agentx`), '-u', socketOf(node), '-L', programPath('lldpcli'), '-O', file,
    '-I', interfaces, '-C', main]);
  await daemon.until('answers', async () => fs.existsSync(socketOf(node)) &&
    (await run('lldpcli', ['-u', socketOf(node), 'show', 'configuration'])).code === 0);
  return daemon;
}

async function startSsh(node) {
  const daemon = new Daemon(node.name, programPath('sshd'), [
    '-D', '-e', '-h', inFolder('host_key'), '-f', '/dev/null', '-o', 'PidFile=none', '-o', 'UsePAM=no']);
  await daemon.listens('tcp', 22);
  return daemon;
}

async function startWeb(node) {
  const place = inFolder(`${node.name}.web`);
  fs.mkdirSync(place, {recursive: true});
  fs.writeFileSync(path.join(place, 'index.html'), `<!doctype html><title>${node.web}</title><h1>${node.web}</h1>\n`);
  const daemon = new Daemon(node.name, python, ['-m', 'http.server', '80', '--directory', place]);
  daemon.child.stdout.resume();
  await daemon.listens('tcp', 80);
  return daemon;
}

/** All daemons of a host, answering. */
export async function startDaemons(node) {
  const started = await Promise.all([
    node.ssh && startSsh(node), node.web && startWeb(node),
    // lldpd registers with snmpd, and tries again only after seconds.
    node.snmp && startSnmp(node).then(async (snmp) => [snmp, node.lldp && await startLldp(node)])]);
  return started.flat().filter(Boolean);
}

/** What a host's lldpd knows: [{port, name, remotePort}]. */
export async function lldpNeighbours(node) {
  const text = await output('lldpcli', ['-u', socketOf(node), '-f', 'json0', 'show', 'neighbors']);
  const found = JSON.parse(text).lldp?.[0]?.interface ?? [];
  return found.map(({name, chassis, port}) => ({
    port: name, name: chassis[0].name?.[0].value, remotePort: port[0].id?.[0].value}));
}
