// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace fuzz {

/// Makes values out of a fuzzer's bytes; when they have run out, zeros.
class Seed
{
public:
    explicit Seed(QByteArrayView bytes) : m_rest(bytes) {}

    quint8 byte();
    quint64 number();
    /// At most 31 bytes of UTF-8; what is not valid is replaced.
    QString text();
    QByteArray bytes();
    /// Nested at most `depth` deep, without an object that looks like a placeholder.
    QJsonValue json(int depth);
    QJsonArray array(int depth);
    QJsonObject object(int depth);

private:
    QByteArrayView take(qsizetype length);

    QByteArrayView m_rest;
};

/// Equal as JSON. Qt sorts keys beyond the basic plane differently when it parses an object than when one is
/// put together, and then takes the two for different; and it takes a byte order mark off the front of a text
/// it parses.
bool isSameJson(const QJsonValue &one, const QJsonValue &other);

} // namespace fuzz
