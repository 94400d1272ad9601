// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlsrig.h"

#include "transport/selfsigned.h"

#include <QFile>

namespace tlsrig {

namespace {
QString write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qUtf8Printable(path));
    return path;
}
} // namespace

Pair makePair(const QTemporaryDir &folder, const QString &prefix, const QStringList &names)
{
    const auto made = transport::SelfSigned::make(names, {QHostAddress(QHostAddress::LocalHost)},
                                                  QDateTime::currentDateTimeUtc());
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return {write(folder.filePath(prefix + QStringLiteral(".pem")), made->certificate),
            write(folder.filePath(prefix + QStringLiteral(".key")), made->key)};
}

std::shared_ptr<transport::Tls> makeTls(core::Clock &clock)
{
    const QTemporaryDir folder;
    const Pair pair = makePair(folder, QStringLiteral("server"));
    auto certificate = transport::Certificate::load(pair.certificateFile, pair.keyFile);
    if (!certificate)
        qFatal("%s", qUtf8Printable(certificate.error().message));
    return std::make_shared<transport::Tls>(std::move(certificate).value(), clock);
}

std::unique_ptr<QSslSocket> trustingSocket()
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    return socket;
}

} // namespace tlsrig
