// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of an authority that nobody has heard of, and of nobody but themselves; they are gone with their folder.
import {execFileSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const openssl = (...words) => execFileSync('openssl', words, {stdio: 'ignore'});
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Files of a pair in `folder`: {certificate, key}. */
const pairIn = (folder, name) => ({certificate: path.join(folder, `${name}.pem`), key: path.join(folder, `${name}.key`)});

/** As `localhost` and 127.0.0.1, vouched for by itself. */
export function selfSigned(folder, name, {days = 2} = {}) {
  const pair = pairIn(folder, name);
  openssl('req', '-x509', ...newKey, '-days', String(days), '-subj', '/CN=localhost',
          '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', pair.key, '-out', pair.certificate);
  return pair;
}

/** {certificate, issue(name, alternatives)}: its own certificate, and pairs it vouches for. */
export function authority(folder) {
  const own = pairIn(folder, 'authority');
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=An authority of a test', '-keyout', own.key, '-out', own.certificate);
  const issue = (name, alternatives) => {
    const pair = pairIn(folder, name);
    const [wish, more] = [path.join(folder, `${name}.csr`), path.join(folder, `${name}.ext`)];
    fs.writeFileSync(more, `subjectAltName=${alternatives}\n`);
    openssl('req', ...newKey, '-subj', `/CN=${name}`, '-keyout', pair.key, '-out', wish);
    openssl('x509', '-req', '-in', wish, '-CA', own.certificate, '-CAkey', own.key, '-CAcreateserial', '-days', '2',
            '-extfile', more, '-out', pair.certificate);
    return pair;
  };
  return {certificate: own.certificate, issue};
}

/** Its SHA-256, in hexadecimal digits. */
export const fingerprintOf = ({certificate}) =>
  new crypto.X509Certificate(fs.readFileSync(certificate)).fingerprint256.replaceAll(':', '').toLowerCase();
