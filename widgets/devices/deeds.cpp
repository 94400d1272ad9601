// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/deeds.h"

#include "client/ask.h"
#include "core/principal.h"
#include "devices/mergesheet.h"
#include "kit/toast.h"
#include "network/compose.h"

#include <QInputDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPushButton>

namespace devices {

namespace {

constexpr qsizetype mostAtOnce = 1000; // as network.devices.set has it
constexpr qsizetype mostMerged = 64;   // as network.devices.merge has it

template <class Value>
void keep(std::optional<Value> &old, const std::optional<Value> &change, const Value &value)
{
    if (change)
        old = value;
}

/// What puts one device back; what it is by itself is put back to that.
network::SetDevices before(const network::Entry &device, const network::SetDevices &change)
{
    network::SetDevices old;
    const bool isOwnName = device.name == device.hostname || device.addresses.contains(device.name);
    keep(old.displayName, change.displayName, isOwnName ? QString() : device.name);
    keep(old.deviceType, change.deviceType, device.isTypeSet ? device.deviceType : QString());
    keep(old.department, change.department, device.departmentId);
    keep(old.owner, change.owner, device.owner);
    keep(old.tags, change.tags, device.tags);
    keep(old.notes, change.notes, device.notes);
    keep(old.isExpectedUp, change.isExpectedUp, device.isExpectedUp);
    keep(old.criticality, change.criticality, device.criticality);
    keep(old.parentId, change.parentId, device.parentId);
    keep(old.standing, change.standing, device.standing);
    return old;
}

} // namespace

Deeds::Deeds(client::Mirror &mirror, client::Devices &devices, kit::ToastArea &toasts, QWidget &page)
    : QObject(&page), m_mirror(mirror), m_devices(devices), m_toasts(toasts), m_page(page)
{
}

QString Deeds::whyNot() const
{
    if (m_mirror.link().state() != client::Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = m_mirror.user();
    const bool may = user && (user->role == core::roleWord(core::Role::Admin) ||
                              user->role == core::roleWord(core::Role::Operator));
    return may ? QString() : tr("Only operators and administrators may change devices.");
}

QList<network::SetDevices> Deeds::undoing(const QStringList &ids, const network::SetDevices &change) const
{
    QMap<QByteArray, network::SetDevices> groups;
    for (const QString &id : ids) {
        const network::Entry *device = m_devices.find(id);
        if (!device)
            continue;
        const network::SetDevices old = before(*device, change);
        network::SetDevices &group = groups[QJsonDocument(core::toJson(old).toObject()).toJson()];
        if (group.ids.isEmpty())
            group = old;
        group.ids << id;
    }
    return groups.values();
}

void Deeds::set(const QStringList &ids, const network::SetDevices &change, const QString &done)
{
    const QList<network::SetDevices> undo = undoing(ids, change);
    network::SetDevices all = change;
    all.ids = ids;
    send({all}, [this, undo, done] {
        kit::Toast *toast = m_toasts.say(done, tr("Undo"));
        connect(toast, &kit::Toast::actionTriggered, this,
                [this, undo] { send(undo, [this] { m_toasts.say(tr("It is as it was.")); }); });
    });
}

void Deeds::send(const QList<network::SetDevices> &commands, const std::function<void()> &done)
{
    QList<network::SetDevices> pieces;
    for (const network::SetDevices &command : commands) {
        for (qsizetype at = 0; at < command.ids.size(); at += mostAtOnce) {
            pieces << command;
            pieces.last().ids = command.ids.mid(at, mostAtOnce);
        }
    }
    const auto left = std::make_shared<qsizetype>(pieces.size());
    for (const network::SetDevices &piece : std::as_const(pieces)) {
        client::ask(m_mirror.link(), piece, this,
                    [this, left, done](const core::Result<network::SetDevices::Reply> &reply) {
                        if (!reply) {
                            Q_EMIT refused(reply.error().message);
                            return;
                        }
                        if (--*left == 0)
                            done();
                    });
    }
}

void Deeds::approve(const QStringList &ids)
{
    network::SetDevices change;
    change.standing = network::Standing::Approved;
    set(ids, change, tr("%n device(s) approved.", nullptr, int(ids.size())));
}

void Deeds::ignore(const QStringList &ids)
{
    network::SetDevices change;
    change.standing = network::Standing::Ignored;
    set(ids, change, tr("%n device(s) ignored; they are under “Ignored”.", nullptr, int(ids.size())));
}

void Deeds::forget(const QStringList &ids)
{
    auto *question = new QMessageBox(&m_page);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Warning);
    question->setWindowTitle(tr("Forget devices"));
    question->setTextFormat(Qt::PlainText);
    const network::Entry *first = m_devices.find(ids.value(0));
    question->setText(ids.size() == 1 && first ? tr("Forget %1?").arg(network::nameOf(*first))
                                               : tr("Forget %n devices?", nullptr, int(ids.size())));
    question->setInformativeText(tr("Their names, notes, tags and history are lost and cannot be brought "
                                    "back. A device that is seen again appears as a new one."));
    QPushButton *yes = question->addButton(tr("&Forget"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(question, &QMessageBox::buttonClicked, this, [this, ids, yes](QAbstractButton *button) {
        if (button == yes)
            sendForget(ids);
    });
    question->open();
}

void Deeds::sendForget(const QStringList &ids)
{
    for (qsizetype at = 0; at < ids.size(); at += mostAtOnce) {
        network::ForgetDevices command;
        command.ids = ids.mid(at, mostAtOnce);
        client::ask(m_mirror.link(), command, this,
                    [this](const core::Result<network::ForgetDevices::Reply> &reply) {
                        if (reply)
                            m_toasts.say(tr("%n device(s) forgotten.", nullptr, reply->changed));
                        else
                            Q_EMIT refused(reply.error().message);
                    });
    }
}

void Deeds::merge(const QStringList &ids)
{
    if (ids.size() > mostMerged) {
        Q_EMIT refused(tr("At most %1 devices can be made one at once. Choose fewer.").arg(mostMerged));
        return;
    }
    QList<network::Entry> chosen;
    for (const QString &id : ids) {
        if (const network::Entry *device = m_devices.find(id))
            chosen << *device;
    }
    if (chosen.size() < 2)
        return;
    auto *sheet = new MergeSheet(chosen, &m_page);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, sheet, chosen] {
        QStringList others;
        for (const network::Entry &device : chosen) {
            if (device.id != sheet->chosen())
                others << device.id;
        }
        sendMerge(sheet->chosen(), others);
    });
    sheet->open();
}

void Deeds::sendMerge(const QString &into, const QStringList &ids)
{
    network::MergeDevices command{into, ids};
    client::ask(m_mirror.link(), command, this,
                [this, count = int(ids.size()) + 1](const core::Result<network::MergeDevices::Reply> &reply) {
                    if (reply)
                        m_toasts.say(tr("%n devices are one now.", nullptr, count));
                    else
                        Q_EMIT refused(reply.error().message);
                });
}

void Deeds::add()
{
    auto *sheet = new QInputDialog(&m_page);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(tr("Add a device"));
    sheet->setLabelText(tr("Address of a device that nothing has found, IPv4 or IPv6:"));
    sheet->setOkButtonText(tr("&Add"));
    connect(sheet, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        client::ask(m_mirror.link(), network::AddDevice{text.trimmed(), {}}, this,
                    [this](const core::Result<network::AddDevice::Reply> &reply) {
                        if (reply)
                            Q_EMIT added(reply->id);
                        else
                            Q_EMIT refused(reply.error().message);
                    });
    });
    sheet->open();
}

} // namespace devices
