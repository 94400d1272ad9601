// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listcolumn.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace store {

QByteArray listColumn(const QStringList &list)
{
    // Not null, which no column takes.
    return list.isEmpty() ? QByteArray("")
                          : QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList listOf(const QByteArray &column)
{
    QStringList out;
    const QJsonArray list = QJsonDocument::fromJson(column).array();
    for (const QJsonValue &each : list)
        out << each.toString();
    return out;
}

} // namespace store
