// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretdialog.h"

#include "kit/button.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace settings {

namespace {
namespace tokens = kit::tokens;
constexpr int secretWidth = 520;
} // namespace

SecretDialog::SecretDialog(const QString &title, const QString &sentence, const QString &secret,
                           QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setFixedWidth(secretWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    auto *head = new kit::Label(title, kit::TextRole::PageTitle);
    head->setElide(Qt::ElideMiddle);
    column->addWidget(head);
    auto *words = new kit::Label(sentence);
    words->setWordWrap(true);
    column->addWidget(words);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *field = new QLineEdit(secret);
    field->setReadOnly(true);
    field->setFont(kit::fontOf(kit::TextRole::Mono));
    field->setCursorPosition(0);
    field->setAccessibleName(tr("Secret"));
    row->addWidget(field, 1);
    auto *copy = new QPushButton(kit::icon(kit::Symbol::Copy), tr("&Copy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [copy, secret] {
        QGuiApplication::clipboard()->setText(secret);
        copy->setText(tr("Copied"));
    });
    row->addWidget(copy);
    column->addLayout(row);
    column->addSpacing(tokens::Space2);
    auto *buttons = new QHBoxLayout;
    auto *done = new kit::PrimaryButton(tr("I have &kept it"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addStretch(1);
    buttons->addWidget(done);
    column->addLayout(buttons);
    copy->setFocus();
}

} // namespace settings
