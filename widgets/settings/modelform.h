// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace settings {

class FormDialog;

/// The fields of a dialog by which one says whether a model phrases the assistant's answers, and which. A key
/// goes to the server and never comes back.
class ModelForm
{
public:
    ModelForm(FormDialog &dialog, const assistant::Settings &before);

    /// What was given. False when something is wrong, which the dialog then says.
    [[nodiscard]] bool read(assistant::SetSettings &command) const;

private:
    void addEndpoint();
    void addLimits();
    void allow();
    [[nodiscard]] bool isWanted() const;
    QSpinBox *addNumber(const QString &label, int from, int to, int value, const QString &suffix);

    FormDialog &m_dialog;
    assistant::Settings m_before;
    QComboBox *m_from;
    QLineEdit *m_url = nullptr;
    QCheckBox *m_private = nullptr;
    QLineEdit *m_model = nullptr;
    QLineEdit *m_key = nullptr;
    QCheckBox *m_noKey = nullptr; ///< where there is one
    QSpinBox *m_tokens = nullptr;
    QSpinBox *m_wait = nullptr;
    QSpinBox *m_answer = nullptr;
};

} // namespace settings
