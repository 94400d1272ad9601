// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QWidget>

#include <optional>

namespace kit {

/// A small pill: a neutral count, a status chip (shape, word and faint ground; solid for critical), or a
/// mode.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// A status shows its shape in the chip; without one the pill is a neutral count.
    void setStatus(std::optional<Status> status);
    /// The violet of DEMO, REMOTE and READ-ONLY.
    void setMode(bool mode);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    QString m_text;
    std::optional<Status> m_status;
    bool m_mode = false;
};

} // namespace kit
