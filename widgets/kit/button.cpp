// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/button.h"

#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>

namespace kit {

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAttribute(Qt::WA_Hover);
    setFont(textFont(tokens::BodyPt, QFont::DemiBold));
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    const bool isContrast = t.kind == ThemeKind::HighContrast;
    QPainter painter(this);
    // Where borders are as bright as text, what is out of use is an outline.
    QColor fill = isEnabled() ? t.accent : isContrast ? t.surface : t.border;
    if (isEnabled() && (underMouse() || isDown()))
        fill = t.dark ? fill.lighter(isDown() ? 90 : 112) : fill.darker(isDown() ? 125 : 112);
    paintPanel(painter, rect(), tokens::RadiusControl, fill,
               isContrast && !isEnabled() ? t.disabled : QColor());
    if (hasFocus())
        paintFocusRing(painter, rect(), tokens::RadiusControl);
    painter.setPen(isEnabled() ? t.onAccent : isContrast ? t.disabled : t.text2);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace kit
