// SPDX-License-Identifier: GPL-3.0-or-later
// What `cmake --install` gives a desktop: the program, its entry, its icon, and belfry:// links that lead to it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../..', import.meta.url));
const build = path.resolve(process.env.BELFRY_BIN, '../..');
const prefix = mkdtempSync(path.join(os.tmpdir(), 'belfry-install-'));
const applications = path.join(prefix, 'share/applications');
const entry = path.join(applications, 'io.github.belfry.Belfry.desktop');

before(() => execFileSync('cmake', ['--install', build, '--prefix', prefix]));
after(() => rmSync(prefix, {recursive: true}));

test('the entry is one by the rules of desktops', () => {
  assert.equal(execFileSync('desktop-file-validate', [entry], {encoding: 'utf8'}), '');
});

test('links of the house lead to the program', () => {
  execFileSync('update-desktop-database', [applications]);
  assert.match(readFileSync(path.join(applications, 'mimeinfo.cache'), 'utf8'), /^x-scheme-handler\/belfry=io\.github\.belfry\.Belfry\.desktop;$/m);
  assert.match(readFileSync(entry, 'utf8'), /^Exec=belfry %u$/m);
  assert.match(execFileSync(path.join(prefix, 'bin/belfry'), ['--version'], {encoding: 'utf8'}), /\d/);
});

test('the window, the entry and the icon have one name', () => {
  const [, icon] = /^Icon=(.+)$/m.exec(readFileSync(entry, 'utf8'));
  assert.ok(existsSync(path.join(prefix, `share/icons/hicolor/scalable/apps/${icon}.svg`)));
  assert.ok(readFileSync(path.join(source, 'app/window.cpp'), 'utf8').includes(`setDesktopFileName(QStringLiteral("${icon}"))`));
});
