// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/compose.h"

#include <QWidget>

namespace network {

/// What the shapes, lines and fills of the map mean, for the overlay that is shown.
class Legend final : public QWidget
{
    Q_OBJECT
public:
    explicit Legend(QWidget *parent = nullptr);

    using Signs = QList<DepartmentSign>;

    void setOverlay(Overlay overlay);
    void setSigns(const Signs &signs);
    [[nodiscard]] QSize sizeHint() const override;
    /// The same for a picture that is kept, from that corner on.
    static void paintAt(QPainter &painter, QPointF corner, Overlay overlay, const Signs &signs);
    static QSize sizeOf(Overlay overlay, const Signs &signs);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    Overlay m_overlay = Overlay::Status;
    Signs m_signs;
};

} // namespace network
