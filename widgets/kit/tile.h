// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QAbstractButton>

#include <optional>

namespace kit {

/// One key figure as a button: title, big number, a line below, a trend and the worst status.
class Tile final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Tile(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setValue(const QString &value);
    void setSub(const QString &sub);
    void setTrend(const QList<double> &values);
    void setStatus(std::optional<Status> status);

    /// Where the trend goes; empty when the texts leave no room for it.
    [[nodiscard]] QRect trendRect() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tell();
    [[nodiscard]] QRect inner() const;

    QString m_title;
    QString m_value;
    QString m_sub;
    QList<double> m_trend;
    std::optional<Status> m_status;
};

} // namespace kit
