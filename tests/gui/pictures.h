// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QPixmap>
#include <QSet>
#include <QTest>
#include <QTranslator>

/// Pictures for people to look at: kept where BELFRY_SHOTS says, in the language of the .qm file
/// BELFRY_SHOTS_QM names, with numbers and dates as that language writes them.
class Pictures
{
public:
    /// Puts all that is made from now on into that language.
    void speak()
    {
        const QString language = qEnvironmentVariable("BELFRY_SHOTS_QM");
        if (language.isEmpty())
            return;
        QVERIFY(m_translator.load(language));
        QCoreApplication::installTranslator(&m_translator);
        QLocale::setDefault(QLocale(m_translator.language()));
    }
    /// Fails for a picture that shows nothing.
    static void keep(const QPixmap &picture, const QString &name)
    {
        const QImage image = picture.toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colors << image.pixel(x, y);
        }
        QVERIFY2(colors.size() > 30, qPrintable(name + QStringLiteral(" is blank")));
        QVERIFY2(colors.contains(kit::theme().window.rgb()), qPrintable(name));
        save(picture, name);
    }
    static void save(const QPixmap &picture, const QString &name)
    {
        const QString folder = qEnvironmentVariable("BELFRY_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }

private:
    QTranslator m_translator;
};
