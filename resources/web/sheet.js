// SPDX-License-Identifier: GPL-3.0-or-later
// A question in front of the page: some fields, one deed, and why it could not be done.

import {allow, button, make, write} from './dom.js';

let fields = 0;

/** A label and its field in one, as [label, field]. */
export function labelled(text, field) {
  field.id ||= `field-${++fields}`;
  return [make('label', {for: field.id}, text), field];
}

/** `act` does it; what it throws is said and leaves the question open, as does an answer of `false`. `whyNot` tells why it cannot be done now, and is
 *  asked again whenever `link` is another. */
export function openSheet({title, about = '', content = [], deed, leave = 'Cancel', shape = '', act, link, whyNot = () => ''}) {
  const heading = make('h1', {id: `sheet-${++fields}`}, title);
  const problem = make('p', {class: 'problem', role: 'alert'});
  const submit = make('button', {type: 'submit', class: 'primary'}, deed);
  const sheet = make('dialog', {class: `sheet ${shape}`.trim(), 'aria-labelledby': heading.id},
    make('form', {method: 'dialog'}, heading, about && make('p', {class: 'place'}, about), content.flat(), problem,
      make('div', {class: 'row'}, button(leave, () => sheet.close()), submit)));
  let isBusy = false;
  const look = () => {
    const why = whyNot();
    allow(submit, isBusy ? 'Wait for the server.' : why);
    if (!isBusy) {
      write(problem, why);
    }
  };
  sheet.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.disabled) {
      return;
    }
    isBusy = true;
    look();
    let trouble = '';
    try {
      if (await act() !== false) {
        sheet.close();
      }
    } catch (error) {
      trouble = error.message;
    }
    isBusy = false;
    look();
    write(problem, trouble || problem.textContent);
  });
  sheet.addEventListener('close', () => {
    link.removeEventListener('state', look);
    sheet.remove();
  });
  link.addEventListener('state', look);
  document.body.append(sheet);
  look();
  sheet.showModal();
  sheet.querySelector('input, select, textarea, .primary')?.focus();
}
