// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/untilbox.h"

#include "alerts/alertcolumns.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace alerts {

namespace {
constexpr int atEight = 8;
constexpr qint64 hour = 3600;
} // namespace

UntilBox::UntilBox(const QDateTime &now, const QString &endless, QWidget *parent)
    : QWidget(parent), m_now(now), m_choices(new QComboBox), m_moment(new QDateTimeEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space2);
    row->addWidget(m_choices, 1);
    row->addWidget(m_moment);
    const QDateTime local = now.toLocalTime();
    const QDateTime morning(local.date().addDays(1), QTime(atEight, 0));
    if (!endless.isEmpty())
        m_choices->addItem(endless);
    m_choices->addItem(tr("30 minutes"), now.addSecs(hour / 2));
    m_choices->addItem(tr("1 hour"), now.addSecs(hour));
    m_choices->addItem(tr("4 hours"), now.addSecs(4 * hour));
    m_choices->addItem(tr("Tomorrow at %1").arg(shortTime(morning.time())), morning.toUTC());
    m_choices->addItem(tr("Another moment…"), true);
    m_moment->setDateTime(local.addSecs(2 * hour));
    m_moment->setMinimumDateTime(local);
    m_moment->setCalendarPopup(true);
    m_moment->setAccessibleName(tr("Until when"));
    connect(m_choices, &QComboBox::currentIndexChanged, this, &UntilBox::refresh);
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &UntilBox::changed);
    setFocusProxy(m_choices);
    m_moment->hide();
}

QWidget *UntilBox::first() const { return m_choices; }

std::optional<QDateTime> UntilBox::until() const
{
    const QVariant chosen = m_choices->currentData();
    if (!chosen.isValid())
        return {};
    return chosen.typeId() == QMetaType::Bool ? m_moment->dateTime().toUTC() : chosen.toDateTime();
}

void UntilBox::setUntil(const QDateTime &until)
{
    m_moment->setDateTime(until.toLocalTime());
    m_choices->setCurrentIndex(m_choices->count() - 1);
}

void UntilBox::refresh()
{
    m_moment->setVisible(m_choices->currentIndex() == m_choices->count() - 1);
    Q_EMIT changed();
}

} // namespace alerts
