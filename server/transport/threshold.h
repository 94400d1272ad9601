// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/occupant.h"

#include <QHostAddress>
#include <QSocketNotifier>

namespace transport {

/// A connection just accepted: its first byte tells TLS from plain text. Nothing is read from it.
class Threshold final : public Occupant
{
    Q_OBJECT
public:
    /// Owns `descriptor`, which must not block; the byte must have come by `deadline` (steady time).
    Threshold(int descriptor, std::chrono::milliseconds deadline, QObject *parent);
    ~Threshold() override;

    /// Looks at what has come. Call once the signals are connected.
    void start() { look(); }
    void tick(std::chrono::milliseconds now) override;
    /// Who knocks; null when that cannot be told any more.
    [[nodiscard]] QHostAddress peer() const;
    /// Hands the descriptor on and deletes itself later.
    int release();
    /// Closes the connection and deletes itself later.
    void leave();

Q_SIGNALS:
    void plainArrived();
    /// The connection may be held as long as it takes: from here on it waits for us.
    void tlsArrived();

private:
    void look();

    int m_descriptor;
    std::chrono::milliseconds m_deadline;
    QSocketNotifier m_notifier;
    bool m_isDecided = false;
};

} // namespace transport
