// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/targetfield.h"

#include "client/ask.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace scans {

namespace {
constexpr int longestTarget = 256;
constexpr int mostChips = 4;
const QString separator = QStringLiteral(", ");
} // namespace

TargetField::TargetField(client::Link &link, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit), m_chips(new QHBoxLayout),
      m_hint(new kit::Label({}, kit::TextRole::Hint)), m_choose(new QPushButton(tr("Choose networks…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kit::tokens::Space2);
    m_line->setMaxLength(longestTarget);
    m_line->setAccessibleName(tr("Where"));
    m_line->setPlaceholderText(tr("all ticked networks"));
    m_line->setClearButtonEnabled(true);
    setFocusProxy(m_line);
    column->addWidget(m_line);
    m_chips->setSpacing(kit::tokens::Space2);
    m_chips->addStretch(1);
    column->addLayout(m_chips);
    m_hint->setText(tr("As 192.168.1.0/24, 192.168.1.10-40 or a name; several with commas between."));
    column->addWidget(m_hint);
    m_choose->hide();
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &TargetField::networksWanted);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        follow();
        Q_EMIT changed();
    });
    client::ask(link, network::ListScope{}, this,
                [this](const core::Result<network::ListScope::Reply> &reply) {
                    if (reply)
                        offer(reply->networks);
                });
}

QString TargetField::text() const { return parts().join(separator); }

void TargetField::setText(const QString &text) { m_line->setText(text); }

QStringList TargetField::parts() const
{
    static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
    return m_line->text().split(gap, Qt::SkipEmptyParts);
}

void TargetField::offer(const QList<network::ScopeNetwork> &networks)
{
    QList<network::ScopeNetwork> ticked;
    std::copy_if(networks.begin(), networks.end(), std::back_inserter(ticked),
                 [](const network::ScopeNetwork &network) { return network.isTicked; });
    if (ticked.isEmpty()) {
        m_hint->setText(tr("No network is ticked yet, so nothing may be scanned."));
        m_choose->show();
        return;
    }
    for (const network::ScopeNetwork &network : ticked.mid(0, mostChips))
        addChip(network);
    follow();
}

void TargetField::addChip(const network::ScopeNetwork &network)
{
    const QString name = network.displayName.simplified();
    auto *chip = new QPushButton(name.isEmpty() ? network.subnet : name.left(24));
    chip->setCheckable(true);
    chip->setAutoDefault(false);
    chip->setProperty("subnet", network.subnet);
    chip->setToolTip(kit::format::tooltip(
        tr("%1, %2 addresses").arg(network.subnet, kit::format::count(qint64(network.addresses)))));
    chip->setAccessibleDescription(chip->toolTip());
    connect(chip, &QPushButton::clicked, this,
            [this, subnet = network.subnet](bool isIn) { toggle(subnet, isIn); });
    m_chips->insertWidget(int(m_networks.size()), chip);
    m_networks << chip;
    chip->show(); // at once, so that the dialog can make room for it
}

void TargetField::toggle(const QString &subnet, bool isIn)
{
    QStringList all = parts();
    all.removeAll(subnet);
    if (isIn)
        all << subnet;
    m_line->setText(all.join(separator));
}

void TargetField::follow()
{
    const QStringList all = parts();
    for (QPushButton *chip : std::as_const(m_networks))
        chip->setChecked(all.contains(chip->property("subnet").toString()));
}

} // namespace scans
