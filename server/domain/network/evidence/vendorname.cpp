// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/vendorname.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace network {

namespace {
constexpr qsizetype longestCalled = 40;

/// Legal forms, without dots: they end a name wherever they stand behind its first word.
const QSet<QString> &legalForms()
{
    static const QSet<QString> forms = [] {
        QSet<QString> all;
        const QString words = QStringLiteral(
            "inc incorporated incorporation corp corporation corporate co company coltd ltd limited ltda lt "
            "llc "
            "llp lp plc pte pty pvt gmbh mbh ag kg kgaa ohg sa sas sarl sau spa srl sro doo zoo sl slu sp ab "
            "as "
            "asa aps oy oyj nv bv bvba cv kk kft zrt jsc ojsc ooo bhd sdn sti sia lda ind mfg intl "
            "cokg gmbh&cokg");
        for (const QString &word : words.split(u' '))
            all.insert(word);
        return all;
    }();
    return forms;
}

/// Words that add nothing behind a name that stands for itself.
const QSet<QString> &emptyWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> all;
        const QString list = QStringLiteral(
            "technology technologies tech systems system electronics electronic communications communication "
            "telecommunication telecommunications networks international enterprise enterprises group "
            "holding holdings "
            "industries industrial computer computers manufacturing mobility trading precision broadband "
            "device "
            "wireless products foundation trade private mobile software and & of division usa");
        for (const QString &word : list.split(u' '))
            all.insert(word);
        return all;
    }();
    return words;
}

/// Words too common to be all that is left of a name.
const QSet<QString> &commonWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> all;
        const QString list = QStringLiteral(
            "the new first general national american united global universal advanced applied integrated "
            "digital data "
            "micro network power smart texas china silicon extreme hong japan korea taiwan india beijing "
            "shanghai "
            "shenzhen hangzhou guangdong guangzhou wuhan suzhou nanjing chengdu chongqing sichuan zhejiang "
            "jiangsu "
            "dongguan ningbo tianjin xiamen hon cloud open free control security computer mobile radio video "
            "audio "
            "sky light energy water medical solar semiconductor information intelligent internet");
        for (const QString &word : list.split(u' '))
            all.insert(word);
        return all + emptyWords();
    }();
    return words;
}

/// Names that follow no rule: how the registered one begins, and what it is called.
constexpr std::array<std::pair<const char *, const char *>, 18> wellKnown{{
    {"hewlett packard", "Hewlett Packard"},
    {"hp inc", "HP"},
    {"aruba, a hewlett", "Aruba"},
    {"avm audiovisuelles", "AVM"},
    {"asustek", "ASUS"},
    {"giga-byte", "Gigabyte"},
    {"guangdong oppo", "OPPO"},
    {"hon hai", "Foxconn"},
    {"international business machines", "IBM"},
    {"micro-star int", "MSI"},
    {"new h3c", "H3C"},
    {"hangzhou h3c", "H3C"},
    {"hangzhou hikvision", "Hikvision"},
    {"zhejiang dahua", "Dahua"},
    {"motorola mobility", "Motorola"},
    {"routerboard", "MikroTik"},
    {"beijing xiaomi", "Xiaomi"},
    {"zte corporation", "ZTE"},
}};

QString bare(const QString &word)
{
    QString letters = word.toLower();
    letters.remove(u'.').remove(u',').remove(u'/').remove(u'"').remove(QChar(0xff0c));
    return letters;
}

/// "TP-LINK" stays, "SAMSUNG" does not: a long word of capital letters alone is shouted, not abbreviated.
QString calm(const QString &word)
{
    const bool isShouted =
        word.size() > 4 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
    return isShouted ? word.at(0) + word.mid(1).toLower() : word;
}

/// The words of a name, with neither what is in brackets nor what follows "a … company".
QStringList wordsOf(const QString &registered)
{
    QString plain;
    int depth = 0;
    for (const QChar c : registered) {
        if (c == u'(' || c == QChar(0xff08))
            ++depth;
        else if (c == u')' || c == QChar(0xff09))
            depth = std::max(0, depth - 1);
        else if (depth == 0)
            plain += c;
        if (depth > 0 || c == u',' || c == QChar(0xff0c))
            plain += u' ';
    }
    return plain.split(u' ', Qt::SkipEmptyParts);
}
} // namespace

QString shortVendorName(const QString &registered)
{
    const QString lower = registered.toLower();
    for (const auto &[begin, name] : wellKnown) {
        if (lower.startsWith(QLatin1String(begin)))
            return QLatin1String(name);
    }
    QStringList words = wordsOf(registered);
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (legalForms().contains(bare(words.at(i))) || words.at(i).startsWith(QLatin1String("Co.,")))
            words.resize(i);
    }
    while (words.size() > 1 && emptyWords().contains(bare(words.last())) &&
           (words.size() > 2 || !commonWords().contains(bare(words.first()))))
        words.removeLast();
    for (QString &word : words)
        word = calm(word);
    QString name = words.join(u' ');
    while (name.endsWith(u'.') || name.endsWith(u','))
        name.chop(1);
    if (name.size() > longestCalled)
        name = name.left(longestCalled).section(u' ', 0, -2);
    return name.isEmpty() ? registered.left(longestCalled) : name;
}

} // namespace network
