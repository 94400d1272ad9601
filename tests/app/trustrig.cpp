// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trustrig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace trustrig {

transport::SelfSigned makePair(const QStringList &names, const QDateTime &now)
{
    const auto made = transport::SelfSigned::make(names, {QHostAddress(QHostAddress::LocalHost)}, now);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return made.value();
}

QString printOf(const transport::SelfSigned &pair)
{
    return client::Fingerprint::of(QSslCertificate(pair.certificate)).text();
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qUtf8Printable(path));
}

void Client::live(const QString &fingerprint)
{
    trust.expect(address, client::Fingerprint::read(fingerprint).value());
    const core::Result<void> entered = enter();
    QVERIFY2(bool(entered), qPrintable(entered.error().message));
    link.open();
    QTRY_COMPARE(link.state(), client::Link::State::Live);
}

} // namespace trustrig
