// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of messages: asked for once each.

import {make} from '../dom.js';
import {plain} from '../format.js';
import {hashOf, readPlace} from '../place.js';

const most = 50;
const widest = 360;

export class Pictures {
  #link;
  #known = new Map();

  constructor(link) { this.#link = link; }

  clear() { this.#known.clear(); }

  /** An image that appears as soon as it came; its place is kept from the beginning. Where it was made of a view, it
   *  leads there. */
  of({id, name, width, height, shows = []}, shape) {
    const image = new Image(Math.min(width, widest), Math.round(height * Math.min(1, widest / width)));
    image.alt = shows.length ? `${name}: ${plain(shows.join(', '))}` : name;
    image.title = name;
    image.className = shape;
    const frame = make('a', {class: 'frame'}, image);
    this.#ask(id).then(({picture, place}) => {
      image.src = picture;
      if (place) {
        frame.href = hashOf(place);
        frame.ariaLabel = `${name}: open this view`;
      }
    }, ({message}) => { image.alt = `${name}: ${message}`; });
    return frame;
  }

  #ask(id) {
    if (!this.#known.has(id)) {
      const asked = this.#link.ask('chat.attachment', {id}).then(({picture, data}) => {
        if (!/^[A-Za-z0-9+/=]+$/.test(picture)) {
          throw new Error('It is no picture.');
        }
        return {picture: `data:image/png;base64,${picture}`, place: readPlace(data?.view)};
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
