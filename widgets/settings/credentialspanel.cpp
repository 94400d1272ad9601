// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialspanel.h"

#include "kit/label.h"
#include "settings/credentialform.h"
#include "settings/formdialog.h"

#include <QAction>
#include <QLineEdit>

#include <memory>

namespace settings {

namespace {
constexpr int longestDeviceAddress = 64;

QString protectionOf(const network::Credential &credential)
{
    if (credential.version == QLatin1String("v2c"))
        return CredentialsPanel::tr("community, not encrypted");
    const QString none = QStringLiteral("none");
    if (credential.authentication == none)
        return CredentialsPanel::tr("none");
    return credential.privacy == none
               ? CredentialsPanel::tr("%1, not encrypted").arg(credential.authentication.toUpper())
               : CredentialsPanel::tr("%1, encrypted by %2")
                     .arg(credential.authentication.toUpper(), credential.privacy.toUpper());
}
} // namespace

CredentialsPanel::CredentialsPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("SNMP credentials"), parent),
      m_credentials(&network::Credential::id, columns(), this), m_change(addDeed(tr("&Change…"))),
      m_test(addDeed(tr("&Try…"))), m_remove(addDeed(tr("&Remove…")))
{
    explain(
        tr("How switches, routers and printers are asked by SNMP. Secrets are kept encrypted on the server "
           "and never shown again."));
    setEmptyText(tr("Nobody is asked by SNMP yet. Add what your devices expect to learn their ports, "
                    "neighbours and names."));
    connect(addMaker(tr("Add v&2c…"), false), &QAction::triggered, this,
            [this] { add(QStringLiteral("v2c")); });
    connect(addMaker(tr("Add &v3…")), &QAction::triggered, this, [this] { add(QStringLiteral("v3")); });
    connect(m_change, &QAction::triggered, this, &CredentialsPanel::change);
    connect(m_test, &QAction::triggered, this, &CredentialsPanel::test);
    connect(m_remove, &QAction::triggered, this, &CredentialsPanel::remove);
    setModel(m_credentials);
    const auto allowDeeds = [this] {
        const QString whyNot = m_credentials.at(row()) ? QString() : tr("Choose credentials first.");
        for (QAction *deed : {m_change, m_test, m_remove})
            allow(deed, whyNot);
    };
    connect(this, &ListPanel::rowChanged, this, allowDeeds);
    allowDeeds();
}

QList<Column<network::Credential>> CredentialsPanel::columns()
{
    using network::Credential;
    const auto orDash = [](const QString &text) { return text.isEmpty() ? kit::format::none() : text; };
    return {{tr("Name"), [](const Credential &credential) { return credential.displayName; }},
            {tr("Version"), [](const Credential &credential) { return credential.version; }},
            {tr("User"), [orDash](const Credential &credential) { return orDash(credential.user); }},
            {tr("Protection"), protectionOf},
            {tr("Networks"),
             [](const Credential &credential) {
                 return credential.networks.isEmpty() ? tr("all that are ticked")
                                                      : credential.networks.join(QStringLiteral(", "));
             },
             [](const Credential &credential) { return credential.networks.join(QLatin1Char('\n')); }}};
}

void CredentialsPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), network::ListCredentials{}, this,
                [this](const core::Result<network::ListCredentials::Reply> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    m_credentials.show(reply->credentials);
                });
}

void CredentialsPanel::add(const QString &version)
{
    network::Credential credential;
    credential.version = version;
    const bool isSafe = version == QLatin1String("v3");
    credential.authentication = isSafe ? QStringLiteral("sha256") : QStringLiteral("none");
    credential.privacy = isSafe ? QStringLiteral("aes") : QStringLiteral("none");
    edit(credential, true);
}

void CredentialsPanel::change()
{
    if (const network::Credential *credential = m_credentials.at(row()))
        edit(*credential, false);
}

void CredentialsPanel::edit(const network::Credential &credential, bool isNew)
{
    auto *dialog = new FormDialog(link(),
                                  isNew ? tr("Add SNMP %1").arg(credential.version)
                                        : tr("SNMP %1: %2").arg(credential.version, credential.displayName),
                                  isNew ? tr("&Add") : tr("&Save"), this);
    const auto form = std::make_shared<CredentialForm>(*dialog, credential, isNew);
    dialog->whenSubmitted([dialog, form] {
        network::SetCredential command;
        if (form->read(command))
            dialog->send(command);
    });
    open(dialog);
}

void CredentialsPanel::test()
{
    const network::Credential *credential = m_credentials.at(row());
    if (credential == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Try %1").arg(credential->displayName), tr("&Ask it"), this);
    dialog->explain(tr("Asks one device by SNMP, to see whether it lets us in."));
    QLineEdit *address = dialog->addLine(tr("A&ddress:"), longestDeviceAddress);
    kit::Label *answer = dialog->addHint(tr("As 192.168.1.2"));
    dialog->whenSubmitted([=, this, id = credential->id] {
        answer->setText(tr("Asking…"));
        client::ask(link(), network::TestCredential{id, address->text().trimmed()}, dialog,
                    [dialog, answer](const core::Result<network::TestCredential::Reply> &reply) {
                        answer->setText(reply && reply->isAnswered ? reply->message : QString());
                        if (!reply || !reply->isAnswered)
                            dialog->fail(reply ? reply->message : reply.error().message);
                    });
    });
    open(dialog);
}

void CredentialsPanel::remove()
{
    const network::Credential *credential = m_credentials.at(row());
    if (credential == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Remove %1?").arg(credential->displayName), tr("&Remove"), this);
    dialog->explain(tr("Devices are no longer asked with it. What is known of them stays."));
    dialog->whenSubmitted([dialog, id = credential->id] { dialog->send(network::RemoveCredential{id}); });
    open(dialog);
}

} // namespace settings
