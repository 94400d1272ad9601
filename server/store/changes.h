// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "store/reader.h"

namespace store {

/// The port of how things changed on belfry.db.
class Changes final : public core::ChangeStore
{
public:
    static constexpr std::chrono::days kept{730};

    Changes(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<void>> append(const QList<core::KnownChange> &changes) override;
    QFuture<core::Result<QList<core::KnownChange>>> read(const core::ChangeQuery &query) override;
    QFuture<core::Result<QMap<QString, QString>>> formerValues(const QString &field,
                                                               const QDateTime &at) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
