// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/serviceasker.h"

#include <QTimer>

namespace network {

namespace {
using namespace sources;

core::Error bad(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

bool isHost(const QString &text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

core::Result<sources::Check> httpOf(const automation::Check &check)
{
    const QUrl url(check.target, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return bad(ServiceAsker::tr("%1 is no web address. Write it as https://host/path.")
                       .arg(check.target.left(128)));
    return sources::Check(HttpCheck{.url = url, .status = check.expectedStatus, .text = check.expectedText});
}
} // namespace

ServiceAsker::ServiceAsker(const Devices &devices, const QList<DnsServer> &servers, core::Clock &clock,
                           core::Entropy &entropy)
    : m_devices(devices), m_names({.servers = servers}, clock, entropy), m_checks(m_names, clock)
{
}

core::Result<sources::Check> ServiceAsker::sourceOf(const automation::Check &check) const
{
    using automation::CheckKind;
    if (check.kind == CheckKind::Http)
        return httpOf(check);
    if (!isHost(check.target))
        return bad(tr("%1 is no host. Give a name or an address.").arg(check.target.left(128)));
    if (check.kind == CheckKind::Tcp) {
        if (check.port == 0)
            return bad(tr("Say which port is to be open."));
        return sources::Check(TcpCheck{.host = check.target, .port = quint16(check.port)});
    }
    if (check.kind == CheckKind::Tls) {
        constexpr quint16 usual = 443;
        return sources::Check(TlsCheck{.host = check.target,
                                       .port = check.port == 0 ? usual : quint16(check.port),
                                       .days = check.daysBefore});
    }
    return sources::Check(DnsCheck{.name = check.target, .expected = check.expectedText});
}

core::Result<void> ServiceAsker::judge(const automation::Check &check) const
{
    if (check.kind == automation::CheckKind::Ping) {
        return core::Address::parse(check.target)
                   ? core::Result<void>()
                   : bad(tr("%1 is no address. A ping goes to an address.").arg(check.target.left(128)));
    }
    const auto source = sourceOf(check);
    return source ? core::Result<void>() : core::Result<void>(source.error());
}

ServiceAnswer ServiceAsker::ping(const QString &target) const
{
    const auto address = core::Address::parse(target);
    const Known *device = address ? m_devices.inventory().holder(*address) : nullptr;
    if (device == nullptr || device->entry.state == State::Unknown)
        return {false, tr("%1 is not watched. Tick its network, or ask a port of it.").arg(target), 0, {}};
    const bool isUp = device->entry.state == State::Up;
    const double milliseconds = device->entry.latency.value_or(0);
    return {isUp,
            isUp ? tr("It answers in %1 ms.").arg(milliseconds, 0, 'f', 1) : tr("It answers no ping."),
            milliseconds,
            {}};
}

void ServiceAsker::ask(const automation::Check &check, std::function<void(const ServiceAnswer &)> listener)
{
    if (check.kind == automation::CheckKind::Ping) {
        QTimer::singleShot(0, this, [this, target = check.target, listener] { listener(ping(target)); });
        return;
    }
    const auto source = sourceOf(check);
    if (!source) {
        QTimer::singleShot(0, this, [listener, sentence = source.error().message] {
            listener({false, sentence, 0, {}});
        });
        return;
    }
    m_checks.run(*source, std::chrono::milliseconds(qint64(check.timeout * 1000)),
                 [listener](const CheckResult &result) {
                     listener({result.isOk, result.sentence, result.milliseconds,
                               result.expiry.isValid() ? std::optional(result.expiry) : std::nullopt});
                 });
}

} // namespace network
