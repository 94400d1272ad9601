// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/recordstore.h"
#include "core/schema.h"

#include <QObject>
#include <QTimeZone>

namespace assistant {

/// How much a model was asked today, in tokens; kept, so that a restart gives nothing back.
class Budget final : public QObject
{
    Q_OBJECT
public:
    using Zone = std::function<QTimeZone()>;

    Budget(core::RecordStore &records, core::Clock &clock, Zone zone)
        : m_records(records), m_clock(clock), m_zone(std::move(zone))
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Since midnight.
    [[nodiscard]] qint64 used() const;
    void spend(qint64 tokens);

    /// Of a text, where nobody tells: about four bytes each.
    [[nodiscard]] static qint64 estimate(qsizetype bytes)
    {
        constexpr qsizetype bytesPerToken = 4;
        return bytes / bytesPerToken + 1;
    }

private:
    /// As it is kept.
    struct Spent
    {
        QString day;
        qint64 tokens = 0;

        static core::Fields fields();
    };

    [[nodiscard]] QString today() const;
    void save();

    core::RecordStore &m_records;
    core::Clock &m_clock;
    Zone m_zone;
    Spent m_spent;
    bool m_isSaving = false;
    bool m_isStale = false; ///< what is being saved is not the newest
};

} // namespace assistant
