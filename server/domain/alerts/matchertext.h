// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "core/result.h"

#include <QCoreApplication>

namespace alerts {

/// How matchers are written and read.
class MatcherText
{
    Q_DECLARE_TR_FUNCTIONS(alerts::Matchers)
public:
    static constexpr int longest = 4096;

    static core::Result<QList<Matcher>> parse(const QString &text);
    static QString write(const QList<Matcher> &list);
    /// Letters, digits and _, of which a digit is not the first.
    static bool isName(QStringView text);

private:
    explicit MatcherText(QStringView text) : m_whole(text) {}

    core::Result<QList<Matcher>> list();
    core::Result<Matcher> matcher();
    core::Result<QString> value();
    core::Result<QString> quoted();
    QStringView word(bool (*isPart)(QChar));
    [[nodiscard]] QChar peek() const { return isAtEnd() ? QChar() : m_whole.at(m_at); }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_whole.size(); }
    void skipSpace();
    bool take(QChar character);
    [[nodiscard]] core::Error expected(const QString &what) const;

    QStringView m_whole;
    qsizetype m_at = 0;
};

} // namespace alerts
