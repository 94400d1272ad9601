// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

#include <QDateTime>

#include <cstdio>
#include <cstdlib>

Q_LOGGING_CATEGORY(logApp, "belfry.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "belfry.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logTransport, "belfry.transport", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "belfry.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logIdentity, "belfry.identity", QtInfoMsg)
Q_LOGGING_CATEGORY(logMetrics, "belfry.metrics", QtInfoMsg)
Q_LOGGING_CATEGORY(logNetwork, "belfry.network", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "belfry.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "belfry.ui", QtInfoMsg)

namespace core {

namespace {
constexpr int longestLine = 4096;

struct Level
{
    const char *word;
    int syslogPriority; // sd-daemon(3)
};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {"debug", 7};
    case QtInfoMsg:
        return {"info", 6};
    case QtWarningMsg:
        return {"warning", 4};
    case QtCriticalMsg:
        return {"error", 3};
    case QtFatalMsg:
        return {"fatal", 2};
    }
    return {"info", 6};
}

bool isUnsafe(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 ||
           (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const bool journal = qEnvironmentVariableIsSet("JOURNAL_STREAM");
    const Level level = levelOf(type);
    const QByteArray text = loggable(message).toUtf8();
    const char *category = context.category != nullptr ? context.category : "default";
    if (journal) {
        std::fprintf(stderr, "<%d>%s %s\n", level.syslogPriority, category, text.constData());
    } else {
        const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
        std::fprintf(stderr, "%s %s %s %s\n", time.constData(), level.word, category, text.constData());
    }
    if (type == QtFatalMsg)
        std::abort();
}
} // namespace

QString loggable(QStringView text)
{
    QString out;
    out.reserve(qMin<qsizetype>(text.size(), longestLine));
    for (const QChar c : text) {
        if (out.size() >= longestLine) {
            out += u'…';
            break;
        }
        if (isUnsafe(c))
            out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

void installLogHandler() { qInstallMessageHandler(writeLine); }

} // namespace core
