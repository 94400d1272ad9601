// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/reversenames.h"

#include "domain/network/sources/foreigntext.h"

#include <QPointer>

namespace network::sources {

ReverseNames::ReverseNames(DnsClient &client, core::Clock &clock, Setup setup, QObject *parent)
    : QObject(parent), m_client(client), m_clock(clock), m_setup(setup)
{
}

ReverseNames::ReverseNames(DnsClient &client, core::Clock &clock, QObject *parent)
    : ReverseNames(client, clock, Setup(), parent)
{
}

void ReverseNames::ask(const core::Address &address)
{
    if (!m_entries.contains(address))
        makeRoom();
    Entry &entry = m_entries[address];
    if (entry.isOpen)
        return;
    if (entry.until > m_clock.steady()) {
        QMetaObject::invokeMethod(
            this, [this, address, name = entry.name] { Q_EMIT found(address, name); }, Qt::QueuedConnection);
        return;
    }
    entry.isOpen = true;
    m_client.ask(reverseName(address), DnsType::Ptr,
                 [self = QPointer<ReverseNames>(this), address](const DnsClient::Answer &answer) {
                     if (self)
                         self->take(address, answer);
                 });
}

void ReverseNames::clear() { m_entries.clear(); }

void ReverseNames::makeRoom()
{
    if (m_entries.size() < m_setup.most)
        return;
    const auto now = m_clock.steady();
    m_entries.removeIf([now](const auto &each) { return !each.value().isOpen && each.value().until <= now; });
    if (m_entries.size() >= m_setup.most)
        m_entries.removeIf([](const auto &each) { return !each.value().isOpen; });
}

void ReverseNames::take(const core::Address &address, const DnsClient::Answer &answer)
{
    const auto entry = m_entries.find(address);
    if (entry == m_entries.end())
        return;
    entry->name.clear();
    for (const DnsRecord &record : answer.records) {
        if (record.type == DnsType::Ptr && entry->name.isEmpty())
            entry->name = foreignText(record.target);
    }
    entry->isOpen = false;
    entry->until = m_clock.steady() + (entry->name.isEmpty() ? m_setup.silenceAge : m_setup.age);
    Q_EMIT found(address, entry->name);
}

} // namespace network::sources
