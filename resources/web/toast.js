// SPDX-License-Identifier: GPL-3.0-or-later
// Words about what was just done, for eight seconds, with one thing to do about it.

import {button, find, make} from './dom.js';

const patience = 8000;
const most = 2;

export class Toasts {
  /** `action` is [text, what it does]. Who points at it or is in it is given more time. */
  say(text, action = null, role = null) {
    const shelf = find('toasts');
    while (shelf.children.length >= most) {
      shelf.firstChild.remove();
    }
    const toast = make('div', {class: 'toast', role}, make('p', {}, text));
    const leave = () => toast.remove();
    if (action) {
      toast.append(button(action[0], () => { leave(); action[1](); }));
    }
    let timer = 0;
    const wait = () => { clearTimeout(timer); timer = setTimeout(leave, patience); };
    const stay = () => clearTimeout(timer);
    for (const [event, act] of [['pointerenter', stay], ['focusin', stay], ['pointerleave', wait], ['focusout', wait]]) {
      toast.addEventListener(event, act);
    }
    shelf.append(toast);
    wait();
    return leave;
  }

  refuse(text) { this.say(text, null, 'alert'); }

  clear() { find('toasts').replaceChildren(); }
}
