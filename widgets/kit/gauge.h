// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace kit {

/// A bar from 0 to full with ticks at its limits, as for a quota; its status colours the filled part.
class Gauge final : public QWidget
{
    Q_OBJECT

public:
    explicit Gauge(QWidget *parent = nullptr);

    /// What is measured, for screen readers: "Design".
    void setName(const QString &name);
    /// The filled share from 0 to 1; above 1 the bar is full and the text still says how much.
    void setShare(double share);
    /// Shares at which a limit lies, such as 0.8 and 0.9.
    void setTicks(const QList<double> &shares);
    void setStatus(std::optional<Status> status);
    /// What stands right of the bar; empty shows the percentage.
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override { return {180, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString text() const;
    void tell();

    QString m_name;
    QString m_text;
    double m_share = 0;
    QList<double> m_ticks;
    std::optional<Status> m_status;
};

} // namespace kit
