// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/purge.h"

#include "store/changes.h"
#include "store/tier.h"

namespace store {

namespace {
constexpr int rowsPerPiece = 2000; // some milliseconds; writes wait no longer than that

/// Runs one deletion in its own transaction; the count of rows, or nothing on failure.
template <class... Values>
std::optional<int> erase(Connection &connection, const QString &sql, const Values &...values)
{
    connection.clearFailure();
    if (!connection.run(QStringLiteral("BEGIN IMMEDIATE")))
        return std::nullopt;
    int changed = 0;
    {
        Statement statement(connection, sql);
        if (!statement.run(values...))
            return std::nullopt;
        changed = statement.changed();
    }
    if (!connection.run(QStringLiteral("COMMIT")))
        return std::nullopt;
    return changed;
}
} // namespace

std::optional<bool> purgeFacts(Connection &connection, const QDateTime &now)
{
    const qint64 time = now.toMSecsSinceEpoch();
    const std::pair<QString, qint64> pieces[] = {
        {QStringLiteral(
             "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE expires_at IS NOT NULL AND "
             "expires_at <= ? LIMIT ?)"),
         time},
        {QStringLiteral(
             "DELETE FROM refresh_grant WHERE id IN (SELECT id FROM refresh_grant WHERE expires_at "
             "<= ? LIMIT ?)"),
         time},
        {QStringLiteral("DELETE FROM sign_in WHERE id IN (SELECT id FROM sign_in WHERE expires_at <= ? LIMIT "
                        "?)"),
         time},
        {QStringLiteral(
             "DELETE FROM change WHERE number IN (SELECT number FROM change WHERE at < ? LIMIT ?)"),
         now.addDays(-Changes::kept.count()).toMSecsSinceEpoch()}};
    bool isMore = false;
    for (const auto &[sql, before] : pieces) {
        const auto erased = erase(connection, sql, before, rowsPerPiece);
        if (!erased)
            return std::nullopt;
        isMore = isMore || *erased >= rowsPerPiece;
    }
    return isMore;
}

std::optional<bool> purgeSamples(Connection &connection, const Options &options, const QDateTime &now)
{
    bool isMore = false;
    for (const Tier tier : tiers) {
        const QString table = tierTable(tier);
        // CROSS keeps SQLite from reading the whole tier: sources are few, and their key finds the old ones.
        const auto erased = erase(
            connection,
            QStringLiteral(
                "DELETE FROM %1 WHERE (source, at) IN (SELECT %1.source, %1.at FROM source CROSS JOIN %1 ON "
                "%1.source = source.id WHERE %1.at < ? LIMIT ?)")
                .arg(table),
            now.toMSecsSinceEpoch() - qint64(keptFor(tier, options).count()) - retentionGrace, rowsPerPiece);
        if (!erased)
            return std::nullopt;
        isMore = isMore || *erased >= rowsPerPiece;
    }
    return isMore;
}

} // namespace store
