// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/bell.h"

#include "kit/focusring.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QStyle>

namespace notices {

namespace {
namespace tokens = kit::tokens;
constexpr int countHeight = 14;
constexpr int mostCounted = 99;
} // namespace

Bell::Bell(client::Notices &notices, QWidget *parent) : QToolButton(parent), m_notices(notices)
{
    setAutoRaise(true);
    setFixedSize(tokens::ControlHeight + tokens::Space2, tokens::ControlHeight);
    setFocusPolicy(Qt::TabFocus);
    connect(&notices, &client::Notices::changed, this, &Bell::refresh);
    refresh();
}

void Bell::refresh()
{
    const int unread = m_notices.unread();
    const QString words =
        unread > 0 ? tr("Notifications, %n unread", nullptr, unread) : tr("Notifications, none unread");
    if (words == accessibleName())
        return;
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void Bell::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (underMouse() || isDown())
        kit::paintPanel(painter, rect(), tokens::RadiusControl, theme.selection, {});
    const QRect icon(tokens::Space2, (height() - tokens::IconSize) / 2, tokens::IconSize, tokens::IconSize);
    kit::icon(kit::Symbol::Alerts).paint(&painter, placed(icon));
    if (const int unread = m_notices.unread(); unread > 0) {
        const QString text = unread > mostCounted ? tr("%1+").arg(mostCounted) : QLocale().toString(unread);
        painter.setFont(kit::textFont(tokens::AxisPt, QFont::DemiBold));
        const int wide =
            std::max(countHeight, painter.fontMetrics().horizontalAdvance(text) + tokens::Space2);
        const QRect pill = placed({width() - wide, 0, wide, countHeight});
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(pill, countHeight / 2.0, countHeight / 2.0);
        painter.setPen(theme.onAccent);
        painter.drawText(pill, Qt::AlignCenter, text);
    }
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

} // namespace notices
