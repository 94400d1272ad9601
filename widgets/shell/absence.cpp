// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/absence.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QSettings>

namespace shell {

using namespace std::chrono_literals;

namespace {
constexpr auto keepPace = 5min;
QString lastSeenKey() { return QStringLiteral("view/last_seen"); }
} // namespace

Absence::Absence(core::Clock &clock, const QString &file, QObject *parent)
    : QObject(parent), m_clock(clock), m_file(file), m_lastSeen(clock.now())
{
    if (!m_file.isEmpty()) {
        const QSettings settings(m_file, QSettings::IniFormat);
        const auto kept = QDateTime::fromString(settings.value(lastSeenKey()).toString(), Qt::ISODate);
        if (kept.isValid() && kept < m_lastSeen)
            m_lastSeen = kept.toUTC();
    }
    qApp->installEventFilter(this);
    m_keeping = m_clock.every(keepPace, [this] { keep(); });
}

Absence::~Absence() { keep(); }

void Absence::begin() { see(); }

void Absence::see()
{
    const QDateTime now = m_clock.now();
    const QDateTime from = std::exchange(m_lastSeen, now);
    if (from.secsTo(now) >= std::chrono::seconds(least).count())
        Q_EMIT returned(from);
}

void Absence::keep()
{
    if (m_file.isEmpty() || m_kept == m_lastSeen || !QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(lastSeenKey(), m_lastSeen.toString(Qt::ISODate));
    m_kept = m_lastSeen;
}

bool Absence::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        see();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace shell
