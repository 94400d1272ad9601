#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the hosts of the lab answer, all of them in one process: a socket belongs to the network it was made in, whoever
holds it. Orders come as lines of JSON on standard input, each is answered by one once it holds:

    {"id": 1, "do": "open", "net": "printer", "port": 9100, "service": {"kind": "pjl", "model": "…"}}
    {"id": 2, "do": "close", "net": "printer", "port": 9100}
    {"id": 3, "do": "set", "net": "silent", "values": {"ipv4/icmp_echo_ignore_all": "1"}}
    {"id": 4, "do": "serve names", "net": "router", "address": "10.77.1.1", "names": {"web.servers.test": "10.77.20.10"}}
    {"id": 5, "do": "announce", "net": "printer", "address": …, "name": …, "services": […]}   (none: it leaves)
    {"id": 6, "do": "echo", "net": "plain-1", "delay": 0.4, "lost": 0.5}   (of pings, in place of the kernel; none: no more)"""
import asyncio
import ctypes
import json
import os
import pathlib
import re
import socket
import struct
import sys

import echo
import names

NEW_NETWORK = 0x40000000  # CLONE_NEWNET
MULTICAST = ("224.0.0.251", 5353)
LIMIT = 65536
PATIENCE = 30
http_request = re.compile(rb"[A-Z]{3,10} \S+ HTTP/")
rtsp_request = re.compile(rb"[A-Z_]{3,15} \S+ RTSP/")
libc = ctypes.CDLL(None, use_errno=True)


class Inside:
    """A stay in another network."""

    def __init__(self, net):
        self.place = f"/run/netns/{net}"

    def __enter__(self):
        self.home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        self.go(self.place)

    def __exit__(self, *_):
        self.go(f"/proc/self/fd/{self.home}")
        os.close(self.home)

    @staticmethod
    def go(place):
        there = os.open(place, os.O_RDONLY)
        try:
            if libc.setns(there, NEW_NETWORK):
                raise OSError(ctypes.get_errno(), f"setns to {place}")
        finally:
            os.close(there)


def page(service):
    return f"<!doctype html><html><head><title>{service.get('title', '')}</title></head><body></body></html>".encode()


def http_answer(service, head, body):
    status, kind, answer = service.get("status", "200 OK"), "text/html", page(service)
    if head.startswith(b"POST") and "printer" in service:
        status, kind, answer = "200 OK", "application/ipp", printer_attributes(service["printer"], body)
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(answer)}", "Connection: close"]
    if "server" in service:
        lines.append(f"Server: {service['server']}")
    lines += [f"{name}: {value}" for name, value in service.get("headers", {}).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (b"" if head.startswith(b"HEAD") else answer)


def printer_attributes(values, request):
    """The answer to Get-Printer-Attributes (RFC 8010 section 3): {"printer-make-and-model": …}."""
    def attribute(tag, name, value):
        return struct.pack("!BH", tag, len(name)) + name.encode() + struct.pack("!H", len(value)) + value.encode()
    ident = request[4:8].ljust(4, b"\0")
    head = b"\x01\x01\x00\x00" + ident + b"\x01" + attribute(0x47, "attributes-charset", "utf-8")
    head += attribute(0x48, "attributes-natural-language", "en") + b"\x04"
    return head + b"".join(attribute(0x41, name, value) for name, value in values.items()) + b"\x03"


async def heard(reader, beginning):
    """A request's head, and what has come of the body; None for what is no request, which is seen at once."""
    request = await reader.read(LIMIT)
    while beginning.match(request) and b"\r\n\r\n" not in request and len(request) < LIMIT:
        more = await reader.read(LIMIT)
        if not more:
            return None, b""
        request += more
    head, end, body = request.partition(b"\r\n\r\n")
    return (head, body) if end and beginning.match(request) else (None, b"")


def header(head, name):
    found = re.search(rb"(?im)^" + name + rb":\s*(\d+)", head)
    return int(found[1]) if found else 0


async def speak_http(service, reader, writer):
    head, body = await heard(reader, http_request)
    if head is None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return
    missing = min(header(head, b"content-length"), LIMIT) - len(body)
    if missing > 0:
        body += await reader.readexactly(missing)
    writer.write(http_answer(service, head, body))


async def speak_rtsp(service, reader, writer):
    while True:
        head, _ = await heard(reader, rtsp_request)
        status = "200 OK" if head else "400 Bad Request"
        sequence = header(head or b"", b"cseq")
        writer.write(f"RTSP/1.0 {status}\r\nCSeq: {sequence}\r\nServer: {service['server']}\r\n"
                     "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n".encode())
        if not head:
            return


