// SPDX-License-Identifier: GPL-3.0-or-later
// The cable between a browser and the server, which can be pulled while the server goes on.
import {once} from 'node:events';
import net from 'node:net';

export class Cable {
  #sockets = new Set();
  #server = net.createServer((near) => this.#join(near));
  #isPulled = false;
  #far;

  static async to(port) {
    const cable = new Cable();
    cable.#far = port;
    cable.#server.listen(0, '127.0.0.1');
    await once(cable.#server, 'listening');
    cable.#server.unref();
    cable.url = `http://127.0.0.1:${cable.#server.address().port}`;
    return cable;
  }

  #join(near) {
    if (this.#isPulled) {
      near.destroy();
      return;
    }
    const far = net.connect(this.#far, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]]) {
      this.#sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => { this.#sockets.delete(one); other.destroy(); });
      one.pipe(other);
    }
  }

  pull() {
    this.#isPulled = true;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  plug() { this.#isPulled = false; }

  remove() {
    this.pull();
    this.#server.close();
  }
}
