// SPDX-License-Identifier: GPL-3.0-or-later
// One client that stays connected by itself and keeps account of what it hears.

/** What a client heard, connection by connection, as runs of numbers. A run ends where a number is missing, comes
 *  twice or out of order; where the numbers are times, only where time goes back. Its source runs in pages, too. */
export class Account {
  sessions = [];

  constructor(isDense) { this.isDense = isDense; }

  begin(recovered) { this.sessions.push({recovered, acked: false, runs: []}); }

  get session() { return this.sessions.at(-1); }

  hear(number) {
    const {runs} = this.session;
    const last = runs.at(-1);
    if (last && (this.isDense ? number === last[1] + 1 : number > last[1])) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
}

/** A Socket.IO client as `spec` wants it. Its source runs in pages, too: it names nothing outside but Account. */
export function socketIoMember(io, spec, account) {
  const socket = io(spec.url, spec.options);
  socket.on('connect', () => {
    account.begin(socket.recovered === true);
    const {session} = account;
    socket.timeout(60000).emit(spec.ask, (error) => { session.acked ||= !error; });
  });
  socket.on(spec.event, (fact) => account.hear(typeof fact === 'number' ? fact : Date.parse(fact.timestamp)));
  return {
    report: () => ({
      sessions: account.sessions, isDense: account.isDense, isConnected: socket.connected,
      transport: socket.connected ? socket.io.engine.transport.name : null,
    }),
    renew: () => socket.io.engine.close(),
    leave: () => socket.disconnect(),
  };
}

/** What the plain WebSockets below have in common: they come back by themselves, also from a line that went silent. */
class Line {
  constructor(WebSocket, spec, account) {
    Object.assign(this, {WebSocket, spec, account, isConnected: false, isLeaving: false});
    this.open();
  }

  open() {
    this.silenceLimit = 20000;
    const socket = this.socket = new this.WebSocket(this.spec.url,
                                                    {...this.spec.options, handshakeTimeout: this.silenceLimit});
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.alive();
      this.receive(data.toString());
    });
    socket.on('open', () => {
      this.alive();
      this.greet?.();
    });
    socket.on('close', () => {
      clearTimeout(this.silence);
      this.isConnected = false;
      if (!this.isLeaving) {
        setTimeout(() => this.open(), 300);
      }
    });
  }

  alive() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.socket.terminate(), this.silenceLimit);
  }

  begin(recovered) {
    this.isConnected = true;
    this.account.begin(recovered);
  }

  report() {
    return {sessions: this.account.sessions, isDense: this.account.isDense, isConnected: this.isConnected,
            transport: this.isConnected ? 'websocket' : null};
  }

  renew() { this.socket.terminate(); }

  leave() {
    this.isLeaving = true;
    this.socket.close();
  }
}

/** Socket.IO by hand on a bare WebSocket. */
export class PacketLine extends Line {
  receive(packet) {
    if (packet[0] === '0') {
      const {pingInterval, pingTimeout} = JSON.parse(packet.slice(1));
      this.silenceLimit = pingInterval + pingTimeout;
      this.socket.send('40');
    } else if (packet === '2') {
      this.socket.send('3');
    } else if (packet.startsWith('40')) {
      this.begin(false);
      this.socket.send(`421${JSON.stringify([this.spec.ask])}`);
    } else if (packet.startsWith('431')) {
      this.account.session.acked = true;
    } else if (packet.startsWith('42')) {
      const [word, number] = JSON.parse(packet.slice(2));
      if (word === this.spec.event) {
        this.account.hear(number);
      }
    }
  }
}

/** Belfry's own tongue, which comes back with {since, epoch}. Facts but the one that the account is about are kept
 *  beside it: `each`. */
export class ConsoleLine extends Line {
  each = [];

  greet() {
    this.socket.send(JSON.stringify({id: 1, command: 'session.subscribe', params: {
      topics: ['*'], ...(this.epoch && {since: this.last, epoch: this.epoch})}}));
  }

  receive(text) {
    const {id, reply, event, sequence, at, payload} = JSON.parse(text);
    if (event) {
      // What was missed comes before the reply that says so.
      if (!this.isConnected) {
        this.begin(true);
      }
      this.last = sequence;
      if (event === this.spec.event) {
        this.account.hear(Date.parse(at));
      } else {
        this.each.push({event, payload});
      }
    } else if (id === 1 && reply) {
      if (!this.isConnected) {
        this.begin(reply.recovered);
      }
      this.account.session.recovered = reply.recovered;
      if (this.epoch !== reply.epoch) {
        this.epoch = reply.epoch;
        this.last = reply.sequence;
      }
      this.socket.send(JSON.stringify({id: 2, command: 'session.ping', params: {}}));
    } else if (id === 2 && reply) {
      this.account.session.acked = true;
    }
  }

  report() { return {...super.report(), each: this.each}; }
}
