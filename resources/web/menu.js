// SPDX-License-Identifier: GPL-3.0-or-later
// A list of deeds beside the button that opened it; on phones at the bottom of the screen.

import {button, make} from './dom.js';

const margin = 4;

function place(menu, opener) {
  const {left, right, top, bottom} = opener.getBoundingClientRect();
  const {width, height} = menu.getBoundingClientRect();
  const isBelow = bottom + margin + height <= innerHeight;
  menu.style.left = `${Math.max(margin, Math.min(right - width, innerWidth - width - margin, Math.max(left, right - width)))}px`;
  menu.style.top = `${isBelow ? bottom + margin : Math.max(margin, top - height - margin)}px`;
}

/** `items`: [{text, act, whyNot}]; those with `sign` stand in a row above the others. */
export function openMenu(opener, label, items) {
  const element = ({text, act, whyNot = '', sign = false}) => {
    const item = button(text, () => { menu.hidePopover(); act(); },
      {role: 'menuitem', class: sign ? 'sign' : 'deed', tabindex: -1, 'aria-disabled': whyNot !== '', title: whyNot});
    item.disabled = whyNot !== '';
    return item;
  };
  const signs = items.filter(({sign}) => sign);
  const menu = make('div', {class: 'menu', role: 'menu', popover: 'auto', 'aria-label': label},
    signs.length > 0 && make('div', {class: 'signs', role: 'none'}, signs.map(element)),
    items.filter(({sign}) => !sign).map(element));
  const open = [...menu.querySelectorAll('button:not(:disabled)')];
  menu.addEventListener('keydown', (event) => {
    const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (step && open.length) {
      event.preventDefault();
      open[(open.indexOf(document.activeElement) + step + open.length) % open.length].focus();
    } else if (event.key === 'Tab') {
      menu.hidePopover();
    }
  });
  menu.addEventListener('toggle', ({newState}) => {
    opener.setAttribute('aria-expanded', newState === 'open');
    if (newState === 'closed') {
      menu.remove();
    }
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, opener);
  open[0]?.focus();
}
