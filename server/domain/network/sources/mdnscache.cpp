// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/mdnscache.h"

#include "domain/network/sources/foreigntext.h"

namespace network::sources {

namespace {
constexpr qsizetype mostTypes = 256;
constexpr qsizetype mostServices = 4096;
constexpr qsizetype mostHosts = 4096;
constexpr qsizetype mostHostAddresses = 16;
constexpr std::chrono::seconds longestLife{4500};           // RFC 6762 §10
const QByteArray everyType("_services._dns-sd._udp.local"); // RFC 6763 §9

QByteArray keyOf(const QByteArray &name) { return name.toLower(); }

bool isType(const QByteArray &name)
{
    const QList<QByteArray> labels = labelsOf(name);
    return labels.size() == 3 && labels.at(0).startsWith('_') &&
           (labels.at(1) == "_tcp" || labels.at(1) == "_udp") && keyOf(labels.at(2)) == "local";
}

/// The type of an instance's name, which is what follows its first label (RFC 6763 §4.1).
QByteArray typeOf(const QByteArray &instance)
{
    const QList<QByteArray> labels = labelsOf(instance);
    const QByteArray type = labels.size() == 4 ? labels.mid(1).join('.') : QByteArray();
    return isType(type) ? type : QByteArray();
}

QMap<QString, QString> textsOf(const QList<QByteArray> &texts)
{
    QMap<QString, QString> map;
    for (const QByteArray &text : texts) {
        const qsizetype equals = text.indexOf('=');
        const QString key = foreignText(equals < 0 ? text : text.first(equals)).toLower();
        if (!key.isEmpty() && !map.contains(key)) // the first counts (RFC 6763 §6.4)
            map.insert(key, equals < 0 ? QString() : foreignText(text.sliced(equals + 1)));
    }
    return map;
}
} // namespace

MdnsCache::Change MdnsCache::take(const DnsMessage &message, const core::Address &source,
                                  std::chrono::milliseconds now)
{
    Change change;
    if (!message.isResponse || message.code != 0)
        return change;
    for (const DnsRecord &record : message.records) {
        const auto until =
            now + std::min<std::chrono::seconds>(std::chrono::seconds(record.ttl), longestLife);
        switch (record.type) {
        case DnsType::Ptr:
            takePointer(record, until, change);
            break;
        case DnsType::Srv:
            takeService(record, until, change);
            break;
        case DnsType::Txt:
            takeTexts(record);
            break;
        case DnsType::A:
        case DnsType::Aaaa:
            takeAddress(record, source, until);
            break;
        default:
            break;
        }
    }
    tell(source, change);
    return change;
}

void MdnsCache::takePointer(const DnsRecord &record, std::chrono::milliseconds until, Change &change)
{
    if (keyOf(record.name) == everyType) {
        const QByteArray key = keyOf(record.target);
        if (isType(record.target) && !m_types.contains(key) && m_types.size() < mostTypes) {
            m_types.insert(key, record.target);
            change.questions.append({record.target, DnsType::Ptr});
        }
        return;
    }
    if (!isType(record.name) || keyOf(typeOf(record.target)) != keyOf(record.name))
        return;
    if (record.ttl == 0) { // a farewell (RFC 6762 §10.1)
        remove(keyOf(record.target), change);
        return;
    }
    const bool isNew = !m_services.contains(keyOf(record.target));
    if (serviceOf(record.target, until) && isNew)
        change.questions +=
            {DnsQuestion{record.target, DnsType::Srv}, DnsQuestion{record.target, DnsType::Txt}};
}

void MdnsCache::takeService(const DnsRecord &record, std::chrono::milliseconds until, Change &change)
{
    if (record.ttl == 0) {
        remove(keyOf(record.name), change);
        return;
    }
    Service *service = record.target.isEmpty() ? nullptr : serviceOf(record.name, until);
    if (!service)
        return;
    leaveHost(keyOf(record.name), service->host);
    service->host = keyOf(record.target);
    m_byHost[service->host].insert(keyOf(record.name));
    service->service.host = foreignText(record.target);
    service->service.port = record.port;
    service->isComplete = true;
    if (!m_hosts.contains(service->host))
        change.questions +=
            {DnsQuestion{record.target, DnsType::A}, DnsQuestion{record.target, DnsType::Aaaa}};
}

void MdnsCache::takeTexts(const DnsRecord &record)
{
    const QByteArray key = keyOf(record.name);
    const auto service = m_services.find(key);
    if (service == m_services.end() || record.ttl == 0)
        return;
    service->service.texts = textsOf(record.texts);
    m_touchedServices.insert(key);
}

void MdnsCache::takeAddress(const DnsRecord &record, const core::Address &source,
                            std::chrono::milliseconds until)
{
    const QByteArray key = keyOf(record.name);
    if (record.address.isNull() || record.ttl == 0 || !key.endsWith(".local") ||
        (!m_hosts.contains(key) && m_hosts.size() >= mostHosts))
        return;
    Host &host = m_hosts[key];
    host.host.name = foreignText(record.name);
    host.host.source = source;
    host.until = std::max(host.until, until);
    // The first of a kind that flushes comes instead of what was there.
    if (record.flushes && !m_touchedHosts.contains(key))
        host.host.addresses.clear();
    if (!host.host.addresses.contains(record.address) && host.host.addresses.size() < mostHostAddresses)
        host.host.addresses.append(record.address);
    m_touchedHosts.insert(key);
}

MdnsCache::Service *MdnsCache::serviceOf(const QByteArray &name, std::chrono::milliseconds until)
{
    const QByteArray key = keyOf(name);
    auto service = m_services.find(key);
    if (service == m_services.end()) {
        const QByteArray type = typeOf(name);
        if (type.isEmpty() || m_services.size() >= mostServices)
            return nullptr;
        service = m_services.insert(key, {});
        service->service.instance = foreignText(labelsOf(name).first());
        service->service.type = QString::fromLatin1(type.chopped(int(sizeof ".local") - 1));
    }
    service->until = std::max(service->until, until);
    m_touchedServices.insert(key);
    return &*service;
}

void MdnsCache::remove(const QByteArray &key, Change &change)
{
    const auto service = m_services.constFind(key);
    if (service == m_services.constEnd())
        return;
    if (service->isComplete)
        change.gone.append(service->service);
    m_touchedServices.remove(key);
    leaveHost(key, service->host);
    m_services.erase(service);
}

void MdnsCache::leaveHost(const QByteArray &service, const QByteArray &host)
{
    const auto services = m_byHost.find(host);
    if (services == m_byHost.end())
        return;
    services->remove(service);
    if (services->isEmpty())
        m_byHost.erase(services);
}

void MdnsCache::tell(const core::Address &source, Change &change)
{
    for (const QByteArray &key : std::as_const(m_touchedHosts)) {
        change.hosts.append(m_hosts.value(key).host);
        m_touchedServices += m_byHost.value(key);
    }
    for (const QByteArray &key : std::as_const(m_touchedServices)) {
        Service &service = m_services[key];
        if (!service.isComplete)
            continue;
        service.service.source = source;
        service.service.addresses = m_hosts.value(service.host).host.addresses;
        change.services.append(service.service);
    }
    m_touchedHosts.clear();
    m_touchedServices.clear();
}

MdnsCache::Change MdnsCache::expire(std::chrono::milliseconds now)
{
    Change change;
    QList<QByteArray> old;
    for (auto service = m_services.cbegin(); service != m_services.cend(); ++service) {
        if (service->until <= now)
            old.append(service.key());
    }
    for (const QByteArray &key : std::as_const(old))
        remove(key, change);
    m_hosts.removeIf([now](const auto &host) { return host.value().until <= now; });
    return change;
}

QList<DnsQuestion> MdnsCache::questions() const
{
    QList<DnsQuestion> questions{{everyType, DnsType::Ptr}};
    for (const QByteArray &type : m_types)
        questions.append({type, DnsType::Ptr});
    return questions;
}

QList<MdnsService> MdnsCache::services() const
{
    QList<MdnsService> list;
    for (const Service &service : m_services) {
        if (service.isComplete)
            list.append(service.service);
    }
    return list;
}

} // namespace network::sources
