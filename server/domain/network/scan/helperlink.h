// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace network::scan {

/// A connection to belfry-scan-helper that never blocks: lines, and bytes a line has announced.
class HelperLink final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~HelperLink() override { close(); }

    /// Errors: Unavailable when nobody listens at the path.
    core::Result<void> open(const QString &path);
    [[nodiscard]] bool isOpen() const { return m_socket >= 0; }
    /// False when it could not be sent; what is sent is a line or two.
    bool send(const QByteArray &bytes);
    void close();

Q_SIGNALS:
    void heard(const QByteArray &bytes);
    /// The other side is gone; not after close().
    void lost();

private:
    void read();

    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace network::scan
