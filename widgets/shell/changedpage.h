// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/trust.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace kit {
class Banner;
class Label;
} // namespace kit

namespace shell {

class FingerprintCard;

/// Says that a server shows another certificate than before, and that everything stopped; what it was, what
/// it is, and what to do. The old one is forgotten only by a word and a button.
class ChangedPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangedPage(client::Trust &trust, QWidget *parent = nullptr);

    void show(const client::CertificateChange &change);
    using QWidget::show;

Q_SIGNALS:
    void retryWanted();
    /// The old certificate is forgotten.
    void forgotten();

private:
    void forget();

    client::Trust &m_trust;
    std::optional<client::CertificateChange> m_change;
    kit::Label *m_title;
    kit::Label *m_what;
    kit::Label *m_todo;
    kit::Banner *m_error;
    FingerprintCard *m_before;
    FingerprintCard *m_now;
    QCheckBox *m_confirmed;
    QPushButton *m_forget;
};

/// The same before there is a window for it. Accepted when it may be tried again.
class ChangedDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ChangedDialog(client::Trust &trust, QWidget *parent = nullptr);
};

} // namespace shell
