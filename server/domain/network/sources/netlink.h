// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QList>
#include <QObject>

#include <functional>

struct mnl_socket;
struct nlmsghdr;
class QSocketNotifier;

namespace network::sources {

/// A socket to the kernel's routing tables: dumps those that were asked for, one after the other, then tells
/// what changes (rtnetlink(7)). It wants no privilege.
class Netlink : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        QList<int> groups;    ///< RTNLGRP_…
        QList<int> dumps;     ///< RTM_GET…, in this order
        int buffer = 1 << 20; ///< of the socket, in bytes
    };
    struct Listener
    {
        std::function<void()> began;                 ///< the dumps begin, again after an overflow
        std::function<void(const nlmsghdr &)> heard; ///< an entry, or a change of one
        std::function<void()> told;                  ///< all of what came at once has been heard
        std::function<void()> complete;              ///< the last dump is done
        std::function<void(const QString &)> failed; ///< no more will come; a sentence
    };

    Netlink(Wish wish, Listener listener, QObject *parent = nullptr);
    ~Netlink() override;

    core::Result<void> start();
    void stop();
    /// Asks for everything again.
    void repeat();
    /// How often the kernel had to drop messages, so that everything was asked for again.
    [[nodiscard]] int overflows() const { return m_overflows; }

private:
    void beginDumps();
    void askNext();
    void read();
    bool readOnce();
    void take(const char *bytes, size_t size);
    void endDump();
    void fail(const QString &sentence);

    Wish m_wish;
    Listener m_listener;
    mnl_socket *m_socket = nullptr;
    QSocketNotifier *m_notifier = nullptr;
    qsizetype m_next = 0; ///< the dump to ask for next
    quint32 m_sequence = 0;
    bool m_isDumping = false;
    bool m_mustRepeat = false; ///< something was dropped or changed while a dump ran
    int m_overflows = 0;
};

} // namespace network::sources
