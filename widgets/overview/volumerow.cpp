// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/volumerow.h"

#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>

namespace overview {

namespace {
namespace tokens = kit::tokens;
constexpr int barHeight = 6;
} // namespace

VolumeRow::VolumeRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VolumeRow::setVolume(const metrics::Volume &volume)
{
    m_volume = volume;
    const QString words = tr("%1, %2 of %3 used, %4")
                              .arg(volume.mount, kit::format::volume(double(volume.space.used)),
                                   kit::format::volume(double(volume.space.total)),
                                   kit::format::percent(volume.space.usagePercent));
    setAccessibleName(words);
    setToolTip(kit::format::tooltip(words));
    update();
}

QSize VolumeRow::minimumSizeHint() const
{
    const int line = QFontMetrics(kit::fontOf(kit::TextRole::Body)).height();
    return {140, line + barHeight + 3 * tokens::Space1 + 2};
}

QSize VolumeRow::sizeHint() const { return {220, minimumSizeHint().height()}; }

void VolumeRow::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        kit::paintPanel(painter, rect(), tokens::RadiusControl, theme.surfaceAlt, theme.border);
    const QRect box = rect().adjusted(tokens::Space1, tokens::Space1, -tokens::Space1, -tokens::Space1);
    const QString used = tr("%1 of %2")
                             .arg(kit::format::volume(double(m_volume.space.used)),
                                  kit::format::volume(double(m_volume.space.total)));
    const QString share = kit::format::percent(m_volume.space.usagePercent);
    const QRect line(box.left(), box.top(), box.width(), box.height() - barHeight - tokens::Space1);
    painter.setFont(kit::fontOf(kit::TextRole::Body));
    const int shareWidth = painter.fontMetrics().horizontalAdvance(share);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, share);
    const QFontMetrics small(kit::fontOf(kit::TextRole::Secondary));
    const int usedWidth = small.horizontalAdvance(used);
    int room = line.width() - shareWidth - tokens::Space2;
    const int name = painter.fontMetrics().horizontalAdvance(m_volume.mount);
    const bool showsUsed = room - usedWidth - tokens::Space2 >= std::min(name, 60);
    if (showsUsed)
        room -= usedWidth + tokens::Space2;
    painter.drawText(QRect(line.left(), line.top(), room, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_volume.mount, Qt::ElideMiddle, room));
    if (showsUsed) {
        painter.setFont(kit::fontOf(kit::TextRole::Secondary));
        painter.setPen(theme.text2);
        painter.drawText(
            QRect(line.left(), line.top(), line.width() - shareWidth - tokens::Space2, line.height()),
            Qt::AlignRight | Qt::AlignVCenter, used);
    }
    const QRectF bar(box.left(), box.bottom() + 1 - barHeight, box.width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.border);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    QRectF filled = bar;
    filled.setWidth(
        std::max<double>(barHeight, bar.width() * qBound(0.0, m_volume.space.usagePercent / 100, 1.0)));
    painter.setBrush(theme.series(0).color);
    painter.drawRoundedRect(filled, barHeight / 2.0, barHeight / 2.0);
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

} // namespace overview
