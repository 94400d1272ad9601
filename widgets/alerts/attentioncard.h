// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertpart.h"
#include "client/alerts.h"
#include "client/devices.h"
#include "kit/card.h"

#include <QTimer>

class QPushButton;

namespace alerts {

class AlertDeeds;
class AttentionRow;

/// The worst of what needs attention, for the first page: six rows at most, and how much more there is. When
/// there is nothing it says so, and what was last.
class AttentionCard final : public kit::Card
{
    Q_OBJECT
public:
    AttentionCard(AlertDeeds &deeds, client::Devices &devices, QWidget *parent = nullptr);

    /// Those that are shown, the worst first.
    [[nodiscard]] QStringList shown() const;

Q_SIGNALS:
    void alertWanted(const QString &id);
    void listWanted(alerts::AlertPart part);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showRows();
    void showClear();
    void askLast();
    void acknowledge(const QString &id);

    AlertDeeds &m_deeds;
    client::Devices &m_devices;
    QList<AttentionRow *> m_rows;
    QWidget *m_clear;
    kit::Label *m_clearText;
    QPushButton *m_all;
    QPushButton *m_silenced;
    QTimer m_refresh;            ///< once for however much has changed
    std::optional<Alert> m_last; ///< that was resolved
    quint64 m_round = 0;         ///< of asking; an answer to an earlier one is of no use
    bool m_isLastAsked = false;
};

} // namespace alerts
