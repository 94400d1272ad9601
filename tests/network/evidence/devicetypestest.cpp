// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/banners.h"
#include "domain/network/evidence/fingerprintreader.h"
#include "domain/network/evidence/interpreter.h"
#include "domain/network/evidence/judgement.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

using network::Fingerprint;
using network::FingerprintFile;

/// Of the examples of recog that say what kind of thing they are from, how many are taken for just that.
class DeviceTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // "Word | what it may be called here", one a line; the list is made by reading what the words stand
        // for in the collection, not from the tables under test.
        QFile file(QStringLiteral(BELFRY_SOURCE_DIR "/tests/network/evidence/devicewords.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().split('\n')) {
            const qsizetype bar = line.indexOf('|');
            if (bar > 0 && !line.startsWith('#'))
                m_expected.insert(line.left(bar).trimmed(), line.mid(bar + 1).simplified().split(' '));
        }
        QVERIFY(m_expected.size() > 90);
    }

    void examplesAreTypedRight()
    {
        const QDir folder(QStringLiteral(BELFRY_SOURCE_DIR "/resources/fingerprints/recog"));
        for (const QString &name : folder.entryList({QStringLiteral("*.xml")})) {
            const FingerprintFile file =
                network::FingerprintReader(network::FingerprintReader::Examples::Keep)
                    .read(folder.filePath(name));
            for (const Fingerprint &fingerprint : file.fingerprints)
                count(file, fingerprint);
        }
        const double share = 100.0 * m_right / m_all;
        qInfo("%d of %d examples with a device are typed right: %.2f %% (%d of them say nothing we have a "
              "word for)",
              m_right, m_all, share, m_silent);
        for (auto miss = m_misses.cbegin(); miss != m_misses.cend(); ++miss)
            qInfo("  %4d %s", miss.value(), qPrintable(miss.key()));
        QVERIFY(m_all > 3000);
        QVERIFY2(share >= 97.0, qPrintable(QString::number(share)));
        // What says nothing must not be what makes the figure.
        QVERIFY2(m_silent * 50 < m_all, qPrintable(QString::number(m_silent)));
    }

private:
    static QByteArray deviceOf(const Fingerprint &fingerprint)
    {
        for (const char *name : {"hw.device", "os.device"}) {
            for (const Fingerprint::Param &param : fingerprint.params) {
                if (param.name == name && param.group == 0)
                    return param.value;
            }
        }
        return {};
    }

    void count(const FingerprintFile &file, const Fingerprint &fingerprint)
    {
        const QByteArray device = deviceOf(fingerprint);
        if (device.isEmpty())
            return;
        const QList<QByteArray> expected = m_expected.value(device);
        QVERIFY2(!expected.isEmpty(), device.constData());
        for (const Fingerprint::Example &example : fingerprint.examples) {
            network::DeviceClues clues;
            clues.banners.append({file.key, example.text, 0});
            const auto judgement = network::judge(m_interpreter.read(clues).evidence);
            const QByteArray word = network::wordOf(judgement.type).toUtf8();
            ++m_all;
            m_silent += expected.contains("unknown") ? 1 : 0;
            if (expected.contains(word))
                ++m_right;
            else
                ++m_misses[QString::fromUtf8(file.key + ": " + device + " was taken for " + word)];
        }
    }

    QMap<QByteArray, QList<QByteArray>> m_expected;
    network::Fingerprints m_fingerprints;
    network::Vendors m_vendors{QStringLiteral("/nowhere")};
    network::Interpreter m_interpreter{m_fingerprints, m_vendors};
    QMap<QString, int> m_misses;
    int m_all = 0;
    int m_right = 0;
    int m_silent = 0;
};

QTEST_GUILESS_MAIN(DeviceTypesTest)
#include "devicetypestest.moc"
