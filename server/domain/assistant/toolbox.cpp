// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/toolbox.h"

#include "domain/assistant/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace assistant {

namespace {
// A name there has letters, digits, _ and -; our commands have dots, and no dashes.
QString toolName(QString command) { return command.replace(u'.', u'-'); }

/// Of what a list has, a model gets no more than it can read.
constexpr int mostRows = 100;
} // namespace

QStringList Toolbox::names(const core::Principal &caller) const
{
    QStringList names = m_book.commandsFor(caller);
    names.removeIf([&](const QString &name) {
        const core::CommandSpec *spec = m_catalog.findCommand(name);
        return spec == nullptr || !caller.may(spec->needs);
    });
    return names;
}

QJsonArray Toolbox::tools(const core::Principal &caller) const
{
    QJsonArray tools;
    const QStringList all = names(caller);
    for (const QString &name : all) {
        const core::CommandSpec &spec = *m_catalog.findCommand(name);
        const QJsonObject function{{QStringLiteral("name"), toolName(name)},
                                   {QStringLiteral("description"), spec.summary},
                                   {QStringLiteral("parameters"), spec.params.schema(core::NameCase::Snake)}};
        tools << QJsonObject{{QStringLiteral("type"), QStringLiteral("function")},
                             {QStringLiteral("function"), function}};
    }
    return tools;
}

core::Result<Asking> Toolbox::asking(const sources::ToolCall &call, const core::Principal &caller) const
{
    const QStringList all = names(caller);
    const auto name = std::find_if(all.begin(), all.end(),
                                   [&call](const QString &each) { return toolName(each) == call.name; });
    if (name == all.end()) {
        return core::Error{core::ErrorCode::UnknownCommand,
                           tr("There is nothing to look up that is called %1.").arg(plain(call.name))};
    }
    const QJsonDocument document = QJsonDocument::fromJson(call.arguments.isEmpty() ? "{}" : call.arguments);
    if (!document.isObject())
        return core::Error{core::ErrorCode::Invalid, tr("The arguments are no JSON object.")};
    QJsonObject params = document.object();
    if (const QJsonValue limit = params.value(u"limit"); limit.isDouble() && limit.toDouble() > mostRows)
        params.insert(QStringLiteral("limit"), mostRows);
    const auto read = m_catalog.findCommand(*name)->params.read(params, core::NameCase::Snake);
    if (!read)
        return read.error();
    return Asking{*name, read->json()};
}

} // namespace assistant
