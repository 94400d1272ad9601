// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatvalues.h"
#include "client/facts.h"
#include "client/mirror.h"
#include "client/place.h"
#include "network/plan.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace kit {
class EmptyState;
class Label;
class ToastArea;
} // namespace kit

namespace network {

class DeviceTree;
class HandLinks;
class MapCanvas;
class MapView;
class TimeTravel;

/// The network as a map: what there is, what joins it, how it does, and where people put it.
class MapPage final : public QWidget
{
    Q_OBJECT
public:
    MapPage(client::Mirror &mirror, client::Devices &devices, client::Links &links, core::Clock &clock,
            core::Entropy &entropy, QWidget *parent = nullptr);

    /// Everything that can be done here, for a menu of the window; each has its id as its object's name.
    [[nodiscard]] const QList<QAction *> &mapActions() const { return m_actions; }
    /// The ways to align what is chosen, and to write the map into a file.
    [[nodiscard]] const QList<QAction *> &alignActions() const { return m_aligns; }
    [[nodiscard]] const QList<QAction *> &exportActions() const { return m_exports; }
    [[nodiscard]] Plan &plan() { return m_plan; }
    [[nodiscard]] MapView &view() const;
    /// Chooses a device and shows where it is.
    void focusDevice(const QString &id);
    void setListShown(bool shown);
    /// How it is looked at, to be kept and given back; foreign text is the default.
    [[nodiscard]] QString state() const;
    void restore(const QString &state);

Q_SIGNALS:
    void selected(const client::FactSource &source);
    /// Somebody wants to see all that is known of a device.
    void deviceWanted(const QString &id);
    /// Somebody wants to show it, with what is chosen, to others; or to lead them there.
    void shareWanted(const QImage &picture, const client::Place &place, const chat::PictureValues &values,
                     const QString &title);
    void linkWanted(const client::Place &place, const QString &title);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildToolRow();
    void buildChoices(QBoxLayout &row);
    void buildButtons(QBoxLayout &row);
    QWidget *buildMap();
    void buildActions();
    void connectParts();
    QAction *act(const char *id, const QString &text, const QKeySequence &keys, QWidget *where,
                 const std::function<void()> &done);
    void buildChanges();
    void buildAligning();
    void buildExport();
    void keep(const QString &ending, const std::function<QByteArray()> &make);
    void addAligning(QMenu &menu);
    /// What changes the map can be chosen only while it can be changed.
    void allowChanges();
    [[nodiscard]] bool mayMove() const;

    void rebuilt();
    void fitOnce();
    void showState();
    void showChosen();
    void chooseFromList();
    void find(const QString &words);
    void findNext();
    void openOrEnter(const QString &id);
    void enterGroup(const QString &key);
    void showMenu(const QPoint &globalPos, const QPointF &at);
    void fillMenu(QMenu &menu, const QPointF &at);
    void addDeviceEntries(QMenu &menu, const QString &id);
    void addPlaceEntries(QMenu &menu);
    void addDeviceChanges(QMenu &menu, const Entry &device);
    void addTypes(QMenu &menu, const Entry &device);
    void addLinksOf(QMenu &menu, const QString &id);
    void addLinkEntries(QMenu &menu, const QString &id);
    void addTelling(QMenu &menu);
    void share();
    void dragAway();
    [[nodiscard]] client::Place place() const;
    /// What is chosen and what it hangs on; all of the map where nothing is.
    [[nodiscard]] chat::PictureValues values() const;
    [[nodiscard]] QString shareTitle() const;
    QImage picture();
    void addMapEntries(QMenu &menu, const QPointF &at);
    void align(int how);
    void writeNote(const QPointF &at);
    void change(const SetDevices &command);
    void askForLink(const QString &from, const QString &to);
    void setJoining(bool joining);
    void askDepartments();
    void showCard();

    client::Mirror &m_mirror;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    client::MapLayout m_layout;
    Plan m_plan;
    QList<QAction *> m_actions;
    QList<QAction *> m_aligns;
    QList<QAction *> m_exports;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    MapCanvas *m_canvas;
    TimeTravel *m_travel;
    HandLinks *m_hand;
    QSplitter *m_both;
    QTreeView *m_list;
    DeviceTree *m_tree;
    QComboBox *m_kind;
    QComboBox *m_grouping;
    QComboBox *m_overlay;
    QLineEdit *m_search;
    kit::Label *m_foundText;
    QAction *m_lock;
    QAction *m_listShown;
    QAction *m_timeShown;
    QAction *m_join;
    QAction *m_hide;
    QAction *m_showHidden;
    QAction *m_undo;
    QAction *m_redo;
    kit::ToastArea *m_toasts;
    QStringList m_found;
    qsizetype m_foundAt = -1;
    bool m_isFitted = false;
    bool m_isLockChosen = false;
    bool m_isSyncing = false;
};

} // namespace network
