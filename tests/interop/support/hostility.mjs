// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with an argument, from its schema: what is missing, of the wrong type, too much, or meant badly.

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const typesOf = (schema) => (schema.type === undefined ? [] : [schema.type].flat().map((type) => (type === 'integer' ? 'number' : type)));
const strays = [7, 'text', true, [], {}];

const nested = (depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const large = 'x'.repeat(900_000);
/** Texts that may be somebody's name or message, and must be treated as such. */
const texts = ['', ' ', '\u0001\u001b[2J', '\u202egnp.exe', '<img src=x onerror=alert(1)>', "'; DROP TABLE account; --", '../../../etc/passwd',
  '%s%n%x', '${jndi:ldap://x}', '__proto__', 'e\u0301'.repeat(40), '𝕏'.repeat(40)];
/** Texts that none can carry. */
const brokenTexts = ['\u0000', 'a\u0000b', '\ud800', 'a\udc00'];

/** A value that fits a schema. */
export function sample(schema) {
  if (schema.enum) {
    return schema.enum[0];
  }
  switch (typesOf(schema)[0]) {
  case 'object':
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties[name])]));
  case 'array': return [];
  case 'number': return Math.max(1, schema.minimum ?? 1);
  case 'boolean': return true;
  case 'string': return schema.format === 'date-time' ? '2026-11-20T14:28:03.250Z' : 'text';
  default: return {};
  }
}

/** `value` with `part` at a place in it; what is missing on the way is made as the schema has it. */
function withPart(schema, value, place, part) {
  if (place.length === 0) {
    return part;
  }
  const [name, ...rest] = place;
  const whole = structuredClone(typeOf(value) === 'object' ? value : sample(schema));
  const inner = withPart(schema.properties[name], whole[name], rest, part);
  delete whole[name];
  if (inner !== undefined) {
    whole[name] = inner;
  }
  return whole;
}

/** {name, part, mustFail, isLong} for one place of a schema; `part` is what stands there. */
function* wrongs(schema, isRequired) {
  const types = typesOf(schema);
  if (isRequired) {
    yield {name: 'missing', part: undefined, mustFail: true};
  }
  if (types.length > 0) {
    for (const stray of strays.filter((each) => !types.includes(typeOf(each)))) {
      yield {name: `of type ${typeOf(stray)}`, part: stray, mustFail: true};
    }
  }
  yield {name: 'nested', part: nested(200), mustFail: types.length > 0 && !types.includes('array')};
  if (schema.enum && types.includes('string')) {
    yield {name: 'no such word', part: 'nonsense', mustFail: true};
  }
  if (types.includes('string')) {
    for (const text of brokenTexts) {
      yield {name: `broken ${JSON.stringify(text)}`, part: text, mustFail: true};
    }
    for (const text of texts) {
      yield {name: JSON.stringify(text).slice(0, 24), part: text, mustFail: schema.format === 'date-time' || schema.enum !== undefined};
    }
    if (schema.maxLength) {
      yield {name: 'too long', part: 'x'.repeat(schema.maxLength + 1), mustFail: true};
    }
    yield {name: 'as long as a message may be', part: large, mustFail: Boolean(schema.maxLength), isLong: true};
  }
  if (types.includes('number')) {
    if (schema.minimum !== undefined) {
      yield {name: 'too little', part: schema.minimum - 1, mustFail: true};
    }
    if (schema.maximum !== undefined) {
      yield {name: 'too much', part: schema.maximum + 1, mustFail: true};
    }
    if (schema.type === 'integer') {
      yield {name: 'a fraction', part: (schema.minimum ?? 0) + 0.5, mustFail: true};
    }
    for (const number of [-1, 1e308, 2 ** 53]) {
      yield {name: String(number), part: number, mustFail: number < schema.minimum || number > schema.maximum};
    }
  }
  if (types.includes('array')) {
    if (schema.maxItems) {
      yield {name: 'too many', part: Array.from({length: schema.maxItems + 1}, () => sample(schema.items)), mustFail: true};
    }
    const itemTypes = typesOf(schema.items ?? {});
    for (const stray of strays.filter((each) => itemTypes.length > 0 && !itemTypes.includes(typeOf(each)))) {
      yield {name: `with a ${typeOf(stray)} in it`, part: [stray], mustFail: true};
    }
  }
  if (types.includes('object')) {
    const extra = {name: 'with members nobody asked for', mustFail: false};
    yield {...extra, part: (fit) => ({...fit, constructor: {prototype: {isAdmin: true}}, toString: 1, isAI: true, '': nested(100)})};
    yield {...extra, part: (fit) => Object.assign(JSON.parse('{"__proto__":{"role":"admin"}}'), fit)};
  }
}

/** {name, argument, mustFail}: everything that can be wrong with an argument of this schema. */
export function* hostilities(schema, example) {
  let longs = 0;
  function* at(here, place, isRequired) {
    for (const {name, part, mustFail, isLong} of wrongs(here, isRequired)) {
      longs += isLong ? 1 : 0;
      if (isLong && longs > 1) { // one such message a word is enough
        continue;
      }
      const fit = typeof part === 'function' ? part(place.reduce((value, step) => value?.[step], example) ?? sample(here)) : part;
      yield {name: `${place.join('.') || 'the whole'} ${name}`, argument: withPart(schema, example, place, fit), mustFail};
    }
    for (const [name, inner] of Object.entries(here.properties ?? {})) {
      yield* at(inner, [...place, name], here.required?.includes(name) ?? false);
    }
  }
  yield* at(schema, [], false);
}
