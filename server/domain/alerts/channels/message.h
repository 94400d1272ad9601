// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"

#include <QCoreApplication>

namespace alerts::channels {

/// A notice in words that any channel can carry.
struct Message
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::Message)
public:
    static constexpr int mostLines = 20;

    QString id; ///< the same is the same message, whoever counts
    QString title;
    QStringList lines;
    QString link;
    int severity = 1;
    bool isGood = false;         ///< nothing in it asks for anything
    Notice notice;               ///< what it was made of
    QMap<QString, int> formerly; ///< as how severe the alerts in it were told of before

    /// `publicUrl`: where people open Belfry; empty: there is no link.
    static Message of(const Notice &notice, const QString &id, const QString &publicUrl);
    /// What a test of a channel says.
    static Message test(const QString &id, const QDateTime &at, const QString &publicUrl);
    /// "Critical", as it begins a title.
    static QString severityText(int severity);
    static bool isWithdrawal(NoticeReason reason)
    {
        return reason == NoticeReason::Acknowledged || reason == NoticeReason::Resolved;
    }
    /// Title, lines and link, one under the other.
    [[nodiscard]] QString text() const;
};

} // namespace alerts::channels
