// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/audit.h"

namespace audit {

using core::field;

core::Fields Record::fields()
{
    return {field("number", &Record::number, "1, 2, 3, … without a gap"),
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

core::Fields Read::Reply::fields()
{
    return {field("records", &Reply::records, "The newest first"),
            field("next", &Reply::next, "To be given as `before` for what follows; absent: all is read")};
}

core::Fields Read::fields()
{
    return {field("before", &Read::before, "Only records of a smaller number").between(1, 9e15),
            field("limit", &Read::limit, "At most so many").between(1, 1000).defaulted(),
            field("actions", &Read::actions, "Only these; empty: all").atMost(32).defaulted(),
            field("actor", &Read::actor, "Only what this one did").atMost(254).defaulted(),
            field("target", &Read::target, "Only what was done to this").atMost(254).defaulted(),
            field("address", &Read::address, "Only from there").atMost(64).defaulted(),
            field("outcome", &Read::outcome, "Only ok, failed or refused").atMost(16).defaulted(),
            field("from", &Read::from, "Not before"),
            field("to", &Read::to, "Not after")};
}

core::Fields Verify::Reply::fields()
{
    return {field("is_intact", &Reply::isIntact, "True: every record is as it was written"),
            field("records", &Reply::records, "How many there are"),
            field("first_fault", &Reply::firstFault, "Number of the first that is not right"),
            field("fault", &Reply::fault, "changed, missing or moved; empty when it is intact")};
}

core::Fields Verify::fields() { return {}; }

void declare(core::Catalog &catalog)
{
    const Record record{41,
                        core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
                        QStringLiteral("dana"),
                        QStringLiteral("u-3f2a"),
                        QStringLiteral("role"),
                        QStringLiteral("omar"),
                        QStringLiteral("192.0.2.7"),
                        QStringLiteral("ok"),
                        QStringLiteral("operator"),
                        1};
    Read question;
    question.actions = QStringList{QStringLiteral("role")};
    catalog.command<Read>(core::roles::admins, question, {{record}, 41});
    catalog.command<Verify>(core::roles::admins, {}, {false, 1207, 41, QStringLiteral("changed")});
}

} // namespace audit
