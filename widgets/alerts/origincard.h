// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "client/mirror.h"
#include "kit/card.h"

class QPushButton;

namespace alerts {

/// What raised an alert, how often it did of late and how often nobody cared, and the ways to have less of
/// it.
class OriginCard final : public kit::Card
{
    Q_OBJECT
public:
    static constexpr int days = 30;

    explicit OriginCard(client::Mirror &mirror, QWidget *parent = nullptr);

    /// `hasRules`: somebody shows rules; `whyNot`: why nothing may be silenced, empty: it may.
    void show(const Alert &alert, bool hasRules, const QString &whyNot);
    /// The next alert is asked about anew, wherever it comes from.
    void clear();

Q_SIGNALS:
    void ruleWanted(const QString &id);
    /// Somebody wants to silence all that comes from there.
    void silenceWanted(const QString &source);

private:
    void ask();
    void take(const core::Result<AlertHistory::Reply> &reply);

    client::Mirror &m_mirror;
    QString m_source;
    kit::Label *m_who;
    kit::Label *m_figures;
    QPushButton *m_edit;
    QPushButton *m_silence;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace alerts
