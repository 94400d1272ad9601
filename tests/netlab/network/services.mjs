// SPDX-License-Identifier: GPL-3.0-or-later
import {spawn} from 'node:child_process';
import readline from 'node:readline';

import {python, script} from './programs.mjs';

/** What answers for the hosts that need no daemon: one program for all. */
export class Services {
  #next = 1;
  #waiting = new Map();

  constructor() {
    this.child = spawn(python, [script('services.py')],
                       {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, PYTHONDONTWRITEBYTECODE: '1'}});
    readline.createInterface({input: this.child.stdout}).on('line', (line) => {
      const {id, error} = JSON.parse(line);
      const {resolve, reject} = this.#waiting.get(id);
      this.#waiting.delete(id);
      error ? reject(new Error(error)) : resolve();
    });
    this.child.on('close', () => this.#waiting.forEach(({reject}) => reject(new Error('services.py has ended'))));
  }

  order(order) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.child.stdin.write(`${JSON.stringify({id, ...order})}\n`);
    });
  }

  end() { this.child.kill('SIGKILL'); }
}
