// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"
#include "catalog/rule.h"

namespace automation {

/// A rule, and what it does now.
struct RuleStanding
{
    Rule rule;
    int firing = 0;  ///< how many things it fires for
    int pending = 0; ///< or soon will, if it goes on
    std::optional<QDateTime> firedAt;
    QString fault; ///< what it cannot do, and why

    static core::Fields fields();
};

/// One time a rule would have fired.
struct RuleFiring
{
    QString rule;
    QMap<QString, QString> group;
    QDateTime from;
    std::optional<QDateTime> to; ///< none: it still fired at the end
    std::optional<double> value;
    QString word;

    static core::Fields fields();
    friend bool operator==(const RuleFiring &, const RuleFiring &) = default;
};

/// Asks for the rules.
struct ListRules
{
    struct Reply
    {
        QList<RuleStanding> rules;

        static core::Fields fields();
    };

    static constexpr auto name = "automation.rules.list";
    static constexpr auto summary = "The rules that raise alerts, and what each does now";
    static core::Fields fields();
};

/// Sets a rule.
struct SetRule
{
    using Reply = RuleStanding;

    Rule rule; ///< without an id: a new one

    static constexpr auto name = "automation.rules.set";
    static constexpr auto summary = "Sets a rule; it is in force at once";
    static core::Fields fields();
};

/// Removes a rule.
struct RemoveRule
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "automation.rules.remove";
    static constexpr auto summary = "Removes a rule; what it raised is resolved";
    static core::Fields fields();
};

/// Asks what a rule would have done.
struct TestRule
{
    struct Reply
    {
        qint64 inputs = 0;
        qint64 fired = 0;
        QList<RuleFiring> firings; ///< the first of them
        QStringList faults;
        QString sentence;

        static core::Fields fields();
    };

    Rule rule;
    QDateTime from;
    QDateTime to;

    static constexpr auto name = "automation.rules.test";
    static constexpr auto summary = "How often a rule would have fired with what was recorded";
    static core::Fields fields();
};

/// Asks for the rules as a file.
struct ExportRules
{
    struct Reply
    {
        QString yaml;

        static core::Fields fields();
    };

    QStringList ids; ///< empty: all

    static constexpr auto name = "automation.rules.export";
    static constexpr auto summary = "The rules as YAML";
    static core::Fields fields();
};

/// Sets the rules of a file.
struct ImportRules
{
    struct Reply
    {
        int added = 0;
        int changed = 0;

        static core::Fields fields();
    };

    QString yaml;

    static constexpr auto name = "automation.rules.import";
    static constexpr auto summary = "Sets the rules of a YAML text: all of them, or none";
    static core::Fields fields();
};

/// Rules are not as they were; those who show them ask again.
struct RulesChanged
{
    QString id; ///< empty: more than one
    QString by;

    static constexpr auto topic = "automation.rules.changed";
    static constexpr auto summary = "Rules were set or removed";
    static core::Fields fields();
};

/// Declares what can be done to rules.
void declareRuleCommands(core::Catalog &catalog);

} // namespace automation
