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
    AwayCard(client::Meanwhile &meanwhile, core::Clock &clock, QWidget *parent = nullptr);

    /// Somebody came back who was away since then.
    void greet(const QDateTime &from);
    /// Since when, as the first absence nobody said "Got it" of began.
    [[nodiscard]] const std::optional<QDateTime> &from() const { return m_from; }

Q_SIGNALS:
    /// Somebody wants to see those, of the time since then.
    void wanted(client::Meanwhile::Sort sort, const QDateTime &from);

private:
    void showCounts();
    void gotIt();
    [[nodiscard]] static QString textOf(client::Meanwhile::Sort sort, int count);

    client::Meanwhile &m_meanwhile;
    core::Clock &m_clock;
    std::array<QPushButton *, size_t(client::Meanwhile::sortCount)> m_lines{};
    std::optional<QDateTime> m_from;
};

} // namespace overview
