// SPDX-License-Identifier: GPL-3.0-or-later
// The services that messages go to, as they document themselves: what they take and how they answer it, well or not.
import {once} from 'node:events';
import http from 'node:http';

const json = (status, value) => ({status, type: 'application/json', text: JSON.stringify(value)});
const plain = (status, text) => ({status, type: 'text/plain; charset=utf-8', text});

/** By kind: the path and secret of an account there, and what it answers: (body, headers) → {status, type, text}. */
const services = {
  // https://gotify.net/api-docs: POST /message
  gotify: {path: '/gotify/message', key: 'Apptoken77', answer(body, headers) {
    return headers['x-gotify-key'] === this.key && body.message
      ? json(200, {id: 25, appid: 5, date: '2026-11-20T15:28:03.5045044+01:00', priority: 0, ...body})
      : json(401, {error: 'Unauthorized', errorCode: 401, errorDescription: 'you need to provide a valid access token'});
  }},
  // https://core.telegram.org/bots/api#sendmessage
  telegram: {path: '/bot123456:ABC-def/sendMessage', key: '123456:ABC-def', answer: ({chat_id: id, text}) => id && text && text.length <= 4096
    ? json(200, {ok: true, result: {message_id: 7, from: {id: 123456, is_bot: true, first_name: 'Belfry', username: 'belfry_bot'},
                                    chat: {id: Number(id), title: 'On call', type: 'supergroup'}, date: 1795184883, text}})
    : json(400, {ok: false, error_code: 400, description: 'Bad Request: message text is empty'})},
  // https://api.slack.com/messaging/webhooks#handling_errors
  slack: {path: '/services/T00000000/B00000000/XXXX', answer: ({text}) => text ? plain(200, 'ok') : plain(400, 'no_text')},
  // https://developers.mattermost.com/integrate/webhooks/incoming/
  mattermost: {path: '/hooks/xxx-generatedkey-xxx', answer: ({text}) => text
    ? plain(200, 'ok')
    : json(400, {id: 'web.incoming_webhook.text.app_error', message: 'No text specified.', status_code: 400})},
  // https://discord.com/developers/docs/resources/webhook#execute-webhook
  discord: {path: '/api/webhooks/223704706495545344/3d89bb7572e0fb30', answer: ({content}) => content && content.length <= 2000
    ? {status: 204}
    : json(400, {message: 'Cannot send an empty message', code: 50006})},
};

export const chatKinds = Object.keys(services);

/** One server for them all: {account(kind): [settings, secret], taken(kind): what each took, newest last, close()}. */
export async function chatServices() {
  const taken = Object.fromEntries(chatKinds.map((kind) => [kind, []]));
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (part) => { text += part; });
    request.on('end', () => {
      const kind = chatKinds.find((each) => services[each].path === request.url);
      const isPosted = request.method === 'POST' && request.headers['content-type']?.startsWith('application/json');
      const body = kind && isPosted ? JSON.parse(text) : {};
      const answer = kind && isPosted ? services[kind].answer(body, request.headers) : plain(404, 'Not Found');
      response.writeHead(answer.status, answer.type && {'Content-Type': answer.type});
      response.end(answer.text);
      if (answer.status < 300) {
        taken[kind].push(body);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = (path) => `http://127.0.0.1:${server.address().port}${path}`;
  const accounts = {
    gotify: () => [{url: at('/gotify')}, services.gotify.key],
    telegram: () => [{url: at(''), chat_id: '-1001'}, services.telegram.key],
  };
  return {
    account: (kind) => accounts[kind]?.() ?? [{}, at(services[kind].path)],
    taken: (kind) => taken[kind],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
