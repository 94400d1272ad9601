// SPDX-License-Identifier: GPL-3.0-or-later
// The address names the page: `#/alerts/A-1?x=y` is the page "alerts" with the rest "A-1". Going back finds the page
// where it was left.

import {find} from './dom.js';

/** {name, rest, query}, or null for an address that cannot be read. */
function read(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?');
  try {
    const [, name = '', ...rest] = path.split('/').map(decodeURIComponent);
    return path === '' || path.startsWith('/') ? {name, rest: rest.join('/'), query: new URLSearchParams(query)} : null;
  } catch {
    return null;
  }
}

export class Router {
  #pages = [];
  #places = new Map();
  #shown = null;
  #hash = null;
  #before = null;
  #isRunning = false;

  constructor() {
    history.scrollRestoration = 'manual';
    addEventListener('hashchange', () => this.#isRunning && this.#go(true));
  }

  /** A page is {element, title, show(rest, query), hide(), resume()}, and has a `first` where one does not begin at its
   *  heading; `takes` says which addresses are its own. The last page takes what no other does. */
  add(page, takes, section) {
    this.#pages.push({page, takes, section});
    page.retitle = () => this.#shown?.page === page && this.#entitle();
  }

  start() {
    if (!this.#isRunning) {
      this.#isRunning = true;
      this.#go(false);
    }
  }

  stop() {
    this.#isRunning = false;
    this.#leave();
  }

  /** To `hash`; back, where it is what the reader came from. */
  up(hash) {
    if (this.#before === hash) {
      history.back();
    } else {
      location.hash = hash;
    }
  }

  #leave() {
    if (this.#shown) {
      this.#places.set(this.#hash, scrollY);
      this.#shown.page.hide?.();
      this.#shown.page.element.hidden = true;
      this.#shown = null;
    }
  }

  #go(isTurn) {
    const route = read(location.hash);
    const next = (route && this.#pages.find(({takes}) => takes(route))) ?? this.#pages.at(-1);
    const isBack = history.state?.seen === true;
    this.#leave();
    this.#before = this.#hash;
    this.#hash = location.hash;
    this.#shown = next;
    next.page.element.hidden = false;
    document.body.dataset.page = next.section;
    next.page.show?.(route?.rest ?? '', route?.query ?? new URLSearchParams());
    history.replaceState({seen: true}, '');
    this.#mark(next.section);
    this.#entitle();
    if (isTurn && !document.querySelector('dialog[open]')) {
      scrollTo(0, isBack ? this.#places.get(this.#hash) ?? 0 : 0);
      if (!isBack || !next.page.resume?.()) {
        (next.page.first ?? next.page.element.querySelector('h1'))?.focus({preventScroll: true});
      }
    }
  }

  #entitle() { document.title = `${this.#shown.page.title} · Belfry`; }

  #mark(section) {
    for (const link of find('pages').querySelectorAll('a')) {
      if (link.dataset.page === section) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }
}
