// SPDX-License-Identifier: GPL-3.0-or-later
// What foreign tools see from where Belfry is.
import {community, secret} from './plan.mjs';
import {output, run} from './programs.mjs';

/** One echo request, answered within its time. */
export async function answersPing(address, milliseconds = 500) {
  return (await run('fping', ['-q', '-r', 0, '-t', milliseconds, address])).code === 0;
}

/** nmap with these arguments, and its XML. */
export const scan = (...args) => output('nmap', ['-n', '-oX', '-', ...args]);

const attribute = (text, name) => new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1];

/** The hosts in nmap's XML that are up: {address, mac, ports: [open ones], hops: [addresses]}. */
export const hostsUp = (xml) => [...xml.matchAll(/<host[ >].*?<\/host>/gs)].map(([text]) => text)
  .filter((text) => /<status state="up"/.test(text))
  .map((text) => ({
    address: /<address addr="([^"]*)" addrtype="ipv4"/.exec(text)?.[1],
    mac: /<address addr="([^"]*)" addrtype="mac"/.exec(text)?.[1]?.toLowerCase(),
    ports: [...text.matchAll(/<port protocol="(\w+)" portid="(\d+)"><state state="open"/g)].map(([, , port]) => Number(port)),
    services: [...text.matchAll(/<service [^>]*>/g)].map(([service]) => attribute(service, 'product')),
    hops: [...text.matchAll(/<hop [^>]*>/g)].map(([hop]) => attribute(hop, 'ipaddr')),
  }));

const version2 = (name) => ['-v2c', '-c', name];
const version3 = ['-v3', '-l', 'authPriv', '-u', secret.user, '-a', 'SHA', '-A', secret.auth, '-x', 'AES', '-X', secret.privacy];

/** A subtree by SNMP, as {oid below `oid`: value}; strings as bytes in hexadecimal where `hex` is asked for. Nobody
 *  answering is an error. */
export async function walk(address, oid, {version = 2, hex = false, name = community, seconds = 2, retries = 4} = {}) {
  const text = await output('snmpbulkwalk', [
    ...version === 3 ? version3 : version2(name), '-t', seconds, '-r', retries, hex ? '-OnQx' : '-OnQ', address, oid]);
  const rows = text.split('\n').map((line) => /^(\.[\d.]+) = (?!No Such)(.*)$/.exec(line)).filter(Boolean);
  return Object.fromEntries(rows.map(([, key, value]) => [
    key.slice(oid.length + 1), value.replace(/^"(.*?) ?"$/, '$1')]));
}

/** What a bridge has learned: [{mac, port}], its own addresses left out. */
export async function learned(net) {
  const entries = JSON.parse(await output('bridge', ['-n', net, '-j', 'fdb', 'show', 'br', 'br0']));
  return entries.filter(({state, flags, master}) => state !== 'permanent' && !flags.includes('self') && master)
    .map(({mac, ifname}) => ({mac, port: ifname}));
}
