// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alerttable.h"
#include "client/facts.h"
#include "client/place.h"
#include "client/silences.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
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

namespace alerts {

class AlertDeeds;
class AlertPage;
class QuietPage;
class RowTools;

/// Everything that needs attention as a list, the worst first, and what can be done about it.
class AlertsPage final : public QWidget
{
    Q_OBJECT
public:
    /// What was done is said over `toasts`; without them, over this page.
    AlertsPage(client::Alerts &alerts, client::Silences &silences, client::Devices &devices,
               kit::ToastArea *toasts = nullptr, QWidget *parent = nullptr);

    /// What can be done here, for a menu of the window; each has its id as its object's name.
    [[nodiscard]] const QList<QAction *> &alertActions() const { return m_actions; }
    [[nodiscard]] AlertTable &table() const { return *m_table; }
    [[nodiscard]] AlertDeeds &deeds() const { return *m_deeds; }
    /// Shows one part of the alerts, all of it.
    void showPart(AlertPart part);
    /// Shows those that pass a filter, of whatever part.
    void showFiltered(const QString &filter);
    void showFiltered(const QString &filter, AlertPart part);
    /// Shows what is known of an alert; from elsewhere, the way back is not to the list.
    void openAlert(const QString &id, bool isFromElsewhere = false);
    /// Shows the silences and maintenance windows.
    void openQuiet(bool isWindows = false);
    [[nodiscard]] bool isListShown() const;
    /// Shows the list again, where it was. False: whoever is going back came from elsewhere.
    bool leave();
    /// The alerts chosen, in the order of the list.
    [[nodiscard]] QStringList chosen() const;
    void choose(const QStringList &ids);
    /// How the list is looked at, to be kept and given back; foreign bytes are the default.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state);
    /// What is chosen, or else all that is shown, for other programs.
    [[nodiscard]] QByteArray csv() const;
    [[nodiscard]] QByteArray json() const;

Q_SIGNALS:
    void selected(const client::FactSource &source);
    /// The list, or something in its place, is shown.
    void shownChanged();
    /// Somebody wants to see a device, where it is, its measured values around a moment, what was heard of
    /// it, and to talk about an alert.
    void deviceWanted(const QString &id);
    void mapWanted(const QString &id);
    void chartWanted(const alerts::Alert &alert);
    void eventsWanted(const QString &filter);
    void chatWanted(const alerts::Alert &alert);
    void ruleWanted(const QString &id);
    /// Somebody wants to lead others there.
    void linkWanted(const client::Place &place, const QString &title);

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
    void buildRowTools();
    /// The title takes what room the others leave, and never less than it needs.
    void fitTitle();
    void buildFoot(QBoxLayout &column);
    void buildActions();
    void buildKeys();
    QAction *act(const char *id, const QString &text, const QKeySequence &keys,
                 const std::function<void()> &done);
    void connectParts();
    void readFilter(const QString &text);
    void clearFilter();
    void lookBack();
    void showState();
    void showCounts();
    void showEmpty();
    void showChosen();
    void showRowTools(int row);
    void allowActions();
    void changed();
    [[nodiscard]] bool isHeld() const;
    void settle();
    void showNew();
    void tick();
    void step(int by);
    /// On to the next one, when the only one that was chosen is seen to.
    void goOn();
    void openUp(bool isOpen);
    void tellSelected(const QString &id);
    /// Shows the one of that row; never one beside those that are chosen.
    void openRow(int row);
    /// What an action is about: the alert that is shown, or those that are chosen, or the row with the frame.
    [[nodiscard]] QStringList meant() const;
    [[nodiscard]] QString aboutOf(const QStringList &ids) const;
    [[nodiscard]] QList<const Alert *> exported() const;
    void acknowledge();
    void askToAcknowledge();
    void askToSilence();
    void silence(const QList<Matcher> &matchers);
    void askToAssign();
    void askToComment();
    void resolve();
    void askToFold();
    void copyRows();
    void copyLink();
    void exportRows();
    void showMenu(const QPoint &at);

    client::Alerts &m_alerts;
    client::Silences &m_silences;
    client::Devices &m_devices;
    AlertTable *m_table;
    kit::ToastArea *m_toasts;
    AlertDeeds *m_deeds;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    AlertPage *m_page;
    QuietPage *m_quiet;
    QStackedLayout *m_listStack;
    kit::EmptyState *m_none;
    kit::Banner *m_error;
    kit::FilterField *m_filter;
    kit::Segmented *m_parts;
    QTableView *m_view;
    kit::FramedRow *m_framed;
    RowTools *m_tools;
    QPushButton *m_fresh;
    QPushButton *m_silenced;
    kit::Label *m_count;
    QList<QAction *> m_actions;
    QList<QAction *> m_changing; ///< those that change alerts
    QMenu *m_columns;
    QTimer m_settle;
    QTimer m_backwards; ///< asks for those that are over once nobody types any more
    QStringList m_kept; ///< the chosen ones, while the rows are replaced
    QDateTime m_ticked;
    bool m_isReplacing = false;
    bool m_isFromElsewhere = false;
    bool m_staysPut = false; ///< what was done last was done to the row with the frame
};

} // namespace alerts
