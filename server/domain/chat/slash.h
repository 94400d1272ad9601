// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatcommands.h"
#include "core/catalog.h"
#include "core/clock.h"
#include "core/command.h"
#include "domain/chat/slasharguments.h"

#include <QMap>

#include <variant>

namespace chat {

/// What a slash word would do: a command of the house, and that in a sentence.
struct SlashPlan
{
    QString sentence;
    QString command;
    QJsonObject params;
};

/// A word that rooms offer after a slash.
struct SlashOffer
{
    using Outcome = std::variant<SlashPlan, SlashFault>;

    QString word;
    QString arguments; ///< as people are told of them
    QString summary;
    QString command; ///< which it makes; who may not run it, or where there is none, is not offered it
    bool isChanging = false;
    std::function<Outcome(const SlashArguments &)> plan;
};

/// The words after a slash. They do nothing themselves: what one would do is told to whoever wrote it, whose
/// window then runs it as a command like any other.
class Slash final : public QObject
{
    Q_OBJECT

public:
    using ShownName = std::function<QString(const core::Command &)>;

    /// `shownName`: as whom the caller is shown to others.
    Slash(const core::Catalog &catalog, ShownName shownName)
        : m_catalog(catalog), m_shownName(std::move(shownName))
    {
    }

    /// A word is offered once (asserted).
    void offer(const SlashOffer &offer);

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> words(const core::Command &command);
    /// What is wrong with the text is a part of the answer, not an error.
    QFuture<core::Reply> preview(const core::Command &command);

private:
    [[nodiscard]] bool isFor(const SlashOffer &offer, const core::Principal &caller) const;
    [[nodiscard]] PreviewSlash::Reply previewOf(const PreviewSlash &asked,
                                                const core::Command &command) const;
    [[nodiscard]] SlashFault unknown(const QString &word, int start, const core::Principal &caller) const;

    const core::Catalog &m_catalog;
    ShownName m_shownName;
    QMap<QString, SlashOffer> m_offers;
};

} // namespace chat
