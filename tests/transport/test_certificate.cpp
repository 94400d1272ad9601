// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificate.h"
#include "transport/openssl.h"
#include "transport/selfsigned.h"
#include "transport/tlsrig.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

#include <openssl/pem.h>
#include <sys/stat.h>

using transport::Certificate;
using transport::SelfSigned;

/// Making certificates and reading them.
class TestCertificate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesOneForAServer();
    void leavesOutWhatIsNoName();
    void loadsWhatItMade();
    void loadsRsa();
    void refusesBadPairs_data();
    void refusesBadPairs();
    void doesNotOpenPipes();

private:
    QString file(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
};

namespace {
const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-20T12:00:00Z"), Qt::ISODate);

QByteArray rsaKey(const char *password = nullptr, int bits = 2048)
{
    const transport::openssl::Held<EVP_PKEY> key(EVP_RSA_gen(bits));
    const transport::openssl::Held<BIO> pem(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(pem.get(), key.get(), password ? EVP_aes_128_cbc() : nullptr,
                             reinterpret_cast<const unsigned char *>(password),
                             password ? int(qstrlen(password)) : 0, nullptr, nullptr);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(pem.get(), &bytes);
    return {bytes, qsizetype(size)};
}

/// A certificate for old.example that `key` signed itself.
QByteArray certificateOf(const QByteArray &key)
{
    const transport::openssl::Held<BIO> reader = transport::openssl::reader(key);
    const transport::openssl::Held<EVP_PKEY> parsed(
        PEM_read_bio_PrivateKey(reader.get(), nullptr, nullptr, nullptr));
    const transport::openssl::Held<X509> certificate(X509_new());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3'600);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("old.example"), -1, -1, 0);
    X509_set_pubkey(certificate.get(), parsed.get());
    if (X509_sign(certificate.get(), parsed.get(), EVP_sha256()) <= 0)
        qFatal("the certificate cannot be signed");
    const transport::openssl::Held<BIO> pem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(pem.get(), certificate.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(pem.get(), &bytes);
    return {bytes, qsizetype(size)};
}
} // namespace

QString TestCertificate::file(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qUtf8Printable(name));
    return file.fileName();
}

void TestCertificate::makesOneForAServer()
{
    const auto made = SelfSigned::make(
        {QStringLiteral("tower"), QStringLiteral("localhost")},
        {QHostAddress(QStringLiteral("192.0.2.7")), QHostAddress(QStringLiteral("fe80::1%eth0"))}, now);
    QVERIFY(bool(made));
    QVERIFY(made->key.startsWith("-----BEGIN PRIVATE KEY-----"));
    const QSslCertificate certificate(made->certificate);
    QVERIFY(certificate.isSelfSigned());
    QCOMPARE(certificate.version(), QByteArray("3"));
    QCOMPARE(certificate.effectiveDate(), now.addDays(-1));
    QCOMPARE(certificate.expiryDate(), now.addYears(10));
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("tower")});
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    const auto names = certificate.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry).size(), 2);
    QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("192.0.2.7")));
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("fe80::1")));
    QHash<QString, QVariant> extensions;
    const auto all = certificate.extensions();
    for (const QSslCertificateExtension &extension : all)
        extensions.insert(extension.oid(), extension.value());
    QCOMPARE(extensions.value(QStringLiteral("2.5.29.19")).toMap().value(QStringLiteral("ca")).toBool(),
             false);
    QVERIFY(extensions.contains(QStringLiteral("2.5.29.37"))); // what it may be used for
    const auto another = SelfSigned::make({QStringLiteral("tower")}, {}, now);
    QVERIFY(another->key != made->key);
    QVERIFY(QSslCertificate(another->certificate).serialNumber() != certificate.serialNumber());
}

void TestCertificate::leavesOutWhatIsNoName()
{
    const auto made = SelfSigned::make(
        {QStringLiteral("a,DNS:evil.example"), QStringLiteral("t\u00fcrmchen"), QStringLiteral("good")}, {},
        now);
    QVERIFY(bool(made));
    const auto names = QSslCertificate(made->certificate).subjectAlternativeNames();
    QCOMPARE(names.values(), QStringList{QStringLiteral("good")});
}

void TestCertificate::loadsWhatItMade()
{
    const tlsrig::Pair pair = tlsrig::makePair(m_folder, QStringLiteral("own"),
                                               {QStringLiteral("tower"), QStringLiteral("localhost")});
    const auto loaded = Certificate::load(pair.certificateFile, pair.keyFile);
    QVERIFY(bool(loaded));
    QStringList names = loaded->names();
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("localhost"), QStringLiteral("tower")}));
    QCOMPARE(loaded->fingerprint().size(), 32 * 3 - 1);
    QCOMPARE(loaded->fingerprint(), loaded->fingerprint().toUpper());
    QVERIFY(loaded->context());
    QVERIFY(loaded->expiry() > QDateTime::currentDateTimeUtc().addYears(9));
}

void TestCertificate::loadsRsa()
{
    const QByteArray key = rsaKey();
    const auto loaded = Certificate::load(file(QStringLiteral("rsa.pem"), certificateOf(key)),
                                          file(QStringLiteral("rsa.key"), key));
    QVERIFY(bool(loaded));
    QCOMPARE(loaded->names(), QStringList{QStringLiteral("old.example")});
    QVERIFY(loaded->context());
}

void TestCertificate::refusesBadPairs_data()
{
    QTest::addColumn<QString>("certificateFile");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("blamed");
    const auto one = tlsrig::makePair(m_folder, QStringLiteral("one"));
    const auto two = tlsrig::makePair(m_folder, QStringLiteral("two"));
    const QString none = m_folder.filePath(QStringLiteral("none"));
    const QString empty = file(QStringLiteral("empty"), {});
    const QString half = file(QStringLiteral("half"), "-----BEGIN CERTIFICATE-----\nMIIB\n");
    const QString locked = file(QStringLiteral("locked"), rsaKey("a password"));
    QTest::newRow("no certificate file") << none << one.keyFile << none;
    QTest::newRow("no key file") << one.certificateFile << none << none;
    QTest::newRow("a folder") << m_folder.path() << one.keyFile << m_folder.path();
    QTest::newRow("empty certificate") << empty << one.keyFile << empty;
    QTest::newRow("empty key") << one.certificateFile << empty << empty;
    QTest::newRow("half a certificate") << half << one.keyFile << half;
    QTest::newRow("swapped") << one.keyFile << one.certificateFile << one.keyFile;
    QTest::newRow("another's key") << one.certificateFile << two.keyFile << two.keyFile;
    QTest::newRow("key with a password") << one.certificateFile << locked << locked;
    const QByteArray shortKey = rsaKey(nullptr, 1024);
    const QString weak = file(QStringLiteral("weak.pem"), certificateOf(shortKey));
    QTest::newRow("a key too short") << weak << file(QStringLiteral("weak.key"), shortKey) << weak;
}

void TestCertificate::refusesBadPairs()
{
    QFETCH(QString, certificateFile);
    QFETCH(QString, keyFile);
    QFETCH(QString, blamed);
    const auto loaded = Certificate::load(certificateFile, keyFile);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, core::ErrorCode::Invalid);
    QVERIFY2(loaded.error().message.startsWith(blamed), qPrintable(loaded.error().message));
}

void TestCertificate::doesNotOpenPipes()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(!Certificate::load(pipe, pipe)); // would wait for a writer
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "test_certificate.moc"
