// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/batcher.h"
#include "domain/alerts/turn.h"

namespace alerts {

/// Makes notices of what people have yet to be told.
class Bulletin
{
public:
    /// The labels by which alerts are told of together, besides their rule.
    explicit Bulletin(const Batcher::Windows &windows, QStringList groupBy = {QStringLiteral("subnet")})
        : m_batcher(windows), m_groupBy(std::move(groupBy))
    {
    }

    /// Somebody may have to be told of it.
    void consider(const Shelf &shelf, qint64 number, const QDateTime &now, Batcher::Time steady);
    [[nodiscard]] bool isDue(Batcher::Time steady) const { return m_batcher.isDue(steady); }
    /// Tells what is to be told by now, and that it was told.
    void tell(Turn &turn, Batcher::Time steady);
    /// What was told last was written.
    void settle() { m_before.reset(); }
    /// It was not: it is still to be told.
    void undo();
    /// What people were told of, and nobody looks after.
    static QList<NoticeItem> open(const Shelf &shelf);

private:
    [[nodiscard]] QString groupOf(const Shelf &shelf, const Kept &kept) const;
    void tell(Turn &turn, const Batcher::Batch &batch) const;

    Batcher m_batcher;
    std::optional<Batcher> m_before; ///< while what was told is not yet written
    QStringList m_groupBy;
};

} // namespace alerts
