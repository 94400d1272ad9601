// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/sheet.h"

#include "kit/banner.h"
#include "kit/button.h"
#include "kit/grow.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;

namespace {
constexpr int narrowestSheet = 460;
}

Sheet::Sheet(const QString &title, const QString &deed, QWidget *parent)
    : QDialog(parent), m_error(new kit::Banner(kit::Status::High, QString())), m_content(new QVBoxLayout),
      m_submit(new kit::PrimaryButton(deed))
{
    setWindowTitle(title);
    setMinimumWidth(narrowestSheet);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    auto *head = new kit::Label(title, kit::TextRole::PageTitle);
    head->setElide(Qt::ElideMiddle);
    column->addWidget(head);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    column->addLayout(m_content, 1);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("&Close"));
    close->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    m_submit->setVisible(!deed.isEmpty());
    m_submit->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &Sheet::submitted);
}

void Sheet::fail(const QString &why)
{
    m_error->setText(why);
    m_error->show();
    kit::growToFit(*this);
}

void Sheet::clearFault() { m_error->hide(); }

void Sheet::setBusy(bool isBusy) { m_submit->setEnabled(!isBusy); }

} // namespace chat
