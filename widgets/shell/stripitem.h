// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QAbstractButton>

#include <optional>

namespace shell {

/// One figure of the status strip as a button: a shape, a few words, and a small trend.
class StripItem final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StripItem(const QString &name, QWidget *parent = nullptr);

    void setStatus(std::optional<kit::Status> status);
    void setWords(const QString &words);
    /// What the tooltip says; read out after the words.
    void setDetail(const QString &detail);
    void setTrend(const QList<double> &values);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();
    [[nodiscard]] int trendWidth() const;

    QString m_name;
    QString m_detail;
    std::optional<kit::Status> m_status;
    QList<double> m_trend;
};

} // namespace shell
