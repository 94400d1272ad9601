// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/links.h"
#include "client/maplayout.h"
#include "core/clock.h"
#include "network/compose.h"

#include <QUndoStack>

namespace network {

/// The map as it stands: what is on it, where, and what people changed of that. Nothing of it moves by
/// itself.
class Plan final : public QObject
{
    Q_OBJECT
public:
    Plan(client::Devices &devices, client::Links &links, client::MapLayout &layout, core::Clock &clock,
         QObject *parent = nullptr);

    [[nodiscard]] Board &board() { return m_board; }
    [[nodiscard]] client::Devices &devices() const { return m_devices; }
    [[nodiscard]] client::Links &links() const { return m_links; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    [[nodiscard]] const Survey &survey() const { return m_survey; }
    [[nodiscard]] LayoutKind layoutKind() const { return m_kind; }

    void setLayoutKind(LayoutKind kind);
    void setGrouping(Grouping grouping);
    void setOverlay(Overlay overlay);
    /// What people call the departments.
    void setDepartmentNames(const QHash<QString, QString> &names);
    /// Shows how all was at a moment that is past, where it is now; nothing: how it is. Of the past nothing
    /// can be changed.
    void setMoment(const std::optional<client::Moment> &moment);
    [[nodiscard]] bool isPast() const { return m_survey.moment.has_value(); }
    /// The device as the map shows it; nothing when it was not known then.
    [[nodiscard]] std::optional<Entry> shown(const QString &id) const;
    [[nodiscard]] QMap<QString, Entry> shownDevices() const;
    [[nodiscard]] const QMap<QString, Link> &shownLinks() const;
    /// What a radial layout turns around.
    void setCentre(const QString &id) { m_centre = id; }
    /// Opens a stacked group, or stacks an open one.
    void toggleGroup(const QString &key);
    /// Shows all of these groups.
    void openGroups(const QStringList &keys);
    /// Puts these where they are to stay; they can be taken back.
    void put(const QMap<QString, QPointF> &places, const QString &what);
    void moveBy(const QStringList &ids, QPointF by);
    void letGo(const QStringList &ids);
    void note(const QString &id, const QString &text, QPointF at);
    /// Leaves these out of this view, for everybody who looks at it; and shows again what was left out.
    void hide(const QStringList &ids);
    void showHidden();
    [[nodiscard]] int hiddenCount() const;
    /// Lays everything out anew but what was put somewhere.
    void arrange();

Q_SIGNALS:
    /// The board was put together anew.
    void rebuilt();
    /// These look different, where they were.
    void refreshed(const QStringList &ids);

private:
    friend class Placing;
    using Places = QMap<QString, std::optional<Placement>>;

    [[nodiscard]] bool isReady() const;
    void apply(const Places &places);
    void compose();
    void settle(Composition &made);
    [[nodiscard]] Arrangement layOut(const Graph &graph, const Board &board) const;
    void follow(const QStringList &ids);
    [[nodiscard]] bool isLeftOut(const Entry &device) const;
    void signDepartments();
    void soon();
    void changeView();

    client::Devices &m_devices;
    client::Links &m_links;
    client::MapLayout &m_layout;
    core::Clock &m_clock;
    Board m_board;
    Survey m_survey;
    LayoutKind m_kind = LayoutKind::Layered;
    QString m_centre;
    QHash<QString, QPointF> m_at;
    QHash<QString, QPointF> m_home; ///< where the layout had put what was put elsewhere since
    QHash<QString, QRectF> m_boxes;
    QUndoStack m_undo;
    std::unique_ptr<core::Timer> m_timer;
    bool m_isDue = false;
};

} // namespace network
