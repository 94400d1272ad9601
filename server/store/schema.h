// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace store {

/// What a database file is called and how it came to its present shape, step by step.
struct Schema
{
    QString file;          ///< its name in the data directory
    quint32 applicationId; ///< marks the file as ours
    int pageSize;          ///< bytes
    /// Step i brings version i to version i + 1 in one transaction. Steps are only ever added.
    QList<QStringList> steps;

    [[nodiscard]] int version() const { return int(steps.size()); }
    [[nodiscard]] QString stem() const { return file.section(QLatin1Char('.'), 0, 0); }
};

/// Accounts, grants, settings and the journal: what somebody was promised.
const Schema &mainSchema();
/// The readings and their roll-ups.
const Schema &metricsSchema();

} // namespace store
