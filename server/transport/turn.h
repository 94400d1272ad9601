// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QObject>

#include <span>
#include <vector>

namespace transport {

/// Whoever has bytes to send at the end of a loop turn.
class Sender
{
public:
    Sender() = default;
    virtual ~Sender();
    Sender(const Sender &) = delete;
    Sender &operator=(const Sender &) = delete;

    /// Sends all that was queued in this turn.
    virtual void sendNow() = 0;

private:
    friend class Turn;
    class Turn *m_turn = nullptr; // set while waiting
    size_t m_place = 0;
};

/// Gathers everybody who queued something in this turn of the event loop and lets them send once, at its end.
class Turn final : public QObject
{
    Q_OBJECT
public:
    /// Of the event that ends a turn: after all else that was posted in it.
    static constexpr int priority = Qt::LowEventPriority - 1;

    using QObject::QObject;
    ~Turn() override;

    void add(Sender *sender);
    /// Lets `sender` send at once instead, when it waits.
    void sendNow(Sender *sender);
    /// Appends all of `next` to `pending`. Whoever appends the same to the same gets the same bytes: facts go
    /// to many in the same order.
    void join(QByteArray &pending, std::span<const QByteArray *const> next);
    bool event(QEvent *event) override;

private:
    friend class Sender;
    void forgetJoined();

    std::vector<Sender *> m_waiting; // null: gone meanwhile
    std::vector<Sender *> m_sending;
    bool m_isRepeated = false;
    QByteArray m_before; // the newest `join`, of this turn
    std::vector<QByteArray> m_next;
    QByteArray m_joined;
};

} // namespace transport
