// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody must be able to use: names for what is not seen, contrast for what is, and keys instead of a pointer.
import assert from 'node:assert/strict';

const interactive = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'menuitem', 'dialog', 'navigation', 'region',
  'img', 'listbox', 'option', 'log', 'DisclosureTriangle']);

/** What the browser tells those who do not see: everything that is to be used or named has a name. */
async function nameless(page) {
  const session = await page.context().newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  const found = nodes.filter(({ignored, role, name}) => !ignored && interactive.has(role?.value) && !name?.value?.trim());
  const told = await Promise.all(found.map(async ({role, backendDOMNodeId: backendNodeId}) => {
    const {outerHTML} = await session.send('DOM.getOuterHTML', {backendNodeId});
    return `${role.value} without a name: ${outerHTML.slice(0, 160)}`;
  }));
  await session.detach();
  return told;
}

/** Runs in the page: how it is built, and whether its words stand out from what is behind them. */
function faultsHere() {
  const faults = [];
  const isSeen = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const tell = (element) => `${element.outerHTML.slice(0, 120)} in ${element.closest('[id]')?.id}`;
  const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
  faults.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements are called ${id}`));
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'for']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const missing = element.getAttribute(name).split(/\s+/).filter((id) => !document.getElementById(id));
      faults.push(...missing.map((id) => `${name} leads to nothing called ${id}: ${tell(element)}`));
    }
  }
  const inside = ':is(a[href], button, input, select, textarea)';
  const blame = (selector, why, isMeant = () => true) =>
    faults.push(...[...document.querySelectorAll(selector)].filter(isMeant).map((one) => `${why}: ${tell(one)}`));
  blame(`:is(a[href], button) ${inside}`, 'in another');
  blame(`[aria-hidden=true] ${inside}`, 'hidden from some', isSeen);
  blame('[tabindex]', 'out of turn', ({tabIndex}) => tabIndex > 0);
  blame(':is(ul, ol) > :not(li)', 'in a list, but no part of it');
  const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter(isSeen).map(({localName}) => Number(localName[1]));
  if (levels.filter((level) => level === 1).length < 1) {
    faults.push('no heading of the page');
  }
  const isLost = (level, index) => index > 0 && level > levels[index - 1] + 1;
  faults.push(...levels.filter(isLost).map((level) => `a heading of level ${level} under none`));

  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const over = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    colors.forEach((color) => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); });
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => [[red, 0.2126], [green, 0.7152], [blue, 0.0722]].reduce((sum, [value, weight]) =>
    sum + weight * (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4), 0);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = new Set();
  while (words.nextNode()) {
    const {parentElement: element, data} = words.currentNode;
    const isQuiet = element.closest('svg, option, :disabled, .unseen, script, style')
      || document.querySelector('dialog[open]')?.contains(element) === false;
    if (!data.trim() || isQuiet || said.has(element) || !isSeen(element) || !element.getBoundingClientRect().width) {
      continue;
    }
    said.add(element);
    const behind = [];
    for (let one = element; one; one = one.parentElement) {
      behind.unshift(getComputedStyle(one).backgroundColor);
    }
    const {color, fontSize, fontWeight} = getComputedStyle(element);
    const [one, other] = [light(over(['white', ...behind])), light(over(['white', ...behind, color]))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) {
      faults.push(`contrast ${contrast.toFixed(2)}: “${data.trim().slice(0, 40)}” in ${tell(element)}`);
    }
  }
  return faults;
}

export async function assertAccessible(page) {
  assert.deepEqual([...await nameless(page), ...await page.evaluate(faultsHere)], []);
}

/** Tab alone comes to everything that can be used here, shows where it is, and goes on. */
export async function assertWalks(page) {
  const wanted = await page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.querySelector(':popover-open') ?? document.body;
    const found = [...scope.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}));
    document.activeElement.blur();
    found.forEach((one, index) => { one.dataset.walk = index; });
    return found.length;
  });
  const seen = new Set();
  const unmarked = [];
  for (let step = 0; step < wanted * 2 + 20 && seen.size < wanted; ++step) {
    await page.keyboard.press('Tab');
    const {walk, isMarked, text} = await page.evaluate(() => {
      const one = document.activeElement;
      const {outlineStyle, outlineWidth} = getComputedStyle(one);
      const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
      return {walk: one.dataset.walk, isMarked, text: one.outerHTML.slice(0, 120)};
    });
    // A field for a date has stops inside of it, which the browser marks.
    if (walk !== undefined && !seen.has(walk)) {
      seen.add(walk);
      unmarked.push(...isMarked ? [] : [text]);
    }
  }
  const missed = await page.evaluate((known) => [...document.querySelectorAll('[data-walk]')]
    .filter(({dataset}) => !known.includes(dataset.walk)).map((one) => one.outerHTML.slice(0, 120)), [...seen]);
  await page.evaluate(() => document.querySelectorAll('[data-walk]').forEach((one) => one.removeAttribute('data-walk')));
  assert.deepEqual({missed, unmarked}, {missed: [], unmarked: []});
}
