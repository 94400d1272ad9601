// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rotaform.h"

#include "automation/membersfield.h"
#include "settings/formdialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

namespace automation {

namespace {
constexpr int longestRota = 128;
constexpr int longestZoneName = 64;
constexpr int lastHour = 23;
constexpr int overridesHeight = 72;
} // namespace

RotaForm::RotaForm(settings::FormDialog &dialog, const client::Channels &channels, const alerts::Rota &rota)
    : m_dialog(dialog), m_before(rota), m_name(dialog.addLine(tr("&Name:"), longestRota)),
      m_members(new MembersField(channels.all(), rota.members)), m_handover(new QComboBox),
      m_hour(new QSpinBox), m_start(new QDateEdit), m_zone(nullptr)
{
    m_name->setText(rota.displayName);
    dialog.addField(tr("Who:"), m_members);
    m_handover->addItem(tr("every week"), int(alerts::Handover::Weekly));
    m_handover->addItem(tr("every day"), int(alerts::Handover::Daily));
    m_handover->setCurrentIndex(m_handover->findData(int(rota.handover)));
    dialog.addField(tr("&Hands over:"), m_handover);
    m_hour->setRange(0, lastHour);
    m_hour->setSuffix(QStringLiteral(":00"));
    m_hour->setValue(rota.hour);
    dialog.addField(tr("A&t:"), m_hour);
    const QDate start = QDate::fromString(rota.start, Qt::ISODate);
    m_start->setDate(start.isValid() ? start : channels.mirror().serverNow().toLocalTime().date());
    dialog.addField(tr("&First turn:"), m_start);
    m_zone = dialog.addLine(tr("Time &zone:"), longestZoneName);
    m_zone->setText(rota.timeZone);
    m_zone->setPlaceholderText(tr("the server's; or as Europe/Berlin"));
    if (!rota.overrides.isEmpty())
        addOverrides();
}

void RotaForm::addOverrides()
{
    m_overrides = new QListWidget;
    m_overrides->setFixedHeight(overridesHeight);
    m_overrides->setTabKeyNavigation(false);
    const auto moment = [](const QDateTime &at) {
        return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    };
    for (const alerts::RotaOverride &one : std::as_const(m_before.overrides)) {
        auto *item = new QListWidgetItem(
            tr("%1, %2 until %3").arg(one.member, moment(one.from), moment(one.until)), m_overrides);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_dialog.addField(tr("Stands &in:"), m_overrides);
}

bool RotaForm::read(alerts::Rota &rota) const
{
    rota = m_before;
    rota.displayName = m_name->text().trimmed();
    rota.members = m_members->members();
    rota.handover = alerts::Handover(m_handover->currentData().toInt());
    rota.hour = m_hour->value();
    rota.start = m_start->date().toString(Qt::ISODate);
    rota.timeZone = m_zone->text().trimmed();
    rota.onCall.clear();
    rota.handoverAt.reset();
    for (int row = m_overrides ? m_overrides->count() - 1 : -1; row >= 0; --row) {
        if (m_overrides->item(row)->checkState() != Qt::Checked)
            rota.overrides.removeAt(row);
    }
    if (rota.displayName.isEmpty())
        m_dialog.fail(tr("Give the rota a name."), m_name);
    else if (rota.members.isEmpty())
        m_dialog.fail(tr("Say who takes turns."));
    else
        return true;
    return false;
}

} // namespace automation
