// SPDX-License-Identifier: GPL-3.0-or-later
// Every client, by every transport, plain and over TLS, through the restarts of belfry-conformance and of Belfry.
import fs from 'node:fs';
import path from 'node:path';
import test, {after, before} from 'node:test';

import {Subject} from '../conformance/subject.mjs';
import {Belfry, freePort, temporaryFolder} from '../interop/support/belfry.mjs';
import {assertAccount, everyClient, Fleet, isWell, lastHeard, makeCertificate, Publisher} from './fleet.mjs';

// What is tested here is not how fast a client answers a ping.
const patientPings = ['--ping-interval', '5000', '--ping-timeout', '20000'];
let belfry;
let conformance;
let fleet;
let folder;
let publisher;

before(async () => {
  folder = temporaryFolder();
  const files = makeCertificate(folder, ['127.0.0.1']);
  const shown = ['--certificate', files.certificate, '--key', files.key];
  conformance = await Subject.start(...patientPings, '--address', '127.0.0.1', ...shown);
  // A page of no site says null, and the blocking python client says http of itself over TLS as well.
  const port = await freePort();
  belfry = await Belfry.start({port, args: ['--allow-origin', 'null', '--allow-origin', `http://127.0.0.1:${port}`, ...shown]});
  publisher = new Publisher(`http://127.0.0.1:${conformance.port}`);
  publisher.start(1, 50);
  fleet = new Fleet();
  await fleet.enlist([...everyClient(`127.0.0.1:${conformance.port}`, {label: 'conformance: '}),
                      ...everyClient(`127.0.0.1:${belfry.port}`, {token: await belfry.login(), label: 'belfry: '})],
                     files.certificate);
});
after(async () => {
  publisher?.end();
  await fleet?.leave();
  await fleet?.end();
  await conformance?.stop();
  await belfry?.remove();
  fs.rmSync(folder, {recursive: true, force: true});
});

test('each connects, is answered, and hears', async () => {
  assertAccount(await fleet.until('connected', isWell));
});

for (const signal of ['SIGKILL', 'SIGTERM']) {
  test(`each comes back after ${signal}, is answered, and hears on`, async () => {
    const before = await fleet.report();
    await Promise.all([conformance.stop(signal), belfry.stop(signal)]);
    await Promise.all([conformance.launch(), belfry.launch()]);
    const after = await fleet.until(`back after ${signal}`, (state, name) => isWell(state, name) &&
      state.sessions.length > before[name].sessions.length && lastHeard(state) > lastHeard(before[name]));
    assertAccount(after);
  });
}
