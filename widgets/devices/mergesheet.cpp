// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/mergesheet.h"

#include "kit/button.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/compose.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int mergeWidth = 460;
} // namespace

MergeSheet::MergeSheet(const QList<network::Entry> &devices, QWidget *parent)
    : QDialog(parent), m_list(new QListWidget)
{
    setWindowTitle(tr("Merge devices"));
    setMinimumWidth(mergeWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(
        new kit::Label(tr("Make one of %n devices", nullptr, int(devices.size())), kit::TextRole::PageTitle));
    auto *sentence =
        new kit::Label(tr("Which one stays? It takes over the addresses and ports of the others. "
                          "The others are gone; they cannot be taken apart again."));
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    m_list->setAccessibleName(tr("The device that stays"));
    for (const network::Entry &device : devices) {
        const QStringList words{network::nameOf(device), network::plainLine(device.addresses.value(0)),
                                network::plainLine(device.macAddress)};
        auto *item = new QListWidgetItem(
            QStringList(words).filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral("  ·  ")));
        item->setData(Qt::UserRole, device.id);
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    auto *merge = new kit::PrimaryButton(tr("&Merge"));
    merge->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(merge);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(merge, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
}

QString MergeSheet::chosen() const { return m_list->currentItem()->data(Qt::UserRole).toString(); }

} // namespace devices
