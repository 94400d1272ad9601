// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/commonsettings.h"

#include "core/finished.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <utility>

namespace alerts::channels {

using core::field;

core::Fields CommonSettings::Kept::fields()
{
    return {field("public_url", &Kept::publicUrl, "Where people open Belfry"),
            field("learning_until", &Kept::learningUntil, "When the first week ends, or was ended"),
            field("escalate_after", &Kept::escalateAfter, "When alerts are escalated").defaulted()};
}

core::Fields CommonSettings::HeldBack::fields()
{
    return {field("count", &HeldBack::count, "Alerts nobody was told of in the first week")};
}

namespace {
const QString deliveringKind = QStringLiteral("alert.delivering");
const QString settingsId = QStringLiteral("settings");
const QString heldBackId = QStringLiteral("held_back");

bool isGrowing(const QList<int> &seconds)
{
    constexpr int least = 10;
    constexpr int most = 7 * 86'400;
    return std::adjacent_find(seconds.begin(), seconds.end(), std::greater_equal<>()) == seconds.end() &&
           std::all_of(seconds.begin(), seconds.end(),
                       [](int each) { return each >= least && each <= most; });
}
} // namespace

QFuture<core::Result<void>> CommonSettings::load()
{
    return m_records.all(deliveringKind)
        .then(this,
              [this](const core::Result<QList<core::Record>> &records) {
                  if (!records)
                      return core::finished(core::Result<void>(records.error()));
                  for (const core::Record &record : *records) {
                      const QJsonObject json = QJsonDocument::fromJson(record.body).object();
                      if (const auto kept = core::fromJson<Kept>(json); kept && record.id == settingsId)
                          m_kept = *kept;
                      if (const auto held = core::fromJson<HeldBack>(json); held && record.id == heldBackId)
                          m_heldBack = *held;
                  }
                  Q_EMIT escalationChanged();
                  if (m_kept.learningUntil)
                      return core::finished(core::Result<void>());
                  m_kept.learningUntil = m_clock.now().addSecs(std::chrono::seconds(learningTime).count());
                  return m_records.write({{deliveringKind, settingsId, core::Payload(m_kept).text()}}, {});
              })
        .unwrap();
}

bool CommonSettings::isLearning() const
{
    return m_kept.learningUntil && m_clock.now() < *m_kept.learningUntil;
}

core::Record CommonSettings::heldBack(int more) const
{
    return {deliveringKind, heldBackId, core::Payload(HeldBack{m_heldBack.count + more}).text()};
}

DeliverySettings CommonSettings::shown() const
{
    return {m_kept.publicUrl, isLearning(), m_kept.learningUntil, m_heldBack.count, m_kept.escalateAfter};
}

QFuture<core::Reply> CommonSettings::get(const core::Command &) { return core::ready(shown()); }

QFuture<core::Reply> CommonSettings::set(const core::Command &command)
{
    const auto asked = command.as<ChangeDeliverySettings>();
    if (!asked)
        return core::ready(asked.error());
    Kept kept = m_kept;
    if (asked->publicUrl) {
        const QUrl url(asked->publicUrl->trimmed(), QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        const bool isPlace = isWeb && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
                             !url.hasQuery() && !url.hasFragment();
        if (!asked->publicUrl->trimmed().isEmpty() && !isPlace) {
            return core::ready(
                core::Error{core::ErrorCode::Invalid,
                            tr("Enter where people open Belfry, such as https://belfry.example.org.")});
        }
        kept.publicUrl = asked->publicUrl->trimmed();
    }
    if (asked->escalateAfter) {
        if (!isGrowing(*asked->escalateAfter)) {
            return core::ready(core::Error{
                core::ErrorCode::Invalid,
                tr("Each level of escalation comes after the one before: enter times that grow, from 10 "
                   "seconds to a week.")});
        }
        kept.escalateAfter = *asked->escalateAfter;
    }
    if (asked->endsLearning && isLearning())
        kept.learningUntil = m_clock.now();
    return m_records.write({{deliveringKind, settingsId, core::Payload(kept).text()}}, {})
        .then(this, [this, kept](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            const bool isOther = std::exchange(m_kept, kept).escalateAfter != kept.escalateAfter;
            if (isOther)
                Q_EMIT escalationChanged();
            return shown();
        });
}

} // namespace alerts::channels
