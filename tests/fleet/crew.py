#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clients of the fleet that Debian's python3-socketio runs, asynchronous and blocking. Commands come as lines of
JSON on standard input, answers go as such to standard output."""
import asyncio
import calendar
import json
import ssl
import sys
import threading
import time

import aiohttp
import requests
import socketio

WAIT = 60


def number_of(fact):
    """The number of an event, or its time in milliseconds."""
    if isinstance(fact, int):
        return fact
    seconds, rest = fact["timestamp"].rstrip("Z").split(".")
    return calendar.timegm(time.strptime(seconds, "%Y-%m-%dT%H:%M:%S")) * 1000 + int(rest)


class Account:
    """What a client heard, connection by connection, as runs of numbers (see member.mjs)."""

    def __init__(self, is_dense):
        self.is_dense = is_dense
        self.sessions = []

    def begin(self):
        self.sessions.append({"recovered": False, "acked": False, "runs": []})
        return self.sessions[-1]

    def hear(self, number):
        runs = self.sessions[-1]["runs"]
        if runs and (number == runs[-1][1] + 1 if self.is_dense else number > runs[-1][1]):
            runs[-1][1] = number
        else:
            runs.append([number, number])


def manners(spec):
    return {"reconnection_delay": 0.2, "reconnection_delay_max": 3,
            "request_timeout": spec["options"]["timeout"] / 1000}


class Member:
    def __init__(self, client, spec):
        self.client = client
        self.spec = spec
        self.account = Account(spec["isDense"])
        client.on("connect", self.begin)
        client.on(spec["event"], lambda fact, *_: self.account.hear(number_of(fact)))

    def options(self):
        return {"auth": self.spec["options"].get("auth"), "transports": self.spec["options"]["transports"],
                "wait_timeout": WAIT}

    def report(self):
        is_connected = self.client.connected and self.client.eio.state == "connected"
        return {"sessions": self.account.sessions, "isConnected": is_connected,
                "transport": self.client.transport() if is_connected else None}


class Asynchronous(Member):
    def __init__(self, spec, ca):
        self.http = None
        if spec["url"].startswith("https"):
            trusting = ssl.create_default_context(cafile=ca)
            self.http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trusting))
        super().__init__(socketio.AsyncClient(http_session=self.http, **manners(spec)), spec)
        self.connecting = asyncio.ensure_future(self.connect())

    async def connect(self):
        while True:
            try:
                await self.client.connect(self.spec["url"], **self.options())
                return
            except socketio.exceptions.ConnectionError:
                await asyncio.sleep(0.3)

    def begin(self):
        asyncio.ensure_future(self.ask(self.account.begin()))

    async def ask(self, session):
        try:
            await self.client.call(self.spec["ask"], timeout=WAIT)
            session["acked"] = True
        except (socketio.exceptions.SocketIOError, asyncio.TimeoutError):
            pass

    async def leave(self):
        await self.client.disconnect()
        if self.http:
            await self.http.close()


class Blocking(Member):
    def __init__(self, spec, ca):
        session = requests.Session()
        session.trust_env = False  # the authorities of the environment would win
        session.verify = ca
        super().__init__(socketio.Client(http_session=session, **manners(spec)), spec)
        # A thread for every message would lose the order that is asked for here.
        start = self.client.eio.start_background_task
        self.client.eio.start_background_task = lambda target, *args, **named: (
            target(*args) if target == self.client.eio.handlers.get("message") else start(target, *args, **named))
        threading.Thread(target=self.connect, daemon=True).start()

    def connect(self):
        while True:
            try:
                self.client.connect(self.spec["url"], **self.options())
                return
            except socketio.exceptions.ConnectionError:
                time.sleep(0.3)

    def begin(self):
        threading.Thread(target=self.ask, args=[self.account.begin()], daemon=True).start()

    def ask(self, session):
        try:
            self.client.call(self.spec["ask"], timeout=WAIT)
            session["acked"] = True
        except socketio.exceptions.SocketIOError:
            pass

    async def leave(self):
        await asyncio.get_running_loop().run_in_executor(None, self.client.disconnect)


async def main():
    members = {}
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        answer = None
        if order["command"] == "enlist":
            for spec in order["specs"]:
                kind = Asynchronous if spec["kind"] == "python" else Blocking
                members[spec["name"]] = kind(spec, order["caFile"])
        elif order["command"] == "report":
            answer = {name: member.report() for name, member in members.items()}
        elif order["command"] == "leave":
            await asyncio.gather(*(member.leave() for member in members.values()))
        print(json.dumps(answer), flush=True)


asyncio.run(main())