async def speak_pjl(service, reader, writer):
    async for line in reader:
        if line.strip().upper().endswith(b"@PJL INFO ID"):
            writer.write(f"@PJL INFO ID\r\n\"{service['model']}\"\r\n\f".encode())


async def speak_lpd(service, reader, writer):
    order = await reader.read(LIMIT)
    if order[:1] in b"\x03\x04":  # RFC 1179: state of the queue
        writer.write(f"{service.get('queue', 'no entries')}\n".encode())


async def speak_banner(service, reader, writer):
    writer.write(service["text"].encode())
    await reader.read(LIMIT)


async def speak_nothing(_, reader, writer):
    await reader.read(LIMIT)


manners = {"http": speak_http, "rtsp": speak_rtsp, "pjl": speak_pjl, "lpd": speak_lpd, "banner": speak_banner,
           "mute": speak_nothing}


def conversation(service):
    async def converse(reader, writer):
        try:
            await asyncio.wait_for(manners[service["kind"]](service, reader, writer), PATIENCE)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.TimeoutError, ValueError):
            pass  # whoever called went away, or spoke nonsense
        finally:
            writer.close()
    return converse


class NameServer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def know(self, table):
        self.records = list(names.host_records(table))

    def datagram_received(self, query, sender):
        try:
            answer = names.server_answer(self.records, query)
        except (ValueError, IndexError, struct.error):
            return
        if answer:
            self.transport.sendto(answer, sender)


class Announcer(asyncio.DatagramProtocol):
    def __init__(self, name, address, services):
        self.records = list(names.service_records(name, address, services))

    def connection_made(self, transport):
        self.transport = transport
        self.send(names.announcement(self.records), MULTICAST)

    def send(self, message, target):
        try:
            self.transport.sendto(message, target)
        except OSError:
            pass  # its cable is cut

    def error_received(self, _):
        pass

    def datagram_received(self, query, sender):
        try:
            answer = names.multicast_answer(self.records, query, sender[1])
        except (ValueError, IndexError, struct.error):
            return
        if answer:
            self.send(answer[0], sender if answer[1] else MULTICAST)

    def leave(self):
        self.send(names.announcement(self.records, leaving=True), MULTICAST)
        self.transport.close()


def multicast_socket(address):
    end = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    end.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
    end.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)
    end.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
    end.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(MULTICAST[0]) + socket.inet_aton(address))
    end.bind(("", MULTICAST[1]))
    return end


class Hosts:
    def __init__(self):
        self.listeners = {}
        self.name_servers = {}
        self.announcers = {}
        self.echoes = {}

    async def open(self, net, port, service):
        if service["kind"] not in manners:
            raise ValueError(f"no service is called {service['kind']}")
        with Inside(net):
            end = socket.create_server(("", port), backlog=64)
        self.listeners[net, port] = await asyncio.start_server(conversation(service), sock=end)

    async def close(self, net, port):
        listener = self.listeners.pop((net, port))
        listener.close()

    async def set(self, net, values):
        with Inside(net):
            for name, value in values.items():
                pathlib.Path("/proc/sys/net", name).write_text(value)

    async def serve_names(self, net, address, names):
        if net not in self.name_servers:
            with Inside(net):
                end = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                end.bind((address, 53))
            _, self.name_servers[net] = await asyncio.get_running_loop().create_datagram_endpoint(NameServer, sock=end)
        self.name_servers[net].know(names)

    async def announce(self, net, name=None, address=None, services=()):
        if net in self.announcers:
            self.announcers.pop(net).leave()
        if not name:
            return
        with Inside(net):
            end = multicast_socket(address)
        _, announcer = await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: Announcer(name, address, services), sock=end)
        self.announcers[net] = announcer

    async def echo(self, net, **manner):
        if net in self.echoes:
            self.echoes.pop(net).leave()
        if manner:
            with Inside(net):
                self.echoes[net] = echo.Echo(**manner)

    async def obey(self, order):
        ident = order.pop("id")
        try:
            do = {"open": self.open, "close": self.close, "set": self.set, "serve names": self.serve_names,
                  "announce": self.announce, "echo": self.echo}[order.pop("do")]
            await do(**order)
            return {"id": ident}
        except Exception as error:  # whoever ordered it is told
            return {"id": ident, "error": f"{type(error).__name__}: {error}"}


async def main():
    hosts = Hosts()
    orders = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    async for line in orders:
        print(json.dumps(await hosts.obey(json.loads(line))), flush=True)


asyncio.run(main())
