// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"

class QPlainTextEdit;

namespace alerts {

/// Asks what is to be said about an alert. Ctrl+Enter says it.
class NoteSheet final : public AlertSheet
{
    Q_OBJECT
public:
    NoteSheet(const QString &title, const QString &about, const QString &does, QWidget *parent);

    [[nodiscard]] QString text() const;

private:
    QPlainTextEdit *m_text;
};

} // namespace alerts
