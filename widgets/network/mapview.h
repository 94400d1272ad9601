// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/joinline.h"
#include "network/tiles.h"

#include <QElapsedTimer>
#include <QGraphicsView>
#include <QTimer>

namespace network {

/// The map on the screen: looking about, choosing, and moving what is on it, by mouse and by keys.
class MapView final : public QGraphicsView
{
    Q_OBJECT
public:
    explicit MapView(Board &board, QWidget *parent = nullptr);

    [[nodiscard]] const Board &board() const { return m_board; }
    /// What is on the board was put together anew; what is chosen stays so as far as it is still there.
    void boardChanged();
    /// These look different, but are where they were.
    void refresh(const QStringList &ids);
    [[nodiscard]] const QStringList &chosen() const { return m_chosen; }
    void choose(const QStringList &ids);
    [[nodiscard]] QString hovered() const { return m_hovered; }
    void setLocked(bool locked) { m_isLocked = locked; }
    /// From now on a line is drawn from that device, or from the one that is pressed next, until it ends at
    /// another or is given up.
    void startJoin(const QString &from = {});
    void giveUpJoin();
    [[nodiscard]] bool isJoining() const { return m_join.isDrawn(); }
    /// All but these are dimmed; empty: nothing is looked for.
    void setFound(const QStringList &ids);
    /// What lies over the view: at the bottom left and right, and along its top.
    struct Cover
    {
        QSize left;
        QSize right;
        int top = 0;
    };

    /// Shows all of it, beside what covers a corner of the view where that leaves more room.
    void fit();
    void setCover(const Cover &cover) { m_cover = cover; }
    void fitChosen();
    void zoomBy(double factor);
    void zoomTo(double scale);
    [[nodiscard]] double scale() const { return transform().m11(); }
    /// Moves so that it can be seen.
    void reveal(const QString &id);
    [[nodiscard]] QRectF seen() const;
    /// How long drawing may take before a frame is shown with less than all of it; pictures have all.
    static constexpr double usualPatience = 12;
    void setPatience(double milliseconds) { m_patience = milliseconds; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

Q_SIGNALS:
    void chosenChanged();
    void activated(const QString &id);
    void boxActivated(const QString &key);
    /// Somebody moved these by so much.
    void moved(const QStringList &ids, const QPointF &by);
    /// Somebody drew a line from one device to another.
    void joined(const QString &from, const QString &to);
    void joiningChanged();
    void menuWanted(const QPoint &globalPos, const QPointF &at);
    void seenChanged();
    void hoverChanged();

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Drag { None, Pan, Move, Band, Join };

    void press(QMouseEvent &event, int spot);
    void finishMove();
    void pressJoin(int spot);
    void releaseJoin(const QMouseEvent &event);
    bool completeJoin();
    bool keyJoin(int key);
    void lift();
    void go(QPointF direction);
    [[nodiscard]] int nearest(QPointF from, QPointF direction) const;
    void hover(QPoint at);
    [[nodiscard]] QPointF mapAt(const QMouseEvent &event) const;
    void growScene();

    Board &m_board;
    Tiles m_tiles;
    JoinLine m_join;
    QStringList m_chosen;
    QStringList m_found;
    QString m_hovered;
    Drag m_drag = Drag::None;
    QPoint m_pressedAt;
    QPointF m_movedBy;
    QPoint m_panned;
    QRectF m_band;
    QTimer m_rest; ///< draws what there was no time for
    QElapsedTimer m_zoomed;
    QTimer m_hoverTime; ///< until the card of what is pointed at is shown
    QPoint m_pointer;
    Cover m_cover;
    double m_patience = usualPatience;
    bool m_isLocked = false;
    bool m_isJoinTaken = false; ///< the line was taken up by the press that holds it
    bool m_isWhole = false;
    bool m_isSpaceHeld = false;
};

} // namespace network
