// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/query.h"

#include <QCoreApplication>

namespace assistant {

/// How times, amounts and lists are said in an answer to somebody.
class Speech
{
    Q_DECLARE_TR_FUNCTIONS(assistant::Speech)
public:
    explicit Speech(const Matter &matter) : m_now(matter.now), m_zone(matter.zone) {}

    /// 14:28, or 20 Nov 14:28 where that is not today.
    [[nodiscard]] QString when(const QDateTime &at) const;
    /// How long ago: "14 min".
    [[nodiscard]] QString since(const QDateTime &at) const { return lasting(at.secsTo(m_now)); }
    /// "from 20 Nov 20:00 to 06:00".
    [[nodiscard]] QString span(const TimeSpan &span) const;

    [[nodiscard]] static QString lasting(qint64 seconds);
    /// "a, b and 3 more".
    [[nodiscard]] static QString list(const QStringList &items, qsizetype most = 6);
    [[nodiscard]] static QString percent(double value);
    /// GiB and the like.
    [[nodiscard]] static QString memory(double bytes);
    /// Of bytes a second, in bits as networks are measured.
    [[nodiscard]] static QString rate(double bytesPerSecond);
    /// In the unit a recorded series has.
    [[nodiscard]] static QString amount(double value, const QString &unit);

private:
    QDateTime m_now;
    QTimeZone m_zone;
};

} // namespace assistant
