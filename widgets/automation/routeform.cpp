// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/routeform.h"

#include "automation/hoursfield.h"
#include "automation/rulewords.h"
#include "kit/glyph.h"
#include "settings/formdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

namespace automation {

namespace {
constexpr int longestRoute = 128;
constexpr int longestMatchers = 4096;
constexpr int channelsHeight = 96;
constexpr int worstSeverity = 10;
constexpr int highestLevel = 9;
} // namespace

RouteForm::RouteForm(settings::FormDialog &dialog, const client::Channels &channels,
                     const alerts::Route &route)
    : m_dialog(dialog), m_before(route), m_name(dialog.addLine(tr("&Name:"), longestRoute))
{
    m_name->setText(route.displayName);
    addWhich();
    addWhereTo(channels);
    m_final = new QCheckBox(tr("Later routes do not see &what goes this way"));
    m_final->setChecked(route.isFinal);
    dialog.addField(QString(), m_final);
}

void RouteForm::addWhich()
{
    m_severity = new QComboBox;
    for (int severity = 1; severity <= worstSeverity; ++severity)
        m_severity->addItem(kit::glyphIcon(kit::statusOfSeverity(severity)),
                            severity == 1 ? tr("any") : tr("%1 and worse").arg(words::severity(severity)),
                            severity);
    m_severity->setCurrentIndex(m_severity->findData(m_before.leastSeverity));
    m_dialog.addField(tr("Se&verity:"), m_severity);
    m_matchers = m_dialog.addLine(tr("Wi&th labels:"), longestMatchers);
    m_matchers->setText(m_before.matchers);
    m_matchers->setPlaceholderText(tr("any; or as {site=\"north\", team=~\"net.*\"}"));
    m_level = new QSpinBox;
    m_level->setRange(0, highestLevel);
    m_level->setSpecialValueText(tr("at once"));
    m_level->setPrefix(tr("after being escalated ", "followed by how often"));
    m_level->setSuffix(tr(" times"));
    m_level->setValue(m_before.leastLevel);
    m_dialog.addField(tr("&Escalation:"), m_level);
    m_hours = new HoursField(m_before.hours);
    m_dialog.addField(tr("When:"), m_hours);
}

void RouteForm::addWhereTo(const client::Channels &channels)
{
    m_channels = new QListWidget;
    m_channels->setFixedHeight(channelsHeight);
    m_channels->setTabKeyNavigation(false);
    const auto offer = [this](const QString &id, const QString &name) {
        auto *item = new QListWidgetItem(name, m_channels);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_before.channels.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    QStringList known;
    for (const alerts::Channel &channel : channels.all()) {
        known << channel.id;
        offer(channel.id, channel.displayName);
    }
    for (const QString &id : std::as_const(m_before.channels)) {
        if (!known.contains(id))
            offer(id, id);
    }
    m_dialog.addField(tr("&Channels:"), m_channels);
    m_rota = new QComboBox;
    m_rota->addItem(tr("nobody else"), QString());
    for (const alerts::Rota &rota : channels.rotas())
        m_rota->addItem(tr("who is on call: %1").arg(rota.displayName), rota.id);
    m_rota->setCurrentIndex(std::max(0, m_rota->findData(m_before.rotaId)));
    m_dialog.addField(tr("An&d:"), m_rota);
}

bool RouteForm::read(alerts::Route &route) const
{
    route = m_before;
    route.displayName = m_name->text().trimmed();
    route.matchers = m_matchers->text().trimmed();
    route.leastSeverity = m_severity->currentData().toInt();
    route.leastLevel = m_level->value();
    route.hours = m_hours->hours();
    route.channels.clear();
    for (int row = 0; row < m_channels->count(); ++row) {
        if (m_channels->item(row)->checkState() == Qt::Checked)
            route.channels << m_channels->item(row)->data(Qt::UserRole).toString();
    }
    route.rotaId = m_rota->currentData().toString();
    route.isFinal = m_final->isChecked();
    if (!route.displayName.isEmpty())
        return true;
    m_dialog.fail(tr("Give the route a name."), m_name);
    return false;
}

} // namespace automation
