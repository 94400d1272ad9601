// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/signinsdialog.h"

#include "kit/label.h"
#include "kit/tokens.h"
#include "settings/signinspanel.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace settings {

namespace {
namespace tokens = kit::tokens;
constexpr QSize signInsSize{760, 420};
} // namespace

SignInsDialog::SignInsDialog(client::Mirror &mirror, const QString &username, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Sign-ins of %1").arg(username));
    resize(signInsSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space4, tokens::Space4, tokens::Space4, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(windowTitle(), kit::TextRole::PageTitle));
    column->addWidget(new SignInsPanel(mirror, username), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace settings
