# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers snmpd what it asks by pass_persist (snmpd.conf(5)), which is one OID at a time."""
import sys
import time

FRESH = 0.3  # s: a walk is hundreds of questions


class Table:
    """What `read` gives, {oid: (kind, value)}, as it was a moment ago."""

    def __init__(self, read):
        self.read = read
        self.read_at = None

    def refresh(self):
        if self.read_at is not None and time.monotonic() - self.read_at < FRESH:
            return
        self.rows = self.read()
        self.order = sorted(self.rows)
        self.read_at = time.monotonic()

    def get(self, oid):
        if oid not in self.rows:
            return "NONE"
        kind, value = self.rows[oid]
        return f".{'.'.join(map(str, oid))}\n{kind}\n{value}"

    def next(self, oid):
        return self.get(next((known for known in self.order if known > oid), None))


def serve(read):
    table = Table(read)
    for line in sys.stdin:
        order = line.strip()
        if order == "PING":
            print("PONG", flush=True)
        elif order in ("get", "getnext"):
            oid = tuple(int(part) for part in sys.stdin.readline().strip().strip(".").split("."))
            table.refresh()
            print(table.get(oid) if order == "get" else table.next(oid), flush=True)
        elif order == "set":
            sys.stdin.readline()
            sys.stdin.readline()
            print("not-writable", flush=True)
        else:
            return
