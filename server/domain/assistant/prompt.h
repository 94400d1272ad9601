// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/query.h"

namespace assistant {

/// What a model is told. Whatever people and machines wrote comes as data, in blocks with a mark nobody can
/// know beforehand, as JSON whose texts cannot end such a block.
class Prompt
{
public:
    static constexpr qsizetype longestBlock = 24'000;

    explicit Prompt(QString mark) : m_mark(std::move(mark)) {}

    /// Who it is and what it must not do.
    [[nodiscard]] QString rules(const QDateTime &now, const QTimeZone &zone) const;
    /// The question, and what this house's own rules found.
    [[nodiscard]] QString question(const QString &text, const Answer &local, const Findings &findings) const;
    /// What a command answered.
    [[nodiscard]] QString data(const QString &command, const core::Reply &reply) const;

    /// The longest lists shortened, and what is left out counted, until it is not longer.
    [[nodiscard]] static QJsonObject shortened(QJsonObject object, qsizetype longest);

private:
    [[nodiscard]] QString block(const QString &label, const QJsonObject &object) const;

    QString m_mark;
};

} // namespace assistant
