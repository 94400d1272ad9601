// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/rules.h"

#include "catalog/alertbook.h"
#include "client/role.h"

#include <algorithm>

namespace client {

using automation::RuleStanding;

namespace {
constexpr auto breath = std::chrono::seconds(1);
constexpr auto noiseKept = std::chrono::minutes(1);

QStringList ruleTopics()
{
    return {QLatin1String(automation::RulesChanged::topic), QLatin1String(alerts::Changed::topic)};
}
} // namespace

Rules::Rules(Mirror &mirror, core::Clock &clock, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock)
{
    Link &link = mirror.link();
    connect(&link, &Link::eventsReceived, this, &Rules::hear);
    connect(&link, &Link::stateChanged, this, [this, &link] {
        const bool isLive = link.state() == Link::State::Live;
        if (!isLive) {
            m_isAsking = false;
            m_noiseAt.reset();
        } else if (!m_wasLive) {
            reload();
        }
        m_wasLive = isLive;
        Q_EMIT changed(); // what may be done is another
    });
    connect(&mirror, &Mirror::userChanged, this, &Rules::changed);
    link.subscribe(ruleTopics());
    m_wasLive = link.state() == Link::State::Live;
    if (m_wasLive)
        reload();
}

Rules::~Rules() { m_mirror.link().unsubscribe(ruleTopics()); }

const RuleStanding *Rules::find(const QString &id) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(),
                                    [&](const RuleStanding &standing) { return standing.rule.id == id; });
    return found == m_rules.end() ? nullptr : &*found;
}

QString Rules::whyNot(const QStringList &roles, const QString &sentence) const
{
    if (m_mirror.link().state() != Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = m_mirror.user();
    if (!user)
        return tr("It is not known yet who you are to the server.");
    return roles.contains(user->role) ? QString() : sentence.arg(roleTitle(user->role));
}

QString Rules::whyNotSet() const
{
    return whyNot({QStringLiteral("admin")}, tr("Rules are set by administrators. Your role is: %1."));
}

QString Rules::whyNotTest() const
{
    return whyNot({QStringLiteral("admin"), QStringLiteral("operator")},
                  tr("Rules are tested by operators and administrators. Your role is: %1."));
}

void Rules::reload()
{
    if (m_mirror.link().state() != Link::State::Live)
        return;
    if (std::exchange(m_isAsking, true)) {
        m_isAskedAgain = true;
        return;
    }
    m_isAskedAgain = false;
    ask(m_mirror.link(), automation::ListRules{}, this,
        [this](const core::Result<automation::ListRules::Reply> &reply) { take(reply); });
    askForNoise();
}

void Rules::askForNoise()
{
    const auto now = m_clock.steady();
    if (m_noiseAt && now - *m_noiseAt < noiseKept)
        return;
    m_noiseAt = now;
    alerts::AlertHistory command;
    command.to = m_mirror.serverNow();
    command.from = command.to.addDays(-noiseDays);
    command.subjects = 0;
    ask(m_mirror.link(), command, this, [this](const core::Result<alerts::AlertHistory::Reply> &reply) {
        if (!reply)
            return;
        m_noise.clear();
        for (const alerts::AlertFigures &figures : reply->bySource)
            m_noise.insert(figures.key, figures);
        Q_EMIT changed();
    });
}

void Rules::take(const core::Result<automation::ListRules::Reply> &reply)
{
    m_isAsking = false;
    m_trouble = reply ? QString() : reply.error().message;
    if (reply) {
        m_isKnown = true;
        m_rules = reply->rules;
        std::stable_sort(m_rules.begin(), m_rules.end(), [](const auto &one, const auto &other) {
            return one.rule.name.localeAwareCompare(other.rule.name) < 0;
        });
    }
    Q_EMIT changed();
    if (m_isAskedAgain)
        reload();
}

void Rules::hear(const QList<core::Event> &events)
{
    const auto says = [&events](const char *topic) {
        return std::any_of(events.begin(), events.end(), [topic](const core::Event &event) {
            return event.topic.name() == QLatin1String(topic);
        });
    };
    if (says(automation::RulesChanged::topic))
        reload();
    else if (!m_soon && says(alerts::Changed::topic))
        m_soon = m_clock.after(breath, [this] {
            const auto firing = std::move(m_soon);
            reload();
        });
}

} // namespace client
