// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, and what they may do.

export class Person {
  user = null;

  get id() { return this.user?.id ?? ''; }
  get name() { return this.user?.display_name || this.user?.username || ''; }
  get isOperator() { return ['admin', 'operator'].includes(this.user?.role); }
}
