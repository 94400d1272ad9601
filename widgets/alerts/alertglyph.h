// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

#include <QWidget>

namespace alerts {

/// The shape of one alert that stands by itself, and says its words to screen readers.
class AlertGlyph final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertGlyph(QWidget *parent = nullptr);

    void setAlert(const Alert &alert);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Alert m_alert;
};

} // namespace alerts
