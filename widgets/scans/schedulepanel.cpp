// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/schedulepanel.h"

#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/toast.h"
#include "kit/tokens.h"
#include "scans/plaintable.h"
#include "scans/scheduletable.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

namespace scans {

SchedulePanel::SchedulePanel(client::Scans &scans, QWidget *parent)
    : Card(tr("Scheduled"), parent), m_scans(scans), m_error(new kit::Banner(kit::Status::High, QString())),
      m_stack(new QStackedLayout),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Clock), tr("Asking the server what is scheduled."))),
      m_model(new ScheduleTable(scans, this)), m_table(new PlainTable(tr("Scheduled scans"), *m_model)),
      m_add(new QPushButton(tr("Add schedule…"))), m_toasts(new kit::ToastArea(this))
{
    build();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SchedulePanel::refreshDeeds);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SchedulePanel::refreshDeeds);
    connect(&m_scans, &client::Scans::changed, this, &SchedulePanel::refreshDeeds);
    connect(&m_scans, &client::Scans::ended, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT editWanted({}); });
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(*chosen()); });
    connect(m_switch, &QPushButton::clicked, this, &SchedulePanel::switchOver);
    connect(m_last, &QPushButton::clicked, this, [this] { Q_EMIT scanWanted(chosen()->lastScan); });
    connect(m_remove, &QPushButton::clicked, this, &SchedulePanel::remove);
    refreshDeeds();
}

void SchedulePanel::build()
{
    addHeaderWidget(m_add);
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    addContent(m_error);
    m_table->setObjectName(QStringLiteral("schedules"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    content()->addLayout(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kit::tokens::Space2);
    content()->addLayout(row);
    m_change = addDeed(tr("Chan&ge…"));
    m_switch = addDeed(tr("Switch o&ff"));
    m_last = addDeed(tr("Show the &last"));
    m_remove = addDeed(tr("&Remove"));
    for (QPushButton *deed : {m_change, m_switch, m_last, m_remove})
        row->addWidget(deed);
    row->addStretch(1);
}

QPushButton *SchedulePanel::addDeed(const QString &text)
{
    auto *deed = new QPushButton(text);
    deed->setAutoDefault(false);
    return deed;
}

void SchedulePanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    refresh();
}

void SchedulePanel::refresh()
{
    client::ask(m_scans.mirror().link(), network::ListSchedules{}, this,
                [this](const core::Result<network::ListSchedules::Reply> &reply) {
                    if (!reply) {
                        m_empty->setSentence(reply.error().message);
                        return;
                    }
                    const QString kept = chosen() ? chosen()->id : QString();
                    m_model->setSchedules(reply->schedules);
                    for (int row = 0; row < m_model->rowCount(); ++row) {
                        if (m_model->at(row)->id == kept)
                            m_table->setCurrentIndex(m_model->index(row, 0));
                    }
                    m_empty->setSentence(tr("No scan is made again and again yet. A discovery every night "
                                            "tells what is new in the morning."));
                    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
                    setSubtitle(kit::format::count(m_model->rowCount()));
                });
}

const network::Schedule *SchedulePanel::chosen() const { return m_model->at(m_table->currentIndex().row()); }

void SchedulePanel::refreshDeeds()
{
    const network::Schedule *schedule = chosen();
    QString whyNot = m_scans.whyNotStart();
    m_add->setEnabled(whyNot.isEmpty());
    m_add->setToolTip(kit::format::tooltip(whyNot));
    if (whyNot.isEmpty() && schedule == nullptr)
        whyNot = tr("Choose a schedule first.");
    for (QPushButton *deed : {m_change, m_switch, m_remove}) {
        deed->setEnabled(whyNot.isEmpty());
        deed->setToolTip(kit::format::tooltip(whyNot));
        deed->setAccessibleDescription(whyNot);
    }
    m_last->setEnabled(schedule != nullptr && m_scans.find(schedule->lastScan) != nullptr);
    m_switch->setText(schedule == nullptr || schedule->isEnabled ? tr("Switch o&ff") : tr("Switch &on"));
}

void SchedulePanel::say(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void SchedulePanel::switchOver()
{
    network::Schedule schedule = *chosen();
    schedule.isEnabled = !schedule.isEnabled;
    perform(network::SetSchedule{schedule});
}

void SchedulePanel::remove()
{
    const network::Schedule schedule = *chosen();
    perform(network::RemoveSchedule{schedule.id}, [this, schedule] {
        const kit::Toast *toast =
            m_toasts->say(tr("%1 is no longer scheduled.").arg(schedule.displayName), tr("Undo"));
        connect(toast, &kit::Toast::actionTriggered, this, [this, schedule] {
            network::Schedule again = schedule;
            again.id.clear(); // that one is gone
            perform(network::SetSchedule{again});
        });
    });
}

} // namespace scans
