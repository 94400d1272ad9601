// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/timefield.h"

#include "kit/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace automation {

namespace {
constexpr int longestTime = 30 * 86400; // as the server takes it, also in seconds
}

TimeField::TimeField(const QString &name, QWidget *parent)
    : QWidget(parent), m_count(new QSpinBox), m_unit(new QComboBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space1);
    m_count->setRange(0, longestTime);
    m_count->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1, unit").arg(name));
    m_unit->addItem(tr("s"), 1);
    m_unit->addItem(tr("min"), 60);
    m_unit->addItem(tr("h"), 3600);
    m_unit->addItem(tr("d"), 86400);
    row->addWidget(m_count);
    row->addWidget(m_unit);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusProxy(m_count);
    connect(m_count, &QSpinBox::valueChanged, this, &TimeField::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        m_count->setMaximum(longestTime / m_unit->currentData().toInt());
        Q_EMIT changed();
    });
    setSeconds(0);
}

void TimeField::setSeconds(qint64 seconds)
{
    const QSignalBlocker quiet(this);
    int place = seconds == 0 ? 1 : m_unit->count() - 1;
    while (seconds != 0 && place > 0 && seconds % m_unit->itemData(place).toLongLong() != 0)
        --place;
    m_unit->setCurrentIndex(place);
    m_count->setMaximum(longestTime / m_unit->currentData().toInt());
    m_count->setValue(int(seconds / m_unit->itemData(place).toLongLong()));
}

qint64 TimeField::seconds() const { return m_count->value() * m_unit->currentData().toLongLong(); }

} // namespace automation
