// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/emoji.h"
#include "domain/chat/mentions.h"
#include "domain/chat/picture.h"

#include <QTest>
#include <QtEndian>

using namespace chat;

namespace {
/// As PNG has it, bit by bit.
quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &name, const QByteArray &data)
{
    return number(quint32(data.size())) + name + data + number(checksum(name + data));
}

QByteArray header(quint32 width, quint32 height, char depth = 8, char color = 2)
{
    return chunk("IHDR", number(width) + number(height) + QByteArray(1, depth) + QByteArray(1, color) +
                             QByteArray(3, '\0'));
}

const QByteArray signature("\x89PNG\r\n\x1a\n", 8);
const QByteArray body = chunk("IDAT", "x");
const QByteArray end = chunk("IEND", {});

const QList<Person> &everybody()
{
    static const QList<Person> people{{u"u-1"_qs, u"dana"_qs, u"Dana K."_qs},
                                      {u"u-2"_qs, u"dana.k"_qs, u"Dana"_qs},
                                      {u"u-3"_qs, u"omar"_qs, u"Omar"_qs},
                                      {u"u-4"_qs, u"other"_qs, u"Omar"_qs},
                                      {u"u-5"_qs, u"jo_2"_qs, u"李雷"_qs}};
    return people;
}

QStringList called(const QString &text)
{
    const People people{[] { return everybody(); },
                        [](const QString &mark) -> std::optional<Person> {
                            for (const Person &person : everybody()) {
                                if (person.name == mark.toLower())
                                    return person;
                            }
                            return std::nullopt;
                        },
                        {}};
    QStringList ids;
    const QList<Mention> mentions = mentionsIn(text, people);
    for (const Mention &mention : mentions)
        ids << (mention.userId.isEmpty() ? u"here"_qs : mention.userId);
    return ids;
}
} // namespace

/// What messages are made of.
class ChatPiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("nobody") << u"hello"_qs << QStringList();
        QTest::newRow("by name") << u"@jo_2, look"_qs << QStringList{u"u-5"_qs};
        QTest::newRow("at the end of a sentence") << u"Ask @jo_2."_qs << QStringList{u"u-5"_qs};
        QTest::newRow("the longest") << u"@Dana K. or @dana.k"_qs << (QStringList{u"u-1"_qs, u"u-2"_qs});
        QTest::newRow("whatever the case") << u"(@DANA)"_qs << QStringList{u"u-2"_qs};
        QTest::newRow("two of one name") << u"@omar"_qs << (QStringList{u"u-3"_qs, u"u-4"_qs});
        QTest::newRow("once") << u"@jo_2 @jo_2"_qs << QStringList{u"u-5"_qs};
        QTest::newRow("of other letters") << u"@李雷!"_qs << QStringList{u"u-5"_qs};
        QTest::newRow("everybody here") << u"@here: @HERE"_qs << QStringList{u"here"_qs};
        QTest::newRow("an address") << u"mail dana@jo_2 now"_qs << QStringList();
        QTest::newRow("a longer word") << u"@danaher @hereby"_qs << QStringList();
        QTest::newRow("only signs") << u"@ @@ @... @-"_qs << QStringList();
    }
    void mentions()
    {
        QFETCH(QString, text);
        QTEST(called(text), "ids");
    }

    void emojis_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        const auto row = [](const char *name, const std::u32string &text, bool isOne) {
            QTest::newRow(name) << QString::fromUcs4(text.data(), qsizetype(text.size())) << isOne;
        };
        row("thumb", U"\U0001F44D", true);
        row("thumb of a colour", U"\U0001F44D\U0001F3FD", true);
        row("family", U"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", true);
        row("flag", U"\U0001F1E9\U0001F1EA", true);
        row("flag of a part", U"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
            true);
        row("heart", U"\u2764\uFE0F", true);
        row("keycap", U"5\uFE0F\u20E3", true);
        row("nothing", U"", false);
        row("letter", U"x", false);
        row("digit", U"5", false);
        row("word", U"ok", false);
        row("letter behind", U"\U0001F44Dx", false);
        row("space", U"\U0001F44D ", false);
        row("only a joiner", U"\u200D", false);
        row("only a selector", U"\uFE0F", false);
        row("turned", U"\u202E\U0001F44D", false);
        row("turned behind", U"\U0001F44D\u202E", false);
        row("control", U"\u0007", false);
        row("markup", U"<b>", false);
        row("plus", U"+", false);
        row("nine", std::u32string(9, U'\U0001F44D'), false);
    }
    void emojis()
    {
        QFETCH(QString, text);
        QTEST(isEmoji(text), "isOne");
    }
    void halfASignIsNone() { QVERIFY(!isEmoji(QString(QChar(0xD83D)))); }

    void aPictureKeepsWhatDrawsIt()
    {
        const QByteArray drawn = signature + header(640, 480) + body + end;
        const auto picture = readPicture(signature + header(640, 480) + chunk("tEXt", "Author\0me") +
                                         chunk("eXIf", "where") + body + end + "<script>");
        QVERIFY(picture);
        QCOMPARE(picture->png, drawn);
        QCOMPARE(picture->width, 640);
        QCOMPARE(picture->height, 480);
    }

    void badPictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        const QByteArray good = signature + header(640, 480) + body + end;
        row("nothing", {});
        row("JPEG", "\xff\xd8\xff\xe0");
        row("SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        row("signature alone", signature);
        row("cut off", good.left(good.size() - 1));
        row("no data", signature + header(640, 480) + end);
        row("no header", signature + body + end);
        row("two headers", signature + header(1, 1) + header(9, 9) + body + end);
        row("of no width", signature + header(0, 1) + body + end);
        row("too wide", signature + header(4097, 1) + body + end);
        row("too high", signature + header(1, 0xFFFFFFFF) + body + end);
        row("too deep", signature + header(1, 1, 16) + body + end);
        row("of no colour", signature + header(1, 1, 8, 5) + body + end);
        row("a changed bit", QByteArray(good).replace(45, 1, "y"));
        row("a length that lies", QByteArray(good).replace(33, 4, "\xff\xff\xff\xff"));
        row("too large", signature + header(1, 1) + chunk("IDAT", QByteArray(largestPicture, 'x')) + end);
    }
    void badPictures()
    {
        QFETCH(QByteArray, bytes);
        const auto picture = readPicture(bytes);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, core::ErrorCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(ChatPiecesTest)
#include "piecestest.moc"
