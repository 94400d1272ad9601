// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace app {

namespace {
/// Answers the language that was found; empty: none.
QString installTranslator(QCoreApplication &application, const QLocale &locale, const QString &name,
                          const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return {};
    QCoreApplication::installTranslator(translator.get());
    return translator.release()->language();
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
    const QString found =
        installTranslator(application, locale, QStringLiteral("belfry"), QStringLiteral(":/translations"));
    // LANGUAGE alone names no country: dates would be those of the C locale, which is of no people.
    const auto daysOf = [](const QLocale &one) { return one.dateFormat(QLocale::ShortFormat); };
    if (!found.isEmpty() && daysOf(QLocale()) == daysOf(QLocale::c()))
        QLocale::setDefault(QLocale(found));
}

} // namespace app
