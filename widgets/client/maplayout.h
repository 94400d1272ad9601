// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/maplayout.h"
#include "client/link.h"
#include "core/clock.h"
#include "core/entropy.h"

#include <QSet>

namespace client {

/// Where people put things on one view of the map. Own changes are sent a moment later, in one piece; those
/// of others are taken as they come.
class MapLayout final : public QObject
{
    Q_OBJECT
public:
    MapLayout(Link &link, core::Clock &clock, core::Entropy &entropy, QObject *parent = nullptr);
    ~MapLayout() override;

    /// Looks at another view; what was not yet sent of the one before is sent at once.
    void setView(const QString &view);
    [[nodiscard]] const QString &view() const { return m_view; }
    [[nodiscard]] const QMap<QString, network::Placement> &placed() const { return m_placed; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

    void place(const QList<network::Placement> &placed);
    void release(const QStringList &nodes);

Q_SIGNALS:
    /// The whole view is another.
    void reset();
    /// Somebody else moved these, or let them go.
    void movedByOthers(const QStringList &nodes, const QString &by);
    /// What was changed here could not be saved: why, for people.
    void refused(const QString &why);

private:
    void reload();
    void hear(const QList<core::Event> &events);
    void take(const network::LayoutChanged &change);
    void wait();
    void send();
    void sendPart(const network::SetLayout &part, const QSet<QString> &nodes);

    Link &m_link;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    QString m_view;
    QMap<QString, network::Placement> m_placed;
    QSet<QString> m_unsent;
    QMap<QString, QSet<QString>> m_flying; ///< by token, until they are answered
    QSet<QString> m_tokens;                ///< ours, until they come back
    std::unique_ptr<core::Timer> m_timer;
    quint64 m_round = 0;
    bool m_wasLive = false;
    bool m_isKnown = false;
};

} // namespace client
