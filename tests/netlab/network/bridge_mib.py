#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""BRIDGE-MIB (RFC 4188), or Q-BRIDGE-MIB (RFC 4363), of a Linux bridge: what snmpd asks by pass_persist, which is one OID
at a time. Nothing is made up: ports and forwarding table are the kernel's, read from sysfs, so it has to be run where
sysfs shows the bridge's own network.

    pass_persist .1.3.6.1.2.1.17 /usr/bin/python3 bridge_mib.py BRIDGE bridge|q-bridge"""
import pathlib
import struct
import sys

import passpersist

BASE = (1, 3, 6, 1, 2, 1, 17)
ENTRY = struct.Struct("=6sBBIBBH")  # struct __fdb_entry of linux/if_bridge.h
SELF, LEARNED = 4, 3
VLAN = 1


def number(path):
    return int(path.read_text(), 0)


def ports(bridge):
    """{port number: ifIndex}"""
    found = {}
    for port in (bridge / "brif").iterdir():
        try:
            found[number(port / "port_no")] = number(bridge.parent / port.name / "ifindex")
        except OSError:
            pass  # it was taken off meanwhile
    return found


def forwarding(bridge):
    """(mac, port number, is it the bridge's own)"""
    table = (bridge / "brforward").read_bytes()
    for mac, low, own, _, high, _, _ in ENTRY.iter_unpack(table[:len(table) // ENTRY.size * ENTRY.size]):
        yield tuple(mac), low | high << 8, bool(own)


def hexadecimal(mac):
    return " ".join(f"{byte:02x}" for byte in mac)


def base(bridge, known):
    mac = [int(byte, 16) for byte in (bridge / "address").read_text().strip().split(":")]
    yield (1, 1, 0), "octet", hexadecimal(mac)
    yield (1, 2, 0), "integer", len(known)
    yield (1, 3, 0), "integer", 2  # transparent-only
    for port, index in known.items():
        yield (1, 4, 1, 1, port), "integer", port
        yield (1, 4, 1, 2, port), "integer", index
        yield (1, 4, 1, 3, port), "objectid", ".0.0"
    yield (4, 2, 0), "integer", number(bridge / "bridge" / "ageing_time") // 100


def by_address(bridge, known):
    for mac, port, own in forwarding(bridge):
        if port in known:
            yield (4, 3, 1, 1, *mac), "octet", hexadecimal(mac)
            yield (4, 3, 1, 2, *mac), "integer", port
            yield (4, 3, 1, 3, *mac), "integer", SELF if own else LEARNED


def by_vlan(bridge, known):
    yield (7, 1, 1, 1, 0), "integer", 1  # version1
    entries = [(mac, port, own) for mac, port, own in forwarding(bridge) if port in known]
    yield (7, 1, 2, 1, 1, 2, VLAN), "counter", sum(not own for _, _, own in entries)
    for mac, port, own in entries:
        yield (7, 1, 2, 2, 1, 2, VLAN, *mac), "integer", port
        yield (7, 1, 2, 2, 1, 3, VLAN, *mac), "integer", SELF if own else LEARNED
    for port in known:
        yield (7, 1, 4, 5, 1, 1, port), "gauge", VLAN


def main():
    name, manner = sys.argv[1:3]
    bridge = pathlib.Path("/sys/class/net") / name
    forwarding_rows = by_vlan if manner == "q-bridge" else by_address

    def read():
        known = ports(bridge)
        rows = [*base(bridge, known), *forwarding_rows(bridge, known)]
        return {BASE + oid: (kind, value) for oid, kind, value in rows}
    passpersist.serve(read)


main()
