// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "client/devices.h"
#include "client/rules.h"
#include "kit/card.h"

class QListWidget;
class QVBoxLayout;

namespace kit {
class Chart;
class Segmented;
} // namespace kit

namespace automation {

class FiringStrip;

/// How often a rule would have fired, asked of the server while somebody still writes it.
class RulePreview final : public kit::Card
{
    Q_OBJECT
public:
    RulePreview(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                QWidget *parent = nullptr);

    /// Asks for it once nobody types for a moment; `whyNot` is what stands against asking.
    void setRule(const Rule &rule, const QString &whyNot);
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

Q_SIGNALS:
    /// What the server said against the rule; empty: nothing.
    void judged(const QString &fault);

private:
    void build();
    void wait();
    void ask();
    void take(const core::Result<TestRule::Reply> &reply);
    void showFirings(const TestRule::Reply &reply);
    void showFaults(const QStringList &faults);
    void askSeries(const QList<RuleFiring> &firings);
    void showSeries(const metrics::History::Reply &reply, const QString &name,
                    const QList<RuleFiring> &firings);
    [[nodiscard]] QString sentenceOf(const TestRule::Reply &reply) const;
    [[nodiscard]] QString lineOf(const RuleFiring &firing) const;
    [[nodiscard]] QString titleOf(const QString &source) const;
    [[nodiscard]] int days() const;

    client::Rules &m_rules;
    const client::Devices &m_devices;
    core::Clock &m_clock;
    kit::Segmented *m_time;
    kit::Label *m_sentence;
    kit::Label *m_hint;
    FiringStrip *m_strip;
    kit::Chart *m_chart;
    QListWidget *m_list;
    QVBoxLayout *m_faults;
    Rule m_rule;
    QString m_whyNot;
    std::unique_ptr<core::Timer> m_pause; ///< until somebody stops typing
    quint64 m_round = 0;                  ///< of asking; an answer to an earlier one is of no use
    QDateTime m_from;
    QDateTime m_to;
    bool m_isWaiting = false;
};

} // namespace automation
