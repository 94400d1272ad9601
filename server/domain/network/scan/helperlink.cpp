// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/helperlink.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace network::scan {

core::Result<void> HelperLink::open(const QString &path)
{
    close();
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const bool fits = !name.isEmpty() && size_t(name.size()) < sizeof address.sun_path;
    if (fits)
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    m_socket = fits ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0) : -1;
    // A Unix socket connects at once or not at all (unix(7): EAGAIN when its queue is full).
    if (m_socket < 0 ||
        ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        const int reason = fits ? errno : ENAMETOOLONG;
        close();
        return core::Error{
            core::ErrorCode::Unavailable,
            tr("belfry-scan-helper does not answer at %1 (%2). Start it, and let it serve this user.")
                .arg(path, QString::fromLocal8Bit(std::strerror(reason)))};
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &HelperLink::read);
    return {};
}

bool HelperLink::send(const QByteArray &bytes)
{
    return m_socket >= 0 &&
           ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == ssize_t(bytes.size());
}

void HelperLink::close()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it may be what called us
    }
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void HelperLink::read()
{
    std::array<char, 65536> buffer; // NOLINT: read() fills it
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        close();
        Q_EMIT lost();
        return;
    }
    Q_EMIT heard(QByteArray(buffer.data(), qsizetype(count)));
}

} // namespace network::scan
