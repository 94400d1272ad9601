// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/commonpassword.h"

#include <QSet>

#include <array>

namespace identity {

namespace {
constexpr qsizetype longestCommon = 64; // nobody's favourite is longer
constexpr int mostWords = 2;
constexpr int mostDigits = 8;
constexpr int mostSigns = 4;
constexpr qsizetype shortestWalk = 3;
constexpr qsizetype longestPeriod = 6;

/// Neighbours on a keyboard (rows and columns), in the alphabet and among the numbers; read both ways.
constexpr std::array walks{"1234567890",
                           "qwertyuiop",
                           "asdfghjkl",
                           "zxcvbnm",
                           "qwertzuiop",
                           "yxcvbnm",
                           "azertyuiop",
                           "qsdfghjklm",
                           "wxcvbn",
                           "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                           "1q2w3e4r5t6y7u8i9o0p",
                           "q1w2e3r4t5y6u7i8o9p0",
                           "qazwsxedcrfvtgbyhnujmikolp",
                           "zaqxswcdevfrbgtnhymjukilop",
                           "zaq1xsw2cde3vfr4bgt5nhy6mju7",
                           "abcdefghijklmnopqrstuvwxyz",
                           "0123456789",
                           "a1b2c3d4e5f6g7h8i9",
                           "1a2b3c4d5e6f7g8h9i",
                           "!@#$%^&*()",
                           "aabbccddeeffgg",
                           "112233445566778899",
                           "123123123",
                           "147258369",
                           "159357",
                           "741852963"};

const QSet<QString> &favourites()
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "password passwort passwd passw pass parola senha contrasena motdepasse secret geheim admin "
            "administrator root superuser user username login logon guest test tester testing default "
            "changeme "
            "change letmein welcome willkommen bienvenue hello hallo hola master manager system server "
            "network "
            "computer laptop internet windows linux ubuntu debian android iphone apple google facebook "
            "youtube "
            "twitter instagram whatsapp microsoft oracle cisco samsung nokia nintendo playstation xbox "
            "minecraft "
            "pokemon naruto starwars matrix superman batman spiderman ironman hunter killer ninja samurai "
            "warrior "
            "dragon phoenix tiger lion eagle falcon wolf monkey kitty kitten puppy doggy bailey buddy "
            "charlie max "
            "michael daniel andrew thomas robert jordan joshua matthew anthony jessica jennifer michelle "
            "nicole "
            "ashley amanda melissa sarah anna maria andrea princess prince queen king angel angels devil "
            "heaven "
            "jesus christ god love lovely lover iloveyou loveyou loveme fuckyou fuck forever friend friends "
            "family "
            "mother father mama papa baby babygirl sweetie honey sunshine summer winter spring autumn monday "
            "friday january june july august september october november december football soccer baseball "
            "basketball hockey liverpool chelsea arsenal barcelona madrid juventus bayern yankees cowboys "
            "steelers "
            "ferrari porsche mercedes mustang corvette harley honda yamaha flower butterfly rainbow "
            "chocolate "
            "cookie banana orange cheese pepper ginger coffee pizza whatever trustno nothing freedom access "
            "security secure private money dollar lucky happy music guitar rockstar blink metallica pretty "
            "beautiful "
            "qwert qwertz azerty company office support service backup database monitor belfry the my me i "
            "you a "
            "is am go one two three abc xyz asd qwe zxc abcabc asdasd qweqwe");
        const QStringList split = list.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return QSet<QString>(split.begin(), split.end());
    }();
    return words;
}

QChar withoutDisguise(QChar c)
{
    static const QString disguised = QStringLiteral("0134578@$!");
    static const QString plain = QStringLiteral("oieastbasi");
    const qsizetype at = disguised.indexOf(c);
    return at < 0 ? c : plain[at];
}

bool isRepeated(const QString &text)
{
    for (qsizetype period = 1; period <= longestPeriod && period * 2 <= text.size(); ++period) {
        qsizetype same = period;
        while (same < text.size() && text[same] == text[same - period])
            ++same;
        if (same == text.size())
            return true;
    }
    return false;
}

bool isWalk(QStringView piece)
{
    if (piece.size() < shortestWalk)
        return false;
    if (std::all_of(piece.begin(), piece.end(), [&](QChar c) { return c == piece[0]; }))
        return true;
    QString back;
    for (qsizetype i = piece.size(); i-- > 0;)
        back += piece[i];
    return std::any_of(walks.begin(), walks.end(), [&](const char *walk) {
        return QLatin1String(walk).contains(piece) || QLatin1String(walk).contains(back);
    });
}

/// What has been used up on the way to one place of the password.
struct Spent
{
    int words;
    int digits;
    int signs;
    bool operator==(const Spent &) const = default;
};

/// Walks over every way to cut the password into weak pieces.
class Cutting
{
public:
    explicit Cutting(const QString &password) : m_typed(password.toLower())
    {
        m_plain = m_typed;
        for (QChar &c : m_plain)
            c = withoutDisguise(c);
        m_ways.resize(m_typed.size() + 1);
        m_ways[0].append({0, 0, 0});
    }

    bool reachesTheEnd()
    {
        for (qsizetype at = 0; at < m_typed.size(); ++at) {
            if (m_ways[at].isEmpty())
                continue;
            takeOne(at);
            takePieces(at);
        }
        return !m_ways.last().isEmpty();
    }

private:
    void takeOne(qsizetype at)
    {
        const QChar c = m_typed[at];
        const bool isDigit = c >= u'0' && c <= u'9';
        if (!isDigit && c.isLetter())
            return;
        for (Spent way : QList<Spent>(m_ways[at])) {
            (isDigit ? way.digits : way.signs) += 1;
            reach(at + 1, way);
        }
    }

    void takePieces(qsizetype at)
    {
        for (qsizetype length = 1; at + length <= m_typed.size(); ++length) {
            const QStringView piece = QStringView(m_typed).mid(at, length);
            const bool isWord =
                favourites().contains(m_plain.mid(at, length)) || favourites().contains(piece.toString());
            if (!isWord && !isWalk(piece))
                continue;
            for (Spent way : QList<Spent>(m_ways[at])) {
                way.words += isWord && !isWalk(piece) ? 1 : 0;
                reach(at + length, way);
            }
        }
    }

    void reach(qsizetype at, const Spent &way)
    {
        if (way.words <= mostWords && way.digits <= mostDigits && way.signs <= mostSigns &&
            !m_ways[at].contains(way))
            m_ways[at].append(way);
    }

    QString m_typed;
    QString m_plain;
    QList<QList<Spent>> m_ways;
};
} // namespace

bool isCommonPassword(const QString &password)
{
    const QString lower = password.toLower();
    if (isRepeated(lower))
        return true;
    return lower.size() <= longestCommon && Cutting(lower).reachesTheEnd();
}

} // namespace identity
