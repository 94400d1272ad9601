// SPDX-License-Identifier: GPL-3.0-or-later
// A small real network: routers, switches and hosts as namespaces, with the kernel's own bridges and routes and with real
// daemons (snmpd, lldpd, sshd). Only inside of lab.sh, with which it goes away however that ends. What stands in it:
// network/plan.mjs.
//
//   In a test:      const skip = Network.missing();           // why it cannot be raised here, or nothing: end with 77
//                   const network = await Network.raise({plain: 48});
//                   await network.cut('printer'); await network.isSilent('printer'); await network.mend('printer');
//                   await network.powerOff('sw2'); …
//                   await network.end();                      // not needed at the end of the program
//   By hand:        tests/netlab/lab.sh node tests/netlab/stand.mjs           a shell in it; see there for more
//   A test that is not in JavaScript:       tests/netlab/lab.sh node tests/netlab/stand.mjs build/release/tests/its_test
//
// Whoever runs there is the host `belfry`, 10.77.1.10 on sw1; names are asked from the lab's router. Each verb waits until
// what it does can be observed, and fails with a sentence where it cannot.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';

import {errorsOf, folder, lldpNeighbours, missing, prepare, startDaemons} from './network/daemons.mjs';
import {addressOf, fullName, standard} from './network/plan.mjs';
import {run, until} from './network/programs.mjs';
import {Services} from './network/services.mjs';
import * as tools from './network/tools.mjs';

/** Lines for `ip -batch` of one network; of that of lab.sh without a name. */
function batch(net, lines) {
  if (lines.length > 0) {
    execFileSync('ip', [...net ? ['-n', net] : [], '-batch', '-'],
                 {input: lines.map((line) => `${line}\n`).join(''), stdio: ['pipe', 'ignore', 'inherit']});
  }
}
const ip = (net, line) => batch(net, [line]);
const linkState = (net, device) => JSON.parse(
  execFileSync('ip', [...net ? ['-n', net] : [], '-j', 'link', 'show', 'dev', device], {encoding: 'utf8'}))[0].operstate;

const netOf = (node) => (node.isOutside ? '' : node.name);
const hasIpv6 = fs.existsSync('/proc/sys/net/ipv6');
/** For an interface that nobody speaks IPv6 on, and which would ask around for it. */
const quiet = (device) => (hasIpv6 ? [`link set dev ${device} addrgenmode none`] : []);

export class Network {
  #nodes = new Map();
  #services;

  /** Why it cannot be raised here, as a sentence; nothing when it can. */
  static missing() {
    const probe = (...words) => spawnSync('ip', ['link', ...words], {stdio: 'ignore'}).status === 0;
    const hasBridges = probe('add', 'name', 'probe', 'type', 'bridge') && probe('delete', 'dev', 'probe');
    return missing() || (hasBridges ? '' : 'the kernel has no network bridges.');
  }

