// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "client/mirror.h"

namespace client {

/// The maintenance that runs or is about to begin, whatever page is shown.
class Upkeep final : public QObject
{
    Q_OBJECT
public:
    explicit Upkeep(Mirror &mirror, QObject *parent = nullptr);
    ~Upkeep() override;

    /// Those of which people are told at that moment: what runs first, and of that what ends last; then what
    /// begins first.
    [[nodiscard]] QList<alerts::MaintenanceWindow> at(const QDateTime &now) const;

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void hear(const QList<core::Event> &events);

    Mirror &m_mirror;
    QList<alerts::MaintenanceWindow> m_windows;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace client
