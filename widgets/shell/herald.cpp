// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/herald.h"

#include <algorithm>

namespace shell {

using namespace std::chrono_literals;
using client::Way;

namespace {
constexpr auto newsTogether = 200ms; // what belongs together comes together
constexpr qsizetype mostNewsNamed = 3;
constexpr qsizetype mostNewsWaiting = 100;
} // namespace

Herald::Herald(client::Manners &manners, client::Notices &notices, kit::ToastArea &toasts, Outside &outside,
               Desktop *desktop, core::Clock &clock, QObject *parent)
    : QObject(parent), m_manners(manners), m_notices(notices), m_toasts(toasts), m_outside(outside),
      m_desktop(desktop), m_clock(clock)
{
    if (m_desktop)
        connect(m_desktop, &Desktop::opened, this, &Herald::open);
}

Herald::~Herald()
{
    if (!m_told.isEmpty())
        m_desktop->withdraw(); // nobody would hear what is pressed on it
}

void Herald::tell(const News &news)
{
    const client::Telling &telling = m_manners.telling();
    const bool wouldBeTold = telling.tells(news.matter, Way::Toast) || telling.tells(news.matter, Way::PopUp);
    if (!news.isKept && wouldBeTold)
        m_notices.note(news.matter, news.title, news.body, news.place);
    if (!news.isKept && m_manners.tells(news.matter, Way::Toast)) {
        const QString text = news.body.isEmpty()
                                 ? news.title
                                 : tr("%1: %2", "what happened and the details").arg(news.title, news.body);
        const kit::Toast *toast = m_toasts.say(text, news.action.isEmpty() ? tr("Show") : news.action);
        connect(toast, &kit::Toast::actionTriggered, this, news.open);
    }
    if (m_desktop && m_outside.mayPopUp(news.matter))
        popUp(news);
    else
        m_outside.sound(news.matter);
}

void Herald::popUp(const News &news)
{
    m_waiting << news;
    if (m_waiting.size() > mostNewsWaiting)
        m_waiting.removeFirst();
    if (!m_timer)
        m_timer = m_clock.after(std::max<std::chrono::milliseconds>(newsTogether, m_outside.untilNext()),
                                [this] { say(); });
}

void Herald::say()
{
    m_firing = std::move(m_timer);
    // Somebody may have come back, or wanted peace, since.
    m_waiting.removeIf([this](const News &news) { return !m_outside.mayPopUp(news.matter); });
    if (m_waiting.isEmpty())
        return;
    if (const auto next = m_outside.untilNext(); next > 0ms) {
        m_timer = m_clock.after(next, [this] { say(); });
        return;
    }
    m_told = std::exchange(m_waiting, {});
    const client::Matter worst = std::min_element(m_told.begin(), m_told.end(), [](auto &one, auto &other) {
                                     return one.matter < other.matter;
                                 })->matter;
    PopUp popUp;
    popUp.isUrgent = std::any_of(m_told.begin(), m_told.end(),
                                 [](const News &news) { return news.matter == client::Matter::Urgent; });
    if (m_told.size() == 1) {
        popUp.title = plainLine(m_told.first().title);
        popUp.body = plainLine(m_told.first().body);
    } else {
        popUp.title = tr("%n things happened", nullptr, int(m_told.size()));
        QStringList lines;
        for (const News &news : m_told.mid(0, mostNewsNamed))
            lines << plainLine(news.title);
        if (m_told.size() > mostNewsNamed)
            lines << tr("and %n more", nullptr, int(m_told.size() - mostNewsNamed));
        popUp.body = lines.join(u'\n');
    }
    m_outside.show(*m_desktop, popUp, popUp.isUrgent ? client::Matter::Urgent : worst);
}

void Herald::open()
{
    Q_EMIT windowWanted();
    if (m_told.size() == 1 && m_told.first().open)
        m_told.first().open();
    else
        Q_EMIT centreWanted();
}

} // namespace shell
