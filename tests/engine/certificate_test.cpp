// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/certificatekeeper.h"
#include "support/fakeclock.h"
#include "transport/selfsigned.h"

#include <QFile>
#include <QHostInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using engine::CertificateFiles;
using engine::CertificateKeeper;

/// The server's own certificate, and one that is given and changes.
class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesItsOwnOnce()
    {
        const QString first = fingerprintOf(open({}));
        QCOMPARE(fingerprintOf(open({})), first);
        struct stat key = {};
        QCOMPARE(::stat(QFile::encodeName(path("certificate.key")).constData(), &key), 0);
        QCOMPARE(int(key.st_mode & 0777), 0600);
        const auto keeper = open({});
        const QStringList names = keeper->tls()->certificate().names();
        QVERIFY(names.contains(QStringLiteral("localhost")));
        QVERIFY(names.contains(QHostInfo::localHostName(), Qt::CaseInsensitive));
    }

    void replacesItsOwnWhenItIsOfNoUse_data()
    {
        QTest::addColumn<QString>("lost");
        QTest::newRow("certificate") << QStringLiteral("certificate.pem");
        QTest::newRow("key") << QStringLiteral("certificate.key");
    }
    void replacesItsOwnWhenItIsOfNoUse()
    {
        QFETCH(QString, lost);
        const QString first = fingerprintOf(open({}));
        QVERIFY(QFile::remove(m_folder->filePath(lost)));
        if (lost.endsWith(QLatin1String("key")))
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("replaces the old one")));
        const QString second = fingerprintOf(open({}));
        QVERIFY(second != first);
        QCOMPARE(fingerprintOf(open({})), second);
    }

    void replacesItsOwnWhenItExpires()
    {
        const QString first = fingerprintOf(open({}));
        support::FakeClock late(m_clock.now().addYears(11));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("it has expired")));
        const auto keeper = CertificateKeeper::open({}, m_folder->path(), late);
        QVERIFY(bool(keeper));
        QVERIFY(fingerprintOf(*keeper) != first);
    }

    void refusesAGivenPairThatIsBroken()
    {
        const auto refused =
            CertificateKeeper::open({path("none.pem"), path("none.key")}, m_folder->path(), m_clock);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith(path("none.pem")));
        QVERIFY(!QFile::exists(path("certificate.pem")));
    }

    void followsTheFiles()
    {
        const CertificateFiles files = givePair();
        const auto keeper = open(files);
        const QString first = fingerprintOf(keeper);
        QSignalSpy changed(keeper->tls().get(), &transport::Tls::certificateChanged);
        m_clock.advance(CertificateKeeper::lookInterval * 3);
        QCOMPARE(changed.size(), 0);

        givePair();
        m_clock.advance(CertificateKeeper::lookInterval);
        QCOMPARE(changed.size(), 0); // perhaps only half of it is there
        m_clock.advance(CertificateKeeper::lookInterval);
        QCOMPARE(changed.size(), 1);
        QVERIFY(fingerprintOf(keeper) != first);
        m_clock.advance(CertificateKeeper::lookInterval * 3);
        QCOMPARE(changed.size(), 1);
    }

    void keepsTheOldOneWhileTheNewIsBroken()
    {
        const CertificateFiles files = givePair();
        const auto keeper = open(files);
        const QString first = fingerprintOf(keeper);
        write(files.key, "no key");
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("given.key holds no key.*stays")));
        m_clock.advance(CertificateKeeper::lookInterval * 4); // said once
        QCOMPARE(fingerprintOf(keeper), first);
        QVERIFY(QFile::remove(files.key));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("given.key cannot be read.*stays")));
        m_clock.advance(CertificateKeeper::lookInterval * 4);
        QCOMPARE(fingerprintOf(keeper), first);
        givePair();
        m_clock.advance(CertificateKeeper::lookInterval * 2);
        QVERIFY(fingerprintOf(keeper) != first);
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<CertificateKeeper> open(const CertificateFiles &given)
    {
        auto keeper = CertificateKeeper::open(given, m_folder->path(), m_clock);
        if (!keeper)
            qFatal("%s", qUtf8Printable(keeper.error().message));
        return std::move(keeper).value();
    }

    static QString fingerprintOf(const std::unique_ptr<CertificateKeeper> &keeper)
    {
        return keeper->tls()->certificate().fingerprint();
    }

    /// As a renewal writes it: a new file in the place of the old.
    static void write(const QString &file, const QByteArray &content)
    {
        QFile::remove(file);
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("%s cannot be written", qUtf8Printable(file));
    }

    CertificateFiles givePair()
    {
        const auto made = transport::SelfSigned::make({QStringLiteral("noc.example")}, {}, m_clock.now());
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().message));
        const CertificateFiles files{path("given.pem"), path("given.key")};
        write(files.certificate, made->certificate);
        write(files.key, made->key);
        return files;
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "certificate_test.moc"
