// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/meanwhile.h"
#include "kit/card.h"

#include <array>

class QPushButton;

namespace overview {

/// What happened while somebody was away, a line for each kind of it that did; each leads there.
class AwayCard final : public kit::Card
{
    Q_OBJECT
public:
    enum class Line { NewDevices, Gone, Back, Raised, Resolved, Mentions };
    static constexpr int lineCount = int(Line::Mentions) + 1;

    AwayCard(client::Meanwhile &meanwhile, core::Clock &clock, QWidget *parent = nullptr);

    /// Somebody came back who was away since then.
    void greet(const QDateTime &from);
    /// Since when, as the first absence nobody said "Got it" of began.
    [[nodiscard]] const std::optional<QDateTime> &from() const { return m_from; }

Q_SIGNALS:
    /// `line` is one of Line.
    void wanted(int line, const QDateTime &from);

private:
    void showCounts();
    void gotIt();
    [[nodiscard]] static QString textOf(Line line, int count);

    client::Meanwhile &m_meanwhile;
    core::Clock &m_clock;
    std::array<QPushButton *, size_t(lineCount)> m_lines{};
    std::optional<QDateTime> m_from;
};

} // namespace overview
