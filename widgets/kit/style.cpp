// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/style.h"

#include "kit/focusring.h"
#include "kit/stylepaint.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

namespace kit {

namespace {

// Room for the focus ring and its gap.
constexpr int fieldFrame = 4;

/// What is filled in like a line edit, but over several lines.
bool isField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QListWidget *>(widget);
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return stylepaint::buttonPanel(*option, *painter);
    case PE_IndicatorCheckBox:
        return stylepaint::checkBox(*option, *painter);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(*option, *painter);
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On))
            stylepaint::buttonPanel(*option, *painter);
        return;
    case PE_FrameFocusRect:
        return paintFocusRing(*painter, QRectF(option->rect).adjusted(-2, -2, 2, 2), tokens::RadiusControl);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return stylepaint::field(*option, *painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isField(widget))
            return stylepaint::field(*option, *painter);
        painter->save();
        painter->setPen(QPen(theme().border, theme().borderWidth));
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
        return;
    case PE_PanelTipLabel:
        return paintPanel(*painter, option->rect, 0, theme().raised, theme().borderStrong);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return stylepaint::headerSection(*option, *painter);
    case CE_HeaderLabel:
        return drawHeaderLabel(*option, painter, widget);
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            stylepaint::progress(*bar, *painter);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            stylepaint::menuBarItem(*item, *painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme().window);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

/// Titles are never bold for a selection, and quieter than the rows.
void Style::drawHeaderLabel(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option)) {
        QStyleOptionHeader calm(*header);
        calm.state &= ~State_On;
        calm.palette.setColor(QPalette::ButtonText, theme().text2);
        QProxyStyle::drawControl(CE_HeaderLabel, &calm, painter, widget);
    } else {
        QProxyStyle::drawControl(CE_HeaderLabel, &option, painter, widget);
    }
}

void Style::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    stylepaint::field(option, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled & step ? theme().text2 : theme().border;
    };
    stylepaint::chevron(painter, subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget),
                        ink(QAbstractSpinBox::StepUpEnabled), false);
    stylepaint::chevron(painter, subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget),
                        ink(QAbstractSpinBox::StepDownEnabled), true);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider && control == CC_ScrollBar)
        return stylepaint::scrollBar(
            *slider, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget), *painter);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox)
        return drawSpinBox(*spin, *painter, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    // What can be written into, as a time with a calendar, is a field.
    QStyleOptionComboBox panel = *combo;
    panel.state &= ~(State_Sunken | State_On);
    if (combo->editable)
        stylepaint::field(panel, *painter);
    else
        stylepaint::buttonPanel(panel, *painter);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    stylepaint::chevron(*painter, arrow, option->state & State_Enabled ? theme().text2 : theme().text3, true);
    if (option->state & State_HasFocus && !combo->editable)
        paintFocusRing(*painter, option->rect, tokens::RadiusControl);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(tokens::Space1, 0, 0, 0);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = stylepaint::scrollSlider(*slider);
    const bool upright = slider->orientation == Qt::Vertical;
    QRect rest = slider->rect;
    switch (part) {
    case SC_ScrollBarGroove:
        return rest;
    case SC_ScrollBarSlider:
        return handle;
    case SC_ScrollBarSubPage:
        upright ? rest.setBottom(handle.top() - 1) : rest.setRight(handle.left() - 1);
        return rest;
    case SC_ScrollBarAddPage:
        upright ? rest.setTop(handle.bottom() + 1) : rest.setLeft(handle.right() + 1);
        return rest;
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(tokens::Space1, 0, -tokens::Space1, 0);
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        if (isField(widget))
            return fieldFrame;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return tokens::GlyphSize;
    case PM_ScrollBarExtent:
        return tokens::Space3;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin:
        return tokens::Space1 + 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_ComboBox || type == CT_LineEdit || type == CT_SpinBox)
        wanted.setHeight(std::max(wanted.height(), tokens::ControlHeight));
    if (type == CT_PushButton)
        wanted.setWidth(std::max(wanted.width() + tokens::Space3, tokens::ControlMinWidth));
    return wanted;
}

} // namespace kit
