// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/happenings.h"

#include "catalog/inventory.h"

#include <algorithm>
#include <cctype>

namespace client {

namespace {
QStringList happeningTopics() { return {QStringLiteral("network.device.*"), QStringLiteral("security.*")}; }

bool isHappening(const core::Event &event)
{
    const QString &topic = event.topic.name();
    return topic.startsWith(QLatin1String("network.device.")) || topic.startsWith(QLatin1String("security."));
}

bool isOfWord(char letter) { return std::isalnum(uchar(letter)) || letter == '-' || letter == '_'; }

/// Whether a letter joins what stands on both sides of it to one word. A colon does so within an address of
/// IPv6 or of hardware alone: behind one of IPv4 stands a port.
bool joins(char letter, const QByteArray &word)
{
    return letter == '.' || (letter == ':' && word.contains(':'));
}

bool beginsAt(const QByteArray &text, qsizetype at, const QByteArray &word)
{
    if (at == 0)
        return true;
    const char before = text[at - 1];
    return joins(before, word) ? at < 2 || !isOfWord(text[at - 2]) : !isOfWord(before);
}

bool endsAt(const QByteArray &text, qsizetype at, const QByteArray &word)
{
    if (at >= text.size())
        return true;
    const char after = text[at];
    return joins(after, word) ? at + 1 >= text.size() || !isOfWord(text[at + 1]) : !isOfWord(after);
}

bool holdsWord(const QByteArray &text, const QByteArray &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (beginsAt(text, at, word) && endsAt(text, at + word.size(), word))
            return true;
    }
    return false;
}
} // namespace

Happenings::Happenings(Link &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&m_link, &Link::eventsReceived, this, &Happenings::hear);
    m_link.subscribe(happeningTopics());
}

Happenings::~Happenings() { m_link.unsubscribe(happeningTopics()); }

bool Happenings::isPassing(const core::Event &event)
{
    return event.topic.name() == QLatin1String(network::DeviceChanged::topic);
}

bool Happenings::isNaming(const core::Event &event, const QStringList &words)
{
    // Those that are joined by the device name it, too.
    if (isPassing(event)) {
        const auto read = event.as<network::DeviceChanged>();
        return read && words.contains(read->device.id);
    }
    const QByteArray text = event.payload.text().toLower();
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return !word.isEmpty() && holdsWord(text, word.toLower().toUtf8());
    });
}

QList<core::Event> Happenings::naming(const QStringList &words, int most) const
{
    QList<core::Event> found;
    if (words.isEmpty())
        return found;
    for (auto event = m_facts.rbegin(); event != m_facts.rend() && found.size() < most; ++event) {
        if (isNaming(*event, words))
            found << *event;
    }
    return found;
}

void Happenings::hear(const QList<core::Event> &events)
{
    QList<core::Event> fresh;
    for (const core::Event &event : events) {
        if (!isHappening(event))
            continue;
        fresh << event;
        if (!isPassing(event))
            m_facts.push_back(event);
    }
    while (m_facts.size() > mostFacts)
        m_facts.pop_front();
    if (!fresh.isEmpty())
        Q_EMIT heard(fresh);
}

} // namespace client
