// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialform.h"

#include "settings/formdialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace settings {

namespace {
constexpr int longestCredentialName = 128;
constexpr int longestUser = 64;
constexpr int shortestKey = 8; // RFC 3414 §11.2
constexpr int whereHeight = 72;

struct Form
{
    Q_DECLARE_TR_FUNCTIONS(settings::CredentialForm)
};

QComboBox *choiceOf(const QStringList &words, const QString &current)
{
    auto *choice = new QComboBox;
    for (const QString &word : words)
        choice->addItem(word == QLatin1String("none") ? Form::tr("none") : word.toUpper(), word);
    if (choice->findData(current) < 0)
        choice->addItem(current.toUpper(), current);
    choice->setCurrentIndex(choice->findData(current));
    return choice;
}

std::optional<QString> given(const QLineEdit *line)
{
    return line == nullptr || line->text().isEmpty() ? std::nullopt : std::optional(line->text());
}
} // namespace

CredentialForm::CredentialForm(FormDialog &dialog, const network::Credential &credential, bool isNew)
    : m_dialog(dialog), m_before(credential), m_isNew(isNew),
      m_name(dialog.addLine(Form::tr("&Name:"), longestCredentialName))
{
    m_name->setText(credential.displayName);
    if (credential.version == QLatin1String("v2c"))
        addCommunity(isNew);
    else
        addUser(credential, isNew);
    m_networks = new QPlainTextEdit(credential.networks.join(QLatin1Char('\n')));
    m_networks->setTabChangesFocus(true);
    m_networks->setFixedHeight(whereHeight);
    dialog.addField(Form::tr("Net&works:"), m_networks);
    dialog.addHint(Form::tr("Where it is tried, one in each line; empty: in every ticked network."));
}

void CredentialForm::addCommunity(bool isNew)
{
    m_community = m_dialog.addPassword(Form::tr("&Community:"));
    m_dialog.addHint(
        isNew ? Form::tr("It is kept encrypted and not shown again. SNMP v2c sends it readable, so "
                         "whoever listens in the network learns it; v3 does not.")
              : Form::tr("Left empty, it stays as it is."));
}

void CredentialForm::addUser(const network::Credential &credential, bool isNew)
{
    m_user = m_dialog.addLine(Form::tr("&User:"), longestUser);
    m_user->setText(credential.user);
    m_authentication =
        choiceOf({QStringLiteral("none"), QStringLiteral("sha"), QStringLiteral("sha224"),
                  QStringLiteral("sha256"), QStringLiteral("sha384"), QStringLiteral("sha512")},
                 credential.authentication);
    m_dialog.addField(Form::tr("&Authentication:"), m_authentication);
    m_authenticationKey = m_dialog.addPassword(Form::tr("Authentication &key:"));
    m_privacy = choiceOf(
        {QStringLiteral("none"), QStringLiteral("aes"), QStringLiteral("aes192"), QStringLiteral("aes256")},
        credential.privacy);
    m_dialog.addField(Form::tr("&Encryption:"), m_privacy);
    m_privacyKey = m_dialog.addPassword(Form::tr("Encr&yption key:"));
    m_dialog.addHint(
        isNew ? Form::tr("Keys have at least 8 characters. They are kept encrypted and not shown again.")
              : Form::tr("Keys that are left empty stay as they are."));
}

bool CredentialForm::read(network::SetCredential &command) const
{
    command.id = m_before.id;
    command.version = m_before.version;
    command.displayName = m_name->text().trimmed();
    static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
    command.networks = m_networks->toPlainText().split(gap, Qt::SkipEmptyParts);
    command.community = given(m_community);
    command.authenticationKey = given(m_authenticationKey);
    command.privacyKey = given(m_privacyKey);
    const auto fail = [this](const QString &why, QLineEdit *field) {
        m_dialog.fail(why, field);
        return false;
    };
    if (command.displayName.isEmpty())
        return fail(Form::tr("Give it a name."), m_name);
    if (m_community != nullptr)
        return m_isNew && !command.community ? fail(Form::tr("SNMP v2c needs a community."), m_community)
                                             : true;
    command.user = m_user->text().trimmed();
    command.authentication = m_authentication->currentData().toString();
    command.privacy = m_privacy->currentData().toString();
    if (command.user.isEmpty())
        return fail(Form::tr("SNMP v3 needs a user."), m_user);
    for (QLineEdit *key : {m_authenticationKey, m_privacyKey}) {
        if (!key->text().isEmpty() && key->text().size() < shortestKey)
            return fail(Form::tr("A key needs at least 8 characters."), key);
    }
    return true;
}

} // namespace settings
