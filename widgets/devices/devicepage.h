// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "client/devices.h"
#include "client/happenings.h"
#include "client/mirror.h"
#include "client/timerange.h"
#include "devices/devicecolumns.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QTabWidget;
class QTableView;

namespace kit {
class Card;
class EmptyState;
class Glyph;
class Label;
} // namespace kit

namespace metrics {
class ChartOffers;
} // namespace metrics

namespace devices {

class Deeds;
class EventsTab;
class PresenceStrip;
class ReachTab;
class TextTable;

/// All that is known of one device.
class DevicePage final : public QWidget
{
    Q_OBJECT
public:
    DevicePage(client::Mirror &mirror, client::Devices &devices, client::Happenings &happenings, Deeds &deeds,
               QWidget *parent = nullptr);

    /// Shows a device; an empty id shows none.
    void open(const QString &id);
    /// The keyboard goes to what is shown of it.
    void takeFocus();
    /// How it answered at that time; without length: as it was looked at.
    void showReach(const client::Span &span);
    [[nodiscard]] metrics::ChartOffers &chartOffers();
    [[nodiscard]] const QString &id() const { return m_id; }
    /// Something was written that cannot be saved now.
    [[nodiscard]] bool isHolding() const;
    /// What was written is not to be kept.
    void dropNotes();
    /// Departments are said by name.
    void setDepartments(const QHash<QString, QString> &names);

Q_SIGNALS:
    /// Somebody is done with it.
    void left();
    void mapWanted(const QString &id);
    void editWanted(const QString &id);
    /// Somebody wants to see a fact whole.
    void eventWanted(const core::Event &event);

private:
    QWidget *buildHead();
    QWidget *buildOverview();
    QWidget *buildPorts();
    QWidget *buildChanges();
    QWidget *buildNotes();
    void connectParts();
    void placeCards();
    void ask();
    void take(const network::GetDevice::Reply &reply);
    void showHead(const network::Entry &device);
    void showFacts();
    void showReasons();
    void showPresence(const network::DevicePresence::Reply &reply, const QDateTime &from,
                      const QDateTime &to);
    void askChanges(qint64 before);
    void showNotes(const network::Entry &device);
    void allowNotes();
    void saveNotes();
    void say(const QString &why);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    client::Mirror &m_mirror;
    client::Devices &m_devices;
    Deeds &m_deeds;
    QString m_id;
    Setting m_setting;
    network::GetDevice::Reply m_known;
    QList<network::PastChange> m_changes;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    QTimer m_again;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    QLabel *m_icon;
    kit::Label *m_name;
    kit::Glyph *m_glyph;
    kit::Label *m_state;
    QPushButton *m_edit;
    QTabWidget *m_tabs;
    ReachTab *m_reach;
    EventsTab *m_events;
    QGridLayout *m_grid;
    QList<QWidget *> m_cards;
    QFormLayout *m_facts;
    QList<std::pair<QString, QString>> m_factRows;
    kit::Card *m_typeCard;
    kit::Card *m_presenceCard;
    PresenceStrip *m_presence;
    TextTable *m_reasons;
    TextTable *m_names;
    TextTable *m_ports;
    TextTable *m_interfaces;
    TextTable *m_past;
    kit::Label *m_noPorts;
    QTableView *m_interfaceView;
    QPushButton *m_older;
    QPlainTextEdit *m_notes;
    QPushButton *m_save;
    kit::Label *m_notesHint;
};

} // namespace devices
