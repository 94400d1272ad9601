// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/acknowledgesheet.h"

#include "alerts/untilbox.h"
#include "kit/label.h"

#include <QFormLayout>
#include <QLineEdit>

namespace alerts {

namespace {
constexpr int longestAcknowledgement = 4096;
} // namespace

AcknowledgeSheet::AcknowledgeSheet(const QString &about, const QDateTime &now, QWidget *parent)
    : AlertSheet(tr("Acknowledge"), tr("&Acknowledge"), parent), m_note(new QLineEdit),
      m_until(new UntilBox(now, tr("Until it is resolved")))
{
    setLine(about);
    m_note->setMaxLength(longestAcknowledgement);
    m_note->setPlaceholderText(tr("What you do about it"));
    auto *note = new kit::Label(tr("Note"), kit::TextRole::Body);
    note->setElide(Qt::ElideNone);
    note->setBuddy(m_note);
    form().addRow(note, m_note);
    auto *until = new kit::Label(tr("Until"), kit::TextRole::Body);
    until->setElide(Qt::ElideNone);
    until->setBuddy(m_until->first());
    form().addRow(until, m_until);
    connect(m_until, &UntilBox::changed, this, [this, now] {
        const bool isPast = this->until() && *this->until() <= now;
        refuse(isPast ? tr("An acknowledgement ends in the future, or with the alert.") : QString());
        setReady(!isPast);
    });
    m_note->setFocus();
}

QString AcknowledgeSheet::note() const { return m_note->text().trimmed(); }

std::optional<QDateTime> AcknowledgeSheet::until() const { return m_until->until(); }

} // namespace alerts
