// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertcolumns.h"
#include "catalog/alertcommands.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QTableView;

namespace kit {
class Banner;
class Card;
class Label;
} // namespace kit

namespace alerts {

class AlertDeeds;
class AlertGlyph;
class AroundChart;
class OriginCard;
class RelatedTable;
class StoryTable;

/// All that is known of one alert: what happened, what was done, what is a part of it, and what was measured
/// around it.
class AlertPage final : public QWidget
{
    Q_OBJECT
public:
    AlertPage(AlertDeeds &deeds, client::Devices &devices, QWidget *parent = nullptr);

    /// Shows another alert; an empty id shows none.
    void open(const QString &id);
    [[nodiscard]] const QString &id() const { return m_id; }
    /// What can be done about it, as the list has it.
    void allow(const QList<QAction *> &actions, bool hasRules);
    void refuse(const QString &why);

Q_SIGNALS:
    /// Somebody wants the list again.
    void left();
    void alertWanted(const QString &id);
    void ruleWanted(const QString &id);
    /// Somebody wants to silence all that a rule raises.
    void ruleSilenceWanted(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHeader(QBoxLayout &column);
    QWidget *buildButtons();
    QWidget *buildStory();
    QWidget *buildSide();
    void ask();
    void take(const core::Result<GetAlert::Reply> &reply);
    void showAlert();
    void showFacts();
    void showOthers();
    void comment();
    void unfold();
    [[nodiscard]] AlertSetting setting() const;

    AlertDeeds &m_deeds;
    client::Devices &m_devices;
    QString m_id;
    Alert m_alert;
    QList<Alert> m_parts;
    QTimer m_ask;        ///< once for however much has changed
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    AlertGlyph *m_glyph;
    kit::Label *m_title;
    kit::Label *m_line;
    kit::Label *m_message;
    kit::Banner *m_error;
    QList<QPushButton *> m_buttons; ///< each has the id of its action as its object's name
    AroundChart *m_around;
    StoryTable *m_story;
    QLineEdit *m_comment;
    QPushButton *m_say;
    QGridLayout *m_facts;
    kit::Card *m_partsCard;
    RelatedTable *m_partsTable;
    QTableView *m_partsView;
    QPushButton *m_unfold;
    kit::Card *m_othersCard;
    RelatedTable *m_othersTable;
    bool m_hasRules = false; ///< somebody shows rules
    OriginCard *m_origin;
};

} // namespace alerts
