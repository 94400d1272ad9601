// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "catalog/rulecommands.h"
#include "client/ask.h"
#include "client/mirror.h"

#include <QHash>

#include <memory>

namespace client {

/// The rules that raise alerts and what each does now: read whole, and again when rules are changed or alerts
/// come and go.
class Rules final : public QObject
{
    Q_OBJECT
public:
    /// The days in which it is counted how often a rule fired.
    static constexpr int noiseDays = 30;

    Rules(Mirror &mirror, core::Clock &clock, QObject *parent = nullptr);
    ~Rules() override;

    /// In the order of their names.
    [[nodiscard]] const QList<automation::RuleStanding> &all() const { return m_rules; }
    [[nodiscard]] const automation::RuleStanding *find(const QString &id) const;
    /// What came of a rule lately, as alerts; at most a minute old.
    [[nodiscard]] alerts::AlertFigures noiseOf(const QString &id) const { return m_noise.value(id); }
    /// True once a list was heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why the list could not be had, for people; empty when it could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }
    /// Why whom we are cannot set rules; empty: they can.
    [[nodiscard]] QString whyNotSet() const;
    /// Why whom we are cannot ask what a rule would have done; empty: they can.
    [[nodiscard]] QString whyNotTest() const;

    void reload();
    /// Asks for it; `done` is called with what came of it unless `context` is gone by then, and the rules are
    /// read again.
    template <class T, class Done>
    void perform(const T &command, QObject *context, Done done)
    {
        ask(m_mirror.link(), command, context,
            [this, done = std::move(done)](const core::Result<typename T::Reply> &reply) {
                if (reply)
                    reload();
                done(reply);
            });
    }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString whyNot(const QStringList &roles, const QString &sentence) const;
    void askForNoise();
    void take(const core::Result<automation::ListRules::Reply> &reply);
    void hear(const QList<core::Event> &events);

    Mirror &m_mirror;
    core::Clock &m_clock;
    std::unique_ptr<core::Timer> m_soon; ///< alerts come in storms; they are read after once
    QList<automation::RuleStanding> m_rules;
    QHash<QString, alerts::AlertFigures> m_noise;
    std::optional<std::chrono::milliseconds> m_noiseAt; ///< of the steady clock
    QString m_trouble;
    bool m_isKnown = false;
    bool m_isAsking = false;
    bool m_isAskedAgain = false;
    bool m_wasLive = false;
};

} // namespace client