  /** `plain`: so many hosts on sw2 that answer a ping and nothing else. `nodes`: another plan than the standard one. */
  static async raise({plain = 4, nodes = standard({plain})} = {}) {
    const network = new Network();
    prepare(addressOf(nodes.find(({name}) => name === 'router')));
    network.#services = new Services();
    try {
      network.#build(nodes);
      await Promise.all(nodes.map((node) => network.#start(node)));
      await network.#serveNames();
      await network.#neighboursMeet();
    } catch (error) {
      await network.#killAll(); // or this program would never end
      throw error;
    }
    return network;
  }

  // --- building -------------------------------------------------------------------------------------------------------

  #build(nodes) {
    nodes.forEach((node) => this.#nodes.set(node.name, Object.assign(node, {daemons: [], ports: 0, isOn: true})));
    batch('', nodes.filter(({isOutside}) => !isOutside).map(({name}) => `netns add ${name}`));
    nodes.filter(({isSwitch}) => isSwitch).forEach((node) => this.#makeBridge(node));
    this.#layCables(nodes);
    nodes.forEach((node) => batch(netOf(node), this.#settle(node)));
  }

  #makeBridge({name, mac, address, routes = []}) {
    batch(name, [
      'link set dev lo up',
      `link add br0 ${mac ? `address ${mac}` : ''} type bridge mcast_snooping 0`, ...quiet('br0'), 'link set dev br0 up',
      ...address ? [`address add ${address} dev br0`] : [], ...routes.map((route) => `route replace ${route} dev br0`)]);
  }

  /** A cable has two ends, each an interface of a node; a node's leg knows its cable. */
  #layCables(nodes) {
    const laid = [];
    for (const node of nodes) {
      for (const leg of node.legs ?? []) {
        const there = this.node(leg.to);
        const back = there.legs?.find(({to}) => to === node.name); // two legs may be the ends of one cable
        leg.cable = back?.cable ?? {isCut: Boolean(node.isUnplugged), ends: [
          {node, device: leg.device, routes: leg.routes},
          {node: there, device: back?.device ?? `port${++there.ports}`, routes: back?.routes}]};
        back?.cable ?? laid.push(leg.cable);
      }
    }
    for (const there of this.nodes) { // one call of ip for all that ends at a switch
      batch(netOf(there), laid.filter(({ends: [, far]}) => far.node === there).flatMap(({ends: [near, far]}) => [
        `link add name ${far.device} type veth peer name ${near.device} netns ${near.node.isOutside ? 1 : near.node.name}`,
        ...there.isSwitch ? this.#plugIn(far) : []]));
    }
  }

  #plugIn({device}) { return [...quiet(device), `link set dev ${device} master br0 up`]; }

  /** What has to be said in a host's network once its cables lie. */
  #settle(node) {
    const legs = node.legs ?? [];
    return ['link set dev lo up', ...legs.flatMap((leg) => [
      `link set dev ${leg.device} address ${leg.mac}`,
      ...node.isSwitch ? [...quiet(leg.device), `link set dev ${leg.device} master br0`] : [],
      ...node.isPlain ? quiet(leg.device) : [],
      ...leg.address ? [`address add ${leg.address} dev ${leg.device}`] : [],
      ...leg.cable.isCut ? [] : this.#linkUp(leg),
    ])];
  }

  #linkUp({device, routes = []}) {
    // Taken down, an interface loses the routes through it.
    return [`link set dev ${device} up`, ...routes.map((route) => `route replace ${route} dev ${device}`)];
  }

  async #start(node) {
    const net = node.name;
    if (node.isOutside || node.isPlain) {
      return;
    }
    await this.#services.order({do: 'set', net, values: {
      ...node.forwards ? {'ipv4/ip_forward': '1'} : {},
      ...node.answersPing === false ? {'ipv4/icmp_echo_ignore_all': '1'} : {},
      // As phones and desktops do, it says so when it has another address.
      'ipv4/conf/all/arp_notify': '1',
    }});
    for (const [port, service] of Object.entries(node.services ?? {})) {
      await this.#services.order({do: 'open', net, port: Number(port), service});
    }
    if (!node.isUnplugged) {
      await this.#announce(node);
    }
    node.daemons = await startDaemons(node);
  }

