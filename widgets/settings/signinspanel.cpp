// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/signinspanel.h"

#include "kit/glyph.h"
#include "settings/dates.h"
#include "settings/formdialog.h"

#include <QAction>

namespace settings {

SignInsPanel::SignInsPanel(client::Mirror &mirror, const QString &username, QWidget *parent)
    : ListPanel(mirror, username.isEmpty() ? tr("My sign-ins") : tr("Sign-ins of %1").arg(username), parent),
      m_username(username), m_signIns(&identity::SignIn::id, columns(), this),
      m_end(addDeed(tr("&End sign-in…")))
{
    explain(tr("Each time the password was given, as long as it can be renewed without it."));
    setEmptyText(tr("This account is signed in nowhere."));
    setModel(m_signIns);
    connect(m_end, &QAction::triggered, this, &SignInsPanel::end);
    const auto allowEnd = [this] {
        allow(m_end, m_signIns.at(row()) ? QString() : tr("Choose a sign-in first."));
    };
    connect(this, &ListPanel::rowChanged, this, allowEnd);
    allowEnd();
}

QList<Column<identity::SignIn>> SignInsPanel::columns()
{
    using identity::SignIn;
    const auto nameOf = [](const SignIn &signIn) {
        const QString name = signIn.client.isEmpty() ? tr("unnamed") : signIn.client;
        return signIn.isCurrent ? tr("%1 (this one)").arg(name) : name;
    };
    return {
        {tr("Program"), nameOf, nameOf,
         [](const SignIn &signIn) { return signIn.isCurrent ? kit::glyphIcon(kit::Status::Ok) : QIcon(); }},
        {tr("Address"),
         [](const SignIn &signIn) {
             return signIn.address.isEmpty() ? tr("this computer") : kit::format::isolate(signIn.address);
         }},
        {tr("Signed in"), [](const SignIn &signIn) { return dayAndMinute(signIn.signedInAt); },
         [](const SignIn &signIn) { return exactly(signIn.signedInAt); }},
        {tr("Last renewed"), [](const SignIn &signIn) { return dayAndMinute(signIn.usedAt); },
         [](const SignIn &signIn) { return exactly(signIn.usedAt); }},
        {tr("Ends"), [](const SignIn &signIn) { return dayAndMinute(signIn.endsAt); },
         [](const SignIn &signIn) { return exactly(signIn.endsAt); }},
    };
}

void SignInsPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    identity::ListSignIns asked;
    if (!m_username.isEmpty())
        asked.username = m_username;
    client::ask(link(), asked, this, [this](const core::Result<identity::ListSignIns::Reply> &reply) {
        if (!reply)
            return listed(reply.error().message);
        listed({});
        m_signIns.show(reply->signIns);
    });
}

void SignInsPanel::end()
{
    const identity::SignIn *signIn = m_signIns.at(row());
    if (signIn == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("End this sign-in?"), tr("&End sign-in"), this);
    dialog->explain(signIn->isCurrent
                        ? tr("It is the one this window uses: you have to sign in again.")
                        : tr("What it has opened is closed, and it needs the password to come back."));
    dialog->whenSubmitted([dialog, id = signIn->id] { dialog->send(identity::RevokeSignIn{id}); });
    open(dialog);
}

} // namespace settings
