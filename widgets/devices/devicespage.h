// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/facts.h"
#include "client/happenings.h"
#include "client/mirror.h"
#include "client/place.h"
#include "client/presences.h"
#include "devices/devicetable.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace kit {
class Banner;
class EmptyState;
class FilterField;
class FramedRow;
class Label;
class Segmented;
class ToastArea;
struct FilterKey;
} // namespace kit

namespace metrics {
class ChartOffers;
} // namespace metrics

namespace devices {

class Deeds;
class DevicePage;
class Sight;

/// Everything on the network as a list: what it is, how it does, and what can
/// be done about it.
class DevicesPage final : public QWidget
{
    Q_OBJECT
public:
    DevicesPage(client::Mirror &mirror, client::Devices &devices, QWidget *parent = nullptr);

    /// What can be done here, for a menu of the window; each has its id as its
    /// object's name.
    [[nodiscard]] const QList<QAction *> &deviceActions() const { return m_actions; }
    [[nodiscard]] DeviceTable &table() const { return *m_table; }
    /// Shows all that is known of a device; from elsewhere, the way back is not to the list.
    void openDevice(const QString &id, bool isFromElsewhere = false);
    /// What is offered for the charts of a device.
    [[nodiscard]] metrics::ChartOffers &chartOffers();
    /// The same with how it answered at that time; without length: lately.
    void openChart(const QString &id, const client::Span &span);
    [[nodiscard]] bool isDeviceShown() const;
    /// Shows the list of those that pass a filter.
    void showFiltered(const QString &filter);
    /// Shows the list again. False: whoever is going back came from elsewhere.
    bool leaveDevice();
    /// The devices chosen, in the order of the list.
    [[nodiscard]] QStringList chosen() const;
    void choose(const QStringList &ids);
    /// How the list is looked at, to be kept and given back; foreign bytes are
    /// the default.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state);
    /// What is shown, as a table for other programs.
    [[nodiscard]] QByteArray csv() const;

Q_SIGNALS:
    void selected(const client::FactSource &source);
    /// A device is shown, or the list again.
    void deviceShown();
    /// Somebody wants to see where a device is.
    void mapWanted(const QString &id);
    /// Somebody wants to choose which networks may be looked at.
    void scopeWanted();
    /// Somebody wants to lead others there.
    void linkWanted(const client::Place &place, const QString &title);
    /// Somebody wants to see a fact whole.
    void eventWanted(const core::Event &event);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    void buildTools(QBoxLayout &column);
    void buildParts(QBoxLayout &column);
    /// What is offered while one types a filter.
    [[nodiscard]] QList<kit::FilterKey> filterKeys() const;
    void buildTable(QBoxLayout &column);
    void buildColumns();
    void widenHeads();
    void buildSight();
    void buildFoot(QBoxLayout &column);
    void buildActions();
    void buildCopies();
    QAction *act(const char *id, const QString &text, const QKeySequence &keys,
                 const std::function<void()> &done);
    void connectParts();
    void connectTable();
    /// False, and says why, while what somebody wrote could not be saved; `leave` is done on their word.
    bool mayLeave(const std::function<void()> &leave);
    void readFilter(const QString &text);
    void clearFilter();
    void showState();
    void showCounts();
    void showParts();
    void showTypes();
    void showChosen();
    void allowActions();
    void changed();
    [[nodiscard]] bool isHeld() const;
    void settle();
    void tick();
    void tellSelected(const QString &id);
    /// Shows the one of that row; never one beside those that are chosen.
    void openRow(int row);
    /// What an action is about: the device that is shown, or those that are chosen, or the row with the
    /// frame.
    [[nodiscard]] QStringList meant() const;
    void askDepartments();
    void edit();
    void copyRows();
    void copy(const std::function<QString(const network::Entry &)> &what);
    void exportRows();
    void showMenu(const QPoint &at);

    client::Mirror &m_mirror;
    client::Devices &m_devices;
    client::Happenings m_happenings;
    client::Presences m_presences;
    DeviceTable *m_table;
    kit::ToastArea *m_toasts;
    Deeds *m_deeds;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    DevicePage *m_page;
    QStackedLayout *m_listStack;
    kit::Banner *m_error;
    kit::FilterField *m_filter;
    kit::Segmented *m_parts;
    QList<Part> m_partsShown;
    QComboBox *m_types;
    QTableView *m_view;
    kit::FramedRow *m_framed;
    Sight *m_sight;
    QPushButton *m_fresh;
    kit::Label *m_count;
    QList<QAction *> m_actions;
    QList<QAction *> m_changing; ///< those that change devices
    QMenu *m_columns;
    QTimer m_settle;
    QStringList m_kept; ///< the chosen ones, while the rows are replaced
    QDateTime m_ticked;
    bool m_isReplacing = false;
    bool m_isFromElsewhere = false;
};

} // namespace devices
