// SPDX-License-Identifier: GPL-3.0-or-later
// How the scans are that messages point to: each is asked for once, kept up by facts, and asked for again when it is over
// and after a reconnect.
//
// `change` one of them is not as it was.

export const topics = ['network.scan.progress', 'network.scan.completed'];

export class Scans extends EventTarget {
  #link;
  #person;
  #known = new Map();

  constructor(link, person) {
    super();
    this.#link = link;
    this.#person = person;
    link.addEventListener('ready', () => [...this.#known.keys()].forEach((id) => this.#ask(id)));
    link.addEventListener('fact', ({detail: {event, payload}}) => {
      if (!topics.includes(event) || !this.#known.has(payload.scan_id)) {
        return;
      }
      if (event === 'network.scan.completed') {
        this.#ask(payload.scan_id);
      } else if (this.#known.get(payload.scan_id)) {
        const {status, progress, message} = payload;
        this.#take(payload.scan_id, {...this.#known.get(payload.scan_id), status, progress, message});
      }
    });
  }

  clear() { this.#known.clear(); }

  /** The run; null: there is none, undefined: not known yet. */
  find(id) {
    if (!this.#known.has(id)) {
      this.#known.set(id, undefined);
      this.#ask(id);
    }
    return this.#known.get(id);
  }

  /** Whoever is signed in may end it, and it runs. */
  mayCancel(run) {
    const {user, isOperator} = this.#person;
    const isOwn = run.started_by !== '' && [user?.username, user?.display_name].includes(run.started_by);
    return run.status === 'RUNNING' && isOperator && (isOwn || user.role === 'admin');
  }

  cancel(id) { return this.#link.ask('network.scan.cancel', {scan_id: id}); }

  #ask(id) {
    if (this.#link.state === 'live') {
      this.#link.ask('network.scans.get', {scan_id: id})
        .then(({scan}) => scan, ({code}) => (code === 'not_found' ? null : undefined))
        .then((run) => this.#take(id, run));
    }
  }

  #take(id, run) {
    this.#known.set(id, run);
    this.dispatchEvent(new CustomEvent('change', {detail: id}));
  }
}
