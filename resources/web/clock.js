// SPDX-License-Identifier: GPL-3.0-or-later
// The server's time, by which everything on the page is as old as the server says.

export class Clock {
  #offset = 0;

  constructor(link) {
    link.addEventListener('ready', async () => {
      try {
        const {timestamp} = await link.ask('session.ping');
        this.#offset = Date.parse(timestamp) - Date.now();
      } catch { /* the old difference is as good as any */ }
    });
  }

  now() { return Date.now() + this.#offset; }
}
