// SPDX-License-Identifier: GPL-3.0-or-later
// What an authenticator does with a secret.
import crypto from 'node:crypto';

/** The code it shows then: RFC 6238. */
export function codeOf(secret, time = Date.now()) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30000)));
  const hash = crypto.createHmac('sha1', key).update(counter).digest();
  const cut = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(cut % 1000000).padStart(6, '0');
}
