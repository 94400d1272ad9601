// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/maplayout.h"
#include "core/command.h"
#include "core/publisher.h"
#include "core/recordstore.h"

#include <QHash>
#include <QMap>
#include <QObject>

namespace network {

/// Where people put things on the views of the map, for everybody who looks.
class Layouts final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostViews = 64;
    static constexpr int mostNodes = 20'000;

    Layouts(core::RecordStore &records, core::Publisher &publisher)
        : m_records(records), m_publisher(publisher)
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// What was put somewhere and is no longer: nowhere on any view.
    void drop(const QString &node);

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> get(const core::Command &command);
    /// Errors: Invalid (a view without a name), Limited, Unavailable (nothing is moved then).
    QFuture<core::Reply> set(const core::Command &command);

private:
    using View = QMap<QString, Placement>;

    QFuture<core::Result<void>> keep(const QString &view, const View &placed);

    core::RecordStore &m_records;
    core::Publisher &m_publisher;
    QHash<QString, View> m_views;
};

} // namespace network
