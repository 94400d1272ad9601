// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/mapcanvas.h"

#include "kit/banner.h"
#include "kit/format.h"
#include "kit/tokens.h"
#include "network/hovercard.h"
#include "network/legend.h"
#include "network/minimap.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace network {

namespace {
constexpr double zoomStep = 1.25;
constexpr int floatMargin = 12;
constexpr int leastForMinimap = 620;
} // namespace

MapCanvas::MapCanvas(Board &board, QWidget *parent)
    : QWidget(parent), m_view(new MapView(board, this)), m_legend(new Legend(this)),
      m_minimap(new Minimap(*m_view, board, this)), m_zoom(buildZoom()), m_card(new HoverCard(this)),
      m_notice(new kit::Banner(kit::Status::Info, QString(), this))
{
    setFocusProxy(m_view);
    m_card->hide();
    connect(m_view, &MapView::seenChanged, this, &MapCanvas::showZoom);
    m_legend->setOverlay(Overlay::Status);
    m_notice->setAction(tr("Back to now"));
    m_notice->hide();
    connect(m_notice, &kit::Banner::actionTriggered, this, &MapCanvas::noticeAnswered);
}

void MapCanvas::setNotice(kit::Status status, const QString &text)
{
    m_notice->setStatus(status);
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    arrange();
}

QWidget *MapCanvas::buildZoom()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space1);
    bar->setAutoFillBackground(true);
    const auto button = [row](const QString &text, const QString &name) {
        auto *made = new QToolButton;
        made->setText(text);
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setMinimumSize(kit::tokens::ControlHeight, kit::tokens::ControlHeight);
        row->addWidget(made);
        return made;
    };
    QToolButton *out = button(QStringLiteral("−"), tr("Zoom out (−)"));
    m_percent = button(QStringLiteral("100 %"), tr("Zoom to 100 % (0)"));
    QToolButton *in = button(QStringLiteral("+"), tr("Zoom in (+)"));
    m_percent->setMinimumWidth(64);
    connect(out, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1 / zoomStep); });
    connect(m_percent, &QToolButton::clicked, m_view, [this] { m_view->zoomTo(1); });
    connect(in, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(zoomStep); });
    return bar;
}

void MapCanvas::showZoom()
{
    const QString percent = kit::format::percent(std::round(100 * m_view->scale()));
    m_percent->setText(percent);
    m_percent->setAccessibleName(tr("Zoom is %1; go to 100 %").arg(percent));
}

void MapCanvas::setOverlay(Overlay overlay)
{
    m_legend->setOverlay(overlay);
    arrange();
}

void MapCanvas::boardChanged()
{
    m_card->hide();
    m_legend->setSigns(m_view->board().signs);
    arrange();
    m_view->boardChanged();
    m_minimap->redraw();
}

void MapCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_view->setGeometry(rect());
    arrange();
}

void MapCanvas::arrange()
{
    m_notice->setGeometry(0, 0, width(),
                          std::max(m_notice->minimumHeight(), m_notice->heightForWidth(width())));
    const int bottom = height() - floatMargin;
    m_legend->move(floatMargin, bottom - m_legend->height());
    m_zoom->adjustSize();
    m_zoom->move(width() - floatMargin - m_zoom->width(), bottom - m_zoom->height());
    m_minimap->setVisible(width() >= leastForMinimap);
    m_minimap->move(m_zoom->x() - floatMargin - m_minimap->width(), bottom - m_minimap->height());
    const QWidget *right = width() >= leastForMinimap ? static_cast<QWidget *>(m_minimap) : m_zoom;
    const QSize margins(2 * floatMargin, 2 * floatMargin);
    m_view->setCover({m_legend->size() + margins,
                      QSize(width() - right->x(), right->height()) + QSize(floatMargin, 2 * floatMargin),
                      m_notice->isHidden() ? 0 : m_notice->height()});
}

} // namespace network
