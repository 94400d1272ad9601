// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/attentionrow.h"

#include "alerts/alertdelegate.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/singlekeys.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int rowStripe = 3;
constexpr int rowHeight = 28;
constexpr int rowSeverity = 76;
constexpr int rowDevice = 150;
constexpr int rowState = 180;
constexpr int rowAge = 70;
constexpr int rowOwner = 90;
constexpr int rowButton = 100;
constexpr int leastForState = 900; // narrower ones do without
constexpr int leastForOwner = 760;
} // namespace

AttentionRow::AttentionRow() : m_acknowledge(new QPushButton(tr("Acknowledge"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_acknowledge->setFocusPolicy(Qt::NoFocus); // the row's own key does it
    connect(m_acknowledge, &QPushButton::clicked, this, &AttentionRow::acknowledgeWanted);
}

void AttentionRow::setAlert(const Alert &alert, const AlertSetting &setting, bool mayAcknowledge)
{
    m_alert = alert;
    m_setting = setting;
    m_acknowledge->setVisible(alert.state == AlertState::Open && mayAcknowledge);
    setAccessibleName(spokenLine(alert, setting));
    setToolTip(columnTip(alert, AlertColumn::Title, setting));
    update();
}

QSize AttentionRow::sizeHint() const { return {tokens::ControlMinWidth * 4, rowHeight}; }

void AttentionRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    const QRect place(width() - rowButton - tokens::Space1, 2, rowButton, height() - 4);
    m_acknowledge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void AttentionRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::NoModifier && kit::singleKeysAct())
        Q_EMIT acknowledgeWanted();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QAbstractButton::keyPressEvent(event);
}

void AttentionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const kit::Theme &theme = kit::theme();
    if (underMouse() || isDown())
        painter.fillRect(rect(), theme.surfaceAlt);
    const auto placed = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const kit::StatusInk &ink = theme.status(statusOf(m_alert));
    painter.fillRect(placed({0, 0, rowStripe, height()}), ink.fill.isValid() ? ink.fill : ink.outline);
    const QRect glyph(tokens::Space3, (height() - tokens::GlyphSize) / 2, tokens::GlyphSize,
                      tokens::GlyphSize);
    paintAlertGlyph(painter, placed(glyph), m_alert);
    int left = glyph.right() + tokens::Space2;
    int right = width() - rowButton - tokens::Space3;
    const auto text = [&](int from, int length, AlertColumn column, bool isFaint) {
        painter.setFont(
            kit::textFont(tokens::BodyPt, column == AlertColumn::Title ? QFont::Medium : QFont::Normal));
        painter.setPen(isFaint ? theme.text2 : theme.text);
        const QString line = columnText(m_alert, column, m_setting);
        painter.drawText(placed({from, 0, length, height()}),
                         int(isNumeric(column) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter |
                             Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, length));
    };
    text(left, rowSeverity - tokens::Space1, AlertColumn::Severity, false);
    left += rowSeverity;
    const auto atEnd = [&](int length, AlertColumn column) {
        right -= length;
        text(right, length - tokens::Space2, column, true);
    };
    if (width() >= leastForOwner)
        atEnd(rowOwner, AlertColumn::Assignee);
    atEnd(rowAge, AlertColumn::Age);
    right -= tokens::Space2;
    if (width() >= leastForState)
        atEnd(rowState, AlertColumn::State);
    atEnd(rowDevice, AlertColumn::Device);
    text(left, std::max(0, right - left - tokens::Space2), AlertColumn::Title, false);
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

} // namespace alerts
