// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"

#include <deque>

namespace client {

/// What this side has heard of devices and of their security, for as long as it is there; bounded.
class Happenings final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t mostFacts = 5000;

    explicit Happenings(Link &link, QObject *parent = nullptr);
    ~Happenings() override;

    /// The newest facts that name one of these words, the newest first. How a device is now is no part of
    /// them.
    [[nodiscard]] QList<core::Event> naming(const QStringList &words, int most) const;
    /// Whether one of the words (ids, addresses) stands in a fact, whole: 10.0.0.2 is not in 10.0.0.25.
    [[nodiscard]] static bool isNaming(const core::Event &event, const QStringList &words);
    /// Whether a fact only tells how a device is now, so that the newest is as good as all of them.
    [[nodiscard]] static bool isPassing(const core::Event &event);

Q_SIGNALS:
    /// Facts came, those that only tell how a device is now among them.
    void heard(const QList<core::Event> &events);

private:
    void hear(const QList<core::Event> &events);

    Link &m_link;
    std::deque<core::Event> m_facts; ///< the oldest first
};

} // namespace client
