// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/networkspanel.h"

#include "core/subnet.h"
#include "kit/label.h"
#include "settings/formdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>

namespace settings {

namespace {
using network::ScopeNetwork;
constexpr int longestSubnet = 64;
constexpr int longestNetworkName = 128;
/// A network with more is not scanned as a whole (the limit of one scan is a /20).
constexpr double mostAtOnce = 4096;

QString nameOf(const ScopeNetwork &network)
{
    return network.displayName.isEmpty() ? network.subnet
                                         : QStringLiteral("%1 (%2)").arg(network.displayName, network.subnet);
}

/// How many addresses what was typed has, or how to write it.
QString sizeSentence(const QString &text)
{
    if (text.trimmed().isEmpty())
        return NetworksPanel::tr("As 192.168.1.0/24 or 2001:db8::/120");
    const auto subnet = core::Subnet::parse(text.trimmed());
    if (!subnet)
        return NetworksPanel::tr("This is no network yet. Write it as 192.168.1.0/24 or 2001:db8::/120.");
    const double size = double(subnet->size());
    const QString span =
        NetworksPanel::tr("%1 to %2").arg(subnet->address().toString(), subnet->last().toString());
    if (size <= 1)
        return NetworksPanel::tr("1 address");
    if (size > mostAtOnce)
        return NetworksPanel::tr("%1 addresses, %2. That is more than one scan takes; scan parts of it.")
            .arg(kit::format::count(qint64(std::min(size, 9e18))), span);
    return NetworksPanel::tr("%1 addresses, %2").arg(kit::format::count(qint64(size)), span);
}
} // namespace

NetworksPanel::NetworksPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("Networks"), parent), m_networks(&ScopeNetwork::subnet, columns(), this),
      m_tick(addDeed(tr("&Tick"))), m_watch(addDeed(tr("&Watch"))), m_change(addDeed(tr("&Change…"))),
      m_remove(addDeed(tr("&Remove…")))
{
    explain(tr("Nothing is scanned until you tick a network. Tick only those that you are allowed to scan."));
    setEmptyText(tr("This machine is in no network that could be scanned. Add one by hand."));
    connect(addMaker(tr("&Add network…")), &QAction::triggered, this, &NetworksPanel::add);
    connect(m_tick, &QAction::triggered, this, &NetworksPanel::tick);
    connect(m_watch, &QAction::triggered, this, &NetworksPanel::watch);
    connect(m_change, &QAction::triggered, this, &NetworksPanel::change);
    connect(m_remove, &QAction::triggered, this, &NetworksPanel::remove);
    setModel(m_networks);
    connect(this, &ListPanel::rowChanged, this, &NetworksPanel::allowDeeds);
    allowDeeds();
}

QList<Column<ScopeNetwork>> NetworksPanel::columns()
{
    Column<ScopeNetwork> ticked(tr("Scanned"), [](const ScopeNetwork &network) {
        return network.isTicked ? tr("allowed") : tr("never");
    });
    ticked.isTicked = [](const ScopeNetwork &network) { return network.isTicked; };
    ticked.whenTicked = [this](ScopeNetwork network, bool isTicked) {
        network.isTicked = isTicked;
        set(network);
    };
    Column<ScopeNetwork> watched(
        tr("Watched"), [](const ScopeNetwork &network) { return network.isWatched ? tr("yes") : tr("no"); },
        [](const ScopeNetwork &) {
            return tr("Its devices are asked every few seconds whether they answer");
        });
    watched.isTicked = [](const ScopeNetwork &network) { return network.isTicked && network.isWatched; };
    watched.whenTicked = [this](ScopeNetwork network, bool isWatched) {
        network.isWatched = isWatched;
        set(network);
    };
    return {ticked,
            {tr("Network"), [](const ScopeNetwork &network) { return network.subnet; }},
            {tr("Name"),
             [](const ScopeNetwork &network) {
                 return network.displayName.isEmpty() ? kit::format::none() : network.displayName;
             }},
            watched,
            {tr("Addresses"),
             [](const ScopeNetwork &network) {
                 return kit::format::count(qint64(std::min(network.addresses, 9e18)));
             }},
            {tr("Devices"), [](const ScopeNetwork &network) { return kit::format::count(network.devices); }},
            {tr("This machine is in it by"), [](const ScopeNetwork &network) {
                 return network.interfaceName.isEmpty() ? kit::format::none() : network.interfaceName;
             }}};
}

void NetworksPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), network::ListScope{}, this,
                [this](const core::Result<network::ListScope::Reply> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    m_networks.show(reply->networks);
                    tell(*reply);
                });
}

