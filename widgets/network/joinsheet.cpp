// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/joinsheet.h"

#include "kit/button.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/compose.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace network {

namespace {
namespace tokens = kit::tokens;
constexpr int joinSheetWidth = 420;
constexpr int longestPort = 256;
constexpr qsizetype longestEnd = 24;
} // namespace

JoinSheet::JoinSheet(const Entry &from, const Entry &to, QWidget *parent)
    : QDialog(parent), m_kind(new QComboBox), m_fromPort(portLine()), m_toPort(portLine())
{
    m_wish.sourceId = from.id;
    m_wish.targetId = to.id;
    const QString title = tr("Join %1 and %2").arg(nameOf(from), nameOf(to));
    setWindowTitle(title);
    setMinimumWidth(joinSheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(title, kit::TextRole::PageTitle));
    auto *form = new QFormLayout;
    form->setSpacing(tokens::FormGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kind->addItem(tr("Cable"), QStringLiteral("wired"));
    m_kind->addItem(tr("Radio"), QStringLiteral("wireless"));
    m_kind->addItem(tr("VPN"), QStringLiteral("vpn"));
    m_kind->addItem(tr("Other"), QStringLiteral("other"));
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("Port of %1").arg(plainLine(nameOf(from), longestEnd)), m_fromPort);
    form->addRow(tr("Port of %1").arg(plainLine(nameOf(to), longestEnd)), m_toPort);
    column->addLayout(form);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    auto *join = new kit::PrimaryButton(tr("&Join"));
    join->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(join);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(join, &QPushButton::clicked, this, &QDialog::accept);
}

QLineEdit *JoinSheet::portLine()
{
    auto *line = new QLineEdit;
    line->setMaxLength(longestPort);
    line->setPlaceholderText(tr("Not known"));
    return line;
}

SetLink JoinSheet::wish() const
{
    SetLink wish = m_wish;
    wish.kind = m_kind->currentData().toString();
    wish.sourcePort = m_fromPort->text().trimmed();
    wish.targetPort = m_toPort->text().trimmed();
    return wish;
}

} // namespace network
