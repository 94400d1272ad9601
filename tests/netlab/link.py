#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The wire between two network interfaces: carries every frame across, and loses or delays it as told by lines of JSON on
standard input, such as {"loss": 0.1, "delay": 0.1}. Each is answered by an empty line once it holds. It needs nothing of
the kernel but packet sockets: no queueing discipline, no filter."""
import collections
import json
import os
import random
import select
import socket
import sys
import time

SOL_PACKET = 263
PACKET_VNET_HDR = 15  # frames come and go with what is still to be done to them: segments, sums
LARGEST = 70_000


def port(name):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    end.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    end.bind((name, 0))
    end.setblocking(False)
    return end


def put(end, frame):
    try:
        end.send(frame)
    except OSError:
        pass  # the interface is down, or its queue is full: lost, as on any wire


def take(end):
    """What has arrived; an interface that went down says so by an error once."""
    while True:
        try:
            frame, (_, _, kind, *_) = end.recvfrom(LARGEST)
        except BlockingIOError:
            return
        except OSError:
            continue
        if kind != socket.PACKET_OUTGOING:
            yield frame


def main():
    chance = random.Random(sys.argv[3])
    ends = [port(name) for name in sys.argv[1:3]]
    far = dict(zip(ends, reversed(ends)))
    orders = os.fdopen(sys.stdin.fileno(), "rb", buffering=0)
    manner = {"loss": 0, "delay": 0}
    under_way = collections.deque()  # (when it arrives, where, frame): the delay is one for all
    while True:
        now = time.monotonic()
        while under_way and under_way[0][0] <= now:
            put(*under_way.popleft()[1:])
        wait = max(0, under_way[0][0] - now) if under_way else None
        for ready in select.select([orders, *ends], [], [], wait)[0]:
            if ready is orders:
                line = orders.readline()
                if not line:
                    return
                manner = {"loss": 0, "delay": 0, **json.loads(line)}
                print(flush=True)
                continue
            for frame in take(ready):
                if chance.random() < manner["loss"]:
                    continue
                if manner["delay"] or under_way:
                    under_way.append((time.monotonic() + manner["delay"], far[ready], frame))
                else:
                    put(far[ready], frame)


main()
