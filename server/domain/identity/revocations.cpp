// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/revocations.h"

#include "core/log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace identity {

namespace {
constexpr std::chrono::seconds untilRetry{30};

QString settingName() { return QStringLiteral("identity.revocations"); }
QString familyKey() { return QStringLiteral("family"); }
QString untilKey() { return QStringLiteral("until"); }
} // namespace

QFuture<core::Result<void>> Revocations::load()
{
    return m_store.setting(settingName())
        .then(this, [this](const core::Result<QByteArray> &saved) -> core::Result<void> {
            if (!saved)
                return saved.error();
            const QJsonDocument document = QJsonDocument::fromJson(*saved);
            if (!saved->isEmpty() && !document.isArray())
                qCWarning(logIdentity, "Which sign-ins were ended cannot be read; they may last their time");
            const QJsonArray list = document.array();
            for (const QJsonValue &entry : list)
                m_until.insert(entry[familyKey()].toString(),
                               QDateTime::fromSecsSinceEpoch(entry[untilKey()].toInteger(), Qt::UTC));
            m_until.remove(QString());
            prune();
            return {};
        });
}

QFuture<core::Result<void>> Revocations::add(const QString &family, const QDateTime &until)
{
    prune();
    m_until.insert(family, until);
    return save();
}

void Revocations::prune()
{
    m_until.removeIf([now = m_clock.now()](auto entry) { return entry.value() <= now; });
}

QFuture<core::Result<void>> Revocations::save()
{
    QJsonArray list;
    for (auto entry = m_until.cbegin(); entry != m_until.cend(); ++entry) {
        // Whole seconds, rounded up: none may end early.
        const qint64 until = (entry.value().toMSecsSinceEpoch() + 999) / 1000;
        list.append(QJsonObject{{familyKey(), entry.key()}, {untilKey(), until}});
    }
    return m_store.saveSetting(settingName(), QJsonDocument(list).toJson(QJsonDocument::Compact))
        .then(this, [this](const core::Result<void> &saved) -> core::Result<void> {
            m_retry.reset();
            if (saved)
                return {};
            qCWarning(logIdentity,
                      "An ended sign-in is not saved yet, and would be good again after a "
                      "restart: %ls",
                      qUtf16Printable(saved.error().message));
            m_retry = m_clock.after(untilRetry, [this] {
                prune();
                save();
            });
            return {};
        });
}

} // namespace identity
