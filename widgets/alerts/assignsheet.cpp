// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/assignsheet.h"

#include "kit/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace alerts {

namespace {
constexpr int longestOwner = 256;
} // namespace

AssignSheet::AssignSheet(const QString &about, const QString &me, const QStringList &others, QWidget *parent)
    : AlertSheet(tr("Give to somebody"), tr("&Give"), parent), m_me(me), m_who(new QComboBox)
{
    setLine(about);
    m_who->setEditable(true);
    m_who->setInsertPolicy(QComboBox::NoInsert); // Return gives it away; it is no new item without an owner
    m_who->lineEdit()->setMaxLength(longestOwner);
    m_who->lineEdit()->setPlaceholderText(tr("Nobody"));
    if (!me.isEmpty())
        m_who->addItem(tr("Me (%1)").arg(me), me);
    for (const QString &other : others) {
        if (other != me && !other.isEmpty())
            m_who->addItem(other, other);
    }
    m_who->addItem(QString(), QString());
    m_who->setCurrentIndex(0);
    auto *owner = new kit::Label(tr("Owner"), kit::TextRole::Body);
    owner->setElide(Qt::ElideNone);
    owner->setBuddy(m_who);
    form().addRow(owner, m_who);
    m_who->setFocus();
    m_who->lineEdit()->selectAll();
}

QString AssignSheet::who() const
{
    const int known = m_who->findText(m_who->currentText());
    return known >= 0 ? m_who->itemData(known).toString() : m_who->currentText().trimmed();
}

} // namespace alerts
