// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/tokens.h"

#include "domain/identity/secretfile.h"
#include "support/seededentropy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace identity;

namespace {
const QByteArray key = QByteArrayLiteral("0123456789abcdef\0\1\2\3456789abcdef!!!!");
const QDateTime noon = QDateTime::fromString(QStringLiteral("2026-11-20T12:00:00Z"), Qt::ISODate);
const QByteArray goodHeader("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token as somebody with the key would make it, however odd.
QString signedWith(const QByteArray &secret, const QByteArray &header, const QByteArray &claims)
{
    const QByteArray signedPart = encoded(header) + '.' + encoded(claims);
    return QString::fromLatin1(
        signedPart + '.' +
        encoded(QMessageAuthenticationCode::hash(signedPart, secret, QCryptographicHash::Sha256)));
}

QJsonObject goodClaims()
{
    const qint64 now = noon.toSecsSinceEpoch();
    return {{QStringLiteral("iss"), QStringLiteral("belfry")},
            {QStringLiteral("sub"), QStringLiteral("u-1")},
            {QStringLiteral("name"), QStringLiteral("dana")},
            {QStringLiteral("role"), QStringLiteral("admin")},
            {QStringLiteral("typ"), QStringLiteral("access")},
            {QStringLiteral("gen"), 3},
            {QStringLiteral("jti"), QStringLiteral("j1")},
            {QStringLiteral("fam"), QStringLiteral("f1")},
            {QStringLiteral("iat"), now},
            {QStringLiteral("exp"), now + 900}};
}

QString withClaim(const QString &name, const QJsonValue &value)
{
    QJsonObject claims = goodClaims();
    if (value.isUndefined())
        claims.remove(name);
    else
        claims.insert(name, value);
    return signedWith(key, goodHeader, QJsonDocument(claims).toJson(QJsonDocument::Compact));
}

QString good() { return withClaim(QStringLiteral("gen"), 3); }
QByteArray goodJson() { return QJsonDocument(goodClaims()).toJson(QJsonDocument::Compact); }
} // namespace

/// Attacks tokens and the file of their key.
class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItIssued()
    {
        const Tokens tokens(key);
        const Claims claims{QStringLiteral("u-1"),
                            QString::fromUtf8("dánà \"x\""),
                            core::Role::Operator,
                            TokenKind::Refresh,
                            7,
                            QStringLiteral("jti"),
                            QStringLiteral("fam"),
                            noon,
                            noon.addSecs(60)};
        const auto token = tokens.issue(claims);
        QVERIFY(token);
        const auto read = tokens.read(*token, TokenKind::Refresh, noon);
        QVERIFY(read);
        QCOMPARE(read->account, claims.account);
        QCOMPARE(read->name, claims.name);
        QCOMPARE(read->role, claims.role);
        QCOMPARE(read->generation, 7);
        QCOMPARE(read->id, claims.id);
        QCOMPARE(read->family, claims.family);
        QCOMPARE(read->issuedAt, noon);
        QCOMPARE(read->expiresAt, noon.addSecs(60));
        QVERIFY(tokens.read(*token, TokenKind::Refresh, noon.addSecs(59)));
        QVERIFY(!tokens.read(*token, TokenKind::Refresh, noon.addSecs(60)));
        QVERIFY(!tokens.read(*token, TokenKind::Access, noon));
        QVERIFY(tokens.read(*token, TokenKind::Refresh, noon.addSecs(-60)));
        QVERIFY(!tokens.read(*token, TokenKind::Refresh, noon.addSecs(-61)));
    }

    void acceptsTheReference() { QVERIFY(Tokens(key).read(good(), TokenKind::Access, noon)); }

