// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace audit {

/// One line of the audit trail.
struct Record
{
    qint64 number = 0;
    QDateTime at;
    QString actor;
    QString account;
    QString action;
    QString target;
    QString address;
    QString outcome;
    QString detail;
    int count = 1;

    static core::Fields fields();
};

/// Reads the trail, the newest first.
struct Read
{
    struct Reply
    {
        QList<Record> records;
        std::optional<qint64> next;

        static core::Fields fields();
    };

    std::optional<qint64> before;
    int limit = 100;
    QStringList actions;
    QString actor;
    QString target;
    QString address;
    QString outcome;
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;

    static constexpr auto name = "audit.read";
    static constexpr auto summary = "Lines of the audit trail, the newest first";
    static core::Fields fields();
};

/// Follows the chain of seals from the first record to the last.
struct Verify
{
    struct Reply
    {
        bool isIntact = true;
        qint64 records = 0;
        std::optional<qint64> firstFault;
        QString fault;

        static core::Fields fields();
    };

    static constexpr auto name = "audit.verify";
    static constexpr auto summary = "Whether the audit trail is as it was written";
    static core::Fields fields();
};

/// Declares the commands of the audit trail.
void declare(core::Catalog &catalog);

} // namespace audit
