// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/pictureexport.h"

#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/boardpaint.h"
#include "network/legend.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QSvgGenerator>

#include <cmath>

namespace network {

namespace {

constexpr double mostPixels = 16'000;
constexpr double paperMargin = 24;

/// Letters are given in points and all else in map units: both are as large to each other as on the screen
/// only where the paper is told of in the pixels of that.
int screenResolution() { return int(std::lround(QGuiApplication::primaryScreen()->logicalDotsPerInchY())); }

/// The whole of the picture in map units, the legend beneath the map.
QRectF paperOf(const Board &board, Overlay overlay)
{
    const QSizeF legend(Legend::sizeOf(overlay, board.signs));
    QRectF all = board.bounds().adjusted(-paperMargin, -paperMargin, paperMargin, paperMargin);
    all.setWidth(std::max(all.width(), legend.width() + 2 * paperMargin));
    return all.adjusted(0, 0, 0, legend.height() + paperMargin);
}

void paintPaper(QPainter &painter, const Board &board, Overlay overlay, const QDateTime &at)
{
    const QRectF paper = paperOf(board, overlay);
    painter.fillRect(paper, kit::theme().surface);
    paintBoard(painter, board, paper, {});
    const QSizeF legend(Legend::sizeOf(overlay, board.signs));
    const QPointF corner(paper.left() + paperMargin, paper.bottom() - paperMargin - legend.height());
    Legend::paintAt(painter, corner, overlay, board.signs);
    painter.setPen(kit::theme().text2);
    painter.setFont(kit::textFont(kit::tokens::SecondaryPt));
    painter.drawText(QPointF(corner.x(), paper.bottom() - 6), kit::format::exactTime(at.toMSecsSinceEpoch()));
}

} // namespace

QImage mapImage(const Board &board, Overlay overlay, const QDateTime &at, double scale)
{
    const QRectF paper = paperOf(board, overlay);
    const double most = mostPixels / std::max(paper.width(), paper.height());
    const double given = std::min(scale, most);
    QImage image((paper.size() * given).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    painter.scale(given, given);
    painter.translate(-paper.topLeft());
    paintPaper(painter, board, overlay, at);
    return image;
}

QByteArray mapSvg(const Board &board, Overlay overlay, const QDateTime &at)
{
    QBuffer out;
    QSvgGenerator svg;
    const QRectF paper = paperOf(board, overlay);
    svg.setOutputDevice(&out);
    svg.setResolution(screenResolution());
    svg.setSize(paper.size().toSize());
    svg.setViewBox(QRectF(QPointF(), paper.size()));
    QPainter painter(&svg);
    painter.translate(-paper.topLeft());
    paintPaper(painter, board, overlay, at);
    painter.end();
    return out.data();
}

QByteArray mapPdf(const Board &board, Overlay overlay, const QDateTime &at)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&out);
    pdf.setResolution(screenResolution());
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(10, 10, 10, 10),
                                  QPageLayout::Millimeter));
    const QRectF paper = paperOf(board, overlay);
    QPainter painter(&pdf);
    const double scale = std::min(pdf.width() / paper.width(), pdf.height() / paper.height());
    painter.scale(scale, scale);
    painter.translate(-paper.topLeft());
    paintPaper(painter, board, overlay, at);
    painter.end();
    return out.data();
}

} // namespace network
