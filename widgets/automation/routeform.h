// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"

#include <QCoreApplication>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace settings {
class FormDialog;
} // namespace settings

namespace automation {

class HoursField;

/// The fields of one route in a dialog.
class RouteForm
{
    Q_DECLARE_TR_FUNCTIONS(automation::RouteForm)
public:
    RouteForm(settings::FormDialog &dialog, const client::Channels &channels, const alerts::Route &route);

    /// False once the dialog said what is wrong.
    [[nodiscard]] bool read(alerts::Route &route) const;

private:
    void addWhich();
    void addWhereTo(const client::Channels &channels);

    settings::FormDialog &m_dialog;
    alerts::Route m_before;
    QLineEdit *m_name;
    QLineEdit *m_matchers = nullptr;
    QComboBox *m_severity = nullptr;
    QSpinBox *m_level = nullptr;
    HoursField *m_hours = nullptr;
    QListWidget *m_channels = nullptr;
    QComboBox *m_rota = nullptr;
    QCheckBox *m_final = nullptr;
};

} // namespace automation