  #announce(node) {
    const name = node.shownName ?? node.name;
    return node.announces && this.#services.order({
      do: 'announce', net: node.name, name, address: addressOf(node), services: node.announces});
  }

  #serveNames() {
    const names = Object.fromEntries([...this.#nodes.values()].filter((node) => addressOf(node) && !node.isUnplugged)
      .map((node) => [fullName({...node, name: node.shownName ?? node.name}), addressOf(node)]));
    return this.#services.order({do: 'serve names', net: 'router', address: addressOf(this.node('router')), names});
  }

  // --- what is there --------------------------------------------------------------------------------------------------

  get nodes() { return [...this.#nodes.values()]; }

  node(name) {
    const found = this.#nodes.get(name);
    assert.ok(found, `nothing in the lab is called ${name}`);
    return found;
  }

  address(name) { return addressOf(this.node(name)); }
  mac(name) { const node = this.node(name); return node.mac ?? node.legs?.[0].mac; }

  /** A cable is called as the host it belongs to, and by its interface where the host has several: router:wan. */
  #leg(name) {
    const [host, device] = name.split(':');
    const node = this.node(host);
    const leg = (node.legs ?? []).find((one) => !device || one.device === device);
    assert.ok(leg, `${name} is not a cable`);
    return {node, leg, far: leg.cable.ends.find((end) => end.node !== node)};
  }

  get #cables() { return [...new Set(this.nodes.flatMap(({legs = []}) => legs.map(({cable}) => cable)))]; }

  /** The ends of a cable, the one that Belfry is nearer to first. */
  #byDistance(cable) {
    const steps = new Map([[this.nodes.find(({isOutside}) => isOutside), 0]]);
    for (const [node, count] of steps) { // which grows meanwhile
      const next = this.#cables.map(({ends}) => ends.map((end) => end.node)).filter((pair) => pair.includes(node)).flat();
      next.filter((one) => !steps.has(one)).forEach((one) => steps.set(one, count + 1));
    }
    return [...cable.ends].sort((a, b) => steps.get(a.node) - steps.get(b.node));
  }

  /** {net, device} at the other end of a cable: the switch or host, and the interface there. */
  farEnd(cable) {
    const {far: {node, device}} = this.#leg(cable);
    return {net: node.name, device};
  }

  // --- observing ------------------------------------------------------------------------------------------------------

  /** It answers a ping. */
  async answers(name) { await until(`${name} answers a ping`, () => tools.answersPing(this.address(name))); }
  async isSilent(name) { await until(`${name} answers no ping`, async () => !await tools.answersPing(this.address(name))); }

  /** What the lldpd of a router or switch has heard: [{port, name, remotePort}]. */
  neighbours(name) { return lldpNeighbours(this.node(name)); }

  /** Who is heard at the other ends of a node's cables. */
  #expectedNeighbours(node) {
    return this.#cables.filter(({isCut, ends}) => !isCut && ends.some((end) => end.node === node))
      .map(({ends}) => ends[0].node === node ? ends : [ends[1], ends[0]])
      .filter(([, {node: there}]) => there.lldp && there.isOn)
      .map(([{device}, far]) => ({port: device, name: far.node.shownName ?? far.node.name, remotePort: far.device}));
  }

  #neighboursMeet() {
    return Promise.all(this.nodes.filter(({lldp, isOn}) => lldp && isOn).map((node) =>
      until(`${node.name} hears its neighbours by LLDP`, async () => {
        const heard = await this.neighbours(node.name);
        return this.#expectedNeighbours(node).every((wanted) => heard.some((one) =>
          one.port === wanted.port && one.name === wanted.name && one.remotePort === wanted.remotePort));
      })));
  }

  // --- verbs ----------------------------------------------------------------------------------------------------------

  /** Pulls a cable out, at the end that is farther from Belfry: at the nearer one the light goes out. */
  async cut(name) {
    const {cable} = this.#leg(name).leg;
    const [near, away] = this.#byDistance(cable);
    cable.isCut = true;
    ip(netOf(away.node), `link set dev ${away.device} down`);
    await this.#lightIs('out', near);
  }

  async mend(name) {
    const {node, leg: {cable}} = this.#leg(name);
    const [near, away] = this.#byDistance(cable);
    cable.isCut = false;
    if (node.isUnplugged) {
      node.isUnplugged = false;
      await this.#serveNames();
    }
    if (near.node.isOn && away.node.isOn) {
      batch(netOf(away.node), this.#linkUp(away));
      await this.#lightIs('on', near);
      await this.#announce(node);
    }
  }

  #lightIs(light, {node, device}) {
    return until(`the light at ${device} of ${node.name} is ${light}`,
                 () => (linkState(netOf(node), device) === 'UP') === (light === 'on'));
  }

  /** The ends there of all cables that are not cut. */
  #ends(node) {
    return this.#cables.filter(({isCut}) => !isCut).flatMap(({ends}) => ends).filter((end) => end.node === node);
  }

  /** As if the power failed: all its lights go out and its daemons are dead. */
  async powerOff(name) {
    const node = this.node(name);
    node.isOn = false;
    batch(netOf(node), this.#ends(node).map(({device}) => `link set dev ${device} down`));
    await Promise.all(node.daemons.map((daemon) => daemon.kill()));
    node.daemons = [];
    if (addressOf(node)) {
      await this.isSilent(name);
    }
  }

  async powerOn(name) {
    const node = this.node(name);
    node.isOn = true;
    batch(netOf(node), this.#ends(node).flatMap((end) => this.#linkUp(end)));
    node.daemons = await startDaemons(node);
    if (addressOf(node) && node.answersPing !== false) {
      await this.answers(name);
    }
    await this.#announce(node);
    await this.#neighboursMeet();
  }

  /** `service` as services.py knows them: {kind: 'http', title}, {kind: 'banner', text}, {kind: 'mute'} … */
  open(name, port, service = {kind: 'mute'}) {
    return this.#services.order({do: 'open', net: this.node(name).name, port, service});
  }

  close(name, port) { return this.#services.order({do: 'close', net: this.node(name).name, port}); }

  /** It answers pings after so many seconds, and a share of them not at all: {delay, lost}; with nothing, as before. */
  async strain(name, manner = {}) {
    const {name: net} = this.node(name);
    const isStrained = Object.keys(manner).length > 0;
    await this.#services.order({do: 'set', net, values: {'ipv4/icmp_echo_ignore_all': isStrained ? '1' : '0'}});
    await this.#services.order({do: 'echo', net, ...manner});
  }

  /** So many of the packets that came to it were broken, up to now. */
  spoil(name, count) { fs.writeFileSync(errorsOf(this.node(name)), String(count)); }

  /** The device has another network card, or made itself another address. */
  async changeMac(name, mac) {
    const {node, leg, far} = this.#leg(name);
    leg.mac = mac;
    batch(netOf(node), [
      `link set dev ${leg.device} down`, `link set dev ${leg.device} address ${mac}`, ...this.#linkUp(leg)]);
    await this.#lightIs('on', far);
  }

  async changeAddress(name, address) {
    const {node, leg} = this.#leg(name);
    const old = leg.address;
    leg.address = `${address}/${old.split('/')[1]}`;
    batch(netOf(node), [
      `address delete ${old} dev ${leg.device}`, `address add ${leg.address} dev ${leg.device}`, ...this.#linkUp(leg)]);
    await this.#serveNames();
    await this.#announce(node);
  }

  /** It has another name, in the name server, by multicast DNS and by SNMP. In the lab it is called as before. */
  async rename(name, shown) {
    const node = this.node(name);
    node.shownName = shown;
    await this.#serveNames();
    await this.#announce(node);
    if (node.daemons.length > 0) {
      await Promise.all(node.daemons.map((daemon) => daemon.kill()));
      node.daemons = await startDaemons(node);
    }
    await this.#neighboursMeet();
  }

  /** One more, as the plan has them: {name, domain, legs: [{device: 'eth0', mac, address, to, routes}], services …}. */
  async add(node) {
    assert.ok(!this.#nodes.has(node.name), `${node.name} is in the lab already`);
    this.#build([node]);
    await this.#start(node);
    await this.#serveNames();
    if (node.answersPing !== false) {
      await this.answers(node.name);
    }
  }

  /** Each is plugged in where the other was, at the same switch or at another. */
  async swap(one, other) {
    const {node, leg, far: first} = this.#leg(one);
    const {node: otherNode, leg: otherLeg, far: second} = this.#leg(other);
    const [here, there] = [netOf(first.node), netOf(second.node)];
    const between = here === there ? '' : there;
    ip(here, `link set dev ${first.device} down`);
    ip(there, `link set dev ${second.device} down`);
    ip(here, `link set dev ${first.device} name moving netns ${between || 1}`);
    ip(there, `link set dev ${second.device} name ${first.device} netns ${here}`);
    ip(between, `link set dev moving name ${second.device} netns ${there}`);
    leg.cable.ends = [leg.cable.ends.find((end) => end.node === node), second];
    otherLeg.cable.ends = [otherLeg.cable.ends.find((end) => end.node === otherNode), first];
    for (const end of [first, second]) {
      batch(netOf(end.node), this.#plugIn(end));
      await this.#lightIs('on', end);
    }
  }

  /** Goes away and comes back so many times, and was seen so by who pings it. */
  async flap(name, times) {
    for (let i = 0; i < times; ++i) {
      await this.cut(name);
      await this.isSilent(name);
      await this.mend(name);
      await this.answers(name);
    }
  }

  async #killAll() {
    this.#services.end();
    await Promise.all(this.nodes.flatMap(({daemons}) => daemons).map((daemon) => daemon.kill()));
  }

  /** Takes it down; another can be raised then. */
  async end() {
    await this.#killAll();
    batch('', this.nodes.filter(({isOutside}) => !isOutside).map(({name}) => `netns delete ${name}`));
    // The kernel takes its time.
    const own = this.nodes.filter(({isOutside}) => isOutside).flatMap(({legs}) => legs);
    await until('its cables are gone', async () =>
      (await Promise.all(own.map(({device}) => run('ip', ['link', 'show', 'dev', device])))).every(({code}) => code !== 0));
  }
}

export {folder, tools};
