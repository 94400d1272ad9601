// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>

namespace client {

/// Whom a link speaks for: a token that may change while the link lives.
class Credentials : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What to show to the server; empty: nothing, a guest.
    [[nodiscard]] virtual QString accessToken() const = 0;
    /// The server did not accept the token. Answers true when a new one is on its way (`tokenChanged`
    /// follows).
    virtual bool renew() = 0;

Q_SIGNALS:
    void tokenChanged();
};

} // namespace client
