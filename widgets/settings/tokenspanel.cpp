// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/tokenspanel.h"

#include "client/role.h"
#include "kit/glyph.h"
#include "settings/dates.h"
#include "settings/formdialog.h"
#include "settings/secretdialog.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QRegularExpression>

namespace settings {

namespace {

constexpr int longestTokenName = 64;
constexpr int longestScope = 4096;
constexpr int onADate = 0; ///< in place of a number of days

/// The names in a line, by blanks or commas; nothing for an empty one, which limits nothing.
std::optional<QStringList> namesIn(const QString &line)
{
    static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
    const QStringList names = line.split(gap, Qt::SkipEmptyParts);
    return names.isEmpty() ? std::nullopt : std::optional(names);
}

QString scopeOf(const identity::ApiToken &token, const QString &separator)
{
    const auto part = [](const QString &all, const QString &some, const std::optional<QStringList> &names) {
        return names ? some.arg(names->join(QStringLiteral(", "))) : all;
    };
    if (!token.commands && !token.topics)
        return TokensPanel::tr("all of its role");
    return part(TokensPanel::tr("commands: all"), TokensPanel::tr("commands: %1"), token.commands) +
           separator + part(TokensPanel::tr("facts: all"), TokensPanel::tr("facts: %1"), token.topics);
}

/// How long the token shall last: a few usual spans, or until the end of a day.
struct EndFields
{
    explicit EndFields(FormDialog &dialog, const QDate &today) : choice(new QComboBox), day(new QDateEdit)
    {
        for (const int days : {7, 30, 90, 365})
            choice->addItem(TokensPanel::tr("in %n days", nullptr, days), days);
        choice->addItem(TokensPanel::tr("at the end of a day"), onADate);
        choice->addItem(TokensPanel::tr("when it is revoked"));
        choice->setCurrentIndex(2);
        dialog.addField(TokensPanel::tr("&Ends:"), choice);
        day->setMinimumDate(today);
        day->setDate(today.addDays(30));
        dialog.addField(TokensPanel::tr("&Day:"), day);
        const auto follow = [choice = choice, day = day] {
            const QVariant days = choice->currentData();
            day->setEnabled(days.isValid() && days.toInt() == onADate);
        };
        QObject::connect(choice, &QComboBox::currentIndexChanged, day, follow);
        follow();
    }
    [[nodiscard]] std::optional<QDateTime> end(const QDateTime &now) const
    {
        const QVariant days = choice->currentData();
        if (!days.isValid())
            return std::nullopt;
        return days.toInt() == onADate ? day->date().endOfDay().toUTC() : now.addDays(days.toInt());
    }

    QComboBox *choice;
    QDateEdit *day;
};

} // namespace

TokensPanel::TokensPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("Tokens"), parent), m_tokens(&identity::ApiToken::id, columns(), this),
      m_revoke(addDeed(tr("&Revoke…")))
{
    explain(tr("What programs sign in with in place of a name and a password."));
    setEmptyText(tr("There are no tokens. Make one for each program that shall talk to this server."));
    connect(addMaker(tr("&Make token…")), &QAction::triggered, this, &TokensPanel::make);
    connect(m_revoke, &QAction::triggered, this, &TokensPanel::revoke);
    setModel(m_tokens);
    const auto allowRevoke = [this] {
        allow(m_revoke, m_tokens.at(row()) ? QString() : tr("Choose a token first."));
    };
    connect(this, &ListPanel::rowChanged, this, allowRevoke);
    allowRevoke();
}

QList<Column<identity::ApiToken>> TokensPanel::columns() const
{
    using identity::ApiToken;
    return {
        {tr("Name"), [](const ApiToken &token) { return token.name; }},
        {tr("Role"), [](const ApiToken &token) { return client::roleTitle(token.role); },
         [](const ApiToken &token) { return client::roleSentence(token.role); }},
        {tr("Scope"), [](const ApiToken &token) { return scopeOf(token, QStringLiteral(" · ")); },
         [](const ApiToken &token) { return scopeOf(token, QStringLiteral("\n")); }},
        {tr("Made by"), [](const ApiToken &token) { return token.createdBy; }},
        {tr("Made"), [](const ApiToken &token) { return dayAndMinute(token.createdAt); },
         [](const ApiToken &token) { return exactly(token.createdAt); }},
        {tr("Ends"),
         [](const ApiToken &token) {
             return token.expiresAt ? dayAndMinute(*token.expiresAt) : tr("when it is revoked");
         },

         [](const ApiToken &token) {
             return token.expiresAt ? exactly(*token.expiresAt) : tr("It lasts until it is revoked.");
         },

         [this](const ApiToken &token) {
             const bool isOver = token.expiresAt && *token.expiresAt <= mirror().serverNow();
             return isOver ? kit::glyphIcon(kit::Status::Paused) : QIcon();
         }},
    };
}

void TokensPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), identity::ListTokens{}, this,
                [this](const core::Result<identity::ListTokens::Reply> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    m_tokens.show(reply->tokens);
                });
}

void TokensPanel::make()
{
    auto *dialog = new FormDialog(link(), tr("Make token"), tr("&Make token"), this);
    dialog->explain(tr("A token speaks for a program. Give it no more than the program needs."));
    QLineEdit *name = dialog->addLine(tr("&Name:"), longestTokenName);
    dialog->addHint(tr("What it is for, such as the name of the program."));
    QComboBox *role = dialog->addRole(QStringLiteral("viewer"));
    QLineEdit *commands = dialog->addLine(tr("Only these &commands:"), longestScope);
    commands->setPlaceholderText(tr("all of its role"));
    QLineEdit *topics = dialog->addLine(tr("Only these &facts:"), longestScope);
    topics->setPlaceholderText(tr("all of its role"));
    dialog->addHint(tr("Names with blanks between, such as metrics.current or metrics.*"));
    const EndFields ends(*dialog, mirror().serverNow().toLocalTime().date());
    dialog->whenSubmitted([=, this] {
        if (name->text().trimmed().isEmpty())
            return dialog->fail(tr("Give the token a name, so that you know it again."), name);
        dialog->send(identity::AddToken{name->text().trimmed(), role->currentData().toString(),
                                        namesIn(commands->text()), namesIn(topics->text()),
                                        ends.end(mirror().serverNow())},
                     [this](const identity::AddToken::Reply &made) { showSecret(made); });
    });
    open(dialog);
}

void TokensPanel::showSecret(const identity::AddToken::Reply &made)
{
    open(new SecretDialog(tr("Token %1").arg(made.token.name),
                          tr("This is the token's secret. It is shown only now: the server keeps no copy of "
                             "it. Whoever has it may do what the token may do. Copy it to where the program "
                             "reads it, and nowhere else."),
                          made.secret, this));
}

void TokensPanel::revoke()
{
    const identity::ApiToken *token = m_tokens.at(row());
    if (token == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Revoke token %1?").arg(token->name), tr("&Revoke"), this);
    dialog->explain(tr("What it has opened is closed at once, and the program cannot sign in any more. This "
                       "cannot be undone; a new token has another secret."));
    dialog->whenSubmitted([dialog, id = token->id] { dialog->send(identity::RevokeToken{id}); });
    open(dialog);
}

} // namespace settings
