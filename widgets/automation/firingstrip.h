// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rulecommands.h"
#include "kit/status.h"

#include <QWidget>

namespace automation {

/// When a rule would have fired, as blocks on a line of days.
class FiringStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit FiringStrip(QWidget *parent = nullptr);

    /// The shown time in ms since the epoch.
    void setRange(qint64 from, qint64 to);
    void setFirings(const QList<RuleFiring> &firings, kit::Status status);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF blockOf(const RuleFiring &firing) const;
    [[nodiscard]] QRectF line() const;
    [[nodiscard]] double placeOf(qint64 at) const;
    void paintDays(QPainter &painter) const;

    qint64 m_from = 0;
    qint64 m_to = 0;
    QList<RuleFiring> m_firings;
    kit::Status m_status = kit::Status::Medium;
};

} // namespace automation
