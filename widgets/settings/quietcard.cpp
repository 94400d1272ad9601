// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/quietcard.h"

#include "kit/label.h"
#include "kit/tokens.h"
#include "settings/dates.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>

namespace settings {

namespace {
namespace tokens = kit::tokens;
}

QuietCard::QuietCard(client::Manners &manners, QWidget *parent)
    : kit::Card(tr("Quiet hours"), parent), m_manners(manners),
      m_critical(new QCheckBox(tr("What is &critical pops up all the same"))),
      m_state(new kit::Label({}, kit::TextRole::Secondary)), m_end(new QPushButton(tr("&End quiet now")))
{
    auto *what = new kit::Label(
        tr("Nothing pops up and nothing sounds. What happened meanwhile stands under the bell."),
        kit::TextRole::Secondary);
    what->setWordWrap(true);
    addContent(what);
    buildDays();
    addContent(m_critical);
    m_state->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_end);
    content()->addLayout(foot);
    content()->addStretch(1);
    connect(m_critical, &QCheckBox::clicked, &manners, &client::Manners::setBrokenByCritical);
    connect(m_end, &QPushButton::clicked, &manners, &client::Manners::endQuiet);
    connect(&manners, &client::Manners::quietChanged, this, &QuietCard::refreshState);
    refresh();
}

void QuietCard::buildDays()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens::Space2);
    grid->setVerticalSpacing(tokens::Space1);
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const QString name = QLocale().dayName(place + 1);
        Row &row = m_rows[size_t(place)];
        row = {new QCheckBox(name), new QTimeEdit, new QTimeEdit};
        row.from->setAccessibleName(tr("%1, quiet from", "a weekday").arg(name));
        row.until->setAccessibleName(tr("%1, quiet until", "a weekday").arg(name));
        grid->addWidget(row.isOn, place, 0);
        grid->addWidget(row.from, place, 1);
        grid->addWidget(new kit::Label(tr("to", "between two times of day"), kit::TextRole::Secondary), place,
                        2);
        grid->addWidget(row.until, place, 3);
        connect(row.isOn, &QCheckBox::toggled, this, &QuietCard::keep);
        for (QTimeEdit *time : {row.from, row.until}) {
            time->setDisplayFormat(QStringLiteral("HH:mm"));
            connect(time, &QTimeEdit::timeChanged, this, &QuietCard::keep);
        }
    }
    grid->setColumnStretch(4, 1);
    content()->addLayout(grid);
}

void QuietCard::refresh()
{
    m_isRefreshing = true;
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const client::QuietHours::Day &day = m_manners.hours().day(place + 1);
        const Row &row = m_rows[size_t(place)];
        row.isOn->setChecked(day.isOn);
        row.from->setTime(day.from);
        row.until->setTime(day.until);
        row.from->setEnabled(day.isOn);
        row.until->setEnabled(day.isOn);
    }
    m_critical->setChecked(m_manners.isBrokenByCritical());
    m_isRefreshing = false;
    refreshState();
}

void QuietCard::refreshState()
{
    const std::optional<QDateTime> until = m_manners.quietUntil();
    m_state->setText(until ? tr("It is quiet until %1.").arg(dayAndMinute(*until)) : QString());
    m_end->setVisible(until.has_value());
}

void QuietCard::keep()
{
    if (m_isRefreshing)
        return;
    client::QuietHours hours;
    for (int place = 0; place < int(m_rows.size()); ++place) {
        const Row &row = m_rows[size_t(place)];
        hours.setDay(place + 1, {row.isOn->isChecked(), row.from->time(), row.until->time()});
    }
    m_manners.setHours(hours);
    refresh();
}

} // namespace settings
