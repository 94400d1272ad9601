// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"

#include <QCoreApplication>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace settings {
class FormDialog;
} // namespace settings

namespace automation {

class MembersField;

/// The fields of one rota in a dialog.
class RotaForm
{
    Q_DECLARE_TR_FUNCTIONS(automation::RotaForm)
public:
    RotaForm(settings::FormDialog &dialog, const client::Channels &channels, const alerts::Rota &rota);

    /// False once the dialog said what is wrong.
    [[nodiscard]] bool read(alerts::Rota &rota) const;

private:
    void addOverrides();

    settings::FormDialog &m_dialog;
    alerts::Rota m_before;
    QLineEdit *m_name;
    MembersField *m_members;
    QComboBox *m_handover;
    QSpinBox *m_hour;
    QDateEdit *m_start;
    QLineEdit *m_zone;
    QListWidget *m_overrides = nullptr;
};

} // namespace automation
