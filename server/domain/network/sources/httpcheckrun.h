// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/checkrun.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace network::sources {

/// A page asked for, with a connection of its own.
class HttpCheckRun : public CheckRun
{
    Q_OBJECT
public:
    HttpCheckRun(HttpCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                 QObject *parent = nullptr);
    ~HttpCheckRun() override;

protected:
    void begin() override;
    void cease() override;

private:
    [[nodiscard]] QNetworkRequest request() const;
    void read();
    void judge();
    [[nodiscard]] QString faultOf(int status) const;

    HttpCheck m_check;
    QNetworkAccessManager m_access;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body; ///< its first MiB, where a text is looked for
    QDateTime m_expiry;
    QString m_tlsFault;
};

} // namespace network::sources
