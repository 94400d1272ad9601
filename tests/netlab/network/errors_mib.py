#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ifInErrors of IF-MIB (RFC 2863) for snmpd: what the kernel counts, and what a file says besides, for cables of the lab
are never bad. It has to be run where sysfs shows the host's own network.

    pass_persist .1.3.6.1.2.1.2.2.1.14 /usr/bin/python3 errors_mib.py FILE"""
import pathlib
import sys

import passpersist

COLUMN = (1, 3, 6, 1, 2, 1, 2, 2, 1, 14)


def main():
    more = pathlib.Path(sys.argv[1])

    def read():
        rows = {}
        for device in pathlib.Path("/sys/class/net").iterdir():
            count = int((device / "statistics/rx_errors").read_text())
            if device.name != "lo" and more.exists():
                count += int(more.read_text() or 0)
            rows[COLUMN + (int((device / "ifindex").read_text()),)] = ("counter", count)
        return rows
    passpersist.serve(read)


main()
