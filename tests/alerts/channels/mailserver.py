# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server (aiosmtpd) on a free port of this computer: says the port, then each mail as a line of JSON.

mailserver.py plain | starttls CERTIFICATE KEY | tls CERTIFICATE KEY; user dana, password pw, where it is encrypted.
"""
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part.get_content() for part in mail.iter_parts()]
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": mail["subject"], "id": mail["message-id"],
            "text": parts[0], "html": parts[1], "tls": session.ssl is not None,
            "user": session.auth_data.login.decode() if session.authenticated else "",
            "defects": [str(defect) for defect in mail.defects]}), flush=True)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"dana", b"pw")
    return AuthResult(success=good, handled=good, auth_data=data)


async def main():
    manner = sys.argv[1]
    context = None
    if manner != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])

    def session():
        return SMTP(Handler(), authenticator=authenticate if context else None, auth_require_tls=manner == "starttls",
                    tls_context=context if manner == "starttls" else None, require_starttls=manner == "starttls",
                    auth_exclude_mechanism=sys.argv[4:])

    server = await asyncio.get_running_loop().create_server(
        session, "127.0.0.1", 0, ssl=context if manner == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
