// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayList>

namespace rfc6455 {

/// What a client says to an echo server, and what it must hear.
struct Case
{
    QByteArray name;
    QByteArray say;
    /// As support::HeardFrame::shown. Without a Close at its end the connection must be open afterwards.
    QByteArrayList hear;
};

/// The largest message the echo server takes.
constexpr qsizetype messageLimit = 16LL * 1024 * 1024;

QList<Case> framing();
QList<Case> controlFrames();
QList<Case> reserved();
QList<Case> fragmentation();
QList<Case> utf8();
QList<Case> closing();
QList<Case> limits();

} // namespace rfc6455
