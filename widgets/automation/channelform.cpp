// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/channelform.h"

#include "settings/formdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace automation {

using alerts::ChannelKind;

namespace {
constexpr int longestChannelName = 128;
constexpr int longestChannelText = 1024;
constexpr int highestPort = 65535;
} // namespace

ChannelForm::ChannelForm(settings::FormDialog &dialog, const alerts::Channel &channel)
    : m_dialog(dialog), m_before(channel)
{
    m_name = dialog.addLine(tr("&Name:"), longestChannelName);
    m_name->setText(channel.displayName);
    if (channel.kind == ChannelKind::Email)
        addMail();
    else
        addPost();
    if (channel.kind != ChannelKind::Alertmanager) // it asks nobody who they are
        addSecret();
    addTrust();
    m_enabled = new QCheckBox(tr("Us&ed"));
    m_enabled->setChecked(channel.isEnabled);
    dialog.addField(QString(), m_enabled);
}

QLineEdit *ChannelForm::addText(const QString &label, const QString &text, const QString &placeholder)
{
    QLineEdit *line = m_dialog.addLine(label, longestChannelText);
    line->setText(text);
    line->setPlaceholderText(placeholder);
    return line;
}

bool ChannelForm::isAddressSecret() const
{
    return m_before.kind == ChannelKind::Slack || m_before.kind == ChannelKind::Mattermost ||
           m_before.kind == ChannelKind::Discord;
}

void ChannelForm::addMail()
{
    const alerts::ChannelSettings &settings = m_before.settings;
    m_host = addText(tr("Mail &server:"), settings.host, QStringLiteral("mail.example.org"));
    m_security = new QComboBox;
    m_security->addItem(tr("TLS"), int(alerts::MailSecurity::Tls));
    m_security->addItem(tr("STARTTLS"), int(alerts::MailSecurity::StartTls));
    m_security->addItem(tr("none, within a private network"), int(alerts::MailSecurity::None));
    m_security->setCurrentIndex(m_security->findData(int(settings.security)));
    m_dialog.addField(tr("Encr&yption:"), m_security);
    m_port = new QSpinBox;
    m_port->setRange(0, highestPort);
    m_port->setSpecialValueText(tr("the usual one"));
    m_port->setValue(settings.port);
    m_dialog.addField(tr("P&ort:"), m_port);
    m_from = addText(tr("&From:"), settings.from, QStringLiteral("belfry@example.org"));
    m_to = addText(tr("&To:"), settings.to.join(QStringLiteral(", ")), QStringLiteral("noc@example.org"));
    m_user = addText(tr("&User:"), settings.userName);
}

void ChannelForm::addPost()
{
    const alerts::ChannelSettings &settings = m_before.settings;
    if (!isAddressSecret()) {
        const bool isTelegram = m_before.kind == ChannelKind::Telegram;
        m_url = addText(tr("A&ddress:"), settings.url,
                        isTelegram ? tr("Telegram's own") : QStringLiteral("https://"));
    }
    if (m_before.kind == ChannelKind::Ntfy) {
        m_topic = addText(tr("&Topic:"), settings.topic);
        m_user = addText(tr("&User:"), settings.userName);
    }
    if (m_before.kind == ChannelKind::Telegram)
        m_chat = addText(tr("C&hat:"), settings.chatId, tr("a number, or @ and its name"));
}

void ChannelForm::addSecret()
{
    QString label = tr("&Token:");
    if (m_before.kind == ChannelKind::Email)
        label = tr("&Password:");
    else if (m_before.kind == ChannelKind::Webhook)
        label = tr("S&igning key:");
    else if (isAddressSecret())
        label = tr("Webhook a&ddress:");
    m_secret = m_dialog.addPassword(label);
    m_secret->setPlaceholderText(m_before.hasSecret ? tr("kept; type to replace") : QString());
    const bool isNeeded =
        isAddressSecret() || m_before.kind == ChannelKind::Telegram || m_before.kind == ChannelKind::Gotify;
    if (m_before.hasSecret && !isNeeded) {
        m_forget = new QCheckBox(tr("&Forget what is kept"));
        m_dialog.addField(QString(), m_forget);
        QObject::connect(m_forget, &QCheckBox::toggled, m_secret, &QWidget::setDisabled);
    }
    m_dialog.addHint(
        isAddressSecret()
            ? tr("The whole address that the service gave you; whoever knows it can write there.")
            : tr("It is kept encrypted on the server and not shown again."));
}

void ChannelForm::addTrust()
{
    m_fingerprint = addText(tr("&Certificate:"), m_before.settings.fingerprint,
                            tr("any that is trusted; or its SHA-256"));
    m_private = new QCheckBox(tr("Its server ma&y be in a private network"));
    m_private->setChecked(m_before.settings.isPrivateAllowed);
    m_dialog.addField(QString(), m_private);
}

bool ChannelForm::read(alerts::SetChannel &command) const
{
    const auto textOf = [](const QLineEdit *line, const QString &otherwise) {
        return line == nullptr ? otherwise : line->text().trimmed();
    };
    command.id = m_before.id;
    command.displayName = m_name->text().trimmed();
    command.kind = m_before.kind;
    command.isEnabled = m_enabled->isChecked();
    alerts::ChannelSettings &settings = command.settings = m_before.settings;
    settings.url = textOf(m_url, settings.url);
    settings.host = textOf(m_host, settings.host);
    settings.userName = textOf(m_user, settings.userName);
    settings.from = textOf(m_from, settings.from);
    settings.topic = textOf(m_topic, settings.topic);
    settings.chatId = textOf(m_chat, settings.chatId);
    settings.fingerprint = textOf(m_fingerprint, settings.fingerprint);
    settings.isPrivateAllowed = m_private->isChecked();
    if (m_to != nullptr) {
        static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
        settings.to = m_to->text().split(gap, Qt::SkipEmptyParts);
        settings.port = m_port->value();
        settings.security = alerts::MailSecurity(m_security->currentData().toInt());
    }
    if (m_forget != nullptr && m_forget->isChecked())
        command.secret = QString();
    else if (m_secret != nullptr && !m_secret->text().isEmpty())
        command.secret = m_secret->text();
    if (!command.displayName.isEmpty())
        return true;
    m_dialog.fail(tr("Give the channel a name."), m_name);
    return false;
}

} // namespace automation
