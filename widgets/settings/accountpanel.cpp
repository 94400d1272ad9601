// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/accountpanel.h"

#include "catalog/onetimecodes.h"
#include "catalog/ownaccount.h"
#include "client/role.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "settings/codesdialog.h"
#include "settings/formdialog.h"
#include "settings/signinspanel.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

namespace settings {

namespace {

namespace tokens = kit::tokens;
constexpr int signInsHeight = 220;

QPushButton *endButton(kit::Card &card, const QString &text)
{
    auto *button = new QPushButton(text);
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    row->addStretch(1);
    card.content()->addStretch(1);
    card.content()->addLayout(row);
    return button;
}

kit::Label *sentenceIn(kit::Card &card, const QString &text = {})
{
    auto *label = new kit::Label(text, kit::TextRole::Secondary);
    label->setWordWrap(true);
    card.addContent(label);
    return label;
}

} // namespace

AccountPanel::AccountPanel(client::Mirror &mirror, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_stack(new QStackedLayout(this)),
      m_nothing(new kit::EmptyState(kit::icon(kit::Symbol::User), QString())), m_name(new kit::Label),
      m_role(new kit::Label), m_departments(new kit::Label)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::CardGap);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::CardGap);
    row->addWidget(identityCard(), 1);
    row->addWidget(passwordCard(), 1);
    row->addWidget(codesCard(), 1);
    column->addLayout(row);
    column->addWidget(new kit::Label(tr("Where I am signed in"), kit::TextRole::CardTitle));
    auto *signIns = new SignInsPanel(mirror, QString());
    signIns->setMinimumHeight(signInsHeight);
    column->addWidget(signIns, 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(content);
    connect(&mirror, &client::Mirror::userChanged, this, &AccountPanel::refresh);
    connect(&mirror.link(), &client::Link::stateChanged, this, &AccountPanel::refresh);
    refresh();
}

QWidget *AccountPanel::identityCard()
{
    auto *card = new kit::Card(tr("Who I am"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(tokens::Space3);
    form->setVerticalSpacing(tokens::Space1);
    const auto add = [form](const QString &title, kit::Label *value) {
        auto *name = new kit::Label(title, kit::TextRole::Secondary);
        name->setElide(Qt::ElideNone);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        name->setBuddy(value);
        form->addRow(name, value);
    };
    add(tr("Name"), m_name);
    add(tr("Role"), m_role);
    add(tr("Sees"), m_departments);
    card->content()->addLayout(form);
    card->content()->addStretch(1);
    return card;
}

QWidget *AccountPanel::passwordCard()
{
    auto *card = new kit::Card(tr("Password"));
    sentenceIn(*card, tr("Another password ends every sign-in of this account, this one too."));
    connect(endButton(*card, tr("Change &password…")), &QPushButton::clicked, this,
            &AccountPanel::changePassword);
    return card;
}

QWidget *AccountPanel::codesCard()
{
    auto *card = new kit::Card(tr("One-time codes (2FA)"));
    m_codes = sentenceIn(*card);
    m_setCodes = endButton(*card, {});
    connect(m_setCodes, &QPushButton::clicked, this, &AccountPanel::setCodes);
    return card;
}

void AccountPanel::refresh()
{
    const std::optional<identity::User> &user = m_mirror.user();
    const client::Link &link = m_mirror.link();
    if (link.isLocal() || !user) {
        const QString why =
            link.stateText().isEmpty() ? tr("Waiting for the server to say who you are.") : link.stateText();
        m_nothing->setSentence(
            link.isLocal() ? tr("You are the administrator at this computer. This window needs no account, "
                                "so it has no password, no one-time codes and no sign-ins to end. To come in "
                                "from elsewhere, add an account in the tab Users.")
                           : why);
        m_stack->setCurrentIndex(0);
        return;
    }
    m_name->setText(
        user->displayName.isEmpty()
            ? user->username
            : tr("%1 (%2)", "a person's name and user name").arg(user->displayName, user->username));
    m_role->setText(client::roleTitle(user->role));
    m_role->setToolTip(client::roleSentence(user->role));
    m_departments->setText(user->departments.isEmpty() ? tr("everything")
                                                       : user->departments.join(QStringLiteral(", ")));
    m_codes->setText(user->needsCode
                         ? tr("Signing in needs a code of your authenticator.")
                         : tr("Your name and your password are enough to sign in. With codes, whoever learns "
                              "them still cannot."));
    m_setCodes->setText(user->needsCode ? tr("&Remove codes…") : tr("&Set up codes…"));
    m_stack->setCurrentIndex(1);
}

void AccountPanel::changePassword()
{
    auto *dialog = new FormDialog(m_mirror.link(), tr("Change password"), tr("&Change password"), this);
    dialog->explain(tr("Every sign-in of this account ends. You sign in again with the new password."));
    QLineEdit *before = dialog->addPassword(tr("Password &so far:"));
    QLineEdit *after = dialog->addNewPassword(tr("&New password:"));
    dialog->whenSubmitted([=] {
        if (before->text().isEmpty())
            return dialog->fail(tr("Give the password you have used so far."), before);
        dialog->send(identity::ChangePassword{before->text(), after->text()});
    });
    open(dialog);
}

void AccountPanel::setCodes()
{
    if (!m_mirror.user() || !m_mirror.user()->needsCode) {
        open(new CodesDialog(m_mirror.link(), this));
        return;
    }
    auto *dialog = new FormDialog(m_mirror.link(), tr("Remove one-time codes?"), tr("&Remove codes"), this);
    dialog->explain(tr("Your name and your password are then enough to sign in."));
    QLineEdit *password = dialog->addPassword(tr("Your &password:"));
    dialog->whenSubmitted([=] {
        if (password->text().isEmpty())
            return dialog->fail(tr("Give your password."), password);
        dialog->send(identity::RemoveCodes{password->text()});
    });
    open(dialog);
}

void AccountPanel::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, &m_mirror, &client::Mirror::askUser);
    dialog->open();
}

} // namespace settings
