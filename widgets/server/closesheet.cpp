// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/closesheet.h"

#include "kit/label.h"
#include "kit/tokens.h"
#include "server/clientwords.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace server {

namespace {
namespace tokens = kit::tokens;
constexpr int sheetWidth = 440;
// A close carries at most 123 bytes; of most alphabets a letter takes two.
constexpr int longestReason = 60;
} // namespace

CloseSheet::CloseSheet(const session::Client &client, QWidget *parent)
    : QDialog(parent), m_reason(new QLineEdit)
{
    setWindowTitle(tr("Close connection"));
    setFixedWidth(sheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space4, tokens::Space4, tokens::Space4, tokens::Space4);
    column->setSpacing(tokens::Space3);
    auto *what = new kit::Label(tr("Close the connection of %1?").arg(words::whose(client)));
    what->setWordWrap(true);
    column->addWidget(what);
    auto *then = new kit::Label(tr("What waits for this client is lost. It may connect again: to keep "
                                   "somebody out, disable the account or revoke the token."),
                                kit::TextRole::Secondary);
    then->setWordWrap(true);
    column->addWidget(then);
    auto *label = new kit::Label(tr("Reason, told to the client (may be empty)"), kit::TextRole::Secondary);
    label->setElide(Qt::ElideNone);
    label->setBuddy(m_reason);
    m_reason->setMaxLength(longestReason);
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(label);
    column->addWidget(m_reason);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *close = buttons->addButton(tr("Close connection"), QDialogButtonBox::AcceptRole);
    close->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QString CloseSheet::reason() const { return m_reason->text().simplified(); }

} // namespace server
