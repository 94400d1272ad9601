// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/commonsettings.h"

#include "core/finished.h"

#include <QJsonDocument>
#include <QUrl>

namespace alerts::channels {

using core::field;

core::Fields CommonSettings::Kept::fields()
{
    return {field("public_url", &Kept::publicUrl, "Where people open Belfry"),
            field("learning_until", &Kept::learningUntil, "When the first week ends, or was ended"),
            field("held_back", &Kept::heldBack, "Alerts nobody was told of in it")};
}

namespace {
core::RecordName settingsName() { return {QStringLiteral("alert.delivering"), QStringLiteral("settings")}; }
} // namespace

core::Record CommonSettings::recordOf(const Kept &kept)
{
    const core::RecordName name = settingsName();
    return {name.kind, name.id, core::Payload(kept).text()};
}

QFuture<core::Result<void>> CommonSettings::load()
{
    return m_records.one(settingsName())
        .then(this,
              [this](const core::Result<std::optional<QByteArray>> &found) {
                  if (!found)
                      return core::finished(core::Result<void>(found.error()));
                  const auto kept = *found ? core::fromJson<Kept>(QJsonDocument::fromJson(**found).object())
                                           : core::Result<Kept>();
                  if (kept) {
                      m_kept = *kept;
                      return core::finished(core::Result<void>());
                  }
                  m_kept.learningUntil = m_clock.now().addSecs(std::chrono::seconds(learningTime).count());
                  return m_records.write({recordOf(m_kept)}, {});
              })
        .unwrap();
}

bool CommonSettings::isLearning() const
{
    return m_kept.learningUntil && m_clock.now() < *m_kept.learningUntil;
}

core::Record CommonSettings::heldBack(int more) const
{
    Kept kept = m_kept;
    kept.heldBack += more;
    return recordOf(kept);
}

DeliverySettings CommonSettings::shown() const
{
    return {m_kept.publicUrl, isLearning(), m_kept.learningUntil, m_kept.heldBack};
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
    if (asked->endsLearning && isLearning())
        kept.learningUntil = m_clock.now();
    return m_records.write({recordOf(kept)}, {})
        .then(this, [this, kept](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            m_kept.publicUrl = kept.publicUrl;
            m_kept.learningUntil = kept.learningUntil;
            return shown();
        });
}

} // namespace alerts::channels
