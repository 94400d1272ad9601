// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "catalog/alerts.h"

#include <QCoreApplication>

#include <functional>

namespace alerts {

/// What people read of a notice.
class NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(alerts::NoticeWords)
public:
    /// Below that, an alert is on its list and nobody is told.
    static constexpr int leastSeverity = 7;

    /// For somebody who may see what `isVisible` says; nothing: there is nothing to be told.
    static std::optional<Notification>
    notificationOf(const Notice &notice, const std::function<bool(const NoticeItem &)> &isVisible);
    static QString sentenceOf(const NoticeItem &item);
};

} // namespace alerts
