// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/clock.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <functional>
#include <optional>

class QSocketNotifier;

namespace network::sources {

/// Asks whether somebody is at an address by opening a TCP connection and closing it again, many at once. Who
/// refuses is there, too.
class Connector : public QObject
{
    Q_OBJECT
public:
    /// Milliseconds it took; nothing: no answer in time, or no way there.
    using Answer = std::function<void(std::optional<double> milliseconds)>;

    Connector(core::Clock &clock, std::chrono::milliseconds patience, int atOnce, QObject *parent = nullptr);
    ~Connector() override;

    void ask(const core::Address &address, quint16 port, Answer answer);
    /// Drops whatever has not been answered, without a word.
    void clear();
    [[nodiscard]] qsizetype waiting() const { return m_queue.size() + m_open.size(); }

private:
    struct Question
    {
        core::Address address;
        quint16 port = 0;
        Answer answer;
    };
    struct Connection
    {
        Answer answer;
        QSocketNotifier *notifier = nullptr;
        std::chrono::milliseconds deadline{};
        std::chrono::steady_clock::time_point begun{};
    };

    void fill();
    void open(Question question);
    void read(int descriptor);
    void close(int descriptor, std::optional<double> milliseconds);
    void lookForLate();

    core::Clock &m_clock;
    std::chrono::milliseconds m_patience;
    int m_atOnce;
    QQueue<Question> m_queue;
    QHash<int, Connection> m_open;        ///< by descriptor
    std::unique_ptr<core::Timer> m_timer; ///< runs while something is open
};

} // namespace network::sources
