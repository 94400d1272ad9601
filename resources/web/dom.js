// SPDX-License-Identifier: GPL-3.0-or-later
// Making and finding elements. Text goes in as text nodes only: nothing a server or a machine says becomes markup.

const svgNames = new Set(['svg', 'path', 'line', 'rect', 'text', 'g', 'circle']);

export const find = (id) => document.getElementById(id);

/** An element with attributes and children; `false`, `null` and `undefined` attributes and empty children are left out. */
export function make(name, attributes = {}, ...children) {
  const element = svgNames.has(name) ? document.createElementNS('http://www.w3.org/2000/svg', name)
                                     : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** Writes a text only when it changed, so that screen readers and the layout are left alone otherwise. */
export function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** A button that does something, and is of no form. */
export function button(text, act, attributes = {}) {
  const element = make('button', {type: 'button', ...attributes}, text);
  element.addEventListener('click', act);
  return element;
}

/** Switches a control off and says why; an empty reason switches it on. */
export function allow(control, whyNot) {
  control.disabled = whyNot !== '';
  control.title = whyNot;
}

/** A list of what is known, [name, value], or with an address where the value leads to; what is as it was stays. */
export function tellFacts(list, facts) {
  while (list.children.length > facts.length) {
    list.lastChild.remove();
  }
  facts.forEach(([name, value, href], index) => {
    const row = list.children[index] ?? list.appendChild(make('div', {}, make('dt'), make('dd')));
    const place = row.lastChild;
    if (!place.firstChild || (place.querySelector('a')?.getAttribute('href') ?? '') !== (href ?? '')) {
      place.replaceChildren(href ? make('a', {href}, make('bdi')) : make('bdi'));
    }
    write(row.firstChild, name);
    write(place.querySelector('bdi'), value);
  });
}

/** A table body that keeps its rows: `rows` is a list of lists of texts or elements. */
export function fill(body, rows) {
  while (body.rows.length > rows.length) {
    body.deleteRow(-1);
  }
  rows.forEach((cells, index) => {
    const row = body.rows[index] ?? body.insertRow();
    cells.forEach((cell, column) => {
      const place = row.cells[column] ?? row.appendChild(make(column ? 'td' : 'th', column ? {} : {scope: 'row'}));
      if (typeof cell === 'string') {
        write(place, cell);
        place.title = cell.length > 24 ? cell : '';
      } else {
        place.replaceChildren(cell);
      }
    });
  });
}
