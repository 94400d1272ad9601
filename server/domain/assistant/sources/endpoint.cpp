// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/endpoint.h"

#include "core/subnet.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <algorithm>
#include <array>

namespace assistant::sources {

namespace {
QString endpointText(const char *text) { return QCoreApplication::translate("assistant", text); }
} // namespace

core::Result<QUrl> completionsUrl(const QString &text, bool isPrivateAllowed)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isWeb = scheme == u"https" || scheme == u"http";
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment()) {
        return core::Error{
            core::ErrorCode::Invalid,
            endpointText("This is no address of a model's service. Write it as "
                         "https://models.example.org/v1, without a name, a key or a question mark.")};
    }
    if (scheme == u"http" && !isPrivateAllowed) {
        return core::Error{
            core::ErrorCode::Invalid,
            endpointText("Over http:// everybody on the way reads along. Write https://, or allow "
                         "addresses of this network where the service is in it.")};
    }
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.isEmpty())
        path = QStringLiteral("/v1");
    if (!path.endsWith(u"/chat/completions"))
        path += QStringLiteral("/chat/completions");
    url.setPath(path);
    return url;
}

bool isPrivateAddress(const core::Address &address)
{
    // IANA's registries of special-purpose addresses, as far as something may listen there.
    static const std::array reserved{"0.0.0.0/8",      "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",
                                     "169.254.0.0/16", "172.16.0.0/12",  "192.0.0.0/24",  "192.168.0.0/16",
                                     "198.18.0.0/15",  "224.0.0.0/3",    "::/128",        "::1/128",
                                     "64:ff9b::/96",   "64:ff9b:1::/48", "2002::/16",     "2001::/23",
                                     "fc00::/7",       "fe80::/10",      "fec0::/10",     "ff00::/8"};
    return address.isNull() || std::any_of(reserved.begin(), reserved.end(), [&address](const char *text) {
               const auto subnet = core::Subnet::parse(QString::fromLatin1(text));
               return subnet && subnet->contains(address);
           });
}

void resolveBySystem(QObject *asker, const QString &host, const std::function<void(Addresses)> &answer)
{
    QHostInfo::lookupHost(host, asker, [host, answer](const QHostInfo &info) {
        QList<core::Address> addresses;
        const QList<QHostAddress> found = info.addresses();
        for (const QHostAddress &each : found) {
            if (const auto address = core::Address::parse(each.toString()))
                addresses << *address;
        }
        if (!addresses.isEmpty())
            return answer(addresses);
        answer(core::Error{core::ErrorCode::Unavailable,
                           endpointText("The model's service %1 is not known by name.").arg(host)});
    });
}

core::Result<core::Address> admitted(const QList<core::Address> &addresses, bool isPrivateAllowed)
{
    const auto found = std::find_if(addresses.begin(), addresses.end(), [&](const core::Address &each) {
        return isPrivateAllowed || !isPrivateAddress(each);
    });
    if (found != addresses.end())
        return *found;
    return core::Error{
        core::ErrorCode::Forbidden,
        endpointText("The model's service has an address of this network, and that is not allowed.")};
}

} // namespace assistant::sources
