// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QVBoxLayout;

namespace kit {
class Banner;
class PrimaryButton;
} // namespace kit

namespace chat {

/// A sheet about one thing of a room: its title, what went wrong, what it shows, and what can be done.
class Sheet : public QDialog
{
    Q_OBJECT
public:
    /// `deed`: what its button does; empty: there is nothing to do but to close it.
    Sheet(const QString &title, const QString &deed, QWidget *parent);

    void fail(const QString &why);

Q_SIGNALS:
    void submitted();

protected:
    /// Where what it shows stands.
    [[nodiscard]] QVBoxLayout &content() { return *m_content; }
    void setBusy(bool isBusy);
    void clearFault();

private:
    kit::Banner *m_error;
    QVBoxLayout *m_content;
    kit::PrimaryButton *m_submit;
};

} // namespace chat