void NetworksPanel::tell(const network::ListScope::Reply &reply)
{
    const bool isAny = std::any_of(reply.networks.begin(), reply.networks.end(),
                                   [](const ScopeNetwork &network) { return network.isTicked; });
    QStringList sentences{
        isAny ? tr("Only ticked networks are scanned. Tick those that you are allowed to scan.")
              : tr("Nothing is scanned until you tick a network. Tick only those that you are allowed to "
                   "scan.")};
    sentences << (reply.scanner.isEmpty() ? tr("There is nothing here that scans.")
                                          : tr("Scanner: %1.", "nmap 7.93").arg(reply.scanner));
    explain((sentences + reply.missing).join(QLatin1Char(' ')));
}

void NetworksPanel::allowDeeds()
{
    const ScopeNetwork *network = m_networks.at(row());
    const QString none = network ? QString() : tr("Choose a network first.");
    const bool isTicked = network && network->isTicked;
    m_tick->setText(isTicked ? tr("Un&tick") : tr("&Tick"));
    m_watch->setText(network && isTicked && network->isWatched ? tr("Stop &watching") : tr("&Watch"));
    allow(m_tick, none);
    allow(m_watch, network && !isTicked ? tr("Tick the network first.") : none);
    allow(m_change, none);
    const bool isFound = network && !network->isTicked && !network->interfaceName.isEmpty();
    allow(m_remove,
          isFound ? tr("This machine is in it, so it stays on the list. It is not scanned.") : none);
}

void NetworksPanel::set(network::ScopeNetwork network)
{
    perform(network::SetScope{network.subnet, network.displayName, network.isTicked, network.isWatched});
}

void NetworksPanel::tick()
{
    if (const ScopeNetwork *chosen = m_networks.at(row())) {
        ScopeNetwork network = *chosen;
        network.isTicked = !network.isTicked;
        set(network);
    }
}

void NetworksPanel::watch()
{
    if (const ScopeNetwork *chosen = m_networks.at(row())) {
        ScopeNetwork network = *chosen;
        network.isWatched = !network.isWatched;
        set(network);
    }
}

void NetworksPanel::add()
{
    ScopeNetwork network;
    network.isTicked = network.isWatched = true;
    edit(network, true);
}

void NetworksPanel::change()
{
    if (const ScopeNetwork *network = m_networks.at(row()))
        edit(*network, false);
}

void NetworksPanel::edit(const network::ScopeNetwork &network, bool isNew)
{
    auto *dialog = new FormDialog(link(), isNew ? tr("Add network") : tr("Network %1").arg(network.subnet),
                                  isNew ? tr("&Add network") : tr("&Save"), this);
    QLineEdit *subnet = dialog->addLine(tr("N&etwork:"), longestSubnet);
    subnet->setText(network.subnet);
    subnet->setReadOnly(!isNew);
    kit::Label *size = dialog->addHint(sizeSentence(network.subnet));
    connect(subnet, &QLineEdit::textChanged, size,
            [size](const QString &text) { size->setText(sizeSentence(text)); });
    QLineEdit *name = dialog->addLine(tr("&Name:"), longestNetworkName);
    name->setText(network.displayName);
    auto *ticked = new QCheckBox(tr("It may be &scanned"));
    ticked->setChecked(network.isTicked);
    dialog->addField(QString(), ticked);
    ticked->setAccessibleName(ticked->text().remove(u'&'));
    dialog->addHint(tr("Tick it only if you are allowed to scan it."));
    auto *watched = new QCheckBox(tr("Its devices are &watched"));
    watched->setChecked(network.isWatched);
    dialog->addField(QString(), watched);
    watched->setAccessibleName(watched->text().remove(u'&'));
    dialog->whenSubmitted([=] {
        const auto wanted = core::Subnet::parse(subnet->text().trimmed());
        if (!wanted)
            return dialog->fail(tr("Write the network as 192.168.1.0/24 or 2001:db8::/120."), subnet);
        dialog->send(network::SetScope{wanted->toString(), name->text().trimmed(), ticked->isChecked(),
                                       watched->isChecked()});
    });
    open(dialog);
}

void NetworksPanel::remove()
{
    const ScopeNetwork *network = m_networks.at(row());
    if (network == nullptr)
        return;
    auto *dialog =
        new FormDialog(link(), tr("Remove network %1?").arg(nameOf(*network)), tr("&Remove"), this);
    dialog->explain(tr("It is no longer scanned and its devices are no longer watched. What is known of them "
                       "stays."));
    dialog->whenSubmitted([dialog, subnet = network->subnet] { dialog->send(network::RemoveScope{subnet}); });
    open(dialog);
}

} // namespace settings
