// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"
#include "network/compose.h"
#include "network/mapview.h"

class QToolButton;

namespace kit {
class Banner;
}

namespace network {

class HoverCard;
class Legend;
class Minimap;

/// The map with what floats above it: the legend, the minimap, the zoom, and the card of what is pointed at.
class MapCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit MapCanvas(Board &board, QWidget *parent = nullptr);

    [[nodiscard]] MapView &view() const { return *m_view; }
    [[nodiscard]] HoverCard &card() const { return *m_card; }
    void setOverlay(Overlay overlay);
    void boardChanged();
    /// What is to be known of all that is shown, above it; empty: nothing is.
    void setNotice(kit::Status status, const QString &text);

Q_SIGNALS:
    /// Somebody wants to see what is, in place of what the notice speaks of.
    void noticeAnswered();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildZoom();
    void arrange();
    void showZoom();

    MapView *m_view;
    Legend *m_legend;
    Minimap *m_minimap;
    QWidget *m_zoom;
    QToolButton *m_percent;
    HoverCard *m_card;
    kit::Banner *m_notice;
};

} // namespace network