    void refuses_data()
    {
        QTest::addColumn<QString>("token");
        const QString token = good();
        const QString unsignedPart = token.section(QLatin1Char('.'), 0, 1);
        const auto header = [](const char *json) { return signedWith(key, QByteArray(json), goodJson()); };
        const auto unsignedToken = [](const char *json) {
            return QString::fromLatin1(encoded(QByteArray(json)) + '.' + encoded(goodJson()) + '.');
        };
        QTest::newRow("empty") << QString();
        QTest::newRow("alg none") << unsignedToken("{\"alg\":\"none\"}");
        QTest::newRow("alg None") << unsignedToken("{\"alg\":\"None\",\"typ\":\"JWT\"}");
        QTest::newRow("alg nOnE") << unsignedToken("{\"alg\":\"nOnE\"}");
        QTest::newRow("alg none, signed") << header("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        QTest::newRow("empty signature") << unsignedPart + QLatin1Char('.');
        QTest::newRow("missing third part") << unsignedPart;
        QTest::newRow("four parts") << token + QStringLiteral(".x");
        QTest::newRow("nested") << header("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"cty\":\"JWT\"}");
        QTest::newRow("key empty") << signedWith({}, goodHeader, goodJson());
        QTest::newRow("key secret") << signedWith("secret", goodHeader, goodJson());
        QTest::newRow("RS256 header") << header("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        QTest::newRow("HS512 header") << header("{\"alg\":\"HS512\",\"typ\":\"JWT\"}");
        QTest::newRow("alg twice") << header("{\"alg\":\"none\",\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        QTest::newRow("alg escaped") << header("{\"alg\":\"\\u0048S256\",\"typ\":\"JWT\"}");
        QTest::newRow("kid path") << header(
            "{\"alg\":\"HS256\",\"kid\":\"../../../dev/null\",\"typ\":\"JWT\"}");
        QTest::newRow("kid sql") << header("{\"alg\":\"HS256\",\"kid\":\"' OR 1=1\",\"typ\":\"JWT\"}");
        QTest::newRow("jku") << header(
            "{\"alg\":\"HS256\",\"jku\":\"https://evil.example\",\"typ\":\"JWT\"}");
        QTest::newRow("crit") << header("{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"typ\":\"JWT\"}");
        for (const char *claim : {"iss", "sub", "name", "role", "typ", "gen", "jti", "fam", "iat", "exp"}) {
            QTest::addRow("missing %s", claim) << withClaim(QLatin1String(claim), QJsonValue::Undefined);
            QTest::addRow("%s is a list", claim) << withClaim(QLatin1String(claim), QJsonArray{1});
            QTest::addRow("%s is null", claim) << withClaim(QLatin1String(claim), QJsonValue::Null);
        }
        QTest::newRow("exp text") << withClaim(QStringLiteral("exp"), QStringLiteral("9999999999"));
        QTest::newRow("exp 1e300") << withClaim(QStringLiteral("exp"), 1e300);
        QTest::newRow("exp negative") << withClaim(QStringLiteral("exp"), -5);
        QTest::newRow("expired") << withClaim(QStringLiteral("exp"), noon.toSecsSinceEpoch());
        QTest::newRow("iat ahead") << withClaim(QStringLiteral("iat"), noon.toSecsSinceEpoch() + 61);
        QTest::newRow("nbf ahead") << withClaim(QStringLiteral("nbf"), noon.toSecsSinceEpoch() + 61);
        QTest::newRow("other issuer") << withClaim(QStringLiteral("iss"), QStringLiteral("other"));
        QTest::newRow("audience") << withClaim(QStringLiteral("aud"), QStringLiteral("other"));
        QTest::newRow("refresh as access") << withClaim(QStringLiteral("typ"), QStringLiteral("refresh"));
        QTest::newRow("unknown role") << withClaim(QStringLiteral("role"), QStringLiteral("root"));
        QTest::newRow("empty fam") << withClaim(QStringLiteral("fam"), QString());
        QTest::newRow("empty sub") << withClaim(QStringLiteral("sub"), QString());
        QTest::newRow("claims are a list") << signedWith(key, goodHeader, "[1]");
        QTest::newRow("claims are no JSON") << signedWith(key, goodHeader, "{\"exp\":");
        QTest::newRow("claims are empty") << signedWith(key, goodHeader, "");
        QTest::newRow("1 MB") << withClaim(QStringLiteral("name"), QString(1'000'000, QLatin1Char('a')));
        QTest::newRow("just too long") << token + QString(longestToken - token.size() + 1, QLatin1Char('A'));
        QTest::newRow("padded") << token + QLatin1Char('=');
        QTest::newRow("blank before") << QLatin1Char(' ') + token;
        QTest::newRow("line end after") << token + QLatin1Char('\n');
        QTest::newRow("not Latin") << token + QString::fromUtf8("é");
    }

    void refuses()
    {
        QFETCH(QString, token);
        const auto read = Tokens(key).read(token, TokenKind::Access, noon);
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::AuthenticationRequired);
        QCOMPARE(read.error().message,
                 QStringLiteral("Sign in again: the token is not valid or has expired."));
    }

    void refusesEveryChangedCharacter()
    {
        const QString token = good();
        const Tokens tokens(key);
        for (qsizetype i = 0; i < token.size(); ++i) {
            QString changed = token;
            // The neighbour in the alphabet differs in the lowest bits, those a lax decoder passes over.
            const char16_t c = changed[i].unicode();
            changed[i] = c == u'A'                         ? u'B'
                         : c == u'.'                       ? u'_'
                         : QChar(c - 1).isLetterOrNumber() ? QChar(c - 1)
                                                           : u'A';
            QVERIFY2(!tokens.read(changed, TokenKind::Access, noon), qPrintable(QString::number(i)));
        }
    }

    void comparesInConstantTime()
    {
        QVERIFY(isSameSecret("abc", "abc"));
        QVERIFY(!isSameSecret("abc", "abd"));
        QVERIFY(!isSameSecret("abc", "abcd"));
        QVERIFY(isSameSecret({}, {}));
    }

    void keyIsMadeOnceAndPrivate()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("token.key"));
        support::SeededEntropy entropy;
        const auto made = tokenKey(path, entropy);
        QVERIFY(made);
        QCOMPARE(made->size(), 32);
        struct stat entry
        {
        };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &entry), 0);
        QCOMPARE(entry.st_mode & 0777, mode_t(0600));
        QCOMPARE(*tokenKey(path, entropy), *made);
        for (const mode_t mode : {mode_t(0640), mode_t(0604), mode_t(0644)}) {
            QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
            const auto refused = tokenKey(path, entropy);
            QVERIFY(!refused);
            QVERIFY(refused.error().message.contains(QStringLiteral("chmod 600")));
        }
    }

    void keyMustBeAPlainFileOfEnoughBytes()
    {
        const QTemporaryDir folder;
        support::SeededEntropy entropy;
        const QString shortKey = folder.filePath(QStringLiteral("short"));
        QVERIFY(writeSecretFile(shortKey, QByteArray(31, 'k')));
        QVERIFY(!tokenKey(shortKey, entropy));
        QVERIFY(writeSecretFile(shortKey, QByteArray(32, 'k')));
        QVERIFY(tokenKey(shortKey, entropy));
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(shortKey, link));
        QVERIFY(!tokenKey(link, entropy));
        QVERIFY(!tokenKey(folder.path(), entropy));
        QVERIFY(!tokenKey(folder.filePath(QStringLiteral("no/such/folder/key")), entropy));
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tokenstest.moc"
