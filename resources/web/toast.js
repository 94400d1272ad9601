// SPDX-License-Identifier: GPL-3.0-or-later
// Words about what was just done, for eight seconds or until they are closed, with one thing to do about it.

import {button, find, make} from './dom.js';

const patience = 8000;
const most = 2;

export class Toasts {
  /** `action` is [text, what it does]; `stays`: until somebody closes it; `gone` is told when it is not shown any more. Who
   *  points at one or is in it is given more time. */
  say(text, action = null, {role = null, stays = false, gone = () => {}} = {}) {
    const shelf = find('toasts');
    while (shelf.children.length >= most) {
      (shelf.querySelector('.toast:not(.stays)') ?? shelf.firstChild).remove();
    }
    const toast = make('div', {class: stays ? 'toast stays' : 'toast', role}, make('p', {}, text));
    const leave = () => {
      if (toast.isConnected) {
        toast.remove();
        gone();
      }
    };
    if (action) {
      toast.append(button(action[0], () => { leave(); action[1](); }));
    }
    if (stays) {
      toast.append(button('×', leave, {class: 'close', 'aria-label': 'Close'}));
      shelf.append(toast);
      return leave;
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

  refuse(text) { this.say(text, null, {role: 'alert'}); }

  clear() { find('toasts').replaceChildren(); }
}
