// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "client/link.h"
#include "client/roster.h"

namespace client {

/// All devices, as lists and the map show them: loaded in pages, kept up by facts, caught up with after a
/// reconnect.
class Devices final : public QObject
{
    Q_OBJECT
public:
    explicit Devices(Link &link, QObject *parent = nullptr);
    ~Devices() override;

    [[nodiscard]] const QMap<QString, network::Entry> &all() const { return m_roster.items(); }
    [[nodiscard]] const network::Entry *find(const QString &id) const { return m_roster.find(id); }
    /// True once a whole list was heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why the list could not be had, for people; empty when it could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Link &link() const { return m_link; }

Q_SIGNALS:
    /// The whole list is another, or could not be had.
    void reset();
    /// These are new, or not as they were; at most ten times a second.
    void changed(const QStringList &ids);
    void removed(const QStringList &ids);

private:
    void reload();
    void askPage(const QString &after);
    void hear(const QList<core::Event> &events);

    Link &m_link;
    Roster<network::Entry> m_roster;
    QString m_trouble;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    bool m_wasLive = false;
    bool m_isKnown = false;
};

} // namespace client
