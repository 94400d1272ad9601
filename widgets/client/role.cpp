// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/role.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace client {

namespace {

struct Words
{
    const char *role;
    const char *title;
    const char *sentence;
};

constexpr std::array words{
    Words{"viewer", QT_TRANSLATE_NOOP("client::Role", "Viewer"),
          QT_TRANSLATE_NOOP("client::Role", "Sees everything and changes nothing.")},
    Words{"agent", QT_TRANSLATE_NOOP("client::Role", "Agent"),
          QT_TRANSLATE_NOOP("client::Role", "For programs: reports what it has measured.")},
    Words{"operator", QT_TRANSLATE_NOOP("client::Role", "Operator"),
          QT_TRANSLATE_NOOP("client::Role", "Works with what is shown, but changes no account.")},
    Words{"admin", QT_TRANSLATE_NOOP("client::Role", "Administrator"),
          QT_TRANSLATE_NOOP("client::Role", "May do everything.")},
    Words{"guest", QT_TRANSLATE_NOOP("client::Role", "Guest"),
          QT_TRANSLATE_NOOP("client::Role", "Nobody has signed in.")}};

const Words *wordsOf(const QString &role)
{
    const auto *found = std::find_if(words.begin(), words.end(),
                                     [&](const Words &one) { return role == QLatin1String(one.role); });
    return found == words.end() ? nullptr : found;
}

} // namespace

QString roleTitle(const QString &role)
{
    const Words *found = wordsOf(role);
    return found ? QCoreApplication::translate("client::Role", found->title) : role;
}

QString roleSentence(const QString &role)
{
    const Words *found = wordsOf(role);
    return found ? QCoreApplication::translate("client::Role", found->sentence) : QString();
}

const QStringList &grantableRoles()
{
    static const QStringList roles{QStringLiteral("viewer"), QStringLiteral("agent"),
                                   QStringLiteral("operator"), QStringLiteral("admin")};
    return roles;
}

} // namespace client
