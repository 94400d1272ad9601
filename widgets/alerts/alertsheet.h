// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QFormLayout;
class QVBoxLayout;

namespace kit {
class Banner;
class Label;
class PrimaryButton;
} // namespace kit

namespace alerts {

/// What all sheets about alerts have: a title, a line below it, fields, and a button that does it.
class AlertSheet : public QDialog
{
    Q_OBJECT
public:
    AlertSheet(const QString &title, const QString &does, QWidget *parent);

    /// Says why it cannot be done, and leaves the sheet open.
    void refuse(const QString &why);

protected:
    [[nodiscard]] QFormLayout &form() const { return *m_form; }
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    /// A sentence about what this is about.
    void setLine(const QString &line);
    void setReady(bool ready);

private:
    kit::Label *m_line;
    kit::Banner *m_error;
    QFormLayout *m_form;
    QVBoxLayout *m_body;
    kit::PrimaryButton *m_do;
};

} // namespace alerts
