#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a network of its own, which goes away with it however it ends: lab.sh COMMAND…
# Ends with 77 where that cannot be done.
skip() {
    echo "Not run: $1"
    exit 77
}
if [ "$1" = --inside ]; then
    shift
    # The names of the networks are seen in here only.
    mount -t tmpfs tmpfs /run && mkdir /run/netns && ip link set lo up && exec "$@"
    exit 1
fi
[ "$(id -u)" -eq 0 ] || skip "network namespaces want root."
command -v ip >/dev/null || skip "ip is not installed (iproute2)."
unshare --net --mount --pid --fork sh -c 'mount -t tmpfs tmpfs /run && ip link add name left type veth peer name right' 2>/dev/null ||
    skip "this system does not allow network namespaces, even to root."
exec unshare --net --mount --pid --fork --kill-child --mount-proc "$0" --inside "$@"
