// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

#include <QAbstractButton>

namespace overview {

/// One file system as a button: where it is, how much of it is used, and a bar of that.
class VolumeRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit VolumeRow(QWidget *parent = nullptr);

    void setVolume(const metrics::Volume &volume);
    [[nodiscard]] const metrics::Volume &volume() const { return m_volume; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    metrics::Volume m_volume;
};

} // namespace overview
