// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the page together: who is looking, the connection, how it is, and what it shows.

import {find, write} from './dom.js';
import {Link} from './link.js';
import {Metrics} from './metrics.js';
import {SignIn} from './signin.js';
import {Status} from './status.js';

const signIn = new SignIn();
const link = new Link(['metrics.sampled'], () => signIn.renew());
const metrics = new Metrics(link);

const status = new Status(link, () => metrics.lastReading, {retry: () => link.start(), signIn: () => signIn.open()});

signIn.addEventListener('user', ({detail}) => {
  write(find('user'), detail.display_name || detail.username || '');
  find('sign-out').hidden = false;
  find('overview').hidden = false;
  status.settle();
  link.start();
});
signIn.addEventListener('unreachable', () => setTimeout(() => signIn.check(), 2000));

// What is on the page stays while somebody signs in again.
link.addEventListener('state', () => {
  if (link.state === 'expired') {
    signIn.open();
  }
});

// What is shown goes when the session is gone; until then the page must not look as if it were.
async function signOut() {
  status.settle();
  find('sign-out').disabled = true;
  link.stop();
  const problem = await signIn.leave();
  find('sign-out').disabled = false;
  if (problem) {
    status.notify(problem, ['Try again', signOut]);
    link.start();
    return;
  }
  metrics.clear();
  find('overview').hidden = true;
  find('sign-out').hidden = true;
  write(find('user'), '');
  write(find('host'), '');
}
find('sign-out').addEventListener('click', signOut);

signIn.check();
