#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clients of the fleet that Debian's python3-socketio runs, asynchronous and blocking. Commands come as lines of
JSON on standard input, answers go as such to standard output."""
import asyncio
import calendar
import json
import os
import ssl
import sys
import threading
import time

import aiohttp
import requests
import socketio

WAIT = 60
JOIN = 30  # a connection that is lost meanwhile is not noticed before
GOODBYE = 5


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


class Member:
    """A program that uses a client as long as it lasts, and then another one."""

    def __init__(self, spec, ca):
        self.spec = spec
        self.ca = ca
        self.account = Account(spec["isDense"])
        self.is_leaving = False
        self.client = None

    def renew(self, kind, session):
        """A client whose like before it is heard no more, should anything of it live on. It may end with any exception, not
        only with its own ConnectionError: a WebSocket that closes while it is probed is a ValueError (5.7.2)."""
        timeout = self.spec["options"]["timeout"] / 1000
        client = self.client = kind(reconnection=self.spec["reconnects"], reconnection_delay=0.2,
                                    reconnection_delay_max=3, request_timeout=timeout, http_session=session)
        client.on("connect", lambda: self.client is client and self.begin(client))
        client.on(self.spec["event"],
                  lambda fact, *_: self.client is client and self.account.hear(number_of(fact)))
        return client

    def options(self):
        return {"auth": self.spec["options"].get("auth"), "transports": self.spec["options"]["transports"],
                "wait_timeout": JOIN}

    def report(self):
        is_connected = bool(self.client) and self.client.connected and self.client.eio.state == "connected"
        return {"sessions": self.account.sessions, "isConnected": is_connected,
                "transport": self.client.transport() if is_connected else None}


class Asynchronous(Member):
    def __init__(self, spec, ca):
        super().__init__(spec, ca)
        self.living = asyncio.ensure_future(self.live())

    async def live(self):
        trusting = ssl.create_default_context(cafile=self.ca)
        while not self.is_leaving:
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trusting)) as session:
                client = self.renew(socketio.AsyncClient, session)
                try:
                    await client.connect(self.spec["url"], **self.options())
                    await client.wait()
                except Exception:  # see Member.renew
                    pass
            await asyncio.sleep(0.3)

    def begin(self, client):
        asyncio.ensure_future(self.ask(client, self.account.begin()))

    async def ask(self, client, session):
        try:
            await client.call(self.spec["ask"], timeout=WAIT)
            session["acked"] = True
        except (socketio.exceptions.SocketIOError, asyncio.TimeoutError):
            pass

    async def leave(self):
        self.is_leaving = True
        await self.client.disconnect()


class Blocking(Member):
    def __init__(self, spec, ca):
        super().__init__(spec, ca)
        threading.Thread(target=self.live, daemon=True).start()

    def live(self):
        while not self.is_leaving:
            session = requests.Session()
            session.trust_env = False  # the authorities of the environment would win
            session.verify = self.ca
            client = self.renew(socketio.Client, session)
            # A thread for every message would lose the order that is asked for here.
            start = client.eio.start_background_task
            client.eio.start_background_task = lambda target, *args, client=client, start=start, **named: (
                target(*args) if target == client.eio.handlers.get("message") else start(target, *args, **named))
            try:
                client.connect(self.spec["url"], **self.options())
                client.wait()
            except Exception:  # see Member.renew
                pass
            time.sleep(0.3)

    def begin(self, client):
        threading.Thread(target=self.ask, args=[client, self.account.begin()], daemon=True).start()

    def ask(self, client, session):
        try:
            client.call(self.spec["ask"], timeout=WAIT)
            session["acked"] = True
        except socketio.exceptions.SocketIOError:
            pass

    async def leave(self):
        self.is_leaving = True
        threading.Thread(target=self.client.disconnect, daemon=True).start()


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
            await asyncio.gather(*(asyncio.wait_for(member.leave(), GOODBYE) for member in members.values()),
                                 return_exceptions=True)
        print(json.dumps(answer), flush=True)
    os._exit(0)  # a client that is still trying would hold up every other way out


asyncio.run(main())
