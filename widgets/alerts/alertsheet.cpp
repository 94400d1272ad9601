// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertsheet.h"

#include "kit/banner.h"
#include "kit/button.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QFormLayout>
#include <QHBoxLayout>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int sheetWidth = 480;
} // namespace

AlertSheet::AlertSheet(const QString &title, const QString &does, QWidget *parent)
    : QDialog(parent), m_line(new kit::Label({}, kit::TextRole::Secondary)),
      m_error(new kit::Banner(kit::Status::High, QString())), m_form(new QFormLayout),
      m_body(new QVBoxLayout), m_do(new kit::PrimaryButton(does))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(sheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(title, kit::TextRole::PageTitle));
    m_line->hide();
    column->addWidget(m_line);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    m_form->setSpacing(tokens::FormGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_body->setSpacing(tokens::Space2);
    column->addLayout(m_body);
    column->addLayout(m_form);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_do->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    // A dialog's own word, so that a sheet may look at its fields first.
    connect(m_do, &QPushButton::clicked, this, [this] { accept(); });
}

void AlertSheet::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void AlertSheet::setReady(bool ready) { m_do->setEnabled(ready); }

void AlertSheet::refuse(const QString &why)
{
    m_error->setText(why);
    m_error->setVisible(!why.isEmpty());
}

} // namespace alerts
