// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "transport/channel.h"

#include <QObject>

#include <functional>
#include <memory>

namespace transport {

/// A Unix socket in the data directory, for the same user on the same machine (`belfry user …` while the
/// server runs). Messages are lines of UTF-8 text; the peer's user id is checked (SO_PEERCRED).
class LocalDoor : public QObject
{
    Q_OBJECT
public:
    explicit LocalDoor(std::function<void(Channel *)> open, QObject *parent = nullptr);
    ~LocalDoor() override;

    core::Result<void> listen(const QString &path);
    void close();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace transport
