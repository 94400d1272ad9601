// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/budget.h"

#include "core/log.h"
#include "core/payload.h"

#include <QJsonDocument>

namespace assistant {

using core::field;

namespace {
const QString budgetKind = QStringLiteral("assistant");
const QString budgetId = QStringLiteral("budget");
} // namespace

core::Fields Budget::Spent::fields()
{
    return {field("day", &Spent::day, "Which"), field("tokens", &Spent::tokens, "How many")};
}

QFuture<core::Result<void>> Budget::load()
{
    return m_records.one({budgetKind, budgetId})
        .then(this, [this](const core::Result<std::optional<QByteArray>> &body) -> core::Result<void> {
            if (!body)
                return body.error();
            if (!*body)
                return {};
            const auto spent = core::fromJson<Spent>(QJsonDocument::fromJson(**body).object());
            if (spent)
                m_spent = *spent;
            else
                qCWarning(logEngine) << "What the assistant's model was asked today cannot be read.";
            return {};
        });
}

QString Budget::today() const { return m_clock.now().toTimeZone(m_zone()).date().toString(Qt::ISODate); }

qint64 Budget::used() const { return m_spent.day == today() ? m_spent.tokens : 0; }

void Budget::spend(qint64 tokens)
{
    m_spent = {today(), used() + tokens};
    save();
}

void Budget::save()
{
    if (m_isSaving) {
        m_isStale = true;
        return;
    }
    m_isSaving = true;
    m_isStale = false;
    m_records.write({{budgetKind, budgetId, core::Payload(m_spent).text()}}, {})
        .then(this, [this](const core::Result<void> &written) {
            m_isSaving = false;
            if (!written)
                qCWarning(logEngine).noquote()
                    << "What the assistant's model was asked could not be kept:" << written.error().message;
            else if (m_isStale)
                save();
        });
}

} // namespace assistant
