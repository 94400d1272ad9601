// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/survey.h"

#include "domain/network/scan/helperprocess.h"
#include "domain/network/scan/localprocess.h"
#include "domain/network/scan/text.h"

#include <QRegularExpression>
#include <QStandardPaths>

namespace network::scan {

namespace {
constexpr std::chrono::seconds longestLook{5};
constexpr qsizetype longestGreeting = 256;

QString versionIn(const QByteArray &said)
{
    static const QRegularExpression version(QStringLiteral("^Nmap version ([0-9][0-9A-Za-z.+-]{0,31})"));
    return version.match(QString::fromLatin1(said.left(256))).captured(1);
}
} // namespace

Survey::Survey(core::Clock &clock, const QString &helper, const QStringList &folders, QObject *parent)
    : QObject(parent), m_clock(clock), m_helper(helper),
      m_folders(folders.isEmpty() ? QStringList{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin"),
                                                QStringLiteral("/bin")}
                                  : folders)
{
    m_nmap.setProcessEnvironment(bareEnvironment());
    m_nmap.setWorkingDirectory(QStringLiteral("/"));
    m_nmap.setStandardInputFile(QProcess::nullDevice());
    connect(&m_nmap, &QProcess::finished, this, [this](int code) {
        m_found.version = versionIn(m_nmap.readAllStandardOutput());
        if (code != 0 || m_found.version.isEmpty())
            m_found.nmap.clear();
        done();
    });
    connect(&m_nmap, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_found.nmap.clear();
        done();
    });
    connect(&m_link, &HelperLink::heard, this, &Survey::hear);
    connect(&m_link, &HelperLink::lost, this,
            [this] { noHelper(tr("belfry-scan-helper hung up. Look into its log.")); });
}

Survey::~Survey()
{
    m_nmap.disconnect(this);
    m_nmap.kill();
}

void Survey::look()
{
    if (m_open > 0)
        return;
    m_found = {};
    m_open = 2;
    m_patience = m_clock.after(longestLook, [this] { giveUp(); });
    // Queued: nothing of it may answer before this has returned.
    QMetaObject::invokeMethod(this, &Survey::lookForNmap, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &Survey::lookForHelper, Qt::QueuedConnection);
}

void Survey::lookForNmap()
{
    m_found.nmap = QStandardPaths::findExecutable(QStringLiteral("nmap"), m_folders);
    if (m_found.nmap.isEmpty())
        return done();
    m_nmap.start(m_found.nmap, {QStringLiteral("--version")}, QIODevice::ReadOnly);
}

void Survey::lookForHelper()
{
    m_greeting.clear();
    if (m_helper.isEmpty())
        return done();
    if (const auto opened = m_link.open(m_helper); !opened)
        noHelper(opened.error().message);
}

void Survey::hear(const QByteArray &bytes)
{
    m_greeting += bytes.left(longestGreeting);
    const qsizetype end = m_greeting.indexOf('\n');
    if (end < 0 && m_greeting.size() < longestGreeting)
        return;
    const QByteArray line = m_greeting.left(end);
    if (line == HelperProcess::rawGreeting) {
        m_found.isRaw = true;
        m_link.close();
        return done();
    }
    noHelper(tr("belfry-scan-helper cannot help: %1").arg(cleaned(QString::fromUtf8(line), longestGreeting)));
}

void Survey::noHelper(const QString &why)
{
    m_found.helperTrouble = why;
    m_link.close();
    done();
}

void Survey::giveUp()
{
    if (m_link.isOpen())
        noHelper(tr("belfry-scan-helper does not say anything. Start it anew."));
    m_nmap.kill(); // which says that it is finished
}

void Survey::done()
{
    if (--m_open > 0)
        return;
    m_abilities = m_found;
    // Not from within the timer: whoever hears it may look again.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT seen(m_abilities); }, Qt::QueuedConnection);
}

} // namespace network::scan
