// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <QStringList>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace app {

namespace {
constexpr int firstXPort = 6000;

/// A connected descriptor, or -1.
int connectTo(const sockaddr *address, socklen_t length, std::chrono::milliseconds patience)
{
    const int descriptor = socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    bool isConnected = connect(descriptor, address, length) == 0;
    if (!isConnected && errno == EINPROGRESS) {
        pollfd wait{descriptor, POLLOUT, 0};
        int error = 0;
        socklen_t size = sizeof error;
        isConnected = poll(&wait, 1, int(patience.count())) == 1 &&
                      getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }
    if (isConnected)
        return descriptor;
    close(descriptor);
    return -1;
}

/// An abstract name is the path behind a zero byte; X servers listen at either.
int connectHere(int number, bool isAbstract, std::chrono::milliseconds patience)
{
    const QByteArray path = QByteArrayLiteral("/tmp/.X11-unix/X") + QByteArray::number(number);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const size_t offset = isAbstract ? 1 : 0;
    std::memcpy(address.sun_path + offset, path.constData(), size_t(path.size()));
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()) + 1);
    return connectTo(reinterpret_cast<const sockaddr *>(&address), length, patience);
}

int connectByTcp(const QString &host, int number, std::chrono::milliseconds patience)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(host.toLocal8Bit().constData(), QByteArray::number(firstXPort + number).constData(),
                    &hints, &found) != 0)
        return -1;
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> all(found, &freeaddrinfo);
    for (const addrinfo *one = all.get(); one != nullptr; one = one->ai_next) {
        const int descriptor = connectTo(one->ai_addr, one->ai_addrlen, patience);
        if (descriptor >= 0)
            return descriptor;
    }
    return -1;
}
} // namespace

std::optional<XAddress> XAddress::parse(const QString &display)
{
    const qsizetype colon = display.lastIndexOf(QLatin1Char(':'));
    if (colon < 0)
        return std::nullopt;
    XAddress address;
    bool isNumber = false;
    address.number = display.mid(colon + 1).split(QLatin1Char('.')).first().toInt(&isNumber);
    if (!isNumber || address.number < 0 || address.number > 65'535 - firstXPort)
        return std::nullopt;
    address.host = display.left(colon);
    address.host = address.host.mid(address.host.indexOf(QLatin1Char('/')) + 1);
    if (address.host.startsWith(QLatin1Char('[')) && address.host.endsWith(QLatin1Char(']')))
        address.host = address.host.mid(1, address.host.size() - 2);
    if (address.host == QLatin1String("unix"))
        address.host.clear();
    return address;
}

Display::Display(const QString &display, std::chrono::milliseconds patience)
{
    const std::optional<XAddress> address = XAddress::parse(display);
    if (!address)
        return;
    if (!address->host.isEmpty()) {
        m_descriptor = connectByTcp(address->host, address->number, patience);
        return;
    }
    m_descriptor = connectHere(address->number, false, patience);
    if (m_descriptor < 0)
        m_descriptor = connectHere(address->number, true, patience);
}

Display::~Display()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

} // namespace app
