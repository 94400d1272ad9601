// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/messagelayout.h"

#include <QCache>
#include <QListView>
#include <QSet>

namespace chat {

/// The lines of a room, however many: rows are laid out when they come near, and what somebody reads stays
/// where it is while others come above it.
class MessageView final : public QListView
{
    Q_OBJECT
public:
    MessageView(MessageRows &rows, CardBook &cards, QWidget *parent = nullptr);

    void setPictures(PictureOf pictureOf) { m_pictureOf = std::move(pictureOf); }
    /// Whether the newest line is in sight, and stays so.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    void toEnd();
    /// Puts a row into the upper third, and makes it the current one.
    void show(int row);
    /// The last row of which something can be seen; -1: none.
    [[nodiscard]] int lastVisible() const;
    [[nodiscard]] int firstVisible() const;
    [[nodiscard]] const MessagePart *partAt(const QPoint &point, int *row) const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void setModel(QAbstractItemModel *model) override;
    void reset() override;
    void doItemsLayout() override;

Q_SIGNALS:
    void olderWanted();
    void newerWanted();
    /// Other rows are in sight.
    void moved();
    void partClicked(int row, const chat::MessagePart &part);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] std::shared_ptr<MessageLayout> layoutOf(int row) const;
    [[nodiscard]] int guess(int row) const;
    [[nodiscard]] int heightOf(int row) const { return m_heights[std::size_t(row)]; }
    void measure(int row);
    void measureAround();
    [[nodiscard]] int topOf(int row) const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] bool isLowest() const;
    void forgetHeights();
    void keepPlace();
    void settle();
    void tellPlace();
    [[nodiscard]] int count() const { return int(m_heights.size()); }

    MessageRows &m_rows;
    CardBook &m_cards;
    PictureOf m_pictureOf;
    MessageSight m_sight;
    std::vector<int> m_heights;
    std::vector<bool> m_isMeasured;
    mutable std::vector<int> m_tops; ///< one more than rows; empty: to be summed up again
    mutable QCache<QString, std::shared_ptr<MessageLayout>> m_layouts;
    QSet<QString> m_whole;         ///< long ones that somebody wants to see all of
    QPersistentModelIndex m_place; ///< the row at the upper edge
    int m_offset = 0;              ///< how far above the edge that row begins
    bool m_isAtEnd = true;
    bool m_isSettling = false;
};

} // namespace chat
