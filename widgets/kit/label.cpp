// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/label.h"

#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace kit {

Label::Label(const QString &text, TextRole role, QWidget *parent) : QLabel(parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setRole(role);
}

void Label::setRole(TextRole role)
{
    m_role = role;
    setFont(fontOf(role));
    update();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    if (wordWrap() || m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    const int wanted = QLabel::minimumSizeHint().width();
    return {std::min(wanted, fontMetrics().horizontalAdvance(QStringLiteral("mmm"))), fontMetrics().height()};
}

bool Label::isElided() const
{
    return !wordWrap() && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setRole(m_role);
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), isElided() ? format::tooltip(text()) : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
    QLabel::changeEvent(event);
}

void Label::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? colorOf(m_role) : theme().disabled);
    const QRect box = contentsRect();
    const int flags = int(QStyle::visualAlignment(layoutDirection(), alignment()));
    if (wordWrap()) {
        painter.drawText(box, flags | Qt::TextWordWrap, text());
        return;
    }
    const QString shown = fontMetrics().elidedText(text(), m_elide, box.width());
    painter.drawText(box, flags | Qt::TextSingleLine, shown);
}

QFont fontOf(TextRole role)
{
    switch (role) {
    case TextRole::PageTitle:
        return textFont(tokens::PageTitlePt, QFont::DemiBold);
    case TextRole::CardTitle:
        return textFont(tokens::CardTitlePt, QFont::DemiBold);
    case TextRole::Kpi:
        return textFont(tokens::KpiPt, QFont::DemiBold);
    case TextRole::Mono:
        return monoFont(tokens::BodyPt);
    case TextRole::Secondary:
    case TextRole::Hint:
        return textFont(tokens::SecondaryPt);
    case TextRole::Body:
        break;
    }
    return textFont(tokens::BodyPt);
}

QColor colorOf(TextRole role)
{
    if (role == TextRole::Hint)
        return theme().text3;
    return role == TextRole::Secondary ? theme().text2 : theme().text;
}

} // namespace kit
