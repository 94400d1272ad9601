# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to pings (RFC 792) in place of a kernel that does not answer them."""
import asyncio
import socket
import struct


def internet_checksum(packet):
    even = packet + b"\0" * (len(packet) % 2)
    total = sum(struct.unpack(f"!{len(even) // 2}H", even))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


class Echo:
    """Answers pings after `delay` seconds, and of a share of them none."""

    def __init__(self, delay=0, lost=0):
        self.delay, self.lost, self.owed = delay, lost, 0
        self.loop = asyncio.get_running_loop()
        self.end = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        self.end.setblocking(False)
        self.loop.add_reader(self.end, self.hear)

    def hear(self):
        packet, (sender, _) = self.end.recvfrom(65536)
        request = packet[(packet[0] & 15) * 4:]
        if request[:1] != b"\x08":  # echo request
            return
        self.owed += self.lost
        if self.owed >= 1:
            self.owed -= 1
            return
        rest = request[4:]
        answer = struct.pack("!BBH", 0, 0, internet_checksum(b"\0\0\0\0" + rest)) + rest
        self.loop.call_later(self.delay, self.send, answer, sender)

    def send(self, answer, sender):
        try:
            self.end.sendto(answer, (sender, 0))
        except OSError:
            pass  # its cable is cut

    def leave(self):
        self.loop.remove_reader(self.end)
        self.end.close()
