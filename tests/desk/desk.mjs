// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody at a window with a keyboard and a screen reader: drives `deskwindow`.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import readline from 'node:readline';

import {plainEnvironment} from '../interop/support/belfry.mjs';
import {seen} from '../interop/support/waiting.mjs';

export class Desk {
  #child;
  #lines;
  pointers = 0; ///< events of pointers in the window so far

  static async open(belfry, token) {
    const desk = new Desk();
    desk.#child = spawn(process.env.BELFRY_DESKWINDOW, [], {stdio: ['pipe', 'pipe', 'inherit'],
      env: plainEnvironment({BELFRY_URL: belfry.url, BELFRY_TOKEN: token, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8'})});
    desk.#lines = readline.createInterface({input: desk.#child.stdout})[Symbol.asyncIterator]();
    await desk.#ask({});
    return desk;
  }

  async #ask(asked) {
    this.#child.stdin.write(`${JSON.stringify(asked)}\n`);
    const {value, done} = await this.#lines.next();
    assert.ok(!done, 'the window ended');
    const answer = JSON.parse(value);
    this.pointers = answer.pointers;
    return answer;
  }

  /** Presses one key combination after the other; what has the keyboard then. */
  async press(...keys) { return (await this.#ask({press: keys})).focused; }
  async type(text) { return (await this.#ask({type: text})).focused; }
  async focused() { return (await this.#ask({})).focused; }
  async all(role, name = '') { return (await this.#ask({all: role, name})).all; }
  /** {count, rows}: the last rows of a list or table in sight. */
  rows(name, most = 100) { return this.#ask({rows: name, most}); }
  /** From now on it is noted when a row of this table no longer says this word, as it is painted. */
  async watch(table, word) { assert.ok((await this.#ask({watch: table, word})).isWatched); }
  /** What was noted since the last time: [{id, at: milliseconds since 1970}]. */
  async stamps() { return (await this.#ask({stamps: true})).stamps; }
  async picture(file) { assert.ok((await this.#ask({picture: file})).isWritten); }

  /** Presses Tab until what has the keyboard is called so. */
  async tabTo(name, most = 60) {
    for (let i = 0; i < most; ++i) {
      const focused = await this.focused();
      if (name.test(focused?.name ?? '')) {
        return focused;
      }
      await this.press('Tab');
    }
    assert.fail(`not reached by Tab: ${name}`);
  }

  /** Waits until something of this role says what is wanted. */
  hears(role, wanted, seconds = 20) {
    return seen(async () => `${wanted} among ${JSON.stringify(await this.all(role))}`,
      async () => (await this.all(role)).find(({name, description, value}) => [name, description, value].some((text) => wanted.test(text))),
      seconds);
  }

  async close() {
    this.#child.stdin.end();
    await once(this.#child, 'exit');
  }
}
