// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/outbox.h"

#include "core/log.h"
#include "core/payload.h"
#include "domain/alerts/kept.h"

#include <QJsonDocument>

namespace alerts {

QFuture<core::Result<void>> NoticeOutbox::load()
{
    return m_records.all(QLatin1String(records::noticeKind))
        .then(this, [this](const core::Result<QList<core::Record>> &found) -> core::Result<void> {
            if (!found)
                return found.error();
            for (const core::Record &record : *found) {
                const auto notice = core::fromJson<Notice>(QJsonDocument::fromJson(record.body).object());
                if (notice)
                    m_notices.insert(notice->key, *notice);
                else
                    qCWarning(logEngine).noquote() << "The notice" << record.id << "cannot be read.";
            }
            return {};
        });
}

void NoticeOutbox::start()
{
    m_isStarted = true;
    retry();
}

void NoticeOutbox::stop()
{
    m_isStarted = false;
    m_retry.reset();
}

void NoticeOutbox::put(const Notice &notice)
{
    m_notices.insert(notice.key, notice);
    if (m_isStarted)
        give(notice.key);
}

void NoticeOutbox::retry()
{
    m_retry.reset();
    const QStringList keys = m_notices.keys();
    for (const QString &key : keys)
        give(key);
}

void NoticeOutbox::give(const QString &key)
{
    if (m_given.contains(key))
        return;
    m_given.insert(key);
    m_taker(m_notices.value(key)).then(this, [this, key](const core::Result<void> &taken) {
        settle(key, taken);
    });
}

void NoticeOutbox::settle(const QString &key, const core::Result<void> &taken)
{
    const auto later = [this] {
        if (m_isStarted && !m_retry)
            m_retry = m_clock.after(retriedAfter, [this] { retry(); });
    };
    if (!taken) {
        m_given.remove(key);
        later();
        return;
    }
    m_records.write({}, {records::nameOfNotice(key)})
        .then(this, [this, key, later](const core::Result<void> &removed) {
            m_given.remove(key);
            if (removed)
                m_notices.remove(key);
            else
                later();
        });
}

} // namespace alerts
