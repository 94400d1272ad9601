// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"
#include "network/caption.h"
#include "network/cellindex.h"
#include "network/departmentsign.h"
#include "network/kind.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace network {

/// A device on the map, or a stack of them.
struct Spot
{
    QString id;
    QString name;
    QString fullName; ///< as lists have it, for other programs; empty for what is none of the devices
    QString detail;
    QString mark; ///< what the overlay says of it, drawn above it
    Shape shape = Shape::Circle;
    Pictogram pictogram = Pictogram::Question;
    kit::Status status = kit::Status::Away;
    QString stateWord;
    QString typeTitle;
    int heat = -1; ///< of an overlay, 0–4; -1: none
    int hue = -1;  ///< of its department; -1: none
    int group = -1;
    int rank = 4;
    int count = 0; ///< of a stack: how many are in it
    bool isNew = false;
    bool isPinned = false;
    bool isFaint = false;          ///< away: drawn with a dashed border
    bool isGhost = false;          ///< was not known yet at the moment that is shown
    double room = Caption::widest; ///< for what is written beneath it
    QPointF at;

    [[nodiscard]] bool isStack() const { return shape == Shape::Stack; }
};

/// How a link is known, as its line says it.
enum class Stroke { Measured, Inferred, Silent };

/// A link on the map.
struct Wire
{
    QString id;
    int from = 0;
    int to = 0;
    Stroke stroke = Stroke::Inferred;
    double width = 1.2;
    QString label;
};

/// A box around a group.
struct Box
{
    QString key;
    QString title;
    QRectF area;
    int count = 0;
    bool isStacked = false;
};

/// Words somebody put on the map.
struct Note
{
    QString id;
    QString text;
    QPointF at;
};

/// What the map shows and where, found quickly by place.
class Board
{
public:
    std::vector<Spot> spots;
    std::vector<Wire> wires;
    std::vector<Box> boxes;
    std::vector<Note> notes;
    QList<DepartmentSign> signs; ///< of the departments, where they are told from each other

    /// To be called when anything was added or removed.
    void index();
    [[nodiscard]] int find(const QString &id) const { return m_byId.value(id, -1); }
    [[nodiscard]] int spotAt(QPointF at) const;
    [[nodiscard]] int boxAt(QPointF at) const;
    /// The link whose line passes that place within so much; -1: none does.
    [[nodiscard]] int wireAt(QPointF at, double reach) const;
    [[nodiscard]] std::vector<int> spotsIn(const QRectF &area) const;
    [[nodiscard]] std::vector<int> wiresIn(const QRectF &area) const;
    [[nodiscard]] const std::vector<int> &wiresOf(int spot) const { return m_wiresOf[size_t(spot)]; }
    [[nodiscard]] QRectF bounds() const;
    void move(int spot, QPointF to);
    /// Gives every caption the room that is there; returns whose is another than before. To be called after
    /// moves.
    std::vector<int> makeRoom();
    [[nodiscard]] QLineF lineOf(int wire) const;

    /// What of the map a spot with its labels covers as a rule, and at most.
    [[nodiscard]] static QRectF extent(QPointF at);
    [[nodiscard]] static QRectF reach(QPointF at);

private:
    CellIndex m_spotCells;
    CellIndex m_wireCells;
    QHash<QString, int> m_byId;
    std::vector<std::vector<int>> m_wiresOf;
    mutable std::vector<quint32> m_seen;
    mutable quint32 m_look = 0;
};

} // namespace network
