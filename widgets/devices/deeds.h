// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/mirror.h"

#include <QObject>

class QWidget;

namespace kit {
class ToastArea;
} // namespace kit

namespace devices {

/// What people do to devices: told to the server, said to be done, and taken
/// back or asked about first where it loses something.
class Deeds final : public QObject
{
    Q_OBJECT
public:
    /// The page is what dialogs stand over.
    Deeds(client::Mirror &mirror, client::Devices &devices, kit::ToastArea &toasts, QWidget &page);

    /// Why nothing can be done now; empty: it can.
    [[nodiscard]] QString whyNot() const;
    /// Changes what the command says of these devices; the ids in it do not
    /// count.
    void set(const QStringList &ids, const network::SetDevices &change, const QString &done);
    void approve(const QStringList &ids);
    void ignore(const QStringList &ids);
    /// Asks first: what people wrote about them is lost.
    void forget(const QStringList &ids);
    /// Asks which one stays.
    void merge(const QStringList &ids);
    /// Asks for an address.
    void add();

Q_SIGNALS:
    /// What the server refused, in its words.
    void refused(const QString &why);
    /// A device was made known by hand.
    void added(const QString &id);

private:
    /// One way to put back what some of the devices were.
    [[nodiscard]] QList<network::SetDevices> undoing(const QStringList &ids,
                                                     const network::SetDevices &change) const;
    void send(const QList<network::SetDevices> &commands, const std::function<void()> &done);
    void sendForget(const QStringList &ids);
    void sendMerge(const QString &into, const QStringList &ids);

    client::Mirror &m_mirror;
    client::Devices &m_devices;
    kit::ToastArea &m_toasts;
    QWidget &m_page;
};

} // namespace devices
