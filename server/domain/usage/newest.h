// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/analytics.h"
#include "core/command.h"

#include <QMap>

namespace usage {

/// The newest analytics of each department, as they were published.
class Newest
{
public:
    static constexpr int most = 10'000;

    /// Beyond the most, the oldest makes room.
    void hear(const Analytics &analytics);
    /// Handler of CurrentAnalytics. Errors: Forbidden (a department the caller may not see).
    [[nodiscard]] QFuture<core::Reply> current(const core::Command &command) const;

private:
    QMap<QString, Analytics> m_newest;
};

/// Why the caller may not know of this department. Errors: Forbidden.
core::Result<void> maySee(const core::Principal &caller, const QString &department);

} // namespace usage
