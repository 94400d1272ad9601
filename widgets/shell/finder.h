// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/chat.h"
#include "client/devices.h"
#include "client/place.h"

#include <QCoreApplication>
#include <QIcon>

namespace alerts {
class AlertDeeds;
} // namespace alerts

namespace shell {

/// Something of this house that was meant by what somebody typed. Its texts may be of a foreign source.
struct Finding
{
    QIcon icon;
    QString text;
    QString path;                                      ///< what it is
    std::optional<client::Place> place = std::nullopt; ///< none: it leads nowhere, and its text says why
    bool isAcknowledged = false;                       ///< the alert is acknowledged and not opened
};

/// Finds devices, alerts and rooms by number, address, name or link.
class Finder final
{
    Q_DECLARE_TR_FUNCTIONS(shell::Finder)
public:
    Finder(const alerts::AlertDeeds &deeds, const client::Devices &devices, const client::Chat &chat)
        : m_deeds(deeds), m_devices(devices), m_chat(chat)
    {
    }

    /// What was named in full: nothing else can be meant.
    [[nodiscard]] QList<Finding> named(const QString &typed) const;
    /// What has this in its name; a few.
    [[nodiscard]] QList<Finding> similar(const QString &typed) const;
    /// The addresses this server has for browsers.
    [[nodiscard]] QStringList servers() const;

private:
    [[nodiscard]] Finding found(const client::Place &place) const;
    [[nodiscard]] Finding found(const network::Entry &device) const;
    [[nodiscard]] QList<Finding> alert(const QString &id) const;

    const alerts::AlertDeeds &m_deeds;
    const client::Devices &m_devices;
    const client::Chat &m_chat;
};

} // namespace shell
