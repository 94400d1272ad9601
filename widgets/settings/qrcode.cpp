// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/qrcode.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>

namespace settings {

namespace {
constexpr int quietZone = 4; // modules, as ISO/IEC 18004 asks for
constexpr int moduleSize = 4;
} // namespace

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code of the secret; the letters beside it say the same"));
}

bool QrCode::setText(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    m_side = code ? code->width : 0;
    m_modules.clear();
    for (int place = 0; place < m_side * m_side; ++place)
        m_modules += char(code->data[place] & 1);
    updateGeometry();
    update();
    return m_side > 0;
}

bool QrCode::isDark(int column, int row) const
{
    const bool isInside = column >= 0 && row >= 0 && column < m_side && row < m_side;
    return isInside && m_modules.at(row * m_side + column) != 0;
}

QSize QrCode::sizeHint() const
{
    const int length = m_side > 0 ? (m_side + 2 * quietZone) * moduleSize : 0;
    return {length, length};
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_side == 0)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const QRect whole({0, 0}, sizeHint());
    painter.translate(QRect(rect()).center() - whole.center());
    for (int row = 0; row < m_side; ++row) {
        for (int column = 0; column < m_side; ++column) {
            if (isDark(column, row))
                painter.fillRect((column + quietZone) * moduleSize, (row + quietZone) * moduleSize,
                                 moduleSize, moduleSize, Qt::black);
        }
    }
}

} // namespace settings
