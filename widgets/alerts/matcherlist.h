// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "client/mirror.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace kit {
class Label;
} // namespace kit

namespace alerts {

/// Matchers as chips that can be taken away, a line to add one, and how many alerts they mean now.
class MatcherList final : public QWidget
{
    Q_OBJECT
public:
    explicit MatcherList(client::Mirror &mirror, QWidget *parent = nullptr);

    void setMatchers(const QList<Matcher> &matchers);
    [[nodiscard]] const QList<Matcher> &matchers() const { return m_matchers; }
    /// As the server reads them; what was typed and not added yet counts, too.
    [[nodiscard]] QString written() const;
    /// Why they cannot be used; empty: they can.
    [[nodiscard]] const QString &flaw() const { return m_flaw; }
    /// What the line says.
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    void add();
    void remove(int place);
    void ask();
    void say(const QString &text, bool isFlaw);

    client::Mirror &m_mirror;
    QList<Matcher> m_matchers;
    QVBoxLayout *m_chips;
    QLineEdit *m_line;
    kit::Label *m_count;
    QTimer m_rest;
    QString m_flaw;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace alerts
