// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/origincard.h"

#include "client/ask.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alerts {

OriginCard::OriginCard(client::Mirror &mirror, QWidget *parent)
    : kit::Card(tr("Where it comes from"), parent), m_mirror(mirror),
      m_who(new kit::Label({}, kit::TextRole::Secondary)),
      m_figures(new kit::Label({}, kit::TextRole::Secondary)), m_edit(new QPushButton(tr("&Edit the rule"))),
      m_silence(new QPushButton(tr("Silence all &of it…")))
{
    for (kit::Label *label : {m_who, m_figures}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        addContent(label);
    }
    m_figures->hide();
    m_silence->setToolTip(tr("Silences all that comes from there"));
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT ruleWanted(m_source); });
    connect(m_silence, &QPushButton::clicked, this, [this] { Q_EMIT silenceWanted(m_source); });
    // Below each other: side by side they are wider than the column in other languages.
    auto *ways = new QVBoxLayout;
    ways->setSpacing(kit::tokens::Space1);
    ways->addWidget(m_edit, 0, Qt::AlignLeading);
    ways->addWidget(m_silence, 0, Qt::AlignLeading);
    content()->addLayout(ways);
}

void OriginCard::show(const Alert &alert, bool hasRules, const QString &whyNot)
{
    const bool isOfRule =
        !alert.source.isEmpty() && alert.labels.value(QStringLiteral("rule")) == alert.source;
    const QString name = network::plainLine(alert.source);
    m_who->setText(isOfRule ? tr("Created by the rule %1").arg(name)
                            : tr("Told by %1", "a program").arg(name));
    m_edit->setVisible(isOfRule && hasRules);
    m_silence->setEnabled(whyNot.isEmpty());
    setVisible(!alert.source.isEmpty());
    if (alert.source == m_source)
        return;
    m_source = alert.source;
    m_figures->hide();
    ask();
}

void OriginCard::clear()
{
    ++m_round;
    m_source.clear();
}

void OriginCard::ask()
{
    const quint64 round = ++m_round;
    if (m_source.isEmpty() || m_mirror.link().state() != client::Link::State::Live)
        return;
    AlertHistory command;
    command.to = m_mirror.serverNow();
    command.from = command.to.addDays(-days);
    command.subjects = 0;
    client::ask(m_mirror.link(), command, this,
                [this, round](const core::Result<AlertHistory::Reply> &reply) {
                    if (round == m_round)
                        take(reply);
                });
}

void OriginCard::take(const core::Result<AlertHistory::Reply> &reply)
{
    if (!reply)
        return;
    const auto found = std::find_if(reply->bySource.begin(), reply->bySource.end(),
                                    [this](const AlertFigures &one) { return one.key == m_source; });
    if (found == reply->bySource.end())
        return;
    m_figures->setText(
        //: %1: how many days; %2 and %3: how many of the alerts
        tr("%n alert(s) in the last %1 days: %2 acknowledged, %3 over before anybody saw to them.", nullptr,
           found->raised)
            .arg(kit::format::count(days), kit::format::count(found->acknowledged),
                 kit::format::count(found->ignored)));
    m_figures->show();
}

} // namespace alerts
