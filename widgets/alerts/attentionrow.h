// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertcolumns.h"

#include <QAbstractButton>

class QPushButton;

namespace alerts {

/// One alert on the first page: pressed, it is opened; A acknowledges it.
class AttentionRow final : public QAbstractButton
{
    Q_OBJECT
public:
    AttentionRow();

    void setAlert(const Alert &alert, const AlertSetting &setting, bool mayAcknowledge);
    [[nodiscard]] const QString &id() const { return m_alert.id; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void acknowledgeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Alert m_alert;
    AlertSetting m_setting;
    QPushButton *m_acknowledge;
};

} // namespace alerts
