// SPDX-License-Identifier: GPL-3.0-or-later
// The documents on the port are valid for parsers of others, and are those the program prints.
import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';

import {Belfry, run} from './support/belfry.mjs';
import {asyncApiParser, openApiValidator} from './support/modules.mjs';

const Parser = asyncApiParser();
const Validator = await openApiValidator();
const parser = new Parser();
let belfry;

before(async () => { belfry = await Belfry.start({admin: false}); });
after(() => belfry?.remove());

const get = (place, headers = {}) => fetch(belfry.url + place, {headers});

for (const dialect of ['console', 'everyst', 'departments', 'threatlens', 'opmas', 'auraos']) {
  test(`/docs/${dialect}.json is valid AsyncAPI and what is printed`, async () => {
    const text = await (await get(`/docs/${dialect}.json`)).text();
    const {document, diagnostics} = await parser.parse(text);
    const errors = diagnostics.filter(({severity}) => severity === 0);
    assert.deepEqual(errors.map(({message, path}) => `${path.join('.')}: ${message}`), []);
    assert.ok(document);
    const {out} = await run(['--print-asyncapi', dialect]);
    assert.deepEqual(JSON.parse(text), JSON.parse(out));
  });
}

test('/docs/openapi.json is valid OpenAPI 3.1', async () => {
  const specification = await (await get('/docs/openapi.json')).json();
  const validator = new Validator();
  const {valid, errors} = await validator.validate(structuredClone(specification));
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, '3.1');
  assert.ok(specification.paths['/api/v1/events'].post);
});

test('the validator refuses a wrong document', async () => {
  const specification = await (await get('/docs/openapi.json')).json();
  delete specification.info.title;
  assert.equal((await new Validator().validate(specification)).valid, false);
});

test('every link of the pages leads somewhere', async () => {
  const seen = new Set(['/docs']);
  for (const place of seen) {
    const answer = await get(place);
    assert.equal(answer.status, 200, place);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'/, place);
    const text = await answer.text();
    if (answer.headers.get('content-type').startsWith('text/html')) {
      assert.doesNotMatch(text, /<script|javascript:|\son\w+=/i, place);
      for (const [, target] of text.matchAll(/(?:href|src)="([^"#]+)"/g)) {
        seen.add(target);
      }
    }
  }
  assert.ok(seen.size >= 18, [...seen].join(' '));
});

test('a document that is known is not sent again', async () => {
  const first = await get('/docs/console.json');
  const again = await get('/docs/console.json', {'If-None-Match': first.headers.get('etag')});
  assert.equal(again.status, 304);
  assert.equal((await get('/docs/../../etc/passwd')).status, 404);
  assert.equal((await get('/docs/nobody')).status, 404);
});
