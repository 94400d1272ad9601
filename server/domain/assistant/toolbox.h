// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "domain/assistant/querybook.h"
#include "domain/assistant/sources/completion.h"

#include <QCoreApplication>

namespace assistant {

/// What a model may look up: the commands of the queries, which only read, as far as the asker may run them.
class Toolbox
{
    Q_DECLARE_TR_FUNCTIONS(assistant::Toolbox)
public:
    /// Both outlive this.
    Toolbox(const core::Catalog &catalog, const QueryBook &book) : m_catalog(catalog), m_book(book) {}

    /// As chat completions have them.
    [[nodiscard]] QJsonArray tools(const core::Principal &caller) const;
    /// What a call asks. Errors: UnknownCommand (none of these), Invalid.
    [[nodiscard]] core::Result<Asking> asking(const sources::ToolCall &call,
                                              const core::Principal &caller) const;

private:
    [[nodiscard]] QStringList names(const core::Principal &caller) const;

    const core::Catalog &m_catalog;
    const QueryBook &m_book;
};

} // namespace assistant
