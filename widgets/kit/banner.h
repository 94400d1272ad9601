// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace kit {

class Label;

/// A full-width strip with one sentence and at most one action, for a state that lasts.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Status status, const QString &text, QWidget *parent = nullptr);

    void setStatus(Status status);
    void setText(const QString &text);
    /// An empty text removes the button.
    void setAction(const QString &text);
    /// Shows or hides the button that closes the strip.
    void setClosable(bool closable);

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    Status m_status;
    Label *m_label;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace kit
