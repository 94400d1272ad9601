// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/searchbutton.h"

#include "kit/focusring.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QKeySequence>
#include <QPainter>
#include <QStyle>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int searchIcon = 16;
} // namespace

SearchButton::SearchButton(QWidget *parent) : QAbstractButton(parent)
{
    setText(tr("Search commands…"));
    setAccessibleName(tr("Search commands"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SearchButton::sizeHint() const { return {320, tokens::ControlHeight}; }

QSize SearchButton::minimumSizeHint() const { return {96, tokens::ControlHeight}; }

void SearchButton::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::paintPanel(painter, rect(), tokens::RadiusControl, underMouse() ? theme.surfaceAlt : theme.surface,
                    theme.dark ? theme.border : theme.borderStrong);
    const auto placed = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const QRect icon(tokens::Space2, (height() - searchIcon) / 2, searchIcon, searchIcon);
    kit::icon(kit::Symbol::Search, kit::Tone::Text3).paint(&painter, placed(icon));
    painter.setFont(kit::textFont(tokens::BodyPt));
    painter.setPen(theme.text3);
    const QString key = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const int keyWidth = painter.fontMetrics().horizontalAdvance(key);
    const int from = icon.right() + 1 + tokens::Space2;
    const int right = width() - tokens::Space2;
    const bool showsKey = right - from > 2 * keyWidth + tokens::Space3;
    if (showsKey)
        painter.drawText(placed({right - keyWidth, 0, keyWidth, height()}), Qt::AlignCenter, key);
    const QRect words(from, 0, right - from - (showsKey ? keyWidth + tokens::Space2 : 0), height());
    painter.drawText(placed(words), Qt::AlignLeading | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

} // namespace shell
