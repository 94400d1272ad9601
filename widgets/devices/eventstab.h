// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/happenings.h"
#include "client/mirror.h"

#include <QWidget>

class QStackedLayout;
class QTableView;

namespace kit {
class EmptyState;
} // namespace kit

namespace devices {

class TextTable;

/// The newest facts that concern a device, as they come.
class EventsTab final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostShown = 200;

    EventsTab(client::Mirror &mirror, client::Happenings &happenings, QWidget *parent = nullptr);

    /// Shows what names one of these: the id of a device, and the addresses it has. None: shows nothing.
    void open(const QStringList &names);
    [[nodiscard]] const QList<core::Event> &shown() const { return m_events; }

Q_SIGNALS:
    /// Somebody wants to see one of them whole.
    void eventWanted(const core::Event &event);

private:
    void hear(const QList<core::Event> &events);
    void refresh();
    void open(const QModelIndex &row);

    client::Mirror &m_mirror;
    client::Happenings &m_happenings;
    QStringList m_names;
    QList<core::Event> m_events; ///< the newest first
    QList<quint64> m_order;      ///< their numbers, as the rows stand
    TextTable *m_table;
    QStackedLayout *m_stack;
    QTableView *m_view;
};

} // namespace devices
