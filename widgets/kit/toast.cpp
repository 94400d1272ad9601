// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/toast.h"

#include "kit/focusring.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace kit {

namespace {

constexpr int MostToasts = 2;

} // namespace

Toast::Toast(const QString &text, const QString &action, QWidget *parent)
    : QWidget(parent), m_label(new Label(text)), m_action(new QPushButton(action))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::Space4, tokens::Space2, tokens::Space2, tokens::Space2);
    row->setSpacing(tokens::Space4);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    m_action->setVisible(!action.isEmpty());
    m_action->installEventFilter(this);
    setAccessibleName(text);
    m_timer.setSingleShot(true);
    m_timer.setInterval(tokens::ToastMs);
    connect(&m_timer, &QTimer::timeout, this, &Toast::gone);
    connect(m_action, &QPushButton::clicked, this, [this] {
        Q_EMIT actionTriggered();
        Q_EMIT gone();
    });
    m_timer.start();
}

QString Toast::text() const { return m_label->text(); }

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(painter, rect(), tokens::RadiusCard, theme().raised, theme().borderStrong);
}

void Toast::pause() { m_timer.stop(); }

void Toast::goOn()
{
    if (!underMouse() && !m_action->hasFocus())
        m_timer.start();
}

void Toast::enterEvent(QEnterEvent *) { pause(); }

void Toast::leaveEvent(QEvent *)
{
    if (!m_action->hasFocus())
        m_timer.start();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        pause();
    if (event->type() == QEvent::FocusOut)
        goOn();
    return QWidget::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT gone();
    else
        QWidget::keyPressEvent(event);
}

ToastArea::ToastArea(QWidget *page) : QObject(page), m_page(page) { page->installEventFilter(this); }

/// Stacks and lists tell screen readers of their own pages and rows alone.
QWidget *ToastArea::host() const
{
    const bool isClosed = qobject_cast<const QStackedWidget *>(m_page) != nullptr ||
                          qobject_cast<const QAbstractItemView *>(m_page) != nullptr;
    return isClosed && m_page->parentWidget() != nullptr ? m_page->parentWidget() : m_page;
}

Toast *ToastArea::say(const QString &text, const QString &action)
{
    while (m_toasts.size() >= MostToasts)
        Q_EMIT m_toasts.constFirst()->gone();
    auto *toast = new Toast(text, action, host());
    m_toasts << toast;
    connect(toast, &Toast::gone, this, [this, toast] {
        if (m_toasts.removeOne(toast)) {
            toast->hide();
            toast->deleteLater();
            arrange();
        }
    });
    toast->show();
    arrange();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast;
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        arrange();
    return QObject::eventFilter(watched, event);
}

void ToastArea::arrange()
{
    int bottom = m_page->height() - tokens::Space4;
    for (qsizetype i = m_toasts.size() - 1; i >= 0; --i) {
        Toast *toast = m_toasts.at(i);
        const QSize size = toast->sizeHint().boundedTo(QSize(m_page->width() - 2 * tokens::Space4, 1000));
        const QPoint corner((m_page->width() - size.width()) / 2, bottom - size.height());
        const QWidget *holder = toast->parentWidget();
        toast->setGeometry({holder == m_page ? corner : m_page->mapTo(holder, corner), size});
        toast->raise();
        bottom -= size.height() + tokens::Space2;
    }
}

} // namespace kit
