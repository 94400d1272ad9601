// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that are reached by a wire which can be cut, here and now. Only inside of lab.sh.
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const wire = fileURLToPath(new URL('link.py', import.meta.url));

const ip = (...args) => execFileSync('ip', args.map(String), {stdio: ['ignore', 'pipe', 'inherit']});

/** A network with one machine, and the wire from there to here:
 *
 *      network NAME: eth0 --- NAME-near [wire] NAME-far --- NAME: here
 *
 *  In a third network the wire is a program between two interfaces. */
export class Link {
  #carrier;

  static async make(name, subnet) {
    const link = new Link();
    link.name = name;
    link.here = `${subnet}.1`;
    link.subnet = subnet;
    link.inside = ['nsenter', `--net=/run/netns/${name}`];
    link.host = 2;
    const middle = `${name}-wire`;
    [name, middle].forEach((each) => ip('netns', 'add', each));
    ip('-n', middle, 'link', 'add', 'near', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    ip('-n', middle, 'link', 'add', 'far', 'type', 'veth', 'peer', 'name', name, 'netns', 1);
    ['near', 'far'].forEach((each) => ip('-n', middle, 'link', 'set', each, 'up'));
    ip('address', 'add', `${link.here}/24`, 'dev', name);
    ip('link', 'set', name, 'up');
    ip('-n', name, 'address', 'add', `${subnet}.${link.host}/24`, 'dev', 'eth0');
    ip('-n', name, 'link', 'set', 'lo', 'up');
    ip('-n', name, 'link', 'set', 'eth0', 'up');
    link.#carrier = spawn('nsenter', [`--net=/run/netns/${middle}`, '/usr/bin/python3', wire, 'near', 'far', name],
                          {stdio: ['pipe', 'pipe', 'inherit']});
    await link.carry({});
    return link;
  }

  /** From now on loses so many of the frames (0 to 1), and carries the others so late (s), both ways. */
  carry(manner) {
    this.#carrier.stdin.write(`${JSON.stringify(manner)}\n`);
    return once(this.#carrier.stdout, 'data');
  }

  /** Both ways, and nobody is told. */
  cut() { return this.carry({loss: 1}); }
  mend() { return this.carry({}); }

  /** As if the plug were pulled there, which the machine sees. */
  unplug() { ip('-n', `${this.name}-wire`, 'link', 'set', 'near', 'down'); }
  plug() { ip('-n', `${this.name}-wire`, 'link', 'set', 'near', 'up'); }

  /** The machine there gets another address, as after a change of its network. */
  move() {
    ip('-n', this.name, 'address', 'delete', `${this.subnet}.${this.host}/24`, 'dev', 'eth0');
    ip('-n', this.name, 'address', 'add', `${this.subnet}.${++this.host}/24`, 'dev', 'eth0');
  }

  close() { this.#carrier.kill('SIGKILL'); }
}
