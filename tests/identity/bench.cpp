// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/passwordworker.h"
#include "domain/identity/tokens.h"
#include "support/awaited.h"

#include <QElapsedTimer>

#include <cstdio>
#include <functional>

namespace {
void measure(const char *what, int rounds, const std::function<void()> &work)
{
    work();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i)
        work();
    std::printf("%s: %.1f us each\n", what, double(timer.nsecsElapsed()) / 1000 / rounds);
}
} // namespace

/// Prints what signing in and showing a token cost.
int main(int argc, char **argv)
{
    using namespace identity;
    const QCoreApplication application(argc, argv);
    PasswordWorker worker;
    const QString phc =
        support::awaited(worker.hash(QStringLiteral("mossy lantern quiet"), QByteArray(16, 's'))).value();
    measure("password of an account, wrong", 40,
            [&] { (void)support::awaited(worker.verify(QStringLiteral("tango umbrella zinc"), phc)); });
    measure("password of nobody", 40,
            [&] { (void)support::awaited(worker.verify(QStringLiteral("tango umbrella zinc"), {})); });
    measure("choice of a password checked", 2000,
            [] { (void)checkPassword(QStringLiteral("mossy-lantern-42-quiet")); });

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Tokens tokens(QByteArray(32, 'k'));
    const Claims claims{QStringLiteral("u-1"),
                        QStringLiteral("dana"),
                        core::Role::Admin,
                        TokenKind::Access,
                        1,
                        QStringLiteral("jti"),
                        QStringLiteral("family"),
                        now,
                        now.addSecs(900)};
    const QString token = tokens.issue(claims).value();
    measure("token issued", 2000, [&] { (void)tokens.issue(claims); });
    measure("token read", 2000, [&] { (void)tokens.read(token, TokenKind::Access, now); });
    measure("forged token refused", 2000, [&] { (void)tokens.read(token + u'A', TokenKind::Access, now); });
    return 0;
}
