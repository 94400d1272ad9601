// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a contract, as the program itself documents them.
import {run} from './belfry.mjs';

/** {heard, said}: lists of {word, schema, example}. The word lists of tests/contracts hold these documents against the
 *  contracts; here they only save telling everything twice. */
export async function vocabularyOf(dialect) {
  const {code, out, err} = await run(['--print-asyncapi', dialect]);
  if (code !== 0) {
    throw new Error(`--print-asyncapi ${dialect} ended with ${code}: ${err}`);
  }
  const messages = Object.entries(JSON.parse(out).components.messages);
  const list = (kind) => messages.filter(([key]) => key.startsWith(`${kind}.`)).map(([, {name, payload, examples}]) =>
    ({word: name, schema: payload, example: examples?.[0].payload}));
  return {heard: list('hear'), said: list('say')};
}

/** The payloads of facts as the catalogue has them, by topic. */
export async function factsOf() {
  const {said} = await vocabularyOf('console');
  return new Map(said.map(({word, example}) => [word, example]));
}
