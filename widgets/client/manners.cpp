// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/manners.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace client {

using namespace std::chrono_literals;

namespace {

constexpr auto lookPace = 20s;
constexpr int morning = 8;
constexpr int learningDays = 7;
constexpr qint64 longestSnooze = 7LL * 24 * 3600; // a clock that was wrong does not mute for ever
constexpr int mostJoined = 16;                    // quiet hours that follow on each other

bool isCritical(Matter matter) { return matter == Matter::Critical || matter == Matter::Urgent; }

QString keyOf(Matter matter) { return QStringLiteral("notifications/") + Telling::wordOf(matter); }

QDateTime momentIn(const QSettings &settings, const char *key)
{
    return QDateTime::fromString(settings.value(QLatin1String(key)).toString(), Qt::ISODate).toUTC();
}

QString kept(const QDateTime &at) { return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString(); }

} // namespace

Manners::Manners(core::Clock &clock, const QString &file, QObject *parent)
    : QObject(parent), m_clock(clock), m_file(file)
{
    load();
    m_told = quietUntil();
    m_wasLearning = learningUntil().has_value();
    m_pace = m_clock.every(lookPace, [this] { look(); });
}

Manners::~Manners() = default;

void Manners::load()
{
    if (m_file.isEmpty())
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    for (int place = 0; place < matterCount; ++place) {
        const QVariant ways = settings.value(keyOf(Matter(place)));
        if (ways.isValid())
            m_telling.setWays(Matter(place), ways.toString().split(u' '));
    }
    m_hours = QuietHours::ofWords(settings.value(QStringLiteral("quiet/hours")).toString().split(u';'));
    m_isBrokenByCritical = settings.value(QStringLiteral("quiet/critical_breaks_through"), true).toBool();
    m_awakeUntil = momentIn(settings, "quiet/awake_until");
    m_snoozedUntil = momentIn(settings, "quiet/snoozed_until");
    if (m_snoozedUntil.isValid() && m_clock.now().secsTo(m_snoozedUntil) > longestSnooze)
        m_snoozedUntil = {};
    m_isLearningHidden = settings.value(QStringLiteral("notifications/learning_hidden")).toBool();
    m_learningUntil = momentIn(settings, "notifications/learning_until");
    if (!settings.contains(QStringLiteral("notifications/learning_until"))) {
        m_learningUntil = m_clock.now().addDays(learningDays);
        save();
    }
}

void Manners::save()
{
    if (m_file.isEmpty() || !QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    for (int place = 0; place < matterCount; ++place)
        settings.setValue(keyOf(Matter(place)), m_telling.waysOf(Matter(place)).join(u' '));
    settings.setValue(QStringLiteral("quiet/hours"), m_hours.words().join(u';'));
    settings.setValue(QStringLiteral("quiet/critical_breaks_through"), m_isBrokenByCritical);
    settings.setValue(QStringLiteral("quiet/awake_until"), kept(m_awakeUntil));
    settings.setValue(QStringLiteral("quiet/snoozed_until"), kept(m_snoozedUntil));
    settings.setValue(QStringLiteral("notifications/learning_until"), kept(m_learningUntil));
    settings.setValue(QStringLiteral("notifications/learning_hidden"), m_isLearningHidden);
}

void Manners::setTelling(const Telling &telling)
{
    if (telling == m_telling)
        return;
    m_telling = telling;
    save();
    Q_EMIT changed();
}

bool Manners::tells(Matter matter, Way way) const
{
    if (!m_telling.tells(matter, way))
        return false;
    if (way == Way::Toast || way == Way::Badge)
        return true;
    if (isCritical(matter))
        return m_isBrokenByCritical || !quietUntil();
    return !quietUntil() && !learningUntil();
}

void Manners::setHours(const QuietHours &hours)
{
    m_hours = hours;
    m_awakeUntil = {};
    save();
    look();
}

void Manners::setBrokenByCritical(bool isBroken)
{
    m_isBrokenByCritical = isBroken;
    save();
}

void Manners::snooze(const QDateTime &until)
{
    m_snoozedUntil = until.toUTC();
    save();
    look();
}

void Manners::snoozeFor(std::chrono::minutes time)
{
    snooze(m_clock.now().addSecs(std::chrono::seconds(time).count()));
}

void Manners::snoozeOvernight()
{
    const QDateTime now = localNow();
    snooze(QDateTime(now.date().addDays(1), QTime(morning, 0)));
}

void Manners::endQuiet()
{
    m_snoozedUntil = {};
    if (const std::optional<QDateTime> until = quietUntil())
        m_awakeUntil = *until;
    save();
    look();
}

std::optional<QDateTime> Manners::quietUntil() const
{
    const QDateTime now = m_clock.now();
    std::optional<QDateTime> until;
    if (m_snoozedUntil.isValid() && m_snoozedUntil > now)
        until = m_snoozedUntil;
    // Hours of one day may begin where those of the other end.
    for (int joined = 0; joined < mostJoined; ++joined) {
        const QDateTime from = until.value_or(now);
        const std::optional<QDateTime> end = m_hours.endAt(from.toLocalTime());
        if (!end || (m_awakeUntil.isValid() && from < m_awakeUntil))
            break;
        until = end->toUTC();
    }
    return until;
}

std::optional<QDateTime> Manners::learningUntil() const
{
    const bool isLearning = m_learningUntil.isValid() && m_learningUntil > m_clock.now();
    return isLearning ? std::optional(m_learningUntil) : std::nullopt;
}

void Manners::endLearning()
{
    m_learningUntil = {};
    save();
    look();
}

void Manners::hideLearning()
{
    m_isLearningHidden = true;
    save();
    Q_EMIT changed();
}

void Manners::look()
{
    const bool isLearning = learningUntil().has_value();
    if (std::exchange(m_wasLearning, isLearning) != isLearning)
        Q_EMIT changed();
    const std::optional<QDateTime> until = quietUntil();
    if (std::exchange(m_told, until) != until)
        Q_EMIT quietChanged();
}

} // namespace client
