// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/complaint.h"

#include <QGuiApplication>
#include <QMessageBox>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {
/// True for /dev/null and for what was closed.
bool isNothing(int descriptor)
{
    struct stat entry = {};
    return fstat(descriptor, &entry) != 0 || (S_ISCHR(entry.st_mode) && isatty(descriptor) == 0);
}

/// True where a desktop started the program, so that nobody sees what it writes: it reads from nothing, and
/// writes to nothing or to the socket of the journal.
bool isFromDesktop()
{
    struct stat out = {};
    const bool isSocket = fstat(STDOUT_FILENO, &out) == 0 && S_ISSOCK(out.st_mode);
    return isNothing(STDIN_FILENO) && (isSocket || isNothing(STDOUT_FILENO));
}
} // namespace

bool hasScreen()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1String("offscreen") && !platform.startsWith(QLatin1String("minimal"));
}

void tellStderr(const QString &sentence)
{
    std::fprintf(stderr, "belfry: %s\n", sentence.toUtf8().constData());
}

void complain(const QString &sentence)
{
    tellStderr(sentence);
    if (!hasScreen() || !isFromDesktop())
        return;
    QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("Window", "Belfry cannot start"),
                    sentence);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

bool maySetAside(const QString &sentence)
{
    if (!hasScreen())
        return false;
    QMessageBox box(
        QMessageBox::Warning, QCoreApplication::translate("Window", "The database is damaged"),
        QString(sentence + QLatin1Char('\n') +
                QCoreApplication::translate(
                    "Window", "Start with an empty database? The damaged file is kept beside it.")),
        QMessageBox::Yes | QMessageBox::Cancel);
    box.setTextFormat(Qt::PlainText);
    return box.exec() == QMessageBox::Yes;
}

} // namespace app
