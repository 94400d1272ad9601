// SPDX-License-Identifier: GPL-3.0-or-later
// The locked packages of tests/interop, for scripts in any folder of tests/.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

function need(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') {
      throw error;
    }
    console.error(`${name} is not installed. Run tests/run, or: npm ci --ignore-scripts --prefix tests/interop`);
    process.exit(1);
  }
}

/** The client of Socket.IO, as the locked packages call it; the environment may choose for a whole script. */
export const socketIo = (name = process.env.BELFRY_SOCKETIO_CLIENT ?? 'socket.io-client') => need(name).io;
export const socketIoServer = () => need('socket.io').Server;
export const webSocket = () => need('ws').WebSocket;
export const webSocketServer = () => need('ws').WebSocketServer;
export const chromium = () => need('playwright-core').chromium;
export const asyncApiParser = () => need('@asyncapi/parser').Parser;
/** Of a package that can only be imported. */
export const openApiValidator = async () => (await import('@seriousme/openapi-schema-validator')).Validator;
