// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/upkeepbanner.h"

#include "kit/banner.h"
#include "kit/format.h"
#include "network/kind.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace alerts {

namespace {
constexpr std::chrono::seconds upkeepPace{5};
constexpr qsizetype longestUpkeep = 48;

/// A window is closed for one of its times, not for all.
QString occurrenceOf(const MaintenanceWindow &window)
{
    return window.id + u' ' + window.nextAt->toUTC().toString(Qt::ISODate);
}

QString hourOf(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                    : QLocale().toString(local, QLocale::ShortFormat);
}
} // namespace

UpkeepBanner::UpkeepBanner(client::Mirror &mirror, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_upkeep(mirror),
      m_banner(new kit::Banner(kit::Status::Paused, QString()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_banner->setClosable(true);
    m_banner->setAction(tr("Show &calendar"));
    connect(m_banner, &kit::Banner::actionTriggered, this, &UpkeepBanner::calendarWanted);
    connect(m_banner, &kit::Banner::closed, this, &UpkeepBanner::close);
    connect(&m_upkeep, &client::Upkeep::changed, this, &UpkeepBanner::refresh);
    m_timer = clock.every(upkeepPace, [this] { refresh(); });
    refresh();
}

QList<MaintenanceWindow> UpkeepBanner::waiting(const QDateTime &now) const
{
    QList<MaintenanceWindow> out = m_upkeep.at(now);
    out.removeIf([this](const MaintenanceWindow &window) { return m_closed.contains(occurrenceOf(window)); });
    return out;
}

void UpkeepBanner::close()
{
    const QList<MaintenanceWindow> near = m_upkeep.at(m_mirror.serverNow());
    m_closed.clear();
    for (const MaintenanceWindow &window : near)
        m_closed << occurrenceOf(window);
    refresh();
}

void UpkeepBanner::refresh()
{
    const QDateTime now = m_mirror.serverNow();
    const QList<MaintenanceWindow> near = waiting(now);
    setVisible(!near.isEmpty());
    if (near.isEmpty()) {
        m_shown.clear();
        m_text.clear();
        return;
    }
    const MaintenanceWindow &first = near.first();
    const QString name = kit::format::isolate(network::plainLine(first.displayName, longestUpkeep));
    const bool isRunning = *first.nextAt <= now;
    const qint64 left = std::max<qint64>(1, (now.secsTo(*first.nextAt) + 59) / 60);
    const QString one = isRunning ? tr("Maintenance: %1 until %2").arg(name, hourOf(*first.endsAt, now))
                                  : tr("Maintenance: %1 begins at %2 (in %3 min)")
                                        .arg(name, hourOf(*first.nextAt, now), QLocale().toString(left));
    const QString text =
        near.size() == 1 ? one : tr("%1, and %n more", nullptr, int(near.size() - 1)).arg(one);
    m_banner->setStatus(isRunning ? kit::Status::Paused : kit::Status::Info);
    if (std::exchange(m_text, text) != text)
        m_banner->setText(text);
    const QString occurrence = occurrenceOf(first);
    if (std::exchange(m_shown, occurrence) != occurrence) {
        QAccessibleEvent spoken(m_banner, QAccessible::Alert);
        QAccessible::updateAccessibility(&spoken);
    }
}

} // namespace alerts
