// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of messages: asked for once each.

const most = 50;
const widest = 360;

export class Pictures {
  #link;
  #known = new Map();

  constructor(link) { this.#link = link; }

  clear() { this.#known.clear(); }

  /** An image that appears as soon as it came; its place is kept from the beginning. */
  of({id, name, width, height}, shape) {
    const image = new Image(Math.min(width, widest), Math.round(height * Math.min(1, widest / width)));
    image.alt = name;
    image.title = name;
    image.className = shape;
    this.#ask(id).then((picture) => { image.src = picture; }, ({message}) => { image.alt = `${name}: ${message}`; });
    return image;
  }

  #ask(id) {
    if (!this.#known.has(id)) {
      const asked = this.#link.ask('chat.attachment', {id}).then(({picture}) => {
        if (!/^[A-Za-z0-9+/=]+$/.test(picture)) {
          throw new Error('It is no picture.');
        }
        return `data:image/png;base64,${picture}`;
      });
      asked.catch(() => this.#known.delete(id));
      this.#known.set(id, asked);
      if (this.#known.size > most) {
        this.#known.delete(this.#known.keys().next().value);
      }
    }
    return this.#known.get(id);
  }
}
