// SPDX-License-Identifier: GPL-3.0-or-later
// Who is looking: signing in and out, and the first administrator. The server keeps the session in a cookie that this
// page cannot read; nothing secret is stored here or put into an address.

import {find, write} from './dom.js';

const patience = 15000;

async function call(path, body) {
  const options = body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)};
  const response = await fetch(path, {
    ...options, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(patience),
    headers: {'X-Belfry-Page': '1', ...(body === undefined ? {} : {'Content-Type': 'application/json'})},
  });
  let content = {};
  try {
    content = await response.json();
  } catch { /* an empty or foreign body says nothing */ }
  return {status: response.status, content: content ?? {}, wait: Number(response.headers.get('Retry-After')) || 0};
}

const said = ({content}) => {
  const text = content.error?.message;
  return typeof text === 'string' ? text : '';
};

export class SignIn extends EventTarget {
  #timer = 0;

  constructor() {
    super();
    for (const box of document.querySelectorAll('[data-shows]')) {
      box.addEventListener('change', () => { find(box.dataset.shows).type = box.checked ? 'text' : 'password'; });
    }
    for (const dialog of [find('sign-in'), find('set-up')]) {
      dialog.addEventListener('cancel', (event) => event.preventDefault());
      dialog.addEventListener('keyup', (event) => {
        dialog.querySelector('[data-caps]').hidden = !event.getModifierState?.('CapsLock');
      });
    }
    find('username').addEventListener('input', () => this.#askCode(false));
    find('sign-in-form').addEventListener('submit', (event) => this.#submit(event, (form) => this.#signIn(form)));
    find('set-up-form').addEventListener('submit', (event) => this.#submit(event, (form) => this.#setUp(form)));
    for (const place of document.querySelectorAll('[data-place]')) {
      write(place, location.host);
    }
  }

  /** Announces `user` when the session is good, else shows the form that leads to one. */
  async check() {
    try {
      const session = await this.renew();
      const {status, content} = await call(session === 'good' ? '/api/v1/me' : '/api/v1/setup');
      if (session === 'unanswered' || status !== 200) {
        throw new Error('nobody could say who is looking');
      }
      if (session === 'good') {
        this.#greet(content);
      } else {
        this.#open(content.needed ? 'set-up' : 'sign-in');
      }
    } catch {
      this.dispatchEvent(new Event('unreachable'));
    }
  }

  /** 'good' when the session is, or the server gave it more time without asking the person; 'refused' when it did
   *  not; 'unanswered' when it did not say. Pages side by side share one session, so only one of them asks at a
   *  time. */
  async renew() {
    const outcome = ({status}) => ({200: 'good', 401: 'refused', 403: 'refused'})[status] ?? 'unanswered';
    const act = async () => {
      const me = outcome(await call('/api/v1/me'));
      return me === 'refused' ? outcome(await call('/api/v1/auth/refresh', {})) : me;
    };
    try {
      return await (navigator.locks ? navigator.locks.request('belfry-session', act) : act());
    } catch {
      return 'unanswered';
    }
  }

  /** Ends the session and asks who comes next. Returns why it could not be ended; empty when it was. */
  async leave() {
    try {
      const answer = await call('/api/v1/auth/logout', {});
      if (answer.status < 300) {
        this.open();
        return '';
      }
      return `Not signed out. ${said(answer) || `The server refused this (${answer.status}).`}`;
    } catch {
      return 'Not signed out: the server does not answer.';
    }
  }

  open() { this.#open('sign-in'); }

  #open(name) {
    const dialog = find(name);
    this.#problem(dialog, '');
    if (!dialog.open) {
      dialog.showModal();
      const first = [...dialog.querySelectorAll('input')].find((input) => !input.value && !input.closest('[hidden]'));
      first?.focus();
    }
  }

  #greet(user) {
    for (const dialog of [find('sign-in'), find('set-up')]) {
      dialog.querySelectorAll('input:not([name=username])').forEach((input) => {
        if (input.type === 'checkbox') {
          input.checked = false;
          find(input.dataset.shows).type = 'password';
        } else {
          input.value = '';
        }
      });
      dialog.close();
    }
    this.#askCode(false);
    this.dispatchEvent(new CustomEvent('user', {detail: user}));
  }

  async #submit(event, act) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('[type=submit]');
    if (button.disabled) {
      return;
    }
    button.disabled = true;
    this.#problem(form, '');
    try {
      await act(form);
    } catch {
      this.#problem(form, 'The server does not answer. Try again.');
    }
    if (!this.#timer) {
      button.disabled = false;
    }
  }

  async #signIn(form) {
    const {username, password, otp} = form.elements;
    const code = otp.value.trim();
    const name = {username: username.value, password: password.value};
    const answer = await call('/api/v1/auth/login', code ? {...name, otp: code} : name);
    if (answer.status === 401 && answer.content.error?.code === 'code_required') {
      this.#askCode(true);
      this.#problem(form, code ? said(answer) : '');
      otp.select();
      otp.focus();
    } else if (answer.status === 200) {
      await this.check();
    } else if (answer.status === 429) {
      this.#wait(form, answer.wait || 5);
    } else if (answer.status === 401) {
      this.#problem(form, 'Name or password is wrong.');
      password.select();
      password.focus();
    } else {
      this.#problem(form, said(answer) || `The server refused this (${answer.status}).`);
    }
  }

  /** Only an account that needs a code is asked for one. */
  #askCode(isNeeded) {
    find('sign-in-code').hidden = !isNeeded;
    find('otp').required = isNeeded;
    if (!isNeeded) {
      find('otp').value = '';
    }
  }

  async #setUp(form) {
    const {token, username, password} = form.elements;
    const name = {username: username.value, password: password.value};
    const answer = await call('/api/v1/setup', {token: token.value.trim(), ...name});
    if (answer.status === 429) {
      this.#wait(form, answer.wait || 5);
    } else if (answer.status >= 300) {
      this.#problem(form, said(answer) || 'The set-up token is wrong or no longer valid.');
    } else {
      const signedIn = await call('/api/v1/auth/login', name);
      find('set-up').close();
      find('username').value = name.username;
      await (signedIn.status === 200 ? this.check() : this.open());
    }
  }

  #wait(form, seconds) {
    const button = form.querySelector('[type=submit]');
    const label = button.textContent;
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      const left = Math.ceil((end - performance.now()) / 1000);
      write(button, left > 0 ? `${label} (in ${left} s)` : label);
      if (left <= 0) {
        clearInterval(this.#timer);
        this.#timer = 0;
        button.disabled = false;
        this.#problem(form, '');
      }
    };
    this.#problem(form, `Too many tries. Wait ${seconds} s.`);
    this.#timer = setInterval(tick, 500);
    tick();
  }

  #problem(place, text) {
    write(place.querySelector('[data-problem]'), text);
  }
}
