// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/listener.h"

#include "core/log.h"
#include "transport/reception.h"

#include <QCoreApplication>

namespace transport {

class Listener::Private
{
public:
    template <class... Args>
    explicit Private(Args &&...args) : reception(std::forward<Args>(args)...)
    {
    }

    Reception reception;
};

Listener::Listener(std::shared_ptr<const Router> router, ListenerOptions options, core::Clock &clock,
                   core::Entropy &entropy, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(router), std::move(options), clock, entropy))
{
}

Listener::~Listener() = default;

core::Result<void> Listener::listen(const QString &address, quint16 port)
{
    if (address == QLatin1String("localhost")) {
        if (auto opened = d->reception.listen(QHostAddress(QHostAddress::LocalHost), port); !opened)
            return opened;
        // A machine without IPv6 is served all the same.
        if (const auto second = d->reception.listen(QHostAddress(QHostAddress::LocalHostIPv6), this->port());
            !second)
            qCWarning(logTransport, "%ls", qUtf16Printable(second.error().message));
        return {};
    }
    const QHostAddress literal(address);
    if (literal.isNull())
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("transport",
                                                       "\"%1\" is not an address to listen on. Give an "
                                                       "IP address, or localhost.")
                               .arg(address)};
    return d->reception.listen(literal, port);
}

quint16 Listener::port() const
{
    return d->reception.acceptors().empty() ? quint16(0) : d->reception.acceptors().front()->serverPort();
}

QStringList Listener::urls() const
{
    QStringList urls;
    for (const auto &acceptor : d->reception.acceptors()) {
        const bool isPlain = d->reception.allowsPlaintext() || acceptor->serverAddress().isLoopback();
        QUrl url;
        url.setScheme(isPlain ? QStringLiteral("http") : QStringLiteral("https"));
        url.setHost(acceptor->serverAddress().toString());
        url.setPort(acceptor->serverPort());
        urls.append(url.toString());
    }
    return urls;
}

int Listener::channelCount() const { return d->reception.channelCount(); }
void Listener::close() { d->reception.close(); }

} // namespace transport
