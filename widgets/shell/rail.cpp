// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "kit/focusring.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int railEntryHeight = 36;
constexpr int markWidth = 3;
constexpr int noteGlyph = 12;
} // namespace

RailButton::RailButton(kit::Symbol symbol, const QString &text, const QString &shortcut) : m_symbol(symbol)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(tr("%1 (%2)", "page and its shortcut").arg(text, shortcut));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    updateGeometry();
}

void RailButton::setNote(const QString &note, std::optional<kit::Status> status)
{
    if (note == m_note && status == m_status)
        return;
    m_note = note;
    m_status = status;
    setAccessibleDescription(status ? tr("%1, the worst is %2").arg(note, kit::statusWord(*status)) : note);
    update();
}

int RailButton::paintNote(QPainter &painter) const
{
    if (m_note.isEmpty())
        return 0;
    const kit::Theme &theme = kit::theme();
    painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
    const int glyph = m_status ? noteGlyph + tokens::Space1 : 0;
    const int pillWidth = painter.fontMetrics().horizontalAdvance(m_note) + 2 * tokens::Space2 + glyph;
    const int pillHeight = 2 * tokens::RadiusPill;
    const QRect pill = QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(width() - pillWidth - tokens::Space2, (height() - pillHeight) / 2, pillWidth, pillHeight));
    kit::paintPanel(painter, pill, tokens::RadiusPill, theme.surface, theme.border);
    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), pill, logical);
    };
    if (m_status) {
        const QRect shape(pill.left() + tokens::Space2, pill.top() + (pillHeight - noteGlyph) / 2, noteGlyph,
                          noteGlyph);
        kit::paintGlyph(painter, placed(shape), *m_status);
    }
    painter.setPen(theme.text);
    painter.drawText(placed(pill.adjusted(glyph, 0, 0, 0)), Qt::AlignCenter, m_note);
    return pillWidth + tokens::Space2;
}

void RailButton::paintStatus(QPainter &painter) const
{
    const QRect shape(width() - noteGlyph - tokens::Space1, tokens::Space1, noteGlyph, noteGlyph);
    if (m_status)
        kit::paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), shape), *m_status);
}

QSize RailButton::sizeHint() const { return {railEntryHeight, railEntryHeight}; }

void RailButton::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? theme.selection : theme.surfaceAlt);
        painter.drawRoundedRect(rect(), tokens::RadiusControl, tokens::RadiusControl);
    }
    const auto placed = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(placed({0, tokens::Space2, markWidth, height() - 2 * tokens::Space2}), 1, 1);
    }
    const int left = m_isCollapsed ? (width() - tokens::IconSize) / 2 : tokens::Space3;
    const QRect icon(left, (height() - tokens::IconSize) / 2, tokens::IconSize, tokens::IconSize);
    kit::icon(m_symbol, isChecked() ? kit::Tone::Text : kit::Tone::Text2).paint(&painter, placed(icon));
    if (m_isCollapsed) {
        paintStatus(painter);
    } else {
        const int from = icon.right() + tokens::Space2 + 2;
        const QRect text(from, 0, width() - from - tokens::Space2 - paintNote(painter), height());
        painter.setPen(isChecked() ? theme.text : theme.text2);
        painter.setFont(kit::textFont(tokens::BodyPt, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.drawText(placed(text), Qt::AlignLeading | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
    }
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_group.setExclusive(true);
    m_column->setContentsMargins(tokens::Space2, tokens::Space2, tokens::Space2, tokens::Space2);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setFixedWidth(tokens::RailWidth);
    setAccessibleName(tr("Pages"));
    connect(&m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::add(kit::Symbol symbol, const QString &text, const QString &shortcut)
{
    auto *button = new RailButton(symbol, text, shortcut);
    button->setCollapsed(m_isCollapsed);
    const int place = int(m_group.buttons().size());
    m_group.addButton(button, place);
    m_column->insertWidget(place, button);
    button->setChecked(place == 0);
}

void Rail::setCurrent(int place)
{
    if (QAbstractButton *button = m_group.button(place))
        button->setChecked(true);
}

void Rail::setNote(int place, const QString &note, std::optional<kit::Status> status)
{
    if (QAbstractButton *button = m_group.button(place))
        static_cast<RailButton *>(button)->setNote(note, status);
}

void Rail::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    const QList<QAbstractButton *> buttons = m_group.buttons();
    for (QAbstractButton *button : buttons)
        static_cast<RailButton *>(button)->setCollapsed(collapsed);
    setFixedWidth(collapsed ? tokens::RailCollapsedWidth : tokens::RailWidth);
}

void Rail::takeFocus()
{
    if (QAbstractButton *button = m_group.checkedButton())
        button->setFocus(Qt::TabFocusReason);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const kit::Theme &theme = kit::theme();
    painter.fillRect(rect(), theme.rail);
    const QRect edge(width() - theme.borderWidth, 0, theme.borderWidth, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), theme.border);
}

} // namespace shell
