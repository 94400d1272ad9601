// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/event.h"

#include <QObject>

#include <memory>

namespace client {

/// Facts on their way to the window, handed over in frames. What comes after a pause is handed over with what
/// comes in the same moment; then the window rests, the longer the more there was to do, so that a flood
/// leaves it four fifths of its time.
class Frames final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds moment{10};    ///< what belongs together comes within it
    static constexpr std::chrono::milliseconds leastRest{40}; ///< at most twenty frames a second
    static constexpr std::chrono::milliseconds mostRest{100};

    explicit Frames(core::Clock &clock, QObject *parent = nullptr);

    void add(core::Event event);

Q_SIGNALS:
    void ready(const QList<core::Event> &events);

private:
    void handOver();

    core::Clock &m_clock;
    QList<core::Event> m_gathered;
    std::unique_ptr<core::Timer> m_timer;
    std::chrono::milliseconds m_restsUntil{0}; ///< on the steady clock
};

} // namespace client
