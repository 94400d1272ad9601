// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "core/result.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace settings {

class FormDialog;

/// The fields of one credential in a dialog, of version v2c or v3.
class CredentialForm
{
public:
    CredentialForm(FormDialog &dialog, const network::Credential &credential, bool isNew);

    /// What was typed; a secret that was left empty stays as it is. False once the dialog said what is wrong.
    [[nodiscard]] bool read(network::SetCredential &command) const;

private:
    void addCommunity(bool isNew);
    void addUser(const network::Credential &credential, bool isNew);

    FormDialog &m_dialog;
    network::Credential m_before;
    bool m_isNew;
    QLineEdit *m_name;
    QLineEdit *m_community = nullptr;
    QLineEdit *m_user = nullptr;
    QComboBox *m_authentication = nullptr;
    QLineEdit *m_authenticationKey = nullptr;
    QComboBox *m_privacy = nullptr;
    QLineEdit *m_privacyKey = nullptr;
    QPlainTextEdit *m_networks;
};

} // namespace settings
