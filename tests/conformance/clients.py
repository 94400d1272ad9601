#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-socketio, asynchronous and blocking, by every transport, against belfry-conformance."""
import asyncio
import os
import queue
import re
import subprocess
import sys
import unittest

import socketio

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.path.join(ROOT, os.environ.get("BELFRY_CONFORMANCE_BIN", "build/release/bin/belfry-conformance"))
WAIT = 20
# None: polling first, then an upgrade.
MANNERS = {"websocket": ["websocket"], "polling": ["polling"], "upgraded": None}
BINARY = {"deep": [bytes([0, 1, 255])], "list": [1, "2", {"3": [True]}, None, "ä€"]}


class Subject:
    """belfry-conformance on a port that stays the same after a restart."""

    def __init__(self):
        self.port = 0
        self.launch()
        self.url = f"http://127.0.0.1:{self.port}"

    def launch(self):
        # What is tested here is not how fast a client answers a ping.
        self.process = subprocess.Popen(
            [PROGRAM, "--port", str(self.port), "--ping-interval", "5000", "--ping-timeout", "20000"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.match(r"Listening on http://127\.0\.0\.1:(\d+)", line).group(1))

    def stop(self):
        self.process.terminate()
        self.process.wait(WAIT)
        self.process.stdout.close()


def setUpModule():
    global subject
    subject = Subject()


def tearDownModule():
    subject.stop()


class Blocking(unittest.TestCase):
    def client(self, transports, url=None, **options):
        client = socketio.Client(**{"reconnection": False, **options})
        self.addCleanup(client.disconnect)
        heard = queue.Queue()
        for word in ["auth", "message-back", "answered", "ev"]:
            client.on(word, lambda *params, word=word: heard.put((word, *params)))
        client.on("question", lambda *params: (*params, "indeed"))
        client.connect(url or subject.url, auth={"token": "T"}, transports=transports, wait_timeout=WAIT)
        self.assertEqual(heard.get(timeout=WAIT), ("auth", {"token": "T"}))
        return client, heard

    def test_talks(self):
        for manner, transports in MANNERS.items():
            with self.subTest(manner):
                client, heard = self.client(transports)
                client.emit("message", (BINARY, b"bytes", "text"))
                self.assertEqual(heard.get(timeout=WAIT), ("message-back", BINARY, b"bytes", "text"))
                self.assertEqual(client.call("echo", {"a": 1}, timeout=WAIT), {"a": 1})
                self.assertEqual(client.call("echo", b"abc", timeout=WAIT), b"abc")
                client.emit("ask", (7, b"seven"))
                self.assertEqual(heard.get(timeout=WAIT), ("answered", 7, b"seven", "indeed"))
                client.emit("pub", {"n": 1})
                self.assertEqual(heard.get(timeout=WAIT), ("ev", {"n": 1}))
                self.assertEqual(client.transport(), "polling" if manner == "polling" else "websocket")
                client.disconnect()

    def test_namespaces(self):
        client = socketio.Client(reconnection=False)
        self.addCleanup(client.disconnect)
        heard = queue.Queue()
        client.on("message-back", heard.put, namespace="/custom")
        client.connect(subject.url, namespaces=["/", "/custom"], wait_timeout=WAIT)
        self.assertNotEqual(client.get_sid("/"), client.get_sid("/custom"))
        client.emit("message", "hello", namespace="/custom")
        self.assertEqual(heard.get(timeout=WAIT), "hello")
        with self.assertRaises(socketio.exceptions.ConnectionError):
            socketio.Client(reconnection=False).connect(subject.url, namespaces=["/random"], wait_timeout=WAIT)

    def test_restart(self):
        restarted = Subject()
        try:
            client, heard = self.client(["websocket"], restarted.url, reconnection=True, reconnection_delay=0.1,
                                        reconnection_delay_max=0.2)
            restarted.stop()
            restarted.launch()
            self.assertEqual(self.call_once_back(client, heard), "back")
            client.disconnect()
        finally:
            restarted.stop()

    def call_once_back(self, client, heard):
        # A client that reconnects gives its namespace one second, and on a busy machine begins anew.
        while True:
            self.assertEqual(heard.get(timeout=WAIT), ("auth", {"token": "T"}))
            try:
                return client.call("echo", "back", timeout=WAIT)
            except socketio.exceptions.BadNamespaceError:
                pass


class Asynchronous(unittest.IsolatedAsyncioTestCase):
    async def check(self, transports, polls):
        client = socketio.AsyncClient(reconnection=False)
        heard = asyncio.Queue()

        async def answer(*params):
            return (*params, "indeed")

        for word in ["message-back", "answered", "ev"]:
            client.on(word, lambda *params, word=word: heard.put_nowait((word, *params)))
        client.on("question", answer)
        await client.connect(subject.url, transports=transports, wait_timeout=WAIT)
        try:
            await client.emit("message", (BINARY, b"bytes", "text"))
            self.assertEqual(await asyncio.wait_for(heard.get(), WAIT), ("message-back", BINARY, b"bytes", "text"))
            self.assertEqual(await client.call("echo", [1, b"abc"], timeout=WAIT), [1, b"abc"])
            await client.emit("ask", (7, b"seven"))
            self.assertEqual(await asyncio.wait_for(heard.get(), WAIT), ("answered", 7, b"seven", "indeed"))
            await client.emit("pub", {"n": 1})
            self.assertEqual(await asyncio.wait_for(heard.get(), WAIT), ("ev", {"n": 1}))
            self.assertEqual(client.transport(), "polling" if polls else "websocket")
        finally:
            await client.disconnect()

    async def test_talks(self):
        for manner, transports in MANNERS.items():
            with self.subTest(manner):
                await self.check(transports, manner == "polling")

    async def test_many_at_once(self):
        await asyncio.gather(*(self.flood(number) for number in range(5)))

    async def flood(self, who):
        client = socketio.AsyncClient(reconnection=False)
        await client.connect(subject.url, wait_timeout=WAIT)
        try:
            for number in range(50):
                self.assertEqual(await client.call("echo", [who, number], timeout=WAIT), [who, number])
        finally:
            await client.disconnect()


if __name__ == "__main__":
    outcome = unittest.main(verbosity=2, exit=False).result
    # Not by returning: after a failure the thread of a client that reconnects would be waited for.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if outcome.wasSuccessful() else 1)
