// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace audit {

using core::field;

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

    static constexpr auto fields()
    {
        return std::tuple{
            field("number", &Record::number, "1, 2, 3, … without a gap"),
            field("at", &Record::at, "When"),
            field("actor", &Record::actor, "Who, by name; empty: nobody known"),
            field("account", &Record::account, "Id of that account, or empty"),
            field("action", &Record::action,
                  "What: sign_in, sign_out, lock_out, refresh_reused, password, role, user_added, enabled, "
                  "disabled, departments, otp_on, otp_off, token_made, token_revoked, sign_in_ended, "
                  "connection_closed, department_set, department_removed, origin_rejected, "
                  "identity_claimed, audit_verify"),
            field("target", &Record::target, "Whom or what it was done to, or empty"),
            field("address", &Record::address, "From where; empty: this machine's own program"),
            field("outcome", &Record::outcome, "ok, failed or refused"),
            field("detail", &Record::detail, "More, in words, or empty"),
            field("count", &Record::count, "How many of the same within a minute this stands for")};
    }
};

/// Reads the trail, the newest first.
struct Read
{
    struct Reply
    {
        QList<Record> records;
        std::optional<qint64> next;

        static constexpr auto fields()
        {
            return std::tuple{
                field("records", &Reply::records, "The newest first"),
                field("next", &Reply::next, "To be given as `before` for what follows; absent: all is read")};
        }
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
    static constexpr auto fields()
    {
        return std::tuple{
            field("before", &Read::before, "Only records of a smaller number").between(1, 9e15),
            field("limit", &Read::limit, "At most so many").between(1, 1000).defaulted(),
            field("actions", &Read::actions, "Only these; empty: all").atMost(32).defaulted(),
            field("actor", &Read::actor, "Only what this one did").atMost(254).defaulted(),
            field("target", &Read::target, "Only what was done to this").atMost(254).defaulted(),
            field("address", &Read::address, "Only from there").atMost(64).defaulted(),
            field("outcome", &Read::outcome, "Only ok, failed or refused").atMost(16).defaulted(),
            field("from", &Read::from, "Not before"),
            field("to", &Read::to, "Not after")};
    }
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

        static constexpr auto fields()
        {
            return std::tuple{
                field("is_intact", &Reply::isIntact, "True: every record is as it was written"),
                field("records", &Reply::records, "How many there are"),
                field("first_fault", &Reply::firstFault, "Number of the first that is not right"),
                field("fault", &Reply::fault, "changed, missing or moved; empty when it is intact")};
        }
    };

    static constexpr auto name = "audit.verify";
    static constexpr auto summary = "Whether the audit trail is as it was written";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Declares the commands of the audit trail.
void declare(core::Catalog &catalog);

} // namespace audit
