// SPDX-License-Identifier: GPL-3.0-or-later
// A stub of an OpenAI-compatible chat-completions service on the loopback: JSON and server-sent events, and the ways
// in which such a service fails. As a module: `const model = await chatCompletions(); model.answer('Two are down.')`.
// As a program: `node chatcompletions.mjs [PORT]` prints its address and echoes what the rules of the house found.
import {once} from 'node:events';
import http from 'node:http';
import {fileURLToPath} from 'node:url';

const chunk = (delta, finish_reason = null) => ({object: 'chat.completion.chunk', choices: [{index: 0, delta, finish_reason}]});
const event = (object) => `data: ${JSON.stringify(object)}\n\n`;

/** Writes an answer as events, a word at a time; split in the middle of letters when `torn`. */
function stream(response, {text = '', calls = [], tokens = 100, torn = false}) {
  response.writeHead(200, {'Content-Type': 'text/event-stream'});
  const words = text.match(/\S+\s*|\s+/g) ?? [];
  const events = [event(chunk({role: 'assistant', content: ''})), ...words.map((content) => event(chunk({content}))),
    ...calls.map((call, index) => event(chunk({tool_calls: [{index, ...call}]}))),
    event(chunk({}, calls.length > 0 ? 'tool_calls' : 'stop')), event({choices: [], usage: {total_tokens: tokens}}),
    'data: [DONE]\n\n'];
  const bytes = Buffer.from(events.join(''));
  const step = torn ? 7 : bytes.length;
  for (let at = 0; at < bytes.length; at += step) {
    response.write(bytes.subarray(at, at + step));
  }
  response.end();
}

/** The ways to answer, by name: each takes (request, response, body). */
export const manners = {
  /** What was said, in events. */
  answer: (text, more = {}) => (request, response) => stream(response, {text, ...more}),
  /** The same as one JSON object, as services do that cannot stream. */
  object: (text, tokens = 100) => (request, response) => {
    response.writeHead(200, {'Content-Type': 'application/json'});
    response.end(JSON.stringify({choices: [{message: {role: 'assistant', content: text}, finish_reason: 'stop'}],
      usage: {total_tokens: tokens}}));
  },
  /** Wants something looked up: `call('alerts-list', {limit: 5})`. */
  call: (name, args) => (request, response) => stream(response,
    {calls: [{id: `call-${name}`, type: 'function', function: {name, arguments: JSON.stringify(args)}}]}),
  status: (code, headers = {}) => (request, response) => {
    response.writeHead(code, headers);
    response.end('{"error": {"message": "no"}}');
  },
  /** Never answers. */
  silence: () => () => {},
  /** Talks until the other end has enough. */
  endless: (word = 'well ') => (request, response) => {
    response.writeHead(200, {'Content-Type': 'text/event-stream'});
    const more = () => {
      while (!response.destroyed && response.write(event(chunk({content: word})))) {
        // until the socket is full
      }
    };
    response.on('drain', more);
    more();
  },
  /** Says nothing, but that it is still there, until the other end has enough. */
  dripping: () => (request, response) => {
    response.writeHead(200, {'Content-Type': 'text/event-stream'});
    const timer = setInterval(() => response.write(': still there\n\n'), 200);
    response.on('close', () => clearInterval(timer));
  },
  page: (html) => (request, response) => {
    response.writeHead(200, {'Content-Type': 'text/html'});
    response.end(html);
  },
  garbage: () => (request, response) => response.end(Buffer.alloc(65536, 0xfe)),
  /** The first answer of the rules of the house that it was shown, read out of its data block. */
  echo: () => (request, response, body) => {
    const shown = body.messages.at(-1).content.match(/<data \S+> answer\n(.*)\n<\/data/);
    stream(response, {text: shown ? JSON.parse(shown[1]).text : 'I was shown nothing.'});
  },
};

/** An answer as the test dictates it: `model.next(pen.manner)`, then `say`, and `end` or `fail`. `asked` and `left` resolve
 *  once it is asked for, and once nobody listens any more. */
export function dictation() {
  let paper;
  const pen = {
    say: (content) => paper.write(event(chunk({content}))),
    end: () => paper.end(event(chunk({}, 'stop')) + 'data: [DONE]\n\n'),
    fail: () => paper.destroy(),
  };
  pen.asked = new Promise((asked) => {
    pen.left = new Promise((left) => {
      pen.manner = (request, response) => {
        paper = response;
        paper.on('close', left);
        paper.writeHead(200, {'Content-Type': 'text/event-stream'});
        paper.flushHeaders();
        asked();
      };
    });
  });
  return pen;
}

/** Starts a stub: {url, questions, next(manner), answer(text), close()}. Without a manner left it echoes. */
export async function chatCompletions(port = 0) {
  const prepared = [];
  const questions = [];
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      if (request.method !== 'POST' || !request.url.endsWith('/chat/completions')) {
        manners.status(404)(request, response);
        return;
      }
      const body = JSON.parse(Buffer.concat(parts).toString());
      questions.push({headers: request.headers, body});
      (prepared.shift() ?? manners.echo())(request, response, body);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stub = {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    questions,
    next: (manner) => prepared.push(manner),
    answer: (text, more) => prepared.push(manners.answer(text, more)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return stub;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stub = await chatCompletions(Number(process.argv[2] ?? 0));
  console.log(stub.url);
}
