// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"

#include <QCoreApplication>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace settings {
class FormDialog;
} // namespace settings

namespace automation {

/// The fields of one channel in a dialog: those its kind has.
class ChannelForm
{
    Q_DECLARE_TR_FUNCTIONS(automation::ChannelForm)
public:
    ChannelForm(settings::FormDialog &dialog, const alerts::Channel &channel);

    /// What was typed; a secret that was left empty stays as it is. False once the dialog said what is wrong.
    [[nodiscard]] bool read(alerts::SetChannel &command) const;

private:
    void addMail();
    void addPost();
    void addSecret();
    void addTrust();
    QLineEdit *addText(const QString &label, const QString &text, const QString &placeholder = {});
    [[nodiscard]] bool isAddressSecret() const;

    settings::FormDialog &m_dialog;
    alerts::Channel m_before;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_enabled = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_security = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLineEdit *m_topic = nullptr;
    QLineEdit *m_chat = nullptr;
    QLineEdit *m_secret = nullptr;
    QCheckBox *m_forget = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    QCheckBox *m_private = nullptr;
};

} // namespace automation
