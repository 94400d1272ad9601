// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QString>

namespace support {

/// Prometheus' text exposition format 0.0.4, read strictly: what a scraper would reject, and what promtool
/// would complain of.
struct PromText
{
    QMap<QByteArray, double> samples; ///< by name and labels, as they are written
    QMap<QByteArray, QByteArray> types;
    QString fault; ///< the first; empty: none

    static PromText read(const QByteArray &page);
};

} // namespace support
