// SPDX-License-Identifier: GPL-3.0-or-later
// The AsyncAPI documents that the program prints are valid, checked by AsyncAPI's own parser.
import assert from 'node:assert/strict';
import test from 'node:test';

import {run} from '../../interop/support/belfry.mjs';
import {asyncApiParser} from '../../interop/support/modules.mjs';

const Parser = asyncApiParser();
const parser = new Parser();
const words = {
  console: ['metrics.sampled', 'metrics.current'], everyst: ['metrics_update', 'get_current_metrics', 'set_metrics_interval'],
  departments: ['system:health', 'quota:alert', 'analytics:subscribe'],
  opmas: ['system.metrics', 'device.status_update', 'agent.task_complete', 'rule.triggered'],
  auraos: ['online_users', 'chat_history', 'new_message', 'join_room'], threatlens: ['security_event', 'user_action'],
};

for (const [dialect, expected] of Object.entries(words)) {
  test(`${dialect} is valid and complete`, async () => {
    const {code, out, err} = await run(['--print-asyncapi', dialect]);
    assert.equal(code, 0, err);
    const {document, diagnostics} = await parser.parse(out);
    const errors = diagnostics.filter(({severity}) => severity === 0);
    assert.deepEqual(errors.map(({message, path}) => `${path.join('.')}: ${message}`), []);
    assert.ok(document);
    for (const word of expected) {
      assert.ok(out.includes(`"${word}"`), word);
    }
  });
}

test('the parser refuses a wrong document', async () => {
  const {out} = await run(['--print-asyncapi', 'console']);
  const broken = JSON.parse(out);
  delete broken.info;
  const {diagnostics} = await parser.parse(JSON.stringify(broken));
  assert.ok(diagnostics.some(({severity}) => severity === 0));
});
