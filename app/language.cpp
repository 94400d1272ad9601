// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {
void installTranslator(QCoreApplication &application, const QLocale &locale, const QString &name,
                       const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}
} // namespace

void installLanguage(QCoreApplication &application, const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    if (!code.isEmpty())
        QLocale::setDefault(locale);
    installTranslator(application, locale, QStringLiteral("qtbase"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The plurals of English are a translation too; any other language is put above it.
    installTranslator(application, QLocale(QLocale::English), QStringLiteral("belfry"),
                      QStringLiteral(":/translations"));
    installTranslator(application, locale, QStringLiteral("belfry"), QStringLiteral(":/translations"));
}

} // namespace app
