// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

/// What each parser must keep to for any input: a target stops the program when a property does not hold.
namespace fuzz {

/// Any bytes.
void utf8(QByteArrayView input);
/// One byte for the message limit (times 8), then a client's stream.
void websocket(QByteArrayView input);
/// A polling payload.
void engineio(QByteArrayView input);
/// Messages divided by line feeds; one that begins with `b` is binary, without the `b`.
void socketio(QByteArrayView input);
/// One message.
void jsonenvelope(QByteArrayView input);
/// One byte for what is put into the first head, then a client's stream. 240 … 247: a header that brings it
/// near the limit or over; 248 … 255: 96 to 103 small headers; else nothing.
void http(QByteArrayView input);
/// What nmap writes.
void nmapxml(QByteArrayView input);
/// A datagram.
void dns(QByteArrayView input);
/// What a model's service sends.
void completion(QByteArrayView input);
/// What labels must be, as Prometheus writes it.
void matchers(QByteArrayView input);
/// One byte for the kind of the rule, then its condition.
void conditions(QByteArrayView input);
/// A calendar of maintenance.
void calendar(QByteArrayView input);
/// One byte for what is wished (1 STARTTLS, 2 a password), then what a mail server says.
void smtpanswer(QByteArrayView input);
/// What a channel's server answers.
void httpanswer(QByteArrayView input);
/// What an Alertmanager sends.
void alertmanager(QByteArrayView input);
/// A line of chat that may begin with a slash.
void slash(QByteArrayView input);
/// A line of chat, in which links may stand.
void places(QByteArrayView input);

} // namespace fuzz
