// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/silencesheet.h"

#include "alerts/matcherlist.h"
#include "alerts/untilbox.h"
#include "kit/label.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace alerts {

namespace {
constexpr int longestReason = 1024;
} // namespace

SilenceSheet::SilenceSheet(client::Mirror &mirror, const Silence &from, QWidget *parent)
    : AlertSheet(from.id.isEmpty() ? tr("Silence alerts") : tr("Change the silence"),
                 from.id.isEmpty() ? tr("&Silence") : tr("&Save"), parent),
      m_id(from.id), m_now(mirror.serverNow()), m_matchers(new MatcherList(mirror)),
      m_until(new UntilBox(m_now, {})), m_reason(new QLineEdit)
{
    setLine(tr("They are still listed and counted; nobody is told of them."));
    body().addWidget(new kit::Label(tr("Alerts of which all of this is true"), kit::TextRole::Body));
    body().addWidget(m_matchers);
    auto *until = new kit::Label(tr("Until"), kit::TextRole::Body);
    until->setElide(Qt::ElideNone);
    until->setBuddy(m_until->first());
    form().addRow(until, m_until);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("What others should know"));
    m_reason->setText(from.reason);
    auto *why = new kit::Label(tr("Reason"), kit::TextRole::Body);
    why->setElide(Qt::ElideNone);
    why->setBuddy(m_reason);
    form().addRow(why, m_reason);
    if (from.until > m_now)
        m_until->setUntil(from.until);
    connect(m_matchers, &MatcherList::changed, this, &SilenceSheet::look);
    connect(m_until, &UntilBox::changed, this, &SilenceSheet::look);
    connect(m_reason, &QLineEdit::textChanged, this, &SilenceSheet::look);
    m_matchers->setMatchers(from.matchers);
    m_reason->setFocus();
    look();
}

SetSilence SilenceSheet::command() const
{
    SetSilence command;
    command.id = m_id;
    command.matchers = m_matchers->written();
    command.until = m_until->until().value_or(m_now);
    command.reason = m_reason->text().trimmed();
    return command;
}

void SilenceSheet::look()
{
    const bool isLater = m_until->until() && *m_until->until() > m_now;
    refuse(isLater ? QString() : tr("A silence ends in the future."));
    setReady(isLater && m_matchers->flaw().isEmpty());
}

void SilenceSheet::accept() { Q_EMIT wanted(command()); }

} // namespace alerts
